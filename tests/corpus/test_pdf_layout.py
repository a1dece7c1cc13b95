"""Where lines stand: columns in reading order, and what is in the margins of pages."""

from __future__ import annotations

from debatemap.corpus.pdf_columns import order_columns
from debatemap.corpus.pdf_lines import Line, Run, Sheet, finish_line, join_rows
from debatemap.corpus.pdf_margins import take_margins
from debatemap.corpus.pdf_notes import take_notes

WORDS = "some words of prose that fill the line"


def line(text: str, x0: float, y0: float, *, page: int = 0, width: float = 200, size: float = 10) -> Line:
    return finish_line(page, [Run(text, x0, y0, x0 + width, y0 + size, size, False, False)], 0)


def sheet(lines: list[Line], page: int = 0) -> Sheet:
    return Sheet(page, 500, 700, lines)


def two_columns(start: float, rows: int, name: str, page: int = 0) -> list[Line]:
    """Lines side by side, in the order of rows, as some tools write them."""
    return [
        line(f"{name} {side} {row} {WORDS}", x0, start + 12 * row, page=page)
        for row in range(rows)
        for side, x0 in (("left", 30), ("right", 260))
    ]


def order(lines: list[Line]) -> list[str]:
    return [
        " ".join(found.text.split()[:3])
        for column in order_columns([sheet(lines)], body=10)
        for found in column
    ]


def test_left_column_comes_first() -> None:
    assert order(two_columns(100, 5, "a")) == [
        f"a {side} {row}" for side in ("left", "right") for row in range(5)
    ]


def test_a_line_across_parts_the_columns() -> None:
    """What stands above a line that runs across is read before it, both columns of it."""
    lines = [
        *two_columns(100, 5, "above"),
        line(f"across both columns {WORDS}", 30, 180, width=430),
        *two_columns(220, 5, "below"),
    ]
    found = order(lines)
    assert found.index("above right 4") < found.index("across both columns") < found.index("below left 0")


def test_overhang_is_no_line_across() -> None:
    """A line too long for its column, with another line beside it, stays in its column."""
    lines = two_columns(100, 8, "a")
    lines[6] = line(f"a left 3 {WORDS}", 30, 136, width=228)
    assert order(lines) == [f"a {side} {row}" for side in ("left", "right") for row in range(8)]


def test_table_is_no_column() -> None:
    """Short cells beside each other do not make a page of two columns."""
    prose = [line(f"prose {row} x {WORDS} {WORDS}", 30, 100 + 12 * row, width=430) for row in range(10)]
    cells = [line("12.5", x0, 240 + 12 * row, width=20) for row in range(5) for x0 in (60, 300)]
    columns = order_columns([sheet([*prose, *cells])], body=10)
    assert len(columns) == 1


def test_authors_side_by_side_come_before_the_columns() -> None:
    lines = [
        *(line(name, x0, 60, width=60) for name, x0 in (("Ada King here", 90), ("Rosa Park here", 320))),
        *two_columns(100, 6, "a"),
    ]
    assert order(lines)[:3] == ["Ada King here", "Rosa Park here", "a left 0"]


def test_pieces_on_one_height_are_one_line() -> None:
    pieces = [
        line("power", 30, 100, width=30),
        line("and", 63, 100, width=15),
        line("far away", 200, 100, width=40),
    ]
    assert [found.text for found in join_rows(pieces, within=1.0)] == ["power and", "far away"]


def paper(*, heads: bool, captions: bool) -> list[Sheet]:
    """Six pages; the number 31 stands on the first."""
    pages = []
    for page in range(6):
        lines = [
            line(f"{chr(97 + page) * 5} {chr(97 + row) * 4} {WORDS}", 30, 100 + 12 * row, page=page)
            for row in range(20)
        ]
        if heads:
            lines.append(
                line("Journal of Rows" if page % 2 else "King and Park", 150, 40, page=page, width=90)
            )
        if captions:
            lines.append(line(f"Graph {7 * page + 2}", 150, 80, page=page, width=40))
        lines.append(line(str(31 + page), 240, 660, page=page, width=12))
        pages.append(sheet(lines, page))
    return pages


