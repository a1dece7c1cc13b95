"""Figures of merit with the doubt about them: what another sample of claims as large might have given.

Intervals are 90 %, by the percentile bootstrap (Efron and Tibshirani 1993) with a fixed seed: the cells
of a table of counts are drawn anew, which is the same as drawing its claims with replacement.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import kendalltau
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

Array = NDArray[np.float64]

DRAWS = 2000
FEWER_DRAWS = 500
"""Where each draw costs a rank correlation."""
SEED = 0
STANCES = (1, 0, -1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value, three decimals, and its 90 % interval."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall, F1, and the counts they come from."""

    precision: Figure
    recall: Figure
    f1: Figure
    tp: int
    fp: int
    fn: int


def rates(tp: int, fp: int, fn: int) -> Rates:
    """The three rates of a count; 0 where there is nothing to divide by."""
    drawn = _draw([tp, fp, fn])
    precision, recall, f1 = (_figure(of, [tp, fp, fn], drawn) for of in (_precision, _recall, _f1))
    return Rates(precision, recall, f1, tp, fp, fn)


def stance_figures(gold: Sequence[int], found: Sequence[int]) -> tuple[Figure, Figure, list[list[int]]]:
    """Accuracy, macro-F1 over the three stances, and the confusion matrix: rows gold, columns found, both
    in the order support, neutral, attack. Needs at least one pair."""
    table = confusion_matrix(gold, found, labels=STANCES)
    drawn = _draw(table.ravel()).reshape(-1, 3, 3)
    accuracy = accuracy_score(gold, found)
    # Each stance's figure is rounded first, as it is printed, so that the mean is that of what is shown.
    macro = np.mean(np.round(f1_score(gold, found, labels=STANCES, average=None, zero_division=0), 3))
    hits = np.diagonal(drawn, axis1=1, axis2=2)
    f1 = _ratio(2 * hits, drawn.sum(axis=1) + drawn.sum(axis=2))
    return (
        _around(accuracy, hits.sum(axis=1) / len(gold)),
        _around(float(macro), f1.mean(axis=1)),
        [[int(cell) for cell in row] for row in table],
    )


def share(inside: Sequence[bool]) -> Figure | None:
    """The share of true values; None without any."""
    if not inside:
        return None
    drawn = _draw([sum(inside), len(inside) - sum(inside)])
    return _around(sum(inside) / len(inside), drawn[:, 0] / len(inside))


def rank_correlation(gold: Sequence[float], found: Sequence[float]) -> Figure | None:
    """Kendall's tau-b; None where one side does not differ."""
    value = _tau(np.array(gold), np.array(found))
    if np.isnan(value):
        return None
    random = np.random.default_rng(SEED)
    draws = random.integers(len(gold), size=(FEWER_DRAWS, len(gold)))
    drawn = np.array([_tau(np.array(gold)[draw], np.array(found)[draw]) for draw in draws])
    return _around(value, drawn[~np.isnan(drawn)])


def _tau(gold: Array, found: Array) -> float:
    if len(set(gold.tolist())) < 2 or len(set(found.tolist())) < 2:
        return float("nan")
    return float(kendalltau(gold, found).statistic)


def _draw(counts: Sequence[int]) -> Array:
    """Tables of as many claims, drawn anew: draws × cells."""
    cells = np.asarray(counts, dtype=float)
    total = int(cells.sum())
    if not total:
        return np.zeros((1, len(cells)))
    drawn = np.random.default_rng(SEED).multinomial(total, cells / total, size=DRAWS)
    return np.asarray(drawn, dtype=float)


def _figure(of: Callable[[Array], Array], counts: Sequence[int], drawn: Array) -> Figure:
    return _around(float(of(np.array([counts], dtype=float))[0]), of(drawn))


def _around(value: float, drawn: Array) -> Figure:
    lower, upper = np.percentile(drawn, [5, 95])
    return Figure(*(round(float(number), 3) + 0.0 for number in (value, lower, upper)))


def _precision(counts: Array) -> Array:
    return _ratio(counts[:, 0], counts[:, 0] + counts[:, 1])


def _recall(counts: Array) -> Array:
    return _ratio(counts[:, 0], counts[:, 0] + counts[:, 2])


def _f1(counts: Array) -> Array:
    return _ratio(2 * counts[:, 0], 2 * counts[:, 0] + counts[:, 1] + counts[:, 2])


def _ratio(above: Array, below: Array) -> Array:
    return np.asarray(np.divide(above, below, out=np.zeros_like(above, dtype=float), where=below > 0))
