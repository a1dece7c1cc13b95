"""Markdown to Documents, whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debatemap.model import Block, BlockKind, Document, Footnote, Name, Section, Span
from debatemap.nlp import split_sentences

Read = Callable[..., Document]

WHOLE = """# Do councils educate?

Journal of Town Studies 2018, Vol. 44(4) 661–675

**Ada King**

## Abstract

Councils *may* educate.

## Introduction

Mill says they do.<sup>1</sup>

> They are a school.

---

Others doubt it.

## Notes

1. He says it twice.

## References

- Mill JS (1861) *Considerations on Representative Government*. London: Parker.
"""


def test_whole_document(read: Read) -> None:
    """Title, front matter, abstract, quotation, note and reference list in their places."""
    text = "\n\n".join(
        [
            "Do councils educate?",
            "Journal of Town Studies 2018, Vol. 44(4) 661–675",
            "Ada King",
            "Abstract",
            "Councils may educate.",
            "Introduction",
            "Mill says they do.",
            "They are a school.",
            "Others doubt it.",
            "He says it twice.",
        ]
    )

    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    kinds = [
        ("Do councils educate?", BlockKind.HEADING),
        ("Journal of Town Studies 2018, Vol. 44(4) 661–675", BlockKind.OTHER),
        ("Ada King", BlockKind.OTHER),
        ("Abstract", BlockKind.HEADING),
        ("Councils may educate.", BlockKind.ABSTRACT),
        ("Introduction", BlockKind.HEADING),
        ("Mill says they do.", BlockKind.PARAGRAPH),
        ("They are a school.", BlockKind.QUOTATION),
        ("Others doubt it.", BlockKind.PARAGRAPH),
        ("He says it twice.", BlockKind.FOOTNOTE),
    ]
    end = span("Others doubt it.").end
    document = read(WHOLE, "King 2018.md")
    assert [work.key for work in document.references] == ["mill-1861"]
    assert document == Document(
        key="king-2018",
        text=text,
        blocks=tuple(Block(span(part), kind) for part, kind in kinds),
        title="Do councils educate?",
        authors=(Name("King", "Ada"),),
        year="2018",
        sections=(
            Section("Do councils educate?", 1, Span(0, end)),
            Section("Abstract", 2, Span(span("Abstract").start, span("Introduction").start)),
            Section("Introduction", 2, Span(span("Introduction").start, end)),
        ),
        footnotes=(Footnote("1", span("He says it twice."), span("Mill says they do.").end),),
        references=document.references,
    )


def outline(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


CASES = [
    pytest.param("A *b* **c** `d` ~~e~~.", [("paragraph", "A b c d e.")], id="emphasis dropped, words kept"),
    pytest.param(
        'He said "no" -- twice...', [("paragraph", 'He said "no" -- twice...')], id="marks as typed"
    ),
    pytest.param(
        "One\nline.\n\nTwo.", [("paragraph", "One line."), ("paragraph", "Two.")], id="wrapped lines"
    ),
    pytest.param("A.\n\n***\n\nB.", [("paragraph", "A."), ("paragraph", "B.")], id="rules dropped"),
    pytest.param(
        "See [the page](http://x.org) now.", [("paragraph", "See the page now.")], id="links to words"
    ),
    pytest.param(
        "A.\n\n![A map](m.png)\n\nB.", [("paragraph", "A."), ("paragraph", "B.")], id="images dropped"
    ),
    pytest.param(
        "A.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n: Votes cast\n",
        [("paragraph", "A."), ("other", "Votes cast")],
        id="table dropped, its caption kept apart",
    ),
    pytest.param("- a\n- b\n", [("list_item", "a"), ("list_item", "b")], id="list items"),
    pytest.param(
        "The 19<sup>th</sup> century.", [("paragraph", "The 19th century.")], id="raised letters stay"
    ),
    pytest.param(
        "A claim.<sup>7</sup> Next.", [("paragraph", "A claim. Next.")], id="call of no known note dropped"
    ),
    pytest.param(
        "Some 5 m<sup>2</sup> of it.", [("paragraph", "Some 5 m2 of it.")], id="a unit's power stays"
    ),
    pytest.param(
        "A claim.[^1] Next.\n\n[^1]: Why.\n",
        [("paragraph", "A claim. Next."), ("footnote", "Why.")],
        id="Markdown footnote",
    ),
    pytest.param(
        "A claim.² Next.\n\n## Notes\n\n1. One.\n2. Two.\n",
        [("paragraph", "A claim. Next."), ("footnote", "One."), ("footnote", "Two.")],
        id="raised figure calls an endnote",
    ),
    pytest.param(
        "## Introduction\n\nA.\n\n## Funding\n\nPaid by none.\n\n## Conclusion\n\nB.",
        [
            ("heading", "Introduction"),
            ("paragraph", "A."),
            ("heading", "Funding"),
            ("other", "Paid by none."),
            ("heading", "Conclusion"),
            ("paragraph", "B."),
        ],
        id="apparatus up to the next heading",
    ),
    pytest.param(
        "## Introduction\n\nA.\n\n## Keywords\n\ntowns, votes\n\n" + "Word " * 40 + "end.",
        [
            ("heading", "Introduction"),
            ("paragraph", "A."),
            ("other", "Keywords"),
            ("other", "towns, votes"),
            ("paragraph", "Word " * 40 + "end."),
        ],
        id="keywords and addresses end where prose begins",
    ),
    pytest.param(
        "First.<sup>1</sup>\n\n<sup>1</sup> A note below.\n\nSecond.",
        [("paragraph", "First."), ("paragraph", "Second."), ("footnote", "A note below.")],
        id="footnote left between paragraphs by a conversion",
    ),
    pytest.param(
        "First.${ }^{1}$ Second.\n\n## Notes\n\n1. Why.\n",
        [("paragraph", "First. Second."), ("footnote", "Why.")],
        id="call written as a formula",
    ),
    pytest.param(
        "## Notes\n\nHe says so.\n",
        [("heading", "Notes"), ("paragraph", "He says so.")],
        id="notes without numbers are somebody's remarks",
    ),
    pytest.param(
        "## Sources\n\nI went to the archive.\n\nIt was closed.\n",
        [("heading", "Sources"), ("paragraph", "I went to the archive."), ("paragraph", "It was closed.")],
        id="a section on sources is no reference list",
    ),
    pytest.param(
        "It was\n\n12 Town Studies 3\n\ntaken.\n\nKing 13\n\nSo.\n\nTown Studies 14\n\n15\n\n16 Town Studies\n",
        [
            ("paragraph", "It was"),
            ("other", "12 Town Studies 3"),
            ("paragraph", "taken."),
            ("paragraph", "King 13"),
            ("paragraph", "So."),
            ("other", "Town Studies 14"),
            ("other", "15"),
            ("other", "16 Town Studies"),
        ],
        id="running heads and page numbers are no text",
    ),
    pytest.param(
        "First.<br><br>Second<br>line.",
        [("paragraph", "First."), ("paragraph", "Second line.")],
        id="two line breaks part paragraphs, one does not",
    ),
    pytest.param(
        "German satt `full' and trots `proud' differ.",
        [("paragraph", "German satt `full' and trots `proud' differ.")],
        id="backticks as quotation marks are no code",
    ),
    pytest.param(
        "He wrote:\n\n    A council is a school of virtue for all.\n\nSo it is.\n\n    x = f(y) + 2\n",
        [
            ("paragraph", "He wrote:"),
            ("quotation", "A council is a school of virtue for all."),
            ("paragraph", "So it is."),
            ("other", "x = f(y) + 2"),
        ],
        id="prose that is set in is a quotation",
    ),
    pytest.param(
        "A.\n\n## References\n\nMill JS (1861) Liberty. London: Parker.\n\n## Appendix\n\nB.",
        [("paragraph", "A."), ("heading", "Appendix"), ("paragraph", "B.")],
        id="text after the reference list stays",
    ),
]


@pytest.mark.parametrize(("markdown", "expected"), CASES)
def test_blocks(read: Read, markdown: str, expected: list[tuple[str, str]]) -> None:
    assert outline(read(markdown)) == expected


def test_yaml_block(read: Read) -> None:
    """Title, authors, year and DOI from the block at the top."""
    document = read(
        "---\ntitle: Towns\nauthor: [Ada King, 'de la Cruz, Juan']\n"
        "date: 2019-05-01\ndoi: 10.1000/x\n---\n\nText.\n"
    )
    assert (document.title, document.year, document.doi) == ("Towns", "2019", "10.1000/x")
    assert document.authors == (Name("King", "Ada"), Name("de la Cruz", "Juan"))


def test_note_is_called_in_the_right_place(read: Read) -> None:
    """The call is an offset of the text from which the call itself is gone."""
    document = read("One.[^a] Two.[^b]\n\n[^a]: First.\n[^b]: Second.\n")
    calls = [(note.label, document.text[: note.call]) for note in document.footnotes]
    assert calls == [("1", "One."), ("2", "One. Two.")]


def test_raised_numbers_cite_where_there_are_no_notes(read: Read) -> None:
    """With a numbered reference list and no notes, raised numbers are numeric citations."""
    document = read(
        "Councils educate.<sup>1,2</sup> So it is.\n\n## References\n\n"
        "1. Mill JS. Considerations. London: Parker; 1861.\n2. Dahl R. Who governs? New Haven: Yale; 1961.\n"
    )
    assert document.text == "Councils educate [1,2]. So it is."


def test_raised_numbers_with_blanks_between(read: Read) -> None:
    """ "<sup>1, 2</sup>" is one raised list; behind a question mark it stays behind it."""
    document = read(
        "Do councils educate?<sup>1, 2</sup> So it is.\n\n## References\n\n"
        "1. Mill JS. Considerations. London: Parker; 1861.\n2. Dahl R. Who governs? New Haven: Yale; 1961.\n"
    )
    assert document.text == "Do councils educate? [1, 2] So it is."
    assert [s.of(document.text) for s in split_sentences(document)] == [
        "Do councils educate? [1, 2]",
        "So it is.",
    ]


def test_cited_by_key(read: Read) -> None:
    """Keys that no bibliography knows stay as they were typed."""
    assert read("It is so [@mill1861, 5].").text == "It is so [@mill1861, 5]."


@pytest.mark.parametrize(
    ("markdown", "warnings"),
    [
        ("A.\n\n## References\n\nMill JS (1861) Liberty. London: Parker.\n", 0),
        ("A paper without a list.\n", 1),
        ("Der Rat und die Stadt sind das, was sie auch nicht mit sich werden.\n", 2),
        ("A diﬃcult oﬃce, and an e\ufffdort.\n", 2),
    ],
)
def test_warnings(read: Read, markdown: str, warnings: int) -> None:
    """One for a missing reference list, one for another language, one for garbled letters."""
    assert len(read(markdown).warnings) == warnings


PUTNAM = "Putnam, Robert D. 2000. Bowling alone. New York: Simon and Schuster."
SKOCPOL = "Skocpol, Theda, and Morris Fiorina, eds. 1999. Civic engagement. Washington: Brookings."
BANK = "World Bank. 1999. World development report. Washington: World Bank."


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param(f"## References\n\n{PUTNAM}\n{SKOCPOL}\n{BANK}\n", id="an entry a line"),
        pytest.param(f"**Bibliography**\n\n{PUTNAM}\n{SKOCPOL}\n{BANK}\n", id="under a line in bold"),
        pytest.param(f"References\n----------\n\n{PUTNAM}\n{SKOCPOL}\n{BANK}\n", id="underlined heading"),
        pytest.param(f"## References\n\n{PUTNAM}\n\n{SKOCPOL}\n\n{BANK}\n", id="blank lines between"),
        pytest.param(
            f"## References\n\n{PUTNAM[:23]}\n{PUTNAM[24:]}\n\n{SKOCPOL}\n\n{BANK}\n", id="a wrapped entry"
        ),
        pytest.param(f"## References\n\n- {PUTNAM}\n- {SKOCPOL}\n- {BANK}\n", id="bullets"),
        pytest.param(
            f"## References\n\n- {PUTNAM[:23]}\n  {PUTNAM[24:]}\n- {SKOCPOL}\n- {BANK}\n",
            id="a wrapped item",
        ),
    ],
)
def test_entries_are_kept_apart(read: Read, listed: str) -> None:
    """However the lines of the list are laid out."""
    works = read(f"# A paper\n\nTies matter (Putnam 2000).\n\n{listed}").references
    assert [work.key for work in works] == ["putnam-2000", "skocpol-fiorina-1999", "world-bank-1999"]
    assert [work.title for work in works] == ["Bowling alone", "Civic engagement", "World development report"]
