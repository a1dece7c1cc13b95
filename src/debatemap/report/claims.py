"""Every claim, under its scholar: the words, the quotation, the page, and who reports it."""

from __future__ import annotations

from collections.abc import Iterator

from debatemap.model import Claim, Origin, Stance
from debatemap.report.material import Material, is_placed
from debatemap.report.words import plain, quoted, signed

_SIDES = {Stance.ATTACK: "Against", Stance.SUPPORT: "For", Stance.NEUTRAL: "Neither"}


def claims(material: Material) -> Iterator[str]:
    """A heading a scholar, then one for each speaker who is none; a list item a claim."""
    held = material.claims_of
    for row in material.scholars:
        if not held.get(row.scholar):
            continue
        place = f" ({signed(row.position)})" if is_placed(row) else ""
        yield f"### {plain(row.scholar)}{place}"
        yield "\n".join(f"- {_item(claim, material)}" for claim in held[row.scholar])
    for name in sorted({claim.scholar for claim in material.claims if not claim.is_scholars}):
        yield f"### {plain(name)}, no scholar"
        yield "\n".join(f"- {_item(claim, material)}" for claim in held[name])


def _item(claim: Claim, material: Material) -> str:
    # The words of an extracted claim mostly stand in its sentence: they are not said twice.
    inside = _folded(claim.text) in _folded(claim.evidence)
    words = "" if inside else f"{plain(claim.text)} "
    said = f"{quoted(claim.evidence)} " if claim.evidence else ""
    return f"**{_SIDES[claim.stance]}.** {words}{said}({'; '.join(_source(claim, material))})"


def _folded(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")


def _source(claim: Claim, material: Material) -> Iterator[str]:
    page = f", p. {plain(claim.page)}" if claim.page else ""
    paper = plain(material.label(claim.paper))
    if claim.paper == claim.holder:
        yield f"{paper}{page}, in their own paper"
    else:
        locator = f", {plain(claim.cited_at)}" if claim.locator else ""
        yield f"reported by {paper}{page}, on {plain(material.label(claim.holder))}{locator}"
    if claim.reported_by:
        yield f"at second hand, from {plain(material.label(claim.reported_by))}"
    if claim.origin is Origin.HAND:
        yield f"coded by {plain(claim.coder)}" if claim.coder else "coded by hand"
    else:
        yield f"extracted, confidence {claim.confidence:.2f}"
