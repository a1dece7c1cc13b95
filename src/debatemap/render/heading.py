"""The head of the axis view: the thesis, how much was read, and what stands at either pole."""

from __future__ import annotations

from dataclasses import dataclass, field

from debatemap.model import ArgumentGraph, Debate, Pole
from debatemap.render.cast import Cast
from debatemap.render.shapes import Text
from debatemap.render.text import one_line, wrap
from debatemap.render.theme import Sizes, Theme
from debatemap.render.words import counted


@dataclass(slots=True)
class Head:
    """Lines of text gathered from `y` on downwards, between `left` and `right`."""

    left: float
    right: float
    theme: Theme
    sizes: Sizes
    texts: list[Text] = field(default_factory=list)
    y: float = 0.0


def lay_title(head: Head, graph: ArgumentGraph, cast: Cast) -> None:
    """Add the debate's title, its thesis, and how many scholars, claims and papers are drawn."""
    sizes, theme = head.sizes, head.theme
    head.y = sizes.margin + 10
    title = f"{one_line(graph.debate.title)}: the thesis"
    for line in wrap(title, sizes.head - 2, head.right - head.left, bold=True, lines=1):
        head.texts.append(Text(head.left, head.y, line, sizes.head - 2, theme.faint, "debate", bold=True))
    for line in wrap(graph.debate.thesis, sizes.title, head.right - head.left, bold=True, lines=3):
        head.y += sizes.title * 1.25
        head.texts.append(Text(head.left, head.y, line, sizes.title, theme.ink, "thesis", bold=True))
    head.y += 18
    claims = [claim for standing in cast.drawn for claim in standing.claims]
    counts = (
        f"Who stands where toward this thesis: {counted(len(cast.drawn), 'scholar')}, "
        f"{counted(len(claims), 'claim')} from {counted(len({c.paper for c in claims}), 'paper')}"
    )
    head.texts.append(Text(head.left, head.y, counts, sizes.small + 1.5, theme.faint, "summary"))
    head.y += 28


def lay_poles(head: Head, debate: Debate, left: float, right: float) -> None:
    """Add side, name and statement at either end of the axis, `left` and `right`."""
    width = (right - left) / 2 - 20
    ends = (
        _pole(
            head,
            debate.attack,
            "←  against the thesis",
            (left, "l", head.theme.against_line, "against"),
            width,
        ),
        _pole(
            head, debate.support, "for the thesis  →", (right, "r", head.theme.favour_line, "favour"), width
        ),
    )
    head.y = max(ends) + 12


def _pole(head: Head, pole: Pole, side: str, look: tuple[float, str, str, str], width: float) -> float:
    """Where the last line stands."""
    x, align, colour, role = look
    ink, sizes, y = head.theme.ink, head.sizes, head.y
    head.texts.append(Text(x, y, side, sizes.small, colour, f"side {role}", bold=True, align=align))
    y += 2
    for line in wrap(pole.name, sizes.head + 1, width, bold=True, lines=2):
        y += 17
        head.texts.append(Text(x, y, line, sizes.head + 1, ink, "pole", bold=True, align=align))
    for line in wrap(pole.statement, sizes.small + 1, width, lines=4):
        y += 14
        head.texts.append(Text(x, y, line, sizes.small + 1, ink, "statement", align=align))
    return y
