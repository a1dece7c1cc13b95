"""How wide a text is drawn, and where its lines break."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

_UNKNOWN = 650
"""Thousandths of the size for a letter the table lacks: a little wider than most."""


@cache
def _widths() -> dict[str, tuple[int, int]]:
    # Advance widths of Arimo, which are those of Helvetica, Arial and Liberation Sans as well.
    table = (files("debatemap.render") / "glyph_widths.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {chr(int(row["codepoint"], 16)): (int(row["regular"]), int(row["bold"])) for row in rows}


@cache
def _advance(character: str, bold: bool) -> int:
    known = _widths().get(character)
    if known is not None:
        return known[bold]
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return 1000
    base = unicodedata.normalize("NFD", character)[0]
    return _advance(base, bold) if base != character else _UNKNOWN


@lru_cache(maxsize=100_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of one line of text, in a typeface with Helvetica's widths.

    >>> text_width("ill", 10)
    6.66
    """
    return sum(_advance(character, bold) for character in text) * size / 1000


_SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "HEBREW"}
"""The scripts of the drawing program's own typeface."""


def is_usual(letter: str) -> bool:
    """Whether the table of widths has the letter: every typeface for Latin text may be taken to have it."""
    return letter in _widths()


def letters_beyond(texts: Iterable[str]) -> str:
    """The letters and pictures that the drawing program's own typeface lacks, each once, sorted.

    >>> letters_beyond(["Nguyễn", "陳 Chan"])
    '陳'
    """
    return "".join(sorted({letter for text in texts for letter in text if _is_beyond(letter)}))


def _is_beyond(letter: str) -> bool:
    if letter in _widths() or unicodedata.category(letter) not in {"Lu", "Ll", "Lt", "Lm", "Lo", "So"}:
        return False
    return unicodedata.name(letter, "").split(" ")[0] not in _SCRIPTS


def one_line(text: str) -> str:
    """The text with all white space made single spaces and control characters dropped."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return "".join(c for c in words if unicodedata.category(c) not in {"Cc", "Cs", "Co", "Cn"})


def shorten(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The text as it is when it fits into `width` points, else cut with an ellipsis."""
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width("…", size, bold=bold)
    kept = 0
    while kept < len(text) and room >= 0:
        room -= text_width(text[kept], size, bold=bold)
        kept += room >= 0
    return text[:kept].rstrip(" ,;:.–-(") + "…"


def wrap(text: str, size: float, width: float, *, bold: bool = False, lines: int = 0) -> list[str]:
    """Lines of at most `width` points; with `lines` set, no more than that, the last one cut.

    Breaks at spaces; a word wider than a line, or a text without spaces (Chinese), breaks anywhere.

    >>> wrap("one two three", 10, 40)
    ['one two', 'three']
    """
    pieces: list[str] = []
    for word in one_line(text).split(" "):
        while text_width(word, size, bold=bold) > width and len(word) > 1:
            fits = 1
            while text_width(word[: fits + 1], size, bold=bold) <= width:
                fits += 1
            pieces.append(word[:fits])
            word = word[fits:]  # noqa: PLW2901
        pieces.append(word)
    found: list[str] = []
    for piece in pieces:
        longer = f"{found[-1]} {piece}" if found else piece
        if found and text_width(longer, size, bold=bold) <= width:
            found[-1] = longer
        else:
            found.append(piece)
    found = [line for line in found if line]
    if lines and len(found) > lines:
        rest = " ".join(found[lines - 1 :])
        return [*found[: lines - 1], shorten(rest, size, width, bold=bold)]
    return found
