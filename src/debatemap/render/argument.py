"""The view of arguments: what scholars claim against and for the thesis, and how they answer each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph, Stance
from debatemap.render.blocks import Block, choose_blocks
from debatemap.render.cast import Cast
from debatemap.render.columns import lay_body
from debatemap.render.dots import place_dots
from debatemap.render.fitting import fit_ways
from debatemap.render.heading import Head, lay_poles, lay_title
from debatemap.render.legend import Foot, lay_keys, lay_notes, left_out
from debatemap.render.node_keys import node_keys
from debatemap.render.rows import scholar_rows, tie_links
from debatemap.render.shapes import Group, Layout, Text, moved
from debatemap.render.text import one_line
from debatemap.render.theme import NORMAL, SCREEN, Sizes, Theme
from debatemap.render.words import counted

_WIDTH = 880.0
"""Of the two columns with the dots, where the whole picture may be as wide as it likes."""
_MOST_LEFT = 300.0
_LEAST = 400.0
"""Narrower than this no claim can be read."""


def lay_argument(
    graph: ArgumentGraph,
    cast: Cast,
    *,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    strengths: Mapping[str, float] | None = None,
    notes: Sequence[str] = (),
) -> Layout:
    """Place every mark: scholars from the attacking pole down, claims against left and for right.

    A claim is an I-node of an argument map (AIF); a round RA node or a square CA node joins it to the
    thesis, and the edges between scholars at the left carry the same marks. `strengths`: claim id, and
    "thesis", → acceptability 0 to 1, drawn as bars and figures.
    """
    debate, scale = graph.debate, sizes.scale
    if sizes.width and sizes.width < _LEAST:
        raise DebatemapError(
            f"two columns of claims have no room in {sizes.millimetres:g} mm",
            todo="Draw this view wider: 170mm",
        )
    known = strengths or {}
    blocks = choose_blocks(cast.drawn, graph.restates)
    rows = scholar_rows(cast.drawn, brief=not sizes.gist)
    names = [standing.name for standing in cast.drawn]
    thesis = "The thesis" + (f": acceptability {known['thesis']:.2f}" if "thesis" in known else "")
    inside = sizes.width - 2 * sizes.margin

    most = sizes.width / 4 if sizes.width else _MOST_LEFT
    dots = place_dots(rows, sizes, 0.0)
    ways = fit_ways(tie_links(cast.ties, names), lambda _left: dots, sizes, least=24 * scale, most=most)
    body = lay_body(
        blocks,
        rows,
        ways,
        width=inside - ways.left if sizes.width else _WIDTH,
        thesis=thesis,
        strengths=known,
        theme=theme,
        sizes=sizes,
    )
    origin = sizes.margin + ways.left
    right = origin + body.width
    head = Head(sizes.margin, right, theme, sizes)
    lay_title(head, debate, _summary(blocks))
    lay_poles(head, debate, origin + body.indent, right)
    first = head.y + 4 * scale
    texts = head.texts
    if not blocks:
        empty = "No claim for or against the thesis has been found yet."
        texts.append(Text(origin, first + 40, empty, sizes.small + 2 * scale, theme.faint, "note"))
    foot = Foot(sizes.margin, right, first + max(body.height, 60 * scale) + 8 * scale, theme, sizes)
    if blocks:
        lay_keys(foot, node_keys(foot, blocks, ways.links, strengths=bool(known)))
    lay_notes(foot, [*left_out(cast, ways.crowded), *notes])
    marks = body.marks
    return Layout(
        width=sizes.width or round(right + sizes.margin),
        height=round(foot.y + max(sizes.margin - 8, 2)),
        boxes=(*(moved(box, origin, first) for box in marks.boxes), *foot.boxes),
        paths=(*(moved(path, origin, first) for path in marks.paths), *foot.paths),
        discs=(*(moved(disc, origin, first) for disc in marks.discs), *foot.discs),
        texts=(*texts, *(moved(text, origin, first) for text in marks.texts), *foot.texts),
        title=f"{one_line(debate.title)}: the arguments",
        description=_described(one_line(debate.thesis), blocks),
        groups=(*_scholars(names), *_claims(blocks)),
        prefix="argument-",
        paper=theme.paper,
        scale=scale,
        millimetres=sizes.millimetres,
    )


def _scholars(names: Sequence[str]) -> list[Group]:
    return [
        Group("scholar", f"scholar-{number}", (("name", one_line(name)),))
        for number, name in enumerate(names)
    ]


def _claims(blocks: Sequence[Block]) -> list[Group]:
    return [
        Group("claim", f"claim-{claim.id}", (("claim", claim.id), ("name", one_line(block.standing.name))))
        for block in blocks
        for claim in block.claims
    ]


def _summary(blocks: Sequence[Block]) -> str:
    shown = [claim for block in blocks for claim in block.claims]
    against = sum(claim.stance is Stance.ATTACK for claim in shown)
    more = sum(block.more_against + block.more_for for block in blocks)
    rest = f", the most telling ones; {more} more are counted" if more else ""
    return (
        f"What speaks against the thesis, and what for it: {against} and "
        f"{counted(len(shown) - against, 'claim')} of {counted(len(blocks), 'scholar')}{rest}"
    )


def _described(thesis: str, blocks: Sequence[Block]) -> str:
    said = "; ".join(
        f"{one_line(block.standing.name)}: {len(block.against) + block.more_against} claims against, "
        f"{len(block.favour) + block.more_for} for"
        for block in blocks
    )
    return f"Thesis: {thesis} {said or 'No claims yet'}."
