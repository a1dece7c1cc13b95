"""Read the labelled passages that help to train attribution; checked when run as a program.

    python benchmarks/passages.py        count them and check them

A passage (passages/NN-topic.txt, reviews/NNN-topic.txt) is a stretch of scholarly prose of our own over a
real debate, coded sentence by sentence: head lines (`thesis:`, `attack:`, `support:`, a `ref:` for each
work), then one sentence a line behind its labels: `-` (nobody), `self`, or the keys of the works that hold
it, in reviews each with the side it takes (`:+`, `:-`, `:0`). A blank line opens a paragraph, `## ` is a
heading, `> ` behind the bar a block quotation.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from debatemap.citations import cite
from debatemap.model import (
    Block,
    BlockKind,
    Debate,
    Document,
    Name,
    Pole,
    Reference,
    Section,
    Span,
    work_key,
)
from debatemap.nlp import split_sentences

FOLDER = Path(__file__).resolve().parent / "passages"
REVIEWS = FOLDER.parent / "reviews"
SIGNS = {"+": 1, "-": -1, "0": 0}
NOBODY = "-"
SAME_SPLIT = 0.97  # of the sentences, as the splitter finds them by itself


@dataclass(frozen=True)
class Passage:
    """A passage and its coding: `labels[i]` are the holders of `document.sentences[i]`; in reviews
    `stances[i]` says which side each takes there (1, -1 or 0), elsewhere nothing."""

    document: Document
    debate: Debate
    labels: tuple[frozenset[str], ...]
    stances: tuple[dict[str, int], ...]


class PassageError(Exception):
    """A line of a passage that cannot be read."""


def read_passages(folder: Path = FOLDER) -> list[Passage]:
    """All passages of a folder, by file name; raises PassageError with file and line."""
    return [read_passage(path) for path in sorted(folder.glob("*.txt"))]


def read_passage(path: Path) -> Passage:
    """One passage. Its sentences are the lines of the file, not what a splitter makes of them."""
    said: dict[str, str] = {}
    references: list[Reference] = []
    page = _Page()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        head, _, rest = line.partition(":")
        if head == "ref":
            references.append(_reference(rest))
        elif head in ("thesis", "attack", "support"):
            said[head] = rest.strip()
        elif not line.strip():
            page.close()
        elif line.startswith("## "):
            page.add_heading(line.removeprefix("## ").strip())
        else:
            labels, bar, sentence = line.partition(" | ")
            if not bar:
                raise PassageError(f"{path.name}, line {number}: no bar between labels and sentence")
            page.add_sentence(sentence.strip(), [label for label in labels.split() if label != NOBODY])
    page.close()
    known = {reference.key for reference in references} | {"self"}
    for holders in page.labels:
        if not holders <= known:
            raise PassageError(f"{path.name}: no reference for {', '.join(sorted(holders - known))}")
    document = Document(
        path.stem,
        "".join(page.pieces),
        tuple(page.blocks),
        sections=page.sections(),
        references=tuple(references),
        sentences=tuple(page.sentences),
    )
    poles = {side: Pole(*(part.strip() for part in said[side].split("|"))) for side in ("attack", "support")}
    return Passage(document, Debate("", said["thesis"], **poles), tuple(page.labels), tuple(page.stances))


class _Page:
    """The text as it grows line by line, with what stands where."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.sentences: list[Span] = []
        self.labels: list[frozenset[str]] = []
        self.stances: list[dict[str, int]] = []
        self._headings: list[tuple[str, int]] = []
        self._at = 0
        self._opened: tuple[int, BlockKind] | None = None

    def add_heading(self, title: str) -> None:
        self.close()
        self._open(BlockKind.HEADING)
        self._headings.append((title, self._at))
        self._write(title)
        self.close()

    def add_sentence(self, sentence: str, labels: list[str]) -> None:
        kind = BlockKind.QUOTATION if sentence.startswith("> ") else BlockKind.PARAGRAPH
        if self._opened and self._opened[1] is not kind:
            self.close()
        if self._opened:
            self._write(" ")
        else:
            self._open(kind)
        start = self._at
        self._write(sentence.removeprefix("> "))
        self.sentences.append(Span(start, self._at))
        sided = [label.partition(":") for label in labels]
        self.labels.append(frozenset(holder for holder, _, _ in sided))
        self.stances.append({holder: SIGNS[side] for holder, colon, side in sided if colon})

    def close(self) -> None:
        if self._opened:
            start, kind = self._opened
            self.blocks.append(Block(Span(start, self._at), kind))
            self._opened = None

    def sections(self) -> tuple[Section, ...]:
        starts = [start for _, start in self._headings]
        ends = [*starts[1:], self._at]
        return tuple(
            Section(title, 2, Span(start, ends[at])) for at, (title, start) in enumerate(self._headings)
        )

    def _open(self, kind: BlockKind) -> None:
        if self.blocks:
            self._write("\n\n")
        self._opened = (self._at, kind)

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self._at += len(text)


def _reference(line: str) -> Reference:
    """`Hess, H.; Vine, F. | 1962a | History of ocean basins`."""
    authors, year, title = (part.strip() for part in line.split("|"))
    names = tuple(Name(*(half.strip() for half in author.split(",", 1))) for author in authors.split(";"))
    suffix = year.lstrip("0123456789")
    digits = year.removesuffix(suffix)
    key = work_key([name.family for name in names], digits, suffix)
    return Reference(key, names, digits, title=title, suffix=suffix, raw=line.strip())


def main() -> None:
    """Check every passage: the splitter agrees, and whoever holds a sentence is named or was named."""
    passages = [*read_passages(), *read_passages(REVIEWS)]
    faults: list[str] = []
    same = total = held = unresolved = 0
    for passage in passages:
        document = passage.document
        split = set(split_sentences(replace(document, sentences=())))
        for sentence in document.sentences:
            same += sentence in split
            if sentence not in split:
                print(f"{document.key}: split otherwise: {sentence.of(document.text)}")
        total += len(document.sentences)
        held += sum(bool(holders) for holders in passage.labels)
        cited = set()
        for citation in cite(document):
            if citation.key:
                cited.add(citation.key)
            else:
                unresolved += 1
                print(f"{document.key}: unresolved: {citation.span.of(document.text)}")
        works = {reference.key for reference in document.references}
        if len(works) != len(document.references):
            faults.append(f"{document.key}: a work is listed twice")
        for key in sorted(works - cited):
            faults.append(f"{document.key}: never cited: {key}")
        for key in sorted(frozenset().union(*passage.labels) - cited - {"self"}):
            faults.append(f"{document.key}: holds a sentence but is not found in the text: {key}")
    print(
        f"{len(passages)} passages, {total} sentences, {held} of them held, {unresolved} citations unresolved"
    )
    print(f"split alike: {same / total:.3f}")
    if same / total < SAME_SPLIT:
        faults.append("the splitter disagrees too often")
    print("\n".join(faults))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
