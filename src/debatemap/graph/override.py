"""The human wins: a hand-coded claim takes the place of what was extracted from the same statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from debatemap.model import Claim, Origin, Span

LIKE = 85.0
"""From this similarity of words on (0 to 100) two claims are taken for the same statement."""


def override_extracted(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those extracted ones that a hand-coded claim of the same paper and holder is
    about: their evidence overlaps, or, where the hand-coded one gives no place, its words are alike."""
    by_hand: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.origin is Origin.HAND:
            by_hand[claim.paper, claim.holder].append(claim)
    return [
        claim
        for claim in claims
        if claim.origin is Origin.HAND
        or not any(_same_statement(hand, claim) for hand in by_hand[claim.paper, claim.holder])
    ]


def _same_statement(hand: Claim, found: Claim) -> bool:
    if hand.span is not None and found.span is not None:
        return 2 * _shared(hand.span, found.span) >= min(len(hand.span), len(found.span))
    pairs = [(hand.text, found.text), (hand.text, found.evidence), (hand.evidence, found.evidence)]
    return any(_alike(ours, theirs) for ours, theirs in pairs)


def _alike(ours: str, theirs: str) -> bool:
    return bool(ours and theirs) and fuzz.token_sort_ratio(ours.lower(), theirs.lower()) >= LIKE


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
