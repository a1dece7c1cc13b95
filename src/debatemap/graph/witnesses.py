"""Restatements: one claim of one work that several papers, or several places of a paper, report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from debatemap.model import Claim, Stance

ALIKE = 85.0
"""From this similarity of words on (0 to 100) two claims of one work are one statement."""


def join_restatements(claims: Sequence[Claim]) -> dict[str, str]:
    """Id of a claim → id of the first claim of the same work and stance that says the same.

    Claims are compared by their words, whatever the order; only claims that restate another are listed.
    """
    groups: dict[tuple[str, Stance], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.holder, claim.stance].append(claim)
    first: dict[str, str] = {}
    for group in groups.values():
        words = [claim.text for claim in group]
        likeness = process.cdist(
            words, words, scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=ALIKE
        )
        _, component = connected_components(csr_array(likeness > 0), directed=False)
        heads = {int(part): at for at, part in reversed(list(enumerate(np.asarray(component))))}
        for claim, part in zip(group, component, strict=True):
            head = group[heads[int(part)]]
            if head is not claim:
                first[claim.id] = head.id
    return first
