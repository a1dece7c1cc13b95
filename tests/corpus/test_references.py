"""Entries of a reference list from the paragraphs under its heading."""

from __future__ import annotations

import pytest

from debatemap.corpus.draft import Piece
from debatemap.corpus.references import settle_surnames, to_entries, to_references
from debatemap.model import BlockKind

FIRST, SECOND = "Alder P (1999) The price of salt. Inland Press.", "Birch Q (2004) Wells. Dry Press."


def texts(*paragraphs: str) -> list[str]:
    return [entry.text for entry in to_entries([Piece(text) for text in paragraphs])]


def test_bullets_go() -> None:
    """A paragraph for each entry, with a bullet before it."""
    assert texts(f"- {FIRST}", f"- {SECOND}") == [FIRST, SECOND]
    assert texts(f"• {FIRST}", f"• {SECOND}") == [FIRST, SECOND]


def test_a_dash_for_the_author_stays() -> None:
    """Where the first entry has no bullet, a dash stands for the author of the entry before."""
    assert texts(FIRST, "– (2004) Wells. Dry Press.") == [FIRST, "– (2004) Wells. Dry Press."]
    assert texts(FIRST, "- (2004) Wells. Dry Press.") == [FIRST, "- (2004) Wells. Dry Press."]


def test_a_heading_alone_has_no_entries() -> None:
    assert texts() == []


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])
@pytest.mark.parametrize("name", ["van Dale E", "de la Cruz M", "von der Heide K"])
def test_a_surname_may_begin_in_lower_case(name: str, kind: BlockKind) -> None:
    """Its work is an entry of its own; what else begins in lower case goes on with the one before."""
    other = f"{name} (2001) Dykes. Wet Press."
    pieces = [Piece(text, kind=kind) for text in (FIRST, other, "and its second part.", SECOND)]
    assert [entry.text for entry in to_entries(pieces)] == [FIRST, f"{other} and its second part.", SECOND]


def test_a_dated_list_item_is_an_entry() -> None:
    """Also of an author who is written in lower case."""
    works = [FIRST, "bell hooks (1984) Feminist theory. South End Press.", SECOND]
    pieces = [Piece(text, kind=BlockKind.LIST_ITEM) for text in works]
    assert [entry.text for entry in to_entries(pieces)] == works


@pytest.mark.parametrize(
    ("text", "families"),
    [
        pytest.param("So Ash (2003) and Ash's (2003: 4) rule.", ["Ash", "Moss Dee"], id="one surname"),
        pytest.param("So Ash Hill (2003) has it.", ["Ash Hill", "Moss Dee"], id="two surnames"),
        pytest.param("So Moss and Fell (2010) have it.", ["Ash Hill", "Moss"], id="one, of two authors"),
        pytest.param("So Moss Dee and Fell (2010).", ["Ash Hill", "Moss Dee"], id="two, of two authors"),
        pytest.param("Nobody is cited in 2003.", ["Ash Hill", "Moss Dee"], id="the text does not tell"),
    ],
)
def test_the_text_tells_where_a_surname_ends(text: str, families: list[str]) -> None:
    """In a list without commas a name of three words has one surname or two."""
    entries = [
        "Ash Hill Mary (2003) The hill. Dry Press.",
        "Moss Dee Anne, Fell Peter (2010) Bogs. Wet Press.",
        "Birch Thomas (2004) Wells. Dry Press.",
        "Rowan Peter (2006) Springs. Dry Press.",
    ]
    works = settle_surnames(to_references([Piece(entry) for entry in entries]), text)
    assert [work.authors[0].family for work in works[:2]] == families
    assert works[0].key.startswith(families[0].lower().replace(" ", "-"))
