"""The body of a JATS or TEI article to pieces: one walk, two vocabularies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from debatemap.corpus.draft import Note, Piece, PieceWriter
from debatemap.corpus.xml_source import tag_of, text_of
from debatemap.model import BlockKind

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format are, by local name, and how it points at works and notes.

    `works`: the ids of the works an element cites; `called`: the ids of the notes it calls;
    `raised`: the element sets its text above the line; `note`: the element is a note in place.
    """

    section: frozenset[str]
    heading: frozenset[str]
    paragraph: frozenset[str]
    quotation: frozenset[str]
    item: frozenset[str]
    caption: frozenset[str]
    dropped: frozenset[str]
    line_break: frozenset[str]
    works: Callable[[etree._Element], list[str]]
    called: Callable[[etree._Element], list[str]]
    raised: Callable[[etree._Element], bool]
    note: Callable[[etree._Element], bool]

    @property
    def blocks(self) -> frozenset[str]:
        """Every element that ends a paragraph it stands in."""
        return self.section | self.heading | self.paragraph | self.quotation | self.item | self.caption


class Walker:
    """Gathers pieces and notes from the elements it is given.

    `keys`: the key of the work with each id; `labels`: the printed label of the note with each id.
    """

    def __init__(self, vocabulary: Vocabulary, *, keys: dict[str, str], labels: dict[str, str]) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Note] = []
        self._words = vocabulary
        self._keys = keys
        self._labels = labels
        self._order = list(keys)
        self._writer = PieceWriter()
        self._last_cited: tuple[int, str] | None = None

    def walk(self, element: etree._Element, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 1) -> None:
        """Append the pieces within an element; loose text is of this kind, its headings of this level."""
        self._text(element.text)
        for child in element:
            self._child(child, kind, level)
            self._text(child.tail)
        if tag_of(element) in self._words.blocks:
            self._end(kind, level)

    def _child(self, child: etree._Element, kind: BlockKind, level: int) -> None:
        words, tag = self._words, tag_of(child)
        if words.note(child):
            self._note(child)
        elif tag in words.dropped or not tag:
            return
        elif tag in words.blocks:
            self._end(kind, level)
            if tag in words.heading:
                self._heading(child, level)
            elif tag in words.section:
                self.walk(child, kind, level + 1)
            elif tag in words.quotation:
                self.walk(child, BlockKind.QUOTATION, level)
            elif tag in words.item:
                self.walk(child, BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind, level)
            elif tag in words.caption:
                self.walk(child, BlockKind.OTHER, level)
            else:
                self.walk(child, kind, level)
        elif tag in words.line_break:
            self._writer.line_break()
        elif tag == "pb":
            self._writer.page(child.get("n", ""))
        else:
            self._inline(child, kind, level)

    def _heading(self, element: etree._Element, level: int) -> None:
        number = element.get("n", "")
        self._writer.add(f"{number} " if number else "")
        self.walk(element, BlockKind.HEADING, level + number.rstrip(".").count("."))

    def _inline(self, element: etree._Element, kind: BlockKind, level: int) -> None:
        """Text within a paragraph: citations and calls recorded, raised citations set in brackets."""
        words = self._words
        if called := words.called(element):
            for identifier in called:
                self._writer.call(self._labels[identifier])
            return
        works = words.works(element)
        if words.raised(element):
            if any(words.called(inner) for inner in element.iter()):
                for inner in element.iter():
                    for identifier in words.called(inner):
                        self._writer.call(self._labels[identifier])
                return
            if any(words.works(inner) for inner in element.iter()):
                self._writer.add(" [")
                self.walk(element, kind, level)
                self._writer.add("]")
                return
        start = len(self._writer)
        raised = bool(works) and any(words.raised(inner) for inner in element)
        self._writer.add(" [" if raised else "")
        if raised:
            self._writer.add(text_of(element))
            self._writer.add("]")
        else:
            self.walk(element, kind, level)
        if works:
            self._cite(start, works)

    def _cite(self, start: int, works: list[str]) -> None:
        """Link what was written from `start` on; "1–7" cites the works between as well."""
        text = self._writer.text
        start += len(text[start:]) - len(text[start:].lstrip())
        identifiers = list(works)
        if self._last_cited and text[self._last_cited[0] : start].strip() in ("-", "–", "—"):
            before, last = self._order.index(self._last_cited[1]), self._order.index(works[0])
            identifiers = self._order[before + 1 : last] + identifiers
        self._writer.link(start, dict.fromkeys(self._keys[identifier] for identifier in identifiers))
        self._last_cited = (len(text), works[-1])

    def _note(self, element: etree._Element) -> None:
        """A note that stands where it is called, or below: its text is gathered apart."""
        identifier = element.get(XML_ID) or element.get("id") or ""
        label = self._labels.get(identifier) or element.get("n") or str(len(self.notes) + 1)
        if identifier not in self._labels:
            self._writer.call(label)
        self.add_note(element, label)

    def add_note(self, element: etree._Element, label: str) -> None:
        """Gather the text of a note, but for the label printed before it."""
        inner = Walker(self._words, keys=self._keys, labels=self._labels)
        inner.walk(element, BlockKind.FOOTNOTE)
        inner._end(BlockKind.FOOTNOTE, 0)
        pieces = tuple(piece.with_kind(BlockKind.FOOTNOTE) for piece in inner.pieces)
        if pieces:
            self.notes.append(Note(label, pieces))

    def _text(self, text: str | None) -> None:
        if text:
            self._writer.add(text)

    def _end(self, kind: BlockKind, level: int) -> None:
        """Close the piece at hand, if there is any."""
        piece = self._writer.finish(kind, level=level if kind is BlockKind.HEADING else 0)
        self._last_cited = None
        if piece.text:
            self.pieces.append(piece)
        elif piece.pages:
            for _, label in piece.pages:
                self._writer.page(label)
