"""From claims, relations and references to one graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.making import DEBATE, claim, relation, work

from debatemap.graph import build_graph
from debatemap.model import Claim, Document, Name, Reference, RelationKind, ScholarEntry, Stance, Status

ATTACK = RelationKind.ATTACK


def references(*works: Reference) -> dict[str, Reference]:
    return {reference.key: reference for reference in works}


@pytest.mark.parametrize(
    ("works", "scholars"),
    [
        pytest.param(
            [work("sato-2001", "Sato"), work("sato-2010", "Sato")],
            {"Sato": ("sato-2001", "sato-2010")},
            id="works of one author belong together, oldest first",
        ),
        pytest.param(
            [work("sato-berg-2004", "Sato", "Berg"), work("sato-2001", "Sato")],
            {"Sato": ("sato-2001",), "Sato and Berg": ("sato-berg-2004",)},
            id="with a co-author it is another scholar",
        ),
        pytest.param(
            [work("sato-2001", "K. Sato"), work("sato-2003", "M. Sato")],
            {"K. Sato": ("sato-2001",), "M. Sato": ("sato-2003",)},
            id="namesakes with other initials stay apart",
        ),
        pytest.param(
            [work("sato-2001", "K. Sato"), work("sato-2003", "Sato")],
            {"Sato": ("sato-2001", "sato-2003")},
            id="without an initial it is the only one who has one",
        ),
        pytest.param(
            [work("a-b-c-d-2001", "Abe", "Berg", "Cohen", "Diaz")],
            {"Abe et al.": ("a-b-c-d-2001",)},
            id="four authors and more are shortened",
        ),
    ],
)
def test_scholars(works: list[Reference], scholars: dict[str, tuple[str, ...]]) -> None:
    """Every work belongs to exactly one scholar, named as cited."""
    claims = [claim("review", reference.key, "Tea is good.") for reference in works]
    graph = build_graph(DEBATE, [], claims, [], references(*works))
    assert {scholar.name: scholar.works for scholar in graph.scholars} == scholars
    assert {c.holder: c.scholar for c in graph.claims} == {
        key: name for name, keys in scholars.items() for key in keys
    }


def test_the_debates_own_names_come_first() -> None:
    """An entry in debate.toml puts works together whoever wrote them."""
    debate = replace(DEBATE, scholars=(ScholarEntry("The Kyoto group", ("sato-2001", "mori-2002")),))
    works = references(work("sato-2001", "Sato"), work("mori-2002", "Mori"))
    graph = build_graph(debate, [], [claim("r", key, "Tea.") for key in works], [], works)
    assert [scholar.name for scholar in graph.scholars] == ["The Kyoto group"]


def test_self_is_the_papers_own_key() -> None:
    """In claims and relations alike; the paper's own metadata give its author."""
    document = Document("mori-2020", "", (), authors=(Name("Mori", "A."),), year="2020", title="Tea again")
    graph = build_graph(
        DEBATE,
        [document],
        [claim("mori-2020", "self", "Tea is good.")],
        [
            relation("mori-2020", "self", "sato-2001", ATTACK),
            relation("mori-2020", "self", "mori-2020", ATTACK),
        ],
        references(work("sato-2001", "Sato")),
    )
    assert [c.holder for c in graph.claims] == ["mori-2020"]
    assert [(r.source, r.target) for r in graph.relations] == [("mori-2020", "sato-2001")]
    assert graph.works["mori-2020"].title == "Tea again"
    assert graph.scholar_of("mori-2020") == "Mori"


def test_a_work_nobody_knows_is_named_by_its_key() -> None:
    """Nothing is dropped for want of a reference."""
    graph = build_graph(DEBATE, [], [claim("r", "van-dam-1999a", "Tea.")], [], {})
    reference = graph.works["van-dam-1999a"]
    assert (graph.scholars[0].name, reference.year, reference.suffix) == ("Van Dam", "1999", "a")


