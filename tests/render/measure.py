"""Reading a drawn svg back: its texts, dots and edges as boxes and points, in the picture's own points."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from lxml import etree

from debatemap.render.text import text_width

NS = {"s": "http://www.w3.org/2000/svg"}
Box = tuple[float, float, float, float]


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def having(role: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {role} ')"


@dataclass(frozen=True)
class Frame:
    """The picture's edges in the coordinates of its marks, and where its poles stand, if anywhere."""

    edges: Box
    attack: float
    support: float


def frame(root: etree._Element) -> Frame:
    (ground,) = find(root, f"//s:g[{having('frame')}]/s:polygon")
    ticks = [box(p.get("points", "")) for p in find(root, f"//s:g[{having('tick')}]/s:polygon")]
    centres = sorted((left + right) / 2 for left, _, right, _ in ticks)
    attack, support = (centres[0], centres[-1]) if centres else (math.nan, math.nan)
    return Frame(box(ground.get("points", "")), attack, support)


def box(points: str) -> Box:
    xs, ys = zip(*(map(float, point.split(",")) for point in points.split()), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def text_box(text: etree._Element) -> Box:
    size = float(text.get("font-size", "0"))
    width = text_width(text.text or "", size, bold=text.get("font-weight") == "bold")
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    left = {"start": x, "end": x - width, "middle": x - width / 2}[text.get("text-anchor", "start")]
    return left, y - 0.75 * size, left + width, y + 0.22 * size


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def curve(path: str) -> npt.NDArray[np.float64]:
    """Points along a path of cubic Bézier pieces, about one a point: a row of x, a row of y."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", path)]
    points = np.array(numbers).reshape(-1, 2)
    pieces = []
    for start in range(0, len(points) - 1, 3):
        a, b, c, d = points[start : start + 4]
        t = np.linspace(0, 1, int(np.abs(d - a).sum()) + 2)[:, None]
        pieces.append((1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d)
    return np.concatenate(pieces).T
