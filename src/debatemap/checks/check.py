"""All checks of one paper, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debatemap.checks.differs import find_differences
from debatemap.checks.finding import Check, Finding
from debatemap.checks.misquoted import find_misquoted
from debatemap.checks.no_page import find_without_page
from debatemap.checks.outside import find_outside
from debatemap.checks.paper import Paper
from debatemap.checks.quoted import find_quoted
from debatemap.checks.second_hand import find_second_hand
from debatemap.checks.two_pages import find_two_pages
from debatemap.checks.uncited import find_uncited
from debatemap.checks.unlisted import find_unlisted
from debatemap.model import Citation, Document, Reference


def check_document(
    document: Document,
    citations: Sequence[Citation],
    references: Mapping[str, Reference],
    *,
    corpus: Mapping[str, Document],
) -> list[Finding]:
    """What an editor would query in a paper, by check, then in the order of the text.

    `citations`: of this document, resolved; `references`: key → work; `corpus`: key → paper, for looking
    up quotations. The document should have its sentences; without them a finding shows its paragraph.
    """
    paper = Paper(document, citations, references, corpus)
    quoted = find_quoted(paper)
    found = [
        *find_unlisted(paper),
        *find_differences(paper),
        *find_uncited(paper),
        *find_outside(paper),
        *find_two_pages(paper, quoted),
        *find_misquoted(paper, quoted),
        *find_second_hand(paper),
        *find_without_page(paper, quoted),
    ]
    order = list(Check)
    return sorted(found, key=lambda one: (order.index(one.check), one.span.start if one.span else -1))
