"""Edges and moves as lines: what tells support from attack, the sure from the doubtful."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.render.routes import HEAD, Plan, draw_route
from debatemap.render.rows import Link, Move
from debatemap.render.shapes import Disc, Path, Text
from debatemap.render.theme import Sizes, Theme, mix

PALE = 0.5
"""How far the colour of what is doubtful goes toward the paper's."""


def draw_link(
    link: Link,
    number: int,
    plan: Plan,
    dots: Sequence[tuple[float, float, float]],
    *,
    theme: Theme,
    sizes: Sizes,
) -> Path:
    """The line of a link: solid green supports, dashed orange attacks, dotted grey is one scholar's way."""
    points, tip = draw_route(plan, dots[plan.source], dots[plan.target], scale=sizes.scale)
    colour = {"support": theme.supports, "attack": theme.attacks}.get(link.kind, theme.faint)
    if link.doubtful:
        colour = mix(colour, theme.paper, PALE)
    width = min(1.3 + 0.5 * (max(len(link.relations), 1) - 1), 3.3) * sizes.scale
    return Path(
        points,
        colour,
        width=round(width, 2),
        role=" ".join(["tie", link.kind, *(["doubtful"] if link.doubtful else [])]),
        dash={"attack": "dashed", "move": "dotted"}.get(link.kind, ""),
        tip=tip,
        open_head=link.kind == "attack",
        tail=link.by_hand,
        tie=number,
        ends=(f"dot{plan.source}", f"dot{plan.target}"),
        tooltip=link.tooltip,
        data=link.data,
    )


def draw_move(
    move: Move, owner: int, ends: tuple[float, float], y: float, *, theme: Theme, sizes: Sizes
) -> tuple[Path, Disc, list[Text]]:
    """An arrow from where a scholar stood to where the next work stands, a year at either end.

    Pale and dotted when the intervals overlap: the scholar may not have moved at all.
    """
    start, end = ends
    to = 1 if end > start else -1
    colour = theme.ink if move.settled else theme.faint
    radius = 2.4 * sizes.scale
    begin = start + to * radius
    head = min(HEAD * sizes.scale, abs(end - begin) * 0.7)
    last = end - to * head
    points = tuple((begin + (last - begin) * part / 3, y) for part in range(4))
    role = "move" if move.settled else "move doubtful"
    path = Path(
        points,
        colour,
        round((1.6 if move.settled else 1.1) * sizes.scale, 2),
        role,
        dash="" if move.settled else "dotted",
        tip=(end, y),
        owner=owner,
    )
    words = []
    for x, year, away in ((start, move.years[0], -to), (end, move.years[1], to)):
        at = x + away * 5 * sizes.scale
        align = "r" if away < 0 else "l"
        base = y + 0.33 * sizes.small
        words.append(Text(at, base, year, sizes.small, theme.faint, "year", align=align, owner=owner))
    return path, Disc(start, y, radius, theme.paper, colour, "was", owner=owner), words
