"""What the other claims of a paper say of a claim: its holder's, and those around it.

One round of iterative classification (Neville and Jensen 2000): a first layer looks at each claim
alone, its answers are features of the second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from debatemap.model import Claim
from debatemap.stance.model import sigmoid

JOINT_ODD = ("alone_side", "holder_side", "around_side")
JOINT_EVEN = ("alone_bears", "holder_bears", "around_bears", "holder_sided")

Logits = tuple[float, float]


def joint_features(claims: Sequence[Claim], alone: Sequence[Logits]) -> list[dict[str, float]]:
    """For each claim what the first layer says of it, of its holder's other claims and of those around."""
    order = sorted(range(len(claims)), key=lambda index: _place(claims[index], index))
    by_holder: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in order:
        by_holder[claims[index].paper, claims[index].holder].append(index)
    leans = [sigmoid(bears) * (2 * sigmoid(side) - 1) for bears, side in alone]
    bearing = [sigmoid(bears) for bears, _ in alone]
    found: list[dict[str, float]] = [{} for _ in claims]
    for rank, index in enumerate(order):
        mates = [other for other in by_holder[claims[index].paper, claims[index].holder] if other != index]
        near = [other for other in order[max(0, rank - 3) : rank + 4] if other != index]
        lean = sum(leans[other] for other in mates)
        found[index] = {
            "alone_side": alone[index][1],
            "holder_side": 3 * lean / (len(mates) + 1),
            "around_side": 3 * _mean([leans[other] for other in near]),
            "alone_bears": alone[index][0],
            "holder_bears": 2 * _mean([bearing[other] for other in mates], 0.5) - 1,
            "around_bears": 2 * _mean([bearing[other] for other in near], 0.5) - 1,
            "holder_sided": abs(3 * lean / (len(mates) + 1)),
        }
    return found


def _place(claim: Claim, index: int) -> tuple[str, int, int]:
    return claim.paper, claim.span.start if claim.span else -1, index


def _mean(values: Sequence[float], default: float = 0.0) -> float:
    return sum(values) / len(values) if values else default
