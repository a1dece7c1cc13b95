"""Entries of a reference list from the paragraphs under its heading."""

from __future__ import annotations

from debatemap.corpus.draft import Piece
from debatemap.corpus.references import to_entries

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
