"""How texts mark that one work supports or attacks another: every rule in turn."""

from __future__ import annotations

from collections.abc import Iterator

from debatemap.model import RelationKind
from debatemap.stance.relations.comparisons import by_comparison, by_likeness, by_missing
from debatemap.stance.relations.connectives import (
    ECHO,
    by_addition,
    by_bracket,
    by_clause,
    by_contrast,
    by_echo,
    by_opener,
)
from debatemap.stance.relations.cues import Found
from debatemap.stance.relations.nouns import by_noun, by_phrase
from debatemap.stance.relations.revisions import by_revision
from debatemap.stance.relations.scenes import Scene
from debatemap.stance.relations.verbs import by_verb
from debatemap.stance.relations.verdicts import by_conviction, by_fate, by_opinion, by_verdict

_NEAR = 3
"""Sentences back to whom a mere connective joins, or sets off."""


def marked_relations(scene: Scene) -> Iterator[Found]:
    """Every relation that the sentence marks; a mere contrast counts only where nothing else does."""
    near = scene.gap <= _NEAR
    marked = [
        *by_verb(scene),
        *by_noun(scene),
        *by_phrase(scene),
        *by_opener(scene),
        *by_bracket(scene),
        *(by_echo(scene) if near else ()),
        *(by_addition(scene) if near else ()),
        *by_clause(scene),
        *by_comparison(scene),
        *by_likeness(scene),
        *by_missing(scene),
        *by_verdict(scene),
        *by_fate(scene),
        *by_opinion(scene),
        *by_conviction(scene),
        *by_revision(scene),
    ]
    along = {(found.source, found.target) for found in marked if found.rule.startswith(ECHO)}
    named = {actor.key for actor in scene.actors}
    for found in marked:
        turned = found.relation is RelationKind.ATTACK and (found.source, found.target) in along
        if not turned or found.target in named or found.rule.startswith(ECHO):
            yield found  # "X likewise doubted that P": with the one before
    if near and not marked and scene.gap <= scene.here:
        yield from by_contrast(scene)
