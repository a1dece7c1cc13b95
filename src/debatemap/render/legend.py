"""The foot of a picture: how to read it, and what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from debatemap.render.cast import Cast
from debatemap.render.marks import PALE
from debatemap.render.routes import HEAD
from debatemap.render.rows import Link, Row
from debatemap.render.shapes import Box, Disc, Path, Text
from debatemap.render.text import text_width, wrap
from debatemap.render.theme import Sizes, Theme, mix
from debatemap.render.words import counted, listed

_ROW = 19.0
Item = tuple[float, str, Callable[[float], None]]
"""Width of a key, what it means, and what draws it from x on."""


@dataclass(slots=True)
class Foot:
    """Shapes gathered row by row, from `y` on downwards, between `left` and `right`."""

    left: float
    right: float
    y: float
    theme: Theme
    sizes: Sizes
    boxes: list[Box] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    discs: list[Disc] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def dot(self, x: float, fill: str, line: str, radius: float, *, ring: float = 0) -> None:
        """A dot as a key; lengths are those of the screen."""
        scale = self.sizes.scale
        self.discs.append(Disc(x, self.y, radius * scale, fill, line, "key", ring=ring * scale))

    def arrow(
        self,
        x: float,
        colour: str,
        *,
        dash: str = "",
        open_head: bool = False,
        tail: bool = False,
        width: float = 1.6,
    ) -> None:
        """An arrow as a key, 38 points long on the screen."""
        scale = self.sizes.scale
        points = tuple((x + (38 - HEAD) * scale * part / 3, self.y) for part in range(4))
        tip = (x + 38 * scale, self.y)
        self.paths.append(
            Path(points, colour, width * scale, "key", dash=dash, tip=tip, open_head=open_head, tail=tail)
        )


def lay_keys(foot: Foot, items: Sequence[Item]) -> None:
    """Add the keys with what they mean, as many on a line as fit."""
    sizes, scale = foot.sizes, foot.sizes.scale
    x = foot.left
    for width, words, draw in items:
        needed = (width + 7) * scale + text_width(words, sizes.small)
        if x > foot.left and x + needed > foot.right:
            x, foot.y = foot.left, foot.y + _ROW * scale
        draw(x)
        at = x + (width + 7) * scale
        for number, line in enumerate(wrap(words, sizes.small, foot.right - at)):
            foot.y += number and 1.3 * sizes.small
            foot.texts.append(Text(at, foot.y + 0.33 * sizes.small, line, sizes.small, foot.theme.ink, "key"))
        x += needed + 24 * scale
    foot.y += _ROW * scale


def axis_keys(foot: Foot, rows: Sequence[Row], links: Sequence[Link]) -> list[Item]:
    """The keys of a view along an axis: those of the marks that it has."""
    theme, scale = foot.theme, foot.sizes.scale

    def sizes_key(x: float) -> None:
        foot.dot(x + 5 * scale, theme.favour, theme.favour_line, 4)
        foot.dot(x + 19 * scale, theme.favour, theme.favour_line, 7.5)

    def sides_key(x: float) -> None:
        foot.dot(x + 6 * scale, theme.against, theme.against_line, 6)
        foot.dot(x + 22 * scale, theme.favour, theme.favour_line, 6)

    def unsettled_key(x: float) -> None:
        foot.dot(x + 6 * scale, theme.paper, theme.against_line, 6)
        foot.dot(x + 22 * scale, theme.paper, theme.favour_line, 6)

    def bar_key(x: float) -> None:
        box = Box(x, foot.y - 3 * scale, 38 * scale, 6 * scale, theme.interval, "interval", rounded=True)
        foot.boxes.append(box)
        foot.dot(x + 19 * scale, theme.favour, theme.favour_line, 5)

    def hand_key(x: float) -> None:
        foot.dot(x + 9 * scale, theme.favour, theme.favour_line, 5, ring=3)

    def move_key(x: float, colour: str, dash: str) -> None:
        foot.arrow(x, colour, dash=dash)
        foot.dot(x + 2.4 * scale, theme.paper, colour, 2.4)

    items: list[Item] = [(30, "against, for the thesis (on the whole)", sides_key)]
    if any(row.unsettled for row in rows):
        items.append((30, "side not settled: the interval covers the middle", unsettled_key))
    items.append((40, "90 % interval: where they may stand as well", bar_key))
    items.append((28, "larger: more claims", sizes_key))
    if any(row.by_hand for row in rows):
        items.append((18, "has claims coded by hand", hand_key))
    moves = [move for row in rows for move in row.moves]
    if any(move.settled for move in moves):
        items.append((40, "moved from work to work", lambda x: move_key(x, theme.ink, "")))
    if any(not move.settled for move in moves):
        words = "perhaps moved: the intervals overlap"
        items.append((40, words, lambda x: move_key(x, theme.faint, "dotted")))
    return [*items, *link_keys(foot, links)]


def link_keys(foot: Foot, links: Sequence[Link]) -> list[Item]:
    """The keys of edges: those of the kinds that there are."""
    theme = foot.theme
    kinds = {link.kind for link in links}
    items: list[Item] = []
    if "support" in kinds:
        items.append((40, "supports (thicker: said more often)", lambda x: foot.arrow(x, theme.supports)))
    if "attack" in kinds:
        items.append((40, "attacks", lambda x: foot.arrow(x, theme.attacks, dash="dashed", open_head=True)))
    if "move" in kinds:
        items.append(
            (40, "the same scholar's next work", lambda x: foot.arrow(x, theme.faint, dash="dotted"))
        )
    if any(link.by_hand for link in links):
        items.append((40, "coded by hand", lambda x: foot.arrow(x, theme.supports, tail=True)))
    if any(link.doubtful for link in links):
        pale = mix(theme.supports, theme.paper, PALE)
        items.append((40, "doubtful: found by weak signs", lambda x: foot.arrow(x, pale)))
    return items


def lay_notes(foot: Foot, notes: Sequence[str]) -> None:
    """Add the notes, each on a line or lines of its own."""
    sizes, theme = foot.sizes, foot.theme
    for note in notes:
        for line in wrap(note, sizes.small, foot.right - foot.left):
            base = foot.y + 0.33 * sizes.small
            foot.texts.append(Text(foot.left, base, line, sizes.small, theme.faint, "note"))
            foot.y += 1.37 * sizes.small
        foot.y += 2 * sizes.scale


def left_out(cast: Cast, crowded: Sequence[Link] = ()) -> list[str]:
    """What a picture of this cast does not show, a sentence each; names of the first few.

    `crowded`: links for which the picture has no room.
    """
    notes = []
    if cast.folded:
        claims = sum(len(s.claims) for s in cast.folded)
        ranked = sorted(cast.folded, key=lambda s: (-len(s.claims), s.name))
        single = all(len(s.claims) == 1 and not s.ties for s in cast.folded)
        why = "a single claim and no relation each" if single else "fewer claims than those drawn"
        much = "" if single else f" with {counted(claims, 'claim')}"
        notes.append(
            f"Not drawn, {why}: {counted(len(cast.folded), 'scholar')}{much} "
            f"({listed(s.name for s in ranked)})."
        )
    if cast.unplaced:
        notes.append(
            f"Not drawn, no claim for or against the thesis: {counted(len(cast.unplaced), 'scholar')} "
            f"({listed(s.name for s in cast.unplaced)})."
        )
    notes += no_room(crowded)
    if cast.loose_ties:
        notes.append(
            f"Not drawn, an end is not on the map or both are one scholar's: "
            f"{counted(cast.loose_ties, 'relation')}."
        )
    if cast.others:
        notes.append(f"Not drawn, speakers who are no scholars: {counted(cast.others, 'claim')}.")
    return notes


def no_room(crowded: Sequence[Link]) -> list[str]:
    """A sentence on the relations that would be too many."""
    number = sum(len(link.relations) for link in crowded)
    if not number:
        return []
    return [f"Not drawn, for clarity: {counted(number, 'relation')}, those told least often."]
