"""Interpretable features of a claim: on which side it speaks (odd), and whether it speaks to the thesis
at all (even)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from spacy.language import Language

from debatemap.model import Claim, Debate, Document, Via
from debatemap.stance.reading import Reading, Word, read_texts
from debatemap.stance.sides import Sides, side_of, sides_of
from debatemap.stance.words import read_table, stem

# Odd features change their sign when the poles are swapped; even ones do not.
ODD = ("name", "statement", "polarity", "section")
EVEN = (
    "topic",
    "sided",
    "valued",
    "operator",
    "number",
    "modal",
    "long",
    "narrative",
    "parenthetical",
    "self",
    "asserts",
    "neutral_cue",
    "section_sided",
)

Features = dict[str, float]


def features_of(
    claims: Sequence[Claim], document: Document, debate: Debate, *, nlp: Language
) -> list[Features]:
    """The features of each claim, odd and even, each between about -3 and 3."""
    sides = sides_of(debate, nlp=nlp)
    readings = read_texts([_text_of(claim) for claim in claims], nlp=nlp)
    rarity = _rarity(document)
    headings = _sections(document, sides, nlp=nlp)
    return [
        _features(claim, reading, sides, rarity, headings)
        for claim, reading in zip(claims, readings, strict=True)
    ]


def _text_of(claim: Claim) -> str:
    return claim.text or claim.evidence


def _features(
    claim: Claim,
    reading: Reading,
    sides: Sides,
    rarity: Mapping[str, float],
    headings: Sequence[tuple[int, int, float]],
) -> Features:
    words = reading.words
    turn = -1.0 if claim.attribution and claim.attribution.denied else 1.0
    name = _weighed(words, sides.names, rarity)
    statement = _weighed(words, sides.statements, rarity)
    values = [word.polarity * word.flip for word in words]
    section = _section(claim, headings)
    cue = _cues().get(claim.attribution.cue_lemma, "") if claim.attribution else ""
    return {
        "name": turn * _clip(sum(name)),
        "statement": turn * _clip(sum(statement)),
        "polarity": turn * sides.polarity * _clip(sum(values)),
        "section": section,
        "topic": _clip(float(sum(word.stem in sides.topic for word in words))),
        "sided": _clip(sum(abs(value) for value in name + statement)),
        "valued": abs(sides.polarity) * _clip(float(sum(abs(value) for value in values))),
        "operator": float(reading.operators > 0),
        "number": float(reading.numbers > 0),
        "modal": float(reading.modals > 0),
        "long": math.log1p(reading.length) - 3,
        "narrative": float(claim.via is Via.NARRATIVE),
        "parenthetical": float(claim.via is Via.PARENTHETICAL),
        "self": float(claim.holder == "self"),
        "asserts": float(cue == "asserts"),
        "neutral_cue": float(cue == "neutral"),
        "section_sided": abs(section),
    }


def _clip(value: float, at: float = 3.0) -> float:
    return max(-at, min(at, value))


def _weighed(words: Sequence[Word], signed: Mapping[str, float], rarity: Mapping[str, float]) -> list[float]:
    """The signed weight of each word that stands on a side."""
    sided = ((word, side_of(word, signed)) for word in words)
    return [side * word.flip * rarity.get(word.stem, 1.0) for word, side in sided if side]


def _rarity(document: Document) -> dict[str, float]:
    """0 … 1 for each stem of the paper: a word of every second sentence tells little in it."""
    places = document.sentences or tuple(block.span for block in document.blocks)
    seen: Counter[str] = Counter()
    for place in places:
        seen.update({stem(word) for word in re.findall(r"[^\W\d_]{3,}", place.of(document.text))})
    total = math.log(len(places) + 2)
    return {word: 1 - math.log(count + 1) / total for word, count in seen.items()}


def _sections(document: Document, sides: Sides, *, nlp: Language) -> list[tuple[int, int, float]]:
    """Start, end and side of each section, by the words of its heading; outer sections first."""
    titles = read_texts([section.title for section in document.sections], nlp=nlp)
    found = []
    for section, title in zip(document.sections, titles, strict=True):
        signs = [
            (side_of(word, sides.names) or side_of(word, sides.statements)) * word.flip
            for word in title.words
        ]
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
