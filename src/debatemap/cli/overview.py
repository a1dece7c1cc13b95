"""The whole debate in one table: a row a scholar, from the pole of attack to the pole of support."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from debatemap.cli.axis import draw_axis, draw_poles
from debatemap.cli.terminal import signed
from debatemap.model import Debate, Position

# A terminal so wide has room for the interval in figures.
WIDE = 100
NAME_WIDTH, WIDE_NAME_WIDTH = 20, 28
MOST_NAMED = 12
"""So many scholars without a side are named; a paper may cite a hundred in passing."""
BEYOND_DOUBT = "a difference beyond doubt"


def overview(debate: Debate, positions: Sequence[Position], width: int) -> Iterator[RenderableType]:
    """Title, thesis and table for a terminal of `width` characters.

    Scholars who make no claim for or against stand in a line below it.
    """
    yield Text(debate.title, "bold")
    yield Text(debate.thesis)
    yield ""
    scholars = [row for row in positions if not row.holder]
    taking_sides = sorted(
        (row for row in scholars if row.support + row.attack), key=lambda row: (row.position, row.scholar)
    )
    if taking_sides:
        yield _table(debate, taking_sides, width)
        yield Text("● position   ○ side not settled   ━ 90 % interval", "dim")
    else:
        yield Text("Nobody takes a side yet.")
    others = sorted(
        (row for row in scholars if not row.support + row.attack), key=lambda row: (-row.neutral, row.scholar)
    )
    for told, rows in (
        ("With neutral claims only", [row for row in others if row.neutral]),
        ("Without a claim, in relations only", [row for row in others if not row.neutral]),
    ):
        if rows:
            yield ""
            yield Text(f"{told}: {_names(rows)}".removesuffix(".") + ".")


def _names(rows: Sequence[Position]) -> str:
    """Those with most claims by name, in the order of the alphabet; the rest counted."""
    named = sorted(row.scholar for row in rows[:MOST_NAMED])
    hidden = len(rows) - len(named)
    more = f" and {hidden} more, all in positions.csv" if hidden else ""
    return ", ".join(named) + more


def _table(debate: Debate, rows: Sequence[Position], width: int) -> Table:
    wide = width >= WIDE
    name_width = min(WIDE_NAME_WIDTH if wide else NAME_WIDTH, max(len(row.scholar) for row in rows))
    fixed = name_width + 7 + 5 + 9 + 8 + (17 if wide else 0) + 2
    axis = max(15, min(61, width - fixed))
    axis -= 1 - axis % 2
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("", width=name_width, no_wrap=True, overflow="ellipsis")
    table.add_column(draw_poles(debate.attack, debate.support, axis), width=axis, no_wrap=True)
    table.add_column("", justify="right", no_wrap=True, min_width=5)
    if wide:
        table.add_column("90 %", justify="right", no_wrap=True, min_width=15, style="dim", vertical="bottom")
    for name in ("for", "against", "papers"):
        table.add_column(name, justify="right", no_wrap=True, vertical="bottom")
    for row in rows:
        cells: list[RenderableType] = [
            Text(row.scholar, "bold"),
            draw_axis(row.position, row.lower, row.upper, axis),
            signed(row.position),
        ]
        if wide:
            cells.append(f"{signed(row.lower)} … {signed(row.upper)}")
        table.add_row(*cells, str(row.support), str(row.attack), str(row.papers))
    return table