def test_heads_and_numbers_are_taken_out() -> None:
    """Heads that differ on left and right pages, and the number below, which names the page."""
    pages = paper(heads=True, captions=False)
    margins = take_margins(pages, body=10)
    assert margins.labels == ["31", "32", "33", "34", "35", "36"]
    assert {len(found.lines) for found in pages} == {20}


def test_captions_at_one_height_are_no_heads() -> None:
    """Their numbers neither stay nor grow with the pages."""
    pages = paper(heads=False, captions=True)
    take_margins(pages, body=10)
    assert all(any(found.text.startswith("Graph") for found in page.lines) for page in pages)


def test_words_apart_in_justified_text_are_no_heads() -> None:
    """ "and" stands alone between wide gaps on the same height of three pages: the line is text."""
    pages = paper(heads=False, captions=False)
    for page in pages[:3]:
        page.lines.append(line("and", 245, 100, page=page.index, width=15))
    take_margins(pages, body=10)
    assert [len(page.lines) for page in pages] == [21, 21, 21, 20, 20, 20]


def test_the_end_of_a_bold_heading_is_no_head() -> None:
    """The last word of two headings over two lines, and a word of the text on that height."""
    pages = paper(heads=False, captions=False)
    for page, bold in zip(pages[:3], (True, True, False), strict=False):
        run = Run("compounds", 30, 80, 80, 90, 10, bold, False)
        page.lines.append(finish_line(page.index, [run], 0))
    take_margins(pages, body=10)
    assert [len(page.lines) for page in pages] == [21, 21, 21, 20, 20, 20]


def test_a_justified_line_is_whole() -> None:
    """Its words stand far apart, but fill the column under a full line; a table's cells do not."""
    text = [line(f"{chr(97 + row) * 5} {WORDS} to the very end", 30, 100 + 12 * row) for row in range(10)]
    apart = [line("Saramaccan- ", 30, 220, width=50), line("and", 115, 220, width=15)]
    apart.append(line("Sranan-speaking", 160, 220, width=70))
    cells = [line("Wages", 30, 300, width=30), line("in crowns", 120, 300, width=50)]
    (column,) = order_columns([sheet([*text, *apart, *cells])], body=10)
    assert [found.text for found in column[-3:]] == ["Saramaccan- and Sranan-speaking", "Wages", "in crowns"]


def test_roman_numbers_of_a_preface() -> None:
    pages = paper(heads=False, captions=False)
    for page, number in zip(pages[:2], ("iv", "v"), strict=True):
        page.lines[-1] = line(number, 240, 660, page=page.index, width=12)
    assert take_margins(pages, body=10).labels == ["iv", "v", "33", "34", "35", "36"]


def test_line_numbers_are_taken_out() -> None:
    lines = [line(f"{WORDS} {row}", 60, 100 + 24 * row) for row in range(12)]
    numbers = [line(str(row + 1), 30, 100 + 24 * row, width=8) for row in range(12)]
    page = sheet([*lines, *numbers])
    take_margins([page], body=10)
    assert [found.text for found in page.lines] == [found.text for found in lines]


def test_an_abstract_in_small_type_is_no_small_print() -> None:
    """A column of small type below the title, but above the text."""
    title = line(f"A title {WORDS}", 30, 20, width=430, size=16)
    abstract = [line(f"Abstract. {WORDS} {row}", 50, 60 + 10 * row, width=400, size=9) for row in range(3)]
    text = [line(f"a {row} {WORDS}", 30, 120 + 12 * row) for row in range(20)]
    for printed in abstract:
        printed.left, printed.right = 50, 450
    columns = [[title], list(abstract), text]
    assert take_notes(columns, body=10, first_page=0) == ([], [])
    assert columns[1] == abstract
