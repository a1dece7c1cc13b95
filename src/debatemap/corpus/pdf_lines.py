"""Printed lines with their place and type, made from the raw runs of a PDF page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

# What a raised run may hold to be the call of a note or a mark of affiliation.
_MARK = re.compile(
    r"^[\s(]*(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[*†‡§¶#]{1,4}|[a-z])(?:[\s,;]*[*†‡§¶]*)[\s,;)]*$"
)
_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t", " ")
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
    # pdfium's own mark for a hyphen at a line's end, and the bullets of symbol fonts.
    | {
        "\x02": "-",
        "\u2010": "-",
        "\u2011": "-",
        "\uf0b7": "•",
        "\uf0a7": "•",
        "\uf06c": "•",
        "\uf0d8": "•",
        "\uf02a": "*",
    }
    | dict.fromkeys("\ufeff\ufffe\u200b\u200c\u200d\u2060", "")
)
# Accents that stand as characters of their own before their letter, as TeX writes them.
_COMBINING = dict(zip("¨´ˆ˜¸˚ˇ˘˝", "\u0308\u0301\u0302\u0303\u0327\u030a\u030c\u0306\u030b", strict=True))
_ACCENT = re.compile(r"([¨´ˆ˜¸˚ˇ˘˝])([A-Za-zı])|([¨ˆ˜¸˚ˇ˘˝]) ([a-zı])")


@dataclass(slots=True)
class Run:
    """Text of one font on one line; `raised`: a small mark above the line."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    italic: bool
    raised: bool = False


