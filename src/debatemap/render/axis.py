"""The axis view: scholars between the two poles of a debate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debatemap.model import ArgumentGraph, Position
from debatemap.render.cast import Cast, choose_cast
from debatemap.render.dot import layout_to_dot
from debatemap.render.heading import Head, lay_poles, lay_title
from debatemap.render.lanes import lay_lanes, place_x
from debatemap.render.legend import Foot, lay_legend, lay_notes, left_out
from debatemap.render.shapes import Box, Group, Layout, Path, Text
from debatemap.render.text import one_line
from debatemap.render.theme import NORMAL, SCREEN, Sizes, Theme

_TICKS = ((-1.0, "−1"), (-0.5, "−0.5"), (0.0, "0"), (0.5, "+0.5"), (1.0, "+1"))
_OVERHANG = 20.0
"""How far the tinted ground reaches beyond the poles."""


def draw_axis(
    graph: ArgumentGraph, positions: Sequence[Position], *, top: int = 30, theme: Theme = SCREEN
) -> str:
    """DOT source of the axis view, every mark placed; draw it with `neato -n2`.

    In: the graph, and positions (rows with holder "" are scholars). At most `top` scholars are
    drawn; all others are counted in the picture's notes. The same input gives the same text.

    The picture is a dot plot (Cleveland, The Elements of Graphing Data, 1985) with intervals.
    """
    return layout_to_dot(lay_axis(graph, choose_cast(graph, positions, top=top), theme=theme))


def lay_axis(
    graph: ArgumentGraph,
    cast: Cast,
    *,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    notes: Sequence[str] = (),
) -> Layout:
    """Place every mark. The x of a scholar is the position, exactly. `notes` go to the foot."""
    debate = graph.debate
    lanes = lay_lanes(cast.drawn, cast.ties, theme=theme, sizes=sizes)
    origin = max(lanes.left, _OVERHANG) + sizes.margin
    width = round(origin + sizes.axis + sizes.label + sizes.margin)
    head = Head(sizes.margin, width - sizes.margin, theme, sizes)
    lay_title(head, graph, cast)
    lay_poles(head, debate, origin - _OVERHANG, origin + sizes.axis + _OVERHANG)
    texts = head.texts
    top = head.y
    first = top + 30
    bottom = first + max(lanes.height, 24.0) + 6
    boxes = _ground(origin, top, bottom, theme, sizes)
    texts += _ticks(origin, top + 13, theme, sizes)
    if not cast.drawn:
        empty = "No claim for or against the thesis has been found yet."
        texts.append(Text(origin + 16, first + 14, empty, sizes.head, theme.faint, "note"))
    if len(cast.drawn) > 12:
        texts += _ticks(origin, bottom + 11, theme, sizes)
        bottom += 14
    foot = Foot(sizes.margin, width - sizes.margin, bottom + 24)
    if cast.drawn:
        lay_legend(foot, cast, theme=theme, sizes=sizes)
    lay_notes(foot, [*left_out(cast), *notes], theme=theme, sizes=sizes)
    boxes += [replace(box, x=box.x + origin, y=box.y + first) for box in lanes.boxes]
    return Layout(
        width=width,
        height=round(foot.y + sizes.margin - 8),
        boxes=(*boxes, *foot.boxes),
        paths=(*(_moved(path, origin, first) for path in lanes.paths), *foot.paths),
        discs=(*(replace(d, x=d.x + origin, y=d.y + first) for d in lanes.discs), *foot.discs),
        texts=(*texts, *(replace(t, x=t.x + origin, y=t.y + first) for t in lanes.texts), *foot.texts),
        title=f"{one_line(debate.title)}: who stands where",
        description=_described(graph, cast),
        groups=tuple(
            Group("scholar", f"scholar-{number}", (("name", one_line(standing.name)),))
            for number, standing in enumerate(cast.drawn)
        ),
        paper=theme.paper,
        millimetres=sizes.millimetres,
    )


def _ground(origin: float, top: float, bottom: float, theme: Theme, sizes: Sizes) -> list[Box]:
    """The two tinted halves, and a thin line at every tick."""
    half = sizes.axis / 2 + _OVERHANG
    middle = origin + sizes.axis / 2
    found = [
        Box(middle - half, top, half, bottom - top, theme.against_tint, "ground against"),
        Box(middle, top, half, bottom - top, theme.favour_tint, "ground favour"),
    ]
    for position, _ in _TICKS:
        thick, fill, role = (1.2, theme.middle, "middle") if position == 0 else (0.6, theme.rule, "tick")
        x = origin + place_x(position, sizes.axis) - thick / 2
        found.append(Box(x, top + 18, thick, bottom - top - 18, fill, role))
    return found


def _ticks(origin: float, y: float, theme: Theme, sizes: Sizes) -> list[Text]:
    found = []
    for position, words in _TICKS:
        x = origin + place_x(position, sizes.axis)
        found.append(Text(x, y, words, sizes.small, theme.faint, "tick", align="c"))
    return found


def _moved(path: Path, x: float, y: float) -> Path:
    tip = (path.tip[0] + x, path.tip[1] + y) if path.tip else None
    return replace(path, points=tuple((a + x, b + y) for a, b in path.points), tip=tip)


def _described(graph: ArgumentGraph, cast: Cast) -> str:
    debate = graph.debate
    standings = "; ".join(
        f"{one_line(s.name)} {s.position.position:+.2f}" for s in cast.drawn if s.position is not None
    )
    return (
        f"Thesis: {one_line(debate.thesis)} Positions from −1 ({one_line(debate.attack.name)}) "
        f"to +1 ({one_line(debate.support.name)}): {standings or 'none yet'}."
    )
