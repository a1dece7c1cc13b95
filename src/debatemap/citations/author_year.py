"""Find author-year citations: dates first, then the names before them."""

from __future__ import annotations

import re
from dataclasses import replace

from debatemap.citations.dates import Date, innermost, read_brackets, read_dates
from debatemap.citations.evidence import (
    Place,
    adjacent,
    author_near,
    by_title,
    ends_citation,
    is_case,
    is_place,
    listed,
    no_scholar,
    only_signals,
    signal_words,
    surely_cited,
)
from debatemap.citations.names import Authors, read_authors
from debatemap.citations.patterns import BETWEEN_YEARS, MORE_LETTERS
from debatemap.citations.roster import Roster
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Span

_REACH = 220  # characters before a date in which its authors are looked for
_GAP = re.compile(r"(?P<tail>['’]s?)(?:\s[a-z][a-z-]*){1,5}$")
_TITLE_GAP = re.compile(r"(?P<tail>['’]s?)\s[“\"‘'*_]*[^\W\d_a-z][^.,;:()\[\]]{2,80}$")
_ACRONYM = re.compile(r"\s[\[(][A-Z][A-Za-z]{1,9}[\])],?\s*$")


def find_author_year(document: Document, roster: Roster) -> list[Citation]:
    """All citations by author and date, and by date alone, in the order of the text."""
    found: list[Citation] = []
    for block in document.blocks:
        found += _in_block(document.text, block, roster, cited=bool(found))
    return found


def _in_block(text: str, block: Block, roster: Roster, *, cited: bool) -> list[Citation]:
    """Those of one block; `cited`: something has been cited before it."""
    dates = list(read_dates(text, block.span))
    pairs = read_brackets(text, block.span) if dates else []
    found: list[Citation] = []
    for date in dates:
        last = found[-1] if found else None
        if last and date.start < last.span.end:
            continue
        floor = max(block.span.start, date.start - _REACH, last.span.end if last else 0)
        place = Place(text, block, roster, innermost(pairs, date), floor)
        goes_on = cited and (block.kind is BlockKind.QUOTATION or block.continues)
        if date.start == date.end and last is None and not goes_on:
            continue  # "(p. 5)" of nothing
        found += _with_letters(text, _at_date(place, date, last))
    return found


def _at_date(place: Place, date: Date, last: Citation | None) -> Citation | None:
    bare = Citation(
        span=Span(date.start, date.stop), form=CitationForm.PARENTHETICAL, year=date.year,
        suffix=date.suffix, locator=date.locator, bracket=place.bracket,
        in_footnote=place.block.kind is BlockKind.FOOTNOTE,
    )  # fmt: skip
    page_alone = date.start == date.end
    if last and not page_alone and _continues(place, date, last):
        return replace(bare, names=last.names, form=last.form, et_al=last.et_al)
    if place.bracket and only_signals(place.text[place.bracket.start + 1 : date.start]):
        return _opens_bracket(place, date, bare, place.bracket)
    if place.bracket is None and not (date.in_figures or place.roster or date.again):
        return None
    return _behind_names(place, date, bare)


def _continues(place: Place, date: Date, last: Citation) -> bool:
    """A further date of the authors before it: "(1988; 1991)", "Smith 2009a, 2010"."""
    between = place.text[last.span.end : date.start]
    return bool(last.names) and last.bracket == place.bracket and bool(BETWEEN_YEARS.match(between))


