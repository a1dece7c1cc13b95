"""Krippendorff's alpha, against published values, and which rows are the same statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.graph.making import claim

from debatemap.model import Claim, Stance
from debatemap.report import measure_reliability
from debatemap.report.reliability import ordinal_alpha

FOR, AGAINST, NEITHER = Stance.SUPPORT, Stance.ATTACK, Stance.NEUTRAL

# Krippendorff (2011), example C: four observers, twelve units; a point is no value.
OBSERVERS = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
]
UNITS = [
    [int(value) for value in unit if value != "."] for unit in zip(*map(str.split, OBSERVERS), strict=True)
]


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        pytest.param(UNITS, 0.815, id="the published example"),
        pytest.param([[1, 1], [-1, -1]], 1.0, id="nobody differs"),
        pytest.param([[1, -1], [-1, 1]], -0.5, id="everybody differs: worse than chance"),
        pytest.param([[1, 1], [1, 1]], None, id="one stance only: nothing to agree upon"),
        pytest.param([], None, id="nothing coded twice"),
        pytest.param([[1], [-1]], None, id="one coder each"),
    ],
)
def test_alpha(units: list[list[int]], alpha: float | None) -> None:
    """Ordinal metric, three decimals."""
    assert ordinal_alpha(units) == alpha


@example([[-1, -1], [-1, -1, -1, -1], [0, 1, -1, -1], [-1, 0], [-1, -1, -1, 0], [-1, -1, -1, 0]])
@given(st.lists(st.lists(st.sampled_from([-1, 0, 1]), min_size=2, max_size=4)))
def test_alpha_knows_no_order_and_no_side(units: list[list[int]]) -> None:
    """Turning the poles round, or the rows, changes nothing; one is the most there is."""
    alpha = ordinal_alpha(units)
    assert alpha == ordinal_alpha([[-value for value in unit[::-1]] for unit in units[::-1]])
    assert alpha is None or alpha <= 1


def coded(coder: str, text: str, stance: Stance, at: tuple[int, int] | None = None) -> Claim:
    found = claim("review", "sato-2001", text, stance, at=at, hand=True, coder=coder)
    return replace(found, id=f"{coder}/{text}", evidence="" if at is None else text)


@pytest.mark.parametrize(
    ("rows", "statements", "agreed"),
    [
        pytest.param([coded("A", "Tea is healthy.", FOR), coded("B", "tea is healthy", FOR)], 1, 1, id="like words"),
        pytest.param([coded("A", "x", FOR, (0, 50)), coded("B", "y", AGAINST, (10, 45))], 1, 0, id="the same place"),
        pytest.param([coded("A", "x", FOR, (0, 50)), coded("B", "y", FOR, (45, 90))], 0, 0, id="another place"),
        pytest.param([coded("A", "Tea is healthy.", FOR), coded("B", "Milk spoils tea.", FOR)], 0, 0, id="other words"),
        pytest.param([coded("A", "Tea is healthy.", FOR), coded("A", "Tea is healthy!", FOR)], 0, 0, id="one coder twice"),
        pytest.param([coded("", "Tea is healthy.", FOR), coded("B", "Tea is healthy.", FOR)], 0, 0, id="nobody's row"),
        pytest.param([coded(c, "Tea is healthy.", s) for c, s in zip("ABC", (FOR, FOR, NEITHER), strict=True)], 1, 0, id="three coders"),
    ],
)  # fmt: skip
def test_the_same_statement(rows: list[Claim], statements: int, agreed: int) -> None:
    """One paper, one holder, and evidence that overlaps or words that are alike."""
    found = measure_reliability([*rows, claim("review", "sato-2001", "Tea is healthy.", FOR)])
    assert (found.statements, found.agreed) == (statements, agreed)
    assert found.coders == tuple(sorted({row.coder for row in rows} - {""}))


def test_another_holder_is_another_statement() -> None:
    """Two scholars may say the same."""
    other = replace(coded("B", "Tea is healthy.", FOR), holder="mori-2002")
    assert measure_reliability([coded("A", "Tea is healthy.", FOR), other]).statements == 0
