"""Dates and the brackets they stand in."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from debatemap.citations.patterns import AGAIN_PAGE, DATE, LOCATOR
from debatemap.model import Span

_BRACKETS = re.compile(r"[()\[\]]")
_YEARS = ("before", "edition", "year", "first", "second", "second2", "second3")
_NESTING = 12  # brackets looked at before a date to find the one that holds it


@dataclass(frozen=True, slots=True)
class Date:
    """A date as printed: year ("" when none is given), letter, locator, and where it stands.

    `end` is the end of the date itself, `stop` that of the locator. `again`: "ibid.", "op. cit.", or a
    page alone.
    """

    start: int
    end: int
    stop: int
    year: str
    suffix: str = ""
    locator: str = ""
    again: bool = False
    first: str = ""
    """The earlier of two years: that of the first edition."""

    @property
    def in_figures(self) -> bool:
        """A year stands there, not "forthcoming" or "ibid."."""
        return bool(self.year)


def read_dates(text: str, span: Span) -> Iterator[Date]:
    """Every date of a stretch of text with its locator. Of two dates of one work the later counts."""
    for m in DATE.finditer(text, span.start, span.end):
        years = [m[name] for name in _YEARS if m[name]]
        letters = [m[f"letter{number}"] for number in range(1, 7) if m[f"letter{number}"]]
        place = LOCATOR.match(text, m.end(), span.end)
        if place is None and m["again"]:
            place = AGAIN_PAGE.match(text, m.end(), span.end)
        locator, stop = "", m.end()
        if place:
            locator = next(part for part in place.groups() if part).strip().replace("--", "–")
            stop = place.start() + len(place.group().rstrip())
        yield Date(
            m.start(),
            m.end(),
            stop,
            max(years, default=""),
            "".join(letters[:1]),
            locator,
            bool(m["again"] or m["page"] is not None),
            min(years, default=""),
        )


def read_brackets(text: str, span: Span) -> list[Span]:
    """The brackets of a stretch, round and square, with what they hold; unbalanced ones left out."""
    pairs = []
    open_at: list[int] = []
    for sign in _BRACKETS.finditer(text, span.start, span.end):
        if sign.group() in "([":
            open_at.append(sign.start())
        elif open_at and text[open_at[-1]] == ("(" if sign.group() == ")" else "["):
            pairs.append(Span(open_at.pop(), sign.end()))
    return sorted(pairs)


def innermost(pairs: Sequence[Span], date: Date) -> Span | None:
    """The smallest bracket that holds the date."""
    at = bisect.bisect_left(pairs, Span(date.start, date.start))
    for pair in reversed(pairs[max(0, at - _NESTING) : at]):
        if pair.start < date.start and date.end < pair.end:
            return pair
    return None
