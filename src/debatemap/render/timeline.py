"""The view of time: works by year, each at its position, and which work answers which."""

from __future__ import annotations

from collections.abc import Sequence

from debatemap.model import ArgumentGraph
from debatemap.render.frame import Frame, lay_frame
from debatemap.render.legend import no_room
from debatemap.render.shapes import Group, Layout
from debatemap.render.text import one_line
from debatemap.render.theme import NORMAL, SCREEN, Sizes, Theme
from debatemap.render.words import counted
from debatemap.render.works import UNDATED, Works, left_out_works, work_rows


def lay_time(
    graph: ArgumentGraph,
    works: Works,
    *,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    notes: Sequence[str] = (),
) -> Layout:
    """Place every mark: years follow each other downwards, the x of a work is its position, exactly.

    Within a year those nearer to the attacking pole come first. A dotted line leads from a scholar's work
    to the next one.
    """
    debate = graph.debate
    scholars = {work.name for work in works.drawn}
    years = sorted({work.year for work in works.drawn} - {UNDATED})
    span = f", {years[0]} to {years[-1]}" if len(years) > 1 else ""
    summary = (
        f"Who wrote what, when, and who answered whom: {counted(len(works.drawn), 'work')} of "
        f"{counted(len(scholars), 'scholar')}{span}"
    )
    frame = Frame(
        debate,
        summary,
        title=f"{one_line(debate.title)}: positions over the years",
        groups=tuple(
            Group("work", f"work-{number}", (("work", work.key), ("name", one_line(work.name))))
            for number, work in enumerate(works.drawn)
        ),
        prefix="time-",
    )
    return lay_frame(
        frame,
        work_rows(works.drawn, brief=not sizes.gist),
        works.links,
        theme=theme,
        sizes=sizes,
        notes=lambda crowded: [*left_out_works(works), *no_room(crowded), *notes],
    )
