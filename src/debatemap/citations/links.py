"""Citations that the source format links (JATS xref, Zotero field, TEI ref) and the text does not show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debatemap.citations.roster import Roster
from debatemap.model import BlockKind, Citation, CitationForm, Document, Span

_NUMBER = re.compile(r"[\[(]?\d{1,3}[\])]?")


def find_linked(document: Document, roster: Roster, found: Sequence[Citation]) -> list[Citation]:
    """One citation, with its key, for every work of a link in which no citation was found."""
    by_key = {key: ref for ref in roster.references for key in (ref.key, *ref.aliases)}
    spans = sorted(c.span for c in found if c.form is not CitationForm.NAME)
    notes = [block.span for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    out: list[Citation] = []
    for link in document.links:
        if not link.span or any(span.overlaps(link.span) for span in spans):
            continue
        printed = link.span.of(document.text)
        form = CitationForm.NUMERIC if _NUMBER.fullmatch(printed) else CitationForm.PARENTHETICAL
        for key in link.keys:
            ref = by_key.get(key)
            out.append(
                Citation(
                    span=link.span, form=form, locator=link.locator, key=ref.key if ref else "",
                    names=tuple(name.family for name in ref.authors) if ref else (),
                    year=ref.year if ref else "", suffix=ref.suffix if ref else "",
                    bracket=_bracket(document.text, link.span),
                    in_footnote=any(note.contains(link.span) for note in notes),
                )
            )  # fmt: skip
    return out


def _bracket(text: str, span: Span) -> Span | None:
    """The bracket that the link stands in, when it is on the same line."""
    opens = max(text.rfind("(", 0, span.start + 1), text.rfind("[", 0, span.start + 1))
    if opens < 0 or any(sign in text[opens : span.start] for sign in ")]\n"):
        return None
    close = text.find(")" if text[opens] == "(" else "]", span.end - 1)
    return Span(opens, close + 1) if close >= 0 and "\n" not in text[span.end : close] else None
