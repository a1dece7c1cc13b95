"""Between scholars: whom a claim takes up, and whether it goes along or turns against them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from debatemap.model import Claim
from debatemap.model.claim import OTHER, SELF
from debatemap.model.reference import fold
from debatemap.stance.words import read_table

_WORD = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Turn:
    """The claim `source` stands with (+1) or against (-1) the claims `targets`, all by index."""

    source: int
    targets: tuple[int, ...]
    sign: int


def turns_between(claims: Sequence[Claim], order: Sequence[int]) -> list[Turn]:
    """The turns that the words mark, in text order. `order`: the claims as they stand in the text.

    A claim takes up the scholars whom its sentence names beside its holder; where it names nobody and the
    one before is another's, that one.
    """
    found = []
    authors = {claim.holder: _authors(claim.holder) for claim in claims}
    for rank, index in enumerate(order):
        claim = claims[index]
        sign = turn_sign(claim.evidence)
        if not sign:
            continue
        earlier = [
            other
            for other in order[:rank]
            if claims[other].paper == claim.paper
            and not authors[claims[other].holder] & authors[claim.holder]
            and claims[other].evidence != claim.evidence
        ]
        words = set(_WORD.findall(fold(claim.evidence)))
        targets = [other for other in earlier if _first_author(claims[other].holder) in words]
        if not targets and rank and order[rank - 1] in earlier:
            holder = claims[order[rank - 1]].holder
            targets = [other for other in earlier[-4:] if claims[other].holder == holder]
        if targets:
            found.append(Turn(index, tuple(targets[-4:]), sign))
    return found


def turn_sign(evidence: str) -> int:
    """-1 when the words set a scholar against another, +1 when beside, 0 when neither or both."""
    against, along = _marks()
    return bool(along.search(evidence)) - bool(against.search(evidence))


def _authors(holder: str) -> frozenset[str]:
    """The surnames in a work's key."""
    return frozenset(_WORD.findall(holder)) - {"et", "al", "nd"}


def _first_author(holder: str) -> str:
    """By whose name a sentence takes up a work, whether its other authors are named or not; "" for the
    author of the paper, whom no sentence names."""
    return "" if holder == SELF else next(iter(_WORD.findall(holder.removeprefix(OTHER))), "")


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rows = read_table("turns.csv")
    patterns = ("|".join(row["words"] for row in rows if int(row["sign"]) == sign) for sign in (-1, 1))
    against, along = (re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in patterns)
    return against, along
