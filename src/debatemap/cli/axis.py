"""The axis from pole to pole, drawn in characters: ├──━━●━━━──┼──────────┤."""

from __future__ import annotations

from rich.text import Text

from debatemap.cli.terminal import AGAINST, FOR
from debatemap.model import Pole


def draw_axis(position: float, lower: float, upper: float, width: int) -> Text:
    """A line of `width` characters (at least 5, best odd) with interval and position, each -1 to +1.

    >>> draw_axis(-0.5, -0.75, 0.0, 17).plain
    '├─━━●━━━┿───────┤'
    """
    at, first, last = (_column(value, width) for value in (position, lower, upper))
    colour = AGAINST if position < 0 else FOR if position > 0 else ""
    middle = (width - 1) // 2
    line = Text()
    for column in range(width):
        inside = first <= column <= last
        if column == at:
            line.append("●", f"bold {colour}")
        elif column == 0:
            line.append("┝" if inside else "├", colour if inside else "dim")
        elif column == width - 1:
            line.append("┥" if inside else "┤", colour if inside else "dim")
        elif column == middle:
            line.append("┿" if inside else "┼", colour if inside else "dim")
        else:
            line.append("━" if inside else "─", colour if inside else "dim")
    return line


def draw_poles(attack: Pole, support: Pole, width: int) -> Text:
    """The poles' names over the ends of an axis, the longer one shortened where they do not fit.

    >>> draw_poles(Pole("harmless", ""), Pole("harmful", ""), 20).plain
    'harmless     harmful'
    """
    room = width - 2
    left, right = attack.name, support.name
    if len(left) + len(right) > room:
        half = room // 2
        keep_left = max(half, room - len(right))
        left = _cut(left, keep_left)
        right = _cut(right, room - len(left))
    line = Text(left, AGAINST)
    line.append(" " * (width - len(left) - len(right)))
    return line.append(right, FOR)


def _column(value: float, width: int) -> int:
    return round((max(-1.0, min(1.0, value)) + 1) / 2 * (width - 1))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
