"""What every reader hands to the builder: pieces of text in order, before they have offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from debatemap.model import BlockKind, LinkedCitation, Name, Reference, Span

# Characters that no reader sees: soft hyphen, zero-width space and joiners, byte order mark.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Call:
    """A note called at an offset of a piece's text. `raised`: found as a raised number only, so it
    may turn out to be a call of the notes section, a numeric citation, or nothing."""

    at: int
    label: str
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a source. `level`: of a heading, 1 the highest; `label`: a list item's number;
    `strong`: the whole piece is in bold; `pages`: offset and printed label of each page that begins
    in it; `anchor`: its name within the source, by which links point at it. A line break of the
    source stays as a newline."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    label: str = ""
    strong: bool = False
    calls: tuple[Call, ...] = ()
    links: tuple[LinkedCitation, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    anchor: str = ""
    continues: bool = False

    def with_kind(self, kind: BlockKind) -> Piece:
        """The same piece taken for something else."""
        return replace(self, kind=kind)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its label as printed, and its text."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A source as read. `entries`: the reference list as printed, a piece each; `references`: works
    that the source itself describes field by field (JATS, TEI, citation fields). Links name works by
    their keys, their aliases or the anchors of entries."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()
    title: str = ""
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""
    language: str = ""
    entries: tuple[Piece, ...] = ()
    references: tuple[Reference, ...] = ()
    warnings: tuple[str, ...] = ()
    marked_up: bool = field(default=False)
    """The source says itself what is front matter (JATS, TEI), so nothing is guessed."""


class PieceWriter:
    """Gathers the text of one piece: white space runs become one space, marks keep their offsets.

    >>> writer = PieceWriter()
    >>> writer.add("two  words")
    >>> writer.call("1")
    >>> writer.finish().calls
    (Call(at=9, label='1', raised=False),)
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._calls: list[Call] = []
        self._links: list[LinkedCitation] = []
        self._pages: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        """What has been written so far."""
        self._parts = ["".join(self._parts)]
        return self._parts[0]

    def add(self, text: str) -> None:
        """Append text, without characters that no reader sees."""
        # Most calls bring one word, which needs no cleaning.
        clean = text if text.isalnum() else re.sub(r"\s+", " ", text.translate(_UNSEEN))
        if clean[:1] == " " and (not self._length or self._parts[-1][-1:].isspace()):
            clean = clean[1:]
        if clean:
            self._parts.append(clean)
            self._length += len(clean)

    def line_break(self) -> None:
        """End the line within the paragraph."""
        if self._length:
            kept = self.text.rstrip(" ")
            self._parts = [kept if kept.endswith("\n") else kept + "\n"]
            self._length = len(self._parts[0])

    def call(self, label: str, *, raised: bool = False) -> None:
        """A note is called here. A space before the call belongs to the source's markup."""
        self._calls.append(Call(self._length, label, raised))

    def link(self, start: int, keys: Iterable[str], locator: str = "") -> None:
        """What was written from `start` on is a citation that the source links to these works."""
        keys = tuple(key for key in keys if key)
        text = self.text
        start, end = _without_brackets(text, start, len(text.rstrip(" ,;")))
        if keys and start < end:
            self._links.append(LinkedCitation(Span(start, end), keys, locator))

    def page(self, label: str) -> None:
        """A page begins here."""
        self._pages.append((self._length, label))

    def finish(
        self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, label: str = "", strong: bool = False
    ) -> Piece:
        """The piece, and a fresh start."""
        text = self.text.rstrip()
        calls = tuple(replace(call, at=min(call.at, len(text))) for call in self._calls)
        links, pages = tuple(self._links), tuple(self._pages)
        self._parts, self._length = [], 0
        self._calls, self._links, self._pages = [], [], []
        return Piece(
            text, kind, level=level, label=label, strong=strong, calls=calls, links=links, pages=pages
        )


def _without_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the bracket around it, or half a bracket at one end."""
    while start < end and (text[start] in " ,;"):
        start += 1
    inside = text[start:end]
    opened, closed = inside.count("(") + inside.count("["), inside.count(")") + inside.count("]")
    encloses = re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", inside)
    if inside[:1] in ("(", "[") and (opened > closed or encloses):
        start += 1
    if inside[-1:] in (")", "]") and (closed > opened or encloses):
        end -= 1
    return start, end
