"""Logistic models kept as plain JSON: weights a person can read, nothing that runs code."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """`weights`: feature → log-odds; a feature that the model has not seen weighs nothing.

    `threshold`: the probability from which on the answer is yes.
    """

    weights: Mapping[str, float]
    threshold: float

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Log-odds of yes."""
        return sum(self.weights.get(name, 0.0) * value for name, value in sorted(features.items()))

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability of yes, 0 to 1."""
        return sigmoid(self.log_odds(features))


def sigmoid(log_odds: float) -> float:
    """The probability that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The three questions: does the sentence convey a claim of one it names; does it carry on the
    report in progress; is it the author's own claim."""

    named: LogisticModel
    carried: LogisticModel
    voice: LogisticModel

    @classmethod
    def from_json(cls, text: str) -> AttributionModel:
        """Read what `to_json` wrote."""
        data = json.loads(text)
        return cls(**{part: LogisticModel(data[part]["weights"], data[part]["threshold"]) for part in PARTS})

    def to_json(self) -> str:
        """JSON with sorted names; the same model gives the same text."""
        data = {
            part: {"threshold": getattr(self, part).threshold, "weights": dict(getattr(self, part).weights)}
            for part in PARTS
        }
        return json.dumps(data, indent=1, sort_keys=True) + "\n"


PARTS = ("named", "carried", "voice")


@cache
def load_model() -> AttributionModel:
    """The model that ships with the package (see models/attribution.md)."""
    return AttributionModel.from_json((files(__package__) / "attribution.json").read_text(encoding="utf-8"))
