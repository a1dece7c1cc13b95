"""Strengths in bipolar graphs, held against published worked examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.graph import Edge, grounded_extension, strengths
from debatemap.graph.semantics import Semantics


def edges(attacks: str = "", supports: str = "") -> list[Edge]:
    """ "C1>A2 P1>A1" as edges."""
    return [
        Edge(pair[: pair.index(">")], pair[pair.index(">") + 1 :], kind)
        for kind, listed in ((False, attacks), (True, supports))
        for pair in listed.split()
    ]


# The e-democracy debate of Rago, Toni, Aurisicchio and Baroni (KR 2016) as Potyka's library carries it.
E_DEMOCRACY = (
    {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
    edges("C1>A2 C2>P2 C3>P2 C4>P2", "P1>A1 P2>A1 P3>A2"),
    {"A1": 0.862, "A2": 0.85, "P1": 0.7, "P2": 0.08, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
)
# Example 4.1 of Čyras, Kampik and Weng (2022), "Dispute trees as explanations in quantitative
# (bipolar) argumentation".
DISPUTE_TREES = (
    {"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0},
    edges("c>a e>b f>c", "b>a d>a e>c"),
    {"a": 0.519, "b": 0.172, "c": 0.625, "d": 0.65, "e": 0.4, "f": 1.0},
)


@pytest.mark.parametrize(
    ("semantics", "example"),
    [
        pytest.param("df-quad", E_DEMOCRACY, id="df-quad: e-democracy"),
        pytest.param("quadratic-energy", DISPUTE_TREES, id="quadratic energy: dispute trees"),
    ],
)
def test_published_examples(
    semantics: Semantics, example: tuple[dict[str, float], list[Edge], dict[str, float]]
) -> None:
    """The strengths printed in the papers."""
    base, listed, printed = example
    found = strengths(base, listed, semantics=semantics)
    assert {name: round(value, 3) for name, value in found.items()} == printed


@pytest.mark.parametrize(
    ("name", "base", "listed", "expected"),
    [
        ("two sure attackers of each other meet in the middle", (1.0, 1.0), edges("a>b b>a"), (0.5, 0.5)),
        ("who attacks itself is half as strong", (1.0, 0.5), edges("a>a"), (0.5, 0.5)),
        ("mutual support lifts both", (0.5, 0.5), edges("", "a>b b>a"), (1.0, 1.0)),
        ("nobody answers: the base score stays", (0.3, 0.9), [], (0.3, 0.9)),
        ("attack and support as strong undo each other", (0.4, 0.7), edges("b>a", "b>a"), (0.4, 0.7)),
        ("an edge of weight 0 carries nothing", (0.4, 0.7), [Edge("b", "a", True, 0.0)], (0.4, 0.7)),
    ],
)
def test_cycles_and_edges(
    name: str, base: tuple[float, float], listed: list[Edge], expected: tuple[float, float]
) -> None:
    """DF-QuAD comes to rest where an update all at once would swing for ever."""
    found = strengths(dict(zip("ab", base, strict=True)), listed, semantics="df-quad")
    assert tuple(found.values()) == pytest.approx(expected, abs=2e-3), name


@given(
    base=st.lists(st.floats(0.05, 0.95), min_size=2, max_size=5),
    pairs=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=8),
    semantics=st.sampled_from(["df-quad", "quadratic-energy"]),
)
def test_one_more_attacker_never_strengthens(
    base: list[float], pairs: list[tuple[int, int, bool]], semantics: Semantics
) -> None:
    """A fresh attacker weakens or leaves; strengths stay between 0 and 1 (monotony, Potyka 2018)."""
    scores = {str(at): value for at, value in enumerate(base)}
    # Only edges from later to earlier arguments, so that the attacked one has no way back to itself.
    listed = [Edge(str(a), str(b), kind) for a, b, kind in pairs if b < a < len(base)]
    before = strengths(scores, listed, semantics=semantics)
    after = strengths(scores | {"new": 0.8}, [*listed, Edge("new", "0", False)], semantics=semantics)
    assert all(0 <= value <= 1 for value in after.values())
    assert after["0"] < before["0"] or before["0"] == 0


def test_unknown_names_are_refused() -> None:
    """An edge to nowhere and a semantics that does not exist are errors, not zeros."""
    with pytest.raises(ValueError, match="'b' has no base score"):
        strengths({"a": 0.5}, [Edge("b", "a", False)], semantics="df-quad")
    with pytest.raises(ValueError, match="no semantics 'euler'"):
        strengths({"a": 0.5}, [], semantics="euler")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("attacks", "accepted"),
    [
        pytest.param([], "abcde", id="nobody attacks: all are accepted"),
        pytest.param(["ab", "bc"], "acde", id="reinstatement: the attacker's attacker defends"),
        pytest.param(["ab", "ba"], "cde", id="the Nixon diamond decides nothing"),
        pytest.param(["aa"], "bcde", id="what attacks itself is not accepted"),
        pytest.param(["ab", "bc", "ca"], "de", id="an odd cycle decides nothing"),
        pytest.param(["ab", "ba", "bc", "cd", "dc", "de"], "", id="Dung's AF with two stable extensions"),
    ],
)
def test_grounded_extension(attacks: list[str], accepted: str) -> None:
    """The least set that defends itself (Dung 1995)."""
    assert grounded_extension("abcde", [(pair[0], pair[1]) for pair in attacks]) == frozenset(accepted)
