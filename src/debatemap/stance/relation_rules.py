"""How texts mark that one work supports or attacks another: one rule a function."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from debatemap.model import RelationKind
from debatemap.stance.relation_reading import Scene, refers_to_self, subject_of, takes_up
from debatemap.stance.words import lexicon, read_table

_FLIPPED = {RelationKind.SUPPORT: RelationKind.ATTACK, RelationKind.ATTACK: RelationKind.SUPPORT}
_OBJECTS = frozenset({"dobj", "prep", "pobj", "attr", "oprd", "dative", "pcomp", "conj", "obl"})
_CONTRAST = re.compile(r"\b(?:however|but|while|whereas|although|though|yet|by contrast)\b", re.IGNORECASE)
_SET_OFF = re.compile(r"^(?:However|But|Yet)\b|, however\b")


@dataclass(frozen=True, slots=True)
class _Cue:
    words: str
    relation: RelationKind
    strength: float


@dataclass(frozen=True, slots=True)
class Found:
    """A relation that a rule reads in one sentence; `strength` 0 to 1."""

    source: str
    target: str
    relation: RelationKind
    strength: float
    rule: str


def marked_relations(scene: Scene) -> Iterator[Found]:
    """Every relation that the sentence marks; a mere contrast counts only where nothing else does."""
    marked = [
        *_by_verb(scene),
        *_by_opener(scene),
        *_by_echo(scene),
        *_by_comparison(scene),
        *_by_verdict(scene),
    ]
    yield from marked
    if not marked:
        yield from _by_contrast(scene)


def _by_verb(scene: Scene) -> Iterator[Found]:
    """ "X supports Y's view", "this view is supported by X", "X contradicts this claim"."""
    for token in scene.doc:
        cue = _cues("verb").get(token.lemma_.lower())
        if cue is None or token.pos_ not in {"VERB", "AUX"}:
            continue
        passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in token.children)
        complement = [part for child in token.children if child.dep_ in _OBJECTS for part in child.subtree]
        agent = [part for child in token.children if child.dep_ == "agent" for part in child.subtree]
        if passive:
            complement += [
                part for child in token.children if child.dep_ == "nsubjpass" for part in child.subtree
            ]
        subject = agent if passive and agent else subject_of(token)
        sources = _named(scene, subject) or _meant(scene, subject)
        after = [*complement, *scene.doc[token.i + 1 : token.i + 5]]
        targets = _named(scene, complement, bare=True) or _taken_up(scene, after, sources)
        if not sources and targets and cue.relation is RelationKind.SUPPORT and _negated(token):
            sources = ["self"]  # "no evidence supports this view": the verdict is the author's
        if not targets and cue.relation is RelationKind.ATTACK and _CONTRAST.search(scene.doc.text):
            targets = [holder for holder in scene.before if holder not in sources]
        kind = _FLIPPED[cue.relation] if _negated(token) else cue.relation
        for source in sources:
            for target in targets:
                yield Found(source, target, kind, cue.strength, f"relation-verb:{cue.words}")


def _by_opener(scene: Scene) -> Iterator[Found]:
    """ "In contrast to Y, X argues", "like Y, X draws on"."""
    text = scene.doc.text.lower()
    for words, cue in _cues("opener").items():
        for match in re.finditer(rf"(?:^|[,;:–—]\s|\b(?:and|but) )({re.escape(words)})\b", text):
            last = max(token.i for token in scene.doc if token.idx < match.end(1))
            governor = scene.doc[last]
            governed = [token for token in governor.subtree if token.i > last]
            targets = _named(scene, governed, bare=True) or _taken_up(scene, governed, ())
            sources = [source for source in _main_sources(scene) if source not in targets]
            for source in sources:
                for target in targets:
                    yield Found(source, target, cue.relation, cue.strength, f"relation-opener:{words}")


def _by_echo(scene: Scene) -> Iterator[Found]:
    """ "Along the same lines, X argues": with the one before."""
    text = scene.doc.text.lower()
    for words, cue in _cues("echo").items():
        if re.match(rf"(?:and |but )?{re.escape(words)}\b(?! to| with)", text):
            for source in _main_sources(scene):
                for target in scene.before:
                    if target != source:
                        yield Found(source, target, cue.relation, cue.strength, f"relation-echo:{words}")


def _by_verdict(scene: Scene) -> Iterator[Found]:
    """The author's own: "as X has shown", "X's analysis is not adequate"."""
    for token in scene.doc:
        subject = [child for child in token.children if child.dep_ in {"nsubj", "nsubjpass"}]
        if not subject:
            continue
        named = _named(scene, list(subject[0].subtree), bare=True)
        cue = _cues("as").get(token.lemma_.lower())
        if cue and any(child.dep_ in {"mark", "advmod"} and child.lower_ == "as" for child in token.children):
            for target in named:
                yield Found("self", target, cue.relation, cue.strength, f"relation-as:{cue.words}")
        elif token.dep_ == "ROOT" and token.lemma_ == "be" and subject[0].lemma_.lower() in _anaphors():
            words = [
                part for child in token.children if child.dep_ in {"acomp", "attr"} for part in child.subtree
            ]
            values = [lexicon().polarity_of(part.lemma_.lower(), part.pos_.lower()) for part in words]
            value = next((value for value in values if value), 0) * (-1 if _negated(token) else 1)
            for target in named if value else []:
                kind = RelationKind.SUPPORT if value > 0 else RelationKind.ATTACK
                yield Found("self", target, kind, 0.6, "relation-verdict")


