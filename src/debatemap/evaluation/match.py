"""Which found claims hit which gold claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.evaluation.gold import GoldClaim
from debatemap.evaluation.locate import Source, Words, overlap
from debatemap.model import Claim

SAME_PLACE = 0.5
"""Two passages are the same when they share half of the words of the shorter one."""
TOO_LONG = 150
"""Evidence of more words than this is no evidence."""
AT_ONCE = 2
"""So many gold claims can be hit by one found claim."""


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the run, its holder as the gold coding writes it, and its evidence's place."""

    claim: Claim
    holder: str
    place: Words | None


@dataclass(slots=True)
class Matches:
    """`hit`: gold (sentence, holder) found; `sided`: with the stance found there; `stances`: (gold, found)
    for each claim that hits; `extras`: claims that hit nothing; `wrong_side`: claims taking a side that no
    gold row of that holder and place takes; `nowhere`: claims whose evidence is not in the source."""

    hit: set[tuple[str, str]] = field(default_factory=set)
    sided: set[tuple[str, str, int]] = field(default_factory=set)
    stances: list[tuple[int, int]] = field(default_factory=list)
    extras: list[Found] = field(default_factory=list)
    wrong_side: int = 0
    nowhere: int = 0


def match(gold: Sequence[GoldClaim], found: Sequence[Found], source: Source) -> Matches:
    """Compare holder and place first, then stance; where the coders disagree nothing is counted."""
    placed = [(row, source.between(row.start, row.end)) for row in gold]
    matches = Matches(nowhere=sum(one.place is None for one in found))
    for one in found:
        here = [
            row
            for row, place in placed
            if row.holder == one.holder and overlap(place, one.place) >= SAME_PLACE
        ]
        meant = [row for row in here if row.counts]
        sign = one.claim.stance.sign
        if meant and one.place is not None and one.place[1] - one.place[0] <= TOO_LONG:
            right = {row.stance for row in meant}
            matches.hit |= {(row.sid, row.holder) for row in meant[:AT_ONCE]}
            matches.sided |= {(row.sid, row.holder, sign) for row in meant if row.stance == sign}
            matches.stances.append((sign if sign in right else min(right), sign))
        elif all(row.agreed for row in here):
            matches.extras.append(one)
        else:
            continue
        if sign and all(row.stance != sign for row in here):
            matches.wrong_side += 1
    return matches
