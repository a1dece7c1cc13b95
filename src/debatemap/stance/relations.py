"""Relations between works as the text marks them: who agrees with whom, who answers whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Token

from debatemap.model import Citation, Claim, Document, Reference, Relation, RelationKind, content_id
from debatemap.stance.relation_reading import Scene, read_scenes, refers_to_self, subject_of, takes_up
from debatemap.stance.words import lexicon, read_table

_FLIPPED = {RelationKind.SUPPORT: RelationKind.ATTACK, RelationKind.ATTACK: RelationKind.SUPPORT}
_OBJECTS = frozenset({"dobj", "prep", "pobj", "attr", "oprd", "dative", "pcomp", "conj", "obl"})
_CONTRAST = re.compile(r"\b(?:however|but|while|whereas|although|though|yet|by contrast)\b", re.IGNORECASE)
_SET_OFF = re.compile(r"^(?:However|But|Yet)\b|, however\b")
_PARTLY = re.compile(r"\b(?:partly|partially|in part|to some extent|to a degree)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cue:
    words: str
    relation: RelationKind
    strength: float


@dataclass(frozen=True, slots=True)
class _Found:
    source: str
    target: str
    relation: RelationKind
    strength: float
    rule: str


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
    a relation (none given: all). One relation a pair and kind for each sentence.
    """
    known = set(references) if isinstance(references, Mapping) else {work.key for work in references}
    out: dict[tuple[int, str, str, str], Relation] = {}
    for scene in read_scenes(document, citations, claims, nlp=nlp):
        for found in _relations(scene):
            ends = (found.source, found.target)
            if found.source == found.target or any(
                known and end != "self" and end not in known for end in ends
            ):
                continue
            evidence = scene.span.of(document.text)
            strength = found.strength * (0.75 if _PARTLY.search(evidence) else 1.0)
            key = (scene.span.start, found.source, found.target, found.relation.value)
            relation = Relation(
                id=content_id("relation", document.key, *key),
                paper=document.key,
                source=found.source,
                target=found.target,
                relation=found.relation,
                evidence=evidence,
                span=scene.span,
                confidence=round(strength, 3),
                rule=found.rule,
            )
            if key not in out or out[key].confidence < relation.confidence:
                out[key] = relation
    return [out[key] for key in sorted(out)]


def _relations(scene: Scene) -> Iterator[_Found]:
    marked = [*_by_verb(scene), *_by_opener(scene), *_by_echo(scene), *_by_comparison(scene)]
    yield from marked
    if not marked:
        yield from _by_contrast(scene)


def _by_verb(scene: Scene) -> Iterator[_Found]:
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
                yield _Found(source, target, kind, cue.strength, f"relation-verb:{cue.words}")


def _by_opener(scene: Scene) -> Iterator[_Found]:
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
                    yield _Found(source, target, cue.relation, cue.strength, f"relation-opener:{words}")


def _by_echo(scene: Scene) -> Iterator[_Found]:
    """ "Along the same lines, X argues": with the one before."""
    text = scene.doc.text.lower()
    for words, cue in _cues("echo").items():
        if re.match(rf"(?:and |but )?{re.escape(words)}\b(?! to| with)", text):
            for source in _main_sources(scene):
                for target in scene.before:
                    if target != source:
                        yield _Found(source, target, cue.relation, cue.strength, f"relation-echo:{words}")


def _by_contrast(scene: Scene) -> Iterator[_Found]:
    """ "X, however, holds": set off, by nothing but the connective, from those reported before."""
    if _SET_OFF.search(scene.doc[: min(8, len(scene.doc))].text):
        for source in _main_sources(scene)[:1]:
            named = any(actor.key == source and not actor.bracketed for actor in scene.actors)
            if named and source in scene.holders:
                for target in scene.before:
                    if target not in scene.holders:
                        yield _Found(source, target, RelationKind.ATTACK, 0.5, "relation-contrast")


def _by_comparison(scene: Scene) -> Iterator[_Found]:
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
                yield _Found(source, target, kind, 0.7, f"relation-comparison:{token.lower_}")


def _main_sources(scene: Scene) -> list[str]:
    """Who speaks in the main clause."""
    root = next(token for token in scene.doc if token.dep_ == "ROOT")
    subject = subject_of(root)
    return _named(scene, subject) or _meant(scene, subject) or [h for h in scene.holders if h != "self"]


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
