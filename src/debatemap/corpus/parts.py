"""The parts of a paper: front matter, abstract, body, notes, apparatus, reference list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from debatemap.corpus.draft import Draft, Note, Piece
from debatemap.corpus.front_matter import FrontMatter, is_front_line, is_prose, read_front_lines
from debatemap.corpus.headings import Role, known_role
from debatemap.corpus.notes import are_notes, read_notes, take_page_notes
from debatemap.corpus.references import are_entries, to_entries
from debatemap.corpus.sections import mark_running_lines, split_sections
from debatemap.model import BlockKind, Name

# Read to be argument, where nothing says otherwise.
_TEXT = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION}


@dataclass(slots=True)
class Parts:
    """A draft taken apart; `pieces` are the running text with their final kinds."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    entries: list[Piece] = field(default_factory=list)
    title: str = ""
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""


def arrange(draft: Draft) -> Parts:
    """The parts of a draft. What a source marks up itself is taken as it is."""
    parts = Parts(
        notes=list(draft.notes),
        entries=list(draft.entries),
        title=draft.title,
        authors=draft.authors,
        year=draft.year,
        doi=draft.doi,
    )
    if draft.marked_up:
        parts.pieces = _without_apparatus(draft.pieces)
        return parts
    pieces = mark_running_lines(_with_headings(draft.pieces))
    body_at = _take_front(pieces, parts)
    _take_body(pieces[body_at:], parts)
    return parts


def _without_apparatus(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces of a marked-up source; what stands under funding, thanks and the like is no argument."""
    found, role = [], Role.BODY
    for piece in pieces:
        if piece.kind is BlockKind.HEADING:
            role = known_role(piece.text) or Role.BODY
        is_aside = role in (Role.APPARATUS, Role.CONTACT) and piece.kind in _TEXT
        found.append(piece.with_kind(BlockKind.OTHER) if is_aside else piece)
    return found


def _with_headings(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in which a bold line that is a known heading counts as one; where a text has no
    headings at all but its title's, any short bold line without a final stop does."""
    bare = sum(piece.kind is BlockKind.HEADING for piece in pieces) < 2
    found = []
    for at, piece in enumerate(pieces):
        is_line = piece.kind is BlockKind.PARAGRAPH and len(piece.text) <= 120 and "\n" not in piece.text
        looks_like_one = piece.strong and bare and at > 3 and not _ends(piece)
        if is_line and (known_role(piece.text) or looks_like_one):
            found.append(replace(piece, kind=BlockKind.HEADING, level=2))
        else:
            found.append(piece)
    return found


def _ends(piece: Piece) -> bool:
    return piece.text.rstrip().endswith((".", "!", ",", ";"))


def _take_front(pieces: Sequence[Piece], parts: Parts) -> int:
    """Title and front lines go into `parts`; returns where the paper's own text begins."""
    at = 0
    lines: list[Piece] = []
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind is BlockKind.HEADING:
            if known_role(piece.text) or (parts.title and not _is_title(piece, parts.title)) or at > 12:
                break
            parts.title = parts.title or piece.text.replace("\n", " ")
            parts.pieces.append(piece)
        elif at == 0 and not parts.title and _may_be_title(piece, pieces):
            parts.title = piece.text.replace("\n", " ")
            parts.pieces.append(replace(piece, kind=BlockKind.HEADING, level=1))
        elif is_front_line(piece.text, titled=bool(parts.title)) and piece.kind is not BlockKind.QUOTATION:
            lines.append(piece)
            parts.pieces.append(piece.with_kind(BlockKind.OTHER))
        else:
            break
        at += 1
    _complete(parts, read_front_lines(lines))
    return at


def _may_be_title(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """True for a short first paragraph without a final stop, in a text that has headings."""
    short = piece.kind is BlockKind.PARAGRAPH and 1 < len(piece.text.split()) <= 30
    headed = any(later.kind is BlockKind.HEADING for later in pieces)
    return short and headed and not _ends(piece) and not is_front_line(piece.text, titled=False)


def _is_title(piece: Piece, title: str) -> bool:
    return " ".join(piece.text.lower().split()) == " ".join(title.lower().split())


def _complete(parts: Parts, found: FrontMatter) -> None:
    """Fill in what the source's own metadata do not say."""
    parts.title = parts.title or found.title
    parts.authors = parts.authors or found.authors
    parts.year = parts.year or found.year
    parts.doi = parts.doi or found.doi


def _take_body(pieces: Sequence[Piece], parts: Parts) -> None:
    """Sort everything after the front matter by the heading it stands under."""
    for section in split_sections(pieces):
        role, own = section.role, section.pieces
        if role in (Role.NOTES, Role.REFERENCES) and not own:
            continue
        if role is Role.NOTES and are_notes(own):
            parts.notes.extend(read_notes(own))
            continue
        if role is Role.REFERENCES and are_entries(own):
            parts.entries.extend(to_entries(own))
            continue
        if role is Role.ABSTRACT and any(piece.kind is BlockKind.PARAGRAPH for piece in parts.pieces):
            role = Role.BODY
        if section.heading is not None:
            is_aside = role is Role.CONTACT
            parts.pieces.append(section.heading.with_kind(BlockKind.OTHER) if is_aside else section.heading)
        for piece in own:
            if role is Role.CONTACT and is_prose(piece.text):
                role = Role.BODY
            parts.pieces.append(_judged(piece, role))
    parts.pieces, page_notes = take_page_notes(parts.pieces)
    parts.notes.extend(page_notes)


def _judged(piece: Piece, role: Role) -> Piece:
    """The piece with the kind that its place gives it."""
    if piece.kind not in _TEXT:
        return piece
    if role is Role.ABSTRACT:
        return piece.with_kind(BlockKind.ABSTRACT)
    if role in (Role.CONTACT, Role.APPARATUS):
        return piece.with_kind(BlockKind.OTHER)
    head = piece.text.split(":", 1)[0] if ":" in piece.text[:40] else piece.text.split(".", 1)[0]
    if len(head) < 40 and len(head) < len(piece.text):
        named = known_role(head)
        if named is Role.ABSTRACT and head[:1].isupper():
            return piece.with_kind(BlockKind.ABSTRACT)
        if named in (Role.CONTACT, Role.APPARATUS) and ":" in piece.text[:40]:
            return piece.with_kind(BlockKind.OTHER)
    return piece
