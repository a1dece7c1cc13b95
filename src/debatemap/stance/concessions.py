"""Claims that do not go the way of what else their holder claims in a paper.

What a holder only concedes goes the other way. What is set against the holder's own claim just before
("She praises their reach. On the other hand, …") may: of such pairs that both take a side, some 8 of 20
change sides in the coded papers, passages and texts, where of plain pairs one in twenty does. So the
holder's other claims tell nothing of its side, nor it of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from debatemap.model import Claim
from debatemap.stance.turns import Turn
from debatemap.stance.words import read_table

CONCEDED = -0.5
"""A concession tells less of its holder's side than a claim does."""
NEAR = 200
"""Characters between two claims that one sentence at most stands between."""


def holder_signs(claims: Sequence[Claim], order: Sequence[int], turns: Sequence[Turn]) -> list[float]:
    """For each claim how far it goes the way of its holder's other claims: 1, 0 when set against one of
    them, CONCEDED when granted. `order`: the claims as they stand in the text; `turns`: between them."""
    signs = [1.0] * len(claims)
    at_others = {turn.source for turn in turns if turn.sign < 0}
    for before, index in pairwise(order):
        # After a concession a contrast only turns back to the holder's own view.
        if (
            index not in at_others
            and not is_conceded(claims[before])
            and _against(claims[before], claims[index])
        ):
            signs[index] = 0.0
    return [CONCEDED if is_conceded(claim) else sign for claim, sign in zip(claims, signs, strict=True)]


def is_conceded(claim: Claim) -> bool:
    """True for what its holder only grants."""
    return claim.attribution is not None and claim.attribution.concession


def contrasts(evidence: str) -> bool:
    """True when the sentence sets itself off from what stands before it."""
    return _contrast().search(evidence) is not None


def _against(one: Claim, other: Claim) -> bool:
    """True when the later claim sets itself off from that of the same holder close before it."""
    if (one.paper, one.holder) != (other.paper, other.holder) or one.span is None or other.span is None:
        return False
    return 0 < other.span.start - one.span.end <= NEAR and contrasts(other.evidence)


@cache
def _contrast() -> re.Pattern[str]:
    words = "|".join(re.escape(row["words"]) for row in read_table("contrasts.csv"))
    return re.compile(rf"^(?:{words})\b|[,;:–—]\s(?:{words})\s?[,;]", re.IGNORECASE)
