"""Puts the lines of a page into reading order: columns, and what runs across them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.corpus.pdf_lines import Line, Sheet, join_rows, on_one_height

# Fewer lines beside each other are a table or a figure's labels, not two columns.
_LEAST_LINES = 4


@dataclass(slots=True)
class Gutter:
    """White space between two columns: `start` to `end` across the page."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """Where the page parts."""
        return (self.start + self.end) / 2


def order_columns(sheets: Sequence[Sheet], *, body: float) -> list[list[Line]]:
    """The columns of all pages in reading order, each a list of lines from the top down.

    A page with a gutter is read in bands: what runs across the gutter parts the page, and between
    two such lines the left column comes before the right one. Every line gets its column's margins.
    """
    columns: list[list[Line]] = []
    for sheet in sheets:
        if not sheet.lines:
            continue
        for part in _split(sheet.lines, body, depth=0):
            lines = join_rows(part, within=3.0)
            for line in lines:
                line.column = len(columns)
            columns.append(lines)
    _set_margins(columns, body)
    return [_join_justified(column, body) for column in columns]


def _join_justified(column: list[Line], body: float) -> list[Line]:
    """A column whose justified lines are whole, however wide the gaps between their words: pieces on one
    height that fill the column between them, right above or below a full line of text."""
    rows: list[list[Line]] = []
    for line in column:
        if rows and on_one_height(rows[-1][0], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    full = [len(row) == 1 and len(row[0].text) > 25 and _fills(row, body) for row in rows]
    joined: list[Line] = []
    for at, row in enumerate(rows):
        near = [other for other in (at - 1, at + 1) if 0 <= other < len(rows) and full[other]]
        close = any(abs(rows[other][0].y0 - row[0].y0) < 1.8 * body for other in near)
        letters = all(any(map(str.isalpha, line.text)) for line in row)
        if len(row) > 1 and close and letters and _fills(row, body):
            whole = join_rows(row, within=100.0)
            for line in whole:
                line.column, line.left, line.right = row[0].column, row[0].left, row[0].right
            joined.extend(whole)
        else:
            joined.extend(row)
    return joined


def _fills(row: Sequence[Line], body: float) -> bool:
    """The pieces reach from the left margin of their column, or an indent, to the right one."""
    x0, x1 = min(line.x0 for line in row), max(line.x1 for line in row)
    return x0 - row[0].left < 2.5 * body and abs(row[0].right - x1) < 0.3 * body


def _split(lines: Sequence[Line], body: float, *, depth: int) -> list[list[Line]]:
    """The columns of a region of a page, in reading order."""
    gutter = find_gutter(lines, body) if depth < 2 and len(lines) >= 2 * _LEAST_LINES else None
    if gutter is None:
        return [sorted(lines, key=lambda line: (line.y0, line.x0))]
    marked = {id(line) for line in lines if _crosses(line, gutter, lines)}
    parts: list[list[Line]] = []
    for band in _bands(lines, marked):
        if id(band[0]) in marked:
            parts.append(band)
            continue
        front, rest = _part_front(band, gutter, body)
        for side in front:
            parts.append(sorted(side, key=lambda line: (line.y0, line.x0)))
        left = [line for line in rest if line.middle < gutter.middle]
        right = [line for line in rest if line.middle >= gutter.middle]
        left, below = _part_below(left, right, body)
        for side in (left, right, below):
            if side:
                parts.extend(_split(side, body, depth=depth + 1))
    return _united(parts)


def _part_front(band: list[Line], gutter: Gutter, body: float) -> tuple[list[list[Line]], list[Line]]:
    """Short lines side by side above the columns, parted from them by white space across the whole
    page (authors with their addresses): those on the left, those on the right; and the rest."""
    rows = sorted(band, key=lambda line: line.y0)
    half = min(gutter.start - min(line.x0 for line in rows), max(line.x1 for line in rows) - gutter.end)
    end = 0.0
    for at, line in enumerate(rows[:24]):
        if at and line.y0 - end > 0.8 * body:
            sides = [[o for o in rows[:at] if (o.middle < gutter.middle) is left] for left in (True, False)]
            return (sides, rows[at:]) if all(sides) else ([], band)
        if line.x1 - line.x0 > 0.8 * half:
            break
        end = max(end, line.y1)
    return [], band


def _part_below(left: list[Line], right: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The left column, and what stands below both columns at its foot: it heads what follows."""
    if not left or not right:
        return left, []
    end = max(line.y1 for line in right)
    rows = sorted(left, key=lambda line: line.y0)
    for at in range(len(rows) - 1, max(0, len(rows) - 4), -1):
        if rows[at].y0 > end and rows[at].y0 - rows[at - 1].y1 > 0.8 * body:
            return rows[:at], rows[at:]
    return left, []


def find_gutter(lines: Sequence[Line], body: float) -> Gutter | None:
    """The white space that parts most lines of a region to its left and right; None when there is none.

    Lines on both sides must stand beside each other over several lines' height, and the lines across
    it must be fewer than those beside it.
    """
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    width = int(x1 - x0) + 2
    cover = [0] * (width + 1)
    for line in lines:
        # A hair's breadth is allowed for letters that overhang.
        cover[int(line.x0 - x0 + 1)] += 1
        cover[max(int(line.x1 - x0), int(line.x0 - x0 + 1))] -= 1
    for at in range(1, width + 1):
        cover[at] += cover[at - 1]
    best: Gutter | None = None
    best_cover = len(lines)
    at = width // 5
    while at < width * 4 // 5:
        end = at
        while end < width and cover[end] == cover[at]:
            end += 1
        wide = end - at >= 0.6 * body
        if wide and cover[at] < best_cover and cover[at] <= 0.45 * len(lines):
            gutter = Gutter(x0 + at, x0 + end)
            if _stands_between(lines, gutter, body):
                best, best_cover = gutter, cover[at]
        at = end
    return best


