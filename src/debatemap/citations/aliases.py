"""Short names that a text gives to a work: "(Keck and Sikkink 1998, henceforth KS)", then "KS argue"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.model import BlockKind, Citation, CitationForm, Document, Span

_GIVEN = re.compile(
    r"[\s,;:()\[]*(?:henceforth|hereafter)[,:]?\s+[\"'“‘]?(?P<alias>[^\W\d_a-z](?:[^\W\d_]|&)*[^\W\d_a-z])\b"
)


def unfold_aliases(document: Document, found: Sequence[Citation]) -> list[Citation]:
    """The citations with those by a short name added: the work's own authors are their names.

    A short name has at least two letters, a capital first and last, and is given right behind a citation.
    """
    out = list(found)
    for citation in found:
        given = _GIVEN.match(document.text, citation.span.end) if citation.names else None
        if given:
            same = (given["alias"],)
            out = [_renamed(c, citation) if c.names == same else c for c in out]
            out += _mentions(document, given, citation, out)
    return out


def _renamed(citation: Citation, work: Citation) -> Citation:
    return replace(citation, names=work.names, et_al=work.et_al)


def _mentions(
    document: Document, given: re.Match[str], work: Citation, taken: Sequence[Citation]
) -> list[Citation]:
    name = re.compile(rf"(?<![\w&-]){re.escape(given['alias'])}(?P<own>['’]s?)?(?![\w&-])")
    spans = [citation.span for citation in taken]
    return [
        Citation(
            span=Span(*m.span()), form=CitationForm.NAME, names=work.names, et_al=work.et_al,
            possessive=bool(m["own"]), in_footnote=block.kind is BlockKind.FOOTNOTE,
        )
        for block in document.blocks
        if block.kind is not BlockKind.OTHER
        for m in name.finditer(document.text, max(block.span.start, given.end()), block.span.end)
        if not any(span.overlaps(Span(*m.span())) for span in spans)
    ]  # fmt: skip
