"""Claims, relations and positions of a run against a gold coding of one paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from debatemap.evaluation.figures import Figure, Rates, rank_correlation, rates, share, stance_figures
from debatemap.evaluation.gold import (
    GoldClaim,
    GoldRelation,
    canonical,
    kind_of,
    read_gold_claims,
    read_gold_relations,
)
from debatemap.evaluation.locate import Source, Words, overlap
from debatemap.evaluation.match import SAME_PLACE, Found, Matches, match
from debatemap.model import Claim, Origin, Position, Relation, Status
from debatemap.model.claim import SELF


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`recall_by_via`: how the text names the holder → (found, all); `confusion`: rows gold, columns
    found, in the order support, neutral, attack; `stance_bearing`: right holder, place and side at once;
    `missing`: holders without a position; `order`: those placed, from the attacking pole on; `covered`:
    share of holders whose interval holds the gold mean; `misses`: (sentence, holder) not found; `extras`:
    claims that the gold coding does not have; `coded`: gold rows of sentences that somebody has coded by hand
    in the project, which the program had no say in. None where there was nothing to measure.
    """

    attribution_scholar: Rates
    attribution_self: Rates
    recall_by_via: dict[str, tuple[int, int]]
    stance_accuracy: Figure | None
    stance_macro_f1: Figure | None
    confusion: list[list[int]]
    stance_bearing: Rates
    evidence_not_found: int
    relations: Rates
    tau_b: Figure | None
    placed: int
    missing: tuple[str, ...]
    order: tuple[str, ...]
    covered: Figure | None
    misses: tuple[tuple[str, str], ...]
    extras: tuple[Claim, ...]
    coded: int


def evaluate(
    gold_dir: Path,
    source_text: str,
    claims: Iterable[Claim],
    relations: Iterable[Relation],
    positions: Iterable[Position],
    *,
    paper: str,
    before: int | None = None,
) -> Evaluation:
    """Score what was found in one paper.

    `gold_dir` holds claims.csv and relations.csv, coded on `source_text`; `before`: only what begins
    before this character of it. A found claim hits a gold claim of the same holder whose words it shares
    by half. Gold rows on which the coders disagree count neither way; hand-coded rows of the run are no
    finding: they are left out, and so is what gold and program have of the same sentences (but for the
    positions, which rest on all). Raises CodingError for a gold table that cannot be read.
    """
    source = Source(source_text)
    end = len(source_text) + 1 if before is None else before
    gold = [row for row in read_gold_claims(gold_dir / "claims.csv") if row.start < end]
    claims = [claim for claim in claims if canonical(claim.paper) == canonical(paper)]
    by_hand = [source.find(claim.evidence) for claim in claims if claim.origin is Origin.HAND]
    rest = [row for row in gold if not _stands_at(by_hand, source.between(row.start, row.end))]
    found = [
        Found(claim, _holder(claim.holder, paper), place)
        for claim in claims
        if claim.origin is not Origin.HAND
        and claim.status is not Status.REJECTED
        and _begins_before(end, place := source.find(claim.evidence), source)
        and not _stands_at(by_hand, place)
    ]
    answers = [
        (_holder(r.source, paper), _holder(r.target, paper), r.relation.value)
        for r in relations
        if canonical(r.paper) == canonical(paper)
        and r.origin is not Origin.HAND
        and _begins_before(end, source.find(r.evidence), source)
    ]
    pairs = [row for row in read_gold_relations(gold_dir / "relations.csv") if row.start < end]
    return _evaluation(
        rest,
        match(rest, found, source),
        _rate_relations(pairs, answers),
        _rank(gold, positions, paper),
        coded=len(gold) - len(rest),
    )


def _stands_at(places: Iterable[Words | None], place: Words | None) -> bool:
    return any(overlap(place, other) >= SAME_PLACE for other in places)


def _evaluation(
    gold: Sequence[GoldClaim],
    matches: Matches,
    relations: Rates,
    ranking: tuple[Figure | None, Figure | None, list[str], list[str]],
    *,
    coded: int,
) -> Evaluation:
    tau, covered, missing, order = ranking
    first = {(row.sid, row.holder): row for row in reversed(gold) if row.counts}
    bearing = {(row.sid, row.holder, row.stance) for row in gold if row.counts and row.stance}
    by_via: dict[str, list[bool]] = defaultdict(list)
    for key, row in first.items():
        if kind_of(row.holder) == "scholar":
            by_via[row.via or "?"].append(key in matches.hit)
    accuracy, macro, confusion = (
        stance_figures(*zip(*matches.stances, strict=True))
        if matches.stances
        else (None, None, [[0] * 3] * 3)
    )
    missed = [row for key, row in first.items() if key not in matches.hit]
    return Evaluation(
        attribution_scholar=_attribution("scholar", set(first), matches),
        attribution_self=_attribution(SELF, set(first), matches),
        recall_by_via={via: (sum(hits), len(hits)) for via, hits in sorted(by_via.items())},
        stance_accuracy=accuracy,
        stance_macro_f1=macro,
        confusion=confusion,
        stance_bearing=rates(len(bearing & matches.sided), matches.wrong_side, len(bearing - matches.sided)),
        evidence_not_found=matches.nowhere,
        relations=relations,
        tau_b=tau,
        placed=len(order),
        missing=tuple(missing),
        order=tuple(order),
        covered=covered,
        misses=tuple(
            (row.sid, row.holder) for row in sorted(missed, key=lambda row: (row.start, row.holder))
        ),
        extras=tuple(one.claim for one in matches.extras),
        coded=coded,
    )


def _attribution(kind: str, wanted: set[tuple[str, str]], matches: Matches) -> Rates:
    of_kind = {key for key in wanted if kind_of(key[1]) == kind}
    wrong = sum(kind_of(one.holder) == kind for one in matches.extras)
    return rates(len(of_kind & matches.hit), wrong, len(of_kind - matches.hit))


def _rate_relations(gold: Sequence[GoldRelation], found: Iterable[tuple[str, str, str]]) -> Rates:
    wanted = {row.pair for row in gold if row.agreed}
    disputed = {row.pair for row in gold} - wanted
    got = set(found)
    return rates(len(wanted & got), len(got - wanted - disputed), len(wanted - got))


def _rank(
    gold: Sequence[GoldClaim], positions: Iterable[Position], paper: str
) -> tuple[Figure | None, Figure | None, list[str], list[str]]:
    """Tau-b, coverage, holders without a position, holders in the order found."""
    stances: dict[str, list[int]] = defaultdict(list)
    for row in gold:
        if row.counts and row.stance and kind_of(row.holder) != "other":
            stances[row.holder].append(row.stance)
    means = {holder: sum(signs) / len(signs) for holder, signs in stances.items()}
    got = {_holder(row.holder, paper): row for row in positions if row.holder}
    both = sorted(holder for holder in means if holder in got)
    inside = [got[holder].lower <= means[holder] <= got[holder].upper for holder in both]
    tau = (
        rank_correlation([means[h] for h in both], [got[h].position for h in both]) if len(both) > 1 else None
    )
    missing = sorted(holder for holder in means if holder not in got)
    return tau, share(inside), missing, sorted(both, key=lambda holder: got[holder].position)


def _holder(holder: str, paper: str) -> str:
    """As the gold coding writes it: the author of the paper at hand is `self`."""
    key = canonical(holder)
    return SELF if key == canonical(paper) else key


def _begins_before(end: int, place: Words | None, source: Source) -> bool:
    """What stands nowhere in the source is kept: it must count against the run."""
    return place is None or source.starts[place[0]] < end
