"""Claims that do not go the way of their holder's others: what is granted, what is set against one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from debatemap.model import Attribution, Claim, Document, Span
from debatemap.stance.camps import camp_leans
from debatemap.stance.concessions import CONCEDED, holder_signs
from debatemap.stance.turns import turns_between

Read = Callable[..., Document]
MakeClaim = Callable[..., Claim]


def _signs(claims: list[Claim]) -> list[float]:
    order = range(len(claims))
    return holder_signs(claims, order, turns_between(claims, order))


SECOND = [
    ("She adds that prices fell.", 1.0),
    ("On the other hand, she sees losses.", 0.0),
    ("But she warns of losses.", 0.0),
    ("She sees losses, however, in the north.", 0.0),
    # Set against another, not against herself.
    ("In stark contrast to Birch, she sees losses.", 1.0),
]


@pytest.mark.parametrize(("second", "sign"), SECOND)
def test_a_contrast_with_ones_own_claim_leaves_the_side_open(
    paper: Read, claim: MakeClaim, second: str, sign: float
) -> None:
    """Only where the sentence sets itself off from the same holder's one just before."""
    document = paper(f"Birch sees losses. Alder sees a gain. {second}")
    claims = [
        claim(document, "birch-2005", "Birch"),
        claim(document, "alder-2001", "Alder"),
        claim(document, "alder-2001", second[:20]),
    ]
    signs = _signs(claims)
    assert signs == [1.0, 1.0, sign]
    # Then the camp says nothing of the claim, nor the claim of the camp.
    assert bool(camp_leans(claims, range(3), [0.0, 2.0, 0.0], signs)[2]) == bool(sign)
    assert bool(camp_leans(claims, range(3), [0.0, 0.0, 2.0], signs)[1]) == bool(sign)


def test_a_contrast_after_a_concession_turns_back_to_the_holders_view(paper: Read, claim: MakeClaim) -> None:
    document = paper("Alder admits a gain. But she sees losses.")
    granted = replace(
        claim(document, "alder-2001", "Alder"), attribution=Attribution((Span(0, 5),), concession=True)
    )
    assert _signs([granted, claim(document, "alder-2001", "But she")]) == [CONCEDED, 1.0]


def test_a_contrast_with_another_scholar_or_far_away_is_none(paper: Read, claim: MakeClaim) -> None:
    far = "Nothing else is told here of what was found in those days. " * 6
    document = paper(f"Birch sees losses. But Alder sees a gain. {far}But she sees losses in the north.")
    claims = [
        claim(document, "birch-2005", "Birch"),
        claim(document, "alder-2001", "But Alder"),
        claim(document, "alder-2001", "But she"),
    ]
    assert _signs(claims) == [1.0, 1.0, 1.0]
