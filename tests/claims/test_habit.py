"""A text's own habit of letting reports run on."""

from __future__ import annotations

import math

import pytest

from debatemap.claims.habit import HEARD, USUAL, habit_shift


def test_an_average_text_shifts_nothing() -> None:
    """As many sentences go on as usual: the model's answers stand."""
    sure = [12.0] * round(100 * USUAL) + [-12.0] * round(100 * (1 - USUAL))
    assert habit_shift(sure) == pytest.approx(0.0, abs=1e-3)


@pytest.mark.parametrize(("odds", "sign"), [(2.0, 1), (-4.0, -1)])
def test_a_text_has_its_way_the_more_the_more_is_seen_of_it(odds: float, sign: int) -> None:
    """Reports that run on make the next doubtful sentence likelier to run on, and the other way round."""
    few, many = sign * habit_shift([odds] * 3), sign * habit_shift([odds] * 300)
    assert 0 < few < many


def test_a_long_text_stays_between_the_average_and_its_own() -> None:
    """Answers err together within a text: even a thousand sure ones do not take the share to one."""
    share = HEARD + (1 - HEARD) * USUAL
    odds = share / (1 - share) / (USUAL / (1 - USUAL))
    assert math.exp(habit_shift([30.0] * 100_000)) == pytest.approx(odds, rel=1e-3)
