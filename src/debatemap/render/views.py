"""The views of a debate: one graph, several pictures, each a standalone svg."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph, Position
from debatemap.render.argument import lay_argument
from debatemap.render.axis import lay_axis
from debatemap.render.cast import choose_cast
from debatemap.render.choice import Choice, choose
from debatemap.render.formats import layout_to_svg
from debatemap.render.shapes import Layout
from debatemap.render.theme import NORMAL, SCREEN, Sizes, Theme
from debatemap.render.timeline import lay_time
from debatemap.render.works import choose_works

VIEWS = ("axis", "argument", "time")
ALL = Choice()


def view_svg(
    view: str,
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    choice: Choice = ALL,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    strengths: Mapping[str, float] | None = None,
) -> str:
    """A view as svg; the same input gives the same text.

    `strengths`: claim id, and "thesis", → acceptability, 0 to 1, which the view of arguments shows.

    Marks answer to a script. In every view edges have class "tie", id "tie-<n>" and `data-source`,
    `data-target` (names of scholars; of works in the view of time), `data-kind`. Groups: in the axis view
    and the view of arguments class "scholar", id "scholar-<n>", `data-name`; in the latter also class
    "claim", id "claim-<claim id>", `data-claim`, `data-name`; in the view of time class "work", id
    "work-<n>", `data-work`, `data-name`. All ids of the other two views begin with "argument-" or "time-",
    so that the three may stand on one page.
    """
    layout = lay_view(view, graph, positions, choice=choice, theme=theme, sizes=sizes, strengths=strengths)
    return layout_to_svg(layout)


def lay_view(
    view: str,
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    choice: Choice = ALL,
    theme: Theme = SCREEN,
    sizes: Sizes = NORMAL,
    strengths: Mapping[str, float] | None = None,
    notes: Sequence[str] = (),
) -> Layout:
    """Place every mark of a view; `notes` go to the foot. Raises DebatemapError for a view there is not."""
    if view not in VIEWS:
        raise DebatemapError(f'there is no view "{view}"', todo=f"There are {', '.join(VIEWS)}")
    chosen, told = choose(graph, choice)
    told += notes
    if view == "time":
        works = choose_works(chosen, positions, top=choice.top)
        return lay_time(chosen, works, theme=theme, sizes=sizes, notes=told)
    cast = choose_cast(chosen, positions, top=choice.top)
    if view == "argument":
        return lay_argument(chosen, cast, theme=theme, sizes=sizes, strengths=strengths, notes=told)
    return lay_axis(chosen, cast, theme=theme, sizes=sizes, notes=told)
