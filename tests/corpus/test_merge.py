"""A paper's own reference list matched to the bibliography of the debate."""

from __future__ import annotations

import pytest

from debatemap.corpus import merge_references
from debatemap.model import Name, Reference


def work(
    key: str, family: str, year: str = "1961", title: str = "", *, suffix: str = "", doi: str = ""
) -> Reference:
    names = tuple(Name(part) for part in family.split("+"))
    return Reference(key, names, year, title=title, suffix=suffix, doi=doi)


SAME = [
    (
        work("a", "Dahl", doi="10.1/X"),
        work("b", "Dhal", "1962", doi="10.1/x"),
        "same DOI goes before all else",
    ),
    (
        work("a", "Dahl", title="Who governs?"),
        work("b", "Dahl", title="Who Governs? Democracy in a City"),
        "subtitle",
    ),
    (work("a", "Müller", title="Räte"), work("b", "Muller", title="Rate"), "accents"),
    (work("a", "Dahl+Tufte", title="Size"), work("b", "Dahl", title="Size"), "one list says et al."),
    (work("a", "Dahl"), work("b", "Dahl"), "no title in either"),
    (work("a", "Linden", title="Work"), work("b", "van der Linden", title="Work"), "particle left out"),
    (work("a", "Dahl", title="Who govems?"), work("b", "Dahl", title="Who governs?"), "a misread letter"),
]
DIFFERENT = [
    (work("a", "Dahl", doi="10.1/X"), work("b", "Dahl", doi="10.1/Y"), "two DOIs"),
    (work("a", "Dahl", "1961", "Size"), work("b", "Dahl", "1973", "Size"), "two years"),
    (work("a", "Dahl", title="Who governs?"), work("b", "Dahl", title="A preface to theory"), "two titles"),
    (work("a", "Dahl", suffix="a"), work("b", "Dahl", suffix="b"), "two year letters, no titles"),
    (work("a", "Dahl+Tufte", title="Size"), work("b", "Dahl+Lindblom", title="Size"), "another co-author"),
]


@pytest.mark.parametrize(("own", "known", "why"), SAME)
def test_same_work(own: Reference, known: Reference, why: str) -> None:
    """The user's key wins, the other is kept."""
    (merged,) = merge_references([own], [known])
    assert (merged.key, merged.aliases) == ("b", ("a",)), why


@pytest.mark.parametrize(("own", "known", "why"), DIFFERENT)
def test_different_works(own: Reference, known: Reference, why: str) -> None:
    """The paper's own entry stays as it is."""
    assert merge_references([own], [known]) == (own,), why


def test_facts_are_filled_in() -> None:
    """The bibliography's facts win; what it leaves out comes from the paper's list."""
    own = Reference("a", (Name("Dahl", "R"),), "1961", title="Who governs", publisher="Yale", raw="Dahl R …")
    known = Reference("b", (Name("Dahl", "Robert A."),), "1961", title="Who Governs?")
    (merged,) = merge_references([own], [known])
    assert merged == Reference(
        "b", known.authors, "1961", title="Who Governs?", publisher="Yale", aliases=("a",), raw="Dahl R …"
    )


def test_the_best_title_wins() -> None:
    """Two works of one author and year are told apart by their titles."""
    own = work("a", "Dahl", title="Who really governs the city")
    known = [
        work("b", "Dahl", title="A preface to the city"),
        work("c", "Dahl", title="Who governs the city"),
    ]
    assert [found.key for found in merge_references([own], known)] == ["c"]


def test_two_entries_of_one_work_become_one() -> None:
    """A work that the paper lists twice is one work."""
    own = [work("a", "Dahl", title="Who governs?"), work("a-2", "Dahl", title="Who governs")]
    (merged,) = merge_references(own, [work("b", "Dahl", title="Who Governs?")])
    assert merged.aliases == ("a", "a-2")


def test_two_works_of_one_author_and_year() -> None:
    """A list without year letters: both stay, and the text's "Dahl 1961" is left open."""
    own = [work("dahl-1961", "Dahl", title="Who governs?"), work("dahl-1961", "Dahl", title="The method")]
    assert [found.key for found in merge_references(own, [])] == ["dahl-1961", "dahl-1961-2"]
