"""debatemap position: where everybody stands, and whose framing moves whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from debatemap.cli.argument import graph_of
from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.overview import overview
from debatemap.cli.results import load_results, tell_if_changed
from debatemap.cli.terminal import AGAINST, FOR, out, put, say_json, signed
from debatemap.positions import Shift, place_scholars
from debatemap.positions import sensitivity as leave_out
from debatemap.tables.columns import position_row

MOST_MOVED = 5
"""So many scholars are named for each paper or coder; --all names every one."""


def position(
    *,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Leave out one paper, one coder at a time: who moves?")
    ] = False,
    name_all: Annotated[
        bool, typer.Option("--all", help="With --sensitivity: name everybody who moves by 0.01 or more.")
    ] = False,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """Place the scholars anew, from the claims and relations of the last run.

    With --sensitivity: leaves out each paper, then each coder, and tells whom it moves, by how much and
    to which side. A scholar whom a single paper carries to a pole stands there by that paper's framing.
    Stances that the program took over from a coder stay as they are; `debatemap run` without the coder's
    file in claims/ tells all. Nothing is written.

    \b
    Examples:
      debatemap position
      debatemap position --sensitivity
      debatemap position --sensitivity --json
    """
    project = project_of(directory)
    graph = graph_of(project, load_results(project))
    tell_if_changed(project)
    if sensitivity:
        shifts = leave_out(graph)
        if as_json:
            say_json([asdict(shift) for shift in shifts])
            return
        for part in _moved([shift for shift in shifts if not shift.holder], None if name_all else MOST_MOVED):
            put(part)
        return
    placed = place_scholars(graph)
    if as_json:
        say_json([position_row(row) for row in placed])
        return
    for part in overview(project.debate, placed, out.width):
        put(part)


def _moved(shifts: Sequence[Shift], most: int | None) -> Iterator[RenderableType]:
    """What each paper and coder does to the scholars; who moves somebody most comes first."""
    if not shifts:
        yield Text("Nobody moves, whichever paper or coder is left out.")
        return
    # `shifts` come largest first: so do the groups, by the first of each.
    first: dict[tuple[str, str], int] = {}
    for at, shift in enumerate(shifts):
        first.setdefault((shift.kind, shift.left_out), at)
    by_group = sorted(shifts, key=lambda s: (s.kind != "paper", first[s.kind, s.left_out]))
    for (kind, name), group in groupby(by_group, key=lambda s: (s.kind, s.left_out)):
        moved = list(group)
        yield Text("without ").append(name, "bold").append(f"  {kind}", "dim")
        yield _table(moved[:most])
        if most is not None and len(moved) > most:
            yield Text(f"  and {len(moved) - most} more, by less", "dim")
        yield ""
    yield Text("◂ ▸ what leaving it out does to the position; smaller than 0.01 is not shown", "dim")
    if any(shift.kind == "coder" for shift in shifts):
        yield Text("Without a coder: what the program learnt from that coding for other claims stays.", "dim")


def _table(moved: Sequence[Shift]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    table.add_column(max_width=32, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", no_wrap=True, min_width=6)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True, min_width=6)
    for shift in moved:
        # `moved` is what the paper does; left out, the scholar goes the other way.
        going = -shift.moved
        mark = Text(f"◂ {abs(going):.2f}", AGAINST) if going < 0 else Text(f"{going:.2f} ▸", FOR)
        without = signed(shift.without) if shift.left else "no claim left"
        table.add_row(f"  {shift.scholar}", signed(shift.position), f"→ {without}", mark)
    return table
