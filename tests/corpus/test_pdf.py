"""PDFs read whole: three small papers made with typst (sources beside them in tests/corpus/pdf)."""

from __future__ import annotations

from pathlib import Path

import pytest

from debatemap.corpus import read_document
from debatemap.model import Block, BlockKind, Document

FOLDER = Path(__file__).with_name("pdf")


@pytest.fixture(scope="module")
def columns() -> Document:
    return read_document(FOLDER / "two_columns.pdf")


@pytest.fixture(scope="module")
def manuscript() -> Document:
    return read_document(FOLDER / "manuscript.pdf")


@pytest.fixture(scope="module")
def repository() -> Document:
    return read_document(FOLDER / "repository.pdf")


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.kind is kind]


def block_with(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in block.span.of(document.text))


def test_front_of_an_article(columns: Document) -> None:
    """Title over two lines, authors below it, year and DOI from the head of the first page."""
    assert columns.title == "Reading Rooms on the Canal: Who Spoke for the Boat People?"
    assert [(name.given, name.family) for name in columns.authors] == [("Ada", "King"), ("Rosa", "Park")]
    assert (columns.year, columns.doi) == ("2014", "10.5555/canal.2014.101")


def test_headings_in_reading_order(columns: Document) -> None:
    """The left column comes before the right one; headings are told by their size."""
    assert [section.title for section in columns.sections][1:] == [
        "Abstract",
        "Introduction",
        "The company’s view",
        "The readers’ view",
        "Conclusion",
    ]


def test_abstract_is_told_from_the_text(columns: Document) -> None:
    assert texts(columns, BlockKind.ABSTRACT) == [
        "The reading rooms of the canal towns have been called schools of self-help and tools of control. "
        "This article asks which of the two they were."
    ]


@pytest.mark.parametrize("head", ["Journal of Canal Studies 12(3)", "King and Park", "102", "University of"])
def test_running_heads_are_left_out_of_paragraphs(columns: Document, head: str) -> None:
    assert not any(head in paragraph for paragraph in texts(columns, BlockKind.PARAGRAPH))


def test_paragraph_goes_on_over_a_page(columns: Document) -> None:
    """A sentence that a page break divides is whole, though a table stands between its halves."""
    assert block_with(columns, "It shows, she writes").span.of(columns.text) == (
        "Marsh takes the letter at its word. It shows, she writes, that the rooms were meant to divide the boat "
        "people from their leaders, and that the choice of books was of no concern to those who paid for them. "
        "The numbers in Table 1 do not bear this out, because the lists were checked twice a year and some "
        "thirty titles were struck out."
    )


def test_block_quotation_is_one(columns: Document) -> None:
    """Smaller type, set in: a quotation, with its source."""
    quoted = texts(columns, BlockKind.QUOTATION)
    assert len(quoted) == 1
    assert quoted[0].startswith("A man who reads on a winter evening does not drink")
    assert quoted[0].endswith("(Engineer’s letter, in Marsh, 1988: 20)")


def test_table_leaves_its_caption_only(columns: Document) -> None:
    assert "Table 1: Books in three reading rooms, 1871–1880." in texts(columns, BlockKind.OTHER)
    assert "1,904" not in columns.text
    assert "Struck out" not in columns.text


@pytest.mark.parametrize(
    "word", ["well-known", "lock-keeper’s", "self-help", "striking-out", "Self-taught", "people", "disagreed"]
)
def test_hyphens_stay_only_where_a_word_has_one(columns: Document, word: str) -> None:
    assert word.lower() in columns.text.lower()
    assert "- " not in columns.text


def test_footnotes_stand_apart_and_are_linked(columns: Document) -> None:
    """Each note is called where the raised number stood; the number itself is not in the text."""
    called = [(note.label, columns.text[: note.call].split()[-1]) for note in columns.footnotes]
    assert called == [("1", "this."), ("2", "house."), ("3", "offence.")]
    notes = [note.span.of(columns.text) for note in columns.footnotes]
    assert notes[1] == "They are now kept in the county archive."
    assert columns.text.index("It does not agree") < columns.footnotes[0].span.start


