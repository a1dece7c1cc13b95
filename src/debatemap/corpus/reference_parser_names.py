"""The author part of an entry → names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from debatemap.model import Name


class NameOrder(Enum):
    """How a list prints the names that have no comma inside."""

    UNKNOWN = "unknown"
    INITIALS_LAST = "Surname AB"
    FAMILY_FIRST = "Surname Given"
    GIVEN_FIRST = "Given Surname"


_INITIAL = r"[A-ZÀ-ÞŁŚŠŽČĆ](?:[a-z]?\.)?"
_INITIALS = re.compile(rf"^\.?{_INITIAL}(?:[ .\-‐–’']*{_INITIAL}){{0,4}}\.?$")
_PARTICLES = frozenset(
    (
        *(
            "van",
            "von",
            "vom",
            "der",
            "den",
            "de",
            "del",
            "della",
            "di",
            "da",
            "dos",
            "das",
            "du",
            "la",
            "le",
        ),
        *("les", "los", "ten", "ter", "te", "zu", "zur", "zum", "af", "av", "el", "al", "bin", "ibn", "ben"),
        *("st.", "st", "san", "santa"),
    )
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|/|\s&amp;\s|&|\band\b|\bund\b|\by\b|\bet\b(?!\s+al)|\be\b|\bwith\b)\s*")
_ET_AL = re.compile(r"[,;]?\s*(?:\bet\s+al\b|\band\s+others\b|\bu\.\s?a\.|…).*$", re.IGNORECASE)
_ROLE = re.compile(
    r"[\s,]*[(\[]?\b(?:eds?|editors?|edited\s+by|hrsg|hg|orgs?|coords?|comps?|dirs?|trans)\b\.?[)\]]?[\s.,:]*$",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"^([A-Z][A-Za-z&]{1,9})\s+[–—-]\s+(\S.*)$")


def parse_names(text: str, order: NameOrder = NameOrder.UNKNOWN) -> tuple[Name, ...]:
    """The names in the author (or editor) part of an entry, in order.

    `order` tells what the list does with a name of several words and no comma.

    >>> parse_names("Dahl, R. A. and Tufte, E. R.")
    (Name(family='Dahl', given='R. A.'), Name(family='Tufte', given='E. R.'))
    >>> parse_names("World Bank", NameOrder.INITIALS_LAST)
    (Name(family='World Bank', given=''),)
    """
    text = _ROLE.sub("", text.strip(" ,;:")).strip(" ,;:")
    text = _ET_AL.sub("", text).strip(" ,;:")
    if not re.search(r"\b[A-Z]\.$", text):
        text = text.rstrip(".")
    if not text:
        return ()
    if _is_corporate(text) or _ACRONYM.match(text):
        return (Name(family=text),)
    parts: list[Name] = []
    for group in (part.strip(" ,") for part in _AND.split(text)):
        if group:
            parts.extend(_comma_names(group, order, first=not parts))
    return tuple(parts)


def name_order(author_parts: Iterable[str]) -> NameOrder:
    """Which order a list prints its names in, told from the author parts of all its entries."""
    last, family, given = 0, 0, 0
    for part in author_parts:
        for piece in re.split(r",|;|/|&|\band\b", part):
            words = piece.split()
            if len(words) < 2:
                continue
            if _is_initials(words[0]) and not _is_initials(words[-1]):
                given += 1
            elif all(_is_initials(word) for word in words[1:]):
                last += 1
            elif _is_initials(words[-1]) and len(words) > 2:
                family += 1
            elif len(words) > 2 and _is_initials(words[-2]) and not _is_initials(words[0]):
                given += 1
    if last and last >= 3 * family and last >= given:
        return NameOrder.INITIALS_LAST
    if family and last + family > given:
        return NameOrder.FAMILY_FIRST
    if given:
        return NameOrder.GIVEN_FIRST
    return NameOrder.UNKNOWN


def split_acronym(family: str) -> tuple[str, str]:
    """A corporate name printed "ABC – Association of …" → its acronym and its name in full."""
    match = _ACRONYM.match(family)
    return (match[1], match[2]) if match else ("", family)


def _is_initials(text: str) -> bool:
    return bool(_INITIALS.match(text)) and len(text.replace(".", "").replace(" ", "")) <= 5


_CORPORATE = re.compile(
    r"\b(?:association|bank|board|bureau|cent(?:er|re)|commission|committee|company|congress|council|"
    r"department|foundation|fund|government|group|institute|institut|international|ministry|monitor|"
    r"nations|network|office|organi[sz]ation|parliament|party|society|union|university|agency|"
    r"federation|forum|inc|ltd|press|service|office|programme|team|consortium|collaboration)\b",
    re.IGNORECASE,
)


def _is_corporate(text: str) -> bool:
    pieces = [piece for piece in text.split(",") if piece.strip()]
    if any(_is_initials(piece.strip()) for piece in pieces[1:]):
        return False
    return bool(_CORPORATE.search(text)) or text.lower().startswith("the ")


def _comma_names(group: str, order: NameOrder, *, first: bool) -> list[Name]:
    pieces = [piece.strip() for piece in group.split(",") if piece.strip()]
    names: list[Name] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        after = pieces[index + 1] if index + 1 < len(pieces) else ""
        if _SUFFIX.match(piece) and names:
            index += 1
        elif after and _is_given_of(piece, after, order, first=first and not names):
            names.append(Name(family=piece, given=after))
            index += 2
        else:
            names.append(_whole(piece, order))
            index += 1
    return names


def _is_given_of(piece: str, after: str, order: NameOrder, *, first: bool) -> bool:
    """Whether the piece after a comma is the given name of the piece before it."""
    if _is_initials(piece):
        return False
    words = piece.split()
    if _is_initials(after):
        # "Ames B, Cole D": the piece already carries its initials.
        return not (len(words) > 1 and _is_initials(words[-1]))
    if order in (NameOrder.INITIALS_LAST, NameOrder.FAMILY_FIRST) and len(words) > 1:
        return False
    if len(words) > 1 and (_is_initials(words[-1]) or _is_initials(words[0])):
        return False
    plain = [word for word in words if word.lower() not in _PARTICLES]
    if len(plain) == 1:
        return len(after.split()) == 1 or first or _is_initials(after.rsplit(maxsplit=1)[-1])
    return first and len(plain) <= 2 and len(after.split()) <= 2


def _whole(piece: str, order: NameOrder) -> Name:
    """A name without a comma."""
    words = piece.split()
    if len(words) < 2:
        return Name(family=piece)
    start = 0
    while start < len(words) - 1 and words[start].lower() in _PARTICLES:
        start += 1
    tail = next((i for i in range(start + 1, len(words)) if _is_initials(words[i])), 0)
    if tail and all(_is_initials(word) for word in words[tail:]):
        if order is NameOrder.FAMILY_FIRST:
            tail = start + 1
        return Name(family=" ".join(words[:tail]), given=" ".join(words[tail:]))
    if order is NameOrder.INITIALS_LAST:
        return Name(family=piece)
    if order is NameOrder.FAMILY_FIRST:
        return Name(family=" ".join(words[: start + 1]), given=" ".join(words[start + 1 :]))
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in _PARTICLES:
        cut -= 1
    return Name(family=" ".join(words[cut:]), given=" ".join(words[:cut]))
