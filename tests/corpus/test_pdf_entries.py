"""A printed reference list parted into entries, by how it is set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_blocks import Habits
from debatemap.corpus.pdf_lines import Line, Run, finish_line
from debatemap.corpus.pdf_references import part_entries

HABITS = Habits(body=10, leading={10.0: 1.2}, justified=True)
ENTRIES = [
    ["Alder P (1999) The price of salt, and of much else", "that was carried. Inland Press."],
    [
        "Birch Q, Cedar R and Dogwood S (2004) Wells",
        "and their owners in the dry belt. Journal of",
        "Plains 3(2): 1–40.",
    ],
    ["Elm T (2011) Against wells. Dry Press."],
    ["Fir U (2015) Salt again, in a second edition", "with a new preface. Inland Press."],
]


def printed(*, mark: str = "", hang: float = 0.0, gap: float = 0.0) -> list[Line]:
    """The entries as lines of a column 200 points wide. `mark`: before each entry, "#" for its number;
    `hang`: how far later lines stand in; `gap`: between entries; both in points."""
    lines, y = [], 100.0
    for number, entry in enumerate(ENTRIES, start=1):
        for at, text in enumerate(entry):
            before = mark.replace("#", str(number)) if at == 0 else ""
            x0 = 30 + (hang if at else 0.0)
            x1 = 230.0 if at + 1 < len(entry) else x0 + 4 * len(text)
            run = Run(before + text, x0, y, x1, y + 10, 10, False, False)
            lines.append(replace(finish_line(0, [run], 0), left=30.0, right=230.0))
            y += 12
        y += gap
    return lines


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param({"hang": 12.0}, id="lines that hang"),
        pytest.param({"gap": 8.0}, id="gaps"),
        pytest.param({"mark": "• ", "hang": 8.0, "gap": 8.0}, id="bullets, hanging, gaps"),
        pytest.param({"mark": "• "}, id="bullets"),
        pytest.param({"mark": "▪ ", "hang": 3.0}, id="square bullets"),
        pytest.param({"mark": "[#] ", "hang": 15.0}, id="numbers"),
    ],
)
def test_entries_are_found(layout: dict[str, Any]) -> None:
    """Whatever tells entries apart, each comes out whole, a bullet left out."""
    found = part_entries(printed(**layout), HABITS, Vocabulary([]))
    assert [entry.removeprefix(f"[{n}] ") for n, entry in enumerate(found, start=1)] == [
        " ".join(entry) for entry in ENTRIES
    ]


def test_a_dash_for_an_author_is_no_bullet() -> None:
    """ "— (2004)" stands for the author of the entry before; it is kept."""
    lines = printed(hang=12.0)
    lines[-2].text = "— (2015) Salt again, in a second edition"
    assert part_entries(lines, HABITS, Vocabulary([]))[-1].startswith("— (2015)")
