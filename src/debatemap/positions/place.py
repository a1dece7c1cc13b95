"""Place works and scholars between the poles, each with its 90 % interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from debatemap.model import ArgumentGraph, Claim, Position, Stance
from debatemap.positions.settle import settle

Z = 1.645
"""Standard deviations on either side of a 90 % interval."""


def place_scholars(
    graph: ArgumentGraph, *, exclude_papers: Iterable[str] = (), exclude_coders: Iterable[str] = ()
) -> list[Position]:
    """A row for every scholar (holder "") and every work that holds a claim or stands in a relation.

    Positions run from -1 (attacks the thesis) to +1 (supports it), intervals are 90 %, both cut at the
    poles. `exclude_papers`, `exclude_coders`: leave out what these papers report or coders coded. Rows
    are sorted by scholar, the scholar's own row first, then works by year. How places follow from claims
    and relations: `debatemap.positions.field` and `debatemap.positions.evidence`.

    >>> from debatemap.model import ArgumentGraph, Debate, Pole
    >>> place_scholars(ArgumentGraph(Debate("", "", Pole("", ""), Pole("", "")), (), (), (), {}))
    []
    """
    if not graph.scholars:
        return []
    settled = settle(graph, exclude_papers=exclude_papers, exclude_coders=exclude_coders)
    means = settled.weights @ settled.solution.mean
    spreads = settled.solution.spreads(settled.weights)
    return [
        _position(
            (name, holder),
            [claim for work in works for claim in settled.claims.get(work, ())],
            sorted({graph.works[work].year for work in works if graph.works[work].year}),
            float(mean),
            float(spread),
        )
        for (name, holder, works), mean, spread in zip(settled.rows, means, spreads, strict=True)
    ]


def _position(
    who: tuple[str, str], claims: Sequence[Claim], years: Sequence[str], mean: float, spread: float
) -> Position:
    name, holder = who
    count = Counter(claim.stance for claim in claims)
    return Position(
        scholar=name,
        holder=holder,
        year=f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years),
        position=within(mean),
        lower=within(mean - Z * spread),
        upper=within(mean + Z * spread),
        support=count[Stance.SUPPORT],
        attack=count[Stance.ATTACK],
        neutral=count[Stance.NEUTRAL],
        papers=len({claim.paper for claim in claims}),
        reported=_mean_stance([claim for claim in claims if claim.paper != claim.holder]),
        own=_mean_stance([claim for claim in claims if claim.paper == claim.holder]),
    )


def within(value: float) -> float:
    """Cut at the poles, three decimals, no negative zero."""
    return round(max(-1.0, min(1.0, value)), 3) + 0.0


def _mean_stance(claims: Sequence[Claim]) -> float | None:
    total = sum(claim.confidence for claim in claims)
    if total <= 0:
        return None
    return within(sum(claim.confidence * claim.stance.sign for claim in claims) / total)
