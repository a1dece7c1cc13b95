"""What a block of a PDF is, by its type and its place."""

from __future__ import annotations

import pytest

from debatemap.corpus.pdf_blocks import Habits, Look, PrintedBlock
from debatemap.corpus.pdf_lines import Line, Run, finish_line
from debatemap.corpus.pdf_looks import look_at

HABITS = Habits(body=10, leading={10: 1.2}, justified=True)
PROSE = "The rooms were opened in the towns along the canal, and closed again."


def line(text: str, *, width: float = 200, size: float = 10, bold: bool = False, gaps: int = 0) -> Line:
    found = finish_line(0, [Run(text, 30, 100, 30 + width, 100 + size, size, bold, False)], gaps)
    found.left, found.right = 30, 230
    return found


LOOKS = [
    ("bold", [line("The readers' view", width=80, bold=True)], Look.HEADING),
    ("bold, a work", [line("Ames et al. (2011)", width=80, bold=True)], Look.HEADING),
    (
        "larger, justified over two lines",
        [line("Militant readers: Building", size=12, bold=True, gaps=2), line("reading rooms", size=12, width=90, bold=True)],
        Look.HEADING,
    ),
    ("a row of a table", [line("Wages  in crowns  per week", width=150, gaps=2)], Look.DEBRIS),
    ("a row in bold", [line("Wages  in crowns  per week", width=150, bold=True, gaps=2)], Look.DEBRIS),
    (
        "a justified line that goes on elsewhere",
        [line("The rooms were opened in the towns along the", gaps=3), line("canal and then were closed", gaps=2)],
        Look.PROSE,
    ),
    ("the end of a quotation", [line("time […]. (Ames et al. 2009: 12)", width=120)], Look.PROSE),
    ("labels of a figure", [line("A1 […] to b (2)", width=120)], Look.DEBRIS),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "look"), [pytest.param(found, look, id=i) for i, found, look in LOOKS])
def test_look(lines: list[Line], look: Look) -> None:
    """Between paragraphs of prose."""
    blocks = [PrintedBlock([line(PROSE)]), PrintedBlock(lines), PrintedBlock([line(PROSE), line(PROSE)])]
    look_at(blocks, HABITS)
    assert blocks[1].look is look
