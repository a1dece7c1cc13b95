"""Works cited after another work in which they were read."""

from __future__ import annotations

from collections.abc import Iterator

from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.model.reference import short_names


def find_second_hand(paper: Paper) -> Iterator[Finding]:
    """ "(Mill 1848, cited in Olson 1965: 5)": one finding a citation of a work not read itself."""
    for citation in paper.citations:
        if not citation.cited_in:
            continue
        names = short_names(citation.names)
        year = f" {citation.year}{citation.suffix}" if citation.year else ""
        read = paper.label(citation.cited_in)
        yield paper.finding(
            Check.SECOND_HAND,
            citation.span,
            what=f"{names}{year} is cited after {read}.",
            suggestion=f"Read {names}{year} and cite it directly, if it can be had.",
        )
