"""The head of a view: the thesis, how much was read, and what stands at either pole."""

from __future__ import annotations

from dataclasses import dataclass, field

from debatemap.model import Debate, Pole
from debatemap.render.shapes import Text
from debatemap.render.text import one_line, wrap
from debatemap.render.theme import Sizes, Theme


@dataclass(slots=True)
class Head:
    """Lines of text gathered from `y` on downwards, between `left` and `right`."""

    left: float
    right: float
    theme: Theme
    sizes: Sizes
    texts: list[Text] = field(default_factory=list)
    y: float = 0.0


def lay_title(head: Head, debate: Debate, summary: str) -> None:
    """Add the debate's title, its thesis, and a sentence on what is drawn."""
    sizes, theme = head.sizes, head.theme
    size = max(sizes.head - 2 * sizes.scale, sizes.small)
    head.y = sizes.margin + size
    title = one_line(debate.title)
    title += " The thesis" if title.endswith(("?", "!", ".")) else ": the thesis"
    for line in wrap(title, size, head.right - head.left, bold=True, lines=1):
        head.texts.append(Text(head.left, head.y, line, size, theme.faint, "debate", bold=True))
    for line in wrap(debate.thesis, sizes.title, head.right - head.left, bold=True, lines=3):
        head.y += sizes.title * 1.25
        head.texts.append(Text(head.left, head.y, line, sizes.title, theme.ink, "thesis", bold=True))
    head.y += 4 * sizes.scale
    size = sizes.small + 1.5 * sizes.scale
    for line in wrap(summary, size, head.right - head.left, lines=3):
        head.y += size * 1.27
        head.texts.append(Text(head.left, head.y, line, size, theme.faint, "summary"))
    head.y += 24 * sizes.scale


def lay_poles(head: Head, debate: Debate, left: float, right: float) -> None:
    """Add side, name and statement at either end of the axis, `left` and `right`."""
    width = (right - left) / 2 - 10 * head.sizes.scale
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
    head.y = max(ends) + 12 * head.sizes.scale


def _pole(head: Head, pole: Pole, side: str, look: tuple[float, str, str, str], width: float) -> float:
    """Where the last line stands."""
    x, align, colour, role = look
    ink, sizes, y = head.theme.ink, head.sizes, head.y
    head.texts.append(Text(x, y, side, sizes.small, colour, f"side {role}", bold=True, align=align))
    scale = sizes.scale
    y += 2 * scale
    size = sizes.head + scale
    for line in wrap(pole.name, size, width, bold=True, lines=2):
        y += size + 3 * scale
        head.texts.append(Text(x, y, line, size, ink, "pole", bold=True, align=align))
    size = sizes.small + scale
    for line in wrap(pole.statement, size, width, lines=4 if sizes.gist else 6):
        y += size + 3.5 * scale
        head.texts.append(Text(x, y, line, size, ink, "statement", align=align))
    return y
