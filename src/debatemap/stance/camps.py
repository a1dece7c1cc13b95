"""Who stands with whom: the holders of a paper's claims drawn into two camps.

Each holder has a lean, pulled by what the first layer reads in the holder's own claims and by the holders
that the text sets beside or against it. The leans are found together, by mean field on the signed graph
(Hopfield 1982): evidence in one claim reaches all scholars of its camp and, turned round, the other camp.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from debatemap.model import Claim, Relation, RelationKind
from debatemap.model.claim import SELF
from debatemap.stance.turns import Turn

Holder = tuple[str, str]

# What a marked turn is worth, a sure relation, and a next sentence that goes on to another scholar without
# any mark.
TURN = 1.2
RELATION = 1.0
NEXT = 0.4
# Several claims of a holder are no independent witnesses: each counts in part.
WITNESS = 0.7
ROUNDS = 30


def camp_leans(
    claims: Sequence[Claim],
    order: Sequence[int],
    pulls: Sequence[float],
    signs: Sequence[float],
    *,
    turns: Sequence[Turn] = (),
    relations: Sequence[Relation] = (),
) -> list[float]:
    """For each claim what its holder's camp says of it, -2 … +2, its own pull left out; 0 for the author's
    own, who answers either camp, and is of none.

    `order`: the claims as they stand in the text; `pulls`: for each claim its own evidence, signed;
    `signs`: how far it goes the way of its holder's other claims (`holder_signs`): what a holder merely
    concedes goes the other way than its camp; of what it sets against its own claim, the camp says nothing.
    `turns`, `relations`: who is set beside or against whom, claim by claim and work by work.
    """
    own: dict[Holder, float] = defaultdict(float)
    shares = [WITNESS * pull * sign for pull, sign in zip(pulls, signs, strict=True)]
    for claim, share in zip(claims, shares, strict=True):
        own[_holder(claim)] += share
    bonds = _bonds(claims, order, turns, relations)
    leans = dict.fromkeys(own, 0.0)
    fields = dict(own)
    for _ in range(ROUNDS):
        for holder in sorted(own):
            around = sum(bond * leans[other] for other, bond in sorted(bonds[holder].items()))
            fields[holder] = own[holder] + around
            leans[holder] = math.tanh(fields[holder] / 2)
    return [
        math.copysign(2, sign) * math.tanh((fields[_holder(claim)] - share) / 2)
        if sign and claim.holder != SELF
        else 0.0
        for claim, share, sign in zip(claims, shares, signs, strict=True)
    ]


def _bonds(
    claims: Sequence[Claim], order: Sequence[int], turns: Sequence[Turn], relations: Sequence[Relation]
) -> dict[Holder, dict[Holder, float]]:
    """How strongly two holders are drawn together (+) or apart (-), at most as one turn and a half."""
    found: dict[Holder, dict[Holder, float]] = defaultdict(lambda: defaultdict(float))

    def tie(one: Holder, other: Holder, bond: float) -> None:
        for here, there in ((one, other), (other, one)):
            found[here][there] = max(-1.5 * TURN, min(1.5 * TURN, found[here][there] + bond))

    marked = set()
    for turn in turns:
        marked.add(turn.source)
        holders = sorted({_holder(claims[target]) for target in turn.targets})
        for holder in holders:
            tie(_holder(claims[turn.source]), holder, TURN * turn.sign / len(holders))
    holding = {_holder(claim) for claim in claims}
    for relation in relations:
        source, target = (relation.paper, relation.source), (relation.paper, relation.target)
        if source in holding and target in holding:
            sign = 1 if relation.relation is RelationKind.SUPPORT else -1
            tie(source, target, RELATION * sign * relation.confidence)
    for before, after in pairwise(order):
        one, other = claims[before], claims[after]
        if one.span is None or other.span is None or _holder(one) == _holder(other) or after in marked:
            continue
        if one.evidence == other.evidence or other.span.start - one.span.end == 1:
            tie(_holder(one), _holder(other), NEXT)
    return found


def _holder(claim: Claim) -> Holder:
    return claim.paper, claim.holder
