"""Read the authors that stand right before a date, from right to left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.citations.roster import Roster
from debatemap.citations.tables import words
from debatemap.citations.tokens import Token, read_tokens, without_others, without_possessive
from debatemap.model import fold

_AND = frozenset({"and", "&", "und", "et", "y", "e"})
_LISTED = frozenset({",", ";", "/"})
_INSIDE = frozenset({"of", "for", "on"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "its", "their", "his", "her", "our", "my"})
_OPENERS = frozenset({"in", "for", "at", "during", "within", "across", "throughout", "on", "under"})
_MOST_PEOPLE = 12


@dataclass(frozen=True, slots=True)
class Authors:
    """The authors named at one place: where the first name begins and the last ends.

    `known`: at least one of them stands in the reference list.
    """

    start: int
    end: int
    names: tuple[str, ...]
    et_al: bool = False
    possessive: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Person:
    """Name tokens from `first` (given names too), and the sign that joins them to the right."""

    first: int
    name: str
    known: bool
    joined: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reading depends on: the list, the date, and whether the names stand inside a bracket."""

    roster: Roster
    year: str
    suffix: str
    bracket: bool


def read_authors(text: str, start: int, end: int, reading: Reading) -> Authors | None:
    """The authors whose list ends at `end`; nothing before `start` is read. None: no name stands there.

    The reference list and the date decide how far a list of names reaches; without a fitting entry
    the signs do: inside a bracket commas part names, in running text only together with "and".
    """
    tokens, possessive = without_possessive(read_tokens(text, start, end))
    last = len(tokens)
    while last and tokens[last - 1].text == ",":
        last -= 1
    close = last
    last = _before_initials(tokens, last, reading)
    last, et_al = without_others(tokens, last)
    people = _whole_offices(_people(tokens, last, reading, et_al=et_al), tokens, reading)
    if not people:
        return None
    count = _choose(people, tokens, reading, et_al=et_al)
    names = tuple(person.name for person in reversed(people[:count]))
    known = any(person.known for person in people[:count])
    leftmost = people[count - 1]
    if not known and not reading.bracket and not _may_be_cited(tokens, leftmost, last, reading):
        return None
    return Authors(tokens[leftmost.first].start, tokens[close - 1].end, names, et_al, possessive, known)


def _before_initials(tokens: Sequence[Token], last: int, reading: Reading) -> int:
    """Steps back over initials behind a name: "(Chen, X., 2010)", "Snow, D. A. (1986)"."""
    at = last
    while at and tokens[at - 1].initial:
        at -= 1
    if at in (0, last):
        return last
    name = at - 1 if tokens[at - 1].text == "," else at
    known = name > 0 and tokens[name - 1].text in reading.roster
    comma = name < at and name > 0 and tokens[name - 1].name and reading.bracket
    return name if known or comma else last


def _people(tokens: Sequence[Token], last: int, reading: Reading, *, et_al: bool) -> list[_Person]:
    """Persons from right to left, as long as commas, semicolons and "and" join them."""
    people: list[_Person] = []
    joined = ""
    while last > 0 and len(people) < _MOST_PEOPLE:
        person = _listed(tokens, last, joined, reading) or _unlisted(tokens, last, joined, reading)
        if person is None and tokens[last - 1].capital:
            person = _plain_word(tokens, last, joined, et_al=et_al)
        if person is None:
            break
        people.append(person)
        at = person.first - 1
        if at < 1:
            break
        joined = tokens[at].lower
        if joined not in _AND and joined not in _LISTED:
            break
        if joined in _AND and tokens[at - 1].text in (",", ";"):
            at -= 1
        last = at
    return people


def _whole_offices(people: list[_Person], tokens: Sequence[Token], reading: Reading) -> list[_Person]:
    """ "Centers for Disease Control and Prevention" is one author: what follows the "and" of an
    organisation with "of" or "for" in its name, and is nobody of the list, belongs to it."""
    if not reading.bracket or len(people) < 2 or people[0].known:
        return people
    right, left = people[:2]
    office = not _INSIDE.isdisjoint(left.name.split()) and left.joined == "and"
    if not office or left.known or any(token.initial for token in tokens[right.first :]):
        return people
    return [_Person(left.first, f"{left.name} and {right.name}", known=False, joined=""), *people[2:]]


def _listed(tokens: Sequence[Token], last: int, joined: str, reading: Reading) -> _Person | None:
    """The longest name of the reference list that ends here, with the given names before it."""
    for size in range(min(reading.roster.longest, last), 0, -1):
        run = tokens[last - size : last]
        if not (run[0].capital or run[0].lower in words("particles")) or not run[0].text[0].isalpha():
            continue
        name = " ".join(token.text for token in run)
        if name not in reading.roster or not any(token.capital for token in run):
            continue
        plain = size == 1 and (run[0].lower in words("no_names") or len(name) < 2)
        if plain and not reading.roster.matches([name], reading.year):
            continue
        first = _given(tokens, last - size, name, reading)
        return _Person(first, name.replace("\u00ad", ""), known=True, joined=joined)
    return None


