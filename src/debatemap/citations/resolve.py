"""Give each citation its work: exact when it can be, tolerant of one misprint, else unresolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debatemap.citations.author_year import provisional_key
from debatemap.citations.roster import Roster
from debatemap.model import Citation, CitationForm, Document, Reference


def resolve_citations(
    citations: Sequence[Citation], references: Sequence[Reference], *, document: Document
) -> list[Citation]:
    """The same citations with their keys, or with the candidates where the work is not certain."""
    roster = Roster(references)
    resolved: list[Citation] = []
    for citation in citations:
        resolved.append(_dated(citation, roster, resolved))
    resolved = [
        _named(c, resolved, at, roster) if c.form is CitationForm.NAME else c for at, c in enumerate(resolved)
    ]
    keys = {provisional_key(c): c.key for c in resolved if c.key}
    return [replace(c, cited_in=keys.get(c.cited_in, c.cited_in)) if c.cited_in else c for c in resolved]


def _dated(citation: Citation, roster: Roster, before: Sequence[Citation]) -> Citation:
    if citation.form is CitationForm.NAME:
        return citation
    et_al = citation.note == "et al."
    citation = replace(citation, note="")
    if citation.form is CitationForm.YEAR:
        return _year_alone(citation, roster, before)
    found = roster.matches(citation.names, citation.year, citation.suffix, et_al=et_al)
    top = [match.reference for match in found if match.score == found[0].score]
    if len(top) == 1:
        return replace(citation, key=top[0].key)
    return replace(citation, candidates=tuple(match.reference.key for match in found))


def _year_alone(citation: Citation, roster: Roster, before: Sequence[Citation]) -> Citation:
    for earlier in reversed(before[-12:]):
        found = roster.matches(earlier.names, citation.year, citation.suffix)
        if found and earlier.names:
            return replace(citation, names=earlier.names, key=found[0].reference.key)
    return citation


def _named(citation: Citation, all_citations: Sequence[Citation], at: int, roster: Roster) -> Citation:
    """The work of the author last cited before, else next after, else the only one in the list."""
    et_al = citation.note == "et al."
    citation = replace(citation, note="")
    works = {ref.key: roster.fit(ref, citation.names, et_al) for ref in roster.works(citation.names[0])}
    dated = [c.key for c in reversed(all_citations[:at]) if c.year and c.key]
    dated += [c.key for c in all_citations[at:] if c.year and c.key]
    for floor in (3, 2, 1):
        fitting = [key for key, score in works.items() if score >= floor]
        for key in dated:
            if key in fitting:
                return replace(citation, key=key)
        if len(fitting) == 1:
            return replace(citation, key=fitting[0])
        if fitting:
            return replace(citation, candidates=tuple(sorted(fitting)))
    return citation
