"""What hand coding takes the place of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.making import claim, relation

from debatemap.graph.override import override_extracted, override_relations
from debatemap.model import Claim, Origin, Relation, RelationKind, Span, Status

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
        pytest.param([SATO, MORI, ELSEWHERE], [by_hand("sato-2001")], [SATO], id="the holder's own"),
        pytest.param([SATO, ELSEWHERE], [by_hand("self")], [SATO], id="a wrong holder gives way"),
        pytest.param([SATO, MORI], [by_hand("self")], [SATO, MORI], id="and so do several"),
        pytest.param(
            [SATO, BERG], [by_hand("self", "Tea is good for the heart")], [SATO], id="the same words first"
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
    ],
)
def test_claims(found: list[Claim], hand: list[Claim], gone: list[Claim]) -> None:
    """The hand-coded ones are kept, and of the others those that nobody coded."""
    kept = override_extracted([*found, *hand])
    assert kept == [item for item in found if item not in gone] + hand


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
