"""Quotations for which no page is given."""

from __future__ import annotations

from collections.abc import Iterator

from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.checks.quoted import Quoted
from debatemap.checks.sources import Ground
from debatemap.checks.wording import likeness
from debatemap.model import CitationForm, Reference
from debatemap.model.reference import short_names

_FEWEST_WORDS = 5
_TITLE = 0.8  # share of words in common, Dice
_PAGELESS = frozenset({CitationForm.NUMERIC, CitationForm.NOTE})


def find_without_page(paper: Paper, quoted: tuple[Quoted, ...]) -> Iterator[Finding]:
    """Quotations of five words or more from a work that has pages, with no page or other place given.

    Left out: words of the work's title, and styles that cite by number or note, where a page is not
    always asked for.
    """
    for one in quoted:
        citation, work = one.source.citation, paper.work(one.source.key)
        if one.source.locator or one.length < _FEWEST_WORDS or citation.form in _PAGELESS:
            continue
        if work is None or not _has_pages(work) or _is_title(one.text, work):
            continue
        pages = f", pp. {work.pages}" if work.pages else ""
        if one.source.ground is Ground.NAME:
            names = short_names(citation.names)
            what = f"{names} is quoted without a year and a page: “{_shortened(one.text)}”."
            suggestion = f"Say where it stands: in {work.label}{pages}, or in another work?"
        else:
            what = f"{work.label} is quoted without a page: “{_shortened(one.text)}”."
            suggestion = f"Give the page{f'; the work has {work.pages}' if pages else ''}."
        yield paper.finding(Check.NO_PAGE, one.quotation.span, what=what, suggestion=suggestion)


def _has_pages(work: Reference) -> bool:
    """Printed, as far as the list tells: an article, a chapter or a book; not a page on the web."""
    return bool(work.pages or ((work.publisher or work.container) and not work.url))


def _is_title(text: str, work: Reference) -> bool:
    return bool(work.title) and likeness(text, work.title)[0] >= _TITLE


def _shortened(text: str) -> str:
    words_of = text.split()
    return text if len(words_of) <= 12 else " ".join(words_of[:10]) + " …"
