"""The middle of the axis view: a lane for each scholar, with dot, interval, label and edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.model import RelationKind, Stance
from debatemap.render.cast import Standing, Tie
from debatemap.render.routes import Plan, draw_route, plan_routes, rooms
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import one_line, shorten, text_width, wrap
from debatemap.render.theme import Sizes, Theme
from debatemap.render.words import standing_tooltip, summed_up, tie_tooltip

RING = 3.0
"""Between a dot and the second outline that marks hand-coded claims."""
_BAR = 6.0
_GAP = 7.0
"""Between a dot and its label."""
_LINE = 12.5
"""Between the lines of a label."""
_WIDE = 0.9
"""From this width on an interval is drawn paler."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes as shapes; y counts from their upper edge, x from the attacking pole.

    `left`: how far they reach to the left of that pole.
    """

    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    discs: tuple[Disc, ...]
    texts: tuple[Text, ...]
    left: float
    height: float


def place_x(position: float, axis: float) -> float:
    """From a position between -1 and +1 to points right of the attacking pole."""
    return (position + 1) / 2 * axis


def dot_radius(claims: int, most: int, sizes: Sizes) -> float:
    """Radius of a dot whose area, beyond the smallest dot's, grows with the number of claims."""
    small, large = sizes.smallest_dot**2, sizes.largest_dot**2
    # A debate with few claims has small dots: a dozen claims earn the largest dot.
    share = claims / max(most, 12)
    return round(math.sqrt(small + (large - small) * share), 2)


def lay_lanes(standings: Sequence[Standing], ties: Sequence[Tie], *, theme: Theme, sizes: Sizes) -> Lanes:
    """Stack the lanes, the attacking pole's first. Every standing has a position."""
    most = max((len(s.claims) for s in standings), default=0)
    xs = [place_x(s.position.position if s.position else 0.0, sizes.axis) for s in standings]
    radii = [dot_radius(len(s.claims), most, sizes) for s in standings]
    outer = [radius + (RING if s.by_hand else 0) for s, radius in zip(standings, radii, strict=True)]
    lane_of = {standing.name: number for number, standing in enumerate(standings)}
    pairs = [(lane_of[tie.source], lane_of[tie.target]) for tie in ties]
    # With many edges the tracks move together rather than push the axis off the sheet.
    spacing = max(2.5, min(sizes.track, 420 / max(len(pairs), 1)))
    plans = plan_routes(xs, outer, pairs, spacing=spacing)
    needed = rooms(plans, len(standings))
    boxes: list[Box] = []
    discs: list[Disc] = []
    texts: list[Text] = []
    ys: list[float] = []
    y = 0.0
    for number, standing in enumerate(standings):
        label = _label(standing, number, xs[number] + outer[number] + _GAP, theme, sizes)
        above, below = needed[number]
        up = max(20.0, outer[number] + 2, above + 4)
        down = max(outer[number] + 2, below + 4, *(text.y + 4 for text in label))
        middle = y + up
        ys.append(middle)
        boxes.append(_bar(standing, number, middle, theme, sizes))
        discs.append(_dot(standing, number, (xs[number], middle, radii[number]), theme))
        texts += [replace(text, y=text.y + middle) for text in label]
        y = middle + down + 7
    dots = list(zip(xs, ys, outer, strict=True))
    paths = tuple(
        _edge(tie, number, plan, dots, theme)
        for number, (tie, plan) in enumerate(zip(ties, plans, strict=True))
    )
    left = max(0.0, *(-plan.track for plan in plans), *(r - x for x, r in zip(xs, outer, strict=True)), 0.0)
    return Lanes(tuple(boxes), paths, tuple(discs), tuple(texts), left, y)


def _label(standing: Standing, number: int, x: float, theme: Theme, sizes: Sizes) -> list[Text]:
    """Name above the interval, counts beside it or below, and the gist of what they say."""
    width = sizes.axis + sizes.label - x
    counts = summed_up(standing)
    name = shorten(one_line(standing.name), sizes.name, width, bold=True)
    name_width = text_width(name, sizes.name, bold=True) + 8
    found = [Text(x, -7, name, sizes.name, theme.ink, "name", bold=True, owner=number)]
    y = 5 + _LINE
    if name_width + text_width(counts, sizes.small) <= width:
        found.append(Text(x + name_width, -7, counts, sizes.small, theme.faint, "counts", owner=number))
    else:
        counts = shorten(counts, sizes.small, width)
        found.append(Text(x, y, counts, sizes.small, theme.faint, "counts", owner=number))
        y += _LINE
    gist = standing.gist[:1].upper() + standing.gist[1:]
    for line in wrap(gist, sizes.small + 0.5, min(width, 380), lines=2):
        found.append(Text(x, y, line, sizes.small + 0.5, theme.ink, "gist", owner=number))
        y += _LINE
    return found


def _bar(standing: Standing, number: int, middle: float, theme: Theme, sizes: Sizes) -> Box:
    place = standing.position
    lower, upper = (place.lower, place.upper) if place else (-1.0, 1.0)
    x = place_x(lower, sizes.axis)
    width = max(place_x(upper, sizes.axis) - x, 1.0)
    wide = upper - lower >= _WIDE
    fill, role = (theme.interval_wide, "interval wide") if wide else (theme.interval, "interval")
    return Box(x, middle - _BAR / 2, width, _BAR, fill, role, rounded=True, owner=number)


def _dot(standing: Standing, number: int, at: tuple[float, float, float], theme: Theme) -> Disc:
    side = Stance.of_sign(standing.position.position if standing.position else 0)
    fill = {Stance.ATTACK: theme.against, Stance.SUPPORT: theme.favour}.get(side, theme.paper)
    line = {Stance.ATTACK: theme.against_line, Stance.SUPPORT: theme.favour_line}.get(side, theme.faint)
    role = {Stance.ATTACK: "dot against", Stance.SUPPORT: "dot favour"}.get(side, "dot between")
    if standing.unsettled:
        fill, role = theme.paper, role + " unsettled"
    return Disc(
        *at, fill, line, role, ring=standing.by_hand > 0, owner=number, tooltip=standing_tooltip(standing)
    )


def _edge(tie: Tie, number: int, plan: Plan, dots: list[tuple[float, float, float]], theme: Theme) -> Path:
    attack = tie.kind is RelationKind.ATTACK
    points, tip = draw_route(plan, dots[plan.source], dots[plan.target])
    return Path(
        points,
        theme.attacks if attack else theme.supports,
        width=round(min(1.3 + 0.5 * (len(tie.relations) - 1), 3.3), 2),
        role=f"tie {tie.kind.value}",
        dashed=attack,
        tip=tip,
        open_head=attack,
        tie=number,
        ends=(plan.source, plan.target),
        tooltip=tie_tooltip(tie),
        data=(
            ("source", one_line(tie.source)),
            ("target", one_line(tie.target)),
            ("kind", tie.kind.value),
        ),
    )
