"""Quotations that do not stand in the paper they are taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.checks.quoted import Quoted
from debatemap.checks.sources import Ground
from debatemap.checks.wording import is_in, likeness, nearest
from debatemap.model import Document

_ALIKE = 0.5
"""Share of words in common (Dice, 0 to 1) from which on a passage is taken for the one quoted."""
_FEWEST_WORDS = 5  # of a quotation that does not stand right before its source


def find_misquoted(paper: Paper, quoted: tuple[Quoted, ...]) -> Iterator[Finding]:
    """Quotations from a work whose paper is in the corpus, in other words than the paper's.

    Of a work cited after another, the words may stand in either.
    """
    for one in quoted:
        source = one.source
        dated = source.ground is Ground.SENTENCE and one.length >= _FEWEST_WORDS
        if source.translated or not (dated or source.ground is Ground.BEHIND):
            continue
        keys = [key for key in (source.key, source.citation.cited_in) if key]
        papers = [found for key in keys if (found := paper.paper_of(key))]
        if not papers or any(is_in(one.text, cited.text) for cited in papers):
            continue
        if source.citation.cited_in and len(papers) < len(keys):
            continue
        yield _finding(paper, one, papers[0])


def _finding(paper: Paper, one: Quoted, cited: Document) -> Finding:
    passage = nearest(one.text, cited.text)
    label = paper.label(one.source.key)
    if likeness(one.text, passage.of(cited.text))[0] < _ALIKE:
        return paper.finding(
            Check.MISQUOTED,
            one.quotation.span,
            what=f"“{one.text}” does not stand in {label}, nor does anything like it.",
            suggestion="Look the quotation up; it may be from another work.",
        )
    page = cited.page_at(passage.start)
    words = " ".join(passage.of(cited.text).split())
    differing = "; ".join(_changes(one.text, words))
    return paper.finding(
        Check.MISQUOTED,
        one.quotation.span,
        what=f"“{one.text}” does not stand in {label}" + (f": {differing}." if differing else "."),
        suggestion=f"The nearest there{f', p. {page}' if page else ''}: “{words}”",
    )


def _changes(quoted: str, printed: str) -> Iterator[str]:
    """What differs, word by word."""
    ours, theirs = quoted.split(), printed.split()
    pairs = SequenceMatcher(a=_plain(ours), b=_plain(theirs), autojunk=False)
    for kind, a, b, c, d in pairs.get_opcodes():
        if kind == "equal":
            continue
        old, new = " ".join(theirs[c:d]), " ".join(ours[a:b])
        if old and new:
            yield f"“{new}” for “{old}”"
        elif new:
            yield f"“{new}” is added"
        else:
            yield f"“{old}” is left out"


def _plain(words: Sequence[str]) -> list[str]:
    return [word.strip(".,;:!?'‘’\"“”()[]").lower() for word in words]
