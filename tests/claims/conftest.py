"""A small world of works for constructed sentences, and the whole way from text to claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.model import Block, BlockKind, Claim, Debate, Document, Name, Pole, Reference, Span, work_key
from debatemap.nlp import load, split_sentences

DEBATE = Debate(
    title="Do minimum wages cost jobs?",
    thesis="Minimum wages destroy jobs.",
    attack=Pole("harmless", "Minimum wages leave employment as it is."),
    support=Pole("job killer", "Higher minimum wages make firms dismiss workers."),
)

# Invented scholars of many fields beside those of the debate.
_AUTHORS = (
    (("Adeyemi",), "1995"),
    (("Baker",), "2003"),
    (("Baker",), "2010"),
    (("Brandt",), "2000"),
    (("Card", "Krueger"), "1994"),
    (("Castel",), "2011"),
    (("Delgado",), "2007"),
    (("Dube", "Lester", "Reich"), "2010"),
    (("Fischer",), "2015"),
    (("Garcia",), "2012"),
    (("Ho", "Lin", "Peng", "Wu"), "2016"),
    (("Lindqvist",), "2008"),
    (("Marsh",), "1999"),
    (("Muñoz-Prado",), "2016"),
    (("Nakamura",), "2014"),
    (("Neumark", "Wascher"), "2007"),
    (("O’Hara",), "2005"),
    (("Okafor",), "2019"),
    (("Oyelaran", "Petrov"), "2011"),
    (("Quist",), "1987"),
    (("Rahman",), "2018"),
    (("Sorensen",), "2001"),
    (("van der Meer",), "2004"),
    (("Whitfield",), "1992"),
    (("Xu Yi",), "2013"),
    (("Yilmaz", "Zeller", "Vance"), "2020"),
)
WORKS = tuple(
    Reference(work_key(families, year), tuple(Name(family) for family in families), year)
    for families, year in _AUTHORS
)
"""Their titles are left out: they are cited by name and year, or by their place in this list."""

Extract = Callable[[str], tuple[Document, list[Claim]]]


@pytest.fixture(scope="session")
def extract() -> Extract:
    """Text (paragraphs apart by blank lines; "> " a block quotation, "# " a heading, "* " an item) → claims."""

    def run(text: str) -> tuple[Document, list[Claim]]:
        document = _document(text)
        claims = extract_claims(
            document, cite(document, WORKS), {work.key: work for work in WORKS}, DEBATE, nlp=load()
        )
        return document, claims

    return run


def _document(text: str) -> Document:
    kinds = {"> ": BlockKind.QUOTATION, "# ": BlockKind.HEADING, "* ": BlockKind.LIST_ITEM}
    blocks: list[Block] = []
    plain = ""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        mark = paragraph[:2]
        body = paragraph.removeprefix(mark) if mark in kinds else paragraph
        start = len(plain) + (2 if plain else 0)
        plain += ("\n\n" if plain else "") + body
        blocks.append(Block(Span(start, start + len(body)), kinds.get(mark, BlockKind.PARAGRAPH)))
    document = Document("a-paper", plain, tuple(blocks), references=WORKS)
    return replace(document, sentences=split_sentences(document))
