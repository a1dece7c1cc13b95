"""How far coders agree who coded the same statements: Krippendorff's alpha for ordered stances.

K. Krippendorff, Computing Krippendorff's alpha-reliability (2011); Content Analysis (4th ed., 2019), ch. 12.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rapidfuzz import fuzz

from debatemap.model import Claim, Origin

_LIKE = 85.0
"""From this similarity of words on (0 to 100) two coders mean the same statement."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Reliability:
    """`coders`: who coded anything by hand. `statements`: how many two or more of them coded; `agreed`:
    in how many of these all agree. `alpha`: at most 1; None where it is not defined, that is without such
    statements or when nobody ever differed from one single stance."""

    coders: tuple[str, ...]
    statements: int
    agreed: int
    alpha: float | None


def measure_reliability(claims: Sequence[Claim]) -> Reliability:
    """Reliability of the hand-coded claims among `claims`. Rows without a coder's name are nobody's."""
    by_hand = [claim for claim in claims if claim.origin is Origin.HAND and claim.coder]
    shared = [unit for unit in _same_statements(by_hand) if len(unit) >= _LEAST]
    values = [[claim.stance.sign for claim in unit.values()] for unit in shared]
    return Reliability(
        coders=tuple(sorted({claim.coder for claim in by_hand})),
        statements=len(values),
        agreed=sum(len(set(unit)) == 1 for unit in values),
        alpha=ordinal_alpha(values),
    )


def ordinal_alpha(units: Sequence[Sequence[int]]) -> float | None:
    """Krippendorff's alpha with the ordinal metric; a unit holds the values that coders gave it.

    Counted in fractions, so that the order of the units never decides how the last digit is rounded.

    >>> ordinal_alpha([[1, 1], [-1, -1], [0, 0]])
    1.0
    """
    pairable = [unit for unit in units if len(unit) >= _LEAST]
    weights: dict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for unit in pairable:
        counts = Counter(unit)
        for one in counts:
            for other in counts:
                pairs = counts[one] * (counts[other] - (one == other))
                weights[one, other] += Fraction(pairs, len(unit) - 1)
    totals: Counter[int] = Counter(value for unit in pairable for value in unit)
    values = sorted(totals)
    expected = sum(
        totals[one] * totals[other] * _distance(one, other, totals) for one in values for other in values
    )
    if not expected:
        return None
    observed = sum(weight * _distance(*pair, totals) for pair, weight in weights.items())
    return float(round(1 - (sum(totals.values()) - 1) * observed / expected, 3))


def _distance(one: int, other: int, totals: Mapping[int, int]) -> Fraction:
    """How many values lie between two ranks, squared: half of those at either end, all in between."""
    low, high = min(one, other), max(one, other)
    between = sum(count for value, count in totals.items() if low <= value <= high)
    return Fraction(0) if one == other else (between - Fraction(totals[low] + totals[high], 2)) ** 2


def _same_statements(claims: Sequence[Claim]) -> list[dict[str, Claim]]:
    """Claims gathered by statement: coder → claim. A coder's second row is a statement of its own."""
    units: dict[tuple[str, str], list[dict[str, Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.coder, claim.id)):
        here = units[claim.paper, claim.holder]
        fitting = [
            unit for unit in here if claim.coder not in unit and any(_same(claim, c) for c in unit.values())
        ]
        if fitting:
            fitting[0][claim.coder] = claim
        else:
            here.append({claim.coder: claim})
    return [unit for found in units.values() for unit in found]


def _same(one: Claim, other: Claim) -> bool:
    """Their evidence shares half of the shorter one; without a place, their words are alike."""
    if one.span is not None and other.span is not None:
        shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
        return 2 * shared >= min(len(one.span), len(other.span))
    pairs = [(one.text, other.text), (one.evidence, other.evidence)]
    return any(a and b and fuzz.token_sort_ratio(a.lower(), b.lower()) >= _LIKE for a, b in pairs)
