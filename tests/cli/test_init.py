"""debatemap init: a debate that a person can go on with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from debatemap.project import load_project

if TYPE_CHECKING:
    from tests.cli.conftest import Command


def test_a_new_debate_and_what_to_do_next(command: Command, tmp_path: Path) -> None:
    """The folder is made; the next three commands are named."""
    told = command("init", tmp_path / "new")
    assert told.code == 0
    assert load_project(tmp_path / "new").is_example
    for step in ("write thesis and poles", "debatemap add -C", "debatemap run -C"):
        assert step in told.out


def test_in_the_current_folder_no_folder_is_named(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`debatemap init .` is followed by plain commands and short paths."""
    monkeypatch.chdir(tmp_path)
    told = command("init", ".")
    assert "wrote debate.toml\n" in told.out
    assert "  3. debatemap run\n" in told.out


def test_thesis_and_poles_as_options(command: Command, tmp_path: Path) -> None:
    """What is given stands in debate.toml; the title is the folder's name unless it is given."""
    thesis = 'Minimum wages cost "low-paid" workers their jobs.'
    command("init", tmp_path / "wages", "--thesis", thesis, "--attack", "harmless", "--support", "job killer")
    project = load_project(tmp_path / "wages")
    assert not project.is_example
    assert (project.debate.thesis, project.debate.title) == (thesis, "wages")
    assert (project.debate.attack.name, project.debate.support.name) == ("harmless", "job killer")


def test_a_debate_that_is_there_stays(command: Command, tmp_path: Path) -> None:
    """Refused in one line; not a byte is changed."""
    command("init", tmp_path)
    before = (tmp_path / "debate.toml").read_bytes()
    assert "exists already" in command("init", tmp_path, "--thesis", "Another.").error
    assert (tmp_path / "debate.toml").read_bytes() == before
