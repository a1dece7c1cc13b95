"""The same tables as pandas frames, for people who go on in Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from debatemap.model import Claim, Position, Relation
from debatemap.tables.columns import (
    CLAIM_COLUMNS,
    POSITION_COLUMNS,
    RELATION_COLUMNS,
    Value,
    claim_row,
    claims_in_order,
    position_row,
    positions_in_order,
    relation_row,
    relations_in_order,
)

if TYPE_CHECKING:
    import pandas as pd

# Whole numbers that may be missing stay whole numbers.
_OFFSETS = {"start": "Int64", "end": "Int64"}
_SHARES = {"reported": "float64", "own": "float64"}


def claims_frame(claims: Sequence[Claim]) -> pd.DataFrame:
    """A row a claim, with the columns and the order of outputs/claims.csv."""
    rows = (claim_row(claim) for claim in claims_in_order(claims))
    return _frame(rows, CLAIM_COLUMNS, _OFFSETS)


def relations_frame(relations: Sequence[Relation]) -> pd.DataFrame:
    """A row a relation, with the columns and the order of outputs/relations.csv."""
    rows = (relation_row(relation) for relation in relations_in_order(relations))
    return _frame(rows, RELATION_COLUMNS, _OFFSETS)


def positions_frame(positions: Sequence[Position]) -> pd.DataFrame:
    """A row a position, with the columns and the order of outputs/positions.csv."""
    rows = (position_row(position) for position in positions_in_order(positions))
    return _frame(rows, POSITION_COLUMNS, _SHARES)


def _frame(
    rows: Iterable[Mapping[str, Value]], columns: Sequence[str], types: Mapping[str, str]
) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - takes half a second, which commands that need no frame save

    frame = pd.DataFrame(list(rows), columns=list(columns))
    return frame.astype(dict(types))
