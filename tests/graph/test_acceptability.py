"""What stands up in a debate."""

from __future__ import annotations

import pytest
from tests.graph.making import DEBATE, claim, relation

from debatemap.graph import acceptability, build_graph, undefeated
from debatemap.graph.semantics import Semantics
from debatemap.model import ArgumentGraph, RelationKind, Stance

ATTACK, SUPPORT = RelationKind.ATTACK, RelationKind.SUPPORT
BOTH = pytest.mark.parametrize("semantics", ["df-quad", "quadratic-energy"])


def quarrel(kind: RelationKind) -> ArgumentGraph:
    """Mori, against, answers Sato, who is for and grants a little."""
    claims = [
        claim("r", "mori-2002", "Tea is bad.", Stance.ATTACK, confidence=0.9),
        claim("r", "sato-2001", "Tea is good.", confidence=0.7),
        claim("r", "sato-2001", "Some tea is bad.", Stance.ATTACK, confidence=0.7),
    ]
    return build_graph(DEBATE, [], claims, [relation("r", "mori-2002", "sato-2001", kind)], {})


@BOTH
@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [pytest.param(ATTACK, -1, 0, id="attack"), pytest.param(SUPPORT, 0, 1, id="support")],
)
def test_relations_reach_the_claims_they_are_about(
    kind: RelationKind, good: int, bad: int, semantics: Semantics
) -> None:
    """An attack weakens what is not on the attacker's side, a support lifts what is."""
    graph = quarrel(kind)
    found = acceptability(graph, semantics=semantics)
    moved = {c.text: found[c.id] - c.confidence for c in graph.claims if c.holder == "sato-2001"}
    signs = {text: (by > 0.01) - (by < -0.01) for text, by in moved.items()}
    assert signs == {"Tea is good.": good, "Some tea is bad.": bad}


@BOTH
def test_the_thesis_follows_its_claims(semantics: Semantics) -> None:
    """Two claims against and one for put the thesis below the middle."""
    assert acceptability(quarrel(ATTACK), semantics=semantics)["thesis"] < 0.5


def test_witnesses_make_a_statement_surer() -> None:
    """Two papers that report the same statement count once, and as surer: 1 - .4 · .4."""
    claims = [claim(paper, "sato-2001", "Tea protects the heart.", confidence=0.6) for paper in "pq"]
    found = acceptability(build_graph(DEBATE, [], claims, [], {}))
    assert [found[c.id] for c in claims] == pytest.approx([0.84, 0.84])


def test_undefeated() -> None:
    """Who is attacked only by the defeated stands."""
    answers = [relation("r", "a-2001", "b-2002", ATTACK), relation("r", "b-2002", "c-2003", ATTACK)]
    assert undefeated(build_graph(DEBATE, [], [], answers, {})) == {"a-2001", "c-2003"}
