"""Works taken from the notes of a paper that prints no list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debatemap.corpus.note_references import references_in_notes
from debatemap.model import Document

NOTES = [
    ("Karl Polanyi, The Great Transformation (Boston: Beacon Press, 1944), 12.", ["polanyi-1944"]),
    ("See E. P. Thompson, “The Moral Economy,” Past & Present 50 (1971): 76–136.", ["thompson-1971"]),
    (
        "Eric Hobsbawm and George Rudé, Captain Swing (London: Lawrence, 1969); E. P. Thompson, Whigs and "
        "Hunters (London: Allen Lane, 1975), 3.",
        ["hobsbawm-rude-1969", "thompson-1975"],
    ),
    ("Doug McAdam et al., Dynamics of Contention, 2 vols. (Cambridge: CUP, 2001).", ["mcadam-et-al-2001"]),
    ("Simone de Beauvoir, The Second Sex (Paris: Gallimard, 1949).", ["de-beauvoir-1949"]),
    ("See, e.g., Joan Scott, “Gender,” American Historical Review 91 (1986): 1053.", ["scott-1986"]),
    ("For example, Ann Lee, review of Captain Swing, Past & Present 50 (1971): 3.", ["lee-1971"]),
    ("H. L. A. Hart, Positivism, 71 Harv. L. Rev. 593, 600 (1958).", ["hart-1958"]),
    ("Duncan Kennedy, Form, 89 Harv. L. Rev. 1685, 1701 (1976).", ["kennedy-1976"]),
    ("RONALD DWORKIN, TAKING RIGHTS SERIOUSLY 81–130, 184 (1977).", ["dworkin-1977"]),
    ("William J. Brennan, Jr., Text, 43 Guild Prac. 1 (1986).", ["brennan-1986"]),
    ("Polanyi, Great Transformation, 15; ibid., 20.", []),
    ("The strike of 1936 (in Flint) was the first of many, as Fine says.", []),
]


@pytest.mark.parametrize(("note", "keys"), NOTES)
def test_works(note: str, keys: list[str]) -> None:
    """Full citations, first names first; no short titles, no prose."""
    assert [work.key for work in references_in_notes([note])] == keys


def test_each_work_once() -> None:
    """Named in full again, it is the same work."""
    note = "Karl Polanyi, The Great Transformation (Boston: Beacon Press, 1944), {}."
    assert [work.key for work in references_in_notes([note.format(3), note.format(9)])] == ["polanyi-1944"]


LIST = "\n## References\n\nFine, Sidney. Sit-Down. Ann Arbor: University of Michigan Press, 1969.\n"


@pytest.mark.parametrize(("end", "keys"), [("", ["polanyi-1944"]), (LIST, ["fine-1969"])])
def test_only_without_a_list(read: Callable[..., Document], end: str, keys: list[str]) -> None:
    """A printed list says which works there are."""
    text = (
        "# Markets\n\nMarkets were planned.[^1]\n\n"
        "[^1]: Karl Polanyi, *The Great Transformation* (Boston: Beacon Press, 1944), 12.\n"
    )
    assert [work.key for work in read(text + end, "markets.md").references] == keys


def test_law_reviews_volume_comes_before_the_journal() -> None:
    """Title, journal and year of "Title, 89 Journal 1685, 1701 (1976)"; 1685 is a page."""
    [work] = references_in_notes(["Duncan Kennedy, Form and Substance, 89 Harv. L. Rev. 1685, 1701 (1976)."])
    assert (work.title, work.container, work.year) == ("Form and Substance", "Harv. L. Rev", "1976")
