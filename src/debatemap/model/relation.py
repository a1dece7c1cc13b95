"""A relation that a text marks between two scholars' works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from debatemap.model.claim import Origin, Status
from debatemap.model.span import Span


class RelationKind(StrEnum):
    """The two edges of a bipolar argument graph."""

    SUPPORT = "support"
    ATTACK = "attack"


UNDERCUT = ", undercut"
"""How the rule of such an attack ends."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` supports or attacks `target`; both are work keys, `self`, or `other:<name>`.

    The fields are the columns of outputs/relations.csv. `confidence` 0 to 1. `note` and `coder` for
    hand-coded rows.
    """

    id: str
    paper: str
    source: str
    target: str
    relation: RelationKind
    evidence: str
    span: Span | None
    confidence: float
    rule: str = ""
    origin: Origin = Origin.EXTRACTED
    status: Status = Status.PROPOSED
    coder: str = ""
    note: str = ""

    @property
    def undercuts(self) -> bool:
        """An attack on the step from the evidence to the claim, not on the claim: an undercutting defeater
        (Pollock 1987)."""
        return self.rule.endswith(UNDERCUT)
