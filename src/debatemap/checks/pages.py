"""Page numbers as printed: "133–59", "pp. 5–6", "12f.", "xii"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNIT = re.compile(r"^(?:pages?|pp?|pgs?)(?![^\W\d_])\.?\s*", re.IGNORECASE)
_RANGE = re.compile(
    r"(?P<first>\d+)(?:\s*(?:[–—‒−-]|--)\s*(?P<last>\d+)|(?P<next>\s?ff?\.?))?[a-z]?", re.IGNORECASE
)
_ROMAN = re.compile(r"[ivxlc]+(?:\s*[–—-]\s*[ivxlc]+)?", re.IGNORECASE)

Pages = tuple[tuple[int, int], ...]
"""First and last page of each range."""


def read_pages(printed: str) -> Pages:
    """The ranges of pages in a locator or a reference; () when it gives no pages in figures.

    Abbreviated ranges are filled up; "f." is the next page, "ff." counts as the first alone.

    >>> read_pages("133–59"), read_pages("pp. 3, 9f."), read_pages("ch. 3")
    (((133, 159),), ((3, 3), (9, 10)), ())
    """
    found: list[tuple[int, int]] = []
    for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", printed.strip().rstrip(".")):
        figures = bare(part)
        if _ROMAN.fullmatch(figures) or not figures:
            continue
        match = _RANGE.fullmatch(figures)
        if match is None:
            return ()
        first = int(match["first"])
        last = int(_filled(match["first"], match["last"] or match["first"]))
        if (match["next"] or "").strip().rstrip(".").lower() == "f":
            last = first + 1
        if last < first:
            return ()
        found.append((first, last))
    return tuple(found)


def bare(printed: str) -> str:
    """Pages without their "p." or "pp.".

    >>> bare("pp.184-185")
    '184-185'
    """
    return _UNIT.sub("", printed)


def _filled(first: str, last: str) -> str:
    """The last page with the figures that an abbreviated range leaves out."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def overlap(ones: Pages, others: Pages) -> bool:
    """True when the two have a page in common."""
    return any(a <= d and c <= b for a, b in ones for c, d in others)


def within(ones: Pages, others: Pages) -> bool:
    """True when every page of the first lies in a range of the second."""
    return all(any(c <= a and b <= d for c, d in others) for a, b in ones)


def slips(page: int, others: Pages) -> list[int]:
    """Pages inside `others` that are one wrong figure, or two exchanged ones, away from `page`."""
    return sorted({near for near in _near(str(page)) if any(a <= near <= b for a, b in others)})


def _near(printed: str) -> Iterator[int]:
    for at in range(len(printed)):
        for figure in "0123456789":
            yield int(printed[:at] + figure + printed[at + 1 :])
        if at:
            yield int(printed[: at - 1] + printed[at] + printed[at - 1] + printed[at + 1 :])
