"""What stands in the margins of pages: running heads, page numbers, line numbers, cover pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from debatemap.corpus.pdf_lines import Line, Sheet
from debatemap.corpus.pdf_tables import cover_marks

# How many lines from the top or bottom of a page a running head may be.
_DEPTH = 4
_ROMAN = re.compile(r"^[ivxlc]{1,7}$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,:/(-])\d{1,4}(?![\d.,:/)-])")
_LONE_NUMBER = re.compile(
    r"^\W*(?:p(?:age|\.)?\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|de|von|sur|di)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Margins:
    """`labels`: the printed number of each page, "" where none is known; `taken`: the lines that
    were taken out, by page; `covers`: how many pages before the paper are a repository's own."""

    labels: list[str]
    taken: list[list[Line]] = field(default_factory=list)
    covers: int = 0


def take_margins(sheets: Sequence[Sheet], *, body: float) -> Margins:
    """Take everything out of the pages that is no part of the paper's own text.

    A running head or foot is a line at the top or bottom edge that recurs, its numbers aside, at
    the same height on three pages (two in a paper of up to four pages), everything beyond it
    towards the edge, and what stands alone at that height on other pages. A page number is a
    number alone at the edge, or in a running head, that grows by one from page to page.
    """
    covers = sum(1 for _ in _covers(sheets))
    pages = sheets[covers:]
    taken: list[list[Line]] = [list(sheet.lines) for sheet in sheets[:covers]]
    for sheet in sheets[:covers]:
        sheet.lines = []
    for sheet in pages:
        _drop_line_numbers(sheet)
    edges = [[(line, side) for line, side in _edges(sheet) if line.size < 1.3 * body] for sheet in pages]
    heads = _recurring(edges, len(pages))
    offset = _offset(pages, edges, heads)
    for sheet, edge in zip(pages, edges, strict=True):
        out = [line for line, side in edge if _is_head(line, side, heads) or _is_number(line, sheet, offset)]
        out += _beyond(sheet, out)
        out += _beside(sheet, out)
        out += _at_head_height(sheet, edge, out, heads, body)
        taken.append(out)
        sheet.lines = [line for line in sheet.lines if not _holds(out, line)]
    return Margins(_labels(taken, len(sheets), covers, offset), taken, covers)


def _holds(lines: Sequence[Line], line: Line) -> bool:
    return any(line is other for other in lines)


