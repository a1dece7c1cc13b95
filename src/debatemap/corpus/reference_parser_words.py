"""The word lists of the reference parser, read once from their tables."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in reference_words.csv ("particle", "corporate", "role" …), folded.

    >>> "van" in words("particle")
    True
    """
    return frozenset(word for row_kind, word, *_ in _rows("reference_words.csv") if row_kind == kind)


@cache
def given_names() -> frozenset[str]:
    """Given names of many countries, folded."""
    return frozenset(row[0] for row in _rows("reference_given_names.csv"))


def alternatives(kind: str) -> str:
    """A regular expression that matches any word of a kind, a space or full stop inside it optional."""
    longest_first = sorted(words(kind), key=lambda word: (-len(word), word))
    return "|".join(word.replace(".", r"\.?\s?").replace(" ", r"\s+") for word in longest_first)


def _rows(name: str) -> list[list[str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(line for line in handle if not line.startswith("#")))[1:]
