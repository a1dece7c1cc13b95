"""Footnotes: small type at the foot of a column that begins with the mark of a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.corpus.headings import known_role
from debatemap.corpus.pdf_lines import Line

# "3 ", "(3) ", "[3] ", "3. " at the beginning of a note; symbols likewise.
_LABEL = re.compile(r"^[(\[]?(\d{1,3})[)\].]?\s+(?=\S)")
_SYMBOL = re.compile(r"^([*†‡§¶]{1,4})\s*(?=\S)")
# Type of notes is smaller than this share of the body's.
SMALL = 0.94


@dataclass(slots=True)
class PrintedNote:
    """A note as it is printed: its label, the page where it begins, its lines; `cut`: how many
    characters of its first line are the label."""

    label: str
    page: int
    lines: list[Line] = field(default_factory=list)
    cut: int = 0


def take_notes(
    columns: Sequence[list[Line]], *, body: float, first_page: int
) -> tuple[list[PrintedNote], list[Line]]:
    """Take the footnotes out of the columns; returns them, and small print of the first page.

    Small type at the foot of a column is notes from the first line on that begins with a label: a
    number that is called on the page, or that follows the note before. What stands above that line
    goes on with the last note of the page before.
    """
    notes: list[PrintedNote] = []
    small_print: list[Line] = []
    for column in columns:
        start = _zone(column, columns, body)
        zone = column[start:]
        if not zone:
            continue
        page = zone[0].page
        called = raised_numbers(columns, page)
        last = _last_number(notes)
        first = next((at for at, line in enumerate(zone) if _label(line, called, last)), len(zone))
        before, labelled = zone[:first], zone[first:]
        kept: list[Line] = []
        if page == first_page and _has_prose(columns, page, body) and not _is_set_in(before, labelled):
            small_print.extend(before)
        elif before and _goes_on(notes, before[0], page):
            notes[-1].lines.extend(before)
        else:
            kept = before  # a caption, a table or a quotation
        _read_zone(labelled, notes, called)
        column[start:] = kept
    return notes, small_print


def _is_set_in(before: Sequence[Line], notes: Sequence[Line]) -> bool:
    """True for a quotation above the notes: all set in from the margin, or in larger type."""
    return bool(before) and (
        min(line.indent for line in before) > 0.7
        or (bool(notes) and before[0].size > 1.06 * notes[0].size and len(before) > 2)
    )


def _last_number(notes: Sequence[PrintedNote]) -> int:
    return int(notes[-1].label) if notes and notes[-1].label.isdigit() else 0


def _has_prose(columns: Sequence[Sequence[Line]], page: int, body: float) -> bool:
    """True when a page holds lines of the running text."""
    lines = [line for column in columns for line in column if line.page == page]
    return sum(abs(line.size - body) < 0.06 * body and len(line.text) > 25 for line in lines) > 2


def _zone(column: Sequence[Line], columns: Sequence[Sequence[Line]], body: float) -> int:
    """Where the small type at the foot of a column begins; its length when there is none."""
    start = len(column)
    while start and column[start - 1].size < SMALL * body:
        start -= 1
    if start == len(column):
        return start
    if start == 0:
        # A whole column of small type is notes only below all other text: above it, it is an abstract.
        text = [
            line
            for other in columns
            if other and other is not column and other[0].page == column[0].page
            for line in other
            if line.size >= SMALL * body and len(line.text) > 25
        ]
        above = any(line.y1 <= column[0].y0 + 2 for line in text)
        below = any(line.y0 >= column[-1].y1 - 2 for line in text)
        return start if above and not below else len(column)
    return len(column) if known_role(column[start - 1].text) else start


def raised_numbers(columns: Sequence[Sequence[Line]], page: int) -> set[str]:
    """The raised marks on a page that do not begin a line."""
    found: set[str] = set()
    for column in columns:
        if column and column[0].page == page:
            for line in column:
                for at, run in enumerate(line.runs):
                    if run.raised and at:
                        found.update(re.findall(r"\d{1,3}|[*†‡§¶]+", run.text))
    return found


def _label(line: Line, called: set[str], last: int) -> str:
    """The label with which a line begins a note; "" when it begins none."""
    if line.runs[0].raised:
        mark = re.findall(r"\d{1,3}|[*†‡§¶]+", line.runs[0].text)
        return mark[0] if mark and (not mark[0].isdigit() or _is_due(mark[0], called, last)) else ""
    if found := _LABEL.match(line.text):
        return found[1] if _is_due(found[1], called, last) else ""
    if found := _SYMBOL.match(line.text):
        return found[1] if found[1] in called else ""
    return ""


def _is_due(number: str, called: set[str], last: int) -> bool:
    return number in called or int(number) == last + 1


def _goes_on(notes: Sequence[PrintedNote], line: Line, page: int) -> bool:
    """True when small type without a label goes on with the last note."""
    if not notes or notes[-1].lines[-1].page < page - 1:
        return False
    last = notes[-1].lines[-1]
    unfinished = not last.text.rstrip(" ”’'\")]").endswith((".", "!", "?")) or last.slack < 1.5
    return unfinished and abs(line.size - last.size) < 0.06 * last.size and line.indent < 2.5


def _read_zone(lines: Sequence[Line], notes: list[PrintedNote], called: set[str]) -> None:
    """Part the lines of a zone into notes."""
    for line in lines:
        label = _label(line, called, _last_number(notes))
        if label or not notes:
            found = None if line.runs[0].raised else _LABEL.match(line.text) or _SYMBOL.match(line.text)
            notes.append(PrintedNote(label or "*", line.page, [line], found.end() if found else 0))
        else:
            notes[-1].lines.append(line)
