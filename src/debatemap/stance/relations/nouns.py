"""By a noun or a phrase: "X's critique of Y", "X is at odds with Y"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import (
    POSSESSIVES,
    anaphors,
    meant,
    others_before,
    spoken_of,
    taken_up,
    told_just_now,
)
from debatemap.stance.relations.arguments import frame_of, in_brackets, named, speakers
from debatemap.stance.relations.calls import heeds
from debatemap.stance.relations.cues import SURE, Cue, Found, cues, related
from debatemap.stance.relations.negation import is_given_up, negated
from debatemap.stance.relations.scenes import RESULTS, VERBS, Scene, subject_of

_PATIENT = frozenset({"of", "to", "against", "for", "with", "on", "from", "about", "toward", "towards"})
_PERSONS = frozenset(
    {"critic", "opponent", "defender", "supporter", "advocate", "proponent", "follower", "detractor"}
    | {"sceptic", "skeptic", "adversary", "adherent", "disciple", "admirer", "champion", "ally"}
)
_PROVOKES = frozenset(
    {"provoke", "elicit", "draw", "prompt", "attract", "meet", "spark", "trigger", "invite"}
)
_NO_LONGER = frozenset({"former", "erstwhile", "sometime", "onetime", "ex"})
_RECEIVES = frozenset({"have", "find", "receive", "win", "gain", "get", "enjoy", "meet", "command"})
_RAISES = frozenset(
    {"raise", "voice", "come", "advance", "press", "make", "put", "offer", "formulate", "state"}
)


def by_noun(scene: Scene) -> Iterator[Found]:
    """ "X's critique of Y", "X offers support for Y", "support for Y comes from X"."""
    for token in scene.doc:
        cue = cues("noun").get(token.lemma_.lower()) if token.pos_ == "NOUN" else None
        if cue is None:
            continue
        behind = [child for child in token.children if child.dep_ == "prep"]
        if token.dep_ == "dobj":  # "put forward objections to X"
            behind += [child for child in token.head.children if child.i > token.i and child.dep_ == "prep"]
        patient = [
            part
            for prep in behind
            if prep.lower_ in _PATIENT
            for thing in prep.children
            if thing.dep_ == "pobj"
            for part in thing.subtree
        ]
        heeded = heeds(cue, patient)
        targets = named(scene, patient, bare=True) or (in_brackets(scene, token, ()) if heeded else [])
        attacks = cue.relation is RelationKind.ATTACK
        sure = cue.strength >= SURE
        acting = named(scene, subject_of(token.head)) if token.dep_ == "dobj" else []
        targets = targets or taken_up(scene, patient, acting, of=token, grip=2 * sure, theirs=attacks)
        if pair := (
            _provoked(scene, token, targets) or _raised(scene, token, targets) or _received(scene, token, cue)
        ):
            yield from related(*pair, cue, "noun")
            continue
        owners = [child for child in token.children if child.dep_ == "poss"]
        if not targets and cue.words in _PERSONS:
            targets = _whose(scene, owners)
        if not targets:
            continue
        makers = [part for prep in behind if prep.lower_ in {"by", "from"} for part in prep.subtree]
        sources = named(scene, [part for owner in owners for part in owner.subtree]) or named(scene, makers)
        sources = sources or meant(scene, owners)
        if cue.words in _PERSONS:
            sources = [] if {part.lower_ for part in token.lefts} & _NO_LONGER else _describes(scene, token)
            if not sources:
                continue
        verb = token.head
        while not sources and verb.pos_ not in VERBS and verb.head != verb:
            verb = verb.head
        if not sources and verb.pos_ in VERBS:
            given = [
                part for child in verb.children if child.dep_ in {"agent", "prep"} for part in child.subtree
            ]
            is_subject = token.dep_ in {"nsubj", "nsubjpass"}
            sources = named(scene, given) if is_subject else speakers(scene, subject_of(verb))
        sources = [s for s in sources if s not in targets] or in_brackets(scene, token, targets)
        little = any(part.lower_ in {"no", "little", "scant", "few"} for part in token.lefts)
        denied = token.dep_ == "dobj" and verb != token and negated(verb) != is_given_up(token)
        yield from related(sources, targets, cue, "noun", flipped=little or denied or heeded)


def _provoked(scene: Scene, noun: Token, of: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Sources and targets of "Y's book provoked the rebuttals of X", "this was met with criticism (X)"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_.lower() not in _PROVOKES or noun.dep_ not in {"pobj", "dobj"}:
        return None
    subject = [
        part for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"} for part in child.subtree
    ]
    targets = speakers(scene, subject) or spoken_of(scene, verb, of)
    return [key for key in of or in_brackets(scene, noun, targets) if key not in targets], targets


def _raised(scene: Scene, noun: Token, of: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Sources and targets of "the first doubts were raised by X", "a different reply comes from X"."""
    verb = noun.head
    if of or noun.dep_ not in {"nsubj", "nsubjpass"} or verb.lemma_.lower() not in _RAISES:
        return None
    by = [child for child in verb.children if child.lower_ in ("by", "from")]
    sources = named(scene, [part for child in by for part in child.subtree])
    return (sources, [key for key in scene.before if key not in sources]) if sources else None


