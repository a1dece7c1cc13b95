"""The middle of the view of arguments: a block for each scholar, claims against left and for right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debatemap.model import Stance
from debatemap.render.blocks import Block
from debatemap.render.dots import draw_dot, place_dots
from debatemap.render.fitting import Ways
from debatemap.render.marks import draw_link
from debatemap.render.nodes import Column, Marks, lay_claim
from debatemap.render.routes import Plan, rooms
from debatemap.render.rows import Link, Row
from debatemap.render.shapes import Box, Path, Text
from debatemap.render.text import shorten, text_width
from debatemap.render.theme import Sizes, Theme
from debatemap.render.words import signed

_GAP = 7.0
"""Between two claims."""
_SPINE = 22.0
"""From either column to the line between them that leads to the thesis."""
_INDENT = 27.0
"""From the column of the scholars' dots to the claims."""
_LINK_MARK = 3.0
"""Half the size of the mark of a node on an edge between scholars, where there is room."""


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks as shapes; y counts from their upper edge, x from the column of dots.

    `width`: of all of it; `indent`: where the columns begin.
    """

    marks: Marks
    height: float
    width: float
    indent: float


def lay_body(
    blocks: Sequence[Block],
    rows: Sequence[Row],
    ways: Ways,
    *,
    width: float,
    thesis: str,
    strengths: Mapping[str, float],
    theme: Theme,
    sizes: Sizes,
) -> Body:
    """Stack the blocks below the thesis; `rows`: the same scholars, with place and counts."""
    scale = sizes.scale
    marks = Marks(theme, sizes)
    placed = place_dots(rows, sizes, 0.0)
    outer = placed.outer
    indent = _INDENT * scale
    spine = indent + (width - indent) / 2
    columns = {
        Stance.ATTACK: Column(indent, spine - _SPINE * scale, spine),
        Stance.SUPPORT: Column(spine + _SPINE * scale, width, spine),
    }
    needed = rooms(ways.plans, len(rows))
    y = _lay_thesis(marks, thesis, spine) + 10 * scale
    last, ys, owner = y, [], len(rows)
    for number, (block, row) in enumerate(zip(blocks, rows, strict=True)):
        above, below = needed[number]
        middle = y + max(16 * scale, outer[number] + 2, above + 4 * scale)
        ys.append(middle)
        marks.discs.append(draw_dot(row, number, (0.0, middle, placed.radii[number]), theme, sizes))
        head = _lay_name(marks, row, number, columns[Stance.ATTACK], middle)
        # The heads stand in the left column, so that the right one begins beside them.
        tops = {Stance.ATTACK: head, Stance.SUPPORT: middle - 12 * scale}
        for claim in block.claims:
            top = tops[claim.stance]
            bottom = lay_claim(marks, claim, columns[claim.stance], top, owner=owner, strengths=strengths)
            tops[claim.stance] = bottom + _GAP * scale
            last = max(last, (top + bottom) / 2)
            owner += 1
        more = {Stance.ATTACK: block.more_against, Stance.SUPPORT: block.more_for}
        ends = [middle + max(outer[number] + 2, below + 4 * scale)]
        ends += [_lay_more(marks, more[side], columns[side], tops[side], number) for side in columns]
        y = max(ends) + 13 * scale
    _lay_spine(marks, spine, last)
    dots = [(0.0, middle, reach) for middle, reach in zip(ys, outer, strict=True)]
    for number, (link, plan) in enumerate(zip(ways.links, ways.plans, strict=True)):
        marks.paths.append(draw_link(link, number, plan, dots, theme=theme, sizes=sizes))
        _mark_link(marks, link, plan, ys, min(_LINK_MARK * scale, 0.42 * ways.spacing))
    return Body(marks, y, width, indent)


def _lay_thesis(marks: Marks, thesis: str, spine: float) -> float:
    """The thesis as a node; where it ends."""
    theme, sizes = marks.theme, marks.sizes
    size, pad = sizes.small + sizes.scale, 6 * sizes.scale
    width, height = text_width(thesis, size, bold=True) + 2 * pad, size + 2 * pad
    box = Box(spine - width / 2, 0, width, height, theme.paper, "thesis-node", line=theme.ink)
    marks.boxes.append(box)
    base = pad + 0.82 * size
    marks.texts.append(Text(spine, base, thesis, size, theme.ink, "thesis-node", bold=True, align="c"))
    return height


def _lay_spine(marks: Marks, spine: float, last: float) -> None:
    """The line on which everything that bears on the thesis leads up to it."""
    theme, sizes = marks.theme, marks.sizes
    top = sizes.small + sizes.scale + 12 * sizes.scale
    head = 8 * sizes.scale
    if last > top + head:
        points = tuple((spine, last + (top + head - last) * part / 3) for part in range(4))
        width = round(1.6 * sizes.scale, 2)
        marks.paths.append(Path(points, theme.faint, width, "spine", tip=(spine, top + 1)))


def _lay_name(marks: Marks, row: Row, number: int, column: Column, middle: float) -> float:
    """Name, position and counts over the left column; where the claims below begin."""
    theme, sizes = marks.theme, marks.sizes
    scale, width = sizes.scale, column.right - column.left
    name = shorten(row.name, sizes.name, width, bold=True)
    base = middle - 1 * scale
    marks.texts.append(Text(column.left, base, name, sizes.name, theme.ink, "name", bold=True, owner=number))
    base += sizes.small + 3 * scale
    counts = shorten(f"{signed(row.place.position)} · {row.counts}", sizes.small, width)
    marks.texts.append(Text(column.left, base, counts, sizes.small, theme.faint, "counts", owner=number))
    return base + 0.3 * sizes.small + 5 * scale


def _lay_more(marks: Marks, more: int, column: Column, top: float, owner: int) -> float:
    """How many claims a column leaves out; where it ends."""
    sizes = marks.sizes
    if not more:
        return top
    base = top + 0.8 * sizes.small
    words = shorten(f"and {more} more, not drawn", sizes.small, column.right - column.left)
    marks.texts.append(Text(column.left, base, words, sizes.small, marks.theme.faint, "more", owner=owner))
    return base + 0.3 * sizes.small


def _mark_link(marks: Marks, link: Link, plan: Plan, ys: Sequence[float], size: float) -> None:
    """The RA or CA node of an edge between two scholars, half way along it."""
    start, end = ys[plan.source] + plan.source_port, ys[plan.target] + plan.target_port
    stance = Stance.SUPPORT if link.kind == "support" else Stance.ATTACK
    marks.scheme(plan.track, (start + end) / 2, size, stance)
