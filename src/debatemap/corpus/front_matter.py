"""The lines before a paper's own text: which they are, and what they say of author, year and DOI."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from debatemap.corpus.draft import Piece
from debatemap.model import Name

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]+[^\s\"<>.,;)\]]")
_YEAR = re.compile(r"(?<![\d.:/-])(?:1[89]|20)\d\d(?![\d/]|[-–]\d{2}\b)")
# What sort of line says the year of publication best, best first.
_YEAR_LINES = (
    re.compile(r"\bvol|\bissue\b|\bno\.|\d+\s*\(\d+", re.IGNORECASE),
    re.compile(r"publish|^\W*(?:date|year)\b", re.IGNORECASE),
    re.compile(r"©|copyright|\(c\)", re.IGNORECASE),
    re.compile(r"accepted|^\D*(?:1[89]|20)\d\d\W*$", re.IGNORECASE),
)
_PARTICLES = "van|von|de|der|den|del|della|da|do|dos|di|du|la|le|al|el|bin|ten|ter|zu|af|y|e"
_CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|[A-Z]\.)"
_ONE_NAME = re.compile(
    rf"{_CAPITAL}(?:\s+(?:{_PARTICLES}))*(?:\s+(?:{_CAPITAL}|(?:{_PARTICLES})))*\s+{_CAPITAL}"
)
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*|;\s*|\n)\s*")
_BY = re.compile(r"^\W*(?:by|authors?\s*:|written by)\s+", re.IGNORECASE)
# Words that stand in addresses and journal names, not in a person's name.
_NO_NAME = re.compile(
    r"\b(?:universit\w*|college|school|institut\w*|department|faculty|academy|center|centre|journal|review"
    r"|press|studies|quarterly|society|research|proceedings|studies|annals|bulletin|history|law|science\w*"
    r"|sociology|economics|politics|policy|theory|the|of|for|on|in|working|paper|draft|version)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front lines say; empty where they do not."""

    title: str = ""
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""


@cache
def _patterns() -> re.Pattern[str]:
    """The table front_lines.csv as one pattern."""
    text = files("debatemap.corpus").joinpath("front_lines.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


def is_front_line(text: str, *, titled: bool) -> bool:
    """True when a block before the paper's own text is one of its front lines.

    It is when it holds one of the marks in front_lines.csv and is no prose, or when, under a title,
    it is short and does not end as a sentence or an introduction to something does.
    """
    if is_prose(text):
        return False
    if _patterns().search(text):
        return True
    ends = text.rstrip(" '\"’”)").endswith((".", "!", "?", ":", "…", ";"))
    return titled and len(text.split()) <= 25 and (not ends or bool(_names(text)))


def is_prose(text: str, *, least: int = 40) -> bool:
    """True for a paragraph of running text: so many words or more, at least one sentence among them."""
    return len(text.split()) >= least and bool(re.search(r"[a-z)’'”]{2}[.?!…](?:\s|$)", text))


def read_front_lines(pieces: Sequence[Piece]) -> FrontMatter:
    """Authors, year and DOI as the front lines state them.

    >>> lines = [Piece("Journal of Examples 2018, Vol. 44(4) 661–675"), Piece("Ada King", strong=True)]
    >>> read_front_lines(lines).year, read_front_lines(lines).authors
    ('2018', (Name(family='King', given='Ada'),))
    """
    texts = [piece.text for piece in pieces]
    doi = next((found[0] for text in texts if (found := _DOI.search(text))), "")
    title = next((found[1] for text in texts if (found := re.match(r"(?i)title\s*:\s*(.+)", text))), "")
    return FrontMatter(title, _authors(pieces), _year(texts), doi)


def _year(lines: Sequence[str]) -> str:
    """The year in the line that is likeliest to give that of publication."""
    split = [line for text in lines for line in text.splitlines()]
    for kind in _YEAR_LINES:
        for line in [*lines, *split]:
            if kind.search(line) and (found := _YEAR.search(_DOI.sub("", line))):
                return found[0]
    return ""


def _authors(pieces: Sequence[Piece]) -> tuple[Name, ...]:
    """The names in a "by" line, else in a bold line of names, else in any line of names."""
    said = [_BY.sub("", piece.text) for piece in pieces if _BY.match(piece.text)]
    bold = [piece.text for piece in pieces if piece.strong]
    rest = [piece.text for piece in pieces]
    for group in (said, bold, rest):
        names = [name for text in group for name in _names(text)]
        if names:
            return tuple(names)
    return ()


def _names(text: str) -> list[Name]:
    """The names of a line that holds nothing else; [] for any other line."""
    line = re.sub(r"[\d*†‡]+(?:,[\d*†‡]+)*$", "", _BY.sub("", text).strip(" .*"))
    parts = [re.sub(r"[\d*†‡,]+$", "", part).strip() for part in _BETWEEN.split(line)]
    parts = [part for part in parts if part]
    if not parts or any(_NO_NAME.search(part) or not _ONE_NAME.fullmatch(part) for part in parts):
        return []
    if any(len(part.split()) > 5 for part in parts):
        return []
    return list(_split_names(parts))


def _split_names(parts: Sequence[str]) -> Iterator[Name]:
    """Given and family name of each; particles go with the family name."""
    for part in parts:
        words = part.split()
        at = len(words) - 1
        while at > 1 and re.fullmatch(_PARTICLES, words[at - 1]):
            at -= 1
        yield Name(" ".join(words[at:]), " ".join(words[:at]))
