"""The works of a paper that prints no list: the notes give each in full the first time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.merge import merge_references
from debatemap.corpus.names import PARTICLES
from debatemap.corpus.reference_parser import parse_references
from debatemap.corpus.reference_parser_names import in_lower_case
from debatemap.model import Reference, work_key

_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s)*"
_NAME = rf"(?:[^\W\d_a-z](?:[\w’'-]+|\.)[ -]?\s?){{1,4}}{_PARTICLE}[^\W\d_a-z][\w’'-]+"
_SUFFIX = r"(?:,?\s(?:Jr\.|Sr\.|I{2,3}\b|IV\b))"
_NAMES = rf"{_NAME}{_SUFFIX}?(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME}|\set al\.)?(?:,\s(?:eds?|trans)\.)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WORK = re.compile(
    r"(?:^|(?<=[;.]\s)|(?<=[Ss]ee\s)|(?<=also\s)|(?<=[Cc]f\.\s)|(?<=by\s)|(?<=g\.,\s)|(?<=example,\s)|(?<=instance,\s))"
    rf"(?!(?:See|Cf|Also)\b)(?P<names>{_NAMES}),\s(?P<work>(?:review of\s)?"
    rf"[“\"‘']?[^\W\d_a-z][^;\n]*?\((?:[^()]*\s)?(?P<year>{_YEAR})\)(?::\s?\d+(?:[–-]\d+)?)?)"
)
_BEHIND_NAME = re.compile(rf"{_SUFFIX}$")
# "The Right Title, 98 Harv. L. Rev. 885, 903–13 (1985)": volume, journal, first page, pages cited.
_VOLUME_FIRST = re.compile(
    r"(?P<title>.+),\s(?P<volume>\d{1,4})\s(?P<journal>[^\W\d_a-z][^\d()]*?)\s(?P<page>\d+)"
    r"(?:,\s[\d–, -]+)?\s\(\d{4}\)"
)
_CITED_PAGES = re.compile(r"\s\d[\d–, -]*(?=\s\([^()]*\)$)")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")


def references_in_notes(notes: Sequence[str]) -> list[Reference]:
    """The works that notes give in full, "Given Surname, Title (Place: Publisher, year)" or "Given Surname,
    “Title,” Journal 5 (year): 1–9"; each once, in order.

    >>> note = "Mancur Olson, The Logic of Collective Action (Cambridge: Harvard University Press, 1965), 5."
    >>> [work.key for work in references_in_notes([note, "Olson, Logic, 7."])]
    ['olson-1965']
    """
    found = [match for note in notes for match in _WORK.finditer(" ".join(note.split()))]
    listed = [_as_listed(match["names"], match["work"], match["year"]) for match in found]
    parsed = parse_references(listed) if found else []
    works = [_settled(work, match["year"]) for work, match in zip(parsed, found, strict=True)]
    return list(merge_references([work for work in works if work.authors and work.title], ()))


def _as_listed(names: str, work: str, year: str) -> str:
    """A work as reference lists print it: a name without "Jr."; law reviews' capitals, and volumes before the
    journal, turned round.

    >>> _as_listed("JANE DOE", "ON THE RULE OF LAW 11–52 (1999)", "1999")
    'Jane Doe, On The Rule Of Law (n.p.: n.p., 1999)'
    >>> _as_listed("Jane Doe", "On Law, 98 Harv. L. Rev. 885, 903 (1985)", "1985")
    'Jane Doe, “On Law,” Harv. L. Rev. 98 (1985): 885'
    """
    names = _BEHIND_NAME.sub("", names)
    if names.isupper():
        names, work = (
            _CAPITALS.sub(lambda word: in_lower_case(word.group()), part) for part in (names, work)
        )
        work = _CITED_PAGES.sub("", work).replace(f" ({year})", f" (n.p.: n.p., {year})")
    elif article := _VOLUME_FIRST.fullmatch(work):
        title, volume, journal, page = article.groups()
        work = f"“{title},” {journal} {volume} ({year}): {page}"
    return f"{names}, {work}"


def _settled(work: Reference, year: str) -> Reference:
    """The work with a title, and with the year in brackets: another number may look like one."""
    if not work.title:
        work = replace(work, title=work.container, container="")
    if work.year == year:
        return work
    return replace(work, year=year, key=work_key([name.family for name in work.authors], year, work.suffix))
