"""The tables of words that stance rests on, and word stems."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of a table in this room; lines that begin with # are comments."""
    text = (files("debatemap.stance") / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Polarity and operators by (lemma, part of speech); the part is "" where any will do."""

    polarity: dict[tuple[str, str], int]
    operators: dict[tuple[str, str], str]

    def polarity_of(self, lemma: str, pos: str) -> int:
        """+1 for what helps or is good, -1 for what harms or is bad, 0 for all else."""
        return self.polarity.get((lemma, pos), 0)

    def operator_of(self, lemma: str, pos: str) -> str:
        """ "negate", "deny", "lessen", "contrast" or ""."""
        return self.operators.get((lemma, pos)) or self.operators.get((lemma, ""), "")


@cache
def lexicon() -> Lexicon:
    """The tables polarity.csv and operators.csv."""
    return Lexicon(
        {(row["lemma"], row["pos"]): int(row["sign"]) for row in read_table("polarity.csv")},
        {(row["lemma"], row["pos"]): row["kind"] for row in read_table("operators.csv")},
    )


@cache
def generality() -> dict[str, int]:
    """+1 for words that say that a thing holds everywhere, -1 for those that limit it."""
    return {row["lemma"]: int(row["sign"]) for row in read_table("generality.csv")}


@cache
def _suffixes() -> tuple[tuple[str, int], ...]:
    endings = ((row["suffix"], int(row["shortest"])) for row in read_table("suffixes.csv"))
    return tuple(sorted(endings, key=lambda ending: (-len(ending[0]), ending)))


@cache
def stem(word: str) -> str:
    """What a word shares with its relatives: its derivational endings left out.

    Cruder than Porter's (1980) stemmer on purpose: a noun should meet its verb.

    >>> stem("mobilisation") == stem("mobilizing") == stem("mobilise")
    True
    """
    word = word.lower().strip("-'’")
    if word.endswith("ss"):
        return word
    for ending, shortest in _suffixes():
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return stem(word.removesuffix(ending))
    return word
