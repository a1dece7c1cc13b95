"""How the figures came about, in a paragraph, and what the program could not resolve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debatemap.model import Origin
from debatemap.report.material import Doubt, Material, is_placed
from debatemap.report.reliability import Reliability, measure_reliability
from debatemap.report.words import counted, listed, plain, quoted

_FEW = 10
"""Fewer doubly coded statements say little of the coders."""


def methods(material: Material) -> Iterator[str]:
    """Papers, claims, coders, reliability, models and versions."""
    origins = Counter(claim.origin for claim in material.claims)
    hand, extracted = origins[Origin.HAND], origins[Origin.EXTRACTED]
    gave_way = f" {counted(material.overridden, 'extracted claim')} gave way." if material.overridden else ""
    version = material.versions.get("debatemap", "")
    yield (
        f"{counted(len(material.papers), 'paper was', 'papers were')} read with "
        + f"debatemap {plain(version)}".rstrip()
        + f", which found {counted(extracted, 'claim')} word for word in the texts, with who holds each "
        "(by grammar, citations and a logistic model) and on which side of the thesis it stands (two "
        "logistic models over features of language, one of them a language model’s reading of claim and "
        f"thesis{_fitted(material.fitted)}; confidence is the probability of the stance). "
        + (f"{counted(hand, 'claim')} {'was' if hand == 1 else 'were'} coded by hand; where hand coding and "
           f"extraction meet the same statement, the hand counts.{gave_way} " if hand else "")
        + _reliability(measure_reliability(material.claims), hand)
        + " Positions run from −1 to +1 and follow from the claims, weighted by confidence, and from who "
        "supports and attacks whom; the 90 % intervals hold the doubt about stances, about few claims, and "
        "about how each paper frames others."
    )  # fmt: skip
    if material.versions:
        used = listed([f"{plain(name)} {plain(number)}" for name, number in material.versions.items()])
        yield f"Versions: {used}."
    unread = sorted({claim.paper for claim in material.claims} - set(material.papers))
    if unread:
        labels = "; ".join(material.label(key) for key in unread)
        yield f"Coded by hand alone, not among the papers read: {plain(labels)}."
    if material.papers:
        yield f"Papers read: {plain('; '.join(material.label(key) for key in material.papers))}."


def _fitted(coded: int) -> str:
    return f", fitted to {counted(coded, 'hand-coded claim')} of this debate" if coded else ""


def _reliability(found: Reliability, hand: int) -> str:
    if not hand:
        return "No claim was coded by hand, so that nothing is known of the reliability of the stances here."
    if not found.coders:
        return "The coders are not named, so that their reliability cannot be computed."
    names = plain(listed(found.coders))
    if len(found.coders) == 1:
        return f"There was only one coder ({names}), so that reliability cannot be computed."
    told = f"{counted(len(found.coders), 'coder')} ({names}) coded"
    if not found.statements:
        return f"{told} different statements, so that reliability cannot be computed."
    shared = counted(found.statements, "statement")
    caution = "; so few statements say little" if found.statements < _FEW else ""
    if found.alpha is None:
        return f"{told}, among others, the same {shared}, all of one stance, so that no alpha is defined."
    return (
        f"{told}, among others, the same {shared} and agreed on {found.agreed:,} of them: "
        f"Krippendorff’s alpha (ordinal) {found.alpha:.2f}{caution}.".replace("-", "−")
    )


def unresolved(material: Material) -> Iterator[str]:
    """Citations without a sure work, who could not be placed, and who is no scholar."""
    lost = [doubt for doubt in material.doubts if not doubt.work]
    assumed = [doubt for doubt in material.doubts if doubt.work]
    if lost:
        yield f"{counted(len(lost), 'citation')} could not be given a work:"
        yield "\n".join(f"- {_doubt(doubt, material)}" for doubt in lost)
    if assumed:
        yield f"{counted(len(assumed), 'citation')} whose work was inferred:"
        yield "\n".join(f"- {_doubt(doubt, material)}" for doubt in assumed)
    unplaced = [plain(row.scholar) for row in material.scholars if not is_placed(row)]
    if unplaced:
        yield f"Without a claim for or against, and so without a position: {'; '.join(unplaced)}."
    others = Counter(claim.scholar for claim in material.claims if not claim.is_scholars)
    if others:
        yield f"Claims of speakers who are no scholars, not placed: {plain('; '.join(sorted(others)))}."
    if not (lost or assumed or unplaced or others):
        yield "Nothing was left unresolved."


def _doubt(doubt: Doubt, material: Material) -> str:
    page = f", p. {plain(doubt.page)}" if doubt.page else ""
    taken = f": taken for {plain(material.label(doubt.work))}" if doubt.work else ""
    why = f" ({plain(doubt.note)})" if doubt.note else ""
    return f"{quoted(doubt.citation)} in {plain(material.label(doubt.paper))}{page}{taken}{why}"
