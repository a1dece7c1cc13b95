"""Each paper's own view: where it alone puts the scholars."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from debatemap.model import ArgumentGraph, Claim, Position
from debatemap.positions.place import place_scholars


def place_by_paper(graph: ArgumentGraph) -> dict[str, list[Position]]:
    """Paper → the scholars as its claims and relations alone place them (rows with holder "").

    Only scholars of whom the paper reports a claim for or against; papers that place nobody are left out.

    >>> from debatemap.model import ArgumentGraph, Debate, Pole
    >>> place_by_paper(ArgumentGraph(Debate("", "", Pole("", ""), Pole("", "")), (), (), (), {}))
    {}
    """
    of_paper: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if claim.is_scholars:
            of_paper[claim.paper].append(claim)
    found = {}
    for paper, claims in sorted(of_paper.items()):
        relations = tuple(relation for relation in graph.relations if relation.paper == paper)
        involved = {claim.holder for claim in claims}
        involved |= {end for relation in relations for end in (relation.source, relation.target)}
        # Only those the paper speaks of: the cost of placing grows with the square of the works.
        part = replace(
            graph,
            scholars=tuple(
                replace(scholar, works=tuple(work for work in scholar.works if work in involved))
                for scholar in graph.scholars
                if involved.intersection(scholar.works)
            ),
            claims=tuple(claims),
            relations=relations,
        )
        rows = [row for row in place_scholars(part) if not row.holder and row.support + row.attack]
        if rows:
            found[paper] = rows
    return found
