"""Find author-year citations: dates first, then the names before and the locator behind."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.citations.names import Authors, read_authors
from debatemap.citations.patterns import DATE, LOCATOR, MORE_LETTERS, QUOTING, SECOND_HAND
from debatemap.citations.roster import Roster
from debatemap.citations.tables import words
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Span, work_key

_REACH = 220  # characters before a date in which its authors are looked for
_BRACKETS = re.compile(r"[()\[\]]")
_GAP = re.compile(r"(?P<tail>['’]s?)(?P<gap>(?:\s[a-z][a-z-]*){1,5})$")
_BETWEEN_YEARS = re.compile(r"\s?(?:[,;&/]|and|or)\s?(?:and\s|&\s)?$")
_SIGNAL_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as printed: year ("" when none is given), letter, and where it stands."""

    start: int
    end: int
    year: str
    suffix: str


def provisional_key(citation: Citation) -> str:
    """The key that the cited work would have, from the names and date as cited.

    >>> provisional_key(Citation(Span(0, 9), CitationForm.PARENTHETICAL, ("Lee", "Yuen"), "2011"))
    'lee-yuen-2011'
    """
    return work_key(citation.names, citation.year, citation.suffix)


def brackets_of(text: str, start: int, end: int) -> list[Span]:
    """The brackets of a stretch, round and square, with what they hold; unbalanced ones left out."""
    pairs = []
    open_at: list[int] = []
    for sign in _BRACKETS.finditer(text, start, end):
        if sign.group() in "([":
            open_at.append(sign.start())
        elif open_at and text[open_at[-1]] == ("(" if sign.group() == ")" else "["):
            pairs.append(Span(open_at.pop(), sign.end()))
    return sorted(pairs)


def _dates(text: str, block: Block) -> list[Date]:
    dates = []
    for m in DATE.finditer(text, block.span.start, block.span.end):
        g = m.groupdict()
        years = [g[k] for k in ("edition", "year", "second", "second2", "second3", "first") if g[k]]
        letters = [g[k] for k in ("letter1", "letter2", "letter3", "letter4", "letter5") if g[k]]
        dates.append(Date(m.start(), m.end(), max(years) if years else "", letters[0] if letters else ""))
    return dates


def find_author_year(document: Document, roster: Roster) -> list[Citation]:
    """All citations by author and date, and by date alone, in the order of the text."""
    found: list[Citation] = []
    for block in document.blocks:
        found += _in_block(document.text, block, roster)
    return found


def _in_block(text: str, block: Block, roster: Roster) -> list[Citation]:
    dates = _dates(text, block)
    if not dates:
        return []
    pairs = brackets_of(text, block.span.start, block.span.end)
    found: list[Citation] = []
    for date in dates:
        if found and date.start < found[-1].span.end:
            continue
        bracket = _innermost(pairs, date)
        here = _at_date(text, block, roster, date, bracket, found)
        if here:
            found += here
    return found


def _innermost(pairs: Sequence[Span], date: Date) -> Span | None:
    at = bisect.bisect_left(pairs, Span(date.start, date.start))
    for pair in reversed(pairs[max(0, at - 12) : at]):
        if pair.start < date.start and date.end < pair.end:
            return pair
    return None


def _at_date(
    text: str, block: Block, roster: Roster, date: Date, bracket: Span | None, found: Sequence[Citation]
) -> list[Citation]:
    last = found[-1] if found else None
    floor = max(block.span.start, date.start - _REACH, last.span.end if last else 0)
    locator, end = _locator(text, date.end, block.span.end)
    base = Citation(
        span=Span(date.start, end), form=CitationForm.PARENTHETICAL, year=date.year, suffix=date.suffix,
        locator=locator, bracket=bracket, in_footnote=block.kind is BlockKind.FOOTNOTE,
    )  # fmt: skip
    if (
        last
        and last.bracket == bracket
        and _BETWEEN_YEARS.match(text[last.span.end : date.start])
        and last.names
    ):
        return _with_letters(text, replace(base, names=last.names, form=last.form, note=last.note))
    if bracket and _only_signals(text[bracket.start + 1 : date.start]):
        return _with_letters(text, _opening(text, roster, date, bracket, base, floor))
    inside = bracket is not None
    if bracket:
        floor = max(floor, bracket.start + 1)
    authors = read_authors(text, floor, date.start, roster, (date.year, date.suffix), bracket=inside)
    if authors is None or text[authors.end : date.start].strip(" ,\u00a0\n*_") not in (
        "",
        "in",
        "'s",
        "’s",
        "'",
        "’",
    ):
        return []
    if not inside and not (date.year and roster.matches(authors.names, date.year, et_al=authors.et_al)):
        if not (date.year and (authors.et_al or locator) and authors.names):
            return []
    form = CitationForm.PARENTHETICAL if inside else CitationForm.NARRATIVE
    citation = _named(base, authors, form)
    return _with_letters(text, _prefixed(text, citation, floor))


