"""Sentences to signed words: which words stand under a negation, a denial, a contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from debatemap.stance.propositions import Effect, changes_something, effects_in, verdict_of
from debatemap.stance.words import generality, lexicon, stem

CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})

# A bracket that holds a date is a citation: it says nothing, and it derails the parser.
_CITATION = re.compile(r"\s*[(\[][^()\[\]]*(?:\b(?:1[6-9]|20)\d\d[a-z]?\b|\bn\.d)[^()\[\]]*[)\]]")
_MARKUP = re.compile(r"<[^<>\n]{1,40}>|[*_]{1,2}(?=\w)|(?<=\w)[*_]{1,2}")


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: `flip` is -1 under an odd number of negations, 0 in a question, else +1; `part` the
    same for its part in what is said, which a denial of its clause turns round too ("drought did not empty
    the cities"); `polarity` is that of the word by itself; `start` is its offset in the text."""

    stem: str
    lemma: str
    pos: str
    flip: int
    part: int
    polarity: int
    start: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one text. `operators`: words that turn others round; `denials`: those of them that
    say no; `generality`: how widely it is said to hold; `numbers`: figures in it;
    `modals`: "may", "could" and the like; `asked`: the share of the words, 0 … 1, that only ask ("whether
    …"); `effects`: what is said to move what; `verdict`: on a theory or
    an effect."""

    words: tuple[Word, ...]
    operators: int = 0
    denials: int = 0
    generality: int = 0
    numbers: int = 0
    modals: int = 0
    length: int = 0
    asked: float = 0.0
    effects: tuple[Effect, ...] = ()
    verdict: float = 0.0


def read_texts(texts: Sequence[str], *, nlp: Language) -> list[Reading]:
    """One reading a text, in order; equal texts are parsed once."""
    distinct = sorted(set(texts))
    plain = [_without_citations(text) for text in distinct]
    docs = nlp.pipe(text for text, _ in plain)
    found = {text: _read(doc, at) for text, doc, (_, at) in zip(distinct, docs, plain, strict=True)}
    return [found[text] for text in texts]


def _without_citations(text: str) -> tuple[str, list[int]]:
    """The text without bracketed citations and markup, and where each character stood."""
    out = [True] * len(text)
    for pattern in (_CITATION, _MARKUP):
        for match in pattern.finditer(text):
            out[match.start() : match.end()] = [False] * (match.end() - match.start())
    at = [index for index, kept in enumerate(out) if kept]
    return "".join(text[index] for index in at), at


def _read(doc: Doc, at: Sequence[int]) -> Reading:
    flips = [1] * len(doc)
    asked = _asked(doc)
    for token in asked:
        flips[token.i] = 0
    parts = [1] * len(doc)
    kinds: list[str] = []
    for operator, kind in _operators(doc):
        if operator in asked:
            continue
        kinds.append(kind)
        for token in _scope(operator, kind):
            flips[token.i] *= -1
        for token in _subject_denied(operator, kind):
            parts[token.i] *= -1
    words = tuple(
        Word(
            stem(token.lemma_),
            token.lemma_.lower(),
            token.pos_,
            flips[token.i],
            flips[token.i] * parts[token.i],
            lexicon().polarity_of(token.lemma_.lower(), token.pos_.lower()),
            at[token.idx],
        )
        for token in doc
        if token.pos_ in CONTENT and not token.is_stop and token.text[:1].isalpha() and len(token) > 1
    )
    length = sum(token.is_alpha for token in doc)
    return Reading(
        words,
        len(kinds),
        sum(kind in {"negate", "deny"} for kind in kinds),
        sum(generality().get(token.lemma_.lower(), 0) * flips[token.i] for token in doc),
        sum(token.like_num for token in doc),
        sum(token.tag_ == "MD" and token.lower_ not in {"will", "shall"} for token in doc),
        length,
        sum(token.is_alpha for token in asked) / (length or 1),
        effects_in(doc, flips),
        verdict_of(doc, flips),
    )


def _asked(doc: Doc) -> set[Token]:
    """The words that are asked and not said: of a clause behind "whether", unless it is doubted whether it
    is so; of a direct question."""
    found: set[Token] = set()
    for token in doc:
        if token.lower_ == "whether" and token.dep_ == "mark":
            governor = token.head.head
            if governor.dep_ == "prep":
                governor = governor.head
            said = [governor, *(child for child in governor.children if child.dep_ in {"acomp", "attr"})]
            if not any(
                lexicon().operator_of(word.lemma_.lower(), word.pos_.lower()) == "deny" for word in said
            ):
                found |= {part for part in token.head.subtree if part.i >= token.i}
    for sentence in doc.sents:
        if any(token.text == "?" for token in sentence[-2:]):
            found |= set(sentence)
    return found


def _operators(doc: Doc) -> Iterator[tuple[Token, str]]:
    for token in doc:
        kind = lexicon().operator_of(token.lemma_.lower(), token.pos_.lower())
        follows = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
        if kind == "negate" and follows in {"only", "just", "merely", "simply", "least"}:
            continue  # "not only X" says X
        if token.lower_ in {"rather", "instead"} and follows not in {"than", "of"}:
            continue  # "rather" alone is a degree; "rather than X" sets X aside
        if token.lower_ == "against" and not _ARGUING & {token.head.lemma_.lower(), token.head.lower_}:
            continue  # "protects against X" denies nothing
        if kind:
            yield token, kind


def _scope(operator: Token, kind: str) -> Iterator[Token]:
    """The words that an operator turns round: what it governs to its right; a negator also its head."""
    if kind == "prefix":
        yield from operator.doc[operator.i + 1 : operator.i + 3]
        return
    if kind == "negate":
        head = operator.head
        # "X is not needed", "X is not plausible": the subject is what is denied.
        states = any(child.dep_ in {"acomp", "auxpass"} for child in head.children)
        subjects = [child for child in head.children if child.dep_ in _SUBJECTS and states]
        denied = {token for subject in subjects for token in subject.subtree}
        beyond = _coordinated(head, {"but"})
        for token in head.subtree:
            if token == head or (token.i > operator.i and token not in beyond) or token in denied:
                yield token
        return
    if kind == "contrast":
        top = operator.head if operator.dep_ in {"cc", "advmod", "case"} else operator
        yield from (token for token in top.subtree if operator.i < token.i <= operator.i + 12)
        return
    if operator.pos_ == "ADJ":
        # "X is impossible", "it is doubtful that X": what it is said of; "few X": the noun it modifies.
        head = operator.head
        if operator.dep_ == "amod":
            yield from (token for token in head.subtree if token.i > operator.i)
        else:
            told = _SUBJECTS | {"ccomp"} if operator.dep_ == "acomp" else _SUBJECTS
            yield from (token for child in head.children if child.dep_ in told for token in child.subtree)
    governs = any(child.dep_ in _COMPLEMENTS for child in operator.children)
    fails = kind == "lessen" and operator.pos_ == "VERB" and not governs
    for child in operator.children:
        # "X was prevented", "efforts to do X failed".
        if child.dep_ == "nsubjpass" or (child.dep_ == "nsubj" and fails):
            yield from child.subtree
    beyond = _coordinated(operator, {"and", "but"}) if operator.pos_ == "VERB" else set()
    yield from (token for token in operator.subtree if token.i > operator.i and token not in beyond)


def _subject_denied(operator: Token, kind: str) -> Iterator[Token]:
    """The subject of what is not brought about: "drought did not empty the cities"."""
    if kind == "negate" and changes_something(operator.head):
        for child in operator.head.children:
            if child.dep_ == "nsubj":
                yield from child.subtree


def _coordinated(head: Token, conjunctions: set[str]) -> set[Token]:
    """The words of what is joined to the head and stands on its own feet: behind one of these
    conjunctions; or a finite verb that the parser joined to an infinitive below ("fails to help and
    weakens")."""
    joined = any(child.dep_ == "cc" and child.lower_ in conjunctions for child in head.children)
    beyond = {child for child in head.children if joined and child.dep_ == "conj"}
    beyond |= {
        token
        for token in head.subtree
        if token.dep_ == "conj" and token.tag_ in _FINITE and token.head.tag_ == "VB" and token.head != head
    }
    return {part for token in beyond for part in token.subtree}


_FINITE = frozenset({"VBZ", "VBD"})

# What one does, or has, "against" a view rather than a thing.
_ARGUING = frozenset(
    {"argue", "argument", "case", "caution", "consideration", "count", "decide", "evidence", "go", "militate"}
    | {"objection", "point", "reason", "run", "speak", "tell", "testify", "turn", "warn", "weigh"}
)

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "pcomp", "dative", "agent"})
