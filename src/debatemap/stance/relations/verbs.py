"""By a verb: "X supports Y's view", "this has been disputed (X)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import anaphors, others_before, spoken_of, taken_up, told_just_now
from debatemap.stance.relations.arguments import (
    Frame,
    frame_of,
    in_brackets,
    is_of_bystanders,
    named,
    speakers,
)
from debatemap.stance.relations.calls import heeds
from debatemap.stance.relations.cues import SOMEBODY, SURE, Cue, Found, cues, pairs, related
from debatemap.stance.relations.negation import attempted, is_given_up, negated
from debatemap.stance.relations.scenes import HE_OR_THEY, VERBS, Scene, lemma_of

# Verbs of answering: with no work among their objects they answer whoever was spoken of.
_ANSWERS = frozenset(
    {"agree", "concur", "disagree", "dissent", "demur", "object", "retort", "reply", "respond", "counter"}
    | {"answer", "rejoin", "protest", "complain"}
)
# So do these where a scholar enters with them: in a report that goes on they only deny.
_DENIES = frozenset(
    {"doubt", "dispute", "contest", "deny", "question", "challenge"}
    | {"cast doubt", "throw doubt", "take issue"}
)
# "Shares her view": another's, not one's own, as in "defends his view".
_TAKEN_OVER = frozenset(
    {"share", "endorse", "accept", "adopt", "embrace", "echo", "agree", "concur", "follow"}
    | {"come defence", "come defense", "come aid", "come rescue", "come side", "take side"}
)
_FIRM = 0.6
"""Cues as strong as this answer somebody when a scholar is their subject: "X extends it"."""
_NOBODY = frozenset({"nobody", "none"})
_EVIDENCE = frozenset({"evidence", "nothing", "ground", "reason", "argument"})
# What experiments do: it is no verdict of the author that they do not.
_TRIED = frozenset({"replicate", "reproduce", "verify", "confirm", "corroborate"})
_MUST = frozenset({"must", "should", "can", "could", "ought"})
_CONTRAST = re.compile(r"\b(?:however|but|while|whereas|although|though|yet|by contrast)\b", re.IGNORECASE)


def by_verb(scene: Scene) -> Iterator[Found]:
    """ "X supports Y's view", "this view is supported by X", "this has been disputed (X)"."""
    for token in scene.doc:
        cue = verb_cue(token)
        if cue is None or attempted(token):
            continue
        frame = frame_of(token)
        if _is_of_nobody(frame, cue) or is_of_bystanders(frame) or _withdraws(token):
            continue
        sources = speakers(scene, frame.agent)
        targets = [t for t in named(scene, _aimed_at(scene, frame), bare=True) if t not in sources]
        targets = targets or _answered(scene, frame, cue, sources)
        if not sources and targets:
            sources = _unnamed_sources(scene, frame, cue, targets)
        opposed = _opposed(scene, token, [*sources, *targets])
        if cue.relation is RelationKind.SUPPORT:
            targets += [key for key in opposed if key not in targets]
        flipped = negated(token) or heeds(cue, [*frame.patient, *token.subtree])
        if not sources and targets and _announces(scene, frame, cue):
            sources = [SOMEBODY]
        yield from _but_not(scene, token, cue, targets)
        for target in targets:
            against = target in opposed and cue.relation is RelationKind.SUPPORT
            yield from related(sources, [target], cue, "verb", flipped=flipped != against)


def _but_not(scene: Scene, verb: Token, cue: Cue, targets: Sequence[str]) -> Iterator[Found]:
    """ "Replicated in Japan (X) but not in Norway (Y)": Y stands the other way."""
    for token in scene.doc[verb.i : -1]:
        if token.lower_ == "but" and token.nbor().lower_ == "not":
            behind = in_brackets(scene, token.nbor(), targets)
            yield from related(behind, targets, cue, "verb", flipped=True)


def _opposed(scene: Scene, verb: Token, sources: Sequence[str]) -> list[str]:
    """ "Defends it against X", "against such objections"."""
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    against = [
        child
        for above in (verb, *objects)
        for child in above.children
        if child.lower_ == "against" and child.i > verb.i
    ]
    parts = [part for prep in against for part in prep.subtree]
    return named(scene, parts) or taken_up(scene, parts, sources)


def _aimed_at(scene: Scene, frame: Frame) -> list[Token]:
    """What a verb governs; of "X's criticism of Y" not Y."""
    beside = {
        part
        for noun in frame.patient
        if noun.lemma_.lower() in cues("noun")
        and scene.actors_in(child for child in noun.children if child.dep_ == "poss")
        for prep in noun.children
        if prep.dep_ == "prep"
        for part in prep.subtree
    }
    return [part for part in frame.patient if part not in beside and not _is_gapped(part)]


def _is_gapped(name: Token) -> bool:
    """ "Confirmed it for pictures and X (1980) for melodies": X is joined to no name, and does the same."""
    return (
        name.pos_ == "PROPN" and name.dep_ == "conj" and name.head.pos_ == "NOUN" and name.head.dep_ == "pobj"
    )


def _is_of_nobody(frame: Frame, cue: Cue) -> bool:
    """ "Nobody denies it (X; Y)"; "P, it is objected (X)"; "the genres that they reject": of whomever."""
    nobody = any(token.lower_ in _NOBODY for token in frame.agent)
    impersonal = frame.passive and cue.words in _ANSWERS and [t.lower_ for t in frame.patient] == ["it"]
    others = frame.verb.dep_ == "relcl" and [t.lower_ for t in frame.agent] == ["they"]
    return nobody or impersonal or others


def _withdraws(verb: Token) -> bool:
    """ "Retracts her criticism of X": what becomes of X, the noun tells."""
    objects = (child for child in verb.children if child.lemma_.lower() in cues("noun"))
    return any(is_given_up(child) for child in objects)


def _announces(scene: Scene, frame: Frame, cue: Cue) -> bool:
    """ "It has been criticised on several grounds", "others have come to its defence": by whom, the sentences
    behind tell."""
    passive = frame.passive and not frame.agent
    others = any(token.lower_ in _OTHERS for token in frame.agent)
    main = frame.verb.dep_ == "ROOT"
    return cue.strength >= _FIRM and main and (passive or others) and not scene.holders


_OTHERS = frozenset(
    {"others", "critics", "many", "several", "some", "scholars", "researchers", "authors", "few"}
)


def _answered(scene: Scene, frame: Frame, cue: Cue, sources: Sequence[str]) -> list[str]:
    """Whom a verb answers that names nobody."""
    sure = cue.strength >= SURE
    attacks = cue.relation is RelationKind.ATTACK
    words = [*frame.patient, *scene.doc[frame.verb.i + 1 : frame.verb.i + 5]]
    theirs = frame.passive or attacks or cue.words in _TAKEN_OVER or _others(frame, sources)
    enters = bool(named(scene, frame.agent))
    person = enters or any(token.lower_ in HE_OR_THEY or token.lemma_ == "critic" for token in frame.agent)
    says = person or sources == ["self"]
    grip = 2 if sure or (says and cue.words in _TAKEN_OVER) else int(says and cue.strength >= _FIRM)
    found = taken_up(scene, words, sources, of=frame.verb, grip=grip, theirs=theirs)
    # "Endorsed by X but rejected by Y".
    described = frame.verb.head if frame.verb.dep_ == "conj" else frame.verb
    reduced = frame.passive and described.dep_ in {"acl", "relcl"}
    taken = sure or cue.words in _TAKEN_OVER
    if not found and taken and reduced and described.head.lemma_.lower() in anaphors():
        found = spoken_of(scene, described.head, sources)  # "P, a view rejected by X"
    apart = frame.verb.dep_ == "relcl"  # "the deference of which X complains"
    if not found and not apart and ((person and cue.words in _ANSWERS) or (enters and cue.words in _DENIES)):
        parallel = any(token.text == ";" for token in scene.doc[: frame.verb.i])
        found = (others_before(scene, sources, here=True) if parallel else []) or spoken_of(
            scene, frame.verb, sources, here=True
        )
    if not found and sources and sure and attacks and _CONTRAST.search(scene.doc.text):
        found = others_before(scene, sources, here=True)
    return found


def _others(frame: Frame, sources: Sequence[str]) -> bool:
    """True where "her" cannot be the subject's own: of several, or "their" of one. (How the parser is shown
    several authors, `scenes` says.)"""
    several = len(sources) > 1 or any(token.text in {"they", "They", "Jones"} for token in frame.agent)
    own = {child.lower_ for token in frame.patient for child in token.lefts if child.dep_ == "poss"}
    return bool(own & ({"his", "her"} if several else {"their"}))


def _unnamed_sources(scene: Scene, frame: Frame, cue: Cue, targets: Sequence[str]) -> list[str]:
    """Who acts where the subject names nobody: whom a bracket tells; else the author, who gives a verdict."""
    sure = cue.strength >= SURE
    they = [token.lower_ for token in frame.agent] == ["they"]  # of those in brackets, no word was said
    if sure and not they and (found := in_brackets(scene, frame.verb, targets)):
        return found
    if sure and not frame.passive and (found := told_just_now(scene, frame.verb, targets)):
        return found
    if any(child.lower_ == "neither" for child in (*frame.verb.children, *frame.verb.head.children)):
        return []  # "can be neither confirmed nor refuted"
    if sure and cue.relation is RelationKind.SUPPORT and _not_borne_out(frame.verb):
        return ["self"]  # "no evidence supports this view"
    judged = sure or cue.words in _TAKEN_OVER
    must = any(child.lower_ in _MUST for child in frame.verb.children)
    return ["self"] if judged and frame.passive and must else []  # "this view cannot be accepted"


def _not_borne_out(verb: Token) -> bool:
    """ "No evidence supports", "is not supported": not what one need not do, nor a trial that fails."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    above = verb.head if verb.dep_ in {"advcl", "xcomp", "acl"} else verb
    subjects += [child for child in above.children if child.dep_ in {"nsubj", "nsubjpass"}]
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    told = (
        verb.lemma_.lower() not in _TRIED if passive else all(s.lemma_.lower() in _EVIDENCE for s in subjects)
    )
    return (
        negated(verb)
        and told
        and all(child.pos_ != "PRON" or child.lower_ == "nothing" for child in subjects)
    )


def verb_cue(token: Token) -> Cue | None:
    """What a verb marks, with its second word where it needs one."""
    acts = token.dep_ == "ROOT" and any(child.dep_ == "nsubj" for child in token.children)  # taken for a noun
    if not (token.pos_ in VERBS or acts) or token.lower_ == "according":
        return None
    lemma = lemma_of(token)
    if lemma == "draw" and not any(child.lower_ in {"on", "upon", "inspiration"} for child in token.children):
        return None
    near = {part.lemma_.lower() for child in token.children for part in (child, *child.children)}
    for second, cue in pairs().get(lemma, ()):
        if second in near:
            return cue
    passive = any(child.dep_ == "auxpass" for child in token.children)
    return cues("verb").get(lemma) or (cues("passive").get(lemma) if passive else None)
