"""A paper as read: running text, and what stands where in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from debatemap.model.reference import Name, Reference
from debatemap.model.span import Span


class BlockKind(StrEnum):
    """What a block of text is to the reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    ABSTRACT = "abstract"
    OTHER = "other"
    """Captions, keywords, addresses: kept in the text, but nobody's argument."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or its like. `continues`: it goes on with the sentence of the block before it
    (after a block quotation, a page or a column break)."""

    span: Span
    kind: BlockKind
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and everything up to the next heading of the same or a higher level."""

    title: str
    level: int
    span: Span


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the source; `label` is the printed number ("661"), or "" where none is printed."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: where its text stands, and the offset at which it is called (None: not found)."""

    label: str
    span: Span
    call: int | None


@dataclass(frozen=True, slots=True)
class LinkedCitation:
    """A citation that the source format itself links to works (JATS xref, Zotero field, TEI ref)."""

    span: Span
    keys: tuple[str, ...]
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. All spans are offsets into `text`, which is stored as outputs/text/<key>.txt.

    `blocks` are in the order of the text and do not overlap; the text between two blocks is white
    space. Footnotes stand after the running text, as blocks of kind FOOTNOTE. The reference list
    is not part of `text`; it is parsed into `references`. `sentences` are filled by
    `debatemap.nlp.split_sentences`, in order, each within one block (headings give none). `authors`
    are empty and `year` is "" where the source does not say. `warnings`: what looks wrong, one
    sentence each.
    """

    key: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""
    language: str = "en"
    sections: tuple[Section, ...] = ()
    pages: tuple[Page, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    links: tuple[LinkedCitation, ...] = ()
    references: tuple[Reference, ...] = ()
    sentences: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    def page_at(self, offset: int) -> str:
        """The printed page on which a character stands, in a note that on which it is called; "" when
        unknown."""
        note = next((n for n in self.footnotes if n.span.start <= offset < n.span.end), None)
        if note is not None and note.call is not None:
            offset = note.call - 1
        for page in self.pages:
            if page.span.start <= offset < page.span.end:
                return page.label
        return ""
