"""A Gaussian field over works: what is known of each one's place, and how they hang together.

Every work has a place x on the axis. Its claims are noisy readings of x; a supporting relation is a
spring that draws two works together, (x - y)², an attack one that draws each toward the other's mirror
image, (x + y)². All potentials are quadratic, so mean and covariance are exact: the precision matrix is
a graph Laplacian of a signed graph (Kunegis et al. 2010, "Spectral analysis of signed graphs") plus the
claims' own precision, as in a Gaussian Markov random field (Rue and Held 2005). The prior keeps a work
of which nothing is known in the middle with an interval over the whole axis, and makes the matrix
positive definite. The poles are fixed at -1 and +1 by what the stances mean, so the axis never flips.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csc_array
from scipy.sparse.linalg import splu

Array = NDArray[np.float64]

PRIOR = 3.0
"""Precision of a work's place before anything is known: that of the even spread from -1 to +1."""


class Field:
    """Collects readings and springs, then solves for places and their covariance."""

    def __init__(self, size: int) -> None:
        self.information = np.zeros(size)
        self.diagonal = np.full(size, PRIOR)
        self.springs: list[tuple[int, int, float]] = []

    def read(self, at: int, value: float, precision: float) -> None:
        """A reading of one place: `value` -1 to +1, `precision` one over its variance."""
        self.information[at] += precision * value
        self.diagonal[at] += precision

    def tie(self, one: int, other: int, strength: float, *, sign: int = 1) -> None:
        """A spring: sign +1 draws two places together, -1 draws them to opposite sides."""
        self.diagonal[one] += strength
        self.diagonal[other] += strength
        self.springs.append((one, other, -sign * strength))

    def solve(self, weights: Sequence[Array]) -> tuple[Array, Array]:
        """Mean and standard deviation of weighted sums of places, one for each row of `weights`."""
        solver = splu(self._precision())
        mean = solver.solve(self.information)
        rows = np.array(weights).reshape(len(weights), len(self.diagonal))
        spread = solver.solve(np.ascontiguousarray(rows.T))
        return rows @ mean, np.sqrt(np.einsum("ij,ji->i", rows, spread))

    def _precision(self) -> csc_array:
        size = len(self.diagonal)
        one = [s[0] for s in self.springs]
        other = [s[1] for s in self.springs]
        value = [s[2] for s in self.springs]
        at = list(range(size))
        data = np.array([*value, *value, *self.diagonal])
        return csc_array(coo_array((data, ([*one, *other, *at], [*other, *one, *at])), shape=(size, size)))
