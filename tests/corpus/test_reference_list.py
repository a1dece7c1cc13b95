"""The splitter: however a list is set, one entry each, in order, without bullet or number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.corpus.reference_list import split_references

ONE = "Dahl, R. A. (1961). Who governs? New Haven: Yale University Press."
TWO = "Olson, M. (1965). The logic of collective action. Cambridge, MA: Harvard University Press."
THREE = "Scott, J. C. (1985). Weapons of the weak. New Haven: Yale University Press."


def broken(entry: str, indent: str) -> str:
    """The entry over two lines."""
    words = entry.split()
    return " ".join(words[:6]) + "\n" + indent + " ".join(words[6:])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{ONE}\n{TWO}\n{THREE}", id="one a line"),
        pytest.param(f"{ONE}\n\n{TWO}\n\n{THREE}\n", id="blank lines between"),
        pytest.param(f"# References\n\n- {ONE}\n- {TWO}\n- {THREE}", id="bullets under a heading"),
        pytest.param(f"- {ONE}\n\n- {TWO}\n- {THREE}", id="bullets, one blank line"),
        pytest.param(f"1. {ONE}\n2. {TWO}\n3. {THREE}", id="numbers with a full stop"),
        pytest.param(f"[1] {ONE}\n[2] {TWO}\n[3] {THREE}", id="numbers in square brackets"),
        pytest.param(
            "\n".join(f"[{n}] {broken(e, '')}" for n, e in enumerate((ONE, TWO, THREE), 1)),
            id="numbered, later lines not indented",
        ),
        pytest.param(
            "\n".join(f"- {broken(e, '  ')}" for e in (ONE, TWO, THREE)), id="bullets, two lines each"
        ),
        pytest.param(
            "\n".join(f"• {broken(e, '')}" for e in (ONE, TWO, THREE)), id="bullets, later lines flush"
        ),
        pytest.param("\n".join(broken(e, "    ") for e in (ONE, TWO, THREE)), id="hanging indent"),
        pytest.param("\n".join(broken("   " + e, "") for e in (ONE, TWO, THREE)), id="later lines flush"),
        pytest.param("\n\n".join(broken(e, "") for e in (ONE, TWO, THREE)), id="paragraphs of two lines"),
        pytest.param(f"{ONE} {TWO} {THREE}", id="run together"),
    ],
)
def test_entries_are_found(text: str) -> None:
    assert split_references(text) == [ONE, TWO, THREE]


def test_a_word_broken_at_the_line_end_is_joined() -> None:
    text = "- Olson, M. (1965). The logic of collec-\n  tive action.\n- Dahl, R. A. (1961). Who governs?"
    assert split_references(text)[0] == "Olson, M. (1965). The logic of collective action."


def test_a_paragraph_with_a_bullet_is_one_entry() -> None:
    """Though its second line looks like the opening of another."""
    text = "- Lee CK (2011) A chapter on unions. In: Alder P, Birch Q and\nCedar M (eds) The Unions (2011). Inland Press."
    assert split_references(text) == [
        "Lee CK (2011) A chapter on unions. In: Alder P, Birch Q and Cedar M (eds) The Unions (2011). Inland Press."
    ]


def test_a_dash_at_a_line_end_is_no_bullet() -> None:
    """A range of pages broken before its dash stays with its entry."""
    text = "- Olson, M. (1965). The logic of collective action, pp. 3\n– 40.\n- Dahl, R. A. (1961). Who\n  governs?"
    assert split_references(text)[1] == "Dahl, R. A. (1961). Who governs?"
    assert split_references(text)[0].endswith("pp. 3 – 40.")


def test_an_entry_without_year_keeps_its_own_line() -> None:
    text = f"{ONE}\nWebster's new dictionary. Springfield: Merriam.\n{TWO}\n{THREE}"
    entries = split_references(text)
    assert entries[0] == ONE
    assert entries[-2:] == [TWO, THREE]


def test_an_empty_list_has_no_entries() -> None:
    assert split_references("# References\n\n") == []


@given(st.text(max_size=300))
def test_no_word_is_lost_or_made_up(text: str) -> None:
    """Whatever is given: every entry's letters stand in the text, and no entry is empty."""
    letters = "".join(text.split())
    for entry in split_references(text):
        assert entry.strip()
        assert all(part.rstrip("-") in letters for part in entry.split(" ") if part.isalpha())
