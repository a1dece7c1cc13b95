"""Whom words take up: "this view", "she", "her model", "both studies"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from debatemap.stance.relations.scenes import (
    HE_OR_THEY,
    OBJECTS,
    SUBJECTS,
    VERBS,
    Scene,
    head_of,
    own_findings,
    refers_to_self,
    subject_of,
    takes_up,
)
from debatemap.stance.words import read_table

# "Rejects this view", "his model": a noun with one of these is somebody's view that was spoken of.
POINTING = frozenset(
    {"this", "that", "these", "those", "such", "former", "latter", "both", "either", "neither"}
)
POSSESSIVES = frozenset({"his", "her", "their"})
_POINTERS = frozenset({"this", "these", "those", "both", "neither", "him", "her", "them"})
WORKS = frozenset(
    {"work", "study", "paper", "book", "article", "research", "result", "data", "evidence", "example", "lead"}
    | {"finding", "report", "literature", "observation"}
)
_WRITINGS = WORKS | {"writing", "publication", "essay"}
_EARLIER = frozenset({"earlier", "previous", "former", "original", "initial", "prior", "past", "old", "own"})


def meant(scene: Scene, subject: Sequence[Token]) -> list[str]:
    """Whom a subject without a name means: the author of the paper, or who was spoken of."""
    if not subject:
        return []
    if own_findings(scene, subject):
        return ["self"]
    if [token.lower_ for token in subject] == ["both"]:
        return list(scene.before[:2]) if subject[0].head.dep_ in ("ROOT", "conj") else []
    if [token.lower_ for token in subject] == ["they"] and _within_own(subject[0]):
        return []  # "I argue that they matter": things
    if any(token.lower_ == "they" for token in subject):
        before = [actor.key for actor in scene.actors if actor.token < subject[0].i and not actor.bracketed]
        if len(before) > 1:
            return list(dict.fromkeys(before))
    head = head_of(subject)
    first = [head, *(child for child in head.children if child.dep_ in {"poss", "det"})] if head else []
    if takes_up(sorted(first, key=lambda token: token.i)):
        # Whom the sentence names only later, a pronoun does not mean.
        later = {actor.key for actor in scene.actors if actor.token > subject[0].i and not actor.bracketed}
        return [h for h in scene.holders if h != "self" and h not in later][:1] or list(scene.before[:1])
    if found := taken_up(scene, subject, ()):
        return found[:1]  # "her view"
    theirs = [child for child in first if child.dep_ == "poss" and child.lower_ in {"his", "her"}]
    return spoken_of(scene, theirs[0], (), person=True)[:1] if theirs else []  # "her counts"


def _within_own(word: Token) -> bool:
    """It stands in what the author says: "I argue that …"."""
    verbs = (up for up in word.ancestors if up.pos_ in VERBS and word not in [*up.lefts])
    return any(refers_to_self(child.text) for up in verbs for child in up.lefts if child.dep_ == "nsubj")


def taken_up(
    scene: Scene,
    tokens: Sequence[Token],
    sources: Sequence[str],
    *,
    of: Token | None = None,
    grip: int = 0,
    theirs: bool = True,
) -> list[str]:
    """Whose view "this view" among the tokens stands for; right behind a word `of`, also "this", "them" and,
    unless it is the subject's own (`theirs`), "his model". `grip`: how surely that word answers
    somebody, 1 for "it", "this figure" and "his figure" too, 2 for "the result"."""
    for token in tokens:
        marks = {child.lower_ for child in token.lefts}
        if "own" in marks or (sources and is_own_past(token) and ("their" in marks) == (len(sources) > 1)):
            continue
        lemma = token.lemma_.lower()
        known = lemma in anaphors()
        behind = of is None or token.i > of.i or token.dep_ == "nsubjpass"
        near = behind and (of is None or of in (token.head, token.head.head))
        answered = near and grip > 0 and token.dep_ in OBJECTS
        if known and "former" in marks:
            return [holder for holder in scene.before if holder not in sources]
        if known and marks & {"original", "initial"} and "the" in marks:
            return next(([group[0]] for group in reversed(scene.past) if group), [])
        if (lemma in WORKS and "both" in marks) or (token.lower_ == "both" and token.dep_ == "pobj"):
            told = dict.fromkeys(key for group in scene.past for key in group if key not in sources)
            return list(told)[:2]
        if (
            ((known and marks & POINTING) or (token.pos_ == "NOUN" and "such" in marks))
            or ((known or lemma in WORKS) and near and theirs and marks & POSSESSIVES)
            or (answered and token.pos_ == "NOUN" and marks & {"this", "that"})
            or (grip > 0 and theirs and token.dep_ in {"dobj", "nsubjpass"} and near and marks & POSSESSIVES)
            or (answered and grip > 1 and known and "the" in marks and not _told(token))
            or (near and token.lower_ in _POINTERS and token.dep_ in OBJECTS and not _owns_next(token))
            or (near and token.lower_ in HE_OR_THEY and token.dep_ == "nsubjpass")
        ):
            one = token.lower_ in HE_OR_THEY | {"him", "her"} or marks & {"his", "her"}
            found = spoken_of(scene, token, sources, person=bool(one))
            return found[:1] if one or marks & POSSESSIVES else found
        if answered and token.lower_ == "it":
            return (others_before(scene, sources) or spoken_of(scene, token, sources))[:1]
    return []


def _owns_next(word: Token) -> bool:
    """The "her" of "her earlier view", which the parser may take for an object."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    return word.lower_ == "her" and following.pos_ in {"ADJ", "NOUN"}


