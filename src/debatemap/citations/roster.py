"""The reference list as an index of names: which works fit these surnames and this year?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from debatemap.citations.tables import words
from debatemap.model import Name, Reference, fold

_APART = re.compile(r"[^a-z0-9]+")


def squeeze(name: str) -> str:
    """A name reduced to its letters, so that "Acosta-Pereira" and "Acosta Pereira" are one.

    >>> squeeze("O’Brien")
    'obrien'
    """
    return _APART.sub("", fold(name))


def spellings(name: Name) -> tuple[str, ...]:
    """All squeezed forms under which an author may be cited, the usual one first.

    A particle may fall away; a name printed family first has the given name behind it; a corporate
    name with its short form ("NBS – National Bureau of Statistics", "… (NBS)") is cited by either.
    """
    family, given = name.family.strip(), name.given.strip()
    forms = [squeeze(family)]
    parts = family.split()
    while len(parts) > 1 and parts[0].lower() in words("particles"):
        parts = parts[1:]
        forms.append(squeeze(" ".join(parts)))
    if given and "." not in given:
        forms += [squeeze(f"{family} {given}"), squeeze(f"{given} {family}")]
    if not given:
        forms += [squeeze(part) for part in re.split(r"\s[–—-]\s|[()/,]", family)]
        if len(parts) == 2:  # "Xu Yi": Xu is the family name
            forms.append(squeeze(parts[0]))
        if len(parts) > 2:
            initials = [part[0] for part in parts if part[0].isupper()]
            forms.append(squeeze("".join(initials)))
            if parts[0].lower() == "the":
                forms.append(squeeze(" ".join(parts[1:])))
    return tuple(dict.fromkeys(form for form in forms if len(form) > 1))


@dataclass(frozen=True, slots=True)
class Match:
    """A work that fits, and how well: 4 all names, 3 names and "et al." or a shortened list,
    2 first author only, 1 an author who is not the first."""

    reference: Reference
    score: int


class Roster:
    """Looks works up by names and date."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self.references = tuple(references)
        self._forms = {
            id(ref): tuple(spellings(name) for name in (ref.authors or ref.editors))
            for ref in self.references
        }
        self._by_name: dict[str, list[Reference]] = defaultdict(list)
        for ref in self.references:
            for form in dict.fromkeys(form for author in self._forms[id(ref)] for form in author):
                self._by_name[form].append(ref)

    def __contains__(self, name: str) -> bool:
        return squeeze(name) in self._by_name

    def names(self) -> set[str]:
        """Every squeezed form of every author."""
        return set(self._by_name)

    def works(self, name: str) -> list[Reference]:
        """Works that have this author in any place."""
        return self._by_name.get(squeeze(name), [])

    def fit(self, reference: Reference, names: Sequence[str], et_al: bool) -> int:
        """How well the names as cited fit the work's authors: see Match; 0 not at all."""
        forms = self._forms[id(reference)]
        cited = [squeeze(name) for name in names]
        if not forms or not cited:
            return 0
        same = [name in author for name, author in zip(cited, forms, strict=False)]
        if len(cited) <= len(forms) and all(same):
            if len(cited) == len(forms):
                return 4 if not et_al else 3
            return 3 if et_al else 2
        if same[0]:
            return 2
        return 1 if any(cited[0] in author for author in forms) else 0

    def matches(
        self, names: Sequence[str], year: str, suffix: str = "", *, et_al: bool = False
    ) -> list[Match]:
        """Works of these authors and this year, best first; the letter is compared when both have one."""
        found = []
        for ref in self.works(names[0]) if names else []:
            if year in (ref.year, ref.original_year) and (not suffix or suffix == ref.suffix):
                score = self.fit(ref, names, et_al)
                if score:
                    found.append(Match(ref, score))
        return sorted(found, key=lambda match: -match.score)
