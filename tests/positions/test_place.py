"""Scholars between the poles, on graphs small enough to know what is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.making import DEBATE, claim, relation

from debatemap.graph import build_graph
from debatemap.model import ArgumentGraph, Claim, Position, Relation, RelationKind, Stance
from debatemap.positions import place_scholars

FOR, AGAINST, NEITHER = Stance.SUPPORT, Stance.ATTACK, Stance.NEUTRAL
TOPICS = ("sleep", "teeth", "nerves", "iron", "weight", "mood", "kidneys", "memory")


def says(
    holder: str,
    stances: Sequence[Stance],
    *,
    paper: str = "review",
    confidence: float = 0.8,
    hand: bool = False,
) -> list[Claim]:
    """So many claims of one work in one paper."""
    return [
        claim(paper, holder, f"Tea and {topic}.", stance, confidence=confidence, hand=hand)
        for topic, stance in zip(TOPICS, stances, strict=False)
    ]


def build(*claims: Claim, relations: Sequence[Relation] = ()) -> ArgumentGraph:
    return build_graph(DEBATE, [], claims, relations, {})


def places(graph: ArgumentGraph) -> dict[str, Position]:
    """Work → its row."""
    return {row.holder: row for row in place_scholars(graph) if row.holder}


def width(row: Position) -> float:
    return row.upper - row.lower


def test_the_order_follows_the_claims() -> None:
    """Who says more against stands further to the attacking pole; the poles are never exchanged."""
    graph = build(
        *says("a-2001", [AGAINST] * 4),
        *says("b-2002", [AGAINST, AGAINST, FOR]),
        *says("c-2003", [FOR, AGAINST]),
        *says("d-2004", [FOR, FOR, AGAINST]),
        *says("e-2005", [FOR] * 4),
    )
    row = places(graph)
    assert sorted(row, key=lambda holder: row[holder].position) == sorted(row)
    assert row["a-2001"].position < -0.5 < 0.5 < row["e-2005"].position
    assert row["c-2003"].position == 0


def test_a_claim_that_is_neutral_at_first_sight_tells_what_else_it_may_be() -> None:
    """Its lean pulls to its side; without one it pulls nowhere."""
    (claimed,) = says("a-2001", [NEITHER], confidence=0.5)
    leaning, contrary = (
        replace(claimed, id=holder, holder=holder, lean=lean)
        for holder, lean in (("b-2002", 0.4), ("c-2003", -0.4))
    )
    row = places(build(claimed, leaning, contrary))
    assert row["a-2001"].position == 0
    assert row["b-2002"].position == -row["c-2003"].position > 0.1


def test_guesses_that_lean_one_way_put_nobody_at_a_pole() -> None:
    """However many they are: the errors of the program go together. Sure claims do."""
    guesses = [replace(one, lean=0.2) for one in says("a-2001", [NEITHER] * 8, confidence=0.4)]
    sure = [replace(one, lean=0.9) for one in says("b-2002", [FOR] * 8, confidence=0.92)]
    row = places(build(*guesses, *sure))
    assert 0.1 < row["a-2001"].position < 0.5
    assert row["b-2002"].position > 0.7


def test_rows() -> None:
    """The scholar's own row before the works by year; counts, papers and years are told."""
    graph = build(
        *says("b-2016", [FOR, NEITHER]),
        *says("b-2014", [AGAINST], paper="other-2020"),
        *says("a-2001", [FOR]),
    )
    rows = place_scholars(graph)
    assert [(row.scholar, row.holder, row.year) for row in rows] == [
        ("A", "", "2001"),
        ("A", "a-2001", "2001"),
        ("B", "", "2014–2016"),
        ("B", "b-2014", "2014"),
        ("B", "b-2016", "2016"),
    ]
    assert (rows[2].support, rows[2].attack, rows[2].neutral, rows[2].papers) == (1, 1, 1, 2)


@pytest.mark.parametrize("hand", [False, True])
def test_more_claims_narrow_the_interval(hand: bool) -> None:
    """And move the place outward; one claim leaves a wide interval around the middle."""
    rows = [places(build(*says("a-2001", [FOR] * n, hand=hand)))["a-2001"] for n in (1, 2, 4, 8)]
    assert all(width(few) > width(many) for few, many in pairwise(rows))
    assert all(few.position < many.position for few, many in pairwise(rows))
    assert rows[0].lower < 0 and width(rows[0]) > 1


