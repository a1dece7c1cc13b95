"""What the surface of a sentence says of its place in the report, without a parse."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from debatemap.claims.cues import load_cues

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:\.[^\W\d_]\.)?")
_OPENING = re.compile(r"^[\s'\"‘“(\[\d\].*•–-]*")
_QUOTED = re.compile(r"(?<![\w])['‘\"“`]([^'’\"”]{12,}?)['’\"”](?!\w)")


@cache
def markers_of(kind: str) -> frozenset[str]:
    """The lower-case words or phrases of one kind in markers.csv."""
    return frozenset(marker for marker, its_kind in _table() if its_kind == kind)


@cache
def _table() -> tuple[tuple[str, str], ...]:
    text = (files(__package__) / "markers.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple((row["marker"], row["kind"]) for row in csv.DictReader(lines))


CONNECTIVES = ("additive", "consequence", "example", "sequence", "contrast")


@dataclass(frozen=True, slots=True)
class Surface:
    """A sentence's words (lower case, citations' brackets left out) and what marks it."""

    words: tuple[str, ...]
    connective: str
    """additive, consequence, example, sequence, contrast, or "" for none."""
    opening: tuple[str, ...]
    """The first words after the connective."""
    quoted: int
    """Characters that stand between quotation marks."""

    def has(self, kind: str) -> bool:
        """True when a word of the kind stands anywhere in it."""
        return not markers_of(kind).isdisjoint(self.words)

    def has_after(self, determiners: frozenset[str], kind: str) -> bool:
        """True for "this article", "the authors": a determiner right before a word of the kind."""
        nouns = markers_of(kind)
        return any(a in determiners and b in nouns for a, b in zip(self.words, self.words[1:], strict=False))


THIS = frozenset({"this", "these", "present", "current", "my", "our", "such", "that", "those"})
THE = frozenset({"the", "these", "those", "both", "other"})


def read_surface(text: str) -> Surface:
    """Words and marks of a sentence.

    >>> read_surface("Indeed, he adds that 'nothing of the sort was found'.").connective
    'example'
    """
    opening = _OPENING.sub("", text)
    lowered = opening.lower()
    connective, rest = "", lowered
    for kind in CONNECTIVES:
        for marker in markers_of(kind):
            after = len(marker)
            if (
                lowered.startswith(marker)
                and not lowered[after : after + 1].isalnum()
                and len(lowered) - after < len(rest)
            ):
                connective, rest = kind, lowered[after:]
    words = tuple(w.lower() for w in _WORD.findall(text))
    return Surface(
        words=words,
        connective=connective,
        opening=tuple(_WORD.findall(rest)[:8]),
        quoted=sum(len(match.group(1)) for match in _QUOTED.finditer(text)),
    )


@cache
def _cue_forms() -> frozenset[str]:
    """The inflected forms of the reporting verbs that a regular verb has, and frequent irregular ones."""
    forms: set[str] = set()
    for lemma, pos in load_cues():
        if pos != "verb":
            continue
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        y_stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else stem
        forms |= {lemma, lemma + "s", lemma + "es", y_stem + "es", y_stem + "ed", stem + "ed", lemma + "d"}
        forms |= {stem + "ing", lemma + "ing"}
    return frozenset(forms | _IRREGULAR)


_IRREGULAR = frozenset(
    {"found", "held", "said", "saw", "seen", "shown", "thought", "took", "taken", "told", "understood"}
    | {"wrote", "written", "drew", "drawn", "gave", "given", "read", "spoke", "spoken", "felt", "foresaw"}
)


def has_reporting_form(words: tuple[str, ...]) -> bool:
    """True when a word may be a form of a reporting verb; a cheap test before any parse."""
    return not _cue_forms().isdisjoint(words)
