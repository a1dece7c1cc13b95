"""Relations between works as the text marks them: who agrees with whom, who answers whom."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.language import Language

from debatemap.model import Citation, Claim, Document, Reference, Relation, RelationKind, content_id
from debatemap.model.relation import UNDERCUT
from debatemap.stance.relations.comparisons import MISSING
from debatemap.stance.relations.connectives import CONTRAST, ECHO
from debatemap.stance.relations.cues import OWN_EARLIER, SOMEBODY, Found
from debatemap.stance.relations.rules import marked_relations
from debatemap.stance.relations.scenes import Scene, entering, owner_of, read_scenes
from debatemap.stance.words import read_table

_PARTLY = re.compile(r"\b(?:partly|partially|in part|to some extent|to a degree)\b", re.IGNORECASE)


def find_relations(
    document: Document,
    citations: Sequence[Citation],
    claims: Sequence[Claim],
    *,
    nlp: Language,
    references: Sequence[Reference] | Mapping[str, Reference] = (),
) -> list[Relation]:
    """Who supports and who attacks whom, in the words of one document, in text order.

    `claims` tell whose words a sentence without a name reports; `references`: works that may stand in
    a relation (none given: all). A scholar whose work is not listed may, too, where the claims are. One
    relation a pair and kind for each sentence.
    """
    known = set(references) if isinstance(references, Mapping) else {work.key for work in references}
    holders = {claim.holder for claim in claims}
    if known:
        known |= holders
    citations = [
        replace(c, key=c.provisional_key) if not c.key and c.provisional_key in holders else c
        for c in citations
    ]
    out: dict[tuple[int, str, str, str], Relation] = {}
    for scene, marked in _with_announced(document, read_scenes(document, citations, claims, nlp=nlp)):
        for found in (_with_own_earlier(one, holders) for one in marked):
            ends = (found.source, found.target)
            if (
                found.source == found.target
                or not found.target
                or any(known and end != "self" and end not in known for end in ends)
            ):
                continue
            evidence = scene.span.of(document.text)
            strength = found.strength * (0.75 if _PARTLY.search(evidence) else 1.0)
            nth = document.text.count(evidence, 0, scene.span.start)
            key = (scene.span.start, found.source, found.target, found.relation.value)
            relation = Relation(
                id=content_id("relation", document.key, evidence, nth, *key[1:]),
                paper=document.key,
                source=found.source,
                target=found.target,
                relation=found.relation,
                evidence=evidence,
                span=scene.span,
                confidence=round(strength, 3),
                rule=found.rule + (UNDERCUT if _undercuts(found, evidence) else ""),
            )
            if key not in out or out[key].confidence < relation.confidence:
                out[key] = relation
    return [out[key] for key in sorted(out)]


def _with_own_earlier(found: Found, others: Iterable[str]) -> Found:
    """One against a scholar's own earlier work, with the last that came out before; target "" where there is
    none."""
    if found.target != OWN_EARLIER:
        return found
    source = found.source
    earlier = (key for key in others if owner_of(key) == owner_of(source) and key < source)
    return replace(found, target=max(earlier, default=""))


def _with_announced(document: Document, scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Sequence[Found]]]:
    """Each sentence with its relations; those of whom its paragraph announced ("It has been criticised on
    several grounds. X finds …"), unless the sentence says of itself where they stand."""
    starts = [block.span.start for block in document.blocks]
    announced: tuple[int, list[Found]] = (-1, [])
    backed: dict[str, str] = {}
    for scene in scenes:
        marked = list(_at_whom_is_backed(marked_relations(scene), backed))
        backed = {one.source: one.target for one in marked if one.relation is RelationKind.SUPPORT}
        block = bisect_right(starts, scene.span.start)
        own = [found for found in marked if found.source != SOMEBODY]
        if block == announced[0] and not any(found.source in scene.holders for found in own):
            own += [
                replace(found, source=source, strength=_ANNOUNCED, rule="relation-announced")
                for source in entering(scene)
                for found in announced[1]
                if source != found.target
            ]
        if others := [found for found in marked if found.source == SOMEBODY]:
            announced = (block, others)
        yield scene, own


def _at_whom_is_backed(marked: Iterable[Found], backed: Mapping[str, str]) -> Iterator[Found]:
    """ "X found P. Y agrees with X. Z, however, …": a mere contrast with those who agree is one with X."""
    for found in marked:
        attacks = found.relation is RelationKind.ATTACK
        mere = attacks and found.rule.startswith((CONTRAST, ECHO, MISSING))
        turned = mere and backed.get(found.target, found.source) != found.source
        yield replace(found, target=backed[found.target]) if turned else found


_ANNOUNCED = 0.55


def _undercuts(found: Found, evidence: str) -> bool:
    """An attack whose sentence objects to a step of reasoning."""
    return found.relation is RelationKind.ATTACK and _inference().search(evidence) is not None


@cache
def _inference() -> re.Pattern[str]:
    words = "|".join(re.escape(row["words"]) for row in read_table("undercuts.csv"))
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)
