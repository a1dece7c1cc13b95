"""The first page of a paper: its title, the lines about its authors, and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.corpus.draft import Piece
from debatemap.corpus.front_matter import is_prose, read_front_lines
from debatemap.corpus.headings import Role, known_role
from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_blocks import Habits, Look, PrintedBlock
from debatemap.corpus.pdf_tables import is_notice
from debatemap.model import BlockKind, Name

_ADDRESS = re.compile(r"@|https?:|www\.")
_ABSTRACT = re.compile(r"^(?:abstract|summary)\s*[.:—–-]?\s+\S", re.IGNORECASE)


@dataclass(slots=True)
class Front:
    """Title and front lines of a paper; `used`: how many of its blocks they were."""

    title: str = ""
    pieces: list[Piece] = field(default_factory=list)
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""
    used: int = 0


def read_front(
    blocks: Sequence[PrintedBlock],
    around: Sequence[str],
    meta: dict[str, str],
    habits: Habits,
    words: Vocabulary,
) -> Front:
    """What the first page says of the paper.

    `blocks`: of the first page, in order; `around`: lines of its margins and of cover pages, where
    journals print year and DOI. The title is the largest type above the text; a name of one to three
    words above a longer title in other type is the journal's. Authors stand between title and text.
    """
    begin = _text_begins(blocks, habits)
    start, end = _find_title(blocks[:begin], meta, habits)
    front = Front(used=begin)
    for block in blocks[start:end]:
        for line in block.lines:
            front.title = words.join(front.title, line.text)
    front.title = re.sub(r"\s*[*†‡]+$", "", front.title).strip()
    if front.title:
        front.pieces.append(Piece(front.title, BlockKind.HEADING, level=1))
    below = [_lines_piece(block) for block in blocks[end:begin]]
    above = [_lines_piece(block) for block in blocks[:start]]
    front.pieces += [piece for piece in below if piece.text and not is_notice(piece.text)]
    margin = [Piece(line) for line in around]
    found = read_front_lines([*below, *margin, *above])
    front.authors = read_front_lines(below).authors or _authors_of(meta, [*below, *above])
    front.year, front.doi = found.year, found.doi
    return front


def _lines_piece(block: PrintedBlock) -> Piece:
    text = "\n".join(re.sub(r"[*†‡§,\s]+$", "", line.text) or line.text for line in block.lines)
    return Piece(text, BlockKind.OTHER, strong=all(line.bold for line in block.lines))


def _text_begins(blocks: Sequence[PrintedBlock], habits: Habits) -> int:
    """The first block of abstract or text: under a known heading, or prose of its own length."""
    for at, block in enumerate(blocks):
        role = known_role(block.text.strip()) if len(block.lines) == 1 else None
        if role in (Role.ABSTRACT, Role.BODY) or _ABSTRACT.match(block.text):
            return at
        prose = len(block.lines) > 2 and is_prose(block.text) and block.size <= 1.1 * habits.body
        if prose and block.look in (Look.PROSE, Look.QUOTATION, Look.ITEM):
            heads = at > 0 and blocks[at - 1].look is Look.HEADING and at > 1
            return at - 1 if heads and _is_lower(blocks[at - 1], blocks[: at - 1]) else at
    return len(blocks)


def _is_lower(heading: PrintedBlock, above: Sequence[PrintedBlock]) -> bool:
    """True when larger type stands above a heading, so that it is not itself the title."""
    return any(block.size > 1.05 * heading.size for block in above)


def _find_title(blocks: Sequence[PrintedBlock], meta: dict[str, str], habits: Habits) -> tuple[int, int]:
    """First and behind-last block of the title; (0, 0) when there is none."""
    wordy = [at for at, block in enumerate(blocks) if sum(char.isalpha() for char in block.text) > 5]
    if not wordy:
        return 0, 0
    said = _plain(meta.get("Title", ""))
    for at in wordy:
        if (
            len(said) > 12
            and _plain(blocks[at].text)
            and said.startswith(_plain(blocks[at].text)[:60])
            and len(blocks[at].text.split()) > 1
        ):
            return at, _grow(blocks, at)
    large = [at for at in wordy if blocks[at].size > 1.07 * habits.body]
    long = [at for at in large if len(blocks[at].text.split()) > 3 and not _ADDRESS.search(blocks[at].text)]
    pool = large or [at for at in wordy if all(line.bold for line in blocks[at].lines)] or wordy[:1]
    best = max(pool, key=lambda at: (round(blocks[at].size), -at))
    if len(_whole(blocks, best).split()) < 4 and long and long[0] > best:
        best = max(long, key=lambda at: (round(blocks[at].size), -at))
    return best, _grow(blocks, best)


def _grow(blocks: Sequence[PrintedBlock], start: int) -> int:
    """Behind the blocks that go on with the title in the same type."""
    end = start + 1
    while (
        end < len(blocks)
        and _same_type(blocks[start], blocks[end])
        and len(_whole(blocks, start).split()) < 40
    ):
        end += 1
    return end


def _whole(blocks: Sequence[PrintedBlock], start: int) -> str:
    end = start + 1
    while end < len(blocks) and _same_type(blocks[start], blocks[end]):
        end += 1
    return " ".join(block.text for block in blocks[start:end])


def _same_type(one: PrintedBlock, other: PrintedBlock) -> bool:
    step = other.lines[0].y0 - one.lines[-1].y1
    alike = abs(one.size - other.size) < 0.04 * one.size and one.lines[0].bold is other.lines[0].bold
    return alike and one.lines[0].italic is other.lines[0].italic and step < 12 * one.size


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _authors_of(meta: dict[str, str], pieces: Sequence[Piece]) -> tuple[Name, ...]:
    """The authors that the file's metadata name, where the first page names them too."""
    text = " ".join(piece.text for piece in pieces)
    said = re.sub(r"\s*(?:;|\band\b|&)\s*", "\n", meta.get("Author", ""))
    names = read_front_lines([Piece(said)]).authors if said else ()
    return names if names and all(name.family in text for name in names) else ()
