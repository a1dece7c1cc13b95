"""Passages of our own with a stance for each line: `Gold` objects like those of the coded papers.

passages/stances.csv (passage, first 40 characters of the line, holder, stance) codes what the lines of
passages/NN-topic.txt say of the passage's thesis, by reading. Passages with an even number are for
development; those with an odd number are held out: for figures only.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace

from passages import FOLDER, Passage, read_passages
from spacy.language import Language
from stance_gold import Gold

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.model import Claim, Span, Stance, Via, content_id

# For each (passage, beginning of the sentence): holder → stance.
Codes = dict[tuple[str, str], dict[str, int]]


def coded_passages(*, held_out: bool, nlp: Language) -> list[Gold]:
    """The passages that are coded for stance: those held out, or those for development."""
    codes = _codes()
    names = {passage for passage, _ in codes}
    return [
        _gold(passage, codes, nlp)
        for passage in read_passages()
        if passage.document.key in names and is_held_out(passage.document.key) == held_out
    ]


def is_held_out(name: str) -> bool:
    """Odd numbers are."""
    return int(name.partition("-")[0]) % 2 == 1


def _codes() -> Codes:
    codes: Codes = defaultdict(dict)
    with (FOLDER / "stances.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            codes[row["passage"], row["begins"].removeprefix("> ")][row["holder"]] = int(row["stance"])
    return codes


def _gold(passage: Passage, codes: Codes, nlp: Language) -> Gold:
    """The coded lines as claims. Where the program finds just one claim of the holder in the sentence, its
    words and what the report commits the holder to are taken over: so stance meets them in a run."""
    document = passage.document
    works = {work.key: work for work in document.references}
    found: dict[tuple[Span | None, str], list[Claim]] = defaultdict(list)
    for claim in extract_claims(document, cite(document), works, passage.debate, nlp=nlp):
        found[claim.span, claim.holder].append(claim)
    claims = []
    for place in document.sentences:
        sentence = place.of(document.text)
        begins = next(
            (begins for size in range(40, 36, -1) if (begins := (document.key, sentence[:size])) in codes),
            None,
        )
        for holder, sign in sorted(codes[begins].items()) if begins else []:
            same = found[place, holder]
            claim = same[0] if len(same) == 1 else _plain(document.key, holder, place, sentence)
            claims.append(replace(claim, stance=Stance.of_sign(sign), confidence=1.0))
    return Gold(document.key, passage.debate, document, tuple(claims), {}, len(document.text))


def _plain(key: str, holder: str, place: Span, sentence: str) -> Claim:
    return Claim(
        id=content_id(key, holder, place.start),
        paper=key,
        holder=holder,
        scholar=holder,
        text=sentence,
        stance=Stance.NEUTRAL,
        confidence=1.0,
        via=Via.CARRIED,
        evidence=sentence,
        span=place,
    )
