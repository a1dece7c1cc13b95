"""Dependency parses of sentences with their citations taken out, tokens tied to the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.tokens import Doc, Token

from debatemap.model import Citation, CitationForm, Document, Span

IN_PROSE = (CitationForm.NARRATIVE, CitationForm.NAME)
# Common English surnames.
_SURNAMES = ("Smith", "Jones", "Brown", "Miller", "Taylor", "Wilson", "Clark", "Walker")
_LIST_MARK = re.compile(r"\s*(?:\[\d+\]|\(?\d{1,2}[.)]|[•·*–-])\s+")


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A parse; `offsets[i]` is the document offset of character i of the parsed text.

    `text` is that of the whole document.
    """

    span: Span
    doc: Doc
    offsets: tuple[int, ...]
    text: str
    lower: tuple[str, ...] = field(init=False)
    """The tokens' words in lower case."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", tuple(token.lower_ for token in self.doc))

    def tokens_among(self, words: Container[str]) -> list[Token]:
        """The tokens whose word, in lower case, is one of these."""
        return [self.doc[at] for at, word in enumerate(self.lower) if word in words]

    def where(self, token: Token) -> Span:
        """The token's span in the document."""
        return Span(self.offsets[token.idx], self.offsets[token.idx + len(token.text) - 1] + 1)

    def cover(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the document from the first to the last of the tokens (at least one)."""
        found = list(tokens)
        first = min(found, key=lambda token: token.i)
        last = max(found, key=lambda token: token.i)
        return Span(self.where(first).start, self.where(last).end)

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that stand within a stretch of the document."""
        return [token for token in self.doc if not token.is_space and span.overlaps(self.where(token))]


def parse_sentences(
    document: Document, sentences: Sequence[Span], citations: Sequence[Citation], *, nlp: Language
) -> dict[Span, ParsedSentence]:
    """Parse sentences, brackets that only cite left out, since they derail the parser."""
    cleaned = [_clean(document.text, sentence, citations) for sentence in sentences]
    docs = nlp.pipe([text for text, _ in cleaned], batch_size=64)
    return {
        sentence: ParsedSentence(sentence, doc, tuple(offsets), document.text)
        for sentence, (_, offsets), doc in zip(sentences, cleaned, docs, strict=True)
    }


def _clean(text: str, sentence: Span, citations: Sequence[Citation]) -> tuple[str, list[int]]:
    """The sentence as the parser sees it, and each character's document offset.

    Citing brackets are left out, "&" is "and", and every cited name is a surname that the model
    surely knows as one: "Lee and Shen", "Xu Yi" and "Huber" all parse as "Smith" does.
    """
    at = max((mark.end for mark in list_mark(text, sentence)), default=sentence.start)
    chars: list[str] = []
    offsets: list[int] = []
    for span, word in _replaced(text, sentence, citations):
        if span.start < at:
            continue
        chars.append(text[at : span.start])
        offsets.extend(range(at, span.start))
        chars.append(word)
        offsets.extend([span.start] * (len(word) - 1) + [span.end - 1] * bool(word))
        at = span.end
    chars.append(text[at : sentence.end])
    offsets.extend(range(at, sentence.end))
    return "".join(chars), offsets


def list_mark(text: str, sentence: Span) -> list[Span]:
    """The number or sign of a list item that opens a sentence: one stretch, or none."""
    mark = _LIST_MARK.match(text, sentence.start, sentence.end)
    return [Span(*mark.span())] if mark and mark.end() < sentence.end else []


def _replaced(text: str, sentence: Span, citations: Sequence[Citation]) -> list[tuple[Span, str]]:
    """What the parser does not see as it stands, and what it sees instead, in text order."""
    found = [(hole, "") for hole in citing_brackets(text, sentence, citations)]
    named = (c for c in citations_in(citations, sentence) if c.form in IN_PROSE)
    found += [(name_span(text, c), _SURNAMES[i % len(_SURNAMES)]) for i, c in enumerate(named)]
    at = sentence.start
    while (at := text.find("&", at, sentence.end)) >= 0:
        found.append((Span(at, at + 1), "and"))
        at += 1
    at = sentence.start
    while (at := text.find("\n", at, sentence.end)) >= 0:
        found.append((Span(at, at + 1), " "))
        at += 1
    # A bracket before a name that begins in it.
    return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end))


def citations_in(citations: Sequence[Citation], span: Span) -> Sequence[Citation]:
    """Those that begin within a stretch; `citations` are in text order."""
    first = bisect_left(citations, span.start, key=lambda citation: citation.span.start)
    last = bisect_left(citations, span.end, key=lambda citation: citation.span.start)
    return citations[first:last]


def name_span(text: str, citation: Citation) -> Span:
    """The name in running text, without its possessive ending and the bracket that follows it."""
    end = citation.span.end
    if citation.bracket and citation.bracket.start > citation.span.start:
        end = citation.bracket.start
    name = text[citation.span.start : end].rstrip()
    for possessive in ("'s", "’s", "'", "’"):
        if name.endswith(possessive):
            name = name[: -len(possessive)]
            break
    return Span(citation.span.start, citation.span.start + max(len(name), 1))


def citing_brackets(text: str, sentence: Span, citations: Sequence[Citation]) -> list[Span]:
    """The brackets in a sentence that hold little but citations, the blank before them included.

    A bracket that says more ("(as Baker 1999: 5 points out, …)") stays part of the prose.
    """
    found: list[Span] = []
    here = citations_in(citations, sentence)
    for bracket in sorted({c.bracket for c in here if c.bracket and sentence.contains(c.bracket)}):
        inside = [c for c in here if c.bracket == bracket]
        cited = sum(
            min(c.span.end, bracket.end) - max(c.span.start, bracket.start)
            for c in inside
            if c.span.overlaps(bracket)
        )
        if cited < 0.5 * (len(bracket) - 2) and not any(c.form is CitationForm.NARRATIVE for c in inside):
            continue
        start = bracket.start
        while start > sentence.start and text[start - 1] in " \u00a0":
            start -= 1
        found.append(Span(start, bracket.end))
    return found
