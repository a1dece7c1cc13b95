"""The trained sequence model that labels the tokens of an entry.

A linear-chain conditional random field (Lafferty, McCallum & Pereira 2001), as applied to references
by Peng & McCallum (2006). What it was trained on, and how well it does, is in
models/reference-parser.md; `benchmarks/train_reference_parser.py` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class SequenceModel:
    """Weights: one row a feature and one column a label; `transitions[i, j]`: label j after label i."""

    labels: tuple[str, ...]
    rows: dict[str, int]
    weights: Scores
    transitions: Scores

    def emissions(self, features: Sequence[Sequence[str]]) -> Scores:
        """The score of each label for each token (tokens × labels)."""
        rows = self.rows
        index = [[rows[name] for name in names if name in rows] for names in features]
        flat = [row for names in index for row in (*names, 0)]  # row 0 is all zeros: no empty group
        starts = np.cumsum([0] + [len(names) + 1 for names in index[:-1]])
        return np.asarray(np.add.reduceat(self.weights[flat], starts, axis=0), dtype=np.float64)

    def label(self, features: Sequence[Sequence[str]], allowed: Scores | None = None) -> list[str]:
        """The best sequence of labels (Viterbi).

        `allowed` (tokens × labels): what to add to each score, 0 or very low.
        """
        if not features:
            return []
        scores = self.emissions(features)
        if allowed is not None:
            scores = scores + allowed
        best = scores[0]
        back: list[npt.NDArray[np.intp]] = []
        columns = np.arange(len(self.labels))
        for row in scores[1:]:
            paths = best[:, None] + self.transitions
            came = paths.argmax(axis=0)
            back.append(came)
            best = paths[came, columns] + row
        at = int(best.argmax())
        path = [at]
        for came in reversed(back):
            at = int(came[at])
            path.append(at)
        return [self.labels[index] for index in reversed(path)]


def from_json(data: dict[str, Any]) -> SequenceModel:
    """A model from its stored form: labels, features ({name: {label number: weight}}), transitions."""
    labels = tuple(data["labels"])
    rows = {name: number for number, name in enumerate(data["features"], start=1)}
    weights = np.zeros((len(rows) + 1, len(labels)))
    for number, row in enumerate(data["features"].values(), start=1):
        for label, weight in zip(row[::2], row[1::2], strict=True):
            weights[number, int(label)] = weight
    return SequenceModel(labels, rows, weights, np.array(data["transitions"], dtype=np.float64))


@cache
def reference_model() -> SequenceModel:
    """The model that comes with the package."""
    path = Path(__file__).with_name("reference_model.json")
    return from_json(json.loads(path.read_text(encoding="utf-8")))
