"""What a paper as a whole tells of its words: how rare they are in it, and what they abbreviate."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from debatemap.model import Document, Span
from debatemap.stance.words import read_table, stem

_WORD = re.compile(r"[^\W\d_]{2,}(?:[-’'][^\W\d_]{2,})*")
_SHORT = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")


@dataclass(frozen=True, slots=True)
class PaperWords:
    """`places`: the sentences; `stems`: those of each sentence; `rarity`: stem → 0 … 1, 1 for a word
    that occurs once; `short`: lower-case abbreviation → stems of what it stands for."""

    places: tuple[Span, ...]
    stems: tuple[frozenset[str], ...]
    rarity: dict[str, float]
    short: dict[str, tuple[str, ...]]

    def at(self, offset: int) -> int:
        """Index of the sentence in which a character stands, or of the last one before it."""
        return max(0, bisect_right([place.start for place in self.places], offset) - 1)


def words_of(document: Document) -> PaperWords:
    """Count the words of a paper."""
    short = abbreviations(document.text)
    places = document.sentences or tuple(block.span for block in document.blocks)
    stems = tuple(frozenset(stems_in(place.of(document.text), short)) for place in places)
    seen = Counter(word for sentence in stems for word in sentence)
    # In a text of a few sentences no word is common yet.
    total = math.log(max(len(places), 50) + 2)
    rarity = {word: 1 - math.log(count + 1) / total for word, count in seen.items()}
    return PaperWords(tuple(places), stems, rarity, short)


def stems_in(text: str, short: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Stems of the words of a text, function words left out, abbreviations spelled out."""
    found: list[str] = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word not in _function_words():
            found += expand(word, short)
    return found


def expand(word: str, short: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    """The stem of a word, or the stems of what it abbreviates."""
    return short.get(word) or short.get(word.removesuffix("s")) or (stem(word),)


def abbreviations(text: str) -> dict[str, tuple[str, ...]]:
    """Short forms that the text introduces: "universal basic income (UBI)".

    The letters of the short form must be found in order in the words before the bracket, the first at
    a word's beginning (Schwartz and Hearst 2003).

    >>> abbreviations("a universal basic income (UBI) pays for itself")
    {'ubi': ('univ', 'basic', 'incom')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for match in _SHORT.finditer(text):
        letters = match[1].lower()
        before = _WORD.findall(text[max(0, match.start() - 100) : match.start()])
        for size in range(1, min(len(before), len(letters) + 2) + 1):
            words = [word.lower() for word in before[-size:]]
            if words[0][0] == letters[0] and _in_order(letters, " ".join(words)):
                kept = [stem(word) for word in words if word not in _function_words()]
                found.setdefault(letters, tuple(kept))
                break
    return found


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("function_words.csv"))
