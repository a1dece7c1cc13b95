"""By second thoughts: "X abandons her earlier view", "one of those who made it asks to rethink it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import is_own_past
from debatemap.stance.relations.arguments import frame_of, speakers
from debatemap.stance.relations.cues import OWN_EARLIER, Cue, Found, related
from debatemap.stance.relations.negation import gives_up, negated
from debatemap.stance.relations.scenes import VERBS, Scene, lemma_of, owner_of, root_of, subject_of
from debatemap.stance.relations.verbs import verb_cue

_UNLIKE = frozenset({"unlike", "contrary", "contrast", "opposed"})
_CHANGED = Cue("second thoughts", RelationKind.ATTACK, 0.7)

# Who once held a view, and what is asked for, or done, when it is thought over.
_HOLDERS = frozenset(
    {"critic", "opponent", "defender", "supporter", "advocate", "proponent", "champion", "sceptic", "skeptic"}
    | {"scholar", "author", "researcher", "theorist", "one"}
)
_ONCE = frozenset({"hitherto", "once", "formerly", "previously", "former", "erstwhile", "heretofore"})
_NOW = frozenset({"now", "later", "since", "nowadays", "today", "longer"})
_SAYING = frozenset(
    {"hold", "maintain", "argue", "believe", "claim", "think", "deny", "accept", "reject", "defend", "insist"}
    | {"assert", "admit", "regard", "consider", "advocate", "propose", "contend"}
)
_MIND = frozenset({"mind", "view", "position", "opinion", "tune", "stance"})
_THINKS_OVER = frozenset(
    {"reassess", "reassessment", "reevaluate", "reevaluation", "re-evaluation", "re-evaluate", "reconsider"}
    | {"reconsideration", "rethink", "rethinking", "reappraise", "reappraisal", "revise", "revision"}
    | {"retract", "retraction", "recant", "recantation", "abandon", "renounce"}
)


def by_revision(scene: Scene) -> Iterator[Found]:
    """Of a scholar's own earlier work: given up, or stood by."""
    for token in scene.doc:
        if _gives_up(token):
            sources = _later(scene, speakers(scene, subject_of(token)))
            yield from related(sources, [OWN_EARLIER], _CHANGED, "revision", flipped=negated(token))
        if not is_own_past(token):
            continue
        verb = next((up for up in token.ancestors if up.pos_ in VERBS), None)
        cue = verb_cue(verb) if verb is not None else None
        unlike = any(up.lower_ in _UNLIKE for up in token.ancestors)
        if unlike:
            sources = _later(scene, speakers(scene, subject_of(root_of(scene))))
            yield from related(sources, [OWN_EARLIER], _CHANGED, "revision")
        elif verb is not None and cue is not None:
            sources = _later(scene, speakers(scene, frame_of(verb).agent))
            yield from related(sources, [OWN_EARLIER], cue, "revision", flipped=negated(verb))
    words = {token.lower_ for token in scene.doc}
    others = [holder for holder in scene.holders if holder != "self"]
    held = any(_held_it_once(token) for token in scene.doc)
    if held and any(lemma_of(token) in _THINKS_OVER for token in scene.doc):
        yield from related(others if len(others) == 1 else [], [OWN_EARLIER], _CHANGED, "revision")
    says = any(token.pos_ in VERBS and token.lemma_.lower() in _SAYING for token in scene.doc)
    if says and words & _ONCE and (words & _NOW or "come to" in scene.doc.text):
        keys = sorted({actor.key for actor in scene.actors})
        pairs = (
            (later, key) for key in keys for later in keys if owner_of(key) == owner_of(later) and key < later
        )
        for later, key in pairs:
            yield from related([later], [key], _CHANGED, "revision")


def _gives_up(verb: Token) -> bool:
    """ "Changed her mind", "gave up his theory", "takes it back", "recants"."""
    if verb.pos_ not in VERBS:
        return False
    lemma = verb.lemma_.lower()
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    own = any(
        part.lower_ in {"his", "her", "their", "it"} for thing in objects for part in (thing, *thing.lefts)
    )
    if lemma == "change":
        return own and any(thing.lemma_.lower() in _MIND for thing in objects)
    if gives_up(verb):
        return own or (lemma == "take" and bool(objects))
    return lemma in {"recant", "retract", "backtrack"} and not objects


def _later(scene: Scene, sources: Sequence[str]) -> list[str]:
    """The work by which a scholar says so: one in the sentence's brackets, if it is by the same."""
    inside = [actor.key for actor in scene.actors if actor.bracketed]
    same = [
        key for key in inside if not sources or any(owner_of(key) == owner_of(source) for source in sources)
    ]
    return list(dict.fromkeys(same)) or list(sources)


def _held_it_once(person: Token) -> bool:
    """ "One of the hitherto harshest critics", "one of the scholars who made them"."""
    if person.lemma_.lower() not in _HOLDERS:
        return False
    if {part.lower_ for child in person.lefts for part in child.subtree} & _ONCE:
        return True
    made = [child for child in person.children if child.dep_ == "relcl"]
    return any(
        part.dep_ == "dobj" and part.lower_ in ("them", "it") for verb in made for part in verb.children
    )
