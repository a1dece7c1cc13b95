"""What stands around a citation: its block, the citations before and after, the source's own links."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.citations.roster import Roster
from debatemap.model import BlockKind, Citation, CitationForm, Document

_AGAIN = re.compile(r"\b(?:ibid(?:em)?\b|op\.\s?cit|loc\.\s?cit|idem\b)|(?:^|\()pp?\.\s?\d", re.IGNORECASE)
_BLOCKS_BACK = 3  # a bare year may follow a block quotation: the author stands in the paragraph before
_CITATIONS_BACK = 25


class Context:
    """Looks around in one document."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self._document = document
        self._starts = [block.span.start for block in document.blocks]
        self._links = sorted(document.links, key=lambda link: link.span)
        self._link_starts = [link.span.start for link in self._links]
        self._order = {id(citation): at for at, citation in enumerate(citations)}

    def block(self, citation: Citation) -> int:
        """The number of the block in which the citation stands."""
        return bisect.bisect_right(self._starts, citation.span.start) - 1

    def again(self, citation: Citation) -> bool:
        """True for "ibid.", "op. cit." and a page alone."""
        return not citation.year and bool(_AGAIN.search(citation.span.of(self._document.text)))

    def before(self, citation: Citation, done: Sequence[Citation]) -> list[Citation]:
        """Citations with names before this one, nearest first, as far as a bare year may look back."""
        here = self.block(citation)
        near = []
        for earlier in reversed(done[-_CITATIONS_BACK:]):
            back = here - self.block(earlier)
            if back > _BLOCKS_BACK or any(
                block.kind is BlockKind.HEADING
                for block in self._document.blocks[self.block(earlier) + 1 : here + 1]
            ):
                break
            if earlier.names:
                near.append(earlier)
        return near

    def around(self, done: Sequence[Citation], at: int) -> list[str]:
        """Keys of dated citations: of this block before and after `at`, then all before, then all after."""
        here = self.block(done[at])
        dated = [(place, c) for place, c in enumerate(done) if c.key and c.form is not CitationForm.NAME]
        before = [(place, c) for place, c in reversed(dated) if place < at]
        after = [(place, c) for place, c in dated if place > at]
        rows = [[c.key for _, c in side if self.block(c) == here] for side in (before, after)]
        return rows[0] + rows[1] + [c.key for _, c in before] + [c.key for _, c in after]

    def linked(self, citation: Citation, roster: Roster) -> Citation:
        """The citation with the work that the source format links it to, where it does."""
        at = bisect.bisect_left(self._link_starts, citation.span.end) - 1
        if citation.form is CitationForm.NAME or at < 0 or not self._links[at].span.overlaps(citation.span):
            return citation
        by_key = {key: ref for ref in roster.references for key in (ref.key, *ref.aliases)}
        works = [by_key[key] for key in self._links[at].keys if key in by_key]
        if len(works) > 1:
            works = [ref for ref in works if ref.year == citation.year or not citation.year]
        if len(works) != 1 or works[0].key == citation.key:
            return citation
        return replace(citation, key=works[0].key, candidates=(), note="")
