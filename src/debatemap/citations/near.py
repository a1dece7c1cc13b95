"""Works that come near a citation which fits none: a misprint is assumed only when one is near."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import OSA

from debatemap.citations.roster import Roster, squeeze
from debatemap.model import Citation, Reference


@dataclass(frozen=True, slots=True)
class Near:
    """A work near a citation: why, and how far (1 nearest). `certain`: a single such work is taken."""

    reference: Reference
    distance: int
    note: str
    certain: bool = True


def near_works(citation: Citation, roster: Roster) -> list[Near]:
    """Works near the names and date as cited, nearest first, in the order of the list within a rank.

    1: one author, or a letter of the first one's name, differs; 2: a digit of the year is one off, or
    two are exchanged; 3, never certain: another year, or the cited author is not the first.
    """
    found: dict[str, Near] = {}
    for ref in roster.references:
        near = _near(citation, ref, roster)
        if near and (ref.key not in found or near.distance < found[ref.key].distance):
            found[ref.key] = near
    order = {ref.key: at for at, ref in enumerate(roster.references)}
    return sorted(found.values(), key=lambda near: (near.distance, order[near.reference.key]))


def _near(citation: Citation, ref: Reference, roster: Roster) -> Near | None:
    if not citation.names or not ref.authors:
        return None
    fit = roster.fit(ref, citation.names, et_al=citation.et_al)
    same_year = citation.year in (ref.year, ref.original_year) if citation.year else not ref.year
    if fit >= 2 and same_year:
        note = "" if fit > 2 or citation.et_al else f"the list has {ref.label}"
        return Near(ref, 1, note)
    if fit >= 3:
        close = _years_near(citation.year, ref.year) and citation.suffix in ("", ref.suffix)
        note = f"the list has the year {ref.year or 'n.d.'}"
        return Near(ref, 2 if close else 3, note, certain=close)
    if fit == 0 and same_year and _shares_second(citation, roster, ref):
        return Near(ref, 1, f"the list has {ref.label}")
    if fit == 0 and same_year and _misspelt(citation.names[0], roster, ref):
        return Near(ref, 1, f"the list spells {ref.authors[0].family}")
    if fit and (same_year or fit == 2):
        return Near(ref, 3, f"the list has {ref.label}", certain=False)
    return None


def _shares_second(citation: Citation, roster: Roster, ref: Reference) -> bool:
    """All authors but the first are the same."""
    later = citation.names[1:]
    forms = roster.forms(ref)[1:]
    return (
        bool(later)
        and len(later) == len(forms)
        and all(squeeze(name) in form for name, form in zip(later, forms, strict=True))
    )


def _misspelt(name: str, roster: Roster, ref: Reference) -> bool:
    cited = squeeze(name)
    allowed = 1 if len(cited) < 8 else 2
    return len(cited) > 3 and any(
        OSA.distance(cited, form, score_cutoff=allowed) <= allowed
        for form in roster.first_forms(ref)
        if len(form) > 3
    )


def _years_near(cited: str, listed: str) -> bool:
    """One digit off by one, or two neighbours exchanged: what a slip of the hand makes of a year."""
    if not cited or not listed:
        return False
    exchanged = sorted(cited) == sorted(listed) and OSA.distance(cited, listed) == 1
    return abs(int(cited) - int(listed)) in (1, 10, 100) or exchanged