def _received(scene: Scene, noun: Token, cue: Cue) -> tuple[list[str], list[str]] | None:
    """Sources and targets of "it has the support of X", "her view finds confirmation in the data of X"."""
    verb = noun.head
    if (
        noun.dep_ != "dobj"
        or verb.lemma_.lower() not in _RECEIVES
        or cue.relation is not RelationKind.SUPPORT
    ):
        return None
    preps = [
        child
        for child in (*noun.children, *verb.children)
        if child.i > noun.i and child.lower_ in {"of", "from", "in"}
    ]
    sources = named(scene, [part for prep in preps for part in prep.subtree])
    subject = subject_of(verb)
    targets = [key for key in speakers(scene, subject) if key not in sources]
    targets = targets or (others_before(scene, sources)[:1] if [t.lower_ for t in subject] == ["it"] else [])
    return (sources, targets) if sources and targets else None


def _whose(scene: Scene, owners: Sequence[Token]) -> list[str]:
    """Whose opponent somebody is: "Birch's fiercest opponent", "his opponent"."""
    found = named(scene, [part for owner in owners for part in owner.subtree])
    theirs = [owner for owner in owners if owner.lower_ in POSSESSIVES]
    return found or (spoken_of(scene, theirs[0], (), person=True)[:1] if theirs else [])


def _describes(scene: Scene, noun: Token) -> list[str]:
    """Of whom a noun is said: "X, a critic of Y, …", "his opponent, X, …", "X is a defender of Y"."""
    if noun.dep_ == "appos":
        return named(scene, [noun.head])
    if beside := named(scene, [child for child in noun.children if child.dep_ == "appos"]):
        return beside
    return speakers(scene, subject_of(noun.head)) if noun.dep_ == "attr" else []


def by_phrase(scene: Scene) -> Iterator[Found]:
    """ "X is critical of Y", "X's data are at odds with Y"."""
    lower = [token.lower_ for token in scene.doc]
    for words, cue in cues("phrase").items():
        parts = words.split()
        for start in range(len(lower) - len(parts) + 1):
            opens = start == 0 and words in cues("opener")
            if lower[start : start + len(parts)] != parts or lower[max(0, start - 1)] == "as" or opens:
                continue
            first, last = scene.doc[start], scene.doc[start + len(parts) - 1]
            verb = next((up for up in first.ancestors if up.pos_ in VERBS), None)
            sources = _speaking(scene, verb) if verb is not None else []
            governed = [part for part in last.subtree if part.i > last.i]
            targets = [t for t in named(scene, governed, bare=True) if t not in sources]
            theirs = cue.relation is RelationKind.ATTACK
            targets = targets or taken_up(scene, governed, sources, of=last, theirs=theirs)
            if not targets and [part.lower_ for part in governed] == ["it"]:
                targets = others_before(scene, sources)[:1]
            if not targets and len(parts) == 1:
                targets = spoken_of(scene, first, sources)
            if not sources and targets:
                sources = in_brackets(scene, first, targets) or told_just_now(scene, verb, targets)
            less = start > 0 and lower[start - 1] in {"less", "not", "hardly"}
            flipped = less or negated(first) or (verb is not None and negated(verb))
            if _borne_by_results(verb, governed):
                sources, targets = targets, sources
            yield from related(sources, targets, cue, "phrase", flipped=flipped)


def _borne_by_results(verb: Token | None, governed: Sequence[Token]) -> bool:
    """ "This idea is compatible with the results of X": they speak for it, and not it for them."""
    subject = subject_of(verb) if verb is not None else []
    view = any(token.dep_ == "nsubj" and token.lemma_.lower() in anaphors() - RESULTS for token in subject)
    heads = [token for token in governed if token.dep_ == "pobj" or token.head not in governed]
    results = any(token.lemma_.lower() in RESULTS for token in heads[:1])
    those = [token.lower_ for token in heads[:1]] == ["those"]
    return view and (results or (those and any(part.lemma_.lower() in RESULTS for part in heads[0].doc)))


def _speaking(scene: Scene, verb: Token) -> list[str]:
    if any(child.lower_ in {"me", "us"} and child.dep_ == "dobj" for child in verb.children):
        return ["self"]  # "this puts me at odds with X"
    return speakers(scene, frame_of(verb).agent)