def _covers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages at the front that a repository or a vendor put there."""
    found: list[Sheet] = []
    for sheet in sheets[: min(2, len(sheets) - 1)]:
        marks = cover_marks(sheet.lines)
        if marks < 2 or (marks < 4 and not _repeats(sheet, sheets[sheet.index + 1 : sheet.index + 3])):
            break
        found.append(sheet)
    return found


def _repeats(sheet: Sheet, later: Sequence[Sheet]) -> bool:
    """True when the largest type of a page gives words that the next pages give again: the title."""
    largest = max((line.size for line in sheet.lines), default=0.0)
    titles = [
        _shape(line) for line in sheet.lines if line.size > 0.7 * largest and len(line.text.split()) > 3
    ]
    texts = [" ".join(_shape(line) for line in other.lines) for other in later]
    return any(title in text for title in titles for text in texts)


def _edges(sheet: Sheet) -> list[tuple[Line, str]]:
    """The outermost lines of a page, each with its side."""
    rows = sorted(sheet.lines, key=lambda line: line.y0)
    top = [line for line in rows if line.y0 < sheet.height * 0.2 and _rank(rows, line, up=True) < _DEPTH]
    bottom = [line for line in rows if line.y1 > sheet.height * 0.8 and _rank(rows, line, up=False) < _DEPTH]
    return [*((line, "top") for line in top), *((line, "bottom") for line in bottom)]


def _rank(rows: Sequence[Line], line: Line, *, up: bool) -> int:
    """How many rows of text stand between a line and the edge of the page."""
    if up:
        heights = sorted({round(other.y1) for other in rows if other.y1 <= line.y0 + 1})
    else:
        heights = sorted({round(other.y0) for other in rows if other.y0 >= line.y1 - 1})
    return len(_apart(heights))


def _apart(heights: Sequence[int]) -> list[int]:
    kept: list[int] = []
    for height in heights:
        if not kept or height - kept[-1] > 3:
            kept.append(height)
    return kept


def _shape(line: Line) -> str:
    """A line with its numbers taken for equal, letters only."""
    return re.sub(r"[\W_]+", " ", re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower())).strip()


def _type(line: Line) -> str:
    """The shape of a line and its weight: a running head is set alike on all pages."""
    return _shape(line) + "*" * line.bold


def _recurring(edges: Sequence[Sequence[tuple[Line, str]]], pages: int) -> dict[tuple[str, str], list[float]]:
    """Side and type of every line that recurs at one height, with the heights."""
    places: dict[tuple[str, str], list[tuple[int, Line]]] = defaultdict(list)
    for at, edge in enumerate(edges):
        for line, side in edge:
            # A number alone recurs in every table; it is judged as a page number, not as a head.
            if re.search(r"[^\W\d_]", line.text) and not _LONE_NUMBER.match(line.text):
                places[side, _type(line)].append((at, line))
    least = 3 if pages > 4 else 2
    found: dict[tuple[str, str], list[tuple[int, Line]]] = {}
    for key, here in sorted(places.items()):
        near = [
            (at, line)
            for at, line in here
            if len({other for other, mate in here if abs(_height(mate) - _height(line)) < 8}) >= least
        ]
        if near and _counts_pages(near):
            found[key] = near
    return {
        key: [_height(line) for _, line in here]
        for key, here in found.items()
        if len(key[1].split()) > 2 or not _in_prose(here, edges, found)
    }


def _in_prose(
    here: Sequence[tuple[int, Line]],
    edges: Sequence[Sequence[tuple[Line, str]]],
    found: Mapping[tuple[str, str], object],
) -> bool:
    """True for words of justified text that stand alone between wide gaps, and recur by chance: most have
    running text beside them."""
    beside = [
        any(
            abs(mate.y1 - line.y1) < 3 and len(mate.text.split()) > 3 and (side, _type(mate)) not in found
            for mate, side in edges[at]
        )
        for at, line in here
    ]
    return sum(beside) * 2 > len(beside)


def _counts_pages(here: Sequence[tuple[int, Line]]) -> bool:
    """True when the numbers in a recurring line stay the same or grow with the pages; those of
    captions and of section headings do neither."""
    if not any(char.isdigit() for _, line in here for char in line.text):
        return True
    steps: Counter[tuple[int, int]] = Counter()
    for at, line in here:
        numbers = [int(number[:9]) for number in re.findall(r"\d+", line.text)]
        steps.update({(place, number) for place, number in enumerate(numbers)})
        steps.update({(place, at - number - 10**10) for place, number in enumerate(numbers)})
    return max(steps.values()) * 2 > len(here)


def _height(line: Line) -> float:
    return (line.y0 + line.y1) / 2


def _is_head(line: Line, side: str, heads: dict[tuple[str, str], list[float]]) -> bool:
    return any(abs(_height(line) - height) < 8 for height in heads.get((side, _type(line)), ()))


def _offset(
    pages: Sequence[Sheet],
    edges: Sequence[Sequence[tuple[Line, str]]],
    heads: dict[tuple[str, str], list[float]],
) -> int | None:
    """What most printed page numbers differ by from the index of their page; None without numbers."""
    votes: Counter[int] = Counter()
    for sheet, edge in zip(pages, edges, strict=True):
        found = set()
        for line, side in edge:
            if alone := _LONE_NUMBER.match(line.text):
                found.update([int(alone[1])] if alone[1].isdigit() else [])
            elif _is_head(line, side, heads):
                found.update(int(number) for number in _NUMBER.findall(line.text))
        votes.update(number - sheet.index for number in found)
    if not votes:
        return None
    offset, count = max(sorted(votes.items()), key=lambda item: (item[1], -abs(item[0])))
    return offset if count >= max(min(2, len(pages)), len(pages) // 4) else None


def _is_number(line: Line, sheet: Sheet, offset: int | None) -> bool:
    """True for the number of the page, in figures that agree with the other pages or in Roman ones."""
    alone = _LONE_NUMBER.match(line.text)
    if not alone:
        return False
    if alone[1].isdigit():
        return offset is not None and int(alone[1]) == sheet.index + offset
    outermost = line.y0 <= min(o.y0 for o in sheet.lines) + 3 or line.y1 >= max(o.y1 for o in sheet.lines) - 3
    return bool(_ROMAN.match(line.text.strip())) and outermost


def _beyond(sheet: Sheet, out: Sequence[Line]) -> list[Line]:
    """The lines between the heads found and the edge of the page."""
    top = max((line.y0 for line in out if line.y0 < sheet.height / 2), default=0.0)
    bottom = min((line.y1 for line in out if line.y1 > sheet.height / 2), default=sheet.height)
    return [
        line
        for line in sheet.lines
        if not _holds(out, line) and (line.y1 <= top + 2 or line.y0 >= bottom - 2)
    ]


def _beside(sheet: Sheet, out: Sequence[Line]) -> list[Line]:
    """The lines on the same height as a head or a page number."""
    return [
        line
        for line in sheet.lines
        if not _holds(out, line) and any(abs(line.y1 - other.y1) < 3 for other in out)
    ]


def _at_head_height(
    sheet: Sheet,
    edge: Sequence[tuple[Line, str]],
    out: Sequence[Line],
    heads: dict[tuple[str, str], list[float]],
    body: float,
) -> list[Line]:
    """On a page without a head: a line at the height of other pages' heads (it changes with the
    section), where a gap parts it from the text."""
    found = []
    for line, side in edge:
        heights = [h for (where, _), places in heads.items() if where == side for h in places]
        has_one = any((o.y0 < sheet.height / 2) is (side == "top") for o in out)
        if _holds(out, line) or has_one or not any(abs(_height(line) - h) < 3 for h in heights):
            continue
        rest = [o for o in sheet.lines if not _holds(out, o) and abs(o.y0 - line.y0) > 3]
        if side == "top":
            gap = min((o.y0 for o in rest if o.y0 > line.y0), default=sheet.height) - line.y1
        else:
            gap = line.y0 - max((o.y1 for o in rest if o.y1 < line.y1), default=0.0)
        if gap > 0.6 * body:
            found.append(line)
    return found


def _drop_line_numbers(sheet: Sheet) -> None:
    """Take out a column of growing numbers beside the text, as manuscripts have it."""
    numbers = [line for line in sheet.lines if re.fullmatch(r"\d{1,4}", line.text)]
    rest = [line for line in sheet.lines if len(line.text) > 20]
    if len(numbers) < 5 or not rest:
        return
    begin, end = min(line.x0 for line in rest), max(line.x1 for line in rest)
    for sides in ([line.x0 for line in numbers], [line.x1 for line in numbers]):
        place = Counter(round(side / 4) for side in sides).most_common(1)[0][0]
        column = [line for line, side in zip(numbers, sides, strict=True) if abs(side / 4 - place) <= 1.5]
        values = [int(line.text) for line in sorted(column, key=lambda line: line.y0)]
        steps = {later - value for value, later in pairwise(values)}
        apart = all(line.x1 <= begin or line.x0 >= end for line in column)
        if len(column) >= 5 and apart and len(steps) == 1 and steps <= {1, 2, 5, 10}:
            sheet.lines = [line for line in sheet.lines if not _holds(column, line)]
            return


def _labels(taken: Sequence[Sequence[Line]], pages: int, covers: int, offset: int | None) -> list[str]:
    """The number of each page. The first one often bears none; a preface may be numbered in Roman."""
    labels = [""] * pages
    roman: dict[int, str] = {}
    for index in range(covers, pages):
        found = [t for line in taken[index] if _ROMAN.match(t := line.text.strip().lower())]
        roman.update({index: found[0]} if found else {})
        if offset is not None and index + offset > 0:
            labels[index] = str(index + offset)
    steps = Counter(_value(text) - index for index, text in roman.items())
    if steps:
        step, count = max(sorted(steps.items()), key=lambda item: item[1])
        for index, text in roman.items():
            if count > 1 and _value(text) == index + step:
                labels[index] = text
    return labels


def _value(roman: str) -> int:
    """What a Roman number comes to."""
    worth = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in roman.lower()]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))