def _behind_names(place: Place, date: Date, bare: Citation) -> Citation | None:
    """ "(see Keck and Sikkink, 2011)", and "as Baker 2003 argues" when the list has that work."""
    inside = place.bracket is not None
    floor = max(place.floor, place.bracket.start + 1) if place.bracket else place.floor
    acronym = _ACRONYM.search(place.text, floor, date.start)
    stop = acronym.start() if acronym else date.start
    authors = read_authors(place.text, floor, stop, place.reading(date, bracket=inside))
    if authors is None or not adjacent(place.text, authors, stop, allowed=("", ",", "in")):
        # "See supra note 4" sends to a note, and cites no work.
        sends = place.text.startswith("supra", date.start)
        if date.again and place.block.kind is BlockKind.FOOTNOTE and not sends:
            return replace(bare, form=CitationForm.NOTE)
        return by_title(place, date, bare, date.start, floor) if inside else None
    if not authors.known and (titled := by_title(place, date, bare, date.start, floor)):
        return titled
    if (
        inside
        and no_scholar(place.text[floor : date.start])
        and not (authors.known and listed(place, authors, date))
    ):
        return None
    if not (inside or date.again or listed(place, authors, date) or surely_cited(place.text, authors, date)):
        return None
    form = CitationForm.PARENTHETICAL if inside else CitationForm.NARRATIVE
    if date.again and bare.in_footnote:
        form = CitationForm.NOTE
    citation = _named(place, date, bare, authors, form)
    return replace(citation, prefix=_prefix(place.text, citation, floor)) if inside else citation


def _opens_bracket(place: Place, date: Date, bare: Citation, bracket: Span) -> Citation | None:
    """A bracket that opens with the date: the author before it, or understood."""
    text = place.text
    edge = bracket.start
    while edge > place.floor and text[edge - 1].isspace():
        edge -= 1
    gap = _GAP.search(text, max(place.floor, edge - 80), edge)
    closes = text[date.stop : bracket.end].strip() in (")", "]")
    titled_work = _TITLE_GAP.search(text, max(place.floor, edge - 120), edge)
    stops = [edge, *(m.end("tail") for m in (gap, titled_work) if m)]
    for stop in stops:
        authors = read_authors(text, place.floor, stop, place.reading(date, bracket=False))
        if authors is None or not (stop == edge or authors.possessive):
            continue
        if stop == edge and titled_work and not authors.known:
            continue
        if not adjacent(text, authors, stop, allowed=("", ",") if authors.et_al else ("",)):
            continue
        if not authors.known and (titled := by_title(place, date, bare, edge, place.floor)):
            return titled
        if not authors.known and (date.start == date.end or is_place(place, authors, date, bracket)):
            continue
        if is_case(text, authors) and not listed(place, authors, date):
            continue
        citation = _named(place, date, bare, authors, CitationForm.NARRATIVE)
        return replace(citation, span=Span(citation.span.start, bracket.end)) if closes else citation
    if titled := by_title(place, date, bare, edge, place.floor):
        return titled
    cited = date.again or (date.locator and ends_citation(text, date.stop))
    if cited or (closes and date.in_figures and author_near(place, date, bracket)):
        of_year = place.roster.of_year
        year = date.first if of_year(date.first) and not of_year(date.year) else bare.year
        return replace(bare, form=CitationForm.YEAR, year=year)
    return None


def _named(place: Place, date: Date, bare: Citation, authors: Authors, form: CitationForm) -> Citation:
    """The bare citation with its names; the year of the first edition where the list has only that."""
    first = replace(date, year=date.first)
    if date.first != date.year and listed(place, authors, first) and not listed(place, authors, date):
        bare = replace(bare, year=date.first)
    return replace(
        bare, span=Span(authors.start, bare.span.end), names=authors.names, form=form,
        possessive=authors.possessive, et_al=authors.et_al,
    )  # fmt: skip


def _prefix(text: str, citation: Citation, floor: int) -> str:
    lead = text[max(floor, citation.span.start - 40) : citation.span.start].strip(" ;,(:\n")
    return lead if signal_words(lead) else ""


def _with_letters(text: str, citation: Citation | None) -> list[Citation]:
    """The citation, and one more for each further letter: "2011a, b"."""
    if citation is None:
        return []
    out = [citation]
    while out[-1].suffix and not out[-1].locator:
        more = MORE_LETTERS.match(text, out[-1].span.end)
        if more is None or more["letter"] <= out[-1].suffix:
            break
        span = Span(more.start("letter"), more.end())
        out.append(replace(citation, span=span, suffix=more["letter"], prefix=""))
    return out
