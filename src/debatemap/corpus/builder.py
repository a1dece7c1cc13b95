"""From a draft to a Document: one text, and the offset of everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from debatemap.corpus.draft import Draft, Note, Piece
from debatemap.corpus.language import describe_flaws, guess_language
from debatemap.corpus.note_references import references_in_notes
from debatemap.corpus.notes import settle_calls
from debatemap.corpus.parts import arrange
from debatemap.corpus.quotations import mark_quotations
from debatemap.corpus.references import resolve_links, settle_surnames, to_references
from debatemap.model import Block, BlockKind, Document, Footnote, LinkedCitation, Page, Section, Span

GAP = "\n\n"


def build_document(draft: Draft, *, key: str) -> Document:
    """The document of a draft.

    Front matter, notes section and reference list are told from the running text, unless the source
    marks them up itself; then every piece gets its place in the text. Where no list is printed, the works
    are those that the notes give in full.
    """
    parts = arrange(draft)
    pieces, notes = settle_calls(parts.pieces, parts.notes, references=len(parts.entries))
    assembly = _Assembly()
    for piece in mark_quotations(pieces):
        assembly.add(piece)
    running = assembly.text
    assembly.add_notes(notes)
    listed = to_references(parts.entries, draft.references)
    if not listed:
        listed = references_in_notes([piece.text for note in notes for piece in note.pieces])
    references = settle_surnames(listed, assembly.text)
    # Word processors name the language of the program, not of the text: a long text speaks for itself.
    guessed = guess_language(running)
    language = guessed if len(running) > 500 else draft.language or guessed
    flaws = describe_flaws(running, language=language, references=len(references))
    return Document(
        key=key,
        text=assembly.text,
        blocks=tuple(assembly.blocks),
        title=parts.title,
        authors=parts.authors,
        year=parts.year,
        doi=parts.doi,
        language=language,
        sections=_sections(assembly.headings, len(running)),
        pages=_pages(assembly.pages, len(running)),
        footnotes=tuple(assembly.footnotes),
        links=resolve_links(assembly.links, references),
        references=tuple(references),
        warnings=(*draft.warnings, *flaws),
    )


class _Assembly:
    """The text as it grows, and the spans found on the way."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []
        self.headings: list[tuple[str, int, int]] = []
        self.footnotes: list[Footnote] = []
        self.links: list[LinkedCitation] = []
        self.pages: list[tuple[int, str]] = []
        self._calls: dict[str, int] = {}

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, piece: Piece) -> Span | None:
        """Put a piece at the end of the text; None when nothing is in it."""
        if not piece.text.strip():
            return None
        if self._parts:
            self._parts.append(GAP)
            self._length += len(GAP)
        start = self._length
        # A line break within a paragraph is white space to every later stage.
        self._parts.append(piece.text.replace("\n", " "))
        self._length += len(piece.text)
        span = Span(start, self._length)
        self.blocks.append(Block(span, piece.kind, piece.continues))
        if piece.kind is BlockKind.HEADING:
            self.headings.append((piece.text.replace("\n", " "), piece.level, start))
        self.pages.extend((start + at, label) for at, label in piece.pages)
        for call in piece.calls:
            self._calls.setdefault(call.label, start + call.at)
        for link in piece.links:
            self.links.append(LinkedCitation(link.span.shift(start), link.keys, link.locator))
        return span

    def add_notes(self, notes: Iterable[Note]) -> None:
        """Put the notes behind the running text, each linked to where it is called."""
        for note in notes:
            spans = [span for span in map(self.add, note.pieces) if span]
            if spans:
                whole = Span(spans[0].start, spans[-1].end)
                self.footnotes.append(Footnote(note.label, whole, self._calls.get(note.label)))


def _sections(headings: Sequence[tuple[str, int, int]], end: int) -> tuple[Section, ...]:
    """Each heading up to the next one of the same or a higher level, or the end of running text."""
    found = []
    for at, (title, level, start) in enumerate(headings):
        later = (s for _, other, s in headings[at + 1 :] if other <= level)
        found.append(Section(title, level, Span(start, next(later, end))))
    return tuple(found)


def _pages(begins: Sequence[tuple[int, str]], end: int) -> tuple[Page, ...]:
    """Each page up to where the next one begins, or to the end of the running text."""
    ends = [*(start for start, _ in begins[1:]), end]
    return tuple(
        Page(label, Span(start, until))
        for (start, label), until in zip(begins, ends, strict=False)
        if start < until
    )
