"""The human wins: hand coding takes the place of what was extracted from the same statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from debatemap.model import Claim, Origin, Relation, Span, Status

LIKE = 85.0
"""From this similarity of words on (0 to 100) two claims are taken for the same statement."""


def override_extracted(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those extracted ones that hand coding takes the place of.

    A hand-coded row with the id of an extracted claim stands for exactly that one. Any other stands for
    what the same paper was found to say of the same holder there: where their evidence overlaps or, when
    the row gives no place, where the words are alike. Where all that was found in the row's place has other
    holders, the row stands for that: whoever was given the words, the person knows better. Of several
    claims it stands for those with its own words, if there are any, else for all of them. A row that is
    `rejected` drops what it stands for, and never a claim of another holder than its own.
    """
    found_in: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.origin is Origin.EXTRACTED:
            found_in[claim.paper].append(claim)
    found_ids = {claim.id for found in found_in.values() for claim in found}
    gone: set[str] = set()
    for hand in claims:
        if hand.origin is Origin.EXTRACTED:
            continue
        if hand.id in found_ids:
            gone.add(hand.id)
            continue
        same = [claim for claim in found_in[hand.paper] if _same_statement(hand, claim)]
        meant = [claim for claim in same if claim.holder == hand.holder]
        if not meant and hand.span is not None and hand.status is not Status.REJECTED:
            meant = same
        worded = [claim for claim in meant if _alike(hand.text, claim.text)]
        gone.update(claim.id for claim in worded or meant)
    return [claim for claim in claims if claim.origin is Origin.HAND or claim.id not in gone]


def override_relations(relations: Sequence[Relation]) -> list[Relation]:
    """The relations without those extracted ones that hand coding takes the place of.

    A hand-coded row with the id of an extracted relation stands for that one; any other for what the same
    paper was found to say of the same source and target, in overlapping places where both give one. A row
    that is `rejected` drops what it stands for when it is of the row's own kind.
    """
    found = [relation for relation in relations if relation.origin is Origin.EXTRACTED]
    found_ids = {relation.id for relation in found}
    gone: set[str] = set()
    for hand in relations:
        if hand.origin is Origin.EXTRACTED:
            continue
        if hand.id in found_ids:
            gone.add(hand.id)
        else:
            gone.update(relation.id for relation in found if _same_relation(hand, relation))
    return [item for item in relations if item.origin is Origin.HAND or item.id not in gone]


def _same_relation(hand: Relation, found: Relation) -> bool:
    if (hand.paper, hand.source, hand.target) != (found.paper, found.source, found.target):
        return False
    if hand.status is Status.REJECTED and hand.relation is not found.relation:
        return False
    return hand.span is None or found.span is None or _shared(hand.span, found.span) > 0


def _same_statement(hand: Claim, found: Claim) -> bool:
    if hand.span is not None and found.span is not None:
        return 2 * _shared(hand.span, found.span) >= min(len(hand.span), len(found.span))
    pairs = [(hand.text, found.text), (hand.text, found.evidence), (hand.evidence, found.evidence)]
    return any(_alike(ours, theirs) for ours, theirs in pairs)


def _alike(ours: str, theirs: str) -> bool:
    return bool(ours and theirs) and fuzz.token_sort_ratio(ours.lower(), theirs.lower()) >= LIKE


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
