"""The keys of the view of arguments: what its nodes and their outlines mean."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.model import Origin, Stance
from debatemap.render.blocks import Block
from debatemap.render.legend import Foot, Item, link_keys
from debatemap.render.nodes import DOUBTFUL, MARK
from debatemap.render.rows import Link
from debatemap.render.shapes import Box


def node_keys(foot: Foot, blocks: Sequence[Block], links: Sequence[Link], *, strengths: bool) -> list[Item]:
    """The keys of the marks that the view has."""
    theme, scale = foot.theme, foot.sizes.scale
    claims = [claim for block in blocks for claim in block.claims]

    def claim_key(x: float, *, ring: bool = False, dashed: bool = False, bar: bool = False) -> None:
        look = (x + 3 * scale, foot.y - 6 * scale, 26 * scale, 12 * scale)
        if ring:
            around = (x + 0.5 * scale, foot.y - 8.5 * scale, 31 * scale, 17 * scale)
            foot.boxes.append(Box(*around, theme.paper, "key", line=theme.favour_line))
        foot.boxes.append(Box(*look, theme.favour_tint, "key", line=theme.favour_line, dashed=dashed))
        if bar:
            at = (x + 4 * scale, foot.y + 2.5 * scale, 17 * scale, 2.5 * scale)
            foot.boxes.append(Box(*at, theme.favour, "key"))

    def square(x: float) -> None:
        at = (x + 4 * scale, foot.y - MARK * scale, 2 * MARK * scale, 2 * MARK * scale)
        foot.boxes.append(Box(*at, theme.attacks, "key"))

    items: list[Item] = []
    if any(claim.stance is Stance.SUPPORT for claim in claims):
        items.append(
            (
                16,
                "RA node: the claim supports",
                lambda x: foot.dot(x + 8 * scale, theme.supports, theme.supports, MARK),
            )
        )
    if any(claim.stance is Stance.ATTACK for claim in claims):
        items.append((16, "CA node: it attacks", square))
    if strengths:
        items.append((32, "bar and figure: acceptability, 0 to 1", lambda x: claim_key(x, bar=True)))
    if any(claim.origin is Origin.HAND for claim in claims):
        items.append((32, "coded by hand", lambda x: claim_key(x, ring=True)))
    if any(claim.confidence < DOUBTFUL for claim in claims):
        words = f"for or against is doubtful (confidence under {DOUBTFUL:g})"
        items.append((32, words, lambda x: claim_key(x, dashed=True)))
    return [*items, *link_keys(foot, links)]
