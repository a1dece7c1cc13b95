"""Why somebody stands there, whose framing moves whom, and what others make of a scholar."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.making import DEBATE, claim, relation

from debatemap.errors import DebatemapError
from debatemap.graph import build_graph
from debatemap.model import ArgumentGraph, Origin, RelationKind, Stance
from debatemap.positions import compare_framing, explain, place_scholars, sensitivity

FOR, AGAINST = Stance.SUPPORT, Stance.ATTACK


@pytest.fixture
def graph() -> ArgumentGraph:
    claims = [
        claim("p", "mori-2002", "Tea mends sleep.", FOR, confidence=0.9),
        claim("p", "mori-2002", "Tea stains teeth.", AGAINST, confidence=0.5),
        claim("q", "sato-2001", "Tea harms iron levels.", AGAINST, confidence=0.9),
        claim("q", "sato-2001", "Tea steals sleep.", AGAINST, hand=True, confidence=1.0, coder="ann"),
        claim("q", "berg-1999", "Tea is dear.", Stance.NEUTRAL),
    ]
    answers = [relation("q", "mori-2002", "sato-2001", RelationKind.ATTACK)]
    return build_graph(DEBATE, [], claims, answers, {})


def test_claims_pull_to_their_side_and_sum_to_the_place(graph: ArgumentGraph) -> None:
    """The strongest first; an opponent's claims reach through the attack, turned round."""
    pulls = explain(graph, "mori-2002", least=0)
    texts = {c.id: c.text for c in graph.claims}
    by_claim = {texts[pull.id]: pull.pull for pull in pulls if pull.kind == "claim"}
    assert by_claim["Tea mends sleep."] > 0 > by_claim["Tea stains teeth."]
    assert by_claim["Tea steals sleep."] > by_claim["Tea harms iron levels."] > 0
    assert next(iter(by_claim)) == "Tea mends sleep."
    place = next(row.position for row in place_scholars(graph) if row.holder == "mori-2002")
    assert sum(by_claim.values()) == pytest.approx(place, abs=1e-3)


def test_a_relations_pull_is_what_its_being_there_changes(graph: ArgumentGraph) -> None:
    """As if the field were solved again without it."""
    pull = next(pull for pull in explain(graph, "Mori") if pull.kind == "relation")
    without = build_graph(DEBATE, [], graph.claims, [], {})
    place, other = (
        next(r.position for r in place_scholars(g) if r.scholar == "Mori") for g in (graph, without)
    )
    assert pull.holder == "sato-2001"
    assert pull.pull == pytest.approx(place - other, abs=1e-3)


def test_nobody_of_that_name(graph: ArgumentGraph) -> None:
    """An error that says what to do."""
    with pytest.raises(DebatemapError, match=r"nobody in this debate is called .Moro.*Name a scholar"):
        explain(graph, "Moro")


def test_sensitivity(graph: ArgumentGraph) -> None:
    """Without paper q nothing is known of Sato; without the coder Sato stands nearer to the middle."""
    shifts = {(s.kind, s.left_out, s.holder): s.moved for s in sensitivity(graph)}
    left = {(s.kind, s.left_out, s.holder): s.left for s in sensitivity(graph)}
    assert shifts["paper", "q", "sato-2001"] < -0.5
    assert (left["paper", "q", "sato-2001"], left["coder", "ann", "sato-2001"]) == (0, 1)
    assert shifts["coder", "ann", "sato-2001"] < -0.05
    assert ("paper", "p", "berg-1999") not in shifts
    moved = [abs(shift.moved) for shift in sensitivity(graph)]
    assert moved == sorted(moved, reverse=True)


@pytest.mark.parametrize(
    ("reported", "own", "differs"),
    [
        pytest.param([AGAINST] * 6, [FOR] * 6, True, id="many claims on opposite sides"),
        pytest.param([AGAINST], [FOR], False, id="one claim each proves nothing"),
        pytest.param([FOR] * 6, [FOR] * 6, False, id="both agree"),
    ],
)
def test_framing(reported: list[Stance], own: list[Stance], differs: bool) -> None:
    """A difference is flagged when its interval leaves zero out."""
    claims = [
        claim(paper, "sato-2001", f"Tea and {number}.", stance, confidence=0.9)
        for paper, stances in (("p", reported[::2]), ("q", reported[1::2]), ("sato-2001", own))
        for number, stance in enumerate(stances)
    ]
    found = compare_framing(build_graph(DEBATE, [], claims, [], {}))
    assert [(row.holder, row.differs) for row in found] == [("", differs), ("sato-2001", differs)]
    assert all(row.lower <= row.reported - row.own <= row.upper for row in found)


def test_framing_is_surer_of_hand_coded_claims() -> None:
    """The program errs alike within one paper; a coder does not."""
    read = [
        claim(paper, "sato-2001", f"Tea and {number}.", stance, confidence=1.0)
        for paper, stance in (("p", AGAINST), ("sato-2001", FOR))
        for number in range(4)
    ]
    coded = [replace(one, origin=Origin.HAND) for one in read]
    doubts = []
    for claims in (read, coded):
        framing = compare_framing(build_graph(DEBATE, [], claims, [], {}))[0]
        doubts.append(framing.upper - framing.lower)
    assert doubts[0] > 1.1 * doubts[1]


def test_framing_needs_both_sides(graph: ArgumentGraph) -> None:
    """Nobody here writes a paper of the corpus."""
    assert compare_framing(graph) == []
