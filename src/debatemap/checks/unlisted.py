"""Citations of works that the reference list does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from debatemap.checks.differs import same_person
from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.model import Citation, CitationForm, Reference
from debatemap.model.reference import short_names

_MOST_NAMED = 3


def find_unlisted(paper: Paper) -> Iterator[Finding]:
    """Dated citations that no work of the list fits, or several; pairs of names of which one is in no
    list ("Keck and Sikking")."""
    for citation in paper.citations:
        work = paper.work(citation.key)
        if work is not None:
            if citation.note and not all(same_person(name, work) for name in citation.names):
                yield paper.finding(
                    Check.UNLISTED,
                    citation.span,
                    what=f"No work of {_named(citation)} is in the list.",
                    suggestion=f"Did the author mean {work.label}?",
                )
        elif citation.key or not citation.names or citation.form is CitationForm.NAME:
            continue
        elif not _in_an_entry(citation, paper.document.references):
            yield _unresolved(citation, paper)


def _unresolved(citation: Citation, paper: Paper) -> Finding:
    near = [work for key in citation.candidates if (work := paper.work(key))]
    labels = [_told_apart(work, near) for work in near[:_MOST_NAMED]]
    fitting = [work for work in near if _fits(citation, work)]
    if len(fitting) > 1:
        return paper.finding(
            Check.UNLISTED,
            citation.span,
            what=f"{len(fitting)} works in the list fit {_named(citation)}.",
            suggestion=f"Which one is meant: {' or '.join(labels)}?",
        )
    return paper.finding(
        Check.UNLISTED,
        citation.span,
        what=f"{_named(citation)} is not in the list.",
        suggestion=f"Did the author mean {' or '.join(labels)}?" if near else "Add the work to the list.",
    )


def _in_an_entry(citation: Citation, works: Sequence[Reference]) -> bool:
    """The work stands in the entry of another, as where two entries were printed as one."""
    if not citation.year:
        return False
    entry = re.compile(rf"\b{re.escape(citation.names[0])}\b.{{0,60}}\({citation.year}{citation.suffix}\b")
    return any(entry.search(work.raw) for work in works)


def _fits(citation: Citation, work: Reference) -> bool:
    return citation.year in (work.year, work.original_year) and all(
        same_person(name, work) for name in citation.names
    )


def _told_apart(work: Reference, others: list[Reference]) -> str:
    """The work as cited; with its title when another one is cited in the same way."""
    if work.title and sum(other.label == work.label for other in others) > 1:
        return f"{work.label} ({work.title})"
    return work.label


def _named(citation: Citation) -> str:
    names = short_names(citation.names)
    names += " et al." if citation.et_al and not names.endswith("et al.") else ""
    year = f" {citation.year}{citation.suffix}" if citation.year else ""
    return names + year
