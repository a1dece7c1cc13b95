"""Adding a row to a table that people wrote, without touching the rows that are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from debatemap.atomic import write_atomically
from debatemap.errors import CodingError
from debatemap.tables.columns import CLAIM_COLUMNS
from debatemap.tables.results import cell_text
from debatemap.tables.sheet import read_sheet

BY_HAND = ("paper", "holder", "claim", "stance", "locator", "evidence", "coder", "note")
"""The columns that a person who codes by hand needs."""


def append_claim(path: Path, cells: Mapping[str, str], *, columns: Sequence[str] = BY_HAND) -> int:
    """Write one more row at the end of a table of claims; returns its line.

    The table's encoding, delimiter, line ends and order of columns are kept, all rows byte for byte.
    A missing or empty table is made, with `columns`. Raises CodingError when the table has no column for a
    cell that holds something, and as `read_sheet` does.
    """
    sheet = read_sheet(path, CLAIM_COLUMNS) if path.exists() else None
    if sheet is None:
        rows = [",".join(columns), ",".join(cell_text(cells.get(name, "")) for name in columns)]
        write_atomically(path, ("\n".join(rows) + "\n").encode("utf-8"))
        return 2
    for name, cell in cells.items():
        if cell and name not in sheet.columns:
            raise CodingError(
                f'there is no column "{name}"',
                where=path,
                line=sheet.header_line,
                todo="Add it to the first row",
            )
    before = path.read_bytes()
    text = before.decode(sheet.encoding)
    end = "\r\n" if "\r\n" in text else "\n"
    # Excel leaves out the last line end when it saves some formats.
    gap = "" if text.endswith(("\n", "\r")) else end
    row = sheet.delimiter.join(cell_text(cells.get(name, ""), sheet.delimiter) for name in sheet.header)
    write_atomically(path, before + (gap + row + end).encode(sheet.encoding))
    return text.count("\n") + (2 if gap else 1)
