"""A scholar's place between the poles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A row of outputs/positions.csv: a work, or, with `holder` "", a scholar with all works.

    `position`, `lower`, `upper`, `reported`, `own`: -1 (attacks the thesis) to +1 (supports it);
    lower to upper is the 90 % interval. `support`, `attack`, `neutral`: claims on each side.
    `papers`: how many papers witness it. `reported`: as others report it; `own`: as the scholar's
    own papers say; None where there is no such claim.
    """

    scholar: str
    holder: str
    year: str
    position: float
    lower: float
    upper: float
    support: int
    attack: int
    neutral: int
    papers: int
    reported: float | None = None
    own: float | None = None
