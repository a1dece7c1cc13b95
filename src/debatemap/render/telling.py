"""Which of several claims speaks best for where their holder stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debatemap.model import Claim, Debate, Origin, Position, Stance
from debatemap.render.text import one_line

_GISTS = 8


def most_telling_first(
    claims: Sequence[Claim], place: Position | None, topic: frozenset[str]
) -> tuple[Claim, ...]:
    """The claims sorted.

    First those on the side where their holder stands, then those that a person coded, then those short
    enough to be read on a picture, the surer ones, and those closest to the thesis.
    """
    side = Stance.of_sign(place.position) if place else Stance.NEUTRAL

    def key(claim: Claim) -> tuple[int, bool, bool, float, int, float, str]:
        rank = 0 if claim.stance is side else 1 if claim.stance is not Stance.NEUTRAL else 2
        by_hand = claim.origin is Origin.HAND
        sure = round(claim.confidence, 1)
        near = len(_words(claim.text) & topic)
        return (rank, not by_hand, len(claim.text) > 150, -sure, -near, -claim.confidence, claim.id)

    return tuple(sorted(claims, key=key))


def find_gists(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Of claims with the most telling first, the words of that one and of the next ones of its kind.

    Where there is no room for the first, a shorter one that is nearly as telling may stand instead.
    """
    kind = [claim for claim in claims if (claim.stance, claim.origin) == (claims[0].stance, claims[0].origin)]
    return tuple(one_line(claim.text) for claim in kind[:_GISTS])


def find_topic(debate: Debate) -> frozenset[str]:
    """The longer words of the thesis and of the poles, which a telling claim takes up."""
    said = (debate.thesis, debate.attack.statement, debate.support.statement)
    return frozenset(word for text in said for word in _words(text))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}
