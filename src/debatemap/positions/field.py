"""A Gaussian field over works: what is known of each one's place, and how they hang together.

Every work has a place x on the axis. What is claimed under its name are noisy readings of x; a
supporting relation is a spring that draws two works together, (x - y)², an attacking one draws each
toward the other's mirror image, (x + y)², which pushes two works on the same side apart and leaves
opponents alone. (Plain repulsion, -(x - y)², would have no lowest energy.) All potentials are
quadratic, so mean and covariance are exact: the precision matrix is the Laplacian of a signed graph
(Kunegis et al. 2010, "Spectral analysis of signed graphs for clustering, prediction and visualization")
plus the readings' own precision, a Gaussian Markov random field (Rue and Held 2005). The prior keeps a
work of which nothing is known in the middle with an interval over the whole axis, and makes the matrix
positive definite whatever the signs. The poles are fixed at -1 and +1 by what the stances mean, so the
axis never flips.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, diags_array
from scipy.sparse.linalg import cg

Array = NDArray[np.float64]

FAINT = 1e-4
"""How exact covariances are in large debates; those too faint to matter to that are left out."""
EXACT = 1000
"""Up to so many works the whole covariance is worked out, which is then the faster way."""


@dataclass(frozen=True, slots=True)
class Spring:
    """A tie of two places: `sign` +1 draws them together, -1 to opposite sides."""

    one: int
    other: int
    strength: float
    sign: int


class Field:
    """Collects readings and springs; `solve` gives the places that follow."""

    def __init__(self, size: int, *, prior: float) -> None:
        self.size = size
        self.information = np.zeros(size)
        self.precision = np.full(size, prior)
        self.springs: list[Spring] = []

    def read(self, at: int, information: float, precision: float) -> None:
        """A reading of one place: `precision` is one over its variance, `information` its value times
        the precision."""
        self.information[at] += information
        self.precision[at] += precision

    def tie(self, spring: Spring) -> None:
        """One more spring."""
        self.springs.append(spring)

    def solve(self) -> Solution:
        """Mean and covariance of all places."""
        one = [spring.one for spring in self.springs]
        other = [spring.other for spring in self.springs]
        stiff = [spring.strength for spring in self.springs]
        off = [-spring.sign * spring.strength for spring in self.springs]
        at = list(range(self.size))
        data = np.array([*off, *off, *stiff, *stiff, *self.precision])
        place = ([*one, *other, *one, *other, *at], [*other, *one, *one, *other, *at])
        matrix = coo_array((data, place), shape=(self.size, self.size)).tocsr()
        return Solution(matrix, _solve(matrix, self.information))


@dataclass(frozen=True, slots=True)
class Solution:
    """`matrix`: the precision matrix; `mean`: the place of every work."""

    matrix: csr_array
    mean: Array

    def covariance(self, weights: Array) -> Array:
        """Of one weighted sum of places with every place."""
        return _solve(self.matrix, weights)

    def spreads(self, rows: csr_array) -> Array:
        """Standard deviation of weighted sums of places, one for each row.

        In large debates correlations die away from neighbour to neighbour, so the columns of the
        covariance that are asked for are nearly sparse. They are found by Jacobi iteration on sparse
        columns, which converges since the matrix is strictly diagonally dominant: each step leaves at
        most the share `left` of the error. The time grows with the number of works; factors of the
        matrix would fill up.
        """
        if self.matrix.shape[0] <= EXACT:
            covariance = np.linalg.inv(self.matrix.toarray())
            return np.asarray(np.sqrt(np.asarray(rows.multiply(rows @ covariance).sum(axis=1))))
        diagonal = self.matrix.diagonal()
        inverse = diags_array(1 / diagonal)
        step = (inverse @ (diags_array(diagonal) - self.matrix)).tocsr()
        left = float(abs(step).sum(axis=1).max())
        faint = FAINT * (1 - left)
        first = (inverse @ rows.T.tocsr()).tocsr()
        columns, change = first, 1.0
        while change > 2 * faint:
            following = (first + step @ columns).tocsr()
            following.data[np.abs(following.data) < faint] = 0
            following.eliminate_zeros()
            change = abs(following - columns).max()
            columns = following
        return np.asarray(np.sqrt(np.asarray(rows.multiply(columns.T).sum(axis=1))))


def _solve(matrix: csr_array, right: Array) -> Array:
    """By conjugate gradients, to ten digits: the matrix is symmetric and positive definite."""
    found, _ = cg(matrix, right, rtol=1e-10, maxiter=10 * len(right) + 100)
    return np.asarray(found)
