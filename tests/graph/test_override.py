"""What hand coding takes the place of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.making import claim, relation

from debatemap.graph.override import override_extracted, override_relations
from debatemap.model import Claim, Origin, Relation, RelationKind, Span, Stance, Status

HERE, THERE = (0, 60), (100, 160)
SATO = claim("review", "sato-2001", "Tea is good for the heart.", at=HERE)
MORI = claim("review", "mori-2002", "Tea is good for the heart.", at=HERE)
BERG = claim("review", "berg-2003", "Nobody has counted the cups.", at=HERE)
ELSEWHERE = claim("review", "sato-2001", "Coffee is worse.", at=THERE)
WORDS = "What the coder makes of it."


def by_hand(
    holder: str, words: str = WORDS, *, at: tuple[int, int] | None = HERE, status: Status = Status.ACCEPTED
) -> Claim:
    return claim("review", holder, words, at=at, hand=True, status=status)


@pytest.mark.parametrize(
    ("found", "hand", "gone"),
    [
        pytest.param([SATO, ELSEWHERE], [by_hand("sato-2001")], [SATO], id="the holder's own"),
        pytest.param([SATO, MORI], [by_hand("sato-2001")], [SATO, MORI], id="and whoever was given it too"),
        pytest.param([SATO, ELSEWHERE], [by_hand("self")], [SATO], id="a wrong holder gives way"),
        pytest.param([SATO, MORI], [by_hand("self")], [SATO, MORI], id="and so do several"),
        pytest.param(
            [SATO, BERG], [by_hand("self", "Tea is good for the heart")], [SATO], id="the same words first"
        ),
        pytest.param(
            [SATO, BERG],
            [replace(by_hand("self"), evidence="while he says that nobody has counted the cups")],
            [BERG],
            id="then the words in the evidence",
        ),
        pytest.param(
            [SATO, replace(BERG, holder="sato-2001", id="two")],
            [by_hand("sato-2001", "Nobody has counted the cups.")],
            [replace(BERG, holder="sato-2001", id="two")],
            id="one of a holder's two claims in a sentence",
        ),
        pytest.param([SATO], [by_hand("self", at=THERE)], [], id="another place is another statement"),
        pytest.param([SATO], [by_hand("self", at=None)], [], id="without a place holders differ in earnest"),
        pytest.param(
            [SATO], [by_hand("sato-2001", "Tea is good for the heart", at=None)], [SATO], id="like words"
        ),
        pytest.param(
            [SATO, MORI], [by_hand("sato-2001", status=Status.REJECTED)], [SATO], id="dropped by hand"
        ),
        pytest.param(
            [SATO], [by_hand("mori-2002", status=Status.REJECTED)], [], id="dropping is for the row's holder"
        ),
        pytest.param(
            [SATO, MORI, BERG],
            [replace(by_hand("self"), id=MORI.id)],
            [MORI],
            id="the id says exactly which",
        ),
        pytest.param(
            [replace(SATO, id="5a70c0ffee"), MORI],
            [replace(by_hand("self"), id="5a70")],
            [replace(SATO, id="5a70c0ffee")],
            id="or its beginning",
        ),
        pytest.param(
            [SATO, MORI],
            [replace(by_hand("mori-2002", SATO.text), id=SATO.id, holder="mori-2002")],
            [SATO, MORI],
            id="and what the right holder was found to say there",
        ),
    ],
)
def test_claims(found: list[Claim], hand: list[Claim], gone: list[Claim]) -> None:
    """The hand-coded ones are kept, and of the others those that nobody coded."""
    kept = override_extracted([*found, *hand])
    ids = [item.id for item in gone]
    assert [item for item in kept if item.origin is Origin.EXTRACTED] == [
        item for item in found if item.id not in ids
    ]
    assert [item.id for item in kept if item.origin is Origin.HAND] == [item.id for item in hand]


def test_the_programs_confidence_is_not_the_coders() -> None:
    """A copied row has that of the stance that was put right."""
    (kept,) = override_extracted([SATO, replace(by_hand("sato-2001"), id=SATO.id, confidence=0.4)])
    assert kept.confidence == 1.0
    (kept,) = override_extracted([replace(by_hand("sato-2001"), confidence=0.4)])
    assert kept.confidence == 0.4


def test_coders_who_agree_are_one_witness() -> None:
    """The same statement and stance by another coder counts once; another stance, another statement count."""
    ann = replace(by_hand("sato-2001"), coder="ann")
    bob = replace(ann, id="bob", coder="bob", text="In other words.")
    differs = replace(bob, id="differs", stance=Stance.ATTACK)
    elsewhere = replace(bob, id="elsewhere", span=Span(*THERE))
    again = replace(ann, id="again", text="And something else.")
    assert override_extracted([ann, bob, differs, elsewhere, again]) == [ann, differs, elsewhere, again]
    pair = replace(CODED, coder="ann")
    assert override_relations([pair, replace(pair, id="bob", coder="bob")]) == [pair]


SUPPORTS = relation("review", "sato-2001", "mori-2002", RelationKind.SUPPORT)
CODED = replace(SUPPORTS, id="mine", relation=RelationKind.ATTACK, origin=Origin.HAND, status=Status.ACCEPTED)


@pytest.mark.parametrize(
    ("hand", "gone"),
    [
        pytest.param(CODED, True, id="of the pair, whichever kind was found"),
        pytest.param(replace(CODED, target="berg-2003"), False, id="another pair"),
        pytest.param(replace(CODED, paper="other"), False, id="another paper"),
        pytest.param(replace(CODED, span=Span(*THERE)), False, id="another place"),
        pytest.param(replace(CODED, target="berg-2003", id=SUPPORTS.id), True, id="by its id"),
        pytest.param(
            replace(CODED, status=Status.REJECTED, relation=RelationKind.SUPPORT), True, id="dropped by hand"
        ),
        pytest.param(replace(CODED, status=Status.REJECTED), False, id="the other kind was dropped"),
    ],
)
def test_relations(hand: Relation, gone: bool) -> None:
    """Likewise by paper, source and target."""
    found = replace(SUPPORTS, span=Span(*HERE))
    assert override_relations([found, hand]) == ([] if gone else [found]) + [hand]
