"""The author part of an entry → names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum

from debatemap.corpus.reference_parser_words import alternatives, given_names, words
from debatemap.model import Name, fold


class NameOrder(Enum):
    """How a list prints the names that have no comma inside."""

    UNKNOWN = "unknown"
    INITIALS_LAST = "Surname AB"
    FAMILY_FIRST = "Surname Given"
    GIVEN_FIRST = "Given Surname"


_INITIALS = re.compile(r"\.?[^\W\d_]{1,5}\.?(?:[ .\-‐–’']*[^\W\d_]{1,2}\.?){0,4}")
_AND = re.compile(rf"\s*&(?:amp;)?[.,]*\s*|,?\s+\b(?:{alternatives('and')})\b\.?\s+(?!al\b)")
_PARTED = re.compile(r"\s*(?:;|/+(?=\s*[^\W\d_]))\s*")
_ET_AL = re.compile(
    r"[,;&]?\s*(?:\bet\.?\s*al\b|\b(?:and|&)\s+others\b|\bu\.\s?a\.|…|\.\.\.).*$", re.IGNORECASE
)
_ROLE = re.compile(rf"[\s,]*[(\[]?\b(?:{alternatives('role')})\b\.?[)\]]?[\s.,:)]*$", re.IGNORECASE)
_ACRONYM = re.compile(r"^([^\W\d_a-z][\w&.]{1,9})\s+[–—-]\s+(\S.*)$")
_LABEL = re.compile(r"^[\[(]?\d{1,3}[\])]?\.?\s*(?=[^\W\d_])")


def names_more(text: str) -> bool:
    """True for "Dahl, R. A. et al.": there are more authors than are named."""
    return bool(text) and _ET_AL.search(text) is not None


def parse_names(text: str, order: NameOrder = NameOrder.UNKNOWN) -> tuple[Name, ...]:
    """The names in the author (or editor) part of an entry, in order.

    `order` tells what the list does with a name of several words and no comma.

    >>> parse_names("Dahl, R. A. and Tufte, E. R.")
    (Name(family='Dahl', given='R. A.'), Name(family='Tufte', given='E. R.'))
    >>> parse_names("World Bank", NameOrder.INITIALS_LAST)
    (Name(family='World Bank', given=''),)
    """
    text = _trim(text)
    if not text:
        return ()
    if is_corporate(text):
        return (Name(family=text),)
    names: list[Name] = []
    parted = [part for part in _PARTED.split(text) if part.strip(" ,")]
    for part in parted:
        groups = [_pieces(group) for group in _AND.split(part)]
        pieces = [group for group in groups if group]
        # "Ames, Mary, and John Cole": once the first is turned round, a name with no comma is not.
        turned = (
            bool(pieces) and len(pieces[0]) > 1 and _are_one(pieces[0][0], pieces[0][1], order, first=True)
        )
        inner = NameOrder.GIVEN_FIRST if turned else order
        for number, group in enumerate(pieces):
            names.extend(
                _walk(group, order if number == 0 else inner, inner, turned=turned, first=number == 0)
            )
    return tuple(names)


def name_order(author_parts: Iterable[str]) -> NameOrder:
    """Which order a list prints names without a comma in, told from the author parts of its entries."""
    votes: Counter[NameOrder] = Counter()
    for part in author_parts:
        text = _trim(part)
        if is_corporate(text):
            continue
        pieces = [piece for group in _AND.split(" ; ".join(_PARTED.split(text))) for piece in _pieces(group)]
        if len(pieces) > 1 and _are_one(pieces[0], pieces[1], NameOrder.UNKNOWN, first=True):
            continue
        votes.update(vote for piece in pieces if (vote := _vote(piece.split())) is not NameOrder.UNKNOWN)
    family, given = votes[NameOrder.FAMILY_FIRST], votes[NameOrder.GIVEN_FIRST]
    last = votes[NameOrder.INITIALS_LAST]
    if last and last >= max(family, given):
        return NameOrder.INITIALS_LAST
    if family and family + last > given:
        return NameOrder.FAMILY_FIRST
    return NameOrder.GIVEN_FIRST if given else NameOrder.UNKNOWN


def split_acronym(family: str) -> tuple[str, str]:
    """A corporate name printed "ABC – Association of …" → its acronym and its name in full."""
    match = _ACRONYM.match(family)
    return (match[1], match[2]) if match else ("", family)


def show_family(family: str) -> str:
    """A surname in capitals as it is written elsewhere; an acronym stays ("TEN HOLT" → "Ten Holt").

    >>> show_family("MCADAM"), show_family("BLS"), show_family("de Witt")
    ('McAdam', 'BLS', 'de Witt')
    """
    if not family.isupper() or (" " not in family and not re.search(r"[AEIOUYÀ-ÖØ-Þ]", family)):
        return family
    return in_lower_case(family)


def in_lower_case(words: str) -> str:
    """Words in capitals as they are written elsewhere, each with a capital ("MCADAM" → "McAdam")."""
    shown = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), words)
    return re.sub(r"\bMc([a-z])", lambda match: f"Mc{match[1].upper()}", shown)


def is_corporate(text: str) -> bool:
    """Whether an author part names an organisation rather than persons."""
    if _ACRONYM.match(text):
        return True
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) < 3 and any(_initials(piece.split())[-1] for piece in pieces if piece):
        return False
    folded = re.findall(r"[a-z]+", fold(pieces[0]))
    return folded[:1] == ["the"] or (len(folded) > 1 and not words("corporate").isdisjoint(folded))


def _trim(text: str) -> str:
    text = re.sub(r"\([^()]*[a-z]{4,}[^()]*\)", "", _LABEL.sub("", text.strip(" ,;:")))
    text = _ET_AL.sub("", _ROLE.sub("", text))
    text = text.strip(" ,;:([")
    # The full stop of an initial belongs to the name; that of the sentence does not.
    return text if re.search(r"(?:^|[\W_])[^\W\d_]\.$", text) else text.rstrip(".) ")


def _pieces(group: str) -> list[str]:
    pieces = []
    for piece in group.split(","):
        kept = [word for word in piece.split() if fold(word).strip(".") not in words("suffix")]
        if kept and any(letter.isalnum() for letter in piece):
            pieces.append(" ".join(kept))
    return pieces


def _is_initials(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or len(letters) > 5 or not _INITIALS.fullmatch(text):
        return False
    # "AB", "A. B.", "A.-B.", and two letters with a full stop: "Yu.", "Th."
    if all(letter.isupper() for letter in letters):
        return True
    parts = [part for part in re.split(r"[\s.\-‐–]+", text) if part]
    return "." in text and all(len(part) <= 2 and part[0].isupper() for part in parts)


def _leads(word: str) -> bool:
    """Initials as they stand before a surname: "J.", "JK", but "JONES" is a surname in capitals."""
    return _is_initials(word) and ("." in word or len(word) < 3)


def _is_given_part(text: str) -> bool:
    """Initials, alone or with the particles that some lists move behind them ("W. van den")."""
    kept = text.split()
    while kept and fold(kept[-1]) in words("particle") and kept[-1].islower():
        kept.pop()
    return bool(kept) and _is_initials(" ".join(kept))


def _is_given(word: str) -> bool:
    return fold(re.split(r"[-‐’']", word)[0]) in given_names()


def _initials(held: list[str]) -> list[bool]:
    """Which words of a name are initials; in a name all in capitals only those of one or two letters."""
    capitals = all(word.isupper() for word in held)
    return [_is_initials(word) and (not capitals or "." in word or len(word) < 3) for word in held]


def _is_capitals(word: str) -> bool:
    return len(word) > 2 and word.isupper() and "." not in word


def _walk(pieces: list[str], order: NameOrder, inner: NameOrder, *, turned: bool, first: bool) -> list[Name]:
    names: list[Name] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        after = pieces[at + 1] if at + 1 < len(pieces) else ""
        opening = first and not names
        if after and (
            _are_one(piece, after, order, first=opening) if opening or not turned else _pair(piece, after)
        ):
            names.append(Name(family=piece, given=after))
            at += 2
        else:
            names.append(_whole(piece, order if opening else inner))
            at += 1
    return names


def _pair(piece: str, after: str) -> bool:
    """Within a list that turns names round: whether the piece and the one after it are one name."""
    held = piece.split()
    if any(_is_initials(word) for word in held):
        return False
    if len([word for word in held if fold(word) not in words("particle")]) == 1:
        return len(after.split()) < 3 or _is_given_part(after)
    return _is_given_part(after) or (_is_given(after.split(maxsplit=1)[0]) and not _is_given(held[0]))


def _are_one(piece: str, after: str, order: NameOrder, *, first: bool) -> bool:
    """Whether the piece after a comma is the given name of the piece before it."""
    held, then = piece.split(), after.split()
    if len(held) > 1 and (_is_initials(held[-1]) or _is_initials(held[0])):
        return False
    if len(held) == 1 and _is_initials(piece) and len(piece) < 3:
        return False
    if _is_given_part(after):
        return True
    if len({_is_capitals(word) for word in held}) == 2:
        return False  # "AMES Mary": both are there
    if len([word for word in held if fold(word) not in words("particle")]) == 1:
        return first or len(then) == 1 or _is_initials(then[-1])
    if order in (NameOrder.INITIALS_LAST, NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST) or not first:
        return False
    return len(then) == 1 or (_is_given(then[0]) and not _is_given(held[0]))


def _vote(held: list[str]) -> NameOrder:
    """What one name without a comma says about the order."""
    if len(held) < 2:
        return NameOrder.UNKNOWN
    capitals = [_is_capitals(word) for word in held]
    if capitals[0] != capitals[-1] and not _is_initials(held[-1]) and not _leads(held[0]):
        return NameOrder.FAMILY_FIRST if capitals[0] else NameOrder.GIVEN_FIRST
    if _initials(held)[-1]:
        return (
            NameOrder.FAMILY_FIRST if any(_is_given(word) for word in held[1:-1]) else NameOrder.INITIALS_LAST
        )
    if _leads(held[0]):
        return NameOrder.GIVEN_FIRST
    if _is_given(held[0]) != _is_given(held[-1]):
        return NameOrder.GIVEN_FIRST if _is_given(held[0]) else NameOrder.FAMILY_FIRST
    return NameOrder.UNKNOWN


def _whole(piece: str, order: NameOrder) -> Name:
    """A name without a comma."""
    held = piece.split()
    moved: list[str] = []
    while len(held) > 2 and held[-1] in words("particle"):
        moved.insert(0, held.pop())  # "Ames MI de": the particle stands behind
    if len(held) < 2:
        return Name(family=piece)
    cut = _cut(held, order)
    if cut == 0:
        return Name(family=piece)
    first, last = " ".join(held[: abs(cut)]), " ".join([*held[abs(cut) :], *moved])
    return Name(family=first, given=last) if cut > 0 else Name(family=last, given=first)


def _cut(held: list[str], order: NameOrder) -> int:
    """Where the name parts: n > 0, n words of surname first; n < 0, the surname from word -n on; 0, whole."""
    capitals = [_is_capitals(word) for word in held]
    if capitals[0] != capitals[-1] and not _is_initials(held[-1]) and not _leads(held[0]):
        return capitals.index(False) if capitals[0] else -capitals.index(True)
    start = 0
    while start < len(held) - 1 and fold(held[start]) in words("particle"):
        start += 1
    given = next((i for i in range(start + 1, len(held)) if _is_given(held[i])), 0)
    initials = _initials(held)
    tail = len(held)
    while tail > 1 and initials[tail - 1]:
        tail -= 1
    if tail < len(held):
        if order is NameOrder.INITIALS_LAST or tail == start + 1:
            return tail
        if order is NameOrder.FAMILY_FIRST:
            return given if given == tail - 1 == start + 2 else start + 1
        return given or tail
    if order is NameOrder.INITIALS_LAST and not _leads(held[0]):
        return 0
    family_first = order is NameOrder.FAMILY_FIRST
    if order is NameOrder.UNKNOWN:
        family_first = _is_given(held[-1]) and not _is_given(held[0]) and not _leads(held[0])
    if family_first:
        initial = next((i for i in range(start + 1, len(held)) if initials[i]), len(held))
        # "Ames Brown Mary": two surnames only where the last word alone is a known given name.
        return given if given == initial - 1 == start + 2 else start + 1
    for index in range(1, len(held) - 1):
        if fold(held[index]) in words("particle"):
            return -index
    return -(len(held) - 1)
