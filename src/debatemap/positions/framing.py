"""What others say somebody holds, beside what the own papers say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from debatemap.model import ArgumentGraph, Claim, Origin
from debatemap.positions.evidence import CLAIM_VARIANCE, FRAMING_VARIANCE, READING_VARIANCE, gain
from debatemap.positions.place import Z, within


@dataclass(frozen=True, slots=True)
class Framing:
    """A scholar (holder "") or work: `reported` and `own` as in `Position`; `lower` to `upper`: 90 %
    interval of reported less own, within -2 and +2; `differs`: zero lies outside of it."""

    scholar: str
    holder: str
    reported: float
    own: float
    lower: float
    upper: float

    @property
    def differs(self) -> bool:
        """The difference is beyond doubt."""
        return self.lower > 0 or self.upper < 0


def compare_framing(graph: ArgumentGraph) -> list[Framing]:
    """Everyone of whom both others' papers and own papers report claims, in the order of the positions.

    Each side is the mean of the claims' signs, weighted by confidence; its variance adds the spread of
    what one scholar says, over the claims, and of how papers frame it, and the program reads it, over the
    papers.
    """
    of_work: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        of_work[claim.holder].append(claim)
    found = []
    for scholar in graph.scholars:
        rows = [("", scholar.works), *((work, (work,)) for work in scholar.works)]
        for holder, works in rows:
            claims = [claim for work in works for claim in of_work[work]]
            own = [claim for claim in claims if claim.paper == claim.holder]
            reported = [claim for claim in claims if claim.paper != claim.holder]
            if not own or not reported:
                continue
            (theirs, doubt), (ours, other_doubt) = _mean(reported), _mean(own)
            reach = Z * float(np.sqrt(doubt + other_doubt))
            apart = theirs - ours
            lower, upper = (round(max(-2.0, min(2.0, apart + by)), 3) + 0.0 for by in (-reach, reach))
            found.append(Framing(scholar.name, holder, within(theirs), within(ours), lower, upper))
    return found


def _mean(claims: Sequence[Claim]) -> tuple[float, float]:
    """Weighted mean of the signs and its variance."""
    weights = np.array([claim.confidence for claim in claims]) + 1e-9
    signs = np.array([claim.stance.sign for claim in claims], dtype=float)
    shares = weights / weights.sum()
    noise = sum(
        share**2 * (1.0 + CLAIM_VARIANCE - gain(c) ** 2) for share, c in zip(shares, claims, strict=True)
    )
    by_paper = [(share, claim.paper) for share, claim in zip(shares, claims, strict=True)]
    read = [one for one, claim in zip(by_paper, claims, strict=True) if claim.origin is not Origin.HAND]
    shared = _shared(by_paper, FRAMING_VARIANCE) + _shared(read, READING_VARIANCE)
    return float(shares @ signs), float(noise) + shared


def _shared(by_paper: Iterable[tuple[float, str]], variance: float) -> float:
    """What an error of this variance, one for each paper, adds to that of a mean of shares."""
    papers: dict[str, float] = defaultdict(float)
    for share, paper in by_paper:
        papers[paper] += float(share)
    return variance * sum(share**2 for share in papers.values())
