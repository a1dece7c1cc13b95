"""Sentences that go on in another paragraph, and block quotations without a mark."""

from __future__ import annotations

import pytest

from debatemap.corpus.draft import Call, Piece
from debatemap.corpus.quotations import begins_lower, mark_quotations
from debatemap.model import BlockKind

P, Q, H = BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.HEADING

# (paragraphs, kind and `continues` of the last)
CASES = [
    pytest.param(
        ["Power is understood as", "a net of relations between persons. (Arendt, 1970: 44)"],
        (Q, True),
        id="sentence goes on into a quotation that gives its source after the stop",
    ),
    pytest.param(
        ["She puts it plainly:", "Power belongs to a group. (Arendt, 1970, p. 44)"],
        (Q, False),
        id="quotation after a colon begins in upper case",
    ),
    pytest.param(
        ["She says that power", "belongs to a group (Arendt, 1970: 44)"],
        (Q, True),
        id="no stop at all, neither before the bracket nor behind it",
    ),
    pytest.param(
        ["Power is said to be", "a property of groups (Arendt, 1970: 44)."],
        (P, True),
        id="stop behind the bracket: a page break in mid-sentence, no quotation",
    ),
    pytest.param(
        ["They took this for", "granted, as everybody did. It was a mistake."],
        (P, True),
        id="page break in mid-sentence",
    ),
    pytest.param(
        ["They took this for granted.", "it was a mistake."],
        (P, False),
        id="lower case after a finished sentence begins anew",
    ),
    pytest.param(
        ["They took this for granted.", "It belongs to a group. (Arendt, 1970: 44)"],
        (P, False),
        id="nothing leads up to it",
    ),
    pytest.param(
        ["There are three reasons:", "First, groups differ. Second, they meet."],
        (P, False),
        id="a colon alone makes no quotation",
    ),
    pytest.param(
        ["He was asked (Dahl, 1961)", "and answered at once."],
        (P, True),
        id="closing bracket without a stop leaves the sentence open",
    ),
    pytest.param(
        ["The end came soon.’", "and then nothing"],
        (P, False),
        id="stop inside closing quotation marks ends the sentence",
    ),
    pytest.param(
        ["There are two:", "a) the first one"],
        (P, False),
        id="a list mark is no small letter",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_paragraph_after_paragraph(texts: list[str], expected: tuple[BlockKind, bool]) -> None:
    last = mark_quotations([Piece(text) for text in texts])[-1]
    assert (last.kind, last.continues) == expected


def test_source_in_a_note() -> None:
    """After a colon, a paragraph that ends with a note call gives its source there."""
    text = "Wages will be raised at once."
    quoted = Piece(text, calls=(Call(len(text), "8"),))
    assert mark_quotations([Piece("The office answered:"), quoted])[-1].kind is Q


def test_text_after_a_quotation_goes_on() -> None:
    """After a block quotation a small letter goes on with the sentence before it."""
    pieces = [Piece("She wrote:"), Piece("Power is.", Q), Piece("which nobody denied.")]
    assert [piece.continues for piece in mark_quotations(pieces)] == [False, False, True]


def test_heading_breaks_the_sentence() -> None:
    """Nothing goes on across a heading."""
    pieces = [Piece("It was taken for"), Piece("Results", H), Piece("granted by all.")]
    assert not mark_quotations(pieces)[-1].continues


def test_what_is_no_prose_is_stepped_over() -> None:
    """A caption between two halves of a sentence does not part them."""
    pieces = [Piece("It was taken for"), Piece("Table 1: Votes", BlockKind.OTHER), Piece("granted by all.")]
    assert [piece.continues for piece in mark_quotations(pieces)] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and so", True),
        ("‘and so’", True),
        ("[…] and so", True),
        ("And so", False),
        ("b) so", False),
        ("12 so", False),
    ],
)
def test_begins_lower(text: str, expected: bool) -> None:
    assert begins_lower(text) is expected