def test_errors_of_the_program_go_together() -> None:
    """Claims that it read in one paper leave more doubt than as many, as sure, coded by hand; less so in
    as many papers."""
    ratios = []
    for papers in (["p"] * len(TOPICS), [f"p{at}" for at in range(len(TOPICS))]):
        read, coded = (
            places(
                build(
                    *(
                        claim(paper, "a-2001", f"Tea and {topic}.", stance, confidence=1.0, hand=hand)
                        for paper, topic, stance in zip(papers, TOPICS, [FOR, AGAINST] * 4, strict=True)
                    )
                )
            )["a-2001"]
            for hand in (False, True)
        )
        ratios.append(width(read) / width(coded))
    assert ratios[0] > 1.3 > ratios[1] > 1


@pytest.mark.parametrize(
    ("name", "weak", "strong"),
    [
        ("a surer claim", says("a-2001", [FOR], confidence=0.5), says("a-2001", [FOR], confidence=0.9)),
        (
            "a claim by hand",
            says("a-2001", [FOR], confidence=0.8),
            says("a-2001", [FOR], confidence=1.0, hand=True),
        ),
        (
            "four statements in two papers rather than in one",
            says("a-2001", [FOR] * 4),
            [*says("a-2001", [FOR] * 2), *says("a-2001", [FOR] * 4, paper="q")[2:]],
        ),
        (
            "two statements rather than one that two papers report",
            [*says("a-2001", [FOR]), *says("a-2001", [FOR], paper="q")],
            [*says("a-2001", [FOR]), *says("a-2001", [FOR] * 2, paper="q")[1:]],
        ),
        (
            "a second witness",
            says("a-2001", [FOR]),
            [*says("a-2001", [FOR]), *says("a-2001", [FOR], paper="q")],
        ),
        ("no neutral claim beside", says("a-2001", [FOR, NEITHER, NEITHER]), says("a-2001", [FOR])),
    ],
)
def test_what_weighs_more(name: str, weak: list[Claim], strong: list[Claim]) -> None:
    """Pulls the place further out."""
    assert 0 < places(build(*weak))["a-2001"].position < places(build(*strong))["a-2001"].position, name


def test_a_guess_tells_nothing() -> None:
    """A stance no surer than chance leaves the scholar in the middle, the interval over the axis."""
    row = places(build(*says("a-2001", [FOR] * 8, confidence=1 / 3)))["a-2001"]
    assert (row.position, row.lower, row.upper) == (0, -1, 1)


