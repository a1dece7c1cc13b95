"""The words that mark relations (relation_cues.csv), and what a rule finds by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from debatemap.model import RelationKind
from debatemap.stance.words import read_table

_FLIPPED = {RelationKind.SUPPORT: RelationKind.ATTACK, RelationKind.ATTACK: RelationKind.SUPPORT}
SURE = 0.8
"""Cues as strong as this say by themselves that a view is meant, and whose finding speaks in a bracket."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that mark a relation; `strength`: how surely, 0 to 1."""

    words: str
    relation: RelationKind
    strength: float


@dataclass(frozen=True, slots=True)
class Found:
    """A relation that a rule reads in one sentence; `strength` 0 to 1. `source` "": of those whom the text
    goes on to name ("it has been criticised on several grounds")."""

    source: str
    target: str
    relation: RelationKind
    strength: float
    rule: str


SOMEBODY = ""
"""The source of a relation that announces others."""
OWN_EARLIER = "~"
"""The target of a relation to an earlier work of the source's own scholar."""


def related(
    sources: Sequence[str], targets: Sequence[str], cue: Cue, rule: str, *, flipped: bool = False
) -> Iterator[Found]:
    """Each source to each target; `flipped`: the other way than the cue says."""
    kind = _FLIPPED[cue.relation] if flipped else cue.relation
    for source in sources:
        for target in targets:
            yield Found(source, target, kind, cue.strength, f"relation-{rule}:{cue.words}")


@cache
def cues(frame: str) -> dict[str, Cue]:
    """The cues of a frame (what frames there are, the table says), by their words."""
    return {
        row["cue"]: Cue(row["cue"], RelationKind(row["relation"]), float(row["strength"]))
        for row in read_table("relation_cues.csv")
        if row["frame"] == frame
    }


@cache
def participles() -> dict[str, Cue]:
    """The verbs as they open a sentence: "echoing"."""
    verbs = {words: cue for words, cue in cues("verb").items() if " " not in words}
    return {f"{words.removesuffix('e')}ing": cue for words, cue in verbs.items()}


@cache
def verdict_signs() -> dict[str, int]:
    """Words of judgement: +1 for what grants, -1 for what faults."""
    return {
        words: 1 if cue.relation is RelationKind.SUPPORT else -1 for words, cue in cues("verdict").items()
    }


@cache
def pairs() -> dict[str, list[tuple[str, Cue]]]:
    """Verbs that need a second word: verb → second words, each with its cue."""
    found: dict[str, list[tuple[str, Cue]]] = {}
    for words, cue in cues("verb").items():
        first, _, second = words.partition(" ")
        if second:
            found.setdefault(first, []).append((second, cue))
    return found
