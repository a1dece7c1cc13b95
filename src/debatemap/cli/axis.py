"""The axis from pole to pole, drawn in characters: ├──━━●━━━──┼──────────┤."""

from __future__ import annotations

import textwrap

from rich.text import Text

from debatemap.cli.terminal import AGAINST, FOR
from debatemap.model import Pole


def draw_axis(position: float, lower: float, upper: float, width: int) -> Text:
    """A line of `width` characters (at least 5, best odd) with interval and position, each -1 to +1.

    The mark is hollow while the interval covers the middle, as on the map.

    >>> draw_axis(-0.5, -0.75, -0.25, 17).plain
    '├─━━●━━─┼───────┤'
    >>> draw_axis(-0.5, -0.75, 0.0, 17).plain
    '├─━━○━━━┿───────┤'
    """
    at, first, last = (_column(value, width) for value in (position, lower, upper))
    colour = AGAINST if position < 0 else FOR if position > 0 else ""
    middle = (width - 1) // 2
    line = Text()
    for column in range(width):
        inside = first <= column <= last
        if column == at:
            line.append("○" if lower <= 0 <= upper else "●", f"bold {colour}")
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
    """The poles' names over the ends of an axis, in several lines where they do not fit side by side.

    >>> draw_poles(Pole("harmless", ""), Pole("harmful", ""), 20).plain
    'harmless     harmful'
    >>> draw_poles(Pole("no harm at all", ""), Pole("harmful", ""), 17).plain.splitlines()
    ['no harm          ', 'at all    harmful']
    >>> draw_poles(Pole("uniformitarian", ""), Pole("exceptionalist", ""), 29).plain.splitlines()
    ['uniformitarian               ', '               exceptionalist']
    """
    room = width - 2
    longest = [max(map(len, pole.name.split()), default=0) for pole in (attack, support)]
    if sum(longest) > room:  # one below the other rather than broken
        whole = [Text(f"{line:<{width}}", AGAINST) for line in _wrap(attack.name, width)]
        whole += [Text(f"{line:>{width}}", FOR) for line in _wrap(support.name, width)]
        return Text("\n").join(whole)
    right = _wrap(support.name, max(room // 2, longest[1]))
    # What one name does not need is the other's.
    left = _wrap(attack.name, room - max(map(len, right)))
    right = _wrap(support.name, room - max(map(len, left)))
    height = max(len(left), len(right))
    lines = []
    for one, other in zip(_sunk(left, height), _sunk(right, height), strict=True):
        line = Text(one, AGAINST).append(" " * (width - len(one) - len(other)))
        lines.append(line.append(other, FOR))
    return Text("\n").join(lines)


def _wrap(name: str, width: int) -> list[str]:
    """Lines at most so wide; broken at hyphens too, and within a word only where it is longer."""
    return [line.strip() for line in textwrap.wrap(name, width)] or [""]


def _sunk(lines: list[str], height: int) -> list[str]:
    return [""] * (height - len(lines)) + lines


def _column(value: float, width: int) -> int:
    return round((max(-1.0, min(1.0, value)) + 1) / 2 * (width - 1))
