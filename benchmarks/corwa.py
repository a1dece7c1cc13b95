"""Measures on CORWA (Li et al. 2022), related work of papers in computational linguistics: which sentences
are given to the paper that they report? `python benchmarks/corwa.py [--misses]`. Never trained on.

A pair is a sentence and a cited paper. Gold: the sentences of a span that reports a paper ("dominant"),
follow-up sentences without a citation included. A pair whose paper is only referred to in the sentence
counts neither way: the coding does not say whether a statement is backed by it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from shared import shared

from debatemap.citations import cite
from debatemap.claims.attribute import attribute
from debatemap.claims.model import load_model
from debatemap.claims.scene import lay_out
from debatemap.model import Block, BlockKind, Citation, Document, Span
from debatemap.nlp import load

Pair = tuple[int, str]


def read_paragraph(row: dict[str, Any]) -> Document:
    """A paragraph with the coding's own sentences; line breaks are blanks, offsets stay."""
    text = row["text"].replace("\n", " ")
    sentences = [_trimmed(text, part["start"], part["end"]) for part in row["sentences"]]
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    return Document("paragraph", text, (block,), sentences=tuple(s for s in sentences if len(s)))


def _trimmed(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return Span(start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip()))


def marked_keys(text: str, part: dict[str, Any], marks: Sequence[str], cited: Sequence[Citation]) -> set[str]:
    """The keys of the citations that stand where the span's marks stand."""
    found = set()
    for mark in marks:
        for place in re.finditer(re.escape(mark), text[part["start"] : part["end"]]):
            here = Span(part["start"] + place.start(), part["start"] + place.end())
            found |= {c.key or c.provisional_key for c in cited if c.span.overlaps(here)}
    return found


@dataclass
class Coding:
    """Pairs that are reported, pairs that count neither way, and sentences of a report whose paper the
    coding does not name: nothing said of them counts."""

    reported: set[Pair] = field(default_factory=set)
    aside: set[Pair] = field(default_factory=set)
    unnamed: set[int] = field(default_factory=set)

    def counts(self, pair: Pair) -> bool:
        """True when giving this pair is right or wrong."""
        return pair in self.reported or (pair not in self.aside and pair[0] not in self.unnamed)


def read_coding(row: dict[str, Any], document: Document, cited: Sequence[Citation]) -> Coding:
    """The coding of a paragraph in the program's own keys."""
    coding = Coding()
    for part in row["spans"]:
        span = Span(part["start"], part["end"])
        for at, sentence in enumerate(document.sentences):
            if not sentence.overlaps(span):
                continue
            # Where a citation stands in the sentence and the span, but is not what is reported.
            coding.aside |= {
                (at, c.key or c.provisional_key)
                for c in cited
                if c.span.overlaps(span) and c.span.overlaps(sentence)
            }
            within = min(sentence.end, span.end) - max(sentence.start, span.start)
            if part["type"] == "Dominant" and within > len(sentence) / 2:
                keys = marked_keys(document.text, part, list(part["dominant"]), cited)
                coding.reported |= {(at, key) for key in keys}
                if not keys:
                    coding.unnamed.add(at)
    return coding


def main() -> None:
    """Print precision, recall and F1 of the pairs."""
    path = shared("data", "corwa", "train.jsonl")
    nlp, model = load(), load_model()
    counts: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = read_paragraph(row)
        cited = cite(document)
        coding = read_coding(row, document, cited)
        scene = lay_out(document, cited, nlp=nlp)
        index = {id(sentence): at for at, sentence in enumerate(scene.lines)}
        given = {
            (index[id(h.line)], h.holder) for h in attribute(scene, model, frozenset()) if h.holder != "self"
        }
        gold, given = coding.reported, {pair for pair in given if coding.counts(pair)}
        counts.update(right=len(gold & given), given=len(given), held=len(gold), unnamed=len(coding.unnamed))
        if "--misses" in sys.argv[1:]:
            for word, pairs in (("MISS", gold - given), ("EXTRA", given - gold)):
                for at, key in sorted(pairs):
                    print(word, key, document.sentences[at].of(document.text)[:160])
    p, r = counts["right"] / counts["given"], counts["right"] / counts["held"]
    print(
        f"corwa: sentences given to the paper they report  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}"
    )
    print(f"       of {counts['held']} pairs; in {counts['unnamed']} sentences the coding names no paper")


if __name__ == "__main__":
    main()
