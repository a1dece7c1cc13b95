"""What the views along an axis share: head, poles, tinted ground, ticks, lanes and foot put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from debatemap.model import Debate
from debatemap.render.dots import place_x
from debatemap.render.heading import Head, lay_poles, lay_title
from debatemap.render.lanes import Lanes, fit_lanes
from debatemap.render.legend import Foot, axis_keys, lay_keys, lay_notes
from debatemap.render.rows import Link, Row
from debatemap.render.shapes import Box, Group, Layout, Text, moved
from debatemap.render.text import one_line, text_width
from debatemap.render.theme import Sizes, Theme

_TICKS = ((-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "+0.5"), (1.0, "+1"))
_OVERHANG = 20.0
"""How far the tinted ground reaches beyond either pole, at the attacking one at the least."""
_MANY = 12
"""With more lanes than this the ticks stand below them too."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a view says of itself; `summary` stands under the thesis, `title` is for the screen reader."""

    debate: Debate
    summary: str
    title: str
    groups: tuple[Group, ...]
    prefix: str = ""


def lay_frame(
    frame: Frame,
    rows: Sequence[Row],
    links: Sequence[Link],
    *,
    theme: Theme,
    sizes: Sizes,
    notes: Callable[[Sequence[Link]], list[str]],
) -> Layout:
    """The whole picture; `notes` makes the sentences at the foot from the links there was no room for."""
    scale, overhang = sizes.scale, _OVERHANG * sizes.scale
    gutter = max((text_width(row.section, sizes.name, bold=True) for row in rows if row.section), default=0.0)
    gutter += 10 * scale if gutter else 0.0
    # Edges keep clear of the years at the left.
    room = replace(sizes, width=sizes.width - gutter) if sizes.width else sizes
    lanes = fit_lanes(rows, links, theme=theme, sizes=room, least=overhang)
    origin = lanes.ways.left + sizes.margin + gutter
    end = origin + lanes.axis + min(overhang, sizes.label)
    right = origin + lanes.axis + sizes.label
    width = sizes.width or round(right + sizes.margin)
    head = Head(sizes.margin, right, theme, sizes)
    lay_title(head, frame.debate, frame.summary)
    lay_poles(head, frame.debate, origin - lanes.ways.left, end)
    top = head.y
    first = top + 30 * scale
    bottom = first + max(lanes.height, 24.0) + 6 * scale
    texts = head.texts + _ticks(origin, top + 4 * scale + sizes.small, lanes.axis, theme, sizes)
    if not rows:
        empty = "No claim for or against the thesis has been found yet."
        texts.append(Text(origin + 16, first + 14, empty, sizes.small + 2 * scale, theme.faint, "note"))
    if len(rows) > _MANY:
        texts += _ticks(origin, bottom + 2 * scale + sizes.small, lanes.axis, theme, sizes)
        bottom += sizes.small + 4.5 * scale
    boxes = _ground((origin, end), (top, bottom), lanes, theme, sizes)
    for section, begin, middle in lanes.sections:
        y = first + begin - 4 * scale
        boxes.append(Box(sizes.margin, y, right - sizes.margin, 0.6 * scale, theme.rule, "section"))
        base = first + middle + 0.33 * sizes.name
        texts.append(Text(sizes.margin, base, section, sizes.name, theme.ink, "section", bold=True))
    foot = Foot(sizes.margin, right, bottom + 24 * scale, theme, sizes)
    if rows:
        lay_keys(foot, axis_keys(foot, rows, lanes.ways.links))
    lay_notes(foot, notes(lanes.ways.crowded))
    boxes += [moved(box, origin, first) for box in lanes.boxes]
    return Layout(
        width=width,
        height=round(foot.y + max(sizes.margin - 8, 2)),
        boxes=(*boxes, *foot.boxes),
        paths=(*(moved(path, origin, first) for path in lanes.paths), *foot.paths),
        discs=(*(moved(disc, origin, first) for disc in lanes.discs), *foot.discs),
        texts=(*texts, *(moved(text, origin, first) for text in lanes.texts), *foot.texts),
        title=frame.title,
        description=_described(frame.debate, rows),
        groups=frame.groups,
        prefix=frame.prefix,
        paper=theme.paper,
        scale=scale,
        millimetres=sizes.millimetres,
    )


def _ground(
    x: tuple[float, float], y: tuple[float, float], lanes: Lanes, theme: Theme, sizes: Sizes
) -> list[Box]:
    """The two tinted halves, which end with the axis, and a thin line at every tick."""
    (origin, end), (top, bottom) = x, y
    middle, left = origin + lanes.axis / 2, origin - lanes.ways.left
    height, tick = bottom - top, 9 * sizes.scale + sizes.small
    found = [
        Box(left, top, middle - left, height, theme.against_tint, "ground against"),
        Box(middle, top, end - middle, height, theme.favour_tint, "ground favour"),
    ]
    for position, _ in _TICKS:
        thick, fill, role = (1.2, theme.middle, "middle") if position == 0 else (0.6, theme.rule, "tick")
        thick *= sizes.scale
        at = origin + place_x(position, lanes.axis) - thick / 2
        found.append(Box(at, top + tick, thick, height - tick, fill, role))
    return found


def _ticks(origin: float, y: float, axis: float, theme: Theme, sizes: Sizes) -> list[Text]:
    found = []
    for position, words in _TICKS:
        x = origin + place_x(position, axis)
        found.append(Text(x, y, words, sizes.small, theme.faint, "tick", align="c"))
    return found


def _described(debate: Debate, rows: Sequence[Row]) -> str:
    standings = "; ".join(f"{row.name} {row.place.position:+.2f}" for row in rows)
    return (
        f"Thesis: {one_line(debate.thesis)} Positions from −1 ({one_line(debate.attack.name)}) "
        f"to +1 ({one_line(debate.support.name)}): {standings or 'none yet'}."
    )
