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
    assert "thesis" in load_project(tmp_path / "new").unwritten
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
    names = ("--attack", "harmless", "--support", "job killer")
    told = command("init", tmp_path / "wages", "--thesis", thesis, *names)
    project = load_project(tmp_path / "wages")
    assert (project.debate.thesis, project.debate.title) == (thesis, "wages")
    assert (project.debate.attack.name, project.debate.support.name) == ("harmless", "job killer")
    # What nobody wrote is no statement of anybody's, and is asked for.
    assert (project.debate.attack.statement, project.debate.support.statement) == ("harmless", thesis)
    assert project.unwritten == ("poles.attack.statement",)
    assert "1. write what those who attack the thesis say into" in told.out


def test_everything_as_options(command: Command, tmp_path: Path) -> None:
    """Nothing is left to write, and the first step is a paper."""
    told = command(
        "init", tmp_path, "--thesis", "Wages cost jobs.", "--attack", "no", "--attack-says", "They do not.",
        "--support", "yes", "--support-says", "They do.",
    )  # fmt: skip
    project = load_project(tmp_path)
    assert project.unwritten == ()
    assert [pole.statement for pole in (project.debate.attack, project.debate.support)] == [
        "They do not.",
        "They do.",
    ]
    assert "1. debatemap add" in told.out


def test_an_empty_option_is_no_thesis(command: Command, tmp_path: Path) -> None:
    """Refused, and nothing is made."""
    told = command("init", tmp_path / "new", "--thesis", " ")
    assert "--thesis is empty" in told.error
    assert not (tmp_path / "new").exists()


def test_poles_are_opposites(command: Command, tmp_path: Path) -> None:
    """One sentence for both: no axis runs between them, and nothing is made."""
    told = command("init", tmp_path / "new", "--attack-says", "It works.", "--support-says", "it works.")
    assert told.code == 2
    assert 'both poles have the statement "it works."' in told.error
    assert not (tmp_path / "new").exists()


def test_a_debate_that_is_there_stays(command: Command, tmp_path: Path) -> None:
    """Refused in one line; not a byte is changed."""
    command("init", tmp_path)
    before = (tmp_path / "debate.toml").read_bytes()
    assert "exists already" in command("init", tmp_path, "--thesis", "Another.").error
    assert (tmp_path / "debate.toml").read_bytes() == before