def _by_contrast(scene: Scene) -> Iterator[Found]:
    """ "X, however, holds": set off, by nothing but the connective, from those reported before."""
    if _SET_OFF.search(scene.doc[: min(8, len(scene.doc))].text):
        for source in _main_sources(scene)[:1]:
            named = any(actor.key == source and not actor.bracketed for actor in scene.actors)
            if named and source in scene.holders:
                for target in scene.before:
                    if target not in scene.holders:
                        yield Found(source, target, RelationKind.ATTACK, 0.5, "relation-contrast")


def _by_comparison(scene: Scene) -> Iterator[Found]:
    """ "They do not reach the same conclusions as X", "shares little with X", "less than X"."""
    for token in scene.doc:
        if token.lower_ not in {"as", "than"}:
            continue
        targets = _named(scene, [part for part in token.subtree if part.i > token.i])
        verb = next((up for up in token.ancestors if up.pos_ in {"VERB", "AUX"}), None)
        if not targets or verb is None:
            continue
        sources = _named(scene, subject_of(verb)) or _meant(scene, subject_of(verb))
        before = {part.lower_ for part in scene.doc[max(0, token.i - 8) : token.i]}
        if token.lower_ == "than":
            if not before & {"less", "fewer", "weaker"}:
                continue
            kind = RelationKind.ATTACK
        elif before & {"same", "similar"}:
            kind = RelationKind.ATTACK if _negated(verb) else RelationKind.SUPPORT
        else:
            continue
        for source in sources:
            for target in targets:
                yield Found(source, target, kind, 0.7, f"relation-comparison:{token.lower_}")


def _main_sources(scene: Scene) -> list[str]:
    """Who speaks in the main clause; where the parser finds no subject, whoever is named last outside
    brackets."""
    root = next(token for token in scene.doc if token.dep_ == "ROOT")
    subject = subject_of(root)
    return (
        _named(scene, subject)
        or _meant(scene, subject)
        or [holder for holder in scene.holders if holder != "self"]
        or [actor.key for actor in scene.actors if not actor.bracketed][-1:]
    )


def _named(scene: Scene, tokens: Sequence[Token], *, bare: bool = False) -> list[str]:
    """The works named at the tokens. `bare`: one in brackets counts only behind an anaphoric noun."""
    return list(
        dict.fromkeys(
            actor.key
            for actor in scene.actors_in(tokens)
            if not (actor.bracketed and bare and scene.doc[actor.token].lemma_.lower() not in _anaphors())
        )
    )


def _meant(scene: Scene, subject: Sequence[Token]) -> list[str]:
    """Whom a subject without a name means: the author of the paper, or who was spoken of."""
    if not subject:
        return []
    if refers_to_self(" ".join(token.text for token in subject)):
        return ["self"]
    if any(token.lower_ == "they" for token in subject):
        named = [actor.key for actor in scene.actors if actor.token < subject[0].i and not actor.bracketed]
        if len(named) > 1:
            return list(dict.fromkeys(named))
    if takes_up(subject):
        return [holder for holder in scene.holders if holder != "self"][:1] or list(scene.before[:1])
    return _taken_up(scene, subject, ())[:1]


def _taken_up(scene: Scene, tokens: Sequence[Token], sources: Sequence[str]) -> list[str]:
    """Whose view "this view" is."""
    for token in tokens:
        if token.lemma_.lower() in _anaphors():
            marks = {child.lower_ for child in token.lefts}
            if marks & {"this", "that", "these", "those", "such", "former", "latter"}:
                return [holder for holder in scene.before if holder not in sources]
    return []


def _negated(verb: Token) -> bool:
    """True when the verb is denied, or its object is next to nothing ("shares little with")."""
    above = verb.head if verb.dep_ in {"advcl", "xcomp", "acl"} else verb
    if any(
        part.lower_ == "no"
        for child in above.children
        if child.dep_.startswith("nsubj")
        for part in child.lefts
    ):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or lexicon().operator_of(child.lemma_.lower(), child.pos_.lower()) == "negate":
            return True
        if child.dep_ in {"dobj", "advmod"} and child.lower_ in {"little", "nothing", "few", "hardly"}:
            return True
        if child.dep_ == "dobj" and any(part.lower_ in {"no", "little", "few"} for part in child.lefts):
            return True
    return False


@cache
def _cues(frame: str) -> dict[str, _Cue]:
    return {
        row["cue"]: _Cue(row["cue"], RelationKind(row["relation"]), float(row["strength"]))
        for row in read_table("relation_cues.csv")
        if row["frame"] == frame
    }


@cache
def _anaphors() -> frozenset[str]:
    return frozenset(row["lemma"] for row in read_table("anaphors.csv"))
