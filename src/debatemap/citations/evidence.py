"""Tell citations from other dates: what must stand around a date before it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from debatemap.citations.dates import Date
from debatemap.citations.names import Authors, Reading
from debatemap.citations.roster import Roster, squeeze
from debatemap.citations.tables import words
from debatemap.model import Block, Citation, CitationForm, Span

_CONTEXT = 600  # characters before a bare "(2014)" in which its author must be named
_SIGNAL = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_LOCATED = re.compile(
    r"\b(?:in|at|across|throughout|from|within|outside|around|near|into|inside|over)\s(?:the\s)?$"
)
_NAME = re.compile(r"[^\W\d_](?:\w|-|['’](?!s?\b))+")  # without a possessive ending
_VERSUS = re.compile(r"\sv(?:\.|s\.)?\s$")
_LEADS = frozenset({"in", "from", "by", "after", "to", "as", "for", "with", "a", "an"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date stands: its block, its bracket, and how far back its authors may begin."""

    text: str
    block: Block
    roster: Roster
    bracket: Span | None
    floor: int

    def reading(self, date: Date, *, bracket: bool) -> Reading:
        """What the reader of names has to know here."""
        return Reading(self.roster, date.year, date.suffix, bracket)


def no_scholar(lead: str) -> bool:
    """An interview, an archive, a newspaper, a case: what stands in this part of the bracket says so."""
    part = lead.rpartition(";")[2]
    return any(word.lower() in words("sources") for word in re.findall(r"[^\W\d_][\w.-]*", part))


def is_case(text: str, authors: Authors) -> bool:
    """ "Brown v. Board of Education (1954)": who stands there was sued."""
    return _VERSUS.search(text, max(0, authors.start - 5), authors.start) is not None


def listed(place: Place, authors: Authors, date: Date) -> bool:
    """The list has a work of these authors and this date."""
    return bool(place.roster.matches(authors.names, date.year, et_al=authors.et_al))


def surely_cited(text: str, authors: Authors, date: Date) -> bool:
    """Names unknown to the list and a year, without a bracket (or one that is never closed).

    Only with "et al.", with a page behind a colon, or in a row of such: "Smith and Jones, 2013; …".
    """
    if not date.in_figures or "\n" in text[authors.start : date.start]:
        return False
    page = text[date.end : date.end + 1] == ":" and date.stop > date.end
    closes = text[date.stop : date.stop + 1] in (";", ")")
    before = text[max(0, authors.start - 2) : authors.start].rstrip()[-1:]
    row = closes and (text[authors.end : date.start].strip() == "," or before in ("(", ";"))
    return authors.et_al or page or row or "&" in text[authors.start : authors.end]


def is_place(place: Place, authors: Authors, date: Date, bracket: Span) -> bool:
    """ "… in Lisbon (1965: 50)": no author, when somebody named before has a work of that year."""
    located = _LOCATED.search(place.text, max(place.block.span.start, authors.start - 20), authors.start)
    return bool(located and date.locator) and author_near(place, date, bracket)


def author_near(place: Place, date: Date, bracket: Span) -> bool:
    """Somebody with a work of that year is named a little before."""
    start = max(place.block.span.start, bracket.start - _CONTEXT)
    context = {squeeze(word) for word in _NAME.findall(place.text[start : bracket.start])}
    return any(
        ref.year == date.year
        and (date.suffix in ("", ref.suffix))
        and place.roster.first_forms(ref) & context
        for ref in place.roster.references
    )


def by_title(place: Place, date: Date, bare: Citation, end: int, floor: int) -> Citation | None:
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


def adjacent(text: str, authors: Authors, stop: int, *, allowed: Sequence[str] = ("",)) -> bool:
    """Nothing but a possessive ending (or what is allowed) stands between the names and `stop`."""
    between = text[authors.end : stop].strip(" *_\u00a0\n")
    return between.removeprefix("'").removeprefix("’").removeprefix("s").strip(" .") in allowed


def ends_citation(text: str, end: int) -> bool:
    """A bracket or a comma ends what was read as date and locator."""
    return text[end : end + 1] in ")],;" or text[end : end + 2] in (" )", " ]", " (")


def signal_words(lead: str) -> bool:
    """True when all words are "see", "also", "e.g.", "cf." and their like."""
    return all(word.lower() in words("signals") for word in _SIGNAL.findall(lead))


def only_signals(lead: str) -> bool:
    """True when nothing but "see also", "e.g." stands between the bracket and the date."""
    found = [word.lower() for word in _SIGNAL.findall(lead)]
    return len(lead) < 40 and all(w in words("signals") and w not in _LEADS for w in found)