def _given(tokens: Sequence[Token], first: int, name: str, reading: Reading) -> int:
    """Steps back over initials and given names, when they are those of the list."""
    at = first
    while at and first - at < 3 and (tokens[at - 1].initial or tokens[at - 1].name):
        at -= 1
    while at < first and tokens[at - 1 if at else 0].text in _INSIDE:  # "Theorem of Olson": no given name
        at += 1
    letters = reading.roster.initials(name)
    while at < first:
        begins_sentence = at == 0 or tokens[at - 1].text in ".!?:"
        if fold(tokens[at].text)[:1] in letters or (not letters and not begins_sentence):
            return at
        at += 1
    return first


def _unlisted(tokens: Sequence[Token], last: int, joined: str, reading: Reading) -> _Person | None:
    """A run of capitalised words that the list does not know."""
    first = last
    at = last - 1
    while at >= 0 and last - first < 10:
        token = tokens[at]
        particle = at + 1 == first < last and _is_particle(tokens, at, reading)
        if token.name or particle or (first < last and _is_of_organisation(tokens, at, last, reading)):
            first = at
        elif token.lower in _INSIDE and at + 1 == first < last and at and tokens[at - 1].name:
            first, at = at - 1, at - 1
        else:
            break
        at -= 1
    run = tokens[first:last]
    if not run or run[-1].initial or len(run[-1].text) < 2 or not run[-1].capital:
        return None
    return _Person(first, _surname(run, reading), known=False, joined=joined)


def _is_of_organisation(tokens: Sequence[Token], at: int, last: int, reading: Reading) -> bool:
    """The "Census" of "(U.S. Census Bureau, 2010)": no name by itself, but part of one before its head."""
    token, head = tokens[at], tokens[last - 1]
    opens = at == 0 or tokens[at - 1].text in "(;,"
    named = (
        reading.bracket and head.lower in words("organisations") and token.capital and token.text.isalpha()
    )
    return named and not opens and token.lower not in words("signals")


def _is_particle(tokens: Sequence[Token], at: int, reading: Reading) -> bool:
    """ "van", "de"; of "do" and "ten", English words too, only after a name or in a bracket."""
    note = words("particles").get(tokens[at].lower)
    if note is None or "English" not in note:
        return note is not None
    return reading.bracket or (at > 0 and tokens[at - 1].name)


def _plain_word(tokens: Sequence[Token], last: int, joined: str, *, et_al: bool) -> _Person | None:
    """Names like other words: "See et al. (2017)", "He and Lin (2016)", "(Olson and He, 2016)"."""
    at = last - 1
    begins = at == 0 or tokens[at - 1].text in ";,.("
    paired = not joined and at > 1 and tokens[at - 1].lower in _AND and tokens[at - 2].name
    if paired or (joined in _AND and begins) or (et_al and not joined):
        return _Person(at, tokens[at].text, known=False, joined=joined)
    return None


def _surname(run: Sequence[Token], reading: Reading) -> str:
    """Of an unknown name the surname: all of it in a bracket ("World Bank"), else the last word."""
    corporate = any(token.lower in _INSIDE or token.lower in words("organisations") for token in run)
    at = 0
    if not corporate and (not reading.bracket or any(token.initial for token in run)):
        at = len(run) - 1
        while at and run[at - 1].lower in words("particles"):
            at -= 1
    return " ".join(token.text for token in run[at:]).replace("\u00ad", "")


def _choose(people: Sequence[_Person], tokens: Sequence[Token], reading: Reading, *, et_al: bool) -> int:
    """How many of the people belong to the citation: what the reference list says, else the signs."""
    best = (-1, 0)
    linked = et_al and reading.bracket
    for count in range(1, len(people) + 1):
        leftmost = people[count - 1]
        linked = linked or leftmost.joined in _AND
        names = [person.name for person in reversed(people[:count])]
        found = reading.roster.matches(names, reading.year, reading.suffix, et_al=et_al)
        score = found[0].score if found and found[0].score > 1 else 0
        if score < 3 and count > 1 and not _joins(leftmost, tokens, linked=linked, bracket=reading.bracket):
            continue
        if score == 2 and best[0] >= 3:
            continue
        best = max(best, (score, count))
    return best[1] or 1


def _joins(person: _Person, tokens: Sequence[Token], *, linked: bool, bracket: bool) -> bool:
    """Whether a further person to the left, unknown to the list, is one of the authors."""
    before = tokens[person.first - 1].lower if person.first else ""
    if person.joined == ";":  # "(Keck; Sikkink, 1998)", where no date stands between
        return bracket and before in ("", ";") and any(letter.islower() for letter in person.name[1:3])
    if person.joined == "," and (before in _DETERMINERS or before in _OPENERS):
        return False  # "In their ILP, Smith and Jones (2008)"
    if (
        person.joined == ","
        and len(person.name.split()) > 2
        and not words("particles").keys() & person.name.split()
    ):
        return False  # "(Free Trade Area, Smith and Jones, 1997)"
    return linked or bracket


def _may_be_cited(tokens: Sequence[Token], person: _Person, last: int, reading: Reading) -> bool:
    """False for a name of the running text that is more likely a title, a law or an acronym explained."""
    run = tokens[person.first : last]
    head = run[-1].text
    if any(token.lower in words("organisations") for token in run):
        return True
    if person.first and tokens[person.first - 1].lower in _DETERMINERS:
        return False
    return not (reading.roster and sum(letter.isupper() for letter in head) > 1 and head[1:2].isupper())
