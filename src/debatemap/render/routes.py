"""The ways of the edges along an axis: through the free space left of the scholars.

Scholars (or works) stand in lanes, and every label stands right of its dot. An edge leaves its dot to
the left, runs down or up on a track left of every dot between, and enters the other dot from the left.
So no edge can run across a dot or a label that it does not belong to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.render.shapes import Point

_PORT = 5.0
"""Between two edges at one dot."""
_RUN = 13.0
"""Of an edge before its dot, where it may slant."""
_CORNER = 8.0
HEAD = 8.0
"""Length of an arrow head."""
_KAPPA = 0.5523
"""Of a quarter circle drawn as a Bézier curve."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An edge between two lanes: its track and where it docks, above (-) or below (+) the middle."""

    source: int
    target: int
    track: float
    source_port: float
    target_port: float


def plan_routes(
    lefts: Sequence[float], pairs: Sequence[tuple[int, int]], *, spacing: float, scale: float = 1.0
) -> list[Plan]:
    """A plan for each pair of lanes (source, target).

    `lefts`: how far to the left a lane's dot, and what else no edge may cross, reaches. Tracks of edges
    that pass the same lane lie `spacing` apart, those of short edges nearest to the dots. `scale` shrinks
    what lies between two edges at one dot.
    """
    tracks: dict[int, float] = {}
    taken: list[tuple[int, int, float]] = []
    for number in sorted(range(len(pairs)), key=lambda n: (abs(pairs[n][0] - pairs[n][1]), pairs[n], n)):
        low, high = sorted(pairs[number])
        ends = min(lefts[lane] - (_RUN + _CORNER) * scale for lane in (low, high))
        passed = [lefts[lane] - spacing for lane in range(low + 1, high)]
        track = min([ends, *passed])
        rivals = sorted((x for a, b, x in taken if a <= high and low <= b), reverse=True)
        for x in rivals:
            if abs(x - track) < spacing:
                track = x - spacing
        tracks[number] = track
        taken.append((low, high, track))
    ports = _ports(pairs, tracks, _PORT * scale)
    return [
        Plan(source, target, tracks[n], ports[n, source], ports[n, target])
        for n, (source, target) in enumerate(pairs)
    ]


def _ports(
    pairs: Sequence[tuple[int, int]], tracks: dict[int, float], port: float
) -> dict[tuple[int, int], float]:
    """Offset of each edge at each of its lanes; the farther its track, the nearer to the middle.

    In this order the edges of one dot do not cross each other.
    """
    upward: dict[int, list[int]] = defaultdict(list)
    downward: dict[int, list[int]] = defaultdict(list)
    for number, pair in enumerate(pairs):
        low, high = sorted(pair)
        downward[low].append(number)
        upward[high].append(number)
    found: dict[tuple[int, int], float] = {}
    for sign, side in ((-1, upward), (1, downward)):
        for lane, numbers in side.items():
            for rank, number in enumerate(sorted(numbers, key=lambda n: (tracks[n], n))):
                found[number, lane] = sign * (port + rank * port)
    return found


def rooms(plans: Sequence[Plan], lanes: int) -> list[tuple[float, float]]:
    """How far the edges of each lane reach above and below its middle."""
    above, below = [0.0] * lanes, [0.0] * lanes
    for plan in plans:
        for lane, port in ((plan.source, plan.source_port), (plan.target, plan.target_port)):
            above[lane] = max(above[lane], -port)
            below[lane] = max(below[lane], port)
    return list(zip(above, below, strict=True))


def draw_route(
    plan: Plan, source: tuple[float, float, float], target: tuple[float, float, float], *, scale: float = 1.0
) -> tuple[tuple[Point, ...], Point]:
    """Bézier points of an edge between two dots (x, y, radius) and the tip of its arrow head."""
    start, first = _dock(source, plan.source_port, gap=0.5 * scale, scale=scale)
    tip, last = _dock(target, plan.target_port, gap=1.5 * scale, scale=scale)
    length = ((tip[0] - last[0]) ** 2 + (tip[1] - last[1]) ** 2) ** 0.5
    share = 1 - HEAD * scale / length
    end = (last[0] + (tip[0] - last[0]) * share, last[1] + (tip[1] - last[1]) * share)
    down = 1 if last[1] > first[1] else -1
    bend = min(_CORNER * scale, abs(last[1] - first[1]) / 2)
    points: list[Point] = [start]
    _line(points, first)
    _line(points, (plan.track + bend, first[1]))
    _turn(points, (plan.track, first[1]), (plan.track, first[1] + down * bend))
    _line(points, (plan.track, last[1] - down * bend))
    _turn(points, (plan.track, last[1]), (plan.track + bend, last[1]))
    _line(points, last)
    _line(points, end)
    return tuple(points), tip


def _dock(dot: tuple[float, float, float], port: float, *, gap: float, scale: float) -> tuple[Point, Point]:
    """Where an edge meets its dot, and where it begins to run level."""
    x, y, radius = dot
    # Farther out than the dot is high, the edge slants in.
    rise = max(-0.8 * radius, min(0.8 * radius, port))
    meets = x - (radius**2 - rise**2) ** 0.5 - gap
    return (meets, y + rise), (x - radius - _RUN * scale, y + port)


def _line(points: list[Point], to: Point) -> None:
    (x, y), (u, v) = points[-1], to
    points += [(x + (u - x) / 3, y + (v - y) / 3), (x + (u - x) * 2 / 3, y + (v - y) * 2 / 3), to]


def _turn(points: list[Point], corner: Point, to: Point) -> None:
    (x, y), (cx, cy), (u, v) = points[-1], corner, to
    points += [
        (x + (cx - x) * _KAPPA, y + (cy - y) * _KAPPA),
        (u + (cx - u) * _KAPPA, v + (cy - v) * _KAPPA),
        to,
    ]
