"""From an argument graph to the settled field: which works, which readings, which springs, which places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from debatemap.model import ArgumentGraph, Claim, Origin
from debatemap.positions.evidence import Reading, read_claims, tie_relations, tie_years
from debatemap.positions.field import Field, Solution, Spring

PRIOR = 0.3
"""Precision of a work's place before anything is known: its interval then covers the axis. Between .2 and .4
simulated debates and coded texts hardly differ; looser, intervals are too wide where scholars are few, and
who is known by one claim stands as far out as who is known by many."""
UNHEARD = 0.1
"""What a work of which nothing is known still weighs in its scholar's place."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The places of all works, and what they follow from.

    `index`: work → its number; `claims`: work → claims that count; `answers`: spring → the ids of the
    relations behind it; `rows`: (scholar, holder, works) of each position, the scholar's own row, with
    holder "", before the works'; `weights`: how a row's place is made of works' places, a row each.
    """

    index: dict[str, int]
    claims: dict[str, list[Claim]]
    readings: list[Reading]
    answers: dict[Spring, list[str]]
    solution: Solution
    rows: list[tuple[str, str, tuple[str, ...]]]
    weights: csr_array


def settle(
    graph: ArgumentGraph, *, exclude_papers: Iterable[str] = (), exclude_coders: Iterable[str] = ()
) -> Settled:
    """Solve the field of a graph without what some papers report and some coders coded."""
    papers, coders = set(exclude_papers), set(exclude_coders)
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        unheard = claim.origin is Origin.HAND and claim.coder in coders
        if claim.is_scholars and claim.paper not in papers and not unheard:
            claims[claim.holder].append(claim)
    relations = [
        relation
        for relation in graph.relations
        if relation.paper not in papers and not (relation.origin is Origin.HAND and relation.coder in coders)
    ]
    index = {work: at for at, work in enumerate(w for scholar in graph.scholars for w in scholar.works)}
    readings = read_claims([claim for group in claims.values() for claim in group], graph.restates)
    answers = tie_relations(relations, index)
    field = Field(len(index), prior=PRIOR)
    known = np.full(len(index), UNHEARD)
    for reading in readings:
        field.read(index[reading.claim.holder], reading.information, reading.precision)
        known[index[reading.claim.holder]] += reading.precision
    for spring in [*answers, *tie_years(graph, relations, index)]:
        field.tie(spring)
    rows: list[tuple[str, str, tuple[str, ...]]] = []
    for scholar in graph.scholars:
        rows.append((scholar.name, "", scholar.works))
        rows += [(scholar.name, work, (work,)) for work in scholar.works]
    return Settled(index, claims, readings, answers, field.solve(), rows, _weights(rows, index, known))


def _weights(
    rows: list[tuple[str, str, tuple[str, ...]]], index: dict[str, int], known: np.ndarray
) -> csr_array:
    """A scholar stands where the works stand, each weighing by what is known of it."""
    columns = [[index[work] for work in works] for _, _, works in rows]
    data = [known[at] / known[at].sum() for at in columns]
    starts = np.cumsum([0, *map(len, columns)])
    return csr_array((np.concatenate(data), np.concatenate(columns), starts), shape=(len(rows), len(index)))
