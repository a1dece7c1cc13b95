"""Whatever the pieces are, every span of the document covers what it should."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from debatemap.corpus.builder import build_document
from debatemap.corpus.draft import Call, Draft, Note, Piece
from debatemap.model import BlockKind, LinkedCitation, Name, Reference, Span

WORK = Reference("king-2019", (Name("King", "Ada"),), "2019")
TEXT = st.text(st.sampled_from("ab. (C)\n1é’"), min_size=1, max_size=30).map(str.strip).filter(bool)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    text = draw(TEXT)
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Piece(
        text,
        draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.OTHER])),
        calls=tuple(Call(draw(st.integers(0, len(text))), "1", raised=draw(st.booleans())) for _ in range(1)),
        links=(LinkedCitation(Span(start, end), ("king-2019",)),),
        pages=((draw(st.integers(0, len(text))), "7"),),
    )


@given(st.lists(pieces(), min_size=1, max_size=6), st.booleans())
def test_spans(drawn: list[Piece], noted: bool) -> None:
    """Blocks hold their text in order, white space alone parts them; links, calls and pages fit."""
    notes = (Note("1", (Piece("A note."),)),) if noted else ()
    draft = Draft(tuple(drawn), notes=notes, references=(WORK,), marked_up=True)
    document = build_document(draft, key="x")
    text = document.text
    blocks = [block.span for block in document.blocks]
    assert [span.of(text) for span in blocks[: len(drawn)]] == [
        piece.text.replace("\n", " ") for piece in drawn
    ]
    assert all(not text[a.end : b.start].strip() for a, b in pairwise(blocks))
    assert blocks[0].start == 0
    assert blocks[-1].end == len(text)
    linked = [piece.links[0].span.of(piece.text).replace("\n", " ") for piece in drawn]
    assert [link.span.of(text) for link in document.links] == linked
    for note in document.footnotes:
        assert note.span.of(text) == "A note."
        assert note.call == blocks[0].start + drawn[0].calls[0].at
    assert all(page.span.start < page.span.end for page in document.pages)
