"""Cited pages that lie outside the work."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator

from debatemap.checks.finding import Check, Finding
from debatemap.checks.pages import Pages, bare, read_pages, slips, within
from debatemap.checks.paper import Paper
from debatemap.model import Citation, Reference

_RANGE = re.compile(r"\d\s*(?:[–—‒−-]|--)\s*\d")


def find_outside(paper: Paper) -> Iterator[Finding]:
    """Pages of an article or a chapter before its first or behind its last page.

    Only where the list gives both: one number alone may be the first page, or an article's number.
    """
    for citation in paper.citations:
        work = paper.work(citation.key)
        if work is None or not citation.locator:
            continue
        if citation.year and citation.year != work.year:
            # Another edition: its pages need not be those of the list.
            continue
        pages, cited = read_pages(work.pages), read_pages(citation.locator)
        if not cited or not pages or not _RANGE.search(work.pages) or _is_date(work):
            continue
        if within(cited, pages):
            continue
        yield paper.finding(
            Check.OUTSIDE,
            citation.span,
            what=f"{work.label} has the pages {work.pages}; {bare(citation.locator)} is not among them.",
            suggestion=_suggestion(citation, cited, pages),
        )


def _is_date(work: Reference) -> bool:
    """The days of a meeting, taken for pages: "Berlin, August 10–15"."""
    months = "|".join(name for name in month_name if name)
    return re.search(rf"\b(?:{months})\s+{re.escape(work.pages)}", work.raw) is not None


def _suggestion(citation: Citation, cited: Pages, pages: Pages) -> str:
    (first, last), *more = cited
    if not more and first == last:
        near = slips(first, pages)
        if len(near) == 1:
            return f"Is it {near[0]}? One wrong figure would explain it."
        return "Look the page up."
    kept = [f"{a}–{b}" if a < b else f"{a}" for a, b in _common(cited, pages)]
    if kept:
        return f"Of {bare(citation.locator)}, only {', '.join(kept)} can be right: look it up."
    return "Look the pages up."


def _common(ones: Pages, others: Pages) -> list[tuple[int, int]]:
    return [(max(a, c), min(b, d)) for a, b in ones for c, d in others if max(a, c) <= min(b, d)]
