"""Progress: bars on a terminal, which leave nothing behind; lines elsewhere."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from debatemap.cli import progress


def told(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> str:
    """What two stages look like, the second of which has nothing to do."""
    stream = io.StringIO()
    monkeypatch.setattr(progress, "err", Console(file=stream, force_terminal=terminal, width=80))
    monkeypatch.setattr(progress, "say", lambda line: stream.write(line + "\n"))
    with progress.Progress() as tell:
        for done in range(3):
            tell("read", done, 2)
        tell("claims", 0, 0)
        tell("of a kind to come", 1, 1)
    return stream.getvalue()


def test_bars_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar a stage with its name and count; the last thing written takes the bars away."""
    seen = told(monkeypatch, terminal=True)
    assert "reading papers" in seen
    assert "2/2" in seen
    assert seen.endswith("\x1b[2K")


def test_lines_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """One when a stage is done, none for a stage with nothing to do."""
    assert told(monkeypatch, terminal=False) == "reading papers: 2\nof a kind to come: 1\n"
