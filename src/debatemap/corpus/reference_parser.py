"""The entries of a reference list → References."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.reference_parser_fields import Fields, split_fields
from debatemap.corpus.reference_parser_names import (
    NameOrder,
    name_order,
    names_more,
    parse_names,
    show_family,
    split_acronym,
)
from debatemap.model import Name, Reference, work_key

_LABEL = re.compile(r"^\s*(?:[-*•]\s+|\[\d{1,3}\]\s*|\d{1,3}\.(?:\s+|(?=[^\W\d_])))")
_SAME_AUTHOR = re.compile(r"^\s*(?:[-–—―_]{2,}|[–—―])\s*[.,:]?\s*")
_STAND_IN = "Same, A. "
_ACRONYM = 6  # letters


def parse_reference(entry: str) -> Reference:
    """One entry alone. Without its list, the order of a name such as "Lee Mary" is a guess.

    >>> parse_reference("Dahl, R. A. (1961). Who governs? New Haven: Yale University Press.").key
    'dahl-1961'
    """
    return parse_references([entry])[0]


def parse_references(entries: Sequence[str]) -> list[Reference]:
    """The entries of one list, in order; the list as a whole tells how it prints names.

    `entries`: as `split_references` gives them. A dash in place of the author repeats the author
    before. `year` is "" for no date and for works in press.

    >>> [r.key for r in parse_references(["Ames B (2001) One. Oslo: Pax.", "Wu Lan (2002) Two. Oslo: Pax."])]
    ['ames-2001', 'wu-lan-2002']
    """
    repeated = [_SAME_AUTHOR.match(_LABEL.sub("", entry)) for entry in entries]
    parted = [split_fields(_named(_LABEL.sub("", entry))) for entry in entries]
    order = name_order(fields.authors for fields, same in zip(parted, repeated, strict=True) if not same)
    references: list[Reference] = []
    before: tuple[Name, ...] = ()
    for entry, fields, same in zip(entries, parted, repeated, strict=True):
        names = before if same else parse_names(fields.authors, order)
        references.append(_build(entry, fields, names, order))
        before = names
    return references


def _named(entry: str) -> str:
    # Before a date a dash stands where names stand: give it one.
    same = _SAME_AUTHOR.match(entry)
    dated = same and re.match(r"[(\[\d]", entry[same.end() :])
    return f"{_STAND_IN}{entry[same.end() :]}" if same and dated else entry


def _build(entry: str, fields: Fields, names: tuple[Name, ...], order: NameOrder) -> Reference:
    families = [name.family for name in names]
    et_al = len(names) < 4 and names_more(fields.authors)
    aliases: list[str] = []
    if len(names) == 1 and not names[0].given:
        acronym, full = split_acronym(names[0].family)
        if acronym:
            names, families = (Name(family=acronym),), [acronym]
            aliases.append(work_key([full], fields.year, fields.suffix))
    if fields.other_year:
        aliases.append(work_key(families, fields.other_year, fields.suffix))
    if order is NameOrder.FAMILY_FIRST and families:
        # "Ames Brown Mary": where the surname ends is a guess; the other reading is kept.
        aliases += [
            work_key([other.family, *families[1:]], fields.year, fields.suffix)
            for other in other_readings(names[0])
        ]
    names = tuple(
        name if _is_acronym(name) else replace(name, family=show_family(name.family)) for name in names
    )
    return Reference(
        key=work_key(families, fields.year, fields.suffix, et_al=et_al),
        authors=names,
        year=fields.year,
        suffix=fields.suffix,
        original_year=fields.original_year,
        title=fields.title,
        container=fields.container,
        volume=fields.volume,
        issue=fields.issue,
        pages=fields.pages,
        publisher=fields.publisher,
        doi=fields.doi,
        url=fields.url,
        editors=parse_names(fields.editors, order) if fields.editors else (),
        aliases=tuple(aliases),
        raw=entry,
        et_al=et_al,
    )


def other_readings(name: Name) -> list[Name]:
    """How else a name of three words or more without a comma may part, surname first.

    >>> other_readings(Name("Ames Brown", "Mary")), other_readings(Name("Ames", "Brown Mary"))
    ([Name(family='Ames', given='Brown Mary')], [Name(family='Ames Brown', given='Mary')])
    """
    family, given = name.family.split(), name.given.split()
    if len(family) == 2 and family[0][0].isupper() and given:
        return [Name(family[0], f"{family[1]} {name.given}")]
    if len(family) == 1 and len(given) > 1 and all(len(word.strip(".")) > 1 for word in given):
        return [Name(f"{family[0]} {given[0]}", " ".join(given[1:]))]
    return []


def _is_acronym(name: Name) -> bool:
    """ "OECD": a short word in capitals without a given name."""
    return not name.given and name.family.isupper() and name.family.isalpha() and len(name.family) <= _ACRONYM
