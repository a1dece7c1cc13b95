"""An evaluation for the terminal: rates, stances, relations, the order of the scholars."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from debatemap.cli.terminal import count

if TYPE_CHECKING:
    from debatemap.evaluation import Evaluation, Figure

SIDES = ("for", "neither", "against")
"""The order of rows and columns of the confusion matrix."""


def report(paper: str, found: Evaluation) -> Iterator[RenderableType]:
    """Everything that was measured, with intervals, 79 characters wide or less."""
    yield Text(paper, "bold")
    yield ""
    yield _rates(found)
    if found.recall_by_via:
        told = ", ".join(
            f"{'via not coded' if via == '?' else via} {hits} of {all_}"
            for via, (hits, all_) in found.recall_by_via.items()
        )
        yield Text(f"Scholars' claims found: {told}")
    if found.coded:
        yield Text(
            f"Left out: {count(found.coded, 'row')} of sentences that are coded by hand in the project", "dim"
        )
    if found.evidence_not_found:
        yield Text(f"{count(found.evidence_not_found, 'claim')} with evidence that is not in the coded text")
    yield from _stances(found)
    yield from _order(found)
    yield ""
    yield Text("In brackets: 90 % intervals, by the bootstrap.", "dim")


def _rates(found: Evaluation) -> Table:
    table = _table("", "precision", "recall", "F1", "coded")
    for name, rates in (
        ("scholars' claims", found.attribution_scholar),
        ("the author's own", found.attribution_self),
        ("claims and side", found.stance_bearing),
        ("relations", found.relations),
    ):
        figures = (rates.precision, rates.recall, rates.f1)
        if rates.tp + rates.fn + rates.fp:
            table.add_row(name, *map(_figure, figures), str(rates.tp + rates.fn))
        else:
            table.add_row(name, "–", "–", "–", "0")
    return table


def _stances(found: Evaluation) -> Iterator[RenderableType]:
    if found.stance_accuracy is None or found.stance_macro_f1 is None:
        return
    yield ""
    number = sum(map(sum, found.confusion))
    yield Text(f"Stance of {count(number, 'claim')} rightly attributed", "bold")
    accuracy, macro = _figure(found.stance_accuracy), _figure(found.stance_macro_f1)
    yield Text(f"accuracy {accuracy}, macro-F1 {macro}")
    table = _table("coded ↓  found →", *SIDES)
    for side, row in zip(SIDES, found.confusion, strict=True):
        table.add_row(side, *map(str, row))
    yield table


def _order(found: Evaluation) -> Iterator[RenderableType]:
    if not found.placed and not found.missing:
        return
    yield ""
    yield Text("Positions", "bold")
    if found.tau_b:
        yield Text(f"tau-b {_figure(found.tau_b)}, {count(found.placed, 'work')} placed")
    else:
        yield Text(f"{count(found.placed, 'work')} placed; too few or too alike to compare their order")
    if found.covered:
        yield Text(f"the interval holds the coded mean: share {_figure(found.covered)}")
    if found.order:
        yield Text(f"in the order found: {', '.join(found.order)}")
    if found.missing:
        yield Text(f"without a position: {', '.join(found.missing)}")


def _table(first: str, *others: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(first, no_wrap=True)
    for name in others:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _figure(figure: Figure) -> str:
    return f"{figure.value:.3f} ({figure.lower:.2f}–{figure.upper:.2f})"
