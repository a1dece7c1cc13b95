"""The stance model fitted to one debate's hand-coded claims, and what they bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Relation
from debatemap.stance.cross_encoder import CrossEncoder
from debatemap.stance.features import Features, features_of
from debatemap.stance.joint import Logits, judge
from debatemap.stance.model import StanceModel, chances, shipped
from debatemap.stance.teach import ENOUGH, lesson_rows, refit, statements

FOLDS = 5

Read = tuple[Document, Sequence[Claim], Sequence[Relation]]
"""A document with the claims and relations found in it."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Shares of claims that were given the right one of three stances, and, of those that take a side, the
    right side."""

    three: float
    side: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """What hand-coded claims teach. `model`: fitted to all of them; `sided`: how many take a side; `before`:
    how well the package's model judges them untold; `after`: how well each fifth when the others teach."""

    model: StanceModel
    sided: int
    before: Accuracy
    after: Accuracy


@dataclass(frozen=True, slots=True)
class _Room:
    """A paper with its claims: those extracted from it, and from index `first` on all the coded ones. `own`:
    numbers, among the coded claims, of those that are judged in this paper."""

    claims: tuple[Claim, ...]
    relations: Sequence[Relation]
    alone: list[Features]
    first: int
    own: tuple[int, ...]


def train_stances(
    papers: Iterable[Read],
    coded: Sequence[Claim],
    debate: Debate,
    *,
    nlp: Language,
    encoder: CrossEncoder | None = None,
) -> Lesson | None:
    """Fit the second layer of the package's model to `coded`, and measure by cross-validation.

    `papers`: each document with the claims and relations found in it. A coded claim is judged in its own
    paper, or in the first when that is not among them. None when there are fewer than `ENOUGH`, which is too
    few to learn from. Folds are dealt by number, so that the same claims give the same figures (Stone 1974).
    """
    if statements(coded) < ENOUGH:
        return None
    rooms = _rooms(list(papers), coded, debate, nlp=nlp, encoder=encoder or CrossEncoder())
    signs = [claim.stance.sign for claim in coded]
    model = shipped()
    before: dict[int, Logits] = {}
    for room in rooms:
        answers = judge(room.claims, room.alone, model, relations=room.relations)
        before.update({number: answers[room.first + number] for number in room.own})
    after: dict[int, Logits] = {}
    for fold in range(FOLDS):
        known = {number: sign for number, sign in enumerate(signs) if number % FOLDS != fold}
        rows = _rows(rooms, model, known)
        layer = refit(model.joint, [(rows[number], sign) for number, sign in known.items()])
        after.update({number: layer.logits(row) for number, row in rows.items() if number not in known})
    every = dict(enumerate(signs))
    rows = _rows(rooms, model, every)
    layer = refit(model.joint, [(rows[number], sign) for number, sign in every.items()])
    return Lesson(
        StanceModel(model.alone, layer, coded=len(signs), debate=debate.id),
        sum(map(abs, signs)),
        _accuracy(before, signs),
        _accuracy(after, signs),
    )


def _rooms(
    papers: Sequence[Read],
    coded: Sequence[Claim],
    debate: Debate,
    *,
    nlp: Language,
    encoder: CrossEncoder,
) -> list[_Room]:
    keys = [document.key for document, _, _ in papers]
    homes = [claim.paper if claim.paper in keys else keys[0] for claim in coded]
    rooms = []
    for document, extracted, relations in papers:
        own = tuple(number for number, home in enumerate(homes) if home == document.key)
        if own:
            claims = (*extracted, *coded)
            alone = features_of(claims, document, debate, nlp=nlp, encoder=encoder)
            rooms.append(_Room(claims, relations, alone, len(extracted), own))
    return rooms


def _rows(
    rooms: Sequence[_Room], model: StanceModel, known: Mapping[int, int]
) -> dict[int, Mapping[str, float]]:
    """The second layer's features of each coded claim, in its own paper, when those of `known` are told."""
    found: dict[int, Mapping[str, float]] = {}
    for room in rooms:
        told = {room.first + number: sign for number, sign in known.items()}
        rows = lesson_rows(room.claims, room.alone, model, coded=told, relations=room.relations)
        found.update({number: rows[room.first + number] for number in room.own})
    return found


def _accuracy(answers: Mapping[int, Logits], signs: Sequence[int]) -> Accuracy:
    odds = [chances(answers[number]) for number in range(len(signs))]
    right = sum(three.index(max(three)) - 1 == sign for three, sign in zip(odds, signs, strict=True))
    sided = [
        (attack < support) == (sign > 0)
        for (attack, _, support), sign in zip(odds, signs, strict=True)
        if sign
    ]
    return Accuracy(right / len(signs), sum(sided) / max(1, len(sided)))
