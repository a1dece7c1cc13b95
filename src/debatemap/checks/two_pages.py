"""One passage quoted twice, with two different pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from debatemap.checks.finding import Check, Finding
from debatemap.checks.pages import bare, overlap, read_pages
from debatemap.checks.paper import Paper
from debatemap.checks.quoted import Quoted
from debatemap.checks.wording import likeness

_FEWEST_WORDS = 4
_ALIKE = 0.8  # share of words in common, Dice, that must be exceeded


def find_two_pages(paper: Paper, quoted: tuple[Quoted, ...]) -> Iterator[Finding]:
    """Quotations from one work in (nearly) the same words whose pages have none in common."""
    rows = [
        (one, read_pages(one.source.locator))
        for one in quoted
        if one.length >= _FEWEST_WORDS and one.source.key and not one.source.citation.cited_in
    ]
    for (first, its_pages), (other, other_pages) in combinations([row for row in rows if row[1]], 2):
        if first.source.key != other.source.key or overlap(its_pages, other_pages):
            continue
        score, where = likeness(first.text, other.text)
        if score > _ALIKE:
            longer = len(first.text) > len(other.text)
            passage = where.of(first.text) if longer else first.text
            yield _finding(paper, first, other, passage, same=score == 1)


def _finding(paper: Paper, first: Quoted, other: Quoted, passage: str, *, same: bool) -> Finding:
    work, pages = paper.label(first.source.key), (bare(first.source.locator), bare(other.source.locator))
    return paper.finding(
        Check.TWO_PAGES,
        other.quotation.span,
        what=f"{'The' if same else 'Nearly the'} same words are quoted from {work}, p. {pages[0]}:"
        f" “{passage}”.",
        suggestion=f"Which page is right, {pages[0]} or {pages[1]}?{'' if same else ' And which wording?'}",
    )
