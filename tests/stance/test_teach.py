"""The second layer fitted again to a debate's hand-coded claims."""

from __future__ import annotations

import math

from debatemap.stance.teach import _fit


def test_a_fit_that_starts_far_off_comes_to_rest() -> None:
    """Codings that contradict strong starting weights move them no further than they must: the free
    intercept makes the expected share of yes that of the codings."""
    rows = [{"a": float(at % 5), "b": 1.0} for at in range(60)]
    labels = [float(at % 5 < 1) for at in range(60)]
    weights = _fit({"": 3.0, "a": 4.0, "b": 4.0}, rows, labels, free="")
    assert all(abs(weight) < 12 for weight in weights.values())
    scores = (sum(weights[name] * value for name, value in {**row, "": 1.0}.items()) for row in rows)
    assert abs(sum(1 / (1 + math.exp(-score)) for score in scores) / 60 - 0.2) < 0.1