def test_pages_bear_their_printed_numbers(columns: Document) -> None:
    assert [page.label for page in columns.pages] == ["101", "102", "103"]
    assert columns.page_at(0) == "101"
    assert columns.page_at(columns.text.index("We see in it a programme")) == "102"
    assert columns.page_at(columns.text.index("What the boat people asked for")) == "102"
    assert columns.page_at(columns.text.index("asked for tells us more")) == "103"


def test_hanging_entries_are_references(columns: Document) -> None:
    """An entry a hanging indent, also one that begins in lower case; an address over two lines."""
    assert [work.key for work in columns.references] == [
        "dale-orr-1994",
        "de-vries-1979",
        "marsh-1988",
        "orr-2001",
    ]
    assert columns.references[3].raw.endswith("https://doi.org/10.5555/inland.2001.201")


def test_manuscript_line_numbers_are_left_out(manuscript: Document) -> None:
    """Ragged lines far apart, numbered down the margin, make whole paragraphs."""
    paragraphs = texts(manuscript, BlockKind.PARAGRAPH)
    assert len(paragraphs) == 5
    assert paragraphs[0].startswith("Mill owners let gardens")
    assert paragraphs[0].endswith("Neither of them counted the gardens.")
    assert not any(char.isdigit() for char in paragraphs[2])


def test_manuscript_quotation_is_set_in(manuscript: Document) -> None:
    quoted = texts(manuscript, BlockKind.QUOTATION)
    assert len(quoted) == 1
    assert quoted[0].endswith("eleven in towns that had them (Sayer, 1997: 41).")


def test_endnotes_are_linked(manuscript: Document) -> None:
    """Notes at the end, numbered in a section of their own."""
    linked = [(note.label, manuscript.text[: note.call].split()[-1]) for note in manuscript.footnotes]
    assert linked == [("1", "since."), ("2", "ones.")]
    assert manuscript.footnotes[1].span.of(manuscript.text).startswith("By a large mill I mean")


def test_title_in_bold_of_the_text_size(manuscript: Document) -> None:
    assert manuscript.title == "Gardens Behind the Mill"
    assert [name.family for name in manuscript.authors] == ["Park"]


def test_cover_page_and_notices_are_left_out(repository: Document) -> None:
    """The repository's page says nothing in the text; the year is taken from the notice."""
    assert repository.title == "Do Footpaths Make Neighbours? A Survey of Six Villages"
    assert repository.year == "2016"
    for words in ("Suggested citation", "Openshelf", "Terms of use", "Creative Commons", "Working Paper"):
        assert words not in repository.text


def test_page_numbers_count_from_the_paper(repository: Document) -> None:
    """ "Page 1" stands on the file's second page."""
    assert [page.label for page in repository.pages] == ["1", "2"]


def test_list_items_lose_their_bullets(repository: Document) -> None:
    assert texts(repository, BlockKind.LIST_ITEM) == [
        "Those who live on a path know more names.",
        "They do not lend more often.",
    ]


def test_raised_numbers_cite_where_there_are_no_notes(repository: Document) -> None:
    """A raised number in a paper without notes is a citation by number, kept on the line."""
    assert "Earlier work [3] took the first for the second." in repository.text
    assert [work.year for work in repository.references] == ["1958", "1963", "1987"]


@pytest.mark.parametrize("name", ["two_columns", "manuscript", "repository"])
def test_blocks_cover_the_text(name: str) -> None:
    """Blocks do not overlap, and only white space stands between them."""
    document = read_document(FOLDER / f"{name}.pdf")
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.span.start].strip()
        end = block.span.end
    assert not document.text[end:].strip()
    assert read_document(FOLDER / f"{name}.pdf") == document
