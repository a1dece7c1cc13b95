"""Gold codings: claims.csv and relations.csv of one paper."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from debatemap.errors import CodingError
from debatemap.model import fold
from debatemap.model.claim import OTHER, SELF


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """`sid`: the sentence; `start`, `end`: characters of the source; `holder`: as in outputs/claims.csv;
    `conveyed`: a proposition of the holder stands there, not only the name; `stance` -1, 0, 1; `agreed`:
    the coders agree (otherwise the row counts neither way)."""

    sid: str
    start: int
    end: int
    holder: str
    conveyed: bool
    stance: int
    via: str
    agreed: bool

    @property
    def counts(self) -> bool:
        """A claim that must be found."""
        return self.conveyed and self.agreed


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """`pair`: source, target, "support" or "attack"."""

    start: int
    pair: tuple[str, str, str]
    agreed: bool


def read_gold_claims(path: Path) -> list[GoldClaim]:
    """The rows of a gold claims.csv. Raises CodingError with file and line for what it cannot take."""
    found = []
    for line, row in _rows(path, ("sid", "start", "end", "holder", "kind", "stance", "agreed")):
        start, end, stance = (_number(path, line, row, name) for name in ("start", "end", "stance"))
        if stance not in (-1, 0, 1):
            raise CodingError(f"stance {stance} is none of -1, 0, 1", where=path, line=line, todo="Mend it")
        found.append(
            GoldClaim(
                sid=row["sid"],
                start=start,
                end=end,
                holder=canonical(row["holder"]),
                conveyed=row["kind"] == "claim",
                stance=stance,
                via=row.get("via") or "",
                agreed=row["agreed"] == "yes",
            )
        )
    return found


def read_gold_relations(path: Path) -> list[GoldRelation]:
    """The rows of a gold relations.csv; raises as `read_gold_claims`."""
    return [
        GoldRelation(
            start=_number(path, line, row, "start"),
            pair=(canonical(row["source"]), canonical(row["target"]), row["relation"].strip().lower()),
            agreed=row["agreed"] == "yes",
        )
        for line, row in _rows(path, ("start", "source", "target", "relation", "agreed"))
    ]


def canonical(holder: str) -> str:
    """The same key however letter case, accents or separators were written.

    >>> canonical("De Graff 2005"), canonical("other:Front_line")
    ('de-graff-2005', 'other:front-line')
    """
    return re.sub(r"[^a-z0-9:]+", "-", fold(holder.strip())).strip("-")


def kind_of(holder: str) -> str:
    """`self`, `other` or `scholar`."""
    if holder == SELF:
        return SELF
    return "other" if holder.startswith(OTHER.rstrip(":")) else "scholar"


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    if not path.is_file():
        raise CodingError("there is no such file", where=path, todo="Name a folder with a gold coding")
    with path.open(newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            raise CodingError(
                f"no column {', '.join(missing)}", where=path, line=1, todo="Add it to the header"
            )
        for row in reader:
            yield reader.line_num, {name: value or "" for name, value in row.items() if name}


def _number(path: Path, line: int, row: dict[str, str], name: str) -> int:
    try:
        return int(row[name])
    except ValueError:
        raise CodingError(
            f'{name} "{row[name]}" is no whole number', where=path, line=line, todo="Mend it"
        ) from None
