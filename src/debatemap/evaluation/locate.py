"""Where a passage stands in the source, counted in words: readers of papers change characters."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict

Words = tuple[int, int]
"""From this word up to, not including, that one."""

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>\n]{1,40}>")
NEAR = 8
"""A passage may shift by so many words where the reader dropped or changed some."""
ENOUGH = 0.4
"""Share of a passage's word triples that must agree."""


class Source:
    """The words of a source text and where they stand; markup is no word."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(_blank_tags(text)))
        self.words = [match.group().lower() for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self._triples: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, triple in _triples(self.words):
            self._triples[triple].append(at)

    def between(self, start: int, end: int) -> Words | None:
        """The words that share a character with this stretch of the text."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return (first, last) if first < last else None

    def find(self, passage: str) -> Words | None:
        """The best place for a passage; None when it is too short (under three words) or stands nowhere.

        Each triple of words votes for the place that it would give the passage.
        """
        words = [match.group().lower() for match in _WORD.finditer(_blank_tags(passage))]
        votes = Counter(
            there - here for here, triple in _triples(words) for there in self._triples.get(triple, ())
        )
        if not votes:
            return None
        place = votes.most_common(1)[0][0]
        agreeing = sum(count for other, count in votes.items() if abs(other - place) <= NEAR)
        if agreeing < ENOUGH * (len(words) - 2):
            return None
        return max(place, 0), min(place + len(words), len(self.words))


def overlap(one: Words | None, other: Words | None) -> float:
    """Shared words as a share of the shorter one, 0 to 1."""
    if one is None or other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, min(one[1] - one[0], other[1] - other[0]))


def _blank_tags(text: str) -> str:
    return _TAG.sub(lambda match: " " * len(match.group()), text)


def _triples(words: list[str]) -> list[tuple[int, tuple[str, ...]]]:
    return [(at, tuple(words[at : at + 3])) for at in range(len(words) - 2)]
