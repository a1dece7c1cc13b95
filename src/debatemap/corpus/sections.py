"""A paper's pieces by the heading they stand under; lines that repeat on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.corpus.draft import Piece
from debatemap.corpus.headings import Role, known_role
from debatemap.model import BlockKind

# A running head stands on this many pages at least, and is no longer than this many words.
_PAGES = 3
_WORDS = 14


@dataclass(slots=True)
class PartSection:
    """A heading and the pieces under it; no heading at the start of a text."""

    heading: Piece | None
    role: Role
    pieces: list[Piece] = field(default_factory=list)


def split_sections(pieces: Sequence[Piece]) -> list[PartSection]:
    """The pieces in order, parted at every heading; those below notes and reference lists ("Primary
    sources", "Books") stay within them."""
    sections = [PartSection(None, Role.BODY)]
    level = 0
    for piece in pieces:
        if piece.kind is not BlockKind.HEADING:
            sections[-1].pieces.append(piece)
            continue
        role = known_role(piece.text)
        if sections[-1].role in (Role.NOTES, Role.REFERENCES) and piece.level > level and role is None:
            continue
        sections.append(PartSection(piece, role or Role.BODY))
        level = piece.level
    return sections


def mark_running_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in which running heads and page numbers, left behind by a conversion, are no text.

    A running head is a short line without a final stop that comes back, but for its numbers, three
    times or more; a page number stands alone.
    """
    bare = [_without_numbers(piece) for piece in pieces]
    times = Counter(line for line in bare if line)
    return [
        piece.with_kind(BlockKind.OTHER) if times[line] >= _PAGES or _is_page_number(piece) else piece
        for piece, line in zip(pieces, bare, strict=True)
    ]


def _without_numbers(piece: Piece) -> str:
    """The words of a piece that may be a running head; "" for any other piece."""
    text = piece.text.strip()
    if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(text.split()) > _WORDS:
        return ""
    if text.endswith((".", "!", "?", ":", "…", ",", ";")) or known_role(text):
        return ""
    return re.sub(r"[\d\W]+", " ", text).strip().lower()


def _is_page_number(piece: Piece) -> bool:
    return (
        piece.kind is BlockKind.PARAGRAPH and re.fullmatch(r"[-–—\s]*\d{1,4}[-–—\s]*", piece.text) is not None
    )
