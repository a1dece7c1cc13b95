"""Numbers and counts as the pictures say them."""

from __future__ import annotations

from collections.abc import Iterable

from debatemap.model import Claim, Origin, RelationKind, Stance
from debatemap.render.cast import Standing, Tie
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


def summed_up(standing: Standing) -> str:
    """Claims on each side, and how many of them were coded by hand: "3 against · 1 for · 2 by hand"."""
    against, favour = standing.count(Stance.ATTACK), standing.count(Stance.SUPPORT)
    neutral = standing.count(Stance.NEUTRAL)
    parts = [f"{against} against" if against else "", f"{favour} for" if favour else ""]
    parts += [f"{neutral} neutral" if neutral else ""]
    parts += [f"{standing.by_hand} by hand" if standing.by_hand else ""]
    return " · ".join(part for part in parts if part)


def standing_tooltip(standing: Standing) -> str:
    """What hovering over a scholar shows: position, interval, counts, claims."""
    place = standing.position
    lines = [one_line(standing.name)]
    if place is not None:
        interval = f"{signed(place.lower)} to {signed(place.upper)}"
        lines.append(f"position {signed(place.position)}, 90 % interval {interval}")
    lines.append(f"{summed_up(standing)} · {counted(standing.papers, 'paper')}")
    lines += [_claim_line(claim) for claim in standing.claims[:_MOST]]
    return "\n".join([*lines, *_more(len(standing.claims), "claim")])


def tie_tooltip(tie: Tie) -> str:
    """What hovering over an edge shows: who does what to whom, and where that is said."""
    lines = [f"{one_line(tie.source)} {VERBS[tie.kind]} {one_line(tie.target)}"]
    for relation in tie.relations[:_MOST]:
        said = one_line(relation.evidence) or one_line(relation.note)
        coded = ", by hand" if relation.origin is Origin.HAND else ""
        lines.append(f"{said} ({relation.paper}{coded})" if said else f"({relation.paper}{coded})")
    return "\n".join([*lines, *_more(len(tie.relations), "relation")])


def listed(names: Iterable[str], most: int = 6) -> str:
    """Names with commas; beyond `most` they are counted."""
    found = list(names)
    shown = ", ".join(one_line(name) for name in found[:most])
    return f"{shown} and {len(found) - most} more" if len(found) > most else shown


def _claim_line(claim: Claim) -> str:
    page = f", p. {claim.page}" if claim.page else ""
    coded = ", by hand" if claim.origin is Origin.HAND else ""
    return f"{SIGNS[claim.stance]} {one_line(claim.text)} ({claim.paper}{page}{coded})"


def _more(number: int, noun: str) -> list[str]:
    return [f"… and {counted(number - _MOST, 'more ' + noun)}"] if number > _MOST else []
