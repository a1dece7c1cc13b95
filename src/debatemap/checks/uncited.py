"""Works in the reference list that the text never cites."""

from __future__ import annotations

from collections.abc import Iterator

from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.model import BlockKind, CitationForm, Reference

_SILENT = frozenset({BlockKind.OTHER, BlockKind.HEADING})


def find_uncited(paper: Paper) -> Iterator[Finding]:
    """Entries of the paper's own list that nothing in it cites.

    A work that an unresolved citation may mean counts as cited; so does one whose author is named, when
    the list has no other work of the same people.
    """
    document = paper.document
    cited = _cited(paper)
    works = [work for work in document.references if work.key != document.key]
    for work in works:
        if work.key in cited:
            continue
        twins = [other for other in works if other.key != work.key and _same_entry(work, other)]
        if any(twin.key in cited for twin in twins):
            continue
        yield Finding(
            check=Check.UNCITED,
            paper=document.key,
            span=None,
            sentence=" ".join((work.raw or f"{work.label}. {work.title}").split()),
            what=f"{work.label} is in the list, but the text never cites it.",
            suggestion="Cite it or take it out of the list.",
        )


def _cited(paper: Paper) -> set[str]:
    found: set[str] = set()
    people = [_people(work) for work in paper.document.references]
    for citation in paper.citations:
        if citation.form is not CitationForm.NAME:
            found.update(key for key in (citation.key, *citation.candidates, citation.cited_in) if key)
            continue
        work = paper.work(citation.key)
        block = paper.block_at(citation.span.start)
        if work and block and block.kind not in _SILENT and people.count(_people(work)) == 1:
            found.add(work.key)
    return found


def _people(work: Reference) -> tuple[str, ...]:
    return tuple(name.family for name in work.authors)


def _same_entry(one: Reference, other: Reference) -> bool:
    """The same work listed twice."""
    return one.label == other.label and bool(one.title) and one.title == other.title
