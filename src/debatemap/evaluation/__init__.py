"""How well a run does against a gold coding."""

from debatemap.evaluation.evaluate import Evaluation, evaluate
from debatemap.evaluation.figures import Figure, Rates

__all__ = ["Evaluation", "Figure", "Rates", "evaluate"]
