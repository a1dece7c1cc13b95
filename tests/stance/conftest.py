"""Small papers for the tests of this room: invented sentences on whether homework helps pupils."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from debatemap import nlp
from debatemap.citations import cite
from debatemap.model import (
    Block,
    BlockKind,
    Citation,
    Claim,
    Debate,
    Document,
    Name,
    Pole,
    Reference,
    Span,
    Stance,
    Via,
    content_id,
)

DEBATE = Debate(
    title="Homework",
    thesis="Homework helps pupils to learn: it strengthens their independence.",
    attack=Pole("burden", "Homework harms pupils and steals their rest."),
    support=Pole("training", "Homework helps pupils to learn on their own."),
)
WORKS = tuple(
    Reference(f"{family.lower()}-{year}", (Name(family),), year)
    for family, year in (
        ("Alder", "2001"),
        ("Birch", "2005"),
        ("Cedar", "2009"),
        ("Elm", "2012"),
        ("Rowan", "2014"),
    )
)


Read = Callable[..., Document]
MakeClaim = Callable[..., Claim]


@pytest.fixture(scope="session")
def language() -> Language:
    return nlp.load()


@pytest.fixture(scope="session")
def debate() -> Debate:
    return DEBATE


@pytest.fixture(scope="session")
def paper() -> Read:
    """Paragraphs to a document with its sentences."""

    def read(*paragraphs: str, key: str = "paper") -> Document:
        text = "\n\n".join(paragraphs)
        blocks = []
        start = 0
        for paragraph in paragraphs:
            blocks.append(Block(Span(start, start + len(paragraph)), BlockKind.PARAGRAPH))
            start += len(paragraph) + 2
        document = Document(key, text, tuple(blocks), references=WORKS)
        return replace(document, sentences=nlp.split_sentences(document))

    return read


@pytest.fixture(scope="session")
def cited() -> Callable[[Document], list[Citation]]:
    """The resolved citations of a document."""
    return lambda document: cite(document, WORKS)


@pytest.fixture(scope="session")
def claim() -> MakeClaim:
    """What a sentence claims, the sentence found by its beginning."""

    def make(document: Document, holder: str, beginning: str, stance: Stance = Stance.NEUTRAL) -> Claim:
        places = (place for place in document.sentences if place.of(document.text).startswith(beginning))
        span = next(places)
        evidence = span.of(document.text)
        return Claim(
            id=content_id(document.key, holder, span.start),
            paper=document.key,
            holder=holder,
            scholar=holder,
            text=evidence,
            stance=stance,
            confidence=1.0,
            via=Via.NARRATIVE,
            evidence=evidence,
            span=span,
        )

    return make
