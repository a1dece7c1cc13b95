"""A text and a reference list in, what the checks find out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from debatemap.checks import Check, Finding, check_document
from debatemap.citations import cite
from debatemap.model import Block, BlockKind, Document, Footnote, Name, Reference, Span
from debatemap.nlp import split_sentences

WORKS = {
    "coase-1960": Reference(
        "coase-1960", (Name("Coase", "R."),), "1960", "The Problem of Social Cost",
        container="Journal of Law and Economics", pages="1–44",
    ),
    "granovetter-1973": Reference(
        "granovetter-1973", (Name("Granovetter", "M."),), "1973", "The Strength of Weak Ties",
        container="American Journal of Sociology", pages="1360–80",
    ),
    "hardin-1968": Reference(
        "hardin-1968", (Name("Hardin", "G."),), "1968", "The Tragedy of the Commons",
        container="Science", pages="1243–1248",
    ),
    "keck-sikkink-1998": Reference(
        "keck-sikkink-1998", (Name("Keck", "M."), Name("Sikkink", "K.")), "1998",
        "Activists beyond Borders", publisher="Cornell University Press",
    ),
    "olson-1965": Reference(
        "olson-1965", (Name("Olson", "M."),), "1965", "The Logic of Collective Action",
        publisher="Harvard University Press",
    ),
    "ostrom-1990": Reference(
        "ostrom-1990", (Name("Ostrom", "E."),), "1990", "Governing the Commons",
        publisher="Cambridge University Press",
    ),
    "world-bank-2001": Reference(
        "world-bank-2001", (Name("World Bank"),), "2001", "Attacking Poverty", url="https://www.worldbank.org",
    ),
}  # fmt: skip
"""Well-known works: three articles with their pages, three books, a report on the web."""

Found = Callable[..., list[Finding]]


def document(text: str, *, key: str = "paper", listed: tuple[str, ...] = ()) -> Document:
    """Paragraphs parted by empty lines; "## " opens a heading, "[^1]" a footnote, called where ^1 stands
    in the text, "> " a quotation."""
    kinds = {"## ": BlockKind.HEADING, "[^": BlockKind.FOOTNOTE, "> ": BlockKind.QUOTATION}
    blocks: list[Block] = []
    notes: list[Footnote] = []
    for found in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        sign = next((sign for sign in kinds if found[0].startswith(sign)), "")
        start = found.start() + (2 if sign == "> " else 0)
        blocks.append(Block(Span(start, found.end()), kinds.get(sign, BlockKind.PARAGRAPH)))
        if sign == "[^":
            call = text.find("^" + found[0][2])
            notes.append(Footnote(found[0][2], blocks[-1].span, call if call < found.start() else None))
    made = Document(
        key, text, tuple(blocks), footnotes=tuple(notes), references=tuple(WORKS[name] for name in listed)
    )
    return replace(made, sentences=split_sentences(made))


def check(
    text: str, corpus: Mapping[str, str] | None = None, *, listed: tuple[str, ...] = ()
) -> list[Finding]:
    """The findings in a text that may cite every work of WORKS; `corpus`: key → text of a cited paper."""
    paper = document(text, listed=listed)
    papers = {key: document(words, key=key) for key, words in (corpus or {}).items()}
    return check_document(paper, cite(paper, tuple(WORKS.values())), WORKS, corpus=papers)


@pytest.fixture
def found() -> Found:
    """The findings of one kind in a text."""

    def find(
        kind: Check, text: str, corpus: Mapping[str, str] | None = None, *, listed: tuple[str, ...] = ()
    ) -> list[Finding]:
        return [one for one in check(text, corpus, listed=listed) if one.check is kind]

    return find