@pytest.mark.parametrize(
    ("kind", "side"),
    [pytest.param(RelationKind.SUPPORT, 1, id="support"), pytest.param(RelationKind.ATTACK, -1, id="attack")],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_relations_pull(kind: RelationKind, side: int, swapped: bool) -> None:
    """Support draws a scholar of whom nothing is known to the same side, attack to the other, whichever
    of the two began."""
    ends = ("b-2002", "a-2001") if swapped else ("a-2001", "b-2002")
    row = places(build(*says("a-2001", [FOR] * 4), relations=[relation("review", *ends, kind)]))
    assert side * row["b-2002"].position > 0.02
    assert abs(row["b-2002"].position) < row["a-2001"].position


def test_attack_drives_two_of_one_side_apart_from_it() -> None:
    """Two who both speak for the thesis and attack one another stand nearer to the middle than without;
    opponents who attack one another stay where they are, more surely."""
    attack = [relation("review", "a-2001", "b-2002", RelationKind.ATTACK)]
    same = [*says("a-2001", [FOR] * 4), *says("b-2002", [FOR] * 2)]
    assert places(build(*same, relations=attack))["b-2002"].position < places(build(*same))["b-2002"].position
    apart = [*says("a-2001", [FOR] * 4), *says("b-2002", [AGAINST] * 4)]
    with_it, without = places(build(*apart, relations=attack)), places(build(*apart))
    assert with_it["a-2001"].position == without["a-2001"].position
    assert width(with_it["a-2001"]) < width(without["a-2001"])


def test_nothing_known() -> None:
    """Two scholars who are only said to support one another: in the middle, over the whole axis; an empty
    graph has no rows."""
    row = places(build(relations=[relation("r", "a-2001", "b-2002", RelationKind.SUPPORT)]))
    assert [(one.position, one.lower, one.upper) for one in row.values()] == [(0, -1, 1)] * 2
    assert place_scholars(build()) == []


def test_other_speakers_do_not_count() -> None:
    """What a nurse says is nobody's position."""
    assert place_scholars(build(*says("other:a nurse", [FOR]))) == []


def test_who_changes_sides_is_seen_to_do_so() -> None:
    """Works of one scholar lean on one another, the nearer in years the more, but keep their own side."""
    row = places(build(*says("a-2001", [AGAINST] * 4), *says("a-2005", [FOR] * 4)))
    alone = places(build(*says("a-2001", [AGAINST] * 4)))
    assert alone["a-2001"].position < row["a-2001"].position < -0.2 < 0.2 < row["a-2005"].position


def test_who_attacks_an_earlier_work_of_their_own_is_no_longer_held_by_it() -> None:
    """A turn that the text marks: the works stand further apart than without the mark."""
    claims = [*says("b-2014", [AGAINST] * 2), *says("b-2016", [FOR] * 2)]
    marked = [relation("review", "b-2016", "b-2014", RelationKind.ATTACK)]
    apart, near = (places(build(*claims, relations=told)) for told in (marked, []))
    assert apart["b-2016"].position > near["b-2016"].position > 0
    assert apart["b-2014"].position < near["b-2014"].position < 0


def test_the_nearer_in_years_the_closer() -> None:
    """An untold work leans on the next one more than on one decades away; a work without a year is taken
    to be some years away."""
    found = {}
    for key in ("a-2002", "a-nd", "a-2030"):
        neutral = says(key, [NEITHER], confidence=0.4)
        found[key] = places(build(*says("a-2001", [FOR] * 4), *neutral))[key].position
    assert found["a-2002"] > found["a-nd"] > found["a-2030"] > 0


def test_reported_beside_own() -> None:
    """What others say, and what the scholar's own paper says; None where nobody says anything."""
    graph = build(
        *says("a-2001", [AGAINST, AGAINST, FOR]),
        *says("self", [FOR, FOR], paper="a-2001"),
        *says("b-2002", [FOR]),
    )
    row = places(graph)
    assert (row["a-2001"].reported, row["a-2001"].own) == (-0.333, 1.0)
    assert (row["b-2002"].reported, row["b-2002"].own) == (1.0, None)


def test_left_out() -> None:
    """Papers and coders can be left out; the scholars stay, of whom then nothing may be known."""
    by_hand = claim("q", "a-2001", "Tea and bones.", AGAINST, hand=True, confidence=1, coder="ann")
    graph = build(*says("a-2001", [FOR] * 3), by_hand)
    rows = [
        place_scholars(graph)[0],
        place_scholars(graph, exclude_coders=["ann"])[0],
        place_scholars(graph, exclude_papers=["review"])[0],
        place_scholars(graph, exclude_papers=["review", "q"])[0],
    ]
    assert [(row.support, row.attack) for row in rows] == [(3, 1), (3, 0), (0, 1), (0, 0)]
    assert rows[1].position > rows[0].position > rows[2].position
    assert rows[3].position == 0


@given(
    signs=st.lists(st.lists(st.sampled_from([-1, 0, 1]), max_size=6), min_size=2, max_size=6),
    ends=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=8),
)
def test_mirror(signs: list[list[int]], ends: list[tuple[int, int, bool]]) -> None:
    """With every stance turned round, every place is mirrored and no interval changes its width: the
    direction comes from the stances alone. Every place lies in its interval, every interval on the axis."""
    relations = [
        relation("r", f"w{a}-2000", f"w{b}-2000", RelationKind.SUPPORT if kind else RelationKind.ATTACK)
        for a, b, kind in ends
    ]
    claims = [
        one
        for number, row in enumerate(signs)
        for one in says(f"w{number}-2000", [Stance.of_sign(sign) for sign in row])
    ]
    turned = [replace(one, stance=Stance.of_sign(-one.stance.sign)) for one in claims]
    found = place_scholars(build(*claims, relations=relations))
    mirrored = place_scholars(build(*turned, relations=relations))
    assert [(r.position, r.lower) for r in found] == [(-m.position, -m.upper) for m in mirrored]
    assert all(-1 <= row.lower <= row.position <= row.upper <= 1 for row in found)
