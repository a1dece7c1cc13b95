"""Passages of our own with a stance for each line: `Gold` objects like those of the coded papers.

passages/stances.csv (passage, first 40 characters of the line, holder, stance) codes what the lines of
passages/NN-topic.txt say of the passage's thesis, by reading. Passages with an even number are for
development; those with an odd number are held out: for figures only. The lines of the reviews
(reviews/NNN-topic.txt) were coded as they were written.
"""

from __future__ import annotations

import csv
from collections import defaultdict

from passages import FOLDER, REVIEWS, Passage, read_passages
from spacy.language import Language
from stance_gold import Gold, as_gold

# For each (passage, beginning of the sentence): holder → stance.
Codes = dict[tuple[str, str], dict[str, int]]


def coded_passages(*, held_out: bool, nlp: Language) -> list[Gold]:
    """The passages that are coded for stance: those held out, or those for development."""
    codes = _codes()
    names = {passage for passage, _ in codes}
    return [
        _gold(passage, codes, nlp)
        for passage in read_passages()
        if passage.document.key in names and (_number(passage) % 2 == 1) == held_out
    ]


def coded_reviews(*, held_out: bool, nlp: Language) -> list[Gold]:
    """The quarter of the reviews that is held out for figures, or that by which constants of the stance
    model were chosen (those whose number four divides)."""
    return [
        as_gold(
            review.document.key,
            review.debate,
            review.document,
            [
                (place, holder, sign)
                for place, signs in zip(review.document.sentences, review.stances, strict=True)
                for holder, sign in sorted(signs.items())
            ],
            nlp=nlp,
        )
        for review in read_passages(REVIEWS)
        if _number(review) % 4 == (1 if held_out else 0)
    ]


def _number(passage: Passage) -> int:
    return int(passage.document.key.partition("-")[0])


def _codes() -> Codes:
    codes: Codes = defaultdict(dict)
    with (FOLDER / "stances.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            codes[row["passage"], row["begins"].removeprefix("> ")][row["holder"]] = int(row["stance"])
    return codes


def _gold(passage: Passage, codes: Codes, nlp: Language) -> Gold:
    document = passage.document
    rows = []
    for place in document.sentences:
        sentence = place.of(document.text)
        begins = next(
            (begins for size in range(40, 36, -1) if (begins := (document.key, sentence[:size])) in codes),
            None,
        )
        rows += [(place, holder, sign) for holder, sign in sorted(codes[begins].items())] if begins else []
    return as_gold(document.key, passage.debate, document, rows, nlp=nlp)
