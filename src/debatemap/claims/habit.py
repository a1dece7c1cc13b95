"""How readily reports run on is a habit of a text: found from the text itself.

In some texts the sentence after a citation nearly always goes on with the report, in others hardly ever.
The model knows the average; each text's own share of such sentences is found by expectation maximisation
over the model's answers (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to
new a priori probabilities"), held to the average as if so many sentences of an average text had been seen
before.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from debatemap.claims.model import sigmoid

USUAL = 0.2
"""Share of the sentences with a report in progress that go on with it, in an average text."""
SEEN = 20.0
"""Sentences of an average text that the share starts from."""
ROUNDS = 8


def habit_shift(log_odds: Sequence[float]) -> float:
    """What a text adds to the log-odds that a sentence goes on with a report; `log_odds` are the model's,
    one for each sentence that could. 0 for a text of which nothing is known.

    >>> habit_shift([])
    0.0
    >>> habit_shift([3.0] * 50) > 1 > -1 > habit_shift([-3.0] * 50)
    True
    """
    shift = 0.0
    for _ in range(ROUNDS):
        going_on = sum(sigmoid(odds + shift) for odds in log_odds)
        share = (going_on + SEEN * USUAL) / (len(log_odds) + SEEN)
        shift = _logit(share) - _logit(USUAL)
    return shift


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
