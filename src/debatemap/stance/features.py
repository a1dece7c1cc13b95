"""Interpretable features of a claim: on which side it speaks (odd), and whether it speaks to the thesis
at all (even)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Via
from debatemap.stance.cross_encoder import CrossEncoder, Meaning, read_meanings
from debatemap.stance.paper import PaperWords, expand, words_of
from debatemap.stance.propositions import effect_side
from debatemap.stance.reading import Reading, Word, read_texts
from debatemap.stance.sides import Sides, side_of, sides_of
from debatemap.stance.turns import turn_sign
from debatemap.stance.words import read_table

ODD = (
    "name",
    "statement",
    "polarity",
    "denial",
    "generality",
    "affirms",
    "section",
    "effect",
    "verdict",
    "critic",
    "opens",
    "meaning",
)
EVEN = (
    "topic",
    "topic_near",
    "theme",
    "sided",
    "valued",
    "relevance",
    "operator",
    "number",
    "parenthetical",
    "self",
    "argues",
    "effective",
    "judged",
    "brief",
    "meant",
    "asked",
)

# Sentences from which on a text has room for much that has nothing to do with the debate.
_LONG = 150
# Fewer are no text, but a note.
_SHORTEST = 10

# Sentences of which the opening consists.
_OPENING = 15

Features = dict[str, float]

_CONTRARY = re.compile(r"\b(?:contrary to|unlike|against) (?:what|the)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all claims of a document share."""

    sides: Sides
    paper: PaperWords
    nearness: Sequence[float]
    relevance: Sequence[float]
    theme: Sequence[float]
    headings: Sequence[tuple[int, int, float]]
    brief: float

    def opens(self, claim: Claim) -> float:
        """1 at the beginning of a text, less and less after: a view is put forward before it is attacked."""
        if claim.span is None or claim.holder == "self" or len(self.paper.places) < _SHORTEST:
            return 0.0
        return max(0.0, 1 - self.paper.at(claim.span.start) / _OPENING)


def features_of(
    claims: Sequence[Claim],
    document: Document,
    debate: Debate,
    *,
    nlp: Language,
    encoder: CrossEncoder | None = None,
) -> list[Features]:
    """The features of each claim, odd and even, each between about -3 and 3.

    `encoder`: one that may have read some of the claims before.
    """
    sides = sides_of(debate, nlp=nlp)
    paper = words_of(document)
    setting = _Setting(
        sides,
        paper,
        _nearness(paper, sides),
        _relevance(paper, sides),
        _theme(paper, sides),
        _sections(document, sides, nlp=nlp),
        _brief(paper),
    )
    # A hand-coded claim of another paper has no place in this one.
    claims = [claim if claim.paper == document.key else replace(claim, span=None) for claim in claims]
    texts = [claim.text or claim.evidence for claim in claims]
    meanings = read_meanings(texts, debate, encoder or CrossEncoder())
    read = zip(claims, read_texts(texts, nlp=nlp), meanings, strict=True)
    return [_features(claim, reading, meaning, setting) for claim, reading, meaning in read]


def _features(claim: Claim, reading: Reading, meaning: Meaning, setting: _Setting) -> Features:
    sides, paper = setting.sides, setting.paper
    words = reading.words
    turn = _turn(claim)
    effect = effect_side(reading.effects, sides.effects)
    name = _weighed(words, sides.names, paper)
    statement = _weighed(words, sides.statements, paper)
    # What a thesis says is moved is no praise and no blame, whoever speaks of it.
    values = [float(word.polarity * word.flip) for word in words if word.stem not in sides.moved]
    evaluative = abs(sides.polarity)
    section = _section(claim, setting.headings)
    stems = [part for word in words for part in expand(word.lemma, paper.short)]
    cues = [_cues().get(word.lemma, "") for word in words]
    if claim.attribution:
        cues.append(_cues().get(claim.attribution.cue_lemma, ""))
    return {
        "name": turn * _clip(sum(name)),
        "statement": turn * _clip(sum(statement)),
        "polarity": turn * sides.polarity * _clip(sum(values)),
        "denial": -(1 - evaluative) * turn * _clip(float(reading.denials), 2),
        "generality": (1 - evaluative) * turn * _clip(float(reading.generality), 2),
        "affirms": turn * float(reading.denials == 0),
        "section": section,
        "effect": turn * effect,
        "verdict": turn * reading.verdict,
        "critic": float(min(0, turn_sign(claim.evidence))),
        "opens": setting.opens(claim),
        "meaning": turn * meaning.lean * (1 - reading.asked),
        "topic": _clip(sum(paper.rarity.get(word, 0.5) for word in sorted(set(stems) & sides.topic))),
        "topic_near": _at(claim, setting.nearness, paper),
        "theme": _at(claim, setting.theme, paper),
        "sided": _clip(sum(abs(value) for value in name + statement)),
        "valued": evaluative * _clip(sum(abs(value) for value in values)),
        "relevance": _at(claim, setting.relevance, paper),
        "operator": float(reading.operators > 0),
        "number": float(reading.numbers > 0),
        "parenthetical": float(claim.via is Via.PARENTHETICAL),
        "self": float(claim.holder == "self"),
        "argues": _clip(float(cues.count("asserts"))),
        "effective": abs(effect),
        "judged": float(bool(reading.verdict)),
        "brief": setting.brief,
        "meant": _clip(meaning.bears, 4),
        "asked": reading.asked,
    }


