"""A claim: who holds what, where it stands word for word, and on which side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from debatemap.model.span import Span
from debatemap.model.stance import Stance

SELF = "self"
"""Holder of what the author of the paper claims."""
OTHER = "other:"
"""Prefix of a holder who is no scholar: "other:frontline staff"."""


class Via(StrEnum):
    """How the text gives the claim to its holder."""

    NARRATIVE = "narrative"
    PARENTHETICAL = "parenthetical"
    CARRIED = "carried"


class Origin(StrEnum):
    """Found by the program or written by a person."""

    EXTRACTED = "extracted"
    HAND = "hand"


class Status(StrEnum):
    """What a person said of the claim so far."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Cue, source and content (Pareti 2015, PARC), as spans of the document's text.

    `cue`: the word that signals the attribution ("argues", "according to"); `source`: the
    expression that refers to the holder. Either is None where the text leaves it out.
    `content` may be split around the cue.
    """

    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    cue_lemma: str = ""
    """The cue's dictionary form ("argue", "according to"): what it commits its holder to depends on it."""
    denied: bool = False
    """The holder rejects the content ("denies that", "challenges the idea that")."""
    concession: bool = False
    """The holder only grants the content ("acknowledges", "although")."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition held by one scholar, as one paper conveys it.

    The fields up to `note` are the columns of outputs/claims.csv. `span` is the evidence in the
    document's text: `document.text[span.start:span.end] == evidence`; a hand-coded claim may have
    neither. `confidence` is the probability of `stance`, 0 to 1. `lean` tells more than the stance
    alone: the probability of support minus that of attack, -1 to +1; None when only the stance is known.
    `attribution` is None for hand-coded claims.
    """

    id: str
    paper: str
    holder: str
    scholar: str
    text: str
    stance: Stance
    confidence: float
    via: Via
    evidence: str
    span: Span | None
    page: str = ""
    locator: str = ""
    reported_by: str = ""
    rule: str = ""
    origin: Origin = Origin.EXTRACTED
    status: Status = Status.PROPOSED
    coder: str = ""
    note: str = ""
    attribution: Attribution | None = None
    lean: float | None = None

    @property
    def cited_at(self) -> str:
        """The place in the holder's work as a reader prints it: "p. 174", "pp. 5–9", "ch. 5"; "" for none."""
        if not self.locator[:1].isdigit():
            return self.locator
        several = any(sign in self.locator for sign in "-–,")
        return f"{'pp.' if several else 'p.'} {self.locator}"

    @property
    def is_scholars(self) -> bool:
        """Held by a scholar (the paper's author included), not by an `other:` speaker."""
        return not self.holder.startswith(OTHER)
