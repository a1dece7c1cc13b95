"""The quotations of a document: what stands between quotation marks, and block quotations."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from debatemap.model import Block, BlockKind, Document, Span

_SILENT = frozenset({BlockKind.HEADING, BlockKind.OTHER})
_BEFORE_OPENING = re.compile(r"(?:^|[\s(\[{—–/*_-]|[“‘\"'«„‚])$")
_SOURCE_BEHIND = re.compile(r"\s*[(\[][^()\[\]]{2,200}[)\]]\W*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words taken over: `span` without the marks, `outer` with them; `is_block` for a block quotation."""

    span: Span
    outer: Span
    is_block: bool = False


def find_quotations(document: Document) -> list[Quotation]:
    """Every quotation in text and footnotes, in order; those inside another quotation are left out.

    >>> text = "They 'doubt the workers' resolve', she says."
    >>> paragraph = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    >>> [q.span.of(text) for q in find_quotations(Document("a", text, (paragraph,)))]
    ["doubt the workers' resolve"]
    """
    found: list[Quotation] = []
    for block in document.blocks:
        if block.kind is BlockKind.QUOTATION:
            found.append(_block_quotation(document.text, block))
        elif block.kind not in _SILENT:
            found += _marked(document.text, block)
    return found


def _block_quotation(text: str, block: Block) -> Quotation:
    """A block quotation without the bracket behind it that gives the source."""
    printed = block.span.of(text)
    behind = _SOURCE_BEHIND.search(printed)
    end = block.span.start + (behind.start() if behind else len(printed.rstrip()))
    start = block.span.start
    if end - start > 1 and text[start] in _closing_marks() and text[end - 1] in _closing_marks()[text[start]]:
        start, end = start + 1, end - 1
    return Quotation(Span(start, end), block.span, is_block=True)


def _marked(text: str, block: Block) -> Iterator[Quotation]:
    at = block.span.start
    while at < block.span.end:
        mark = next((mark for mark in _closing_marks() if text.startswith(mark, at)), "")
        if mark and _opens(text, at, mark, block):
            closes = _closing(text, at + len(mark), mark, block.span.end)
            if closes is not None:
                end = closes.end
                yield Quotation(Span(at + len(mark), closes.start), Span(at, end))
                at = end
                continue
        at += 1


def _opens(text: str, at: int, mark: str, block: Block) -> bool:
    """Marks open at the beginning of a word."""
    inside = text[at + len(mark) : at + len(mark) + 1]
    before = text[max(block.span.start, at - 1) : at]
    return bool(inside) and not inside.isspace() and _BEFORE_OPENING.search(before) is not None


def _closing(text: str, start: int, mark: str, stop: int) -> Span | None:
    """Where the quotation ends; None when its mark is never closed.

    A single mark behind an s and before a word may be a possessive ("workers' rights"): then a later
    mark that can be nothing but a closing one is taken, unless another quotation opens before it.
    """
    doubtful: Span | None = None
    depth = 0
    for at in range(start, stop):
        if mark in ("'", "‘") and _opens_again(text, at, mark):
            if doubtful is not None:
                return doubtful
            depth += mark == "‘"
        elif any(text.startswith(closing, at) for closing in _closing_marks()[mark]):
            closing = next(c for c in _closing_marks()[mark] if text.startswith(c, at))
            end = at + len(closing)
            if not _closes(text, at, end):
                continue
            if depth:
                depth -= 1
                continue
            if not _may_be_possessive(text, at, end, mark):
                return Span(at, end)
            doubtful = doubtful or Span(at, end)
    return doubtful


def _opens_again(text: str, at: int, mark: str) -> bool:
    return (
        text[at] == mark
        and text[at + 1 : at + 2].isalnum()
        and _BEFORE_OPENING.search(text[at - 1 : at]) is not None
    )


def _closes(text: str, at: int, end: int) -> bool:
    """Marks close at the end of a word or after a stop."""
    return not text[at - 1].isspace() and not text[end : end + 1].isalnum()


def _may_be_possessive(text: str, at: int, end: int, mark: str) -> bool:
    single = mark in ("'", "‘", "‚")
    return single and text[at - 1] in "sSzx" and re.match(r"\s+[^\W\d_]", text[end : end + 3]) is not None


@cache
def _closing_marks() -> dict[str, tuple[str, ...]]:
    """Opening mark → the marks that close it."""
    text = files("debatemap.checks").joinpath("quotation_marks.csv").read_text(encoding="utf-8")
    marks: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(text.splitlines()):
        marks[row["opens"]] = (*marks.get(row["opens"], ()), row["closes"])
    return marks
