"""What stands around a citation: its block, the citations before and after, the source's own links."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from debatemap.citations.roster import Roster, dated
from debatemap.model import BlockKind, Citation, CitationForm, Document, Reference, Span

_AGAIN = re.compile(
    r"\b(?:ibid(?:em)?\b|id\.|op\.\s?cit|loc\.\s?cit|idem\b|supra\b)|(?:^|\()pp?\.\s?\d", re.IGNORECASE
)
_NOTE_MEANT = re.compile(r"\bsupra\snotes?\s(\d+)")
_PAGE = re.compile(r"\(?pp?\.", re.IGNORECASE)
_ASIDE = re.compile(r"(?:but |and )?(?:see|cf|compare)\b", re.IGNORECASE)
_PLACE_BEFORE = re.compile(r"\b(?:across|around|at|from|in|near|of|outside|to|within)\s$")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_WHEN = re.compile(
    r"\s\(?(?:(?P<early>earl(?:y|ier)|first|initial|original|previous|former)|later?|latest|recent|revised)\b"
)
_NEXT_SENTENCE = re.compile(r"[.!?]['’”\")\]]*\s+\S")
_WORD = re.compile(r"[^\W\d_]{3,}")
_BRIEF = 8  # words beside an address; a note with more says what it cites
_BLOCKS_BACK = 3  # a bare year may follow a block quotation: the author stands in the paragraph before
_CITATIONS_BACK = 25
_WHOLE = 4  # of Roster.fit: every author is named


class Dated(NamedTuple):
    """A resolved citation: the offset at which a reader meets it, the block of that offset, the work."""

    place: int
    block: int
    key: str
    noted: bool
    """Cited in a footnote."""
    aside: bool
    """Pointed to in passing ("cf.", "see also"): nobody whom the text then goes on to name."""


class Context:
    """Looks around in one document."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self._document = document
        self._roster = roster
        self._starts = [block.span.start for block in document.blocks]
        self._links = sorted(document.links, key=lambda link: link.span)
        self._link_starts = [link.span.start for link in self._links]
        self._works = {key: ref for ref in roster.references for key in (*ref.aliases, ref.key)}
        self._calls = sorted((note.span, note.call) for note in document.footnotes if note.call is not None)
        self._notes = {note.label: note.span for note in document.footnotes}
        self._to_addresses = [call for span, call in self._calls if _is_address(span.of(document.text))]

    def place(self, citation: Citation) -> int:
        """The offset at which a reader meets the citation: of a footnote, where it is called."""
        if citation.in_footnote and self._calls:
            at = bisect.bisect_right(self._calls, citation.span.start, key=lambda call: call[0].start) - 1
            if at >= 0 and self._calls[at][0].contains(citation.span):
                return self._calls[at][1]
        return citation.span.start

    def given(self, citation: Citation) -> str:
        """The first letter of the given name or initial printed before the first author, in lower case."""
        printed = citation.span.of(self._document.text)
        if not citation.names or printed.find(citation.names[0]) < 1:
            return ""
        lead = printed.partition(citation.names[0])[0]
        return lead[0].lower() if lead[:1].isupper() else ""

    def block(self, citation: Citation) -> int:
        """The number of the block in which the citation stands."""
        return bisect.bisect_right(self._starts, self.place(citation)) - 1

    def after_place(self, citation: Citation) -> bool:
        """True for the "Guangzhou" of "across Guangzhou (2018: 668)": a year and page after a place."""
        start = citation.span.start
        before = self._document.text[max(0, start - 12) : start]
        lone = citation.form is CitationForm.NARRATIVE and len(citation.names) == 1 and not citation.et_al
        return lone and bool(citation.locator) and _PLACE_BEFORE.search(before) is not None

    def again(self, citation: Citation) -> bool:
        """True for "ibid.", "op. cit." and a page alone."""
        return not citation.year and bool(_AGAIN.search(citation.span.of(self._document.text)))

    def note_meant(self, citation: Citation) -> Span | None:
        """The note of "supra note 4"; None where no note is meant, or there is none of that number."""
        found = _NOTE_MEANT.search(citation.span.of(self._document.text))
        return self._notes.get(found[1]) if found else None

    def is_page(self, citation: Citation) -> bool:
        """True for "(p. 12)", which says no "ibid."."""
        return _PAGE.match(citation.span.of(self._document.text)) is not None

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

    def around(self, dated: Sequence[Dated], citation: Citation) -> Iterator[str]:
        """Keys of dated citations: of this block before and after, then all before, then all after;
        those that the text only points to in passing last."""
        here, place = self.block(citation), self.place(citation)
        at = bisect.bisect_left(dated, place, key=lambda one: one.place)
        before, after = range(at - 1, -1, -1), range(at, len(dated))
        if at < len(dated) and dated[at].place <= citation.span.end + 3:
            yield dated[at].key  # "Olson's (Olson 1965) argument"
        yield from self.noted_behind(dated, citation)
        for aside in (False, True):
            for side in (before, after):
                for number in takewhile(lambda number: dated[number].block == here, side):
                    if dated[number].aside is aside:
                        yield dated[number].key
            for number in (*before, *after):
                if dated[number].aside is aside:
                    yield dated[number].key

    def noted_behind(self, dated: Sequence[Dated], citation: Citation) -> Iterator[str]:
        """Keys of the works in the notes of the citation's own sentence, behind it: "Olson argues that it
        fails.³", the note "Olson, Logic, 15"."""
        here, place = self.block(citation), self.place(citation)
        for at in range(bisect.bisect_left(dated, place, key=lambda one: one.place), len(dated)):
            one = dated[at]
            words = self._document.text[citation.span.end : one.place]
            if one.block != here or _NEXT_SENTENCE.search(words):
                break
            if one.noted:
                yield one.key

    def timely(self, citation: Citation, works: Sequence[Reference]) -> str:
        """The key of the first of several works for "Olson's earlier view", of the last for "Olson's later
        view"; "" where nothing, or not one work alone, is meant."""
        when = _WHEN.match(self._document.text, citation.span.end) if citation.possessive else None
        years = sorted({ref.year for ref in works})
        if when is None or len(years) < 2:
            return ""
        year = years[0] if when["early"] else years[-1]
        keys = [ref.key for ref in works if ref.year == year]
        return keys[0] if len(keys) == 1 else ""

    def noted_elsewhere(
        self, citation: Citation, citations: Sequence[Citation], works: Collection[str]
    ) -> bool:
        """True for a name in running text whose words, as the note behind them says, stand on a web page:
        "Olson replies that it fails.³", the note an address. Not where the block cites one of the `works`.
        """
        if citation.in_footnote or citation.form is not CitationForm.NAME or not self._to_addresses:
            return False
        block = self.block(citation)
        end = self._document.blocks[block].span.end
        calls = [call for call in self._to_addresses if citation.span.end <= call <= end]
        here = [c for c in citations if calls and not c.in_footnote and self.block(c) == block]
        if any(c.key in works for c in here):
            return False
        for call in calls:
            # Whoever is named last before the note is whom its words are of.
            last = max((c for c in here if c.span.end <= call), key=lambda c: c.span)
            words = self._document.text[last.span.end : call]
            speaks = last.names == citation.names and last.span >= citation.span
            if speaks and not _NEXT_SENTENCE.search(words):
                return True
        return False

    def dated(self, citations: Sequence[Citation]) -> list[Dated]:
        """The resolved citations that are no bare names, in the order in which a reader meets them."""
        return sorted(
            Dated(self.place(c), self.block(c), c.key, c.in_footnote, _ASIDE.match(c.prefix) is not None)
            for c in citations
            if c.key and c.form is not CitationForm.NAME
        )

    def linked(self, citation: Citation) -> Citation:
        """The citation with the work that the source format links it to, where it does.

        One link may lie over several years; a year that names another work exactly keeps it. So do names
        that fit another work and not this one: publishers mislink works of one year.
        """
        at = bisect.bisect_left(self._link_starts, citation.span.end) - 1
        if citation.form is CitationForm.NAME or at < 0 or not self._links[at].span.overlaps(citation.span):
            return citation
        works = [self._works[key] for key in self._links[at].keys if key in self._works]
        if len(works) > 1:
            works = [ref for ref in works if ref.year == citation.year or not citation.year]
        if len(works) != 1 or works[0].key == citation.key:
            return citation
        if citation.key and not citation.note and not dated(works[0], citation.year):
            return citation
        if citation.key and self._mislinked(citation, works[0]):
            return replace(citation, candidates=(works[0].key,), note=f"the file links it to {works[0].key}")
        return replace(citation, key=works[0].key, candidates=(), note="")

    def _mislinked(self, citation: Citation, work: Reference) -> bool:
        """The names are those of the work found, and not those of the work that is linked."""
        found, linked = (
            self._roster.fit(ref, citation.names, et_al=citation.et_al)
            for ref in (self._works[citation.key], work)
        )
        return found == _WHOLE > linked


def _is_address(note: str) -> bool:
    """The note is a web address and little more."""
    return bool(_ADDRESS.search(note)) and len(_WORD.findall(_ADDRESS.sub("", note))) < _BRIEF
