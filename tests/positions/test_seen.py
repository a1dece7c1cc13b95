"""Where each paper alone puts the scholars."""

from __future__ import annotations

from tests.graph.making import DEBATE, claim, relation

from debatemap.graph import build_graph
from debatemap.model import ArgumentGraph, RelationKind, Stance
from debatemap.positions import place_by_paper, place_scholars

FOR, AGAINST, NEITHER = Stance.SUPPORT, Stance.ATTACK, Stance.NEUTRAL


def graph_of(*papers: str) -> ArgumentGraph:
    """In "one", Sato is for and Mori against; in "two", the other way round; in "three", nobody is either."""
    claims = [
        claim("one", "sato-2001", "Tea protects.", FOR),
        claim("one", "mori-2002", "Tea harms.", AGAINST),
        claim("two", "sato-2001", "Tea harms the nerves.", AGAINST),
        claim("two", "mori-2002", "Tea protects the teeth.", FOR),
        claim("three", "mori-2002", "Tea is drunk in Japan.", NEITHER),
    ]
    relations = [
        relation("one", "mori-2002", "sato-2001", RelationKind.ATTACK),
        relation("two", "sato-2001", "kato-2003", RelationKind.SUPPORT),
    ]
    kept = [c for c in claims if c.paper in papers]
    return build_graph(DEBATE, [], kept, [r for r in relations if r.paper in papers], {})


def test_each_paper_has_its_own_view() -> None:
    """A paper's claims place the scholars as they would in a debate of that paper alone."""
    seen = place_by_paper(graph_of("one", "two", "three"))
    assert seen.keys() == {"one", "two"}
    for paper, rows in seen.items():
        alone = [row for row in place_scholars(graph_of(paper)) if not row.holder]
        wanted = {row.scholar: row for row in alone if row.support + row.attack}
        assert {row.scholar: row for row in rows} == wanted
    assert [row.position > 0 for row in seen["one"]] == [False, True]
    assert [row.position > 0 for row in seen["two"]] == [True, False]


def test_who_is_only_related_is_not_placed() -> None:
    """Kato, whom paper two has Sato support, holds no claim there."""
    assert len(place_by_paper(graph_of("two"))["two"]) == 2
