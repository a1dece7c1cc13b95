"""The command line as a whole: help, version, wrong use, the reference page."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]], ids=["alone", "--help", "-h"])
def test_help_names_every_command(command: Command, arguments: list[str]) -> None:
    """Without a command, debatemap says what it can do, and that is no error."""
    told = command(*arguments)
    assert told.code == 0
    for name in ("init", "add", "run", "show", "position", "evaluate", "report", "claims"):
        assert re.search(rf"^  {name} ", told.out, re.MULTILINE)


def test_a_group_alone_shows_its_help(command: Command) -> None:
    """So does `debatemap claims`."""
    told = command("claims")
    assert (told.code, "add " in told.out, "list " in told.out) == (0, True, True)


@pytest.mark.parametrize(
    "name", ["init", "add", "run", "show", "position", "evaluate", "report", "claims add", "claims list"]
)
def test_every_command_has_an_example(command: Command, name: str) -> None:
    """--help shows how the command is called."""
    told = command(*name.split(), "--help")
    assert told.code == 0
    assert re.search(rf"Examples?:\n    debatemap {name}", told.out)


@pytest.mark.parametrize(
    "name", ["add", "run", "show", "position", "evaluate", "report", "claims add", "claims list"]
)
def test_every_command_takes_the_debates_folder(command: Command, name: str) -> None:
    """-C DIR, as in the README."""
    assert re.search(r"^  -C DIR ", command(*name.split(), "--help").out, re.MULTILINE)


def test_version(command: Command) -> None:
    """--version says which, and nothing else."""
    told = command("--version")
    assert told.code == 0
    assert re.fullmatch(r"debatemap \d+\.\d+\.\d+\S*\n", told.out)


WRONG_USE = {
    "unknown command": ("shwo", r"debatemap: No such command 'shwo'\. .*debatemap --help"),
    "unknown option": ("run --fast", r"debatemap run: No such option: --fast\. .*debatemap run --help"),
    "missing argument": ("add", r"debatemap add: Missing argument .*debatemap add --help"),
    "wrong choice": (
        "claims list --stance maybe",
        r"debatemap claims list: Invalid value for .*'maybe' is not one of 'support', 'attack', 'neutral'",
    ),
    "option without a value": ("show -C", r"debatemap: Option '-C' requires an argument"),
}


@pytest.mark.parametrize(("line", "message"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_one_line_and_exit_2(command: Command, line: str, message: str) -> None:
    """The line names the command, what is wrong, and where its use is told."""
    assert re.search(message, command(*line.split()).error)


def test_the_installed_command_exits_so(tmp_path: Path) -> None:
    """The entry point itself: exit 2, one line on stderr, nothing on stdout, no colour in a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "debatemap", "show"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"/.*: there is no debate\.toml here .*debatemap init DIR\n", done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("settings", "coloured"),
    [
        pytest.param({}, True, id="on a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="on a terminal with NO_COLOR"),
        pytest.param({"PIPE": "1"}, False, id="in a pipe"),
    ],
)
def test_colour(results: Project, settings: dict[str, str], coloured: bool) -> None:
    """On a terminal only, and never with NO_COLOR; what is printed is the same."""
    ours, theirs = os.pipe() if "PIPE" in settings else os.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [sys.executable, "-m", "debatemap", "show"],
        cwd=results.folder,
        stdout=theirs,
        env=environment | settings,
        check=True,
    )
    told = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)
    assert ("\x1b[38" in told) is coloured
    assert "● position   ○ side not settled   ━ 90 % interval" in told


def test_the_reference_page_is_what_help_says() -> None:
    """docs/cli.md is made from --help: python docs/make_cli.py"""
    page = runpy.run_path(str(ROOT / "docs" / "make_cli.py"))["reference"]()
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == page
