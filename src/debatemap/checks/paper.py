"""The paper under check: its citations where a reader meets them, its sentences, its works."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from debatemap.checks.finding import Check, Finding
from debatemap.model import Block, Citation, CitationForm, Document, Reference, Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation at the offset where a reader meets it: one in a footnote where the note is called.

    `citation` is None for a note that cites nothing: it may still name a source in its own way.
    """

    at: int
    citation: Citation | None

    @property
    def is_name(self) -> bool:
        """The author's name alone."""
        return self.citation is not None and self.citation.form is CitationForm.NAME

    @property
    def key(self) -> str:
        """The work, "" when unresolved."""
        return self.citation.key if self.citation else ""

    @property
    def locator(self) -> str:
        """The page given, "" when none."""
        return self.citation.locator if self.citation else ""


@dataclass(frozen=True)
class Paper:
    """What every check is given. `references`: key → work, `corpus`: key → paper."""

    document: Document
    citations: Sequence[Citation]
    references: Mapping[str, Reference]
    corpus: Mapping[str, Document]

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """All citations in the order in which a reader meets them, and the notes that cite nothing."""
        calls = [(note.span, note.call) for note in self.document.footnotes if note.call is not None]
        found: list[Placed] = []
        citing: set[int] = set()
        for citation in self.citations:
            call = next((at for span, at in calls if span.contains(citation.span)), None)
            found.append(Placed(citation.span.start if call is None else call, citation))
            if call is not None:
                citing.add(call)
        found += [Placed(at, None) for _, at in calls if at not in citing]
        return tuple(sorted(found, key=lambda one: one.at))

    def within(self, start: int, end: int) -> list[Placed]:
        """What is cited from `start` up to and with `end`."""
        first = bisect.bisect_left(self.placed, start, key=lambda one: one.at)
        last = bisect.bisect_right(self.placed, end, key=lambda one: one.at)
        return list(self.placed[first:last])

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.document.blocks]

    def block_at(self, offset: int) -> Block | None:
        """The block in which a character stands."""
        at = bisect.bisect_right(self._block_starts, offset) - 1
        return self.document.blocks[at] if at >= 0 else None

    def block_before(self, offset: int) -> Block | None:
        """The block before the one in which a character stands."""
        at = bisect.bisect_right(self._block_starts, offset) - 2
        return self.document.blocks[at] if at >= 0 else None

    def sentence(self, span: Span) -> Span:
        """The sentence, or sentences, over which a stretch of text goes; else its block, else itself."""
        touched = [sentence for sentence in self.document.sentences if sentence.overlaps(span)]
        if touched:
            return Span(min(touched[0].start, span.start), max(touched[-1].end, span.end))
        block = self.block_at(span.start)
        return block.span if block and block.span.contains(span) else span

    def work(self, key: str) -> Reference | None:
        """The work of a key, as the paper's own list has it when it is there."""
        return self._own.get(key) or self.references.get(key)

    @cached_property
    def _own(self) -> dict[str, Reference]:
        return {work.key: work for work in self.document.references}

    def label(self, key: str) -> str:
        """The work of a key as one would cite it; the key itself when nothing is known."""
        work = self.work(key)
        return work.label if work else key

    def paper_of(self, key: str) -> Document | None:
        """The paper itself, when it is in the corpus."""
        work = self.work(key)
        names = (key, *work.aliases) if work else (key,)
        return next((self.corpus[name] for name in names if name in self.corpus), None)

    def printed(self, span: Span) -> str:
        """The words of a stretch of text on one line."""
        return " ".join(span.of(self.document.text).split())

    def finding(self, check: Check, span: Span, *, what: str, suggestion: str) -> Finding:
        """A finding at a place in the text."""
        return Finding(
            check=check,
            paper=self.document.key,
            span=span,
            sentence=self.printed(self.sentence(span)),
            what=what,
            suggestion=suggestion,
            page=self.document.page_at(span.start),
        )