def _turn(claim: Claim) -> float:
    """-1 for content that its holder denies, unless the denial stands among the words themselves."""
    attribution = claim.attribution
    if attribution is None or not attribution.denied:
        return 1.0
    if attribution.cue is None or claim.span is None:
        return -1.0
    start = claim.span.start
    cue = claim.evidence[attribution.cue.start - start : attribution.cue.end - start]
    if cue not in claim.text:
        return -1.0
    # "Contrary to what X claims, P": the words are P, and X holds the opposite.
    return -1.0 if _CONTRARY.search(claim.text[: claim.text.index(cue)]) else 1.0


def _brief(paper: PaperWords) -> float:
    """How short a text is, 0 … 2: the shorter, the less of it is about anything but its debate."""
    size = len(paper.places)
    return max(0.0, min(2.0, math.log(_LONG / size))) if size >= _SHORTEST else 0.0


def _clip(value: float, at: float = 3.0) -> float:
    return max(-at, min(at, value))


def _weighed(words: Sequence[Word], signed: Mapping[str, float], paper: PaperWords) -> list[float]:
    """The signed weight of each word that stands on a side."""
    sided = ((word, side_of(word, signed)) for word in words)
    return [side * word.part * paper.rarity.get(word.stem, 1.0) for word, side in sided if side]


def _nearness(paper: PaperWords, sides: Sides) -> tuple[float, ...]:
    """How much of the debate's vocabulary each sentence and its neighbours use, against the average of
    the paper, in standard deviations."""
    vocabulary = sides.topic | set(sides.statements) | set(sides.names)
    own = [sum(paper.rarity[word] for word in sorted(sentence & vocabulary)) for sentence in paper.stems]
    return _standard([sum(own[max(0, place - 2) : place + 3]) for place in range(len(own))])


def _theme(paper: PaperWords, sides: Sides) -> tuple[float, ...]:
    """How often the stretch of text around each sentence names the thesis' subject."""
    own = [(len(sentence & sides.subject) / (len(sides.subject) or 1)) ** 2 for sentence in paper.stems]
    return _standard([sum(own[max(0, place - 8) : place + 9]) for place in range(len(own))])


def _standard(values: Sequence[float]) -> tuple[float, ...]:
    """The values as standard deviations from their mean, at most 2."""
    mean = sum(values) / (len(values) or 1)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) or 1)) or 1.0
    return tuple(_clip((value - mean) / spread, 2) for value in values)


def _profile(paper: PaperWords, sides: Sides) -> dict[str, float]:
    """Weights of the words that keep company with the debate's vocabulary in this paper.

    Pseudo-relevance feedback (Rocchio 1971): the sentences that use most of the vocabulary stand for
    what the debate is about.
    """
    query = sides.topic | set(sides.statements) | set(sides.names)
    scores = [sum(paper.rarity[word] for word in sentence & query) for sentence in paper.stems]
    best = sorted(range(len(scores)), key=lambda place: (-scores[place], place))[: max(5, len(scores) // 8)]
    weights: dict[str, float] = {}
    for place in best:
        for word in sorted(paper.stems[place]):
            weights[word] = weights.get(word, 0.0) + paper.rarity[word] / len(best)
    return weights


def _relevance(paper: PaperWords, sides: Sides) -> tuple[float, ...]:
    """Cosine between each sentence and what the debate is about, in standard deviations."""
    profile = _profile(paper, sides)
    full = math.sqrt(sum(value * value for value in profile.values()))
    cosines = []
    for sentence in paper.stems:
        size = math.sqrt(sum(paper.rarity[word] ** 2 for word in sorted(sentence)))
        shared = sum(paper.rarity[word] * profile.get(word, 0.0) for word in sorted(sentence))
        cosines.append(shared / (size * full) if size and full else 0.0)
    return _standard(cosines)


def _at(claim: Claim, values: Sequence[float], paper: PaperWords) -> float:
    """The value of the sentence in which the claim begins; 0, the average, when it has no place."""
    if claim.span is None or not values:
        return 0.0
    return values[paper.at(claim.span.start)]


def _sections(document: Document, sides: Sides, *, nlp: Language) -> list[tuple[int, int, float]]:
    """Start, end and side of each section, by the words of its heading; outer sections first."""
    titles = read_texts([section.title for section in document.sections], nlp=nlp)
    found = []
    for section, title in zip(document.sections, titles, strict=True):
        if len(section.span) * 2 > len(document.text):
            continue  # the title of the whole paper
        signs = [
            (side_of(word, sides.names) or side_of(word, sides.statements) / 2) * word.flip
            for word in title.words
        ]
        if "?" in section.title or min(signs, default=0.0) < 0 < max(signs, default=0.0):
            continue  # a question, or a heading that names both sides, takes none
        found.append((section.span.start, section.span.end, _clip(sum(signs), 1.0)))
    return found


def _section(claim: Claim, headings: Sequence[tuple[int, int, float]]) -> float:
    """The side of the innermost section around the claim that has one."""
    if claim.span is None:
        return 0.0
    around = [side for start, end, side in headings if start <= claim.span.start < end and side]
    return around[-1] if around else 0.0


@cache
def _cues() -> dict[str, str]:
    return {row["lemma"]: row["kind"] for row in read_table("commitment.csv")}
