"""A layout to DOT source, every mark with its own place."""

from __future__ import annotations

import graphviz

from debatemap.render.shapes import Box, Disc, Layout, Path, Text
from debatemap.render.text import text_width

_FACE = "Helvetica"
_BASE = 0.3
"""The drawing program puts the base line this share of the size below a line's middle."""


def layout_to_dot(layout: Layout, *, dpi: int = 72) -> str:
    """DOT source for `neato -n2`; `dpi` is the resolution when it is drawn as pixels."""
    graph = graphviz.Digraph("map", engine="neato")
    graph.attr("graph", pad="0", margin="0", dpi=str(dpi), bgcolor=layout.paper)
    graph.attr("node", label="", shape="box", margin="0", fixedsize="true", style="filled", peripheries="0")
    graph.attr("node", fontname=_FACE)
    writer = _Writer(graph, layout)
    # The frame comes first: it fixes the picture's corners, so that no coordinate moves.
    writer.box("frame", Box(0, 0, layout.width, layout.height, layout.paper, "frame"))
    for number, box in enumerate(layout.boxes):
        writer.box(f"box{number}", box)
    # Rings before dots: an edge draws the dots at its ends before their turn.
    for number, disc in enumerate(layout.discs):
        if disc.ring:
            writer.ring(f"ring{number}", disc)
    for number, disc in enumerate(layout.discs):
        writer.disc(f"dot{number}", disc)
    for number, path in enumerate(layout.paths):
        writer.path(f"path{number}", path)
    for number, text in enumerate(layout.texts):
        writer.text(f"text{number}", text, layout.width)
    return str(graph.source)


class _Writer:
    """Adds shapes to a graph; y is turned round, for DOT counts upwards."""

    def __init__(self, graph: graphviz.Digraph, layout: Layout) -> None:
        self._graph = graph
        self._height = layout.height
        self._paper = layout.paper
        self._scale = layout.scale

    def _at(self, x: float, y: float) -> str:
        return f"{_number(x)},{_number(self._height - y)}"

    def _node(
        self, name: str, centre: tuple[float, float], size: tuple[float, float], look: dict[str, str]
    ) -> None:
        inches = {"width": _number(size[0] / 72), "height": _number(size[1] / 72)}
        self._graph.node(name, pos=self._at(*centre), **inches, **look)

    def box(self, name: str, box: Box) -> None:
        style = ["filled", *(["rounded"] if box.rounded else []), *(["dashed"] if box.dashed else [])]
        look = {"fillcolor": box.fill, "style": ",".join(style), "class": _classes(box.role, box.owner)}
        if box.line:
            look |= {"peripheries": "1", "color": box.line, "penwidth": _number(0.9 * self._scale)}
        if box.tooltip:
            look["tooltip"] = _tooltip(box.tooltip)
        centre = (box.x + box.width / 2, box.y + box.height / 2)
        self._node(name, centre, (box.width, box.height), look)

    def ring(self, name: str, disc: Disc) -> None:
        size = 2 * (disc.radius + disc.ring)
        look = {"shape": "circle", "peripheries": "1", "fillcolor": self._paper, "color": disc.line}
        look |= {"penwidth": _number(1.2 * self._scale), "class": _classes("ring", disc.owner)}
        self._node(name, (disc.x, disc.y), (size, size), look)

    def disc(self, name: str, disc: Disc) -> None:
        size = 2 * disc.radius
        look = {"shape": "circle", "peripheries": "1", "fillcolor": disc.fill, "color": disc.line}
        look |= {"penwidth": _number(1.8 * self._scale), "class": _classes(disc.role, disc.owner)}
        if disc.tooltip:
            look["tooltip"] = _tooltip(disc.tooltip)
        self._node(name, (disc.x, disc.y), (size, size), look)

    def path(self, name: str, path: Path) -> None:
        ends = path.ends or (f"{name}a", f"{name}b")
        if not path.ends:
            for end, (x, y) in zip(ends, (path.points[0], path.points[-1]), strict=True):
                self._node(end, (x, y), (0.1, 0.1), {"style": "invis"})
        points = " ".join(self._at(x, y) for x, y in path.points)
        look = {"pos": points, "color": path.colour, "penwidth": _number(path.width), "dir": "none"}
        look["arrowsize"] = _number(0.8 * self._scale)
        if path.tip:
            look |= {"pos": f"e,{self._at(*path.tip)} {points}", "dir": "forward"}
            look["arrowhead"] = "vee" if path.open_head else "normal"
        if path.tip and path.tail:
            # The line begins a little after its tail, in the direction in which it goes.
            (x, y), (u, v) = path.points[0], path.points[3]
            share = min(1.0, 4 * self._scale / (abs(u - x) + abs(v - y)))
            begin = self._at(x + (u - x) * share, y + (v - y) * share)
            rest = " ".join(self._at(*point) for point in path.points[1:])
            look["pos"] = f"s,{self._at(x, y)} e,{self._at(*path.tip)} {begin} {rest}"
            look |= {"dir": "both", "arrowtail": "dot"}
        if path.dash:
            look["style"] = path.dash
        if path.tie is not None:
            look["id"] = f"tie-{path.tie}"
        if path.tooltip:
            look["tooltip"] = _tooltip(path.tooltip)
        self._graph.edge(*ends, **look, **{"class": _classes(path.role, path.owner)})

    def text(self, name: str, text: Text, frame: float) -> None:
        width = text_width(text.text, text.size, bold=text.bold)
        left = {"l": text.x, "r": text.x - width, "c": text.x - width / 2}[text.align]
        # Wider than needed, for the program guesses widths; yet within the frame, which must not grow.
        slack = max(0.0, min(width * 0.3 + 10, frame - left - width if text.align == "l" else left))
        if text.align == "c":
            left, width = left - slack / 2, width + slack
        else:
            left, width = (left if text.align == "l" else left - slack), width + slack
        face = _FACE + ("-Bold" if text.bold else "-Oblique" if text.italic else "")
        end = {"l": r"\l", "r": r"\r", "c": ""}[text.align]
        middle = (left + width / 2, text.y - _BASE * text.size)
        look = {"fontname": face, "fontsize": _number(text.size), "fontcolor": text.colour, "style": ""}
        look |= {"label": _literal(text.text) + end, "class": _classes(text.role, text.owner)}
        self._node(name, middle, (width, text.size * 1.2), look)


def _classes(role: str, owner: int | None) -> str:
    return role if owner is None else f"{role} of-{owner}"


def _number(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".") or "0"


def _literal(text: str) -> str:
    """Text that DOT takes word for word: it would read entities and backslashes."""
    return text.replace("&", "&amp;").replace("\\", "\\\\")


def _tooltip(text: str) -> str:
    # The program searches tooltips for escapes twice. They end in no ">", so are never taken for markup.
    return _literal(text).replace("\\", "\\\\")
