"""The middle of the views along an axis: a lane for each row, with dot, interval, label and edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.model import Stance
from debatemap.render.fitting import fit_left
from debatemap.render.marks import draw_link, draw_move
from debatemap.render.routes import plan_routes, rooms
from debatemap.render.rows import Link, Move, Row
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import shorten, text_width, wrap
from debatemap.render.theme import Sizes, Theme

RING = 3.0
"""Between a dot and the second outline that marks hand-coded claims."""
_BAR = 6.0
_GAP = 7.0
"""Between a dot and its label."""
_LINE = 12.5
"""Between the lines of a label."""
_WIDE = 0.9
"""From this width on an interval is drawn paler."""
_MOST_LEFT = 420.0
"""The edges take no more room than this beside the axis; in a picture of fixed width, a quarter of it."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes as shapes; y counts from their upper edge, x from the attacking pole.

    `left`: how far they reach to the left of that pole; `axis`: its length; `sections`: heads and where
    their first lane begins and has its middle; `links`: those drawn, `crowded`: those for which there is
    no room.
    """

    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    discs: tuple[Disc, ...]
    texts: tuple[Text, ...]
    left: float
    height: float
    axis: float
    sections: tuple[tuple[str, float, float], ...]
    links: tuple[Link, ...]
    crowded: tuple[Link, ...] = ()


def place_x(position: float, axis: float) -> float:
    """From a position between -1 and +1 to points right of the attacking pole."""
    return (position + 1) / 2 * axis


def dot_radius(claims: int, most: int, sizes: Sizes) -> float:
    """Radius of a dot whose area, beyond the smallest dot's, grows with the number of claims."""
    small, large = sizes.smallest_dot**2, sizes.largest_dot**2
    # A debate with few claims has small dots: a dozen claims earn the largest dot.
    share = claims / max(most, 12)
    return round(math.sqrt(small + (large - small) * share), 2)


def fit_lanes(
    rows: Sequence[Row], links: Sequence[Link], *, theme: Theme, sizes: Sizes, least: float
) -> Lanes:
    """Lanes whose edges leave room for the axis; `least`: points to keep free to the left of it.

    Where the edges would take too much, those said least often are left out, as `crowded`.
    """
    inside = sizes.width - 2 * sizes.margin - sizes.label

    def lay(shown: Sequence[Link], left: float) -> Lanes:
        axis = inside - left if sizes.width else sizes.axis
        return lay_lanes(rows, shown, theme=theme, sizes=replace(sizes, axis=axis))

    most = max(least, sizes.width / 4) if sizes.width else _MOST_LEFT
    lanes, left, crowded = fit_left(links, lay, least=least, most=most)
    return replace(lanes, left=left, crowded=tuple(crowded))


def lay_lanes(rows: Sequence[Row], links: Sequence[Link], *, theme: Theme, sizes: Sizes) -> Lanes:
    """Stack the lanes in the order of the rows."""
    scale = sizes.scale
    most = max((row.claims for row in rows), default=0)
    xs = [place_x(row.place.position, sizes.axis) for row in rows]
    radii = [dot_radius(row.claims, most, sizes) for row in rows]
    outer = [radius + (RING * scale if row.by_hand else 0) for row, radius in zip(rows, radii, strict=True)]
    lefts = [
        min([x - reach, *(_move_left(move, sizes) for move in row.moves)])
        for row, x, reach in zip(rows, xs, outer, strict=True)
    ]
    pairs = [(link.source, link.target) for link in links]
    # With many edges the tracks move together rather than push the axis off the sheet.
    spacing = max(2.5 * scale, min(sizes.track, 420 * scale / max(len(pairs), 1)))
    plans = plan_routes(lefts, pairs, spacing=spacing, scale=scale)
    needed = rooms(plans, len(rows))
    boxes: list[Box] = []
    discs: list[Disc] = []
    texts: list[Text] = []
    moves: list[Path] = []
    sections: list[tuple[str, float, float]] = []
    ys: list[float] = []
    y = 0.0
    for number, row in enumerate(rows):
        label = _label(row, number, xs[number] + outer[number] + _GAP * scale, theme, sizes)
        above, below = needed[number]
        up = max(20 * scale, outer[number] + 2, above + 4 * scale)
        down = max(outer[number] + 2, below + 4 * scale, *(text.y + 0.33 * text.size for text in label))
        if row.section and number:
            y += 8 * scale
        middle = y + up
        if row.section:
            sections.append((row.section, y, middle))
        ys.append(middle)
        boxes.append(_bar(row, number, middle, theme, sizes))
        discs.append(draw_dot(row, number, (xs[number], middle, radii[number]), theme, sizes))
        texts += [replace(text, y=text.y + middle) for text in label]
        for move in row.moves:
            ends = (place_x(move.places[0], sizes.axis), place_x(move.places[1], sizes.axis))
            path, disc, words = draw_move(
                move, number, ends, middle + down + 7 * scale, theme=theme, sizes=sizes
            )
            moves.append(path)
            discs.append(disc)
            texts += words
            down += 12.5 * scale
        y = middle + down + 7 * scale
    dots = list(zip(xs, ys, outer, strict=True))
    paths = [
        draw_link(link, number, plan, dots, theme=theme, sizes=sizes)
        for number, (link, plan) in enumerate(zip(links, plans, strict=True))
    ]
    left = max([0.0, *(-plan.track for plan in plans), *(-reach for reach in lefts)])
    return Lanes(
        tuple(boxes),
        (*moves, *paths),
        tuple(discs),
        tuple(texts),
        left,
        y,
        sizes.axis,
        tuple(sections),
        tuple(links),
    )


