"""The entries of a reference list → References."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.reference_parser_fields import Fields, split_fields
from debatemap.corpus.reference_parser_names import NameOrder, name_order, parse_names, split_acronym
from debatemap.model import Name, Reference, work_key

_LABEL = re.compile(r"^\s*(?:[-*•]\s+|\[\d{1,3}\]\s*|\d{1,3}\.\s+)")
_SAME_AUTHOR = re.compile(r"^\s*(?:[-–—―_]{2,}|[–—―])\s*[.,]?\s*(?=[(\[.,\d]|$)")


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
    parted = [split_fields(_LABEL.sub("", entry)) for entry in entries]
    order = name_order(fields.authors for fields in parted)
    references: list[Reference] = []
    before: tuple[Name, ...] = ()
    for entry, fields in zip(entries, parted, strict=True):
        same = _SAME_AUTHOR.match(fields.authors)
        names = before if same else parse_names(fields.authors, order)
        reference = _build(entry, fields, names, order)
        references.append(reference)
        before = reference.authors
    return references


def _build(entry: str, fields: Fields, names: tuple[Name, ...], order: NameOrder) -> Reference:
    editors = parse_names(fields.editors, order) if fields.editors else ()
    aliases: list[str] = []
    if len(names) == 1 and not names[0].given:
        acronym, full = split_acronym(names[0].family)
        if acronym:
            names = (Name(family=acronym),)
            aliases.append(work_key([full], fields.year, fields.suffix))
    names = tuple(replace(name, family=_case(name.family)) if name.given else name for name in names)
    return Reference(
        key=work_key([name.family for name in names], fields.year, fields.suffix),
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
        editors=editors,
        aliases=tuple(aliases),
        raw=entry,
    )


def _case(family: str) -> str:
    # A list in capitals: "TEN BRINK" is shown as "Ten Brink".
    return family.title() if len(family) > 2 and family.isupper() else family
