"""One paper in every format that pandoc can make of it: read the same from each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.corpus import read_document
from debatemap.model import BlockKind, Document

PAPER = """---
title: Councils and their critics
author: Ada King
date: 2019
bibliography: refs.bib
---

# Introduction

Mill argues councils *educate* us [@mill1861, 54].[^1] As @pateman1970 [45] puts it:

> Participation develops the very qualities it needs.

and this is the core of the case. Others disagree [@dahl1961].

[^1]: Mill had doubts, too [@mill1861, 60].

    He voiced them late.

## A second look

- first point
- second point

# References
"""
WORKS = """
@book{mill1861, author={Mill, John Stuart}, title={Considerations}, year=1861, publisher={Parker}}
@book{pateman1970, author={Pateman, Carole}, title={Participation and Democracy}, year=1970, publisher={CUP}}
@book{dahl1961, author={Dahl, Robert A.}, title={Who Governs?}, year=1961, publisher={Yale}}
"""
RENDERED = [
    ("heading", "Introduction"),
    (
        "paragraph",
        "Mill argues councils educate us (Mill 1861, 54). As Pateman (1970, 45) puts it:",
    ),
    ("quotation", "Participation develops the very qualities it needs."),
    ("paragraph", "and this is the core of the case. Others disagree (Dahl 1961)."),
    ("heading", "A second look"),
    ("list_item", "first point"),
    ("list_item", "second point"),
    ("footnote", "Mill had doubts, too (Mill 1861, 60)."),
    ("footnote", "He voiced them late."),
]
BY_KEY = [
    (kind, text.replace("(Mill 1861, 54)", "(Mill, 1861: 54)").replace("(Mill 1861, 60)", "(Mill, 1861: 60)"))
    for kind, text in RENDERED
]
BY_KEY[1] = ("paragraph", BY_KEY[1][1].replace("(1970, 45)", "(1970: 45)"))
BY_KEY[3] = ("paragraph", BY_KEY[3][1].replace("(Dahl 1961)", "(Dahl, 1961)"))
LISTED = {"mill-1861", "pateman-1970", "dahl-1961"}
KEYED = {"mill1861", "pateman1970", "dahl1961"}

Convert = Callable[..., Path]


def outline(document: Document) -> list[tuple[str, str]]:
    """The blocks, without the title and the front matter that some formats have in their text."""
    blocks = [(block.kind.value, block.span.of(document.text)) for block in document.blocks]
    return [block for block in blocks if block[0] != "other" and block[1] != document.title]


@pytest.mark.parametrize(
    ("name", "options", "expected", "keys"),
    [
        ("paper.docx", ["--citeproc"], RENDERED, LISTED),
        ("paper.odt", ["--citeproc"], RENDERED, LISTED),
        ("paper.epub", ["--citeproc", "--metadata=lang:en-GB"], RENDERED, LISTED),
        ("paper.html", ["--citeproc"], RENDERED, LISTED),
        ("list.tex", ["--citeproc"], RENDERED, LISTED),
        ("paper.xml", ["--citeproc", "--to=jats"], RENDERED, LISTED),
        ("paper.tei", ["--citeproc", "--to=tei"], RENDERED, LISTED),
        ("natbib.tex", ["--natbib"], BY_KEY, KEYED),
        ("biblatex.tex", ["--biblatex"], BY_KEY, KEYED),
        ("paper.md", ["--to=markdown"], BY_KEY, KEYED),
    ],
)
def test_same_paper(
    convert: Convert, name: str, options: list[str], expected: list[tuple[str, str]], keys: set[str]
) -> None:
    """Title, author, year, text, note, quotation and works are the same from each."""
    document = read_document(convert(PAPER, name, *options, bibliography=WORKS))
    assert outline(document) == expected
    assert (document.title, document.year) == ("Councils and their critics", "2019")
    assert [author.family for author in document.authors] == ["King"]
    assert {work.key for work in document.references} == keys
    assert document.warnings == ()
    goes_on = [block.span.of(document.text)[:11] for block in document.blocks if block.continues]
    assert goes_on == ["and this is"]
    (note,) = document.footnotes
    assert note.call is not None
    assert document.text[: note.call].endswith("54).")
    assert note.span.of(document.text).endswith("late.")


@pytest.mark.parametrize(
    ("name", "options", "links"),
    [
        (
            "linked.html",
            ["--citeproc"],
            [("Mill 1861, 54", "mill-1861"), ("Pateman (1970, 45)", "pateman-1970")],
        ),
        ("linked.tex", ["--natbib"], [("Mill, 1861: 54", "mill1861"), ("Pateman (1970: 45)", "pateman1970")]),
    ],
)
def test_links(convert: Convert, name: str, options: list[str], links: list[tuple[str, str]]) -> None:
    """Citations that the source links to works come with the keys of those works."""
    document = read_document(convert(PAPER, name, *options, bibliography=WORKS))
    found = [(link.span.of(document.text), *link.keys) for link in document.links]
    assert found[:2] == links


def test_abstract_style(convert: Convert) -> None:
    """pandoc's abstract field becomes an abstract in Word."""
    document = read_document(convert("---\nabstract: In short.\n---\n\nText it is.\n", "abstract.docx"))
    kinds = {block.kind for block in document.blocks if block.span.of(document.text) == "In short."}
    assert kinds == {BlockKind.ABSTRACT}
