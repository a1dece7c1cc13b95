"""The same tables as pandas frames, for people who go on in Python."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from debatemap.model import Claim, Position, Relation
from debatemap.tables.columns import (
    CLAIM_COLUMNS,
    POSITION_COLUMNS,
    RELATION_COLUMNS,
    claim_row,
    claims_in_order,
    position_row,
    positions_in_order,
    relation_row,
    relations_in_order,
)

# Whole numbers that may be missing stay whole numbers.
_OFFSETS = {"start": "Int64", "end": "Int64"}
_SHARES = {"reported": "float64", "own": "float64"}


def claims_frame(claims: Sequence[Claim]) -> pd.DataFrame:
    """A row a claim, with the columns and the order of outputs/claims.csv."""
    rows = [claim_row(claim) for claim in claims_in_order(list(claims))]
    return pd.DataFrame(rows, columns=list(CLAIM_COLUMNS)).astype(_OFFSETS)


def relations_frame(relations: Sequence[Relation]) -> pd.DataFrame:
    """A row a relation, with the columns and the order of outputs/relations.csv."""
    rows = [relation_row(relation) for relation in relations_in_order(list(relations))]
    return pd.DataFrame(rows, columns=list(RELATION_COLUMNS)).astype(_OFFSETS)


def positions_frame(positions: Sequence[Position]) -> pd.DataFrame:
    """A row a position, with the columns and the order of outputs/positions.csv."""
    rows = [position_row(position) for position in positions_in_order(list(positions))]
    return pd.DataFrame(rows, columns=list(POSITION_COLUMNS)).astype(_SHARES)
