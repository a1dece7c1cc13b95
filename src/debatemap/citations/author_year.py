"""Find author-year citations: dates first, then the names before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.citations.dates import Date, innermost, read_brackets, read_dates
from debatemap.citations.names import Authors, Reading, read_authors
from debatemap.citations.patterns import BETWEEN_YEARS, MORE_LETTERS
from debatemap.citations.roster import Roster, squeeze
from debatemap.citations.tables import words
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Span

_REACH = 220  # characters before a date in which its authors are looked for
_CONTEXT = 600  # characters before a bare "(2014)" in which its author must be named
_GAP = re.compile(r"(?P<tail>['’]s?)(?:\s[a-z][a-z-]*){1,5}$")
_SIGNAL = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_LOCATED = re.compile(
    r"\b(?:in|at|across|throughout|from|within|outside|around|near|into|inside|over)\s(?:the\s)?$"
)
_NAME = re.compile(r"[^\W\d_](?:\w|-|['’](?!s?\b))+")  # without a possessive ending
_LEADS = frozenset({"in", "from", "by", "after", "to", "as", "for", "with", "a", "an"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a date stands: its block, its bracket, and how far back its authors may begin."""

    text: str
    block: Block
    roster: Roster
    bracket: Span | None
    floor: int

    def reading(self, date: Date, *, bracket: bool) -> Reading:
        return Reading(self.roster, date.year, date.suffix, bracket)


def find_author_year(document: Document, roster: Roster) -> list[Citation]:
    """All citations by author and date, and by date alone, in the order of the text."""
    return [c for block in document.blocks for c in _in_block(document.text, block, roster)]


def _in_block(text: str, block: Block, roster: Roster) -> list[Citation]:
    dates = list(read_dates(text, block.span))
    pairs = read_brackets(text, block.span) if dates else []
    found: list[Citation] = []
    for date in dates:
        last = found[-1] if found else None
        if last and date.start < last.span.end:
            continue
        floor = max(block.span.start, date.start - _REACH, last.span.end if last else 0)
        place = _Place(text, block, roster, innermost(pairs, date), floor)
        found += _with_letters(text, _at_date(place, date, last))
    return found


def _at_date(place: _Place, date: Date, last: Citation | None) -> Citation | None:
    bare = Citation(
        span=Span(date.start, date.stop), form=CitationForm.PARENTHETICAL, year=date.year,
        suffix=date.suffix, locator=date.locator, bracket=place.bracket,
        in_footnote=place.block.kind is BlockKind.FOOTNOTE,
    )  # fmt: skip
    page_alone = date.start == date.end
    if page_alone and last is None:
        return None
    if last and not page_alone and _continues(place, date, last):
        return replace(bare, names=last.names, form=last.form, et_al=last.et_al)
    if place.bracket and _only_signals(place.text[place.bracket.start + 1 : date.start]):
        return _opens_bracket(place, date, bare, place.bracket)
    if place.bracket is None and not (date.in_figures or place.roster or date.again):
        return None
    return _behind_names(place, date, bare)


def _continues(place: _Place, date: Date, last: Citation) -> bool:
    """A further date of the authors before it: "(1988; 1991)", "Smith 2009a, 2010"."""
    between = place.text[last.span.end : date.start]
    return bool(last.names) and last.bracket == place.bracket and bool(BETWEEN_YEARS.match(between))


def _behind_names(place: _Place, date: Date, bare: Citation) -> Citation | None:
    """ "(see Lee and Shen, 2011)", and "as Baker 2003 argues" when the list has that work."""
    inside = place.bracket is not None
    floor = max(place.floor, place.bracket.start + 1) if place.bracket else place.floor
    authors = read_authors(place.text, floor, date.start, place.reading(date, bracket=inside))
    if authors is None or not _adjacent(place.text, authors, date.start, allowed=("", ",", "in")):
        if date.again and place.block.kind is BlockKind.FOOTNOTE:
            return replace(bare, form=CitationForm.NOTE)
        return _by_title(place, date, bare, date.start, floor) if inside else None
    if not authors.known and (titled := _by_title(place, date, bare, date.start, floor)):
        return titled
    if not (
        inside or date.again or _listed(place, authors, date) or _surely_cited(place.text, authors, date)
    ):
        return None
    form = CitationForm.PARENTHETICAL if inside else CitationForm.NARRATIVE
    if date.again and bare.in_footnote:
        form = CitationForm.NOTE
    citation = _named(bare, authors, form)
    return replace(citation, prefix=_prefix(place.text, citation, floor)) if inside else citation


def _listed(place: _Place, authors: Authors, date: Date) -> bool:
    return bool(place.roster.matches(authors.names, date.year, et_al=authors.et_al))


