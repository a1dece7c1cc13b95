"""Place works and scholars between the poles, each with its 90 % interval."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from debatemap.model import ArgumentGraph, Claim, Origin, Position, Relation, RelationKind, Stance
from debatemap.positions.field import Field

CLAIM_VARIANCE = 0.5
"""Of one sure claim as a reading of its holder's place: a scholar between the poles says both."""
ALIKE = 0.15
"""How far the claims that one paper reports of one work repeat each other: witnesses weigh less and
less (the design effect of cluster sampling, Kish 1965)."""
NEUTRAL = 0.25
"""A neutral claim pulls to the middle with this share of a stance-bearing one's weight."""
BY_HAND = 2.0
"""A hand-coded claim weighs as two sure extracted ones."""
RELATION = 0.6
"""Strength of one sure relation's spring."""
SAME_SCHOLAR = 4.0
"""Strength of the spring between a scholar's works of the same year; it slackens with the years."""
Z = 1.645
"""Standard deviations on either side of a 90 % interval."""


def place_scholars(
    graph: ArgumentGraph, *, exclude_papers: Iterable[str] = (), exclude_coders: Iterable[str] = ()
) -> list[Position]:
    """A row for every scholar (holder "") and every work that holds a claim or stands in a relation.

    `exclude_papers`, `exclude_coders`: leave out what these papers report or coders coded. Rows are
    sorted by scholar, the scholar's own row first, then works by year.
    """
    without, unheard = set(exclude_papers), set(exclude_coders)
    claims = [
        c
        for c in graph.claims
        if c.is_scholars and c.paper not in without and not (c.origin is Origin.HAND and c.coder in unheard)
    ]
    relations = [r for r in graph.relations if r.paper not in without and r.coder not in unheard]
    works = [work for scholar in graph.scholars for work in scholar.works]
    if not works:
        return []
    index = {work: at for at, work in enumerate(works)}
    of_work: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_work[claim.holder].append(claim)
    field = _field(graph, index, of_work, relations)

    rows: list[tuple[str, str, list[str]]] = []
    for scholar in graph.scholars:
        rows.append((scholar.name, "", list(scholar.works)))
        rows += [(scholar.name, work, [work]) for work in scholar.works]
    weights = [_weights(group, index, of_work) for _, _, group in rows]
    means, spreads = field.solve(weights)
    return [
        _position(
            (name, holder),
            [claim for work in group for claim in of_work[work]],
            sorted({graph.works[work].year for work in group if graph.works[work].year}),
            float(mean),
            float(spread),
        )
        for (name, holder, group), mean, spread in zip(rows, means, spreads, strict=True)
    ]


def _field(
    graph: ArgumentGraph,
    index: dict[str, int],
    of_work: dict[str, list[Claim]],
    relations: Sequence[Relation],
) -> Field:
    field = Field(len(index))
    for work, claims in of_work.items():
        by_paper: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_paper[claim.paper].append(claim)
        for paper in sorted(by_paper):
            readings = [reading_of(claim) for claim in by_paper[paper]]
            total = sum(weight for _, weight in readings)
            if total > 0:
                mean = sum(value * weight for value, weight in readings) / total
                effective = total / (1 + ALIKE * max(0.0, total - 1))
                field.read(index[work], mean, effective / CLAIM_VARIANCE)
    for scholar in graph.scholars:
        for one, other in zip(scholar.works, scholar.works[1:], strict=False):
            apart = _years(graph.works[other].year) - _years(graph.works[one].year)
            field.tie(index[one], index[other], SAME_SCHOLAR / (1 + abs(apart)))
    for (source, target, kind), strength in sorted(_springs(relations, index).items()):
        field.tie(index[source], index[target], strength, sign=1 if kind is RelationKind.SUPPORT else -1)
    return field


def reading_of(claim: Claim) -> tuple[float, float]:
    """What a claim says of its holder's place, -1 to +1, and how much that weighs: 1 for a sure stance.

    Of a claim that bears on the thesis with probability b and leans by l, the stance is l/b on the
    average with variance 1 - (l/b)², which adds to that of a sure claim.
    """
    if claim.lean is None or claim.bearing is None:
        sure = BY_HAND if claim.origin is Origin.HAND else claim.confidence
        return float(claim.stance.sign), sure * (NEUTRAL if claim.stance is Stance.NEUTRAL else 1.0)
    value = max(-1.0, min(1.0, claim.lean / claim.bearing)) if claim.bearing > 0 else 0.0
    return value, claim.bearing * CLAIM_VARIANCE / (CLAIM_VARIANCE + 1 - value**2)


def _springs(
    relations: Sequence[Relation], index: dict[str, int]
) -> dict[tuple[str, str, RelationKind], float]:
    """Relations of one kind between two works, several weighing less than their sum."""
    found: Counter[tuple[str, str, RelationKind]] = Counter()
    for relation in relations:
        if relation.source in index and relation.target in index:
            one, other = sorted((relation.source, relation.target))
            weight = BY_HAND if relation.origin is Origin.HAND else relation.confidence
            found[one, other, relation.relation] += weight  # type: ignore[assignment]
    return {key: RELATION * float(np.sqrt(total)) for key, total in found.items()}


def _years(year: str) -> int:
    return int(year) if year.isdigit() else 0


def _weights(group: Sequence[str], index: dict[str, int], of_work: dict[str, list[Claim]]) -> np.ndarray:
    """A scholar stands where the works stand, each weighing by what is known of it."""
    row = np.zeros(len(index))
    for work in group:
        row[index[work]] = 0.1 + sum(reading_of(claim)[1] for claim in of_work[work])
    return np.asarray(row / row.sum())


def _position(
    who: tuple[str, str], claims: Sequence[Claim], years: Sequence[str], mean: float, spread: float
) -> Position:
    name, holder = who
    count = Counter(claim.stance for claim in claims)
    own = [claim for claim in claims if claim.paper == claim.holder]
    reported = [claim for claim in claims if claim.paper != claim.holder]
    return Position(
        scholar=name,
        holder=holder,
        year=f"{years[0]}–{years[-1]}" if len(years) > 1 else "".join(years),
        position=_within(mean),
        lower=_within(mean - Z * spread),
        upper=_within(mean + Z * spread),
        support=count[Stance.SUPPORT],
        attack=count[Stance.ATTACK],
        neutral=count[Stance.NEUTRAL],
        papers=len({claim.paper for claim in claims}),
        reported=_mean_stance(reported),
        own=_mean_stance(own),
    )


def _within(value: float) -> float:
    return round(max(-1.0, min(1.0, value)), 3) + 0.0


def _mean_stance(claims: Sequence[Claim]) -> float | None:
    weights = [claim.confidence for claim in claims]
    if not claims or sum(weights) <= 0:
        return None
    mean = sum(w * claim.stance.sign for w, claim in zip(weights, claims, strict=True)) / sum(weights)
    return round(mean, 3) + 0.0
