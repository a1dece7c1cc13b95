"""What a person may have meant: the names that come nearest to one that is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from debatemap.model import fold


def nearest(written: str, names: Iterable[str], *, least: float = 60, limit: int = 3) -> list[str]:
    """The names most like `written`, best first, at most `limit`, each at least `least` of 100.

    Case, accents, punctuation and the order of words do not count.

    >>> nearest("Shen and Lee 2011", ["lee-shen-2011", "howell-2015"])
    ['lee-shen-2011']
    """
    scored = [(_likeness(plain(written), plain(name)), name) for name in sorted(set(names))]
    scored.sort(key=lambda hit: -hit[0])
    return [name for score, name in scored[:limit] if score >= least]


def plain(text: str) -> str:
    """Words in lower case ASCII, split at everything that is neither letter nor digit; no apostrophes, of
    whatever shape, and no "and"."""
    words = re.findall(r"[a-z0-9]+", fold(re.sub(r"['’ʼ]", "", text)))
    return " ".join(word for word in words if word != "and")


def _likeness(one: str, other: str) -> float:
    """Whole strings, or words in any order: whichever is more alike."""
    return max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