def _surely_cited(text: str, authors: Authors, date: Date) -> bool:
    """Names unknown to the list and a year, without a bracket (or one that is never closed).

    Only with "et al.", with a page behind a colon, or in a row of such: "Smith and Jones, 2013; …".
    """
    if not date.in_figures or "\n" in text[authors.start : date.start]:
        return False
    page = text[date.end : date.end + 1] == ":" and date.stop > date.end
    closes = text[date.stop : date.stop + 1] in (";", ")")
    before = text[max(0, authors.start - 2) : authors.start].rstrip()[-1:]
    row = closes and (text[authors.end : date.start].strip() == "," or before in ("(", ";"))
    return authors.et_al or page or row


def _opens_bracket(place: _Place, date: Date, bare: Citation, bracket: Span) -> Citation | None:
    """A bracket that opens with the date: the author before it, or understood."""
    text = place.text
    edge = bracket.start
    while edge > place.floor and text[edge - 1].isspace():
        edge -= 1
    gap = _GAP.search(text, max(place.floor, edge - 80), edge)
    closes = text[date.stop : bracket.end].strip() in (")", "]")
    for stop in (edge, gap.end("tail") if gap else edge):
        authors = read_authors(text, place.floor, stop, place.reading(date, bracket=False))
        if authors is None or not (stop == edge or authors.possessive):
            continue
        if not _adjacent(text, authors, stop, allowed=("", ",") if authors.et_al else ("",)):
            continue
        if not authors.known and (titled := _by_title(place, date, bare, edge, place.floor)):
            return titled
        if not authors.known and (date.start == date.end or _is_place(place, authors, date, bracket)):
            continue
        citation = _named(bare, authors, CitationForm.NARRATIVE)
        return replace(citation, span=Span(citation.span.start, bracket.end)) if closes else citation
    if titled := _by_title(place, date, bare, edge, place.floor):
        return titled
    cited = date.again or (date.locator and _ends_citation(text, date.stop))
    if cited or (closes and date.in_figures and _author_near(place, date, bracket)):
        return replace(bare, form=CitationForm.YEAR)
    return None


def _is_place(place: _Place, authors: Authors, date: Date, bracket: Span) -> bool:
    """ "… in Lisbon (1965: 50)": no author, when somebody named before has a work of that year."""
    located = _LOCATED.search(place.text, max(place.block.span.start, authors.start - 20), authors.start)
    return bool(located and date.locator) and _author_near(place, date, bracket)


def _author_near(place: _Place, date: Date, bracket: Span) -> bool:
    """Somebody with a work of that year is named a little before."""
    start = max(place.block.span.start, bracket.start - _CONTEXT)
    context = {squeeze(word) for word in _NAME.findall(place.text[start : bracket.start])}
    return any(
        ref.year == date.year
        and (date.suffix in ("", ref.suffix))
        and place.roster.first_forms(ref) & context
        for ref in place.roster.references
    )


def _by_title(place: _Place, date: Date, bare: Citation, end: int, floor: int) -> Citation | None:
    """A work named by its title: "in Intentionality (1983)"; the list gives the authors."""
    if not date.in_figures:
        return None
    lead = squeeze(place.text[max(floor, end - 120) : end])
    for ref in place.roster.of_year(date.year):
        title = squeeze(re.split(r"[:.?]", ref.title)[0])
        if len(title) > 7 and lead.endswith(title):
            families = tuple(name.family for name in ref.authors)
            return replace(bare, names=families, form=CitationForm.YEAR, note="named by its title")
    return None


def _named(bare: Citation, authors: Authors, form: CitationForm) -> Citation:
    return replace(
        bare, span=Span(authors.start, bare.span.end), names=authors.names, form=form,
        possessive=authors.possessive, et_al=authors.et_al,
    )  # fmt: skip


def _adjacent(text: str, authors: Authors, stop: int, *, allowed: Sequence[str] = ("",)) -> bool:
    between = text[authors.end : stop].strip(" *_\u00a0\n")
    return between.removeprefix("'").removeprefix("’").removeprefix("s").strip(" .") in allowed


def _ends_citation(text: str, end: int) -> bool:
    return text[end : end + 1] in ")],;" or text[end : end + 2] in (" )", " ]", " (")


def _only_signals(lead: str) -> bool:
    """True when nothing but "see also", "e.g." stands between the bracket and the date."""
    found = [word.lower() for word in _SIGNAL.findall(lead)]
    return len(lead) < 40 and all(w in words("signals") and w not in _LEADS for w in found)


def _prefix(text: str, citation: Citation, floor: int) -> str:
    lead = text[max(floor, citation.span.start - 40) : citation.span.start].strip(" ;,(:\n")
    return lead if all(word.lower() in words("signals") for word in _SIGNAL.findall(lead)) else ""


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
