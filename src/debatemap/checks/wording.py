"""Compare a quotation with a text, word for word, with the liberties that quoting allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from debatemap.model import Span, fold

_ELLIPSIS = re.compile(r"[\[(]\s*(?:\.\s?){3,}\s*[\])]|[\[(]\s*…\s*[\])]|(?:\.\s?){3,}|…")
_SIC = re.compile(r"\s*\[\s*sic\s*[!.]?\s*\]", re.IGNORECASE)
_INSERTED = re.compile(r"(?<![^\W_])\[[^\[\]]*\](?![^\W_])")
_CHANGED = re.compile(r"\[[^\[\]]*\]")
_GAP, _SPARE, _JOIN = "\x00", "\x01", "\x02"
_SKIPS = {_GAP: 3_000, _SPARE: 120, _JOIN: 12}
"""Letters of the source that an ellipsis, a bracketed insertion, a bracketed ending may stand for."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text reduced to its letters and figures; `at`: their offsets; `edges`: where words begin."""

    letters: str
    at: tuple[int, ...]
    edges: frozenset[int]


@lru_cache(maxsize=64)
def squeeze(text: str) -> Squeezed:
    """The text without case, accents, hyphens, quotation marks and white space."""
    letters: list[str] = []
    at: list[int] = []
    edges: set[int] = set()
    for word in _WORD.finditer(text):
        edges.add(len(at))
        for offset, char in enumerate(word.group(), start=word.start()):
            for plain in fold(char) or char:
                letters.append(plain)
                at.append(offset)
    edges.add(len(at))
    return Squeezed("".join(letters), tuple(at), frozenset(edges))


def is_in(quoted: str, text: str) -> bool:
    """True when the text has these words in this order.

    Free are case, hyphens, accents and quotation marks; an ellipsis stands for any words, "[they]" for
    words replaced or put in, "develop[s]" for another ending, "[sic]" for nothing. A changed word or
    number is never free.

    >>> is_in("Workers’ [own] committees … failed", "The workers' committees of the time failed.")
    True
    >>> is_in("Workers' councils", "The workers' committees failed.")
    False
    """
    source = squeeze(text)
    pieces = _pieces(quoted)
    if not pieces:
        return True
    first, *rest = pieces
    starts = _places(first, source, 0, len(source.letters))
    return any(_follow(first, rest, source, start) for start in starts)


def find_words(words: str, text: str, *, near: int = 0) -> Span | None:
    """Where the text has these whole words in this order, none left out; of several places the one nearest
    to the offset `near`; None where it has not. Free are case, hyphens, accents and quotation marks.

    >>> find_words("the workers' committees failed.", "(The workers’ committees failed.)")
    Span(start=1, end=32)
    """
    source, wanted = squeeze(text), squeeze(words).letters
    whole = _Piece(wanted, 0, begins=True, ends=True)
    places = _places(whole, source, 0, len(source.letters)) if wanted else iter(())
    at = min(places, key=lambda place: abs(source.at[place] - near), default=None)
    if at is None:
        return None
    start, end = source.at[at], source.at[at + len(wanted) - 1] + 1
    # The marks around the words belong to them as far as both have them.
    whole_words = list(_WORD.finditer(words))
    before, after = words[: whole_words[0].start()], words[whole_words[-1].end() :]
    while before and start and text[start - 1] == before[-1]:
        start, before = start - 1, before[:-1]
    while after and text[end : end + 1] == after[0]:
        end, after = end + 1, after[1:]
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters that must stand as they are. `skip`: how many letters of the source may stand before it;
    `begins`, `ends`: it begins and ends at the border of a word, or else inside one."""

    letters: str
    skip: int
    begins: bool
    ends: bool


def _pieces(quoted: str) -> list[_Piece]:
    marked = _ELLIPSIS.sub(_GAP, _SIC.sub("", quoted))
    marked = _CHANGED.sub(_JOIN, _INSERTED.sub(_SPARE, marked))
    found: list[_Piece] = []
    skip, mark = 0, ""
    for part in re.split(f"([{_GAP}{_SPARE}{_JOIN}])", marked):
        if part in _SKIPS:
            skip, mark = max(skip, _SKIPS[part]), part
        elif letters := squeeze(part).letters:
            found.append(_Piece(letters, skip, not (mark == _JOIN and part[0].isalnum()), ends=True))
            skip, mark = 0, ""
        if part == _JOIN and found:
            found[-1] = replace(found[-1], ends=False)
    return found


def _follow(piece: _Piece, rest: Sequence[_Piece], source: Squeezed, start: int) -> bool:
    """True when the other pieces follow the one that stands at `start`."""
    if not rest:
        return True
    at = start + len(piece.letters)
    following, *more = rest
    if not piece.ends:
        # Letters changed inside a word: nothing but this word's own may be passed over.
        border = next(edge for edge in range(at, len(source.letters) + 1) if edge in source.edges)
        if following.begins:
            at = border
        else:
            following = replace(following, skip=min(following.skip, border - at))
    reach = at + following.skip + len(following.letters)
    return any(_follow(following, more, source, place) for place in _places(following, source, at, reach))


def _places(piece: _Piece, source: Squeezed, start: int, stop: int) -> Iterator[int]:
    """Where the piece stands between `start` and `stop`."""
    while (found := source.letters.find(piece.letters, start, stop)) >= 0:
        begins = found in source.edges or not piece.begins
        if begins and (found + len(piece.letters) in source.edges or not piece.ends):
            yield found
        start = found + 1


def nearest(quoted: str, text: str) -> Span:
    """The stretch of the text, in whole words, whose letters are most like the quotation's.

    >>> nearest("a house of clay", "He built a house of sand.")
    Span(start=9, end=24)
    """
    target = squeeze(text)
    found = fuzz.partial_ratio_alignment(squeeze(quoted).letters, target.letters)
    if found is None or not target.letters:
        return Span(0, 0)
    edges = sorted(target.edges)
    first, last = (
        min(range(len(edges)), key=lambda number: abs(edges[number] - at))
        for at in (found.dest_start, found.dest_end)
    )
    # A wrong word at an end is left out of the likest letters, but belongs to what was quoted.
    first = min(first, len(edges) - 2)
    missing = max(0, len(words(quoted)) - (last - first))
    if words(quoted)[:1] != words(text[target.at[edges[first]] :][:80])[:1]:
        first = max(0, first - missing)
    else:
        last = min(len(edges) - 1, last + missing)
    return Span(target.at[edges[first]], target.at[edges[last] - 1] + 1) if first < last else Span(0, 0)


def words(text: str) -> list[str]:
    """The words of a text, folded; brackets and what they put in are kept."""
    return [fold(word) or word for word in _WORD.findall(text)]


def likeness(one: str, other: str) -> tuple[float, Span]:
    """How like the words of the shorter text are to the best stretch of the longer one, 0 to 1, and
    that stretch.

    The figure is twice the words in common, in order, over the words of both (Dice).
    """
    short, long = sorted((one, other), key=len)
    wanted, places = words(short), list(_WORD.finditer(long))
    offered = words(long)
    best, where = 0.0, Span(0, 0)
    for size in range(len(wanted), len(wanted) + 3):
        for start in range(max(1, len(offered) - size + 1)):
            window = offered[start : start + size]
            if not window:
                continue
            score = 2 * LCSseq.similarity(wanted, window) / (len(wanted) + len(window))
            if score > best:
                best = score
                where = Span(places[start].start(), places[start + len(window) - 1].end())
    return best, where
