"""The foot of a picture: how to read it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from debatemap.render.cast import Cast
from debatemap.render.lanes import RING
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import text_width, wrap
from debatemap.render.theme import Sizes, Theme
from debatemap.render.words import counted, listed

_ROW = 21.0


@dataclass(slots=True)
class Foot:
    """Shapes gathered row by row, from `y` on downwards, between `left` and `right`."""

    left: float
    right: float
    y: float
    boxes: list[Box] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def lay_legend(foot: Foot, cast: Cast, *, theme: Theme, sizes: Sizes) -> None:
    """Add what each mark means, for the marks that this picture has."""
    claims = any(s.by_hand for s in cast.drawn)
    items: list[tuple[float, str, Callable[[float], None]]] = []

    def dot(x: float, fill: str, line: str, radius: float, ring: bool = False) -> None:
        foot.discs.append(Disc(x, foot.y, radius, fill, line, "key", ring=ring))

    def sizes_key(x: float) -> None:
        dot(x + 5, theme.favour, theme.favour_line, 4)
        dot(x + 19, theme.favour, theme.favour_line, 7.5)

    def sides_key(x: float) -> None:
        dot(x + 6, theme.against, theme.against_line, 6)
        dot(x + 22, theme.favour, theme.favour_line, 6)

    def unsettled_key(x: float) -> None:
        dot(x + 6, theme.paper, theme.against_line, 6)
        dot(x + 22, theme.paper, theme.favour_line, 6)

    def bar_key(x: float) -> None:
        foot.boxes.append(Box(x, foot.y - 3, 38, 6, theme.interval, "interval", rounded=True))
        dot(x + 19, theme.favour, theme.favour_line, 5)

    def hand_key(x: float) -> None:
        dot(x + 8, theme.favour, theme.favour_line, 5, True)

    def tie_key(x: float, attack: bool) -> None:
        colour = theme.attacks if attack else theme.supports
        points = tuple((x + 30 * part / 3, foot.y) for part in range(4))
        foot.paths.append(
            Path(points, colour, 1.6, "key", dashed=attack, tip=(x + 38, foot.y), open_head=attack)
        )

    items.append((30, "against, for the thesis (on the whole)", sides_key))
    if any(s.unsettled for s in cast.drawn):
        items.append((30, "side not settled: the interval covers the middle", unsettled_key))
    items.append((40, "90 % interval: where they may stand as well", bar_key))
    items.append((28, "larger: more claims", sizes_key))
    if claims:
        items.append((12 + 2 * RING, "has claims coded by hand", hand_key))
    kinds = {tie.kind.value for tie in cast.ties}
    if "support" in kinds:
        items.append((40, "supports (thicker: said more often)", lambda x: tie_key(x, False)))
    if "attack" in kinds:
        items.append((40, "attacks", lambda x: tie_key(x, True)))
    x = foot.left
    for width, words, draw in items:
        needed = width + 7 + text_width(words, sizes.small)
        if x > foot.left and x + needed > foot.right:
            x, foot.y = foot.left, foot.y + _ROW
        draw(x)
        foot.texts.append(Text(x + width + 7, foot.y + 3.2, words, sizes.small, theme.ink, "key"))
        x += needed + 24
    foot.y += _ROW


def lay_notes(foot: Foot, notes: Sequence[str], *, theme: Theme, sizes: Sizes) -> None:
    """Add the notes, each on a line or lines of its own."""
    for note in notes:
        for line in wrap(note, sizes.small, foot.right - foot.left):
            foot.texts.append(Text(foot.left, foot.y + 3.2, line, sizes.small, theme.faint, "note"))
            foot.y += 13
        foot.y += 2


def left_out(cast: Cast) -> list[str]:
    """What a picture of this cast does not show, a sentence each; names of the first few."""
    notes = []
    if cast.folded:
        claims = sum(len(s.claims) for s in cast.folded)
        ranked = sorted(cast.folded, key=lambda s: (-len(s.claims), s.name))
        notes.append(
            f"Not drawn, seen in passing: {counted(len(cast.folded), 'scholar')} with "
            f"{counted(claims, 'claim')} ({listed(s.name for s in ranked)})."
        )
    if cast.unplaced:
        notes.append(
            f"Not drawn, no claim for or against the thesis: {counted(len(cast.unplaced), 'scholar')} "
            f"({listed(s.name for s in cast.unplaced)})."
        )
    if cast.loose_ties:
        notes.append(f"Not drawn, an end is not on the map: {counted(cast.loose_ties, 'relation')}.")
    if cast.others:
        notes.append(f"Not drawn, speakers who are no scholars: {counted(cast.others, 'claim')}.")
    return notes
