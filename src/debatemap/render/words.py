"""Numbers and counts as the pictures say them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from debatemap.model import Claim, Origin, Position, Relation, RelationKind, Stance
from debatemap.render.cast import Tie
from debatemap.render.text import one_line

_MOST = 12
"""So many claims a tooltip lists; it counts the others."""

SIGNS = {Stance.SUPPORT: "+", Stance.ATTACK: "−", Stance.NEUTRAL: "○"}
VERBS = {RelationKind.SUPPORT: "supports", RelationKind.ATTACK: "attacks"}


def signed(number: float) -> str:
    """A position with its sign: "+0.80", "−0.90", "0.00".

    >>> signed(-0.9)
    '−0.90'
    """
    rounded = f"{abs(number):.2f}"
    return rounded if float(rounded) == 0 else ("−" if number < 0 else "+") + rounded


def counted(number: int, noun: str) -> str:
    """A number and its noun, in the plural where that is due.

    >>> counted(1, "claim"), counted(3, "claim")
    ('1 claim', '3 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def summed_up(claims: Sequence[Claim], *, brief: bool = False) -> str:
    """Claims on each side, and how many of them were coded by hand: "3 against · 1 for · 2 by hand".

    `brief`: those for and against alone.
    """
    against, favour, neutral = (
        sum(claim.stance is side for claim in claims)
        for side in (Stance.ATTACK, Stance.SUPPORT, Stance.NEUTRAL)
    )
    by_hand = sum(claim.origin is Origin.HAND for claim in claims)
    parts = [f"{against} against" if against else "", f"{favour} for" if favour else ""]
    if brief and against + favour:
        return " · ".join(part for part in parts if part)
    parts += [f"{neutral} neutral" if neutral else ""]
    parts += [f"{by_hand} by hand" if by_hand else ""]
    return " · ".join(part for part in parts if part)


def row_tooltip(name: str, place: Position, claims: Sequence[Claim]) -> str:
    """What hovering over a scholar or a work shows: position, interval, counts, claims."""
    interval = f"{signed(place.lower)} to {signed(place.upper)}"
    lines = [name, f"position {signed(place.position)}, 90 % interval {interval}"]
    lines.append(f"{summed_up(claims)} · {counted(len({claim.paper for claim in claims}), 'paper')}")
    lines += [claim_line(claim) for claim in claims[:_MOST]]
    return "\n".join([*lines, *_more(len(claims), "claim")])


def tie_tooltip(tie: Tie) -> str:
    """What hovering over an edge shows: who does what to whom, and where that is said."""
    head = f"{one_line(tie.source)} {VERBS[tie.kind]} {one_line(tie.target)}"
    return "\n".join([head, *relation_lines(tie.relations)])


def relation_lines(relations: Sequence[Relation]) -> list[str]:
    """Where relations are said, a line each; beyond a dozen they are counted."""
    lines = []
    for relation in relations[:_MOST]:
        said = one_line(relation.evidence) or one_line(relation.note)
        coded = ", by hand" if relation.origin is Origin.HAND else ""
        lines.append(f"{said} ({relation.paper}{coded})" if said else f"({relation.paper}{coded})")
    return [*lines, *_more(len(relations), "relation")]


def listed(names: Iterable[str], most: int = 6) -> str:
    """Names with commas; beyond `most` they are counted."""
    found = list(names)
    shown = ", ".join(one_line(name) for name in found[:most])
    return f"{shown} and {len(found) - most} more" if len(found) > most else shown


def claim_line(claim: Claim) -> str:
    """A claim with its side and its place: "+ the claim (paper, p. 3, by hand)"."""
    page = f", p. {claim.page}" if claim.page else ""
    coded = ", by hand" if claim.origin is Origin.HAND else ""
    return f"{SIGNS[claim.stance]} {one_line(claim.text)} ({claim.paper}{page}{coded})"


def _more(number: int, noun: str) -> list[str]:
    return [f"… and {counted(number - _MOST, 'more ' + noun)}"] if number > _MOST else []
