"""The tables of words by which pages and lines of a PDF are told apart."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from debatemap.corpus.pdf_lines import Line

# A page of a paper has more words of prose than a cover.
_MOST_WORDS = 420


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this file; lines that begin with "#" are remarks."""
    text = files("debatemap.corpus").joinpath(name).read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


@cache
def _cover_marks() -> list[re.Pattern[str]]:
    return [re.compile(row["pattern"], re.IGNORECASE) for row in rows("pdf_cover_marks.csv")]


def cover_marks(lines: Sequence[Line]) -> int:
    """How many of the marks in pdf_cover_marks.csv a page bears; 0 where it has much prose."""
    text = " ".join(line.text for line in lines)
    if len(text.split()) > _MOST_WORDS:
        return 0
    return sum(bool(mark.search(text)) for mark in _cover_marks())


@cache
def _captions() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(row["pattern"], re.IGNORECASE), row["kind"]) for row in rows("pdf_captions.csv")]


_LOOSE = re.compile(r"^[A-Z][a-zçã]{2,12}\.?\s+(?:\d{1,2}|[IVX]{1,4})\s+(?=[A-Z(])")


def caption_kind(text: str, *, loose: bool = False) -> str:
    """The kind that pdf_captions.csv gives for how a block begins: "caption", "source" or "".

    `loose`: the block is not set as the running text is, so that no stop need stand behind the
    number ("Table 3 Wages by region").
    """
    if loose:
        text = _LOOSE.sub(lambda found: found[0].rstrip() + ". ", text)
    return next((kind for pattern, kind in _captions() if pattern.match(text)), "")


@cache
def _notices() -> list[re.Pattern[str]]:
    return [re.compile(row["pattern"], re.IGNORECASE) for row in rows("pdf_notices.csv")]


def is_notice(text: str) -> bool:
    """True for a publisher's notice: it bears a mark of pdf_notices.csv and is no long prose."""
    return len(text.split()) <= 90 and any(mark.search(text) for mark in _notices())
