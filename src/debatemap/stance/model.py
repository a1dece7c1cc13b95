"""The stance model: two logistic regressions over interpretable features, and what a paper's claims
tell of one another."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Layer:
    """`bears` (with "" for the intercept): does the claim speak to the thesis? `side`: on which side,
    without an intercept, so that swapping the poles swaps the answer."""

    bears: dict[str, float]
    side: dict[str, float]

    def logits(self, features: Features) -> tuple[float, float]:
        """Log-odds of bearing on the thesis, and of supporting it given that."""
        bears = self.bears.get("", 0.0) + _dot(self.bears, features)
        return bears, _dot(self.side, features)


@dataclass(frozen=True, slots=True)
class StanceModel:
    """`alone` looks at a claim by itself, `joint` also at what `alone` said of its neighbours."""

    alone: Layer
    joint: Layer
    coded: int = 0
    """How many hand-coded claims of a debate it was fitted to; 0 for the package's own."""
    debate: str = ""
    """Id of the thesis and the poles that those claims were coded toward (`Debate.id`)."""

    @property
    def taught(self) -> bool:
        """True for a model that was fitted to one debate's hand-coded claims."""
        return self.coded > 0


def sigmoid(value: float) -> float:
    """The logistic function, safe at both ends."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


def chances(logits: tuple[float, float]) -> tuple[float, float, float]:
    """Probabilities of attack, neutral and support."""
    bears, support = sigmoid(logits[0]), sigmoid(logits[1])
    return bears * (1 - support), 1 - bears, bears * support


@cache
def shipped() -> StanceModel:
    """The model that comes with the package; models/stance.md says what it was trained on."""
    return load_model((files("debatemap.stance") / "weights.json").read_text(encoding="utf-8"))


def load_model(text: str) -> StanceModel:
    """A model from its JSON. Raises ValueError when it is none."""
    try:
        raw = json.loads(text)
        alone, joint = (
            Layer(*({str(k): float(v) for k, v in raw[name][part].items()} for part in ("bears", "side")))
            for name in ("alone", "joint")
        )
        return StanceModel(alone, joint, coded=int(raw.get("coded", 0)), debate=str(raw.get("debate", "")))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no stance model: {error}") from error


def dump_model(model: StanceModel) -> str:
    """A model as JSON; numbers rounded to four digits."""
    layers: dict[str, Sequence[dict[str, float]]] = {
        "alone": (model.alone.bears, model.alone.side),
        "joint": (model.joint.bears, model.joint.side),
    }
    raw: dict[str, object] = {
        name: {"bears": _rounded(bears), "side": _rounded(side)} for name, (bears, side) in layers.items()
    }
    if model.coded:
        raw |= {"coded": model.coded, "debate": model.debate}
    return json.dumps(raw, indent=1) + "\n"


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in sorted(weights.items())}


def _dot(weights: Mapping[str, float], features: Features) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())
