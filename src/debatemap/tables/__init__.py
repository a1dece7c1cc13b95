"""The tables of the data contract: written by the program or by people, read back, as frames."""

from debatemap.tables.coded import read_coded_claims, read_coded_relations
from debatemap.tables.columns import CLAIM_COLUMNS, POSITION_COLUMNS, RELATION_COLUMNS
from debatemap.tables.frames import claims_frame, positions_frame, relations_frame
from debatemap.tables.results import (
    read_claims,
    read_doubtful,
    read_positions,
    read_relations,
    write_claims,
    write_doubtful,
    write_positions,
    write_relations,
)
from debatemap.tables.toward import DEBATE, is_toward, write_debate

__all__ = [
    "CLAIM_COLUMNS",
    "DEBATE",
    "POSITION_COLUMNS",
    "RELATION_COLUMNS",
    "claims_frame",
    "is_toward",
    "positions_frame",
    "read_claims",
    "read_coded_claims",
    "read_coded_relations",
    "read_doubtful",
    "read_positions",
    "read_relations",
    "relations_frame",
    "write_claims",
    "write_debate",
    "write_doubtful",
    "write_positions",
    "write_relations",
]
