"""How readily reports run on is a habit of a text: found from the text itself.

In some texts the sentence after a citation nearly always goes on with the report, in others hardly ever.
The model knows the average; each text's own share of such sentences is found by expectation maximisation
over the model's answers (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to
new a priori probabilities"). As these err together within a text, its share is drawn back to the average.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from debatemap.claims.model import sigmoid

USUAL = 0.17
"""Share of the sentences with a report in progress that go on with it, in an average text."""
HEARD = 0.6
"""How far a long text has its way: from 0, every text is average, to 1."""
LONG = 10.0
"""So many sentences have half of that say."""
ROUNDS = 8


def habit_shift(log_odds: Sequence[float]) -> float:
    """What a text adds to the log-odds that a sentence goes on with a report; `log_odds` are the model's,
    one for each sentence that could. 0 for a text of which nothing is known.

    >>> habit_shift([])
    0.0
    >>> habit_shift([3.0] * 50) > 0 > habit_shift([-3.0] * 50)
    True
    """
    if not log_odds:
        return 0.0
    heard = HEARD * len(log_odds) / (len(log_odds) + LONG)
    shift = 0.0
    for _ in range(ROUNDS):
        share = sum(sigmoid(odds + shift) for odds in log_odds) / len(log_odds)
        shift = _logit(heard * share + (1 - heard) * USUAL) - _logit(USUAL)
    return shift


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
