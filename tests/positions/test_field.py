"""The field's algebra, held against the dense inverse."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_array

from debatemap.positions import field as module
from debatemap.positions.field import FAINT, Field, Spring


def random_field(size: int, springs: int) -> Field:
    rng = np.random.default_rng(1)
    field = Field(size, prior=0.8)
    for at in range(size):
        field.read(at, float(rng.normal()), float(rng.uniform(0, 4)))
    for _ in range(springs):
        one, other = (int(at) for at in rng.choice(size, size=2, replace=False))
        field.tie(Spring(one, other, float(rng.uniform(0.1, 2)), int(rng.choice([-1, 1]))))
    return field


@pytest.mark.parametrize(("size", "springs"), [(2, 1), (30, 60), (30, 400)])
@pytest.mark.parametrize("exact", [0, 100])
def test_mean_and_spread(size: int, springs: int, exact: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to the spread agree with the inverse, however many springs; the matrix is positive
    definite for any signs."""
    monkeypatch.setattr(module, "EXACT", exact)
    field = random_field(size, springs)
    solution = field.solve()
    dense = solution.matrix.toarray()
    covariance = np.linalg.inv(dense)
    rows = csr_array(np.random.default_rng(2).dirichlet(np.ones(size), size=5))
    expected = np.sqrt(np.diag(rows @ covariance @ rows.T.toarray()))
    assert np.linalg.eigvalsh(dense).min() > 0
    assert solution.mean == pytest.approx(covariance @ field.information)
    assert solution.spreads(rows) == pytest.approx(expected, abs=10 * FAINT)
    assert solution.covariance(rows[[0]].toarray()[0]) == pytest.approx(rows[[0]].toarray()[0] @ covariance)
