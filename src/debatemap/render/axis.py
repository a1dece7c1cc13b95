"""The axis view: scholars between the two poles of a debate."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.model import ArgumentGraph
from debatemap.render.cast import Cast
from debatemap.render.frame import Frame, lay_frame
from debatemap.render.legend import left_out
from debatemap.render.rows import scholar_rows, tie_links
from debatemap.render.shapes import Group, Layout
from debatemap.render.text import one_line
from debatemap.render.theme import NORMAL, SCREEN, Sizes, Theme
from debatemap.render.words import counted


def lay_axis(
    graph: ArgumentGraph,
    cast: Cast,
    *,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    notes: Sequence[str] = (),
) -> Layout:
    """Place every mark. The x of a scholar is the position, exactly. `notes` go to the foot.

    The picture is a dot plot (Cleveland, The Elements of Graphing Data, 1985) with intervals; those who
    moved from work to work have an arrow from year to year below.
    """
    debate = graph.debate
    claims = [claim for standing in cast.drawn for claim in standing.claims]
    summary = (
        f"Who stands where toward this thesis: {counted(len(cast.drawn), 'scholar')}, "
        f"{counted(len(claims), 'claim')} from {counted(len({c.paper for c in claims}), 'paper')}"
        f"{'; below each name the claim that speaks best for that place' if sizes.gist else ''}"
    )
    names = [standing.name for standing in cast.drawn]
    frame = Frame(
        debate,
        summary,
        title=f"{one_line(debate.title)}: who stands where",
        groups=tuple(
            Group("scholar", f"scholar-{number}", (("name", one_line(name)),))
            for number, name in enumerate(names)
        ),
    )
    return lay_frame(
        frame,
        scholar_rows(cast.drawn, brief=not sizes.gist),
        tie_links(cast.ties, names),
        theme=theme,
        sizes=sizes,
        notes=lambda crowded: [*left_out(cast, crowded), *notes],
    )
