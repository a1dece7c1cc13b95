"""The claim column: the content in words that read as a sentence of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debatemap.claims.markers import CONNECTIVES, markers_of
from debatemap.claims.parsing import citing_brackets
from debatemap.model import Citation, Document, Span

_LEADING = re.compile(r"^(?:that|whether)\b[\s,]*", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:\[\d+\]|[•·*–-])\s*")
_QUOTES = {"‘": "’", "“": "”", "(": ")", "[": "]"}


def put_in_words(document: Document, content: Sequence[Span], citations: Sequence[Citation]) -> str:
    """The content without citations, connectives and complementizer, as a sentence.

    >>> from debatemap.model import Document
    >>> text = "However, that rules help workers is plain"
    >>> put_in_words(Document("x", text, ()), [Span(0, len(text))], [])
    'Rules help workers is plain.'
    """
    parts = [_without_citations(document.text, span, citations) for span in content]
    text = re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip()
    text = _MARK.sub("", text)
    text = _drop_connective(text)
    text = _LEADING.sub("", text)
    text = re.sub(r"\s+([,.;:!?)\]])", r"\1", text).strip(" ,;:–—-")
    text = _balance(text)
    if not text:
        return ""
    if text[-1] not in ".!?" and not (text[-1] in "'\"’”)]" and text[-2:-1] in (".", "!", "?")):
        text += "."
    return text[0].upper() + text[1:]


def _without_citations(text: str, span: Span, citations: Sequence[Citation]) -> str:
    at, parts = span.start, []
    for hole in citing_brackets(text, span, citations):
        parts.append(text[at : hole.start])
        at = hole.end
    return "".join([*parts, text[at : span.end]])


def _drop_connective(text: str) -> str:
    """ "However, …" and "Indeed, …" belong to the paper, not to the claim."""
    lowered = text.lower()
    best = ""
    for kind in CONNECTIVES:
        for marker in markers_of(kind):
            if lowered.startswith(marker + ",") and len(marker) > len(best):
                best = marker
    return text[len(best) + 1 :].lstrip() if best else text


def _balance(text: str) -> str:
    """Drop a bracket or curly quotation mark whose partner was cut off."""
    for opening, closing in _QUOTES.items():
        if text.count(opening) > text.count(closing) and text.startswith(opening):
            text = text[1:]
        elif (
            closing != "’"
            and text.count(closing) > text.count(opening)
            and text.rstrip(".").endswith(closing)
        ):
            text = text.rstrip(".")[:-1]
    if text.count('"') % 2:
        text = text.replace('"', "", 1) if text.startswith('"') else text
    return text.strip()
