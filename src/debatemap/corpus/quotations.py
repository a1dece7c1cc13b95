"""Paragraphs that go on with a sentence, and block quotations that nothing marks as such."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.draft import Piece
from debatemap.model import BlockKind

_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTATION}
# What may stand after the last stop of a sentence.
_CLOSERS = "'\"’”»)]"
# A bracket that names a source: it holds a year, a page, "n.d." or "ibid.".
_SOURCE = re.compile(
    r"""(?P<stop>[.!?…]['"’”»\]]*)?\s*
        [(\[]
        (?=[^()\[\]]{0,150}
           (?: \b(?:1[5-9]|20)\d\d[a-z]?\b | \bpp?\.\s*\d | :\s*\d | \bn\.d\. | \bibid\b ))
        [^()\[\]]{1,200} [)\]] \s*$""",
    re.VERBOSE | re.IGNORECASE,
)


def mark_quotations(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with `continues` set, and with unmarked block quotations taken for quotations.

    A block quotation follows a paragraph that is not finished (it ends in a colon or without a
    final stop), and it gives its source after its own end: in a bracket behind which no full stop
    stands, or in a note called there. This is how block quotations are set in every citation style
    (Chicago Manual of Style, 17th ed., 13.70; APA, 7th ed., 8.27).

    A piece goes on with the sentence before when it begins in lower case and the last prose before
    it is unfinished or a quotation.

    >>> before, quoted = Piece("Power is seen as"), Piece("a net of relations. (Foucault, 1980: 98)")
    >>> [(p.kind.value, p.continues) for p in mark_quotations([before, quoted])]
    [('paragraph', False), ('quotation', True)]
    """
    marked: list[Piece] = []
    before: Piece | None = None
    for piece in pieces:
        current = piece
        if piece.kind is BlockKind.HEADING:
            before = None
        elif piece.kind in _PROSE and piece.text:
            if before is not None:
                if piece.kind is BlockKind.PARAGRAPH and _is_unmarked_quotation(before, piece):
                    current = piece.with_kind(BlockKind.QUOTATION)
                current = replace(current, continues=_goes_on(before, current))
            before = current
        marked.append(current)
    return marked


def _is_unmarked_quotation(before: Piece, piece: Piece) -> bool:
    """True when `before` leads up to the piece and the piece gives its source behind its end."""
    if before.kind is BlockKind.QUOTATION or _is_finished(before.text):
        return False
    if not (begins_lower(piece.text) or before.text.rstrip().endswith((":", ":–", "—"))):
        return False
    if _SOURCE.search(piece.text):
        return True
    called_at_end = any(call.at >= len(piece.text.rstrip()) for call in piece.calls)
    return called_at_end and before.text.rstrip().endswith(":")


def _goes_on(before: Piece, piece: Piece) -> bool:
    """True when the piece begins in the middle of a sentence."""
    if not begins_lower(piece.text):
        return False
    return before.kind is BlockKind.QUOTATION or not _is_finished(before.text)


def _is_finished(text: str) -> bool:
    """True when a paragraph ends as a sentence does."""
    bare = text.rstrip().rstrip(_CLOSERS + " ")
    return bare.endswith((".", "!", "?", "…"))


def begins_lower(text: str) -> bool:
    """True when the first letter is a small one and no list mark stands before it.

    >>> begins_lower("‘and so on’ …"), begins_lower("a) first")
    (True, False)
    """
    found = re.match(r"[\s'\"‘“«()\[\]….]*([^\W\d_]+)([).])?", text)
    if not found or (found[2] and len(found[1]) == 1):
        return False
    return found[1][0].islower()
