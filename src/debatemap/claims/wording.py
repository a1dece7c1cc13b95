"""The claim column: the content in words that read as a sentence of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from debatemap.claims.markers import CONNECTIVES, markers_of
from debatemap.claims.parsing import citing_brackets
from debatemap.model import Citation, Document, Span

# A complementizer: at the start of a sentence of its own, "That" would be a capital.
_THAT = re.compile(r"^that\b[\s,]*")
_CONJUNCTION = re.compile(r"^(?:And|But|Yet|So|Nor)\s+(?=\w)")
_MARK = re.compile(r"^\s*(?:\[\d+\]|\(?\d{1,2}[.)](?=\s)|[•·*–-](?=\s))\s*")
# "Thus the steps …": a connective that no comma parts from its sentence.
_ADVERB = re.compile(
    r"^(?:Thus|Hence|Therefore|Consequently|Accordingly|Moreover|Furthermore|Indeed)\s+"
    r"(?=(?:the|a|an|this|these|it|they|there|he|she|its|their|his|her)\s)"
)
_BETWEEN_QUOTES = re.compile(r",?[”’]\s*[“‘](?=[a-z])")
_COMMA_IN_QUOTE = re.compile(r",([”’\"'])$")
_QUOTES = {"‘": "’", "“": "”", "(": ")", "[": "]"}


def put_in_words(
    document: Document,
    content: Sequence[Span],
    citations: Sequence[Citation],
    *,
    named: Mapping[Span, str] | None = None,
) -> str:
    """The content without citations, connectives and complementizer, as a sentence.

    `named`: expressions to put a name for ("He" → "Franceschini").

    >>> from debatemap.model import Document
    >>> text = "However, that rules help workers is plain"
    >>> put_in_words(Document("x", text, ()), [Span(0, len(text))], [])
    'Rules help workers is plain.'
    """
    parts = [_without_citations(document.text, span, citations, named or {}) for span in content]
    text = re.sub(r"\s+", " ", " ".join(part for part in parts if part)).strip()
    text = _MARK.sub("", text)
    text = _BETWEEN_QUOTES.sub(" ", text) if len(content) > 1 else text
    text = _COMMA_IN_QUOTE.sub(r".\1", text)
    text = _ADVERB.sub("", _drop_connective(text))
    text = _THAT.sub("", text)
    text = re.sub(r"\s+([,.;:!?)\]])", r"\1", text).strip(" ,;:–—-")
    text = _balance(text)
    if not text:
        return ""
    if text[-1] not in ".!?" and not (text[-1] in "'\"’”)]" and text[-2:-1] in (".", "!", "?")):
        text += "."
    first = next((at for at, character in enumerate(text) if character.isalnum()), 0)
    return text[:first] + text[first].upper() + text[first + 1 :]


def is_sentence(words: str) -> bool:
    """Enough words to be read alone."""
    return len(words.split()) >= 2


_OPENING_PRONOUN = re.compile(r"^(He|She|His|Her)\b(?!\s+own\b)")


def name_opening(words: str, scholar: str) -> str:
    """A carried claim of one scholar with its opening pronoun resolved.

    "They" and "their" are left alone: they may be the scholars, or those of whom they write.

    >>> name_opening("His yardstick is trust.", "Franceschini")
    "Franceschini's yardstick is trust."
    """
    match = _OPENING_PRONOUN.match(words)
    if match is None:
        return words
    owner = match.group(1) in ("His", "Her")
    return scholar + ("'s" if owner else "") + words[match.end() :]


def _without_citations(
    text: str, span: Span, citations: Sequence[Citation], named: Mapping[Span, str]
) -> str:
    """The stretch without its citing brackets, names put for the expressions in `named`."""
    holes = [(hole, "") for hole in citing_brackets(text, span, citations)]
    holes += [(expression, name) for expression, name in named.items() if span.contains(expression)]
    at, parts = span.start, []
    for hole, name in sorted(holes):
        parts += [text[at : hole.start], name]
        at = max(at, hole.end)
    end = span.end
    inside = text[span.start : end]
    # A closing mark that the parse left outside belongs to its opening mark.
    if text[end : end + 1] in ("'", "’") and re.search(r"(?:^|\s)['‘]\w[^'’]*$", inside):
        end += 1
    return "".join([*parts, text[at:end]])


def _drop_connective(text: str) -> str:
    """ "However, …" and "Indeed, …" belong to the paper, not to the claim."""
    lowered = text.lower()
    best = ""
    for kind in CONNECTIVES:
        for marker in markers_of(kind):
            if lowered.startswith(marker + ",") and len(marker) > len(best):
                best = marker
    return text[len(best) + 1 :].lstrip() if best else _CONJUNCTION.sub("", text)


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