def _move_left(move: Move, sizes: Sizes) -> float:
    """How far the line of a move reaches to the left, with the year at that end."""
    place, year = min(zip(move.places, move.years, strict=True))
    return place_x(place, sizes.axis) - 7 * sizes.scale - text_width(year, sizes.small)


def _label(row: Row, number: int, x: float, theme: Theme, sizes: Sizes) -> list[Text]:
    """Name above the interval, counts beside it or below, and the gist of what they say."""
    width = sizes.axis + sizes.label - x
    line, base = _LINE * sizes.scale, -7 * sizes.scale
    name = shorten(row.name, sizes.name, width, bold=True)
    name_width = text_width(name, sizes.name, bold=True) + 8 * sizes.scale
    found = [Text(x, base, name, sizes.name, theme.ink, "name", bold=True, owner=number)]
    y = 5 * sizes.scale + line
    if name_width + text_width(row.counts, sizes.small) <= width:
        found.append(Text(x + name_width, base, row.counts, sizes.small, theme.faint, "counts", owner=number))
    elif row.counts:
        counts = shorten(row.counts, sizes.small, width)
        found.append(Text(x, y, counts, sizes.small, theme.faint, "counts", owner=number))
        y += line
    gist = row.gist[:1].upper() + row.gist[1:]
    size = sizes.small + 0.5 * sizes.scale
    lines = wrap(gist, size, min(width, 380 * sizes.scale), lines=sizes.gist) if sizes.gist else []
    for words in lines:
        found.append(Text(x, y, words, size, theme.ink, "gist", owner=number))
        y += line
    return found


def _bar(row: Row, number: int, middle: float, theme: Theme, sizes: Sizes) -> Box:
    lower, upper = row.place.lower, row.place.upper
    x = place_x(lower, sizes.axis)
    width = max(place_x(upper, sizes.axis) - x, 1.0)
    wide = upper - lower >= _WIDE
    fill, role = (theme.interval_wide, "interval wide") if wide else (theme.interval, "interval")
    height = _BAR * sizes.scale
    return Box(x, middle - height / 2, width, height, fill, role, rounded=True, owner=number)


def draw_dot(row: Row, number: int, at: tuple[float, float, float], theme: Theme, sizes: Sizes) -> Disc:
    """The dot of a row, `at` x, y, radius: hollow when its side is not settled, ringed when coded by hand."""
    side = Stance.of_sign(row.place.position)
    fill = {Stance.ATTACK: theme.against, Stance.SUPPORT: theme.favour}.get(side, theme.paper)
    line = {Stance.ATTACK: theme.against_line, Stance.SUPPORT: theme.favour_line}.get(side, theme.faint)
    role = {Stance.ATTACK: "dot against", Stance.SUPPORT: "dot favour"}.get(side, "dot between")
    if row.unsettled:
        fill, role = theme.paper, role + " unsettled"
    ring = RING * sizes.scale if row.by_hand else 0.0
    return Disc(*at, fill, line, role, ring=ring, owner=number, tooltip=row.tooltip)
