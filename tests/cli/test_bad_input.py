"""Bad input: one line on stderr that says where, what was found and what to do; exit 2; nothing lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

PAPER = "Card and Krueger (1994) argue that minimum wages cost no jobs.\n"
HEAD = "paper,holder,claim,stance\n"


def settings(debate: Project, old: str, new: str) -> None:
    path = debate.folder / "debate.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


COMMANDS = (["run"], ["show"], ["claims", "list"], ["add", "x.md"])


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
def test_no_debate_here(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: list[str]
) -> None:
    """Every command names `debatemap init`, whether the folder is the current one or named."""
    monkeypatch.chdir(tmp_path)
    assert re.search(r"there is no debate\.toml here or in any folder above\. .*init", command(*line).error)
    for folder, found in (
        ("none", "there is no such folder"),
        (".", r"there is no debate\.toml in this folder"),
    ):
        named = command(*line, "-C", tmp_path / folder).error
        assert re.search(rf": {found}\. .*debatemap init DIR", named)


@pytest.mark.parametrize("line", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            ("\ntitle =", "\ntitel =", r'debate\.toml:5: unknown key "titel"\. Did you mean "title"'),
            id="key",
        ),
        pytest.param(
            ('"Minimum wages and jobs"', "Minimum wages", r"debate\.toml:5: this is not TOML: "),
            id="malformed",
        ),
        pytest.param(('"no job loss"', "7", r'debate\.toml:\d+: "poles\.attack\.name" is 7'), id="type"),
    ],
)
def test_wrong_settings(
    command: Command, debate: Project, line: list[str], case: tuple[str, str, str]
) -> None:
    """Every command refuses them before it does anything."""
    old, new, message = case
    settings(debate, old, new)
    assert re.search(message, command(*line, "-C", debate.folder).error)


@pytest.mark.parametrize("line", [["run"], ["claims", "list"]], ids=" ".join)
@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param(
            "p,self,x,atack", r'mine\.csv:2: stance "atack" is none of .* Did you mean "attack"', id="stance"
        ),
        pytest.param("p,self,,attack", r'mine\.csv:2: the cell "claim" is empty', id="empty cell"),
        pytest.param('p,self,"x,attack', r"mine\.csv:2: the quotation marks", id="quotation mark"),
    ],
)
def test_a_wrong_hand_coded_row(
    command: Command, debate: Project, line: list[str], row: str, message: str
) -> None:
    """File and line are named."""
    (debate.corpus / "p.txt").write_text(PAPER, encoding="utf-8")
    (debate.claims / "mine.csv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    assert re.search(message, command(*line, "-C", debate.folder).err)
    assert command(*line, "-C", debate.folder).code == 2


def test_an_unknown_holder(command: Command, debate: Project) -> None:
    """The nearest key of the bibliography is offered."""
    (debate.corpus / "p.txt").write_text(PAPER, encoding="utf-8")
    (debate.claims / "mine.csv").write_text(f"{HEAD}p,card-kruger-1994,x,attack\n", encoding="utf-8")
    told = command("run", "-C", debate.folder)
    assert told.code == 2
    assert re.search(
        r'mine\.csv:2: holder "card-kruger-1994" is not in the bibliography\. '
        r'Did you mean "card-krueger-1994"',
        told.err,
    )


def test_an_empty_corpus(command: Command, debate: Project) -> None:
    """`debatemap add` is named."""
    error = command("run", "-C", debate.folder).err.splitlines()[-1]
    assert re.search(r"corpus: there is no paper in the corpus\. .*debatemap add", error)


def test_a_file_that_is_no_text(command: Command, debate: Project) -> None:
    """One of several is a warning; alone it is an error."""
    (debate.corpus / "noise.md").write_bytes(b"\x00\x01\x02" * 99)
    told = command("run", "-C", debate.folder)
    assert (told.code, "Traceback" in told.err) == (2, False)
    assert re.search(r"corpus: none of the 1 files can be read", told.err)


def test_a_bibliography_that_is_broken(command: Command, debate: Project) -> None:
    """The file is named."""
    (debate.corpus / "references.bib").write_text("no entry at all", encoding="utf-8")
    (debate.corpus / "p.txt").write_text(PAPER, encoding="utf-8")
    told = command("run", "-C", debate.folder)
    assert told.code == 2
    assert re.search(r"references\.bib: ", told.err.splitlines()[-1])


def test_a_run_that_fails_loses_nothing(command: Command, results: Project) -> None:
    """What the last run wrote stays byte for byte."""
    before = {path: path.read_bytes() for path in results.outputs.iterdir()}
    (results.claims / "mine.csv").write_text(f"{HEAD}p,self,x,atack\n", encoding="utf-8")
    (results.corpus / "p.txt").write_text(PAPER, encoding="utf-8")
    assert command("run", "-C", results.folder).code == 2
    assert {path: path.read_bytes() for path in results.outputs.iterdir()} == before


def test_results_that_cannot_be_written(command: Command, debate: Project, tmp_path: Path) -> None:
    """A file where the folder should be: one line, no traceback."""
    (debate.corpus / "p.txt").write_text(PAPER, encoding="utf-8")
    debate.outputs.rmdir()
    debate.outputs.write_text("in the way", encoding="utf-8")
    told = command("run", "-C", debate.folder)
    assert (told.code, "Traceback" in told.err) == (2, False)
    assert re.search(r"outputs: .*Free the file or the disk", told.err.splitlines()[-1])
