"""Plain text: paragraphs by blank lines or indents, headings by their look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from debatemap.corpus.draft import Draft, Piece, PieceWriter
from debatemap.corpus.front_matter import is_prose
from debatemap.corpus.headings import Role, known_role
from debatemap.corpus.hyphens import Vocabulary
from debatemap.errors import ReadError
from debatemap.model import BlockKind

_ENCODINGS = ("utf-8-sig", "cp1252")
_DIVIDED = re.compile(r"[^\W\d_]-$")
# "• a point", "– a point", "(2) an example", "a) a case"; an address; an end of a sentence.
_NO_HEADING = re.compile(r"^(?:[•·*–—-]\s|\((?:\d+|[a-z]+)\)|\w\)\s)|@|://|[.,;:]$")
_WORD = re.compile(r"[^\W\d_]{3}")
_LONGEST_HEADING = 12
"""Words."""
_NUMBERED = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.)\s+[A-Z]")


def read_plain(path: Path) -> Draft:
    """The draft of a text file.

    A blank line ends a paragraph; where a text has none, an indented line, or a line after a short
    one that ends a sentence, begins one. Raises ReadError when the bytes are no text.
    """
    text = decode(path.read_bytes(), path)
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n"))
    if len(blocks) < 3 and text.count("\n") > 10:
        blocks = _by_layout(text.splitlines())
    words = Vocabulary(text.splitlines())
    pieces = _pieces([block for block in blocks if block.strip()], words)
    if not pieces:
        raise ReadError("no text was found in the file", where=path, todo="Save it again, with its text.")
    return Draft(pieces=tuple(pieces))


def decode(data: bytes, path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or Windows-1252; newlines made one sort.

    Raises ReadError when it is none of these, or holds control characters throughout.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    raise ReadError(
        "the text is in an unknown encoding",
        where=path,
        todo="Save it as UTF-8 in a text editor and add it again.",
    )


def _by_layout(lines: list[str]) -> list[str]:
    """Paragraphs of a text without blank lines."""
    widths = sorted(len(line) for line in lines if line.strip())
    width = widths[len(widths) * 9 // 10]
    blocks: list[list[str]] = []
    ended = True
    for line in lines:
        if not line.strip():
            ended = True
            continue
        indented = line.startswith(("  ", "\t"))
        if ended or indented or known_role(line):
            blocks.append([])
        blocks[-1].append(line)
        stops = line.rstrip().endswith((".", "!", "?", ":", "”", '"'))
        ended = (stops and len(line) < 0.8 * width) or known_role(line) is not None or width > 200
    return ["\n".join(block) for block in blocks]


def _pieces(blocks: Sequence[str], words: Vocabulary) -> list[Piece]:
    """Blocks as headings, quotations (all lines marked with ">") and paragraphs."""
    each = [_mended([line.strip() for line in block.splitlines() if line.strip()], words) for block in blocks]
    prose = [_begins_large(text) and is_prose(text, least=15) for text in map(" ".join, each)]
    above = _above_prose(each, prose)
    pieces = []
    begun = False
    role: Role | None = None
    for at, lines in enumerate(each):
        known = known_role(lines[0]) if len(lines) == 1 else None
        looks = len(lines) == 1 and _is_heading(lines[0], first=at == 0)
        listed = role in (Role.NOTES, Role.REFERENCES, Role.CONTACT)
        if all(line.startswith(">") for line in lines):
            pieces.append(_written([line.lstrip("> ") for line in lines], BlockKind.QUOTATION))
        elif (looks and (known or not listed or lines[0].isupper())) or (begun and not listed and above[at]):
            role = known
            pieces.append(Piece(lines[0].strip("# "), BlockKind.HEADING, level=1 if at == 0 else 2))
        else:
            pieces.append(_written(lines, BlockKind.PARAGRAPH))
        begun = begun or prose[at]
        role = None if role is Role.CONTACT and prose[at] else role
    return pieces


def _above_prose(blocks: Sequence[Sequence[str]], prose: Sequence[bool]) -> list[bool]:
    """For each block whether it is a short line that is no sentence, above a paragraph or another such."""
    above = [False] * len(blocks)
    for at in range(len(blocks) - 2, 0, -1):
        line = blocks[at][0]
        above[at] = (
            len(blocks[at]) == 1
            and (prose[at + 1] or above[at + 1])
            and len(line.split()) <= _LONGEST_HEADING
            and _begins_large(line)
            and not _NO_HEADING.search(line)
            and not blocks[at - 1][-1].endswith((",", ":", ";", "-", "–", "—"))
            and bool(_WORD.search(line))
        )
    return above


def _begins_large(text: str) -> bool:
    """Its first letter is a capital."""
    return next((c for c in text if c.isalpha()), "").isupper()


def _mended(lines: list[str], words: Vocabulary) -> list[str]:
    """The lines, those that end with a hyphen joined to the next: "species-" + "rich", "move-" + "ment"."""
    found: list[str] = []
    for line in lines:
        if found and _DIVIDED.search(found[-1]):
            found[-1] = words.join(found[-1], line)
        else:
            found.append(line)
    return found


def _written(lines: list[str], kind: BlockKind) -> Piece:
    """The lines as one piece that keeps its line breaks."""
    writer = PieceWriter()
    for at, line in enumerate(lines):
        if at:
            writer.line_break()
        writer.add(line)
    return writer.finish(kind)


def _is_heading(line: str, *, first: bool) -> bool:
    """A short line that a table of headings knows, or that is numbered or in capitals, or the first."""
    if len(line) > 120 or line.endswith((".", ",", ";")):
        return known_role(line) is not None and len(line) < 40
    if first and len(line.split()) >= 2 and not line.endswith(":"):
        return True
    shouted = line.isupper() and len(line.split()) <= 12 and sum(c.isalpha() for c in line) > 3
    return bool(known_role(line) or shouted or (_NUMBERED.match(line) and len(line.split()) <= 12))
