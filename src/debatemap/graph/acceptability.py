"""How far each claim, each work and the thesis itself stand up in the debate."""

from __future__ import annotations

from collections import defaultdict

from debatemap.graph.semantics import Edge, Semantics, grounded_extension, strengths
from debatemap.model import ArgumentGraph, Claim, RelationKind, Stance
from debatemap.model.claim import OTHER

THESIS = "thesis"
"""The thesis' own name among the arguments."""
MIDDLE = 0.5
"""Base score of a work and of the thesis, of which nothing is said beforehand."""


def acceptability(graph: ArgumentGraph, *, semantics: Semantics = "df-quad") -> dict[str, float]:
    """Claim id, work key and "thesis" → strength, 0 to 1.

    The arguments: claims, with their confidence as base score (a statement that several papers report is
    one argument, as sure as at least one of them being right); works; the thesis. Claims support or
    attack the thesis by their stance. A relation runs from work to work and from work to claim: an attack
    reaches those claims of the other work that do not stand on the attacker's own side, a support those
    that do not stand on the other side, as far as the relation is sure. Cycles are allowed.
    """
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        groups[graph.restates.get(claim.id, claim.id)].append(claim)
    base = {THESIS: MIDDLE, **dict.fromkeys(sorted(graph.works), MIDDLE)}
    for name, group in groups.items():
        missed = 1.0
        for claim in group:
            missed *= 1.0 - claim.confidence
        base[name] = 1.0 - missed
    edges = [
        Edge(name, THESIS, supports=group[0].stance is Stance.SUPPORT)
        for name, group in groups.items()
        if group[0].stance is not Stance.NEUTRAL
    ]
    edges += _relations(graph, groups)
    found = strengths(base, edges, semantics=semantics)
    return found | {claim.id: found[name] for name, group in groups.items() for claim in group}


def undefeated(graph: ArgumentGraph) -> frozenset[str]:
    """The works in the grounded extension of the attacks alone: those that nobody attacks, and those
    whose every attacker is attacked by one of them."""
    attacks = [
        (relation.source, relation.target)
        for relation in graph.relations
        if relation.relation is RelationKind.ATTACK and {relation.source, relation.target} <= set(graph.works)
    ]
    return grounded_extension(sorted(graph.works), attacks)


def _relations(graph: ArgumentGraph, groups: dict[str, list[Claim]]) -> list[Edge]:
    held: dict[str, list[str]] = defaultdict(list)
    lean: dict[str, float] = defaultdict(float)
    for name, group in groups.items():
        held[group[0].holder].append(name)
        lean[group[0].holder] += sum(claim.confidence * claim.stance.sign for claim in group)
    edges = []
    for relation in graph.relations:
        source, target, sure = relation.source, relation.target, relation.confidence
        if source not in graph.works or target.startswith(OTHER):
            continue
        supports = relation.relation is RelationKind.SUPPORT
        edges.append(Edge(source, target, supports, sure))
        spared = Stance.of_sign(lean[source]).sign * (-1 if supports else 1)
        edges += [
            Edge(source, name, supports, sure)
            for name in held[target]
            if not spared or groups[name][0].stance.sign != spared
        ]
    return edges
