"""The works of a paper that prints no list: the notes give each in full the first time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.merge import merge_references
from debatemap.corpus.names import PARTICLES
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import Reference

_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s)*"
_NAME = rf"(?:[^\W\d_a-z](?:[\w’'-]+|\.)[ -]?\s?){{1,4}}{_PARTICLE}[^\W\d_a-z][\w’'-]+"
_NAMES = rf"{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|&)\s{_NAME}|\set al\.)?(?:,\s(?:eds?|trans)\.)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_WORK = re.compile(
    rf"(?:^|(?<=[;.]\s)|(?<=[Ss]ee\s)|(?<=also\s)|(?<=[Cc]f\.\s)|(?<=by\s))(?P<work>(?!(?:See|Cf|Also)\b){_NAMES},\s"
    rf"[“\"‘']?[^\W\d_a-z][^;\n]*?\((?:[^()]*\s)?{_YEAR}\)(?::\s?\d+(?:[–-]\d+)?)?)"
)


def references_in_notes(notes: Sequence[str]) -> list[Reference]:
    """The works that notes give in full, "Given Surname, Title (Place: Publisher, year)" or "Given Surname,
    “Title,” Journal 5 (year): 1–9"; each once, in order.

    >>> note = "Mancur Olson, The Logic of Collective Action (Cambridge: Harvard University Press, 1965), 5."
    >>> [work.key for work in references_in_notes([note, "Olson, Logic, 7."])]
    ['olson-1965']
    """
    found = [match["work"] for note in notes for match in _WORK.finditer(" ".join(note.split()))]
    works = [_titled(work) for work in parse_references(found)] if found else []
    return list(merge_references([work for work in works if work.authors and work.title], ()))


def _titled(work: Reference) -> Reference:
    return work if work.title else replace(work, title=work.container, container="")