@dataclass(slots=True)
class Line:
    """A printed line within one column: box in points (y downwards), main type size.

    `page`: index of its page; `gaps`: how many gaps wider than a word space it holds; `left` and
    `right`: the margins of its column, set by pdf_columns.py; `column`: a number that grows from
    column to column through the document.
    """

    page: int
    runs: list[Run]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    italic: bool = False
    gaps: int = 0
    left: float = 0.0
    right: float = 0.0
    column: int = 0
    text: str = ""

    @property
    def height(self) -> float:
        """From the top to the bottom of its main type."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """Where its middle stands, across the page."""
        return (self.x0 + self.x1) / 2

    @property
    def indent(self) -> float:
        """Distance from the left margin of the column, in ems."""
        return (self.x0 - self.left) / self.size

    @property
    def slack(self) -> float:
        """What is missing to the right margin of the column, in ems."""
        return (self.right - self.x1) / self.size


@dataclass(slots=True)
class Sheet:
    """A page: its size in points and its lines, from the top down."""

    index: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)


def make_sheet(index: int, raw: dict[str, Any]) -> Sheet:
    """The page with its runs joined to lines; text that runs up or down the page is left out."""
    fragments = [
        line for segments in raw["lines"] for segment in segments if (line := _fragment(index, segment))
    ]
    rows = join_rows(fragments, within=1.0)
    sheet = Sheet(index, raw["width"], raw["height"], rows)
    _place_initials(sheet)
    return sheet


def _fragment(page: int, segment: Sequence[Sequence[Any]]) -> Line | None:
    runs: list[Run] = []
    for text, x0, y0, x1, y1, size, bold, italic in segment:
        plain = clean(text)
        if not plain.strip():
            # pdfium writes a space of its own between two pieces of text.
            if runs and text and not runs[-1].text.endswith(" "):
                runs[-1].text += " "
            continue
        runs.append(Run(plain, x0, y0, x1, y1, size, bold, italic))
    upright = [run for run in runs if len(run.text.strip()) < 4 or run.x1 - run.x0 > 0.4 * (run.y1 - run.y0)]
    return finish_line(page, upright, 0) if upright else None


def clean(text: str) -> str:
    """Text without control characters, ligatures spelled out, every space a plain one.

    Other control characters stay: they may be letters that the font hides (pdf_letters.py).

    >>> clean("a\\u00a0ﬁne\\r ﬂow from Malm¨o")
    'a fine flow from Malmö'
    """
    if text.isascii() and text.isprintable():
        return text
    return _ACCENT.sub(
        _accented, text.translate(_SPACES).translate(_LIGATURES).replace("\r", "").replace("\n", "")
    )


def _accented(found: re.Match[str]) -> str:
    """The letter with the accent that is printed before it, where such a letter exists."""
    accent, letter = found[1] or found[3], found[2] or found[4]
    whole = unicodedata.normalize("NFC", ("i" if letter == "ı" else letter) + _COMBINING[accent])
    return whole if len(whole) == 1 else found[0]


def finish_line(page: int, runs: list[Run], gaps: int) -> Line:
    """The line of some runs: its main type is that of most of its letters."""
    weights: Counter[tuple[float, bool, bool]] = Counter()
    for run in runs:
        weights[(run.size, run.bold, run.italic)] += len(run.text.strip())
    size = max(
        sorted({key[0] for key in weights}), key=lambda s: sum(n for k, n in weights.items() if k[0] == s)
    )
    total = sum(weights.values()) or 1
    main = [run for run in runs if run.size >= 0.9 * size] or runs
    y0, y1 = min(run.y0 for run in main), max(run.y1 for run in main)
    for run in runs:
        run.raised = run.size <= 0.85 * size and run.y1 < y1 - 0.15 * size and bool(_MARK.match(run.text))
    line = Line(
        page,
        runs,
        min(run.x0 for run in runs),
        y0,
        max(run.x1 for run in runs),
        y1,
        size,
        sum(n for key, n in weights.items() if key[1]) > 0.9 * total,
        sum(n for key, n in weights.items() if key[2]) > 0.8 * total,
        gaps,
    )
    line.text = plain_text(runs)
    return line


def plain_text(runs: Iterable[Run]) -> str:
    """What the runs say, raised marks left out.

    >>> plain_text([Run("power", 0, 0, 9, 9, 10, False, False), Run("3", 9, 0, 12, 5, 6, False, False, True)])
    'power'
    """
    text = " ".join("".join(_space_of(run.text) if run.raised else run.text for run in runs).split())
    return text[:-1].replace("\u00ad", "") + text[-1:]


def _space_of(text: str) -> str:
    return " " if text[:1] == " " or text[-1:] == " " else ""


def join_rows(lines: Sequence[Line], *, within: float) -> list[Line]:
    """Lines whose pieces on one height, at most `within` ems apart, are joined, from the top down."""
    rows: list[Line] = []
    for piece in sorted(lines, key=lambda line: (line.y0, line.x0)):
        line = piece
        merged = True
        while merged:
            merged = False
            for at in range(len(rows) - 1, max(-1, len(rows) - 12), -1):
                other = rows[at]
                if _is_beside(other, line, within):
                    del rows[at]
                    line = _joined(other, line)
                    merged = True
                    break
        rows.append(line)
    return sorted(rows, key=lambda line: (line.y0, line.x0))


def on_one_height(one: Line, other: Line) -> bool:
    """They overlap, up and down, by half of the lower one."""
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap >= 0.5 * min(one.height, other.height)


def _is_beside(one: Line, other: Line, within: float) -> bool:
    if not on_one_height(one, other):
        return False
    em = max(one.size, other.size)
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    return -0.4 * em < gap < within * em


def _joined(one: Line, other: Line) -> Line:
    left, right = (one, other) if one.x0 <= other.x0 else (other, one)
    gap = (right.x0 - left.x1) / max(left.size, right.size)
    if gap > 0.12 and not left.runs[-1].text.endswith(" ") and not right.runs[0].text.startswith(" "):
        left.runs[-1].text += " "
    return finish_line(left.page, [*left.runs, *right.runs], left.gaps + right.gaps + (gap > 1.0))


def _place_initials(sheet: Sheet) -> None:
    """Join a large initial that stands over two lines or more to the word it begins."""
    for initial in [line for line in sheet.lines if len(line.text) == 1 and line.text.isupper()]:
        beside = [
            line
            for line in sheet.lines
            if line is not initial
            and initial.size >= 1.8 * line.size
            and line.y0 < initial.y1 - 0.3 * line.size
            and line.y1 > initial.y0
            and -0.5 * line.size < line.x0 - initial.x1 < 1.5 * line.size
        ]
        if not beside:
            continue
        first = min(beside, key=lambda line: line.y0)
        first.runs[0].text = initial.text + first.runs[0].text.lstrip()
        first.text = plain_text(first.runs)
        for line in beside:
            line.x0 = initial.x0
        sheet.lines.remove(initial)


def body_size(sheets: Iterable[Sheet]) -> float:
    """The type size in which most of a document is set, to half a point."""
    weights: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            if len(line.text) >= 25:
                weights[round(line.size * 2) / 2] += len(line.text)
    return max(sorted(weights), key=lambda size: weights[size]) if weights else 10.0
