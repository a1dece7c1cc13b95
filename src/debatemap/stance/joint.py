"""What the other claims of a paper say of a claim: its holder's, those cited with it, those around it.

Iterative classification (Neville and Jensen 2000): a first layer looks at each claim alone; its answers
are features of the second, whose answers are features of the second again.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from debatemap.model import Claim, Relation
from debatemap.stance.camps import camp_leans
from debatemap.stance.concessions import contrasts, holder_signs, is_conceded
from debatemap.stance.model import StanceModel, sigmoid
from debatemap.stance.turns import Turn, turns_between

JOINT_ODD = (
    "alone_side",
    "holder_side",
    "cited_with_side",
    "goes_on_side",
    "answered_side",
    "turned_side",
    "camp_side",
)
JOINT_EVEN = ("alone_bears", "holder_bears", "cited_with_bears", "around_bears", "holder_sided")
ROUNDS = 1

Logits = tuple[float, float]
Features = dict[str, float]


def judge(
    claims: Sequence[Claim],
    alone: Sequence[Mapping[str, float]],
    model: StanceModel,
    *,
    known: Mapping[int, Logits] | None = None,
    relations: Sequence[Relation] = (),
) -> list[Logits]:
    """Log-odds of bearing and of support for each claim, in the light of the others.

    `alone`: the features of each claim by itself; `known`: claims whose stance is settled, by index;
    `relations`: between their holders.
    """
    known = known or {}
    first = [known.get(index) or model.alone.logits(own) for index, own in enumerate(alone)]
    answers = first
    for _ in range(ROUNDS):
        context = joint_features(claims, first, answers, relations=relations)
        answers = [
            known.get(index) or model.joint.logits({**own, **around})
            for index, (own, around) in enumerate(zip(alone, context, strict=True))
        ]
    return answers


def joint_features(
    claims: Sequence[Claim],
    first: Sequence[Logits],
    answers: Sequence[Logits],
    *,
    relations: Sequence[Relation] = (),
) -> list[Features]:
    """For each claim what the first layer says of it, and what `answers` say of the claims it goes with."""
    order = text_order(claims)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    sentences: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in order:
        holders[claims[index].paper, claims[index].holder].append(index)
        sentences[claims[index].paper, claims[index].evidence].append(index)
    leans = [sigmoid(bears) * math.tanh(side / 2) for bears, side in answers]
    bearing = [2 * sigmoid(bears) - 1 for bears, _ in answers]
    weights = [sigmoid(bears) * max(-3.0, min(3.0, side)) for bears, side in answers]
    turns = turns_between(claims, order)
    signs = holder_signs(claims, order, turns)
    contrary = [contrasts(claim.evidence) for claim in claims]
    turned = _turned(turns, leans)
    camps = camp_leans(claims, order, weights, signs, turns=turns, relations=relations)
    found: list[Features] = [{} for _ in claims]
    for rank, index in enumerate(order):
        claim = claims[index]
        mates = [other for other in holders[claim.paper, claim.holder] if other != index]
        beside = [other for other in sentences[claim.paper, claim.evidence] if other != index]
        near = [other for other in order[max(0, rank - 3) : rank + 4] if other != index]
        holder = (
            signs[index] * sum(signs[other] * weights[other] for other in mates) / math.sqrt(len(mates) + 1)
        )
        found[index] = {
            "alone_side": first[index][1],
            "holder_side": holder,
            "cited_with_side": 0.0 if contrary[index] else 2 * _mean([leans[other] for other in beside]),
            "goes_on_side": 2 * _mean([leans[other] for other in _goes_on(rank, order, claims, contrary)]),
            "answered_side": -2 * _mean([leans[other] for other in _answered(rank, order, claims, contrary)]),
            "turned_side": turned[index],
            "camp_side": camps[index],
            "alone_bears": first[index][0],
            "holder_bears": _mean([bearing[other] for other in mates]),
            "cited_with_bears": _mean([bearing[other] for other in beside]),
            "around_bears": _mean([bearing[other] for other in near]),
            "holder_sided": abs(holder),
        }
    return found


def _goes_on(rank: int, order: Sequence[int], claims: Sequence[Claim], contrary: Sequence[bool]) -> list[int]:
    """The claim before and the claim after, of the same holder, unless a contrast stands between."""
    here = order[rank]
    before = [order[rank - 1]] if rank and not contrary[here] else []
    after = [order[rank + 1]] if rank + 1 < len(order) and not contrary[order[rank + 1]] else []
    conceded = is_conceded(claims[here])
    return [
        other
        for other in before + after
        if claims[other].holder == claims[here].holder and is_conceded(claims[other]) == conceded
    ]


def _answered(
    rank: int, order: Sequence[int], claims: Sequence[Claim], contrary: Sequence[bool]
) -> list[int]:
    """Claims of other holders next to this one that are set against it: by a contrast in whichever of the
    two comes later."""
    here = order[rank]
    others = []
    for other_rank in (*range(rank - 1, max(-1, rank - 4), -1), *range(rank + 1, min(len(order), rank + 4))):
        other = order[other_rank]
        later = here if other_rank < rank else other
        if (
            claims[other].holder != claims[here].holder
            and claims[other].evidence != claims[here].evidence
            and contrary[later]
        ):
            others.append(other)
    return others


def _turned(turns: Sequence[Turn], leans: Sequence[float]) -> list[float]:
    """For each claim the leans of those that it takes up, and of those that take it up; turned round where
    the one stands against the other."""
    said: list[list[float]] = [[] for _ in leans]
    for turn in turns:
        said[turn.source].append(turn.sign * _mean([leans[target] for target in turn.targets]))
        for target in turn.targets:
            said[target].append(turn.sign * leans[turn.source])
    return [2 * _mean(values) for values in said]


def text_order(claims: Sequence[Claim]) -> list[int]:
    """Indexes of the claims as they stand in their papers; those without a place first."""

    def place(index: int) -> tuple[str, int, int]:
        span = claims[index].span
        return claims[index].paper, span.start if span else -1, index

    return sorted(range(len(claims)), key=place)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