def _named(base: Citation, authors: Authors, form: CitationForm) -> Citation:
    note = "et al." if authors.et_al else ""
    return replace(
        base, span=Span(authors.start, base.span.end), names=authors.names, form=form,
        possessive=authors.possessive, note=note,
    )  # fmt: skip


def _opening(
    text: str, roster: Roster, date: Date, bracket: Span, base: Citation, floor: int
) -> Citation | None:
    """A bracket that opens with the date: the author before it, or understood."""
    closes = text[base.span.end : bracket.end].strip() in (")", "]")
    base = replace(base, span=Span(date.start, base.span.end))
    edge = bracket.start
    while edge > floor and text[edge - 1].isspace():
        edge -= 1
    gap = _GAP.search(text, max(floor, edge - 80), edge)
    ends = [edge] + ([gap.start() + len(gap["tail"])] if gap else [])
    for stop in ends:
        authors = read_authors(text, floor, stop, roster, (date.year, date.suffix), bracket=False)
        if authors is None or not _reaches(text, authors, stop):
            continue
        if stop != edge and not authors.possessive:
            continue
        citation = _named(base, authors, CitationForm.NARRATIVE)
        if closes:
            citation = replace(citation, span=Span(citation.span.start, bracket.end))
        return citation
    known = any(
        ref.year == date.year
        and ref.authors
        and ref.authors[0].family in text[max(0, bracket.start - 600) : bracket.start]
        for ref in roster.references
    )
    if (base.locator and _ends_citation(text, base.span.end)) or (known and closes):
        return replace(base, form=CitationForm.YEAR)
    return None


def _reaches(text: str, authors: Authors, stop: int) -> bool:
    return text[authors.end : stop].strip(" *_\u00a0\n") in ("", "'s", "’s", "'", "’", ".", "s")


def _ends_citation(text: str, end: int) -> bool:
    return text[end : end + 1] in ")],;" or text[end : end + 2] in (" )", " ]", " (")


def _only_signals(lead: str) -> bool:
    return (
        len(lead) < 40
        and all(
            word.lower() in words("signals")
            and word.lower() not in ("in", "from", "by", "after", "to", "as", "for")
            for word in _SIGNAL_WORD.findall(lead)
        )
        and not any(sign.isdigit() for sign in lead)
    )


def _locator(text: str, start: int, end: int) -> tuple[str, int]:
    m = LOCATOR.match(text, start, end)
    if m is None:
        return "", start
    part = m["colon"] or m["unit"] or m["bare"]
    return part.strip(), m.start() + len(m.group().rstrip())


def _prefixed(text: str, citation: Citation, floor: int) -> Citation:
    lead = text[max(floor, citation.span.start - 40) : citation.span.start].strip(" ;,(:\n")
    if citation.bracket and lead and all(w.lower() in words("signals") for w in _SIGNAL_WORD.findall(lead)):
        return replace(citation, prefix=lead)
    return citation


def _with_letters(text: str, citation: Citation | None) -> list[Citation]:
    """The citation, and one more for each further letter: "2011a, b"."""
    if citation is None:
        return []
    out = [citation]
    at = citation.span.end
    while out[-1].suffix and not out[-1].locator:
        more = MORE_LETTERS.match(text, at)
        if more is None or more["letter"] <= out[-1].suffix:
            break
        out.append(
            replace(citation, span=Span(more.start("letter"), more.end()), suffix=more["letter"], prefix="")
        )
        at = more.end()
    return out


def chain_second_hand(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """Fills `cited_in` with the provisional key of the work that was read."""
    out = list(citations)
    for at in range(len(out) - 1):
        one, two = out[at], out[at + 1]
        if not (one.year or one.names) or two.span.start - one.span.end > 60:
            continue
        between = text[one.span.end : two.span.start]
        if SECOND_HAND.match(between):
            out[at] = replace(one, cited_in=provisional_key(two))
        elif QUOTING.match(between):
            out[at + 1] = replace(two, cited_in=provisional_key(one))
    return out
