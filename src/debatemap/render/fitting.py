"""How many edges fit beside a picture: those for which there is no room are named, not cut silently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from debatemap.render.dots import Dots
from debatemap.render.routes import Plan, plan_routes
from debatemap.render.rows import Link
from debatemap.render.theme import Sizes

_ROOM = 420.0
"""All tracks together take about so much; with many edges they move closer."""
_CLOSEST = 2.5
_MOST, _MOST_EACH = 60, 2
"""So many edges, or so many for each lane, are drawn at most: with more of them nobody finds one's way."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The edges that fit with the plans of their ways; `spacing` lies between two tracks, `left` is the
    room kept for them, `crowded` are the links that do not fit."""

    links: tuple[Link, ...]
    plans: tuple[Plan, ...]
    spacing: float
    left: float
    crowded: tuple[Link, ...]


def fit_ways(
    links: Sequence[Link], place: Callable[[float], Dots], sizes: Sizes, *, least: float, most: float
) -> Ways:
    """As many edges as fit into at most `most` points left of the axis, those said most often first.

    `place(left)`: the dots when `left` points, at the least `least`, are kept for the edges.
    """
    ranked = sorted(range(len(links)), key=lambda n: (links[n].kind != "move", -len(links[n].relations), n))
    kept, left = min(len(links), max(_MOST, _MOST_EACH * len(place(least).xs))), least
    while True:
        shown = [links[n] for n in sorted(ranked[:kept])]
        pairs = [(link.source, link.target) for link in shown]
        spacing = max(_CLOSEST * sizes.scale, min(sizes.track, _ROOM * sizes.scale / max(len(pairs), 1)))
        dots = place(left)
        plans = plan_routes(dots.lefts, pairs, spacing=spacing, scale=sizes.scale)
        # Half a mark is as wide as half of what lies between two tracks.
        needed = max([0.0, *(spacing / 2 - plan.track for plan in plans), *(-reach for reach in dots.lefts)])
        if needed <= left or (needed <= most and not sizes.width):
            crowded = tuple(links[n] for n in sorted(ranked[kept:]))
            return Ways(tuple(shown), tuple(plans), spacing, max(left, needed), crowded)
        if needed > most:
            # The narrower the picture, the more room the edges need beside it: begin anew with fewer.
            kept, left = min(kept - 1, int(kept * 0.9)), least
        else:
            left = needed
        if kept < 0:
            return Ways((), (), spacing, needed, tuple(links))
