"""PDF: what is printed, put back into the order and the shape of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from debatemap.corpus.draft import Draft
from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_blocks import Look, learn_habits, part_blocks
from debatemap.corpus.pdf_columns import order_columns
from debatemap.corpus.pdf_flow import Flow
from debatemap.corpus.pdf_front import read_front
from debatemap.corpus.pdf_letters import mend_letters
from debatemap.corpus.pdf_lines import Line, Sheet, body_size, make_sheet
from debatemap.corpus.pdf_looks import look_at
from debatemap.corpus.pdf_margins import take_margins
from debatemap.corpus.pdf_notes import take_notes
from debatemap.corpus.pdf_pieces import Writing, calls_by_page, name_notes, write_notes
from debatemap.corpus.pdf_process import RawPdf, take_apart
from debatemap.errors import ReadError

# Fewer letters than this on a page of text mean that the page is a picture.
_LEAST_LETTERS = 30


def read_pdf(path: Path) -> Draft:
    """The draft of a PDF.

    Columns in reading order; running heads, page and line numbers, cover pages and publishers'
    notices left out; paragraphs joined over columns and pages; footnotes apart. Everything is told
    from the layout: place, type size and weight, indents, gaps (after the heuristics of Constantin,
    Pettifer and Voronkov 2013, PDFX; Tkaczyk et al. 2015, CERMINE).

    Raises ReadError when the file is damaged, encrypted, only scanned, or takes too long.
    """
    raw = take_apart(path)
    sheets = [make_sheet(index, page) for index, page in enumerate(raw.pages)]
    warnings = _check(raw, sheets, path)
    mend_letters(sheets)
    body = body_size(sheets)
    margins = take_margins(sheets, body=body)
    columns = order_columns(sheets, body=body)
    printed, small_print = take_notes(columns, body=body, first_page=margins.covers)
    own_notes = [note for note in printed if note.label.isdigit() or note.page > margins.covers]
    habits = learn_habits(columns, body=body)
    words = Vocabulary(line.text for column in columns for line in column)
    names = name_notes(own_notes, margins.labels)
    writing = Writing(words, margins.labels, calls_by_page(own_notes, names))

    blocks = []
    for column in columns:
        parted = part_blocks(column, habits)
        look_at(parted, habits)
        blocks.extend(parted)
    first = [block for block in blocks if block.lines[0].page == margins.covers]
    authors_notes = [line for note in printed if note not in own_notes for line in note.lines]
    around = _margin_lines(margins.taken[: margins.covers + 1], [*small_print, *authors_notes])
    around += [block.text for block in first if block.look is not Look.PROSE or len(block.lines) < 4]
    front = read_front(first, around, raw.meta, habits, words)
    if front.pieces:
        writing.page = margins.covers
        begin = ((0, margins.labels[margins.covers]),)
        front.pieces[0] = replace(front.pieces[0], pages=begin)
    flow = Flow(writing, habits)
    last = max((block.lines[0].page for block in blocks), default=0)
    flow.follow(blocks[front.used :], edge_pages=frozenset({margins.covers, last}))
    return Draft(
        pieces=(*front.pieces, *flow.pieces),
        notes=tuple(write_notes(own_notes, names, writing)),
        title=front.title,
        authors=front.authors,
        year=front.year,
        doi=front.doi,
        entries=tuple(flow.entries),
        warnings=tuple(warnings),
    )


def _margin_lines(taken: Sequence[Sequence[Line]], more: Sequence[Line]) -> list[str]:
    """What stands in the margins of the first page first, then on the cover pages before it."""
    ordered = [*taken[-1:], *taken[:-1]]
    return [line.text for lines in ordered for line in lines] + [line.text for line in more]


def _check(raw: RawPdf, sheets: Sequence[Sheet], path: Path) -> list[str]:
    """Warnings for pages without text. Raises ReadError when there is next to none in the file."""
    letters = [sum(char.isalpha() for line in sheet.lines for char in line.text) for sheet in sheets]
    bare = [page for page, count in enumerate(letters) if count < _LEAST_LETTERS]
    if not sheets:
        raise ReadError(
            "the PDF has no pages (it is damaged or cut off)", where=path, todo="Download it again."
        )
    if len(bare) == len(sheets):
        scanned = any(page["images"] for page in raw.pages)
        found = "the PDF holds pictures of pages and no text (a scan)" if scanned else "the PDF holds no text"
        raise ReadError(
            found, where=path, todo="Run OCR on it, for instance with ocrmypdf, and add the result."
        )
    scanned_pages = [page + 1 for page in bare if raw.pages[page]["images"]]
    if len(scanned_pages) > len(sheets) // 5:
        listed = ", ".join(map(str, scanned_pages[:10])) + (" …" if len(scanned_pages) > 10 else "")
        return [
            f"{len(scanned_pages)} of {len(sheets)} pages are pictures without text ({listed}); OCR adds it."
        ]
    return []
