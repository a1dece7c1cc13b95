"""The nodes of an argument map (AIF, Chesñevar et al. 2006): claims as boxes, RA and CA as small marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from debatemap.model import Claim, Origin, Stance
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import text_width, wrap
from debatemap.render.theme import Sizes, Theme
from debatemap.render.words import claim_line

DOUBTFUL = 0.6
"""A claim whose stance is less sure than this has a broken outline."""
_PAD = 5.0
_RING = 2.5
"""Between the outline of a claim and the second one of what a person coded."""
MARK = 4.0
"""Half the size of the mark of an RA or a CA node."""


@dataclass(slots=True)
class Marks:
    """Shapes gathered; y counts down from where the scholars begin, x from the column of their dots."""

    theme: Theme
    sizes: Sizes
    boxes: list[Box] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def scheme(self, x: float, y: float, size: float, stance: Stance, *, owner: int | None = None) -> None:
        """An RA node (a round mark: the claim supports) or a CA node (a square one: it attacks)."""
        theme = self.theme
        if stance is Stance.SUPPORT:
            self.discs.append(Disc(x, y, size, theme.supports, theme.supports, "scheme ra", owner=owner))
        else:
            box = Box(x - size, y - size, 2 * size, 2 * size, theme.attacks, "scheme ca", owner=owner)
            self.boxes.append(box)


@dataclass(frozen=True, slots=True)
class Column:
    """Where claims of one side stand: from `left` to `right`; `spine` is the line to the thesis."""

    left: float
    right: float
    spine: float


def lay_claim(
    marks: Marks, claim: Claim, column: Column, top: float, *, owner: int, strengths: Mapping[str, float]
) -> float:
    """Add a claim below `top`, joined to the line that leads to the thesis; where its box ends."""
    theme, sizes = marks.theme, marks.sizes
    scale, favour = sizes.scale, claim.stance is Stance.SUPPORT
    pad, size = _PAD * scale, sizes.small
    strength = strengths.get(claim.id)
    number = "" if strength is None else f"{strength:.2f}"
    room = column.right - column.left - 2 * pad - (text_width("0.00", size) + pad if number else 0)
    text = claim.text[:1].upper() + claim.text[1:]
    lines = wrap(text, size, room, lines=3 if sizes.gist else 5) or ["…"]
    height = len(lines) * 1.25 * size + 2 * pad + (3 * scale if number else 0)
    line = theme.favour_line if favour else theme.against_line
    tint = theme.favour_tint if favour else theme.against_tint
    width = column.right - column.left
    if claim.origin is Origin.HAND:
        ring = _RING * scale
        around = (column.left - ring, top - ring, width + 2 * ring, height + 2 * ring)
        marks.boxes.append(Box(*around, theme.paper, "by-hand", line=line, owner=owner))
    tooltip = claim_line(claim) + (f"\nacceptability {number}" if number else "")
    dashed = claim.confidence < DOUBTFUL
    role = " ".join(["claim", claim.stance.value, *(["doubtful"] if dashed else [])])
    at = (column.left, top, width, height)
    marks.boxes.append(Box(*at, tint, role, line=line, dashed=dashed, owner=owner, tooltip=tooltip))
    y = top + pad + 0.9 * size
    for words in lines:
        marks.texts.append(Text(column.left + pad, y, words, size, theme.ink, "said", owner=owner))
        y += 1.25 * size
    if strength is not None:
        figure = (column.right - pad, top + pad + 0.9 * size)
        marks.texts.append(Text(*figure, number, size, theme.faint, "strength", align="r", owner=owner))
        fill = theme.favour if favour else theme.against
        bar = (column.left + 1, top + height - 3.5 * scale, max((width - 2) * strength, 0.5), 2.5 * scale)
        marks.boxes.append(Box(*bar, fill, "acceptability", owner=owner))
    _join(marks, claim.stance, column, top + height / 2, owner)
    return top + height


def _join(marks: Marks, stance: Stance, column: Column, y: float, owner: int) -> None:
    """The line from a claim through its RA or CA node to the line that leads to the thesis."""
    theme, scale = marks.theme, marks.sizes.scale
    favour = stance is Stance.SUPPORT
    start = column.left if favour else column.right
    points = tuple((start + (column.spine - start) * part / 3, y) for part in range(4))
    colour = theme.supports if favour else theme.attacks
    dash = "" if favour else "dashed"
    marks.paths.append(Path(points, colour, round(1.2 * scale, 2), "bears", dash=dash, owner=owner))
    marks.scheme((start + column.spine) / 2, y, MARK * scale, stance, owner=owner)
