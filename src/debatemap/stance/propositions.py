"""Sentences to propositions of effect ("X lowers Y") and to verdicts ("the effect vanishes")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from debatemap.stance.words import lexicon, read_table, stem

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp", "dative", "attr", "oprd"})
# Prepositions behind which stands what a verb or noun of effect moves ("leads to X", "a fall in X").
# "It does little": next to nothing.
_SLIGHT = frozenset({"little", "nothing"})
_TOWARD = frozenset({"to", "in", "of", "on", "from", "about", "out"})


@dataclass(frozen=True, slots=True)
class Effect:
    """That something (`cause`) moves something (`moved`) up or down, as stems. `sign`: +1 up, -1 down,
    turned round where it is denied. `head`: the word that the cause is built on; `worth`: whether
    the verb itself praises ("helps") or blames ("harms"). `value`: whether what is moved is good (+1), bad
    (-1) or neither."""

    cause: frozenset[str]
    moved: frozenset[str]
    sign: int
    value: int
    head: str = ""
    worth: int = 0


def effects_in(doc: Doc, flips: Sequence[int]) -> tuple[Effect, ...]:
    """The effects that a sentence tells of; `flips[i]` is -1 where the token i is denied."""
    return tuple(_effects(doc, flips))


def _effects(doc: Doc, flips: Sequence[int]) -> Iterator[Effect]:
    for token in doc:
        kinds = _directions().get((token.lemma_.lower(), token.pos_.lower()))
        if not kinds:
            continue
        subjects = [child for child in token.children if child.dep_ in _SUBJECTS] or _shared_subject(token)
        governed = [child for child in token.children if child.dep_ in _GOVERNED]
        behind = [
            part
            for child in token.children
            if child.dep_ in {"prep", "prt"} and child.lower_ in _TOWARD
            for part in child.children
        ]
        if token.pos_ == "NOUN":
            sign, cause, moved = kinds.get("moves", 0), [], behind
        elif any(child.dep_ == "nsubjpass" for child in subjects):
            agents = [part for child in token.children if child.dep_ == "agent" for part in child.children]
            sign, cause, moved = kinds.get("changes", 0), agents, subjects
        elif governed or (behind and "moves" not in kinds):
            sign, cause, moved = kinds.get("changes", 0), subjects, governed + behind
        else:
            sign, cause, moved = kinds.get("moves", 0), [], subjects
        if sign and moved:
            head = stem(cause[0].lemma_) if cause else ""
            yield Effect(
                _stems(cause),
                _stems(moved),
                sign * flips[token.i],
                _value(moved),
                head,
                _worth(token) * flips[token.i],
            )


def changes_something(verb: Token) -> bool:
    """True for a verb that says that its subject moves its object ("drought emptied the cities")."""
    kinds = _directions().get((verb.lemma_.lower(), verb.pos_.lower()), {})
    return "changes" in kinds and any(child.dep_ in _GOVERNED for child in verb.children)


def _shared_subject(verb: Token) -> list[Token]:
    """The subject of the verb to which this one is joined, or the noun that it describes."""
    if verb.dep_ in {"relcl", "acl"}:
        return [verb.head]
    if verb.dep_ in {"conj", "xcomp", "advcl"}:
        return [child for child in verb.head.children if child.dep_ in _SUBJECTS]
    return []


def _stems(heads: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        stem(part.lemma_)
        for head in heads
        for part in head.subtree
        if part.pos_ in _CONTENT and not part.is_stop and part.text[:1].isalpha()
    )


def _value(heads: Iterable[Token]) -> int:
    values = (lexicon().polarity_of(part.lemma_.lower(), part.pos_.lower()) for part in heads)
    return next((value for value in values if value), 0)


def _worth(verb: Token) -> int:
    """Good or bad; nothing for a verb that only lessens: it depends on what."""
    lemma, pos = verb.lemma_.lower(), verb.pos_.lower()
    return 0 if lexicon().operator_of(lemma, pos) else lexicon().polarity_of(lemma, pos)


def effect_side(said: Sequence[Effect], known: Sequence[tuple[Effect, int]]) -> float:
    """On which side the effects speak that a claim tells of, -2 … +2.

    `known`: the effects in the thesis and the poles' statements, each with the side that tells of it. The
    same move of the same thing is with them, the contrary move against; half as much when only the
    cause, or the worth of what is moved, is the same.
    """
    total = 0.0
    for one in said:
        votes = [side * one.sign * other.sign * _likeness(one, other) for other, side in known]
        total += max(votes, key=abs, default=0.0)
    return max(-2.0, min(2.0, total))


def _likeness(one: Effect, other: Effect) -> float:
    cause, moved = _overlap(one.cause, other.cause), _overlap(one.moved, other.moved)
    if (cause and one.head not in other.cause | {other.head}) or (cause and other.head not in one.cause):
        return 0.0  # "disorder" is not "policing disorder": what is said of the one may be against the other
    if moved:
        return 0.5 * moved + 0.5 * cause
    if one.value and other.value:
        return (0.25 + 0.25 * cause) * one.value * other.value
    return 0.3 * cause


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def verdict_of(doc: Doc, flips: Sequence[int]) -> float:
    """What a sentence says of a theory or of an effect: borne out (+) or not (-), -2 … +2.

    Counted are words of judgement in a clause that names a theory or a finding, an effect that is denied
    ("no effect", "little evidence"), and one that is found.
    """
    total = 0.0
    for token in doc:
        kind, sign = _entry(token)
        if token.lemma_ == "do" and any(
            child.dep_ == "dobj" and child.lower_ in _SLIGHT for child in token.children
        ):
            total -= 1
        elif kind == "verdict" and _judges(token):
            total += sign * flips[token.i]
        elif kind == "finding" and not _is_judged(token):
            found = token.head.lemma_.lower() in _finders() and token.dep_ == "dobj"
            if flips[token.i] < 0:
                total -= 1
            elif found and flips[token.i]:
                total += 1
    return max(-2.0, min(2.0, total))


def _judges(token: Token) -> bool:
    """True when a word of judgement is passed on a theory or a finding: one that it describes, its subject
    or its object; or when it stands in the predicate of a clause about one."""
    head = token.head
    if token.dep_ == "amod":
        return _is_bearer(head)
    verb = token if token.pos_ in {"VERB", "AUX"} or token.dep_ == "ROOT" else head
    for _ in range(4):
        near = (child for child in verb.children if child.dep_ in {*_SUBJECTS, "dobj"})
        if any(_is_bearer(child) or any(_is_bearer(part) for part in child.children) for child in near):
            return True
        if verb.dep_ in {"relcl", "acl"} and _is_bearer(verb.head):
            return True
        if verb.dep_ not in {"conj", "xcomp", "prep", "ccomp", "acomp"}:
            return False
        verb = verb.head
    return False


def _is_judged(finding: Token) -> bool:
    """True when a word of judgement is passed on the finding already."""
    parts = [*finding.children, finding.head, *finding.head.children]
    return any(_entry(part)[0] == "verdict" for part in parts)


def _entry(token: Token) -> tuple[str, int]:
    """Kind and sign in the table of verdicts; a rare verb at the root may have been taken for a noun."""
    lemma, pos = token.lemma_.lower(), token.pos_.lower()
    if token.dep_ == "ROOT" and pos == "noun" and token.tag_ == "NNS":
        lemma, pos = token.lower_.removesuffix("s").removesuffix("e"), "verb"
    return _verdicts().get((lemma, pos), ("", 0))


def _is_bearer(token: Token) -> bool:
    return _entry(token)[0] in {"theory", "finding"}


@cache
def _directions() -> dict[tuple[str, str], dict[str, int]]:
    found: dict[tuple[str, str], dict[str, int]] = {}
    for row in read_table("effects.csv"):
        found.setdefault((row["lemma"], row["pos"]), {})[row["kind"]] = int(row["sign"])
    return found


@cache
def _verdicts() -> dict[tuple[str, str], tuple[str, int]]:
    rows = read_table("verdicts.csv")
    return {(row["lemma"], row["pos"]): (row["kind"], int(row["sign"])) for row in rows}


@cache
def _finders() -> frozenset[str]:
    return frozenset(lemma for (lemma, _), (kind, _) in _verdicts().items() if kind == "finds")
