"""What claims and relations tell of their works' places: readings and springs.

A scholar at place x speaks for the thesis with (1 + x) / 2 of the claims that take a side. A claim that is
support with probability s and attack with probability a is taken as a reading of x with the information
(s - a) / v and the precision max(s, a) / v, v being the spread of what one scholar says: one for sure claims,
whose mean sign the place then is; of doubtful ones the mean stays short of the pole, however many lean one
way, since the program's errors go together. (Were they independent, the exact likelihood of a claim would be
1 + (s - a)·x. On coded texts, the program's own stances given, that orders scholars worse than this does, as
do the precisions |s - a| and, less so, s + a.) A claim with no lean s - a of its own has the rest of its
confidence shared evenly by the other two stances: confidence p gives a lean of ±(3p - 1) / 2, a sure claim
±1, a guess (p = 1/3) none. Papers frame what they report, so
the claims that one paper gives of one work share an error of their own (a random effect; Searle, Casella
and McCulloch 1992): ten claims in one paper tell less than ten in five, and the same statement found in
several papers less than as many statements. Those whose stance the program read share a second one, since
it errs alike within a paper; hand-coded ones do not.

The constants were fitted to simulated debates (benchmarks/positions.py), but for two: how far the program
errs alike was measured on coded texts, and the variance between a scholar's works is looser than the
simulations ask for, so that a turn is seen.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debatemap.model import ArgumentGraph, Claim, Origin, Relation, RelationKind, Stance
from debatemap.positions.field import Spring

CLAIM_VARIANCE = 0.8
"""Of one sure claim as a reading of its holder's place: who stands between the poles says both."""
FRAMING_VARIANCE = 0.08
"""Of what one paper makes of a work's place: about a quarter of the way from the middle to a pole."""
READING_VARIANCE = 0.4
"""Of what the program makes of a work's place in one paper, beside that: its errors go together, since it
takes each claim's neighbours as a hint. By pairs of claims of one work the variance is .2 in the papers that
the stance model was made for and 1.5 in passages and reviews of our own that it was not; with this figure
the 90 % intervals hold .90 (passages held out) to 1.00 (papers) of the coded places."""
NEUTRAL = 0.05
"""A surely neutral claim pulls to the middle with this share of the precision of one that surely takes a
side."""
SUPPORT = 0.9
"""Strength of the spring of one sure support."""
ATTACK = 0.25
"""Strength of one sure attack: people attack one another from the same side, too."""
BY_HAND = 2.0
"""A relation coded by hand weighs as two sure ones."""
TURN_VARIANCE, YEARLY_VARIANCE = 1.0, 0.05
"""Of a scholar's place from one work to the next. Loose, so that who changes sides is seen to do so."""
UNKNOWN_YEARS = 5
"""Years between two works one of which has no date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one claim tells of the work that holds it: information (signed) and precision."""

    claim: Claim
    information: float
    precision: float


def read_claims(claims: Sequence[Claim], restates: Mapping[str, str]) -> list[Reading]:
    """The readings of claims of any works; `restates`: claim id → id of the claim it says again."""
    papers: dict[tuple[str, str], set[str]] = defaultdict(set)
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        papers[claim.holder, restates.get(claim.id, claim.id)].add(claim.paper)
        groups[claim.holder, claim.paper].append(claim)
    readings = []
    for group in groups.values():
        # One statement that k papers give weighs as the root of k statements.
        shares = [len(papers[c.holder, restates.get(c.id, c.id)]) ** -0.5 for c in group]
        scales = [share / CLAIM_VARIANCE for share in shares]
        scales = _sharing(group, scales, READING_VARIANCE, [c.origin is not Origin.HAND for c in group])
        scales = _sharing(group, scales, FRAMING_VARIANCE, [True] * len(group))
        readings += [
            Reading(claim, _lean(claim) * scale, _precision(claim) * scale)
            for claim, scale in zip(group, scales, strict=True)
        ]
    return readings


def _sharing(
    claims: Sequence[Claim], scales: Sequence[float], variance: float, which: Sequence[bool]
) -> list[float]:
    """The scales of precisions, those of `which` lowered by an error of this variance that they share."""
    told = sum(_precision(c) * s for c, s, w in zip(claims, scales, which, strict=True) if w)
    return [s / (1 + variance * told) if w else s for s, w in zip(scales, which, strict=True)]


def _lean(claim: Claim) -> float:
    """The sign to expect of a claim, -1 to +1: 0 for a guess and for a neutral one."""
    return gain(claim) * claim.stance.sign if claim.lean is None else claim.lean


def _precision(claim: Claim) -> float:
    """Of a claim as a reading, in parts of a sure one's: the probability of the likelier side."""
    if claim.stance is not Stance.NEUTRAL:
        return claim.confidence
    lean = abs(_lean(claim))
    return max(NEUTRAL, lean, (1 - claim.confidence + lean) / 2)


def gain(claim: Claim) -> float:
    """How much of a claim's sign is its holder's place: 0 for a guess, 1 for what is sure."""
    return max(0.0, (3 * claim.confidence - 1) / 2)


def tie_relations(relations: Sequence[Relation], index: Mapping[str, int]) -> dict[Spring, list[str]]:
    """A spring for each pair of works and kind of relation, with the ids of the relations behind it;
    several weigh less than their sum."""
    weight: Counter[tuple[int, int, int]] = Counter()
    behind: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for relation in relations:
        if relation.source in index and relation.target in index:
            one, other = sorted((index[relation.source], index[relation.target]))
            pair = (one, other, 1 if relation.relation is RelationKind.SUPPORT else -1)
            weight[pair] += BY_HAND if relation.origin is Origin.HAND else relation.confidence  # type: ignore[assignment]
            behind[pair].append(relation.id)
    return {
        Spring(one, other, (SUPPORT if sign > 0 else ATTACK) * math.sqrt(weight[one, other, sign]), sign): ids
        for (one, other, sign), ids in sorted(behind.items())
    }


def tie_years(graph: ArgumentGraph, relations: Sequence[Relation], index: Mapping[str, int]) -> list[Spring]:
    """A random walk over each scholar's works, oldest first: the nearer in years, the stiffer; none between
    two works of which the later attacks the earlier: who has changed sides is no longer held by it."""
    attacks = {(r.source, r.target) for r in relations if r.relation is RelationKind.ATTACK}
    springs = []
    for scholar in graph.scholars:
        for earlier, later in zip(scholar.works, scholar.works[1:], strict=False):
            if (later, earlier) in attacks:
                continue
            years = [graph.works[work].year for work in (earlier, later)]
            gap = abs(int(years[1]) - int(years[0])) if all(map(str.isdigit, years)) else UNKNOWN_YEARS
            strength = 1 / (TURN_VARIANCE + YEARLY_VARIANCE * gap)
            springs.append(Spring(index[earlier], index[later], strength, 1))
    return springs
