"""Whose framing moves whom: positions without one paper, without one coder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.model import ArgumentGraph, Origin, Position
from debatemap.positions.place import place_scholars


@dataclass(frozen=True, slots=True)
class Shift:
    """`kind`: "paper" or "coder"; `left_out`: its key or name; `position` with it, `without` it; `moved`:
    by how much it moves the scholar (holder "") or work, negative toward the attacking pole; `left`: how
    many claims there are without it, 0 for a place that then rests on relations and other works alone."""

    kind: str
    left_out: str
    scholar: str
    holder: str
    position: float
    without: float
    moved: float
    left: int


def sensitivity(graph: ArgumentGraph, *, least: float = 0.01) -> list[Shift]:
    """Leave out one paper, then one coder, at a time; the largest shifts first, those smaller than
    `least` left out. Hand-coded rows without a coder's name belong to no coder."""
    whole = place_scholars(graph)
    papers = sorted({claim.paper for claim in graph.claims} | {r.paper for r in graph.relations})
    coders = {claim.coder for claim in graph.claims if claim.origin is Origin.HAND}
    coders |= {relation.coder for relation in graph.relations if relation.origin is Origin.HAND}
    shifts = [
        s for p in papers for s in _shifts("paper", p, whole, place_scholars(graph, exclude_papers=[p]))
    ]
    shifts += [
        s
        for c in sorted(coders - {""})
        for s in _shifts("coder", c, whole, place_scholars(graph, exclude_coders=[c]))
    ]
    moved = [shift for shift in shifts if abs(shift.moved) >= least]
    return sorted(moved, key=lambda s: (-abs(s.moved), s.kind, s.left_out, s.scholar, s.holder))


def _shifts(kind: str, name: str, whole: Sequence[Position], without: Sequence[Position]) -> list[Shift]:
    """Both lists hold the same rows in the same order: leaving out claims takes no work away."""
    return [
        Shift(
            kind,
            name,
            row.scholar,
            row.holder,
            row.position,
            other.position,
            round(row.position - other.position, 3) + 0.0,
            other.support + other.attack + other.neutral,
        )
        for row, other in zip(whole, without, strict=True)
    ]
