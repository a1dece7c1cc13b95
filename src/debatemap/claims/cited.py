"""Which works a sentence cites, by itself, by its block quotation or its note, and what leads to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from debatemap.claims.parsing import IN_PROSE
from debatemap.model import BlockKind, Citation, CitationForm, Document, Span

_WORD = re.compile(r"[^\W\d_]+")
_TELLS = re.compile(r"\s+(?!and\b|et\b|in\b|ed\b|eds\b|trans\b)[a-z]")
_WHO = re.compile(r",\s+(?:who|whose|where)\s")
_RETURNS = re.compile(  # names and a verb: "Ames and Baker returned to them: …"
    r"(?:[A-Z][\w.’'-]*,?\s+|(?:and|de|la|van|von|der|den|al\.|et)\s+)+"
    r"(?!and\b|et\b|in\b|ed\b|eds\b|trans\b|de\b|van\b|von\b)[a-z]+\s"
)
_CLOSED = (".", "!", "?", "”", '"', "’", "'", "…")
_ALSO, _ON = re.compile(r"\balso\b", re.IGNORECASE), re.compile(r"[^();.]{0,20}?\b(?:for|on)\s")
_SEE = re.compile(r"\bsee\b", re.IGNORECASE)
_FOR_SEE = re.compile(r"^(?:and |but )?(?:for|on)\b[^.:]*\bsee\b[^.:]{0,30}$")
# A sentence that does nothing but send its reader elsewhere, and what tells something all the same.
_SENDS = re.compile(r"(?:For|On)\b[^.:;()]{0,120}?,? see\b")
_TOLD = re.compile(r"\b(?:who|whose|whom|where|which|that)\b")
_ASIDE = re.compile(r"(?:but |and )?(?:see\b|cf\b|compare\b)")
_JOINING = re.compile(r"\b(?:and|or|also|among|others|e\.g|i\.e|as well as)\b|[&.,;]")
_FOR = re.compile(
    r"[^();.]{0,20}?\b(?:for|on)\s(?:(?:an?|the|some|further|more|other)\b"
    r"|(?:[\w-]+\s){0,2}(?:accounts?|analys[ei]s|bibliograph(?:y|ies)|details?|discussions?|examples?"
    r"|introductions?|overviews?|references|reviews?|summar(?:y|ies)|surveys?|treatments?)\b)"
)


def cited_by_sentence(document: Document, citations: Sequence[Citation]) -> dict[Span, list[Citation]]:
    """The citations of each sentence; the bracket, or the last line ("Ames (1990: 4)"), that gives a block
    quotation's source holds for all of it, a name that it mentions for its own sentence. What a note gives
    by itself is the calling sentence's, as if the note were a bracket."""
    sentences = document.sentences
    found: dict[Span, list[Citation]] = {sentence: [] for sentence in sentences}
    quotations = [b.span for b in document.blocks if b.kind is BlockKind.QUOTATION]
    starts = [sentence.start for sentence in sentences]
    noted = list(_by_call(document, citations))
    elsewhere = {citation for _, citation, _ in noted}
    for citation in citations:
        if citation in elsewhere or not (citation.key or citation.names):
            continue
        quotation = next((q for q in quotations if q.contains(citation.span)), None)
        if quotation and _gives_source(document.text, citation, quotation):
            source = replace(citation, form=CitationForm.PARENTHETICAL)
            for sentence in sentences:
                if quotation.contains(sentence):
                    found[sentence].append(source if citation.form in IN_PROSE else citation)
            continue
        at = bisect_right(starts, citation.span.start) - 1
        if at >= 0 and citation.span.start < sentences[at].end:
            found[sentences[at]].append(citation)
    for sentence, citation, note in noted:
        found[sentence].append(replace(citation, form=CitationForm.PARENTHETICAL, bracket=note))
    return found


def _by_call(document: Document, citations: Sequence[Citation]) -> Iterator[tuple[Span, Citation, Span]]:
    """The works that a footnote gives by itself, each with the sentence that calls it and the note: such a
    note is to the sentence what a bracket is. "See X" is; "see also X", "on this see X" are not, nor is what
    a note tells."""
    starts = [sentence.start for sentence in document.sentences]
    in_order = sorted(citations, key=lambda citation: citation.span)
    for note in document.footnotes:
        at = -1 if note.call is None else bisect_right(starts, note.call - 1) - 1
        if note.call is None or at < 0 or note.call > document.sentences[at].end + 2:
            continue
        told = note.span.start
        for citation in in_order:
            if not note.span.contains(citation.span) or citation.form is CitationForm.NAME:
                continue
            if _is_told(document.text, citation, note.span, since=told):
                break
            told = citation.span.end
            yield document.sentences[at], citation, note.span


def _is_told(text: str, citation: Citation, note: Span, *, since: int) -> bool:
    """What the note says of the work, or `since` the work before leads to it, is more than its source."""
    lead = _WORD.findall(text[since : citation.span.start])
    if any(word[0].islower() and word not in ("and", "see") for word in lead) or lead[:1] == ["Cf"]:
        return True  # words with a capital are given names
    behind = text[citation.span.end : note.end]
    later = since > note.start or citation.form is CitationForm.NARRATIVE
    if later and (_TELLS.match(behind) or _RETURNS.match(text, citation.span.start)):
        return True  # "Ames, Reefs, 12. Baker returned to them.", "Ames (1990) adds that …"
    return bool(_WHO.search(behind.partition("; ")[0]))  # "See Ames, Reefs, 12, who holds that …"


def _gives_source(text: str, citation: Citation, quotation: Span) -> bool:
    """A citation in brackets, or one that stands alone at the end of the quotation."""
    if citation.form not in IN_PROSE:
        return True
    before = text[quotation.start : citation.span.start].rstrip("\n ([—–-")
    return before.endswith(_CLOSED) and not any(map(str.isalnum, text[citation.span.end : quotation.end]))


def signals_of(text: str, sentence: Span, citations: Sequence[Citation]) -> dict[Citation, str]:
    """What leads to each citation: "points" where its reader is only sent there, "aside" for "see also" and
    "cf.", else "". What leads to the first of a bracket leads to those behind it, up to the next that has
    words of its own; what is said behind the last ("see A; B for a review"), to those before it."""
    found: dict[Citation, str] = {}
    signal, bracket, end = "", None, sentence.start
    group: list[Citation] = []
    sends = _SENDS.match(sentence.of(text))
    for citation in sorted(citations, key=lambda c: c.span):
        inside = citation.bracket is not None and citation.bracket.start < citation.span.start
        if not inside:
            signal, group = text[sentence.start : citation.span.start].lower().rpartition("; ")[2], []
        elif citation.bracket != bracket:
            signal, bracket, group = citation.lead(text), citation.bracket, []
        elif own := _JOINING.sub("", text[end : citation.span.start].lower()).strip():
            signal, group = own, []
        end = citation.span.end
        group.append(citation)
        aside = "aside" if inside and _ASIDE.match(signal) else ""
        listed = sends and not inside and not _TOLD.search(text[end : sentence.end].partition(";")[0])
        leads_on = _leads_on(text, citation, group[0].prefix)
        points = leads_on or listed or _FOR_SEE.search(signal)
        found[citation] = "points" if points else aside
        if leads_on:
            found |= dict.fromkeys(group, "points")
    return found


def _leads_on(text: str, citation: Citation, prefix: str) -> bool:
    """ "see X for a review"; behind "see also" any "for" or "on"."""
    topic = _ON if _ALSO.search(prefix) else _FOR
    return bool(_SEE.search(prefix) and topic.match(text, citation.span.end))
