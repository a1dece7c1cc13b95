"""Find every citation of a document, whatever its style."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.citations.aliases import unfold_aliases
from debatemap.citations.author_year import find_author_year
from debatemap.citations.links import find_linked
from debatemap.citations.mentions import find_mentions
from debatemap.citations.notes import find_notes
from debatemap.citations.numeric import find_numeric
from debatemap.citations.roster import Roster
from debatemap.citations.second_hand import chain_second_hand, find_undated_originals
from debatemap.model import Citation, Document, Reference


def find_citations(document: Document, references: Sequence[Reference] = ()) -> list[Citation]:
    """Every citation in the text and the footnotes, in the order of the text.

    `references` tell names from other words: without them bare names are found only of authors whom
    the text also cites with a date. Keys are left to `resolve_citations`, but for numbers, short
    titles and links, which say themselves which work they mean.

    >>> from debatemap.model import Block, BlockKind, Span
    >>> text = "Some doubt it (Keck and Sikkink, 1998: 5)."
    >>> paragraph = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    >>> [c.span.of(text) for c in find_citations(Document("a", text, (paragraph,)))]
    ['Keck and Sikkink, 1998: 5']
    """
    roster = Roster(references)
    found = chain_second_hand(document.text, find_author_year(document, roster))
    found = [*found, *find_undated_originals(document.text, roster, found)]
    found.sort(key=lambda citation: citation.span)
    found = find_numeric(document, roster, found) or found
    found = [*found, *find_mentions(document, roster, found)]
    found = unfold_aliases(document, found)
    found = find_notes(document, roster, found)
    found = [*found, *find_linked(document, roster, found)]
    return sorted(found, key=lambda citation: (citation.span, citation.year, citation.key))
