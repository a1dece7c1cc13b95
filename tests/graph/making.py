"""Small parts of which the tests build graphs."""

from __future__ import annotations

from debatemap.model import (
    Claim,
    Debate,
    Name,
    Origin,
    Pole,
    Reference,
    Relation,
    RelationKind,
    Span,
    Stance,
    Status,
    Via,
)

DEBATE = Debate(
    "Tea and health",
    "Tea is good for the heart.",
    Pole("harmful", "Tea harms the heart."),
    Pole("healthy", "Tea protects the heart."),
)


def claim(
    paper: str,
    holder: str,
    text: str,
    stance: Stance = Stance.SUPPORT,
    *,
    at: tuple[int, int] | None = None,
    hand: bool = False,
    status: Status = Status.PROPOSED,
    confidence: float = 0.8,
    coder: str = "",
) -> Claim:
    origin = Origin.HAND if hand else Origin.EXTRACTED
    span = Span(*at) if at else None
    number = f"{paper}/{holder}/{text}/{origin}"
    return Claim(
        number, paper, holder, "", text, stance, confidence, Via.NARRATIVE, text, span,
        origin=origin, status=status, coder=coder,
    )  # fmt: skip


def relation(
    paper: str,
    source: str,
    target: str,
    kind: RelationKind,
    *,
    status: Status = Status.PROPOSED,
    confidence: float = 0.8,
) -> Relation:
    number = f"{paper}/{source}/{target}/{kind}"
    return Relation(number, paper, source, target, kind, "", None, confidence, status=status)


def work(key: str, *authors: str, year: str = "", aliases: tuple[str, ...] = ()) -> Reference:
    """ "K. Sato" is an author with an initial, "Sato" one without."""
    names = tuple(
        Name(author.rsplit(" ", 1)[-1], author.rsplit(" ", 1)[0] if " " in author else "")
        for author in authors
    )
    return Reference(key, names, year or key.rsplit("-", 1)[-1], aliases=aliases)
