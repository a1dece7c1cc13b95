"""By a verdict: "X rightly notes", "X overlooks", "X finds Y's account unconvincing"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relations.anaphora import anaphors, spoken_of, taken_up
from debatemap.stance.relations.arguments import frame_of, named, reporters, speakers
from debatemap.stance.relations.cues import Cue, Found, cues, related, verdict_signs
from debatemap.stance.relations.negation import negated
from debatemap.stance.relations.scenes import VERBS, Scene, subject_of

# Of whose judgement it is said what it is like, it is not judged.
_JUDGEMENTS = frozenset({"verdict", "judgement", "judgment", "assessment"})
# Said of a view: of a person they mean something else ("X holds that").
_OF_VIEWS = frozenset({"hold", "fail", "collapse", "founder", "follow"})
# "This is wrong", "she is right": said of what was just reported.
_ALONE = frozenset({"this", "that", "he", "she"})
_IS = frozenset({"be", "seem", "appear", "remain", "look"})
_SWAYED = frozenset({"convince", "persuade", "impress", "sway", "convinced", "persuaded", "impressed"})
_OPINIONS = frozenset({"find", "consider", "deem", "judge", "call", "regard", "see", "think"})


def by_verdict(scene: Scene) -> Iterator[Found]:
    """ "As X has shown", "X rightly notes", "X's analysis is not adequate"."""
    for token in scene.doc:
        subject = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if not subject:
            continue
        whose = named(scene, list(subject[0].subtree), bare=True)
        cue = cues("as").get(token.lemma_.lower())
        if cue and any(child.dep_ in {"mark", "advmod"} and child.lower_ == "as" for child in token.children):
            yield from related(["self"], whose, cue, "as")
            continue
        for child in token.children:
            cue = cues("adverb").get(child.lower_) if child.dep_ == "advmod" else None
            if cue:
                yield from related(
                    reporters(scene, whose, token), whose, cue, "adverb", flipped=negated(token)
                )
        asked = any(child.lower_ in {"if", "whether"} for child in token.children)
        if token.lemma_ in _IS and token.dep_ in {"ROOT", "ccomp"} and not asked:
            value = _judged(token, person=any(a.token == subject[0].i for a in scene.actors))
            alone = subject[0].lower_ in _ALONE and len(list(subject[0].subtree)) == 1
            if alone and value[0] and scene.gap == 1:
                whose = whose or list(scene.before[:1])
            if (subject[0].lemma_.lower() in anaphors() - _JUDGEMENTS) or value[1] or (alone and whose):
                told_by = speakers(scene, subject_of(token.head)) if token.dep_ == "ccomp" else []
                whose = whose or taken_up(scene, subject, told_by) or _the_view(scene, subject[0], told_by)
                if value[0] > 0 and _goes_on_but(token):
                    continue
                kind = RelationKind.SUPPORT if value[0] > 0 else RelationKind.ATTACK
                for source in (told_by or reporters(scene, whose, token)) if value[0] else []:
                    yield from (Found(source, target, kind, 0.6, "relation-verdict") for target in whose)


def _goes_on_but(verb: Token) -> bool:
    """ "The objection is fair, but it proves little": granted, for the sake of what follows."""
    return any(
        child.dep_ == "cc" and child.lower_ in ("but", "yet") and child.i > verb.i for child in verb.children
    )


def _the_view(scene: Scene, noun: Token, sources: Sequence[str]) -> list[str]:
    """Whose "the criticism" is, where it is not told what it is about."""
    the = any(child.lower_ == "the" for child in noun.lefts)
    told = any(child.dep_ in {"prep", "acl", "relcl", "ccomp"} for child in noun.children)
    return spoken_of(scene, noun, sources) if the and not told else []


def _judged(verb: Token, *, person: bool) -> tuple[int, bool]:
    """Whether the predicate is good (+1) or bad (-1), and whether it judges a person's view."""
    heads = [child for child in verb.children if child.dep_ in {"acomp", "attr"}]
    heads += [child for head in heads for child in head.children if child.dep_ == "conj"]
    words = [part for head in heads for part in (head, *head.children) if part.dep_ != "prep"]
    values = [verdict_signs().get(part.lemma_.lower()) for part in words]
    less = any(part.dep_ == "neg" or part.lower_ == "less" for part in words)
    if any(_is_too(part) for part in words):
        values = [-1]
    value = next((value for value in values if value), 0) * (-1 if negated(verb) or less else 1)
    return value, person and any(part.lower_ in verdict_signs() for part in words)


