"""The reference list as an index of names: which works fit these surnames and this year?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from debatemap.citations.tables import words
from debatemap.model import Name, Reference, fold

_APART = re.compile(r"[^a-z0-9]+")
_PARTS = re.compile(r"\s[–—-]\s|[()/,]")


@lru_cache(maxsize=20_000)
def squeeze(name: str) -> str:
    """A name reduced to its letters, so that "Muñoz-Basols" and "Muñoz Basols" are one.

    >>> squeeze("O’Brien")
    'obrien'
    """
    return _APART.sub("", fold(name))


def spellings(name: Name) -> tuple[str, ...]:
    """All squeezed forms under which an author may be cited, the usual one first.

    A particle may fall away, or the second of two surnames ("Vargas Llosa"); a name printed family first
    has the given name behind it; a corporate name with its short form ("WHO – World Health
    Organization", "… (WHO)") is cited by either.

    >>> spellings(Name("Chen Feng"))
    ('chenfeng', 'chen')
    """
    family, given = name.family.strip(), name.given.strip()
    forms = [squeeze(family)]
    parts = family.split()
    while len(parts) > 1 and parts[0].lower() in words("particles"):
        parts = parts[1:]
        forms.append(squeeze(" ".join(parts)))
    if len(parts) == 2:  # printed family first, "Chen Feng" is also cited as "Chen"
        forms.append(squeeze(parts[0]))
    if given and "." not in given and len(given.split()) == 1 and len(given) > 1:
        forms.append(squeeze(f"{family} {given}"))
    if not given:
        forms += [squeeze(part) for part in _PARTS.split(family)]
        if len(parts) > 2:
            forms.append(squeeze("".join(part[0] for part in parts if part[0].isupper())))
        if parts and parts[0].lower() == "the":
            forms.append(squeeze(" ".join(parts[1:])))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


def family_of(people: Sequence[Name]) -> str:
    """How authors who all bear one surname are spoken of together: "the Webbs"; "" for any others.

    >>> family_of([Name("Webb", "S."), Name("Webb", "B.")])
    'Webbs'
    """
    surnames = {name.family.strip() for name in people}
    return f"{surnames.pop()}s" if len(people) > 1 and len(surnames) == 1 else ""


@dataclass(frozen=True, slots=True)
class Match:
    """A work that fits, and how well: 4 all names; 3 the first names and "et al."; 2 the first author,
    though the list of names differs, or all names in another order; 1 an author who is not the first."""

    reference: Reference
    score: int


class Roster:
    """Looks works up by names and date."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self.references = tuple(references)
        self._forms: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._by_name: dict[str, list[Reference]] = defaultdict(list)
        self._families: dict[str, str] = {}
        self._initials: dict[str, set[str]] = defaultdict(set)
        self._by_year: dict[str, list[Reference]] = defaultdict(list)
        self.longest = 1  # words in the longest name
        for ref in self.references:
            people = ref.authors or ref.editors
            self._by_year[ref.year].append(ref)
            self._forms[ref.key] = forms = tuple(spellings(name) for name in people)
            for form in dict.fromkeys(form for author in forms for form in author):
                self._by_name[form].append(ref)
            if family := squeeze(family_of(people)):
                self._families[ref.key] = family
                self._by_name[family].append(ref)
            for name, author in zip(people, forms, strict=True):
                self.longest = max(self.longest, len(name.family.split()) + 1)
                for form in author if name.given else ():
                    self._initials[form] |= {fold(word)[:1] for word in re.split(r"[\s.-]+", name.given)}

    def __contains__(self, name: str) -> bool:
        return squeeze(name) in self._by_name

    def __bool__(self) -> bool:
        return bool(self.references)

    def works(self, name: str) -> list[Reference]:
        """Works that have this author in any place; of those whose names may be cited so, whose names are
        printed so: "Vries" is no de Vries where the list has a Vries, too."""
        cited = squeeze(name)
        found = self._by_name.get(cited, [])
        printed = [ref for ref in found if any(author[:1] == (cited,) for author in self._forms[ref.key])]
        return printed or found

    def of_year(self, year: str) -> list[Reference]:
        """Works of this year, in the order of the list."""
        return self._by_year.get(year, [])

    def first_forms(self, reference: Reference) -> set[str]:
        """The squeezed spellings of a work's first author."""
        return set(*self._forms[reference.key][:1])

    def forms(self, reference: Reference) -> tuple[tuple[str, ...], ...]:
        """The squeezed spellings of each author of a work, in order."""
        return self._forms[reference.key]

    def initials(self, name: str) -> set[str]:
        """First letters of the given names of everybody of this surname; empty where none is printed."""
        return self._initials.get(squeeze(name), set()) - {""}

    def fit(self, reference: Reference, names: Sequence[str], *, et_al: bool = False) -> int:
        """How well the names as cited fit the work's authors: see Match; 0 not at all."""
        forms = self._forms[reference.key]
        cited = [squeeze(name) for name in names]
        if not forms or not cited:
            return 0
        if cited == [self._families.get(reference.key)]:
            return 4
        same = all(name in author for name, author in zip(cited, forms, strict=False))
        hidden = len(forms) - len(cited) + 2 * reference.et_al
        if same and hidden == 0:
            return 2 if et_al else 4
        if same and hidden > 0 and et_al:
            return 4 if hidden > 1 else 3
        if same and reference.et_al and len(cited) > 1:
            return 3
        if cited[0] in forms[0] or (hidden == 0 and _in_other_order(cited, forms)):
            return 2
        return 1 if any(cited[0] in author for author in forms) else 0

    def matches(
        self, names: Sequence[str], year: str, suffix: str = "", *, et_al: bool = False
    ) -> list[Match]:
        """Works of these authors and this date, best first; letters are compared when both have one."""
        found = []
        for ref in self.works(names[0]) if names else []:
            if not dated(ref, year) or (suffix and ref.suffix and suffix != ref.suffix):
                continue
            score = self.fit(ref, names, et_al=et_al)
            if score:
                found.append(Match(ref, score))
        return sorted(found, key=lambda match: -match.score)


def _in_other_order(cited: Sequence[str], forms: Sequence[Sequence[str]]) -> bool:
    """All authors are cited, though not in their order."""
    return len(cited) > 1 and all(any(name in author for name in cited) for author in forms)


def dated(reference: Reference, year: str) -> bool:
    """True when the work bears this year, as its own or as that of the first edition ("": no date)."""
    return year == reference.year or bool(year and year == reference.original_year)
