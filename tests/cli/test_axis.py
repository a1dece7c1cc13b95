"""The axis in characters: where position and interval fall."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from debatemap.cli.axis import draw_axis, draw_poles
from debatemap.model import Pole


@pytest.mark.parametrize(
    ("position", "lower", "upper", "drawn"),
    [
        pytest.param(0.0, 0.0, 0.0, "├─────○─────┤", id="in the middle"),
        pytest.param(-1.0, -1.0, -1.0, "●─────┼─────┤", id="at the pole of attack"),
        pytest.param(1.0, 0.5, 1.0, "├─────┼──━━━●", id="at the pole of support"),
        pytest.param(0.5, -1.0, 1.0, "┝━━━━━┿━━○━━┥", id="may stand anywhere"),
        pytest.param(-7.0, -9.0, 9.0, "○━━━━━┿━━━━━┥", id="outside of the axis"),
    ],
)
def test_position_and_interval(position: float, lower: float, upper: float, drawn: str) -> None:
    """-1 is the left end, +1 the right, 0 the middle."""
    assert draw_axis(position, lower, upper, 13).plain == drawn


@given(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1), st.integers(5, 80))
def test_the_axis_is_as_wide_as_asked(one: float, two: float, three: float, width: int) -> None:
    """And shows exactly one position."""
    lower, position, upper = sorted((one, two, three))
    drawn = draw_axis(position, lower, upper, width).plain
    assert (len(drawn), drawn.count("●") + drawn.count("○")) == (width, 1)


NAMES = st.lists(st.text("abc-", min_size=1, max_size=20), min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES, st.integers(15, 61))
@example("aaaaaaaaaaaaaaa", "a a a aaaaaaa", 15)  # a word broken after a blank
def test_the_poles_stand_over_its_ends(left: str, right: str, width: int) -> None:
    """Every line is as wide as the axis; nothing is lost; two blanks keep the names apart."""
    drawn = draw_poles(Pole(left, ""), Pole(right, ""), width).plain.split("\n")
    assert {len(line) for line in drawn} == {width}
    assert sorted("".join(drawn).replace(" ", "")) == sorted((left + right).replace(" ", ""))
    ends = (re.fullmatch(r"(\S+(?: \S+)*)? {2,}(\S+(?: \S+)*)?", line) for line in drawn)
    assert all(
        end or line.strip() in left or line.strip() in right for end, line in zip(ends, drawn, strict=True)
    )
