"""The middle of the views along an axis: a lane for each row, with dot, interval, label and edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.render.dots import draw_dot, place_dots, place_x
from debatemap.render.fitting import Ways, fit_ways
from debatemap.render.marks import draw_link, draw_move
from debatemap.render.routes import rooms
from debatemap.render.rows import Link, Row
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import shorten, text_width, wrap
from debatemap.render.theme import Sizes, Theme

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

    `axis`: the length of the axis; `sections`: heads and where their first lane begins and has its middle;
    `ways`: those of the edges, with the room left of the axis that they take.
    """

    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    discs: tuple[Disc, ...]
    texts: tuple[Text, ...]
    height: float
    axis: float
    sections: tuple[tuple[str, float, float], ...]
    ways: Ways


def fit_lanes(
    rows: Sequence[Row], links: Sequence[Link], *, theme: Theme, sizes: Sizes, least: float
) -> Lanes:
    """Lanes whose edges leave room for the axis; `least`: points to keep free to the left of it.

    Where the edges would take too much, those said least often are left out, as `crowded`.
    """
    inside = sizes.width - 2 * sizes.margin - sizes.label

    def axis(left: float) -> float:
        return inside - left if sizes.width else sizes.axis

    most = max(least, sizes.width / 4) if sizes.width else _MOST_LEFT
    ways = fit_ways(links, lambda left: place_dots(rows, sizes, axis(left)), sizes, least=least, most=most)
    return lay_lanes(rows, ways, theme=theme, sizes=replace(sizes, axis=axis(ways.left)))


def lay_lanes(rows: Sequence[Row], ways: Ways, *, theme: Theme, sizes: Sizes) -> Lanes:
    """Stack the lanes in the order of the rows, with the edges whose ways are planned."""
    scale = sizes.scale
    placed = place_dots(rows, sizes, sizes.axis)
    xs, outer = placed.xs, placed.outer
    needed = rooms(ways.plans, len(rows))
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
        discs.append(draw_dot(row, number, (xs[number], middle, placed.radii[number]), theme, sizes))
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
        for number, (link, plan) in enumerate(zip(ways.links, ways.plans, strict=True))
    ]
    return Lanes(
        tuple(boxes), (*moves, *paths), tuple(discs), tuple(texts), y, sizes.axis, tuple(sections), ways
    )


def _label(row: Row, number: int, x: float, theme: Theme, sizes: Sizes) -> list[Text]:
    """Name above the interval, counts beside it or below, and the gist of what they say."""
    width = sizes.axis + sizes.label - x
    line, base = _LINE * sizes.scale, -7 * sizes.scale
    name = shorten(row.name, sizes.name, width, bold=True)
    name_width = text_width(name, sizes.name, bold=True) + 8 * sizes.scale
    found = [Text(x, base, name, sizes.name, theme.ink, "name", bold=True, owner=number)]
    y = 4 * sizes.scale + line
    if name_width + text_width(row.counts, sizes.small) <= width:
        found.append(Text(x + name_width, base, row.counts, sizes.small, theme.faint, "counts", owner=number))
    elif row.counts:
        counts = shorten(row.counts, sizes.small, width)
        found.append(Text(x, y, counts, sizes.small, theme.faint, "counts", owner=number))
        y += line
    size = sizes.small + 0.5 * sizes.scale
    # A single line may be long; several are easier to read when short.
    room = width if sizes.gist == 1 else min(width, 380 * sizes.scale)
    for words in _gist(row, size, room, sizes.gist):
        found.append(Text(x, y, words, size, theme.ink, "gist", owner=number))
        y += line
    return found


def _gist(row: Row, size: float, room: float, most: int) -> list[str]:
    """The first of the gists that fits into so many lines, else the first of all, cut."""
    if not most:
        return []
    whole = [gist[:1].upper() + gist[1:] for gist in row.gists]
    fitting = (lines for gist in whole if len(lines := wrap(gist, size, room)) <= most)
    return next(fitting, wrap(whole[0], size, room, lines=most) if whole else [])


def _bar(row: Row, number: int, middle: float, theme: Theme, sizes: Sizes) -> Box:
    lower, upper = row.place.lower, row.place.upper
    x = place_x(lower, sizes.axis)
    width = max(place_x(upper, sizes.axis) - x, 1.0)
    wide = upper - lower >= _WIDE
    fill, role = (theme.interval_wide, "interval wide") if wide else (theme.interval, "interval")
    height = _BAR * sizes.scale
    return Box(x, middle - height / 2, width, height, fill, role, rounded=True, owner=number)
