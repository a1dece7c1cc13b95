"""Documents to Citations: find them, resolve them to works."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.citations.find import find_citations
from debatemap.citations.resolve import resolve_citations
from debatemap.model import Citation, Document, Reference

__all__ = ["cite", "find_citations", "resolve_citations"]


def cite(document: Document, references: Sequence[Reference] = ()) -> list[Citation]:
    """Every citation of a document, with the work where it is certain.

    `references`: the works that may be cited; none given: the document's own list.
    """
    works = tuple(references) or document.references
    return resolve_citations(find_citations(document, works), works, document=document)
