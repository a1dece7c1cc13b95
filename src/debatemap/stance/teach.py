"""What hand-coded claims of a debate teach about the others."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from debatemap.model import Claim, Relation
from debatemap.stance.joint import Logits, joint_features, judge, text_order
from debatemap.stance.model import Layer, StanceModel
from debatemap.stance.paper import stems_in

# Fewer hand-coded claims than this settle their own stance and no more.
ENOUGH = 20
# What a person coded is as good as certain to the claims around it.
CERTAIN = 4.0

TAUGHT_SIDE = ("same_holder_side", "close_by_side", "same_words_side", "same_report_side")
TAUGHT_BEARS = ("same_holder_bears", "close_by_bears", "same_words_bears", "same_report_bears")
# What a coded claim is worth to another before this debate has shown it.
_PRIOR_SIDE = dict(zip(TAUGHT_SIDE, (1.0, 0.5, 1.0, 1.5), strict=True))
_PRIOR_BEARS = dict(zip(TAUGHT_BEARS, (0.5, 0.5, 1.0, 1.0), strict=True))
# How strongly the weights are held to those of the package's model.
_HOLD = 5.0

Features = dict[str, float]
Vector = NDArray[np.float64]


def settled(stance_sign: int) -> Logits:
    """The log-odds of a claim whose stance a person has given."""
    return (CERTAIN, CERTAIN * stance_sign) if stance_sign else (-CERTAIN, 0.0)


def judge_taught(
    claims: Sequence[Claim],
    alone: Sequence[Mapping[str, float]],
    model: StanceModel,
    *,
    coded: Mapping[int, int],
    relations: Sequence[Relation] = (),
) -> list[Logits]:
    """Like `judge`, where the stances (-1, 0, 1) of some claims are known, by index.

    From ENOUGH coded claims on, the second layer's weights are fitted again to this debate, starting
    from the model's and held to them; a coded claim also speaks for those of the same holder, those
    close by, and those that use the same words. A model that was fitted to the debate before
    (`debatemap train`) is taken as it is.
    """
    known = {index: settled(sign) for index, sign in coded.items()}
    if not coded or (statements(claims[at] for at in coded) < ENOUGH and not model.taught):
        return judge(claims, alone, model, known=known, relations=relations)
    rows = lesson_rows(claims, alone, model, coded=coded, relations=relations)
    layer = model.joint if model.taught else refit(model.joint, [(rows[at], coded[at]) for at in coded])
    return [known.get(index) or layer.logits(row) for index, row in enumerate(rows)]


def statements(coded: Iterable[Claim]) -> int:
    """How many statements were coded: one that two coders have coded teaches once."""
    return len({(claim.paper, claim.holder, claim.evidence or claim.text) for claim in coded})


def lesson_rows(
    claims: Sequence[Claim],
    alone: Sequence[Mapping[str, float]],
    model: StanceModel,
    *,
    coded: Mapping[int, int],
    relations: Sequence[Relation] = (),
) -> list[Features]:
    """The features of each claim at the second layer, with what the coded claims say of it."""
    first = [model.alone.logits(own) for own in alone]
    answers = [settled(coded[index]) if index in coded else logits for index, logits in enumerate(first)]
    context = joint_features(claims, first, answers, relations=relations)
    lessons = _lessons(claims, coded)
    return [{**own, **around, **lesson} for own, around, lesson in zip(alone, context, lessons, strict=True)]


def _lessons(claims: Sequence[Claim], coded: Mapping[int, int]) -> list[Features]:
    """What the coded claims, itself left out, say of each claim, each kind of nearness by itself."""
    order = text_order(claims)
    rank = {index: place for place, index in enumerate(order)}
    stems = [frozenset(stems_in(claim.text or claim.evidence, {})) for claim in claims]
    seen: dict[str, int] = {}
    for words in stems:
        for word in words:
            seen[word] = seen.get(word, 0) + 1
    rarity = {word: math.log(len(claims) / count + 0.5) for word, count in seen.items()}

    def same_holder(one: int, other: int) -> float:
        return float(_holder(claims[one]) == _holder(claims[other]))

    def close_by(one: int, other: int) -> float:
        same = claims[one].paper == claims[other].paper
        return math.exp(-abs(rank[one] - rank[other]) / 3) if same else 0.0

    def same_words(one: int, other: int) -> float:
        shared = sum(rarity[word] ** 2 for word in sorted(stems[one] & stems[other]))
        sizes = [sum(rarity[word] ** 2 for word in sorted(stems[at])) for at in (one, other)]
        return shared / math.sqrt(sizes[0] * sizes[1]) if all(sizes) else 0.0

    def same_report(one: int, other: int) -> float:
        return same_holder(one, other) * close_by(one, other)

    base = sum(bool(sign) for sign in coded.values()) / len(coded)
    kinds: tuple[tuple[str, Callable[[int, int], float]], ...] = (
        ("same_holder", same_holder),
        ("close_by", close_by),
        ("same_words", same_words),
        ("same_report", same_report),
    )
    found: list[Features] = []
    for index in range(len(claims)):
        lesson: Features = {}
        for name, nearness in kinds:
            near = [(nearness(index, other), sign) for other, sign in sorted(coded.items()) if other != index]
            total = sum(weight for weight, _ in near) + 0.5
            lesson[f"{name}_side"] = 2 * sum(weight * sign for weight, sign in near) / total
            lesson[f"{name}_bears"] = 2 * sum(weight * (abs(sign) - base) for weight, sign in near) / total
        found.append(lesson)
    return found


def _holder(claim: Claim) -> str:
    return claim.paper if claim.holder == "self" else claim.holder


def refit(layer: Layer, examples: Sequence[tuple[Mapping[str, float], int]]) -> Layer:
    """The layer with weights moved toward what coded claims say: (features, stance sign) each."""
    rows = [row for row, _ in examples]
    sided = [(row, sign) for row, sign in examples if sign]
    return Layer(
        _fit({**_PRIOR_BEARS, **layer.bears}, rows, [float(sign != 0) for _, sign in examples], free=""),
        _fit({**_PRIOR_SIDE, **layer.side}, [row for row, _ in sided], [float(s > 0) for _, s in sided]),
    )


def _fit(
    prior: Mapping[str, float],
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[float],
    *,
    free: str | None = None,
) -> dict[str, float]:
    """Logistic regression whose penalty pulls toward a prior instead of zero, by L-BFGS.

    `free`: a weight that is hardly held (the intercept: debates differ in how much speaks to them).
    """
    names = sorted(prior)
    start = np.array([prior[name] for name in names])
    if not rows:
        return dict(prior)
    x = np.array([[1.0 if name == "" else row.get(name, 0.0) for name in names] for row in rows])
    y = np.array(labels)
    hold = np.array([0.2 if name == free else _HOLD for name in names])
    sign = 2 * y - 1

    def loss(weights: Vector) -> tuple[float, Vector]:
        margin = sign * (x @ weights)
        away = weights - start
        value = float(np.logaddexp(0, -margin).sum() + (hold * away**2).sum() / 2)
        return value, -(x.T @ (sign * expit(-margin))) + hold * away

    # Convex: whole Newton steps from a far-off prior run away, these come to the one optimum.
    weights = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return dict(zip(names, map(float, weights), strict=True))
