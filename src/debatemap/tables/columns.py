"""The data contract: which columns the tables have, in which order, and how a value is written."""

from __future__ import annotations

from collections.abc import Iterable

from debatemap.model import Citation, Claim, Document, Position, Relation, Span

CLAIM_COLUMNS = (
    "id",
    "paper",
    "holder",
    "scholar",
    "claim",
    "stance",
    "confidence",
    "via",
    "evidence",
    "start",
    "end",
    "page",
    "locator",
    "reported_by",
    "rule",
    "origin",
    "status",
    "coder",
    "note",
    "lean",
)
RELATION_COLUMNS = (
    "id",
    "paper",
    "source",
    "target",
    "relation",
    "evidence",
    "start",
    "end",
    "confidence",
    "rule",
    "origin",
    "status",
)
POSITION_COLUMNS = (
    "scholar",
    "holder",
    "year",
    "position",
    "lower",
    "upper",
    "support",
    "attack",
    "neutral",
    "papers",
    "reported",
    "own",
)
DOUBTFUL_COLUMNS = ("paper", "citation", "start", "end", "page", "work", "candidates", "note")

Value = str | int | float | None
"""What a cell holds; None is an empty cell."""


def number(value: float) -> float:
    """Rounded to three decimals, never a negative zero."""
    return round(value, 3) + 0.0


def start_of(span: Span | None) -> int:
    """For sorting: what stands nowhere in the text comes first."""
    return -1 if span is None else span.start


def claim_row(claim: Claim) -> dict[str, Value]:
    """A claim as the cells of its row, in the contract's order."""
    span = claim.span
    return {
        "id": claim.id,
        "paper": claim.paper,
        "holder": claim.holder,
        "scholar": claim.scholar,
        "claim": claim.text,
        "stance": claim.stance.value,
        "confidence": number(claim.confidence),
        "via": claim.via.value,
        "evidence": claim.evidence,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "page": claim.page,
        "locator": claim.locator,
        "reported_by": claim.reported_by,
        "rule": claim.rule,
        "origin": claim.origin.value,
        "status": claim.status.value,
        "coder": claim.coder,
        "note": claim.note,
        "lean": None if claim.lean is None else number(claim.lean),
    }


def relation_row(relation: Relation) -> dict[str, Value]:
    """A relation as the cells of its row, in the contract's order."""
    span = relation.span
    return {
        "id": relation.id,
        "paper": relation.paper,
        "source": relation.source,
        "target": relation.target,
        "relation": relation.relation.value,
        "evidence": relation.evidence,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "confidence": number(relation.confidence),
        "rule": relation.rule,
        "origin": relation.origin.value,
        "status": relation.status.value,
    }


def position_row(position: Position) -> dict[str, Value]:
    """A position as the cells of its row, in the contract's order."""
    return {
        "scholar": position.scholar,
        "holder": position.holder,
        "year": position.year,
        "position": number(position.position),
        "lower": number(position.lower),
        "upper": number(position.upper),
        "support": position.support,
        "attack": position.attack,
        "neutral": position.neutral,
        "papers": position.papers,
        "reported": None if position.reported is None else number(position.reported),
        "own": None if position.own is None else number(position.own),
    }


def doubtful_row(document: Document, citation: Citation) -> dict[str, Value]:
    """A citation without a sure work as the cells of its row."""
    values = (
        document.key,
        " ".join(citation.span.of(document.text).split()),
        citation.span.start,
        citation.span.end,
        document.page_at(citation.span.start),
        citation.key,
        " ".join(citation.candidates),
        citation.note,
    )
    return dict(zip(DOUBTFUL_COLUMNS, values, strict=True))


def claims_in_order(claims: Iterable[Claim]) -> list[Claim]:
    """By paper, place, holder, id: the order of outputs/claims.csv."""
    return sorted(claims, key=lambda c: (c.paper, start_of(c.span), c.holder, c.id))


def relations_in_order(relations: Iterable[Relation]) -> list[Relation]:
    """By paper, place, source, target, id: the order of outputs/relations.csv."""
    return sorted(relations, key=lambda r: (r.paper, start_of(r.span), r.source, r.target, r.id))


def positions_in_order(positions: Iterable[Position]) -> list[Position]:
    """By scholar; the scholar's own row first, then the works by year: outputs/positions.csv."""
    return sorted(positions, key=lambda p: (p.scholar, p.holder != "", p.year, p.holder))
