"""By a comparison: "the same conclusion as Y", "similar results were obtained by X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import anaphors, meant
from debatemap.stance.relations.arguments import frame_of, in_brackets, named
from debatemap.stance.relations.cues import Cue, Found, related
from debatemap.stance.relations.negation import negated
from debatemap.stance.relations.scenes import VERBS, Scene, subject_of

MISSING = "relation-missing"
"""How the rule begins by which somebody did not find what another did."""
_FINDS = frozenset({"find", "observe", "detect", "see", "obtain", "replicate", "reproduce"})
_ALIKE = {
    **dict.fromkeys(
        ("same", "similar", "identical", "comparable", "compatible", "analogous"), RelationKind.SUPPORT
    ),
    **dict.fromkeys(("opposite", "different", "contrary", "alternative"), RelationKind.ATTACK),
}
_REACH = frozenset({"reach", "come", "arrive", "draw", "obtain", "report", "find", "take", "hold", "express"})
# So do these, of what is alike: "raises a similar worry"; "raises a different worry" is no attack.
_UTTER = frozenset(
    {"make", "raise", "voice", "note", "observe", "see", "detect", "describe", "meet", "advance", "offer"}
)
# "Is more cautious than X": who goes less far.
_SHORT_OF = frozenset(
    {"less", "fewer", "weaker", "cautious", "sceptical", "skeptical", "reserved", "guarded", "pessimistic"}
)
_SOMETHING = frozenset({"something", "much", "thing"})


def by_comparison(scene: Scene) -> Iterator[Found]:
    """ "They do not reach the same conclusions as X", "shares little with X", "less than X"."""
    for token in scene.doc:
        if token.lower_ not in {"as", "than"}:
            continue
        targets = named(scene, [part for part in token.subtree if part.i > token.i])
        verb = next((up for up in token.ancestors if up.pos_ in VERBS), None)
        if not targets or verb is None:
            continue
        subject = subject_of(verb)
        sources = named(scene, subject) or meant(scene, subject)
        before = {part.lower_ for part in scene.doc[max(0, token.i - 8) : token.i]}
        if token.lower_ == "than":
            if before & {"further", "farther"} and verb.lemma_.lower() in ("go", "push", "take"):
                kind = RelationKind.SUPPORT
            elif before & _SHORT_OF:
                kind = RelationKind.ATTACK
            else:
                continue
        elif _compares_views(scene, token):
            kind = RelationKind.ATTACK if negated(verb) else RelationKind.SUPPORT
        else:
            continue
        yield from related(sources, targets, Cue(token.lower_, kind, 0.7), "comparison")


def by_likeness(scene: Scene) -> Iterator[Found]:
    """ "X comes to a similar conclusion": to the one before."""
    for token in scene.doc:
        something = token.lower_ in _SOMETHING and any(
            part.lower_ in ("similar", "same") for part in token.rights
        )
        alike = [
            part for part in (*token.lefts, *(token.rights if something else ())) if part.lower_ in _ALIKE
        ]
        if not alike or _told_by(token):
            continue
        verb = next((up for up in token.ancestors if up.pos_ in VERBS), None)
        if verb is None:
            continue
        frame = frame_of(verb)
        undergone = frame.passive and token.dep_ == "nsubjpass"
        view = something or token.lemma_.lower() in anaphors() | {"evidence", "case", "pattern"}
        if not (view or (undergone and frame.agent)):
            continue
        kind = _ALIKE[alike[0].lower_]
        offered = kind is RelationKind.SUPPORT or alike[0].lower_ == "alternative"
        uttered = verb.lemma_.lower() in _UTTER and offered
        if verb.lemma_.lower() not in _REACH and not undergone and not uttered:
            continue
        sources = named(scene, frame.agent) or (in_brackets(scene, token, ()) if frame.passive else [])
        targets = [target for target in scene.before if target not in sources]
        if scene.own and sources:
            sources, targets = ["self"], sources  # "Our widths … Similar results were reported by X."
        cue = Cue(alike[0].lower_, kind, 0.7)
        yield from related(sources, targets, cue, "likeness", flipped=negated(verb))


def by_missing(scene: Scene) -> Iterator[Found]:
    """ "X found no such effect", "others failed to find this advantage (X)", "we did not observe the gain
    of X"."""
    for token in scene.doc:
        if token.lemma_.lower() not in _FINDS or token.pos_ not in VERBS:
            continue
        sought = [child for child in token.children if child.dep_ in {"dobj", "nsubjpass"}]
        marks = {part.lower_ for thing in sought for part in thing.subtree if part.head == thing}
        missing = negated(token) or "no" in marks
        taken = bool(marks & {"such", "this", "these", "that", "same"})
        frame = frame_of(token)
        targets = named(scene, frame.patient, bare=True)
        if not missing or not (taken or targets):
            continue
        sources = (
            named(scene, frame.agent) or meant(scene, subject_of(token)) or in_brackets(scene, token, targets)
        )
        targets = targets or [key for key in scene.before if key not in sources]
        yield from related(sources, targets, Cue(token.lemma_, RelationKind.ATTACK, 0.65), "missing")


def _told_by(noun: Token) -> bool:
    """True when it is said whose it is like ("the same result as X")."""
    return any(part.lower_ in {"as", "to"} for part in noun.rights)


def _compares_views(scene: Scene, mark: Token) -> bool:
    """True for "the same conclusion as", "similar views as"."""
    near = scene.doc[max(0, mark.i - 8) : mark.i]
    return any(part.lower_ in {"same", "similar"} and part.head.lemma_.lower() in anaphors() for part in near)