def _stands_between(lines: Sequence[Line], gutter: Gutter, body: float) -> bool:
    """True when prose stands on both sides of a gutter, over a common height."""
    left = [line for line in lines if line.x1 <= gutter.middle]
    right = [line for line in lines if line.x0 >= gutter.middle]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    top = max(min(line.y0 for line in side) for side in (left, right))
    bottom = min(max(line.y1 for line in side) for side in (left, right))
    if bottom - top < 3 * body:
        return False
    # Columns are filled with words; a table's columns and a list's numbers are not.
    for side in (left, right):
        width = max(line.x1 for line in side) - min(line.x0 for line in side)
        wordy = [line for line in side if len(line.text.split()) > 2 and len(line.text) >= 15]
        full = sum(line.x1 - line.x0 > 0.6 * width for line in wordy)
        if width < 8 * body or len(wordy) < max(3.0, 0.25 * len(side)) or full * 2 < len(wordy):
            return False
    return True


def _crosses(line: Line, gutter: Gutter, lines: Sequence[Line]) -> bool:
    """True for a line that runs across the gutter, with nothing beside it but its own overhang."""
    if line.x0 >= gutter.start or line.x1 <= gutter.end:
        return False
    beside = [
        other
        for other in lines
        if other is not line
        and other.x0 >= line.x1 - 2
        and min(other.y1, line.y1) - max(other.y0, line.y0) > 0.5 * line.height
    ]
    return not beside


def _bands(lines: Sequence[Line], marked: set[int]) -> list[list[Line]]:
    """Runs of lines across the gutter (those marked) and of lines beside it, from the top down."""
    bands: list[list[Line]] = []
    kind: bool | None = None
    for line in sorted(lines, key=lambda line: ((line.y0 + line.y1) / 2, line.x0)):
        crossing = id(line) in marked
        if crossing is not kind:
            bands.append([])
            kind = crossing
        bands[-1].append(line)
    return _whole(bands, marked)


def _whole(bands: Sequence[list[Line]], marked: set[int]) -> list[list[Line]]:
    """Bands in which a few short lines with nothing beside them count as running across."""
    whole: list[list[Line]] = []
    for band in bands:
        short = len(band) < _LEAST_LINES and not any(
            min(a.y1, b.y1) - max(a.y0, b.y0) > 0.5 * a.height for a in band for b in band if a is not b
        )
        if id(band[0]) not in marked and short and len(bands) > 1:
            marked.update(id(line) for line in band)
        if whole and (id(whole[-1][0]) in marked) == (id(band[0]) in marked):
            whole[-1].extend(band)
        else:
            whole.append(list(band))
    return whole


def _united(parts: Sequence[list[Line]]) -> list[list[Line]]:
    """Parts that follow each other without a column between them, as one."""
    united: list[list[Line]] = []
    for part in parts:
        if united and part[0].y0 >= united[-1][-1].y0 and _is_alone(united[-1], part):
            united[-1] = united[-1] + part
        else:
            united.append(part)
    return united


def _is_alone(above: Sequence[Line], below: Sequence[Line]) -> bool:
    """True when two parts share their margins and stand one below the other."""
    left = abs(min(line.x0 for line in above) - min(line.x0 for line in below))
    right = abs(max(line.x1 for line in above) - max(line.x1 for line in below))
    return max(line.y1 for line in above) <= min(line.y0 for line in below) + 2 and left < 5 and right < 5


def _set_margins(columns: Sequence[list[Line]], body: float) -> None:
    """Give each line the margins of its column: where most of its lines of body type begin, and
    where the longest end. A column with little text has those of the page, or of the paper, at its
    place."""
    known: Counter[tuple[int, int]] = Counter()
    for column in columns:
        text = _prose(column, body)
        if len(text) >= 8:
            left, right = _margins(text)
            known[round(left), round(right)] += len(text)
            for line in column:
                line.left, line.right = left, right
    for column in columns:
        if len(_prose(column, body)) < 8:
            left, right = _nearest(column, known)
            for line in column:
                line.left, line.right = left, right


def _prose(lines: Sequence[Line], body: float) -> list[Line]:
    return [
        line for line in lines if abs(line.size - body) < 0.1 * body and len(line.text) > 25 and not line.gaps
    ]


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    begins = Counter(round(line.x0) for line in lines)
    near = {x: sum(begins[x + d] for d in (-1, 0, 1)) for x in begins}
    # The leftmost place where a fair share begin: indents and hanging lines stand right of it.
    left = min(
        x for x, count in near.items() if count >= max(2.0, 0.12 * len(lines)) or count == max(near.values())
    )
    ends = sorted(line.x1 for line in lines)
    return float(left), ends[min(len(ends) - 1, int(len(ends) * 0.9))]


def _nearest(column: Sequence[Line], known: Counter[tuple[int, int]]) -> tuple[float, float]:
    """The narrowest known column that holds this one; its own extent where there is none."""
    x0, x1 = min(line.x0 for line in column), max(line.x1 for line in column)
    holding = [
        (right - left, -count, left, right)
        for (left, right), count in known.items()
        if left - 6 <= x0 and x1 <= right + 6
    ]
    if not holding:
        return x0, x1
    _, _, left, right = min(holding)
    return float(left), float(right)