def _is_too(word: Token) -> bool:
    """True for the "simple" of "too simple"."""
    return word.pos_ == "ADJ" and any(child.lower_ == "too" for child in word.lefts)


def by_fate(scene: Scene) -> Iterator[Found]:
    """ "X overlooks", "this account collapses": said by the author, or by whoever is reported."""
    for token in scene.doc:
        cue = cues("fares").get(token.lemma_.lower()) if token.pos_ in VERBS else None
        if cue is None or token.dep_ == "pcomp":
            continue
        subject = subject_of(token)
        if any(child.dep_ in {"nsubjpass", "auxpass"} for child in token.children):
            subject = [part for child in token.children if child.dep_ == "agent" for part in child.subtree]
        targets = [t for t in speakers(scene, subject, bringers=False) if t != "self"]
        if not targets and [part.lower_ for part in subject] == ["this"] and scene.gap == 1:
            targets = list(scene.before[:1])
        if cue.words in _OF_VIEWS and not (_is_view(subject) and _tells(token, cue)):
            continue
        if any(part.lower_ == "they" for part in subject) and not named(scene, subject):
            continue  # things, as likely as scholars
        yield from related(reporters(scene, targets, token), targets, cue, "fares", flipped=negated(token))


def _is_view(subject: Sequence[Token]) -> bool:
    return any(token.lemma_.lower() in anaphors() and token.dep_ == "nsubj" for token in subject)


def _tells(verb: Token, cue: Cue) -> bool:
    """ "Does not hold", "also holds for X"; not "holds that" or "holding"."""
    plain = verb.tag_ != "VBG" and not any(child.dep_ == "ccomp" for child in verb.children)
    marked = any(child.lower_ in {"also", "still"} for child in verb.children)
    return plain and (cue.relation is RelationKind.ATTACK or negated(verb) or marked)


def by_conviction(scene: Scene) -> Iterator[Found]:
    """ "X was not convinced": by whoever was spoken of."""
    for token in scene.doc:
        if token.lemma_.lower() not in _SWAYED or token.tag_ not in ("VBN", "JJ"):
            continue
        judge = token.head if token.dep_ == "acomp" else token
        if (negated(judge) or negated(token)) and not any(c.lower_ in ("by", "of") for c in token.children):
            sources = named(scene, subject_of(judge)) or named(scene, frame_of(token).patient)
            targets = spoken_of(scene, token, sources, here=True)
            yield from related(sources, targets, cues("phrase")["unconvinced"], "phrase")


def by_opinion(scene: Scene) -> Iterator[Found]:
    """ "X finds Y's account unconvincing", "X regards this view as mistaken"."""
    for token in scene.doc:
        if token.lemma_.lower() not in _OPINIONS or token.pos_ not in VERBS:
            continue
        behind = [part for part in token.subtree if part.i > token.i]
        judged = [part for part in behind if part.lower_ in verdict_signs() or _is_too(part)]
        if not judged:
            continue
        sources = speakers(scene, subject_of(token))
        before = [part for part in behind if part.i < judged[0].i]
        targets = [key for key in named(scene, before, bare=True) if key not in sources]
        targets = targets or taken_up(scene, before, sources, of=token, grip=1)
        less = any(part.lower_ in {"not", "less", "hardly", "no"} for part in before)
        sign = -1 if _is_too(judged[0]) else verdict_signs()[judged[0].lower_]
        kind = RelationKind.SUPPORT if (sign > 0) != (less or negated(token)) else RelationKind.ATTACK
        yield from related(sources, targets, Cue(judged[0].lower_, kind, 0.7), "opinion")