def is_own_past(noun: Token) -> bool:
    """ "Her earlier view", "his own theory": of the subject's, where that is a scholar."""
    ahead = noun.doc[max(0, noun.left_edge.i - 1) : noun.i]  # "her" may be parsed apart
    marks = {part.lower_ for part in ahead}
    told = noun.lemma_.lower() in anaphors() | _WRITINGS
    return told and bool(marks & POSSESSIVES) and bool(marks & _EARLIER)


def _told(noun: Token) -> bool:
    """True when the noun comes with its content ("the claim that …", "the theory of …")."""
    return any(
        child.dep_ in {"acl", "relcl", "ccomp", "appos"} or (child.dep_ == "prep" and child.lower_ == "of")
        for child in noun.children
    )


def spoken_of(
    scene: Scene, token: Token, sources: Sequence[str], *, here: bool = False, person: bool = False
) -> list[str]:
    """Who was spoken of before a token: in the sentence, else in the nearest before it that names others.
    `here`: in its section; where nothing is taken up ("X objects that …"), a heading ends what was said.
    `person`: "her" is rather who did something than who was named last."""
    inside = [
        actor
        for actor in scene.actors
        if actor.token < token.i
        and actor.key not in sources
        and not _stands_ahead(scene.doc[actor.token], token)
    ]
    acting = [actor for actor in inside if person and scene.doc[actor.token].dep_ in SUBJECTS]
    return [actor.key for actor in acting or inside][-1:] or others_before(scene, sources, here=here)


def _stands_ahead(name: Token, subject: Token) -> bool:
    """ "Since the work of X, this view …": it takes up nobody in a phrase before it."""
    main = subject.head if subject.dep_ in {"nsubj", "nsubjpass"} else subject
    ahead = [up for up in name.ancestors if up.dep_ == "prep" and up.head == main and up.i < subject.i]
    return main.dep_ == "ROOT" and bool(ahead)


def others_before(scene: Scene, sources: Sequence[str], *, here: bool = False) -> list[str]:
    """The holders of the nearest sentence before that has any other than these; `here`: in the section."""
    for group in scene.past[: scene.here] if here else scene.past:
        if others := [holder for holder in group if holder not in sources]:
            return others
    return []


def told_just_now(scene: Scene, verb: Token | None, targets: Sequence[str]) -> list[str]:
    """Whose finding "this" is in "this contradicts X": of the sentence just before, else of the author."""
    subject = [token.lower_ for token in subject_of(verb)] if verb is not None else []
    if subject not in (["this"], ["these"]):
        return []
    if scene.own:
        return ["self"]
    nearest = scene.past[0] if scene.past else ()
    return [key for key in nearest if key not in targets][:1] or ["self"]


@cache
def anaphors() -> frozenset[str]:
    """Nouns that stand for a work's view."""
    return frozenset(row["lemma"] for row in read_table("anaphors.csv"))
