"""Progress by stage: bars on a terminal, a line a stage elsewhere; always on stderr."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from debatemap.cli.terminal import err, say

STAGES = {
    "read": "reading papers",
    "claims": "finding claims",
    "positions": "placing scholars",
    "draw": "drawing the map",
}


class Progress:
    """A context that is called as `progress(stage, done, total)` while a run goes on."""

    def __init__(self) -> None:
        self._tasks: dict[str, TaskID] = {}
        self._finished: set[str] = set()
        self._bars: Bars | None = None
        if err.is_terminal:
            self._bars = Bars(
                TextColumn("{task.description:<17}"),
                BarColumn(bar_width=24),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=err,
                transient=True,
            )

    def __enter__(self) -> Self:
        if self._bars:
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars:
            self._bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of a stage are done."""
        name = STAGES.get(stage, stage)
        if self._bars:
            if stage not in self._tasks:
                self._tasks[stage] = self._bars.add_task(name, total=total)
            self._bars.update(self._tasks[stage], completed=done, total=total)
        elif done >= total > 0 and stage not in self._finished:
            self._finished.add(stage)
            say(f"{name}: {total}")
