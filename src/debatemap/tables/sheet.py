"""Tables that people write with spreadsheets: any of the usual encodings, delimiters and blanks."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from debatemap.errors import CodingError

DELIMITERS = (",", ";", "\t")

# Byte order marks. Excel's "Unicode text" is UTF-16, with tabs.
_MARKS = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by column name, without white space around them, and the line it begins on."""

    line: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """The cell, "" when the table has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a person wrote it: column names in lower case, rows that hold something.

    `header`: the names in the order of the file, "" for a column without one; `encoding` and
    `delimiter` as found.
    """

    path: Path
    header: tuple[str, ...]
    header_line: int
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that have a name."""
        return tuple(name for name in self.header if name)


def read_sheet(path: Path, columns: Sequence[str]) -> Sheet | None:
    """Read a table; None when it holds nothing at all.

    `columns`: names that tell the header's delimiter (comma, semicolon or tab). UTF-8 with or
    without byte order mark, or UTF-16 with one. Blank rows and unnamed empty columns are skipped;
    column names may be in any case, with blanks for underscores. Raises CodingError for a file that
    is no text, broken quotation marks, a row with more cells than the header, a column named twice.
    """
    text, encoding = _text(path)
    delimiter = _delimiter(text, columns)
    lines = _numbered(path, text, delimiter)
    header_line, header = next(((line, row) for line, row in lines if any(row)), (0, []))
    if not header:
        return None
    names = [" ".join(cell.lower().split()).replace(" ", "_") for cell in header]
    named = [name for name in names if name]
    twice = next((name for name in named if named.count(name) > 1), "")
    if twice:
        raise CodingError(
            f'there are two columns "{twice}"', where=path, line=header_line, todo="Keep one of them"
        )
    rows = tuple(_row(path, line, names, cells) for line, cells in lines if line > header_line and any(cells))
    return Sheet(path, tuple(names), header_line, rows, encoding, delimiter)


def _text(path: Path) -> tuple[str, str]:
    """The text without byte order mark, and its encoding."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CodingError(
            f"cannot be read: {error.strerror}",
            where=path,
            todo="Close it elsewhere, or mend its permissions",
        ) from error
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    todo = 'Save the table as "CSV UTF-8"'
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CodingError("this is no UTF-8 text", where=path, line=line, todo=todo) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise CodingError("this is no text", where=path, line=line, todo=todo)
    return text, encoding


def _numbered(path: Path, text: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Every row with the line it begins on, cells without white space around them."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            # Excel may begin a file with a line that names the delimiter.
            if not (line == 1 and row and row[0].lower().startswith("sep=")):
                found.append((line, [cell.strip() for cell in row]))
            line = reader.line_num + 1
    except csv.Error as error:
        raise CodingError(
            f"the quotation marks of this row do not close ({error})",
            where=path,
            line=line,
            todo='Put the cell in "…" and double each quotation mark inside it',
        ) from error
    return found


def _delimiter(text: str, columns: Sequence[str]) -> str:
    """The delimiter under which the header shows most of the known columns."""
    lines = (
        line for line in text.splitlines() if line.strip(' ,;\t"') and not line.lower().startswith("sep=")
    )
    header = next(lines, "").lower()

    def known(delimiter: str) -> int:
        names = {cell.strip().strip('"').strip().replace(" ", "_") for cell in header.split(delimiter)}
        return len(names.intersection(columns))

    return max(DELIMITERS, key=lambda delimiter: (known(delimiter), header.count(delimiter)))


def _row(path: Path, line: int, names: list[str], cells: list[str]) -> Row:
    for at, cell in enumerate(cells):
        if cell and (at >= len(names) or not names[at]):
            raise CodingError(
                f'"{_short(cell)}" stands under no column',
                where=path,
                line=line,
                todo='Name its column, or put text that holds the delimiter in "…"',
            )
    return Row(line, {name: cell for name, cell in zip(names, cells, strict=False) if name})


def _short(text: str, width: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"
