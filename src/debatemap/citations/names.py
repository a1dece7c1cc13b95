"""Read the authors that stand right before a date, from right to left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.citations.patterns import TOKEN
from debatemap.citations.roster import Roster
from debatemap.citations.tables import words

_AND = frozenset({"and", "&", "und", "et", "y", "e"})
_LISTED = frozenset({",", ";", "/"})
_OTHERS = frozenset({"others", "colleagues", "co-authors", "coauthors", "associates", "co-workers"})
_INSIDE = frozenset({"of", "for", "on"})
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors named at one place: where the first name begins and the last ends."""

    start: int
    end: int
    names: tuple[str, ...]
    et_al: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or (len(self.text) > 2 and self.text[1].isupper())

    @property
    def initial(self) -> bool:
        return self.text.endswith(".") and self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()


def read_authors(
    text: str, start: int, end: int, roster: Roster, date: tuple[str, str], *, bracket: bool
) -> Authors | None:
    """The authors whose list ends at `end`; nothing before `start` is read. None: no name stands there.

    `date`: year and letter, by which the reference list decides how far a list of names reaches.
    `bracket`: the names stand inside a bracket, where commas part names even without "and".
    """
    tokens = [_Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
    tokens, possessive = _without_possessive(tokens)
    last = len(tokens)
    while last and tokens[last - 1].text == "," and bracket:
        last -= 1
    last, et_al = _without_others(tokens, last)
    people = _people(tokens, last, roster)
    if not people:
        return None
    chosen = _choose(people, tokens, roster, date, et_al=et_al, bracket=bracket)
    if chosen is None:
        return None
    first, names = chosen
    close = tokens[last - 1].end if not et_al else tokens[-1].end
    return Authors(tokens[first].start, close, names, et_al, possessive)


def _without_possessive(tokens: list[_Token]) -> tuple[list[_Token], bool]:
    if not tokens:
        return tokens, False
    tail = tokens[-1]
    cut = _POSSESSIVE.sub("", tail.text)
    if cut and cut != tail.text:
        return [*tokens[:-1], _Token(cut, tail.start, tail.start + len(cut))], True
    if tail.text in "'’" and len(tokens) > 1 and tokens[-2].end == tail.start:
        return tokens[:-1], True
    if tail.text == "s" and len(tokens) > 2 and tokens[-2].text in "'’":  # "et al.'s"
        return tokens[:-2], True
    return tokens, False


def _without_others(tokens: Sequence[_Token], last: int) -> tuple[int, bool]:
    """Steps over "et al.", "and others", "and colleagues"."""
    at = last
    if at and tokens[at - 1].text == ".":
        at -= 1
    if (at > 1 and tokens[at - 1].text in ("al.", "al") and tokens[at - 2].text.lower() == "et") or (
        at > 1 and tokens[at - 1].text.lower() in _OTHERS and tokens[at - 2].text.lower() in ("and", "&")
    ):
        at -= 2
    else:
        return last, False
    while at and tokens[at - 1].text == ",":
        at -= 1
    return at, True


@dataclass(frozen=True, slots=True)
class _Person:
    """One run of name tokens [first, last) and the sign that joins it to the person on its right."""

    first: int
    last: int
    joined: str


def _is_name(token: _Token) -> bool:
    return token.word and token.capital and token.text.lower() not in words("no_names")


def _people(tokens: Sequence[_Token], last: int, roster: Roster) -> list[_Person]:
    """Runs of names from right to left, as long as commas, semicolons and "and" join them."""
    people: list[_Person] = []
    joined = ""
    while last > 0:
        first = _run(tokens, last, roster)
        if first == last:
            break
        people.append(_Person(first, last, joined))
        if first == 0 or len(people) > 12:
            break
        last, joined = first - 1, tokens[first - 1].text.lower()
        if joined not in _AND and joined not in _LISTED:
            break
        if joined in _AND and last and tokens[last - 1].text in (",", ";"):
            last -= 1
    return people


def _run(tokens: Sequence[_Token], last: int, roster: Roster) -> int:
    """Where the run of name tokens that ends before `last` begins (`last` itself: no name)."""
    first = last
    at = last - 1
    while at >= 0 and last - first < 8:
        token = tokens[at]
        if _is_name(token) or (first == last and token.word and token.capital and token.text in roster):
            first = at
        elif token.text.lower() in words("particles") and first < last and token.text not in ("e", "y"):
            if first == at + 1:
                first = at
        elif token.text.lower() in _INSIDE and first == at + 1 and at and _is_name(tokens[at - 1]):
            first = at - 1
            at -= 1
        else:
            break
        at -= 1
    if first < last and tokens[last - 1].initial and last - first == 1:
        return last
    return first


def _surnames(
    person: _Person, tokens: Sequence[_Token], roster: Roster, *, bracket: bool
) -> list[tuple[int, str, bool]]:
    """Readings of a run as a surname: (first token, name, known), the likeliest first."""
    run = tokens[person.first : person.last]
    readings = []
    for at in range(len(run)):
        name = _joined(run[at:])
        if name in roster:
            readings.append((person.first + at, name, True))
    if readings:
        return readings
    whole = all(not token.initial for token in run)
    at = 0
    if not (bracket and whole) and not any(token.text.lower() in _INSIDE for token in run):
        at = len(run) - 1
        while at and run[at - 1].text.lower() in words("particles"):
            at -= 1
    return [(person.first + at, _joined(run[at:]), False)]


def _joined(run: Sequence[_Token]) -> str:
    return " ".join(token.text for token in run)


def _choose(
    people: Sequence[_Person],
    tokens: Sequence[_Token],
    roster: Roster,
    date: tuple[str, str],
    *,
    et_al: bool,
    bracket: bool,
) -> tuple[int, tuple[str, ...]] | None:
    """How many of the people belong to the citation: what the reference list says, else the signs."""
    best: tuple[int, int, int, tuple[str, ...]] | None = None
    names: list[str] = []
    linked = et_al
    for count, person in enumerate(people, 1):
        first, name, known = _surnames(person, tokens, roster, bracket=bracket)[0]
        names.insert(0, name)
        found = roster.matches(names, *date, et_al=et_al) or roster.matches(names, date[0], et_al=et_al)
        score = found[0].score * 10 if found else (2 if known else 0)
        linked = linked or person.joined in _AND
        plausible = count == 1 or linked or bracket
        if score < 30 and not plausible:
            continue
        if found and found[0].score < 3 and count > 1 and not linked:
            score = 0
        if best is None or (score, count) >= best[:2]:
            best = (score, count, _with_given(person, first, tokens, people), tuple(names))
    return None if best is None else (best[2], best[3])


def _with_given(person: _Person, first: int, tokens: Sequence[_Token], people: Sequence[_Person]) -> int:
    """The token at which the citation begins: given names and initials before the surname belong to it."""
    del people
    return person.first if first > person.first or tokens[person.first].capital else first
