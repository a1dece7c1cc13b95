"""What a layout consists of, in points, x to the right and y down from the upper left corner.

`owner`: the number of the group (a scholar, a work, a claim) that a shape belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

Point = tuple[float, float]
Data = tuple[tuple[str, str], ...]
"""Names and values that a mark carries as `data-` attributes."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `x`, `y` is its upper left corner; outlined where `line` is a colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    role: str
    rounded: bool = False
    line: str = ""
    dashed: bool = False
    owner: int | None = None
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle with its outline; a second outline lies `ring` points outside, where that is not 0."""

    x: float
    y: float
    radius: float
    fill: str
    line: str
    role: str
    ring: float = 0
    owner: int | None = None
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its base line; `x` its left end, or its right end when `align` is "r"."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    role: str
    bold: bool = False
    italic: bool = False
    align: str = "l"
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A line along cubic Bézier pieces (1 + 3n points), with an arrow head at `tip` unless None.

    `dash`: "", "dashed" or "dotted"; `tail`: a dot where it begins; `ends`: the
    names of the discs or boxes that it joins ("dot3", "box5"), for the drawing program wants some.
    """

    points: tuple[Point, ...]
    colour: str
    width: float
    role: str
    dash: str = ""
    tip: Point | None = None
    open_head: bool = False
    tail: bool = False
    tie: int | None = None
    owner: int | None = None
    ends: tuple[str, str] | None = None
    tooltip: str = ""
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together on the picture: `role` is its class, `id` its place among its like."""

    role: str
    id: str
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture: `boxes` lie under `paths`, `discs` and `texts`.

    `title`, `description`: what a screen reader says of the whole; `prefix` keeps the ids of several
    pictures on one page apart; `paper`: colour of the ground; `scale`: of outlines and arrow heads;
    `millimetres`: the width in print, 0 when the picture has none.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    discs: tuple[Disc, ...]
    texts: tuple[Text, ...]
    title: str
    description: str
    groups: tuple[Group, ...] = ()
    prefix: str = ""
    paper: str = "#ffffff"
    scale: float = 1.0
    millimetres: float = 0


Shape = TypeVar("Shape", Box, Disc, Text, Path)


def moved(shape: Shape, x: float, y: float) -> Shape:
    """The shape so many points farther to the right and down."""
    if isinstance(shape, Path):
        tip = (shape.tip[0] + x, shape.tip[1] + y) if shape.tip else None
        return replace(shape, points=tuple((a + x, b + y) for a, b in shape.points), tip=tip)
    return replace(shape, x=shape.x + x, y=shape.y + y)