def test_a_work_nobody_knows_is_named_as_a_text_names_it() -> None:
    """A key has no capitals within a name, no hyphens and no accents."""
    named = replace(claim("r", "ui-mhaille-1999", "Tea."), scholar="Uí Mháille")
    graph = build_graph(DEBATE, [], [named, claim("r", "ui-mhaille-1999", "Coffee.")], [], {})
    assert graph.scholars[0].name == "Uí Mháille"


def test_other_speakers_hold_claims_but_are_no_scholars() -> None:
    """Who is no scholar stands on no place of the map."""
    graph = build_graph(DEBATE, [], [claim("r", "other:a nurse", "Tea calms.")], [], {})
    assert (len(graph.claims), graph.scholars, graph.works) == (1, (), {})


def test_rejected_rows_are_left_out() -> None:
    """A person has said that they are wrong."""
    graph = build_graph(
        DEBATE,
        [],
        [claim("r", "sato-2001", "Tea.", status=Status.REJECTED), claim("r", "mori-2002", "Tea.")],
        [relation("r", "mori-2002", "sato-2001", ATTACK, status=Status.REJECTED)],
        {},
    )
    assert [c.holder for c in graph.claims] == ["mori-2002"]
    assert not graph.relations


def test_another_key_of_a_work_is_that_work() -> None:
    """A key made from surnames stands for the bibliography's own; a key of two works for neither."""
    works = references(
        work("Sato2001tea", "Sato", year="2001", aliases=("sato-2001", "1")),
        work("Mori2002", "Mori", year="2002", aliases=("1",)),
    )
    graph = build_graph(DEBATE, [], [claim("r", "sato-2001", "Tea."), claim("r", "1", "Milk.")], [], works)
    assert [c.holder for c in graph.claims] == ["Sato2001tea", "1"]


FOUND = "Sato argues that green tea protects the heart of older drinkers."


@pytest.mark.parametrize(
    ("hand", "kept"),
    [
        pytest.param(claim("r", "sato-2001", "Tea protects.", at=(100, 160), hand=True), 0, id="same place"),
        pytest.param(
            claim("r", "sato-2001", "Tea protects.", at=(300, 360), hand=True), 1, id="another place"
        ),
        pytest.param(claim("r", "sato-2001", FOUND[:-1].upper(), hand=True), 0, id="no place, same words"),
        pytest.param(claim("r", "sato-2001", "Tea is costly.", hand=True), 1, id="no place, other words"),
        pytest.param(claim("r", "mori-2002", FOUND, at=(100, 160), hand=True), 0, id="another holder there"),
        pytest.param(claim("r", "mori-2002", FOUND, hand=True), 1, id="another holder, no place"),
        pytest.param(claim("q", "sato-2001", FOUND, at=(100, 160), hand=True), 1, id="another paper"),
        pytest.param(claim("r", "sato-2001", FOUND, at=(100, 160)), 1, id="not by hand: both stay"),
    ],
)
def test_the_human_wins(hand: Claim, kept: int) -> None:
    """A hand-coded claim takes the place of what was extracted from the same statement, of nothing else."""
    found = claim("r", "sato-2001", FOUND, at=(100, 164))
    graph = build_graph(DEBATE, [], [found, replace(hand, id="hand")], [], {})
    assert sum(c.id == found.id for c in graph.claims) == kept
    assert any(c.id == "hand" for c in graph.claims)


def test_restatements_are_joined() -> None:
    """The same statement of one work in two papers is one, whatever the order of words; another side,
    another work, other words are not."""
    claims = [
        claim("p", "sato-2001", "Green tea protects the heart."),
        claim("q", "sato-2001", "Green tea protects the heart"),
        claim("q", "sato-2001", "Green tea protects the heart!", Stance.ATTACK),
        claim("q", "mori-2002", "Green tea protects the heart."),
        claim("q", "sato-2001", "Black tea keeps people awake at night."),
    ]
    graph = build_graph(DEBATE, [], claims, [], {})
    assert graph.restates == {claims[1].id: claims[0].id}
