"""Works read in other works: "(Mill 1848, cited in Olson 1965: 5)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.citations.names import Reading, read_authors
from debatemap.citations.patterns import QUOTING, SECOND_HAND
from debatemap.citations.roster import Roster
from debatemap.model import Citation, CitationForm, Span

_REACH = 60  # characters between the two
_PHRASE = re.compile(
    r"[\s,;]*\b(?:as\s)?(?:cited|quoted|qtd\.?|discussed|reported|paraphrased)\s(?:in|by)\s(?:e\.g\.\s)?$"
)
# In running text only words are quoted of a person for sure: a finding is discussed and reported.
_QUOTED = re.compile(r"[\s,;]*\b(?:as\s)?(?:cited|quoted|qtd\.?)\s(?:in|by)\s$")
# "Mill (in Olson 1965) holds": alone in its bracket, behind a name of the list.
_IN = re.compile(r"\bin\s$")


def chain_second_hand(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The same citations, `cited_in` holding the provisional key of the work that was read."""
    out = list(citations)
    for at in range(len(out) - 1):
        one, two = out[at], out[at + 1]
        if not 0 <= two.span.start - one.span.end < _REACH:
            continue
        between = text[one.span.end : two.span.start]
        if SECOND_HAND.match(between):
            out[at] = replace(one, cited_in=two.provisional_key)
        elif QUOTING.match(between):
            out[at + 1] = replace(two, cited_in=one.provisional_key)
    return out


def find_undated_originals(text: str, roster: Roster, citations: Sequence[Citation]) -> list[Citation]:
    """Those whose work bears no date of its own: "(Mill, as cited in Olson, 1965)", "Mill (cited in Olson
    1965) holds", "Mill, quoted in Olson (1965)". `citations`: what was found so far."""
    chained = {c.cited_in for c in citations if c.cited_in}
    found: list[Citation] = []
    for read in citations:
        bracket = read.bracket if read.bracket and read.bracket.contains(read.span) else None
        phrase = _phrase_before(text, read, bracket) if read.provisional_key not in chained else None
        if phrase is None:
            continue
        before = max((c.span.end for c in citations if c.span.end <= read.span.start), default=0)
        floor = max(bracket.start + 1, before) if bracket else 0
        inside = bracket is not None and bool(text[floor : phrase.start()].strip(" ;,"))
        edge = phrase.start() if inside or bracket is None else len(text[: bracket.start].rstrip())
        start = floor if inside else max(before, edge - _REACH, text.rfind("\n", 0, edge) + 1)
        authors = read_authors(text, start, edge, Reading(roster, "", "", inside))
        between = text[authors.end : edge] if authors else "…"
        if authors is None or between.strip(" ,"):
            continue
        if phrase.re is _IN and (inside or not authors.known):
            continue
        found.append(
            Citation(
                Span(authors.start, authors.end),
                CitationForm.PARENTHETICAL if inside else CitationForm.NAME,
                authors.names,
                bracket=bracket if inside else None,
                cited_in=read.provisional_key,
                et_al=authors.et_al,
                in_footnote=read.in_footnote,
            )
        )
    return found


def _phrase_before(text: str, read: Citation, bracket: Span | None) -> re.Match[str] | None:
    """The words that say that what stands before was read in this work; `bracket`: the one it stands in."""
    if bracket is None:
        return _QUOTED.search(text, max(0, read.span.start - _REACH), read.span.start)
    first = bracket.start + 1
    phrase = _PHRASE.search(text, max(first, read.span.start - _REACH), read.span.start)
    return phrase or _IN.fullmatch(text, first, read.span.start)
