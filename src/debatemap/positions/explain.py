"""Why somebody stands there: the claims and relations that pull most, and to which side."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph
from debatemap.positions.settle import settle


@dataclass(frozen=True, slots=True)
class Pull:
    """`id` of a claim, or of relations of one kind between one pair of works, joined by spaces; `kind`:
    "claim" or "relation"; `holder`: the claim's, or the work at the other end of the relation; `pull`:
    by how much of the axis, negative toward the attacking pole."""

    id: str
    kind: str
    holder: str
    pull: float


def explain(graph: ArgumentGraph, who: str, *, least: float = 0.001) -> list[Pull]:
    """What pulls a scholar (by name) or a work (by key), the strongest first; pulls weaker than `least`
    are left out.

    The place is a weighted sum of what all claims tell, those of others included, which reach it through
    relations: the pulls of all claims add up to it. The pull of a relation is what its being there
    changes: the place less the place without it (Sherman and Morrison 1950); it is no part of that sum.
    Raises DebatemapError for somebody who is not in the graph.
    """
    found = [scholar for scholar in graph.scholars if who == scholar.name or who in scholar.works]
    if not found:
        raise DebatemapError(
            f'nobody in this debate is called "{who}"',
            todo="Name a scholar as on the map, or a work by its key",
        )
    settled = settle(graph)
    solution = settled.solution
    holder = "" if who == found[0].name else who
    row = next(at for at, (name, key, _) in enumerate(settled.rows) if (name, key) == (found[0].name, holder))
    reach = solution.covariance(settled.weights[[row]].toarray()[0])
    pulls = [
        Pull(r.claim.id, "claim", r.claim.holder, float(reach[settled.index[r.claim.holder]] * r.information))
        for r in settled.readings
    ]
    works = list(settled.index)
    inside = set(settled.rows[row][2])
    for spring, ids in settled.answers.items():
        ends = np.zeros(len(works))
        ends[spring.one] += 1.0
        ends[spring.other] -= spring.sign
        tension = float(ends @ solution.mean)
        slack = 1.0 - spring.strength * float(ends @ solution.covariance(ends))
        pull = -spring.strength * float(reach @ ends) * tension / slack
        far = works[spring.other] if works[spring.one] in inside else works[spring.one]
        pulls.append(Pull(" ".join(sorted(ids)), "relation", far, pull))
    strong = [Pull(p.id, p.kind, p.holder, round(p.pull, 4)) for p in pulls if abs(p.pull) >= least]
    return sorted(strong, key=lambda pull: (-abs(pull.pull), pull.kind, pull.id))
