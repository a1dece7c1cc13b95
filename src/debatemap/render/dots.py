"""The dots of scholars and works: how large, where along the axis, what they look like."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.model import Stance
from debatemap.render.rows import Move, Row
from debatemap.render.shapes import Disc
from debatemap.render.text import text_width
from debatemap.render.theme import Sizes, Theme

RING = 3.0
"""Between a dot and the second outline that marks hand-coded claims."""


@dataclass(frozen=True, slots=True)
class Dots:
    """For each row the place on the axis, the radius, the radius with the ring, and how far to the left
    the lane reaches with whatever no edge may cross."""

    xs: tuple[float, ...]
    radii: tuple[float, ...]
    outer: tuple[float, ...]
    lefts: tuple[float, ...]


def place_x(position: float, axis: float) -> float:
    """From a position between -1 and +1 to points right of the attacking pole."""
    return (position + 1) / 2 * axis


def dot_radius(claims: int, most: int, sizes: Sizes) -> float:
    """Radius of a dot whose area, beyond the smallest dot's, grows with the number of claims."""
    small, large = sizes.smallest_dot**2, sizes.largest_dot**2
    # A debate with few claims has small dots: a dozen claims earn the largest dot.
    share = claims / max(most, 12)
    return round(math.sqrt(small + (large - small) * share), 2)


def place_dots(rows: Sequence[Row], sizes: Sizes, axis: float) -> Dots:
    """The dots along an axis of this length; of length 0, all of them below each other."""
    most = max((row.claims for row in rows), default=0)
    radii = [dot_radius(row.claims, most, sizes) for row in rows]
    outer = [
        radius + (RING * sizes.scale if row.by_hand else 0) for row, radius in zip(rows, radii, strict=True)
    ]
    xs = [place_x(row.place.position, axis) for row in rows]
    lefts = [
        min([x - reach, *(_move_left(move, sizes, axis) for move in row.moves if axis)])
        for row, x, reach in zip(rows, xs, outer, strict=True)
    ]
    return Dots(tuple(xs), tuple(radii), tuple(outer), tuple(lefts))


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


def _move_left(move: Move, sizes: Sizes, axis: float) -> float:
    """How far the line of a move reaches to the left, with the year at that end."""
    place, year = min(zip(move.places, move.years, strict=True))
    return place_x(place, axis) - 7 * sizes.scale - text_width(year, sizes.small)
