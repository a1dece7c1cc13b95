"""The table of the whole debate: who is named below it, and who is counted."""

from __future__ import annotations

import pytest
from rich.text import Text

from debatemap.cli.overview import overview
from debatemap.model import Debate, Pole, Position

DEBATE = Debate("Wages", "Wages cost jobs.", Pole("no loss", ""), Pole("loss", ""))


def neutral(name: str, claims: int) -> Position:
    """A scholar with so many claims, none for or against."""
    return Position(name, "", "", 0.0, -1.0, 1.0, 0, 0, claims, 1)


@pytest.mark.parametrize(
    ("count", "end"),
    [
        pytest.param(12, "Scholar 09, Scholar 10, Scholar 11.", id="all of a dozen"),
        pytest.param(15, "Scholar 13, Scholar 14 and 3 more, all in positions.csv.", id="the rest counted"),
    ],
)
def test_those_without_a_side(count: int, end: str) -> None:
    """Those with most neutral claims are named; nobody is left out unsaid."""
    rows = [neutral(f"Scholar {n:02}", 1 + n) for n in range(count)]
    lines = [part.plain for part in overview(DEBATE, rows, 80) if isinstance(part, Text)]
    assert lines[-1].startswith("With neutral claims only: Scholar 0")
    assert lines[-1].endswith(end)


def test_those_without_a_claim_are_told_apart() -> None:
    """A scholar who only stands in relations has no neutral claim; a full stop is not doubled."""
    rows = [neutral("Barker et al.", 1), neutral("Cole", 0)]
    lines = [part.plain for part in overview(DEBATE, rows, 80) if isinstance(part, Text)]
    assert "With neutral claims only: Barker et al." in lines
    assert lines[-1] == "Without a claim, in relations only: Cole."
