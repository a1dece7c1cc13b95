"""The human wins: hand coding takes the place of what was extracted from the same statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz import fuzz

from debatemap.model import Claim, Origin, Relation, Span, Status

LIKE = 85.0
"""From this similarity of words on (0 to 100) two claims are taken for the same statement."""
_SHORTEST_ID = 4

Coded = TypeVar("Coded", Claim, Relation)


def override_extracted(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those extracted ones that a hand-coded row stands for (`match_claims`), and of
    rows in which several coders say the same only the first. The confidence of a row with an extracted
    claim's id was the program's, and is 1."""
    gone: set[str] = set()
    sure: set[str] = set()
    for hand, found in match_claims(claims):
        gone.update(claim.id for claim in found)
        sure.update(hand.id for claim in found if claim.id.startswith(hand.id))
    kept = [
        replace(claim, confidence=1.0) if claim.origin is Origin.HAND and claim.id in sure else claim
        for claim in claims
        if claim.origin is Origin.HAND or claim.id not in gone
    ]
    return _once(kept, _coded_alike)


def override_relations(relations: Sequence[Relation]) -> list[Relation]:
    """Likewise for relations (`match_relations`)."""
    gone = {relation.id for _, found in match_relations(relations) for relation in found}
    kept = [item for item in relations if item.origin is Origin.HAND or item.id not in gone]
    return _once(kept, _related_alike)


def match_claims(claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """Each hand-coded row with the extracted claims that it stands for.

    A row with the id of an extracted claim, or the beginning of one, stands for exactly that one (and for
    another of the row's own holder there that says the same). Any other with a place stands for all that was
    found there, whoever was given it: the person has read the sentence. Of several claims it stands for those
    with its words, then for those whose words are in its evidence, if there are any, else for all. A row
    without a place stands for what the same paper was found to say of the same holder in like words. A row
    that is `rejected` never stands for a claim of another holder than its own.
    """
    extracted = [claim for claim in claims if claim.origin is Origin.EXTRACTED]
    found_in: dict[str, list[Claim]] = defaultdict(list)
    for claim in extracted:
        found_in[claim.paper].append(claim)
    for hand in claims:
        if hand.origin is Origin.HAND:
            named = _named(hand, extracted)
            if named is None:
                yield hand, _meant(hand, found_in[hand.paper])
            else:
                again = [c for c in found_in[hand.paper] if c.holder == hand.holder and _says(hand, c)]
                yield hand, [named, *(c for c in again if c is not named)]


def _says(hand: Claim, found: Claim) -> bool:
    return _same_statement(hand, found) and hand.span is not None and _alike(hand.text, found.text)


def _meant(hand: Claim, found: Sequence[Claim]) -> list[Claim]:
    """The claims of its paper that a row without an id stands for."""
    same = [claim for claim in found if _same_statement(hand, claim)]
    if hand.span is None or hand.status is Status.REJECTED:
        same = [claim for claim in same if claim.holder == hand.holder]
    worded = [claim for claim in same if _alike(hand.text, claim.text)]
    if hand.span is not None:
        worded = worded or [claim for claim in same if _within(claim.text, hand.evidence)]
    return worded or same


def match_relations(relations: Sequence[Relation]) -> Iterator[tuple[Relation, list[Relation]]]:
    """Each hand-coded row with the extracted relations that it stands for.

    A row with the id of an extracted relation, or the beginning of one, stands for that one; any other for
    what the same paper was found to say of the same source and target, in overlapping places where both give
    one. A row that is `rejected` drops what it stands for when it is of the row's own kind.
    """
    extracted = [relation for relation in relations if relation.origin is Origin.EXTRACTED]
    for hand in relations:
        if hand.origin is Origin.HAND:
            named = _named(hand, extracted)
            yield hand, [named] if named else [found for found in extracted if _same_relation(hand, found)]


def _named(hand: Coded, extracted: Sequence[Coded]) -> Coded | None:
    """The only one whose id begins with the row's."""
    if len(hand.id) < _SHORTEST_ID:
        return None
    found = [item for item in extracted if item.id.startswith(hand.id)]
    return found[0] if len(found) == 1 else None


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


def _within(words: str, evidence: str) -> bool:
    short = words.lower().rstrip(".")
    return 0 < len(short) <= 1.1 * len(evidence) and fuzz.partial_ratio(short, evidence.lower()) >= LIKE


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _once(items: Sequence[Coded], alike: Callable[[Coded, Coded], bool]) -> list[Coded]:
    """The items without those rows that another coder has written alike before: agreement is told of by the
    report, and counts for no second claim."""
    kept: list[Coded] = []
    by_hand: dict[str, list[Coded]] = defaultdict(list)
    for item in items:
        if item.origin is Origin.HAND and item.status is not Status.REJECTED:
            if any(other.coder != item.coder and alike(other, item) for other in by_hand[item.paper]):
                continue
            by_hand[item.paper].append(item)
        kept.append(item)
    return kept


def _coded_alike(one: Claim, other: Claim) -> bool:
    return (one.holder, one.stance) == (other.holder, other.stance) and _same_statement(one, other)


def _related_alike(one: Relation, other: Relation) -> bool:
    ends = (one.source, one.target, one.relation) == (other.source, other.target, other.relation)
    return ends and (one.span is None or other.span is None or _shared(one.span, other.span) > 0)
