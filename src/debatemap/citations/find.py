"""Find every citation of a document, whatever its style."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.citations.author_year import find_author_year
from debatemap.citations.mentions import find_mentions
from debatemap.citations.roster import Roster
from debatemap.citations.second_hand import chain_second_hand
from debatemap.model import Citation, Document, Reference


def find_citations(document: Document, references: Sequence[Reference] = ()) -> list[Citation]:
    """Every citation in the text, unresolved, in the order of the text."""
    roster = Roster(references)
    dated = chain_second_hand(document.text, find_author_year(document, roster))
    named = find_mentions(document, roster, dated)
    return sorted([*dated, *named], key=lambda citation: (citation.span, citation.year))
