"""The three tables in outputs/: written by the pipeline, read back by everything that shows them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from debatemap.atomic import write_atomically
from debatemap.errors import CodingError
from debatemap.model import (
    Citation,
    Claim,
    Document,
    Origin,
    Position,
    Relation,
    RelationKind,
    Span,
    Stance,
    Status,
    Via,
)
from debatemap.tables.columns import (
    CLAIM_COLUMNS,
    DOUBTFUL_COLUMNS,
    POSITION_COLUMNS,
    RELATION_COLUMNS,
    Value,
    claim_row,
    claims_in_order,
    doubtful_row,
    position_row,
    positions_in_order,
    relation_row,
    relations_in_order,
)

Row = TypeVar("Row")


def write_claims(path: Path, claims: Sequence[Claim]) -> None:
    """Write claims as outputs/claims.csv: sorted, rounded, whole or not at all."""
    _write(path, CLAIM_COLUMNS, (claim_row(claim) for claim in claims_in_order(claims)))


def write_relations(path: Path, relations: Sequence[Relation]) -> None:
    """Write relations as outputs/relations.csv: sorted, rounded, whole or not at all."""
    _write(path, RELATION_COLUMNS, (relation_row(item) for item in relations_in_order(relations)))


def write_positions(path: Path, positions: Sequence[Position]) -> None:
    """Write positions as outputs/positions.csv: sorted, rounded, whole or not at all."""
    _write(path, POSITION_COLUMNS, (position_row(item) for item in positions_in_order(positions)))


def write_doubtful(
    path: Path, citations: Mapping[str, Sequence[Citation]], documents: Sequence[Document]
) -> None:
    """Write outputs/unresolved.csv: the citations of each paper that have no work, with the works that
    come near, and those whose work was only inferred, with what was assumed."""
    _write(
        path,
        DOUBTFUL_COLUMNS,
        (
            doubtful_row(document, citation)
            for document in sorted(documents, key=lambda document: document.key)
            for citation in citations.get(document.key, ())
            if citation.note or not citation.key
        ),
    )


def read_claims(path: Path) -> list[Claim]:
    """The claims of a table that `write_claims` wrote (without their cue, source and content spans).

    Raises CodingError when the file is missing or was changed into something else.
    """
    return _read(path, CLAIM_COLUMNS, _claim)


def read_relations(path: Path) -> list[Relation]:
    """The relations of a table that `write_relations` wrote. Raises CodingError like `read_claims`."""
    return _read(path, RELATION_COLUMNS, _relation)


def read_positions(path: Path) -> list[Position]:
    """The positions of a table that `write_positions` wrote. Raises CodingError like `read_claims`."""
    return _read(path, POSITION_COLUMNS, _position)


def read_doubtful(path: Path) -> list[dict[str, str]]:
    """Paper, citation, page, work and note of every row of outputs/unresolved.csv; raises CodingError like
    `read_claims`."""
    wanted = ("paper", "citation", "page", "work", "note")
    return _read(path, DOUBTFUL_COLUMNS, lambda row: {name: row[name] for name in wanted})


def table_text(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """Header and rows as csv text; lines end with a line feed on every machine."""
    lines = [",".join(columns)]
    lines += [",".join(cell_text(row[name]) for name in columns) for row in rows]
    return "\n".join(lines) + "\n"


def cell_text(value: Value, delimiter: str = ",") -> str:
    """A value as it stands between two delimiters, in quotation marks where it must be."""
    if value is None:
        return ""
    text = f"{value:.3f}" if isinstance(value, float) else str(value)
    # csv.writer would leave a lone carriage return bare, and read it back as the end of the row.
    needed = any(mark in text for mark in ('"', "\r", "\n", delimiter))
    return '"' + text.replace('"', '""') + '"' if needed else text


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> None:
    write_atomically(path, table_text(columns, rows).encode("utf-8"))


def _read(path: Path, columns: Sequence[str], make: Callable[[Mapping[str, str]], Row]) -> list[Row]:
    again = "Make it anew: debatemap run"
    if not path.is_file():
        raise CodingError("there are no results yet", where=path, todo="Make them: debatemap run")
    found: list[Row] = []
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                raise CodingError(f'column "{missing[0]}" is missing', where=path, line=1, todo=again)
            line = reader.line_num + 1
            for row in reader:
                found.append(make(row))
                line = reader.line_num + 1
    except (ValueError, TypeError, csv.Error) as error:
        raise CodingError(
            f"this row is not as it was written: {error}", where=path, line=line, todo=again
        ) from error
    return found


def _span(row: Mapping[str, str]) -> Span | None:
    return Span(int(row["start"]), int(row["end"])) if row["start"] else None


def _optional(cell: str) -> float | None:
    return float(cell) if cell else None


def _claim(row: Mapping[str, str]) -> Claim:
    return Claim(
        id=row["id"],
        paper=row["paper"],
        holder=row["holder"],
        scholar=row["scholar"],
        text=row["claim"],
        stance=Stance(row["stance"]),
        confidence=float(row["confidence"]),
        via=Via(row["via"]),
        evidence=row["evidence"],
        span=_span(row),
        page=row["page"],
        locator=row["locator"],
        reported_by=row["reported_by"],
        rule=row["rule"],
        origin=Origin(row["origin"]),
        status=Status(row["status"]),
        coder=row["coder"],
        note=row["note"],
        lean=_optional(row["lean"]),
    )


def _relation(row: Mapping[str, str]) -> Relation:
    return Relation(
        id=row["id"],
        paper=row["paper"],
        source=row["source"],
        target=row["target"],
        relation=RelationKind(row["relation"]),
        evidence=row["evidence"],
        span=_span(row),
        confidence=float(row["confidence"]),
        rule=row["rule"],
        origin=Origin(row["origin"]),
        status=Status(row["status"]),
    )


def _position(row: Mapping[str, str]) -> Position:
    return Position(
        scholar=row["scholar"],
        holder=row["holder"],
        year=row["year"],
        position=float(row["position"]),
        lower=float(row["lower"]),
        upper=float(row["upper"]),
        support=int(row["support"]),
        attack=int(row["attack"]),
        neutral=int(row["neutral"]),
        papers=int(row["papers"]),
        reported=_optional(row["reported"]),
        own=_optional(row["own"]),
    )
