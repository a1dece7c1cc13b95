"""debatemap draw: which pictures, of what, in which format, made by what."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args, get_type_hints

import pytest

from debatemap.cli.draw import Format, draw
from debatemap.pipeline import run
from debatemap.project import load_project
from debatemap.render import FORMATS, SIZES, THEMES, VIEWS, formats

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project


@pytest.fixture(autouse=True)
def no_dot(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine without Graphviz, whatever this one has."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)


def test_three_views_into_a_folder_of_their_own(command: Command, results: Project) -> None:
    """Svg unless another format is asked for; the pictures of the run stay as they are."""
    told = command("draw", "-C", results.folder)
    folder = results.outputs / "pictures"
    assert told.code == 0
    assert told.err == ""
    assert [path.name for path in sorted(folder.iterdir())] == ["argument.svg", "axis.svg", "time.svg"]
    assert told.out.count("(graphviz-pure)") == 3
    assert "Card and Krueger" in (folder / "axis.svg").read_text(encoding="utf-8")


def test_the_same_bytes_as_the_run(command: Command, tmp_path: Path) -> None:
    """Without filters the tables give back the very pictures that the run drew."""
    project = tmp_path / "copy"
    project.mkdir()
    (project / "debate.toml").write_text(
        'title = "T"\nthesis = "Wages cost jobs."\n[poles.attack]\nname = "no"\nstatement = "Wages cost no jobs."\n'
        '[poles.support]\nname = "yes"\nstatement = "Wages cost jobs."\n',
        encoding="utf-8",
    )
    (project / "corpus").mkdir()
    (project / "corpus" / "smith-2001.md").write_text(
        "# On wages\n\nCard (1994) argues that higher wages cost jobs. Neumark (2000) rejects this view of "
        "Card (1994). He holds that wages cost no jobs at all.\n\n## References\n\nCard, D. (1994). Jobs.\n\n"
        "Neumark, D. (2000). Comment.\n",
        encoding="utf-8",
    )
    opened = load_project(project)
    run(opened)
    assert command("draw", "-C", project).code == 0
    for ran, drew in (("map", "axis"), ("argument", "argument"), ("time", "time")):
        again = (opened.outputs / "pictures" / f"{drew}.svg").read_bytes()
        assert again == (opened.outputs / f"{ran}.svg").read_bytes()


@pytest.mark.parametrize("size", SIZES)
def test_a_pdf_by_typst(command: Command, results: Project, tmp_path: Path, size: str) -> None:
    """Where there is no dot, typst makes it, the same bytes each time, and is named."""
    made = []
    for folder in ("one", "two"):
        told = command(
            "draw",
            "-C",
            results.folder,
            "--view=axis",
            "--format=pdf",
            f"--size={size}",
            "--to",
            tmp_path / folder,
        )
        assert told.out.endswith("axis.pdf (typst)\n")
        made.append((tmp_path / folder / "axis.pdf").read_bytes())
    assert made[0].startswith(b"%PDF")
    assert made[0] == made[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_pdf_by_the_systems_dot(
    command: Command, results: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Graphviz's own dot comes first where there is one; it gets our places and is named."""
    stand_in = tmp_path / "dot"
    stand_in.write_text(
        f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/source\nprintf "%%PDF-1.7"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(stand_in))
    told = command("draw", "-C", results.folder, "--view=time", "--format=pdf", "--to", tmp_path)
    assert told.out.endswith(f"time.pdf ({stand_in})\n")
    assert (tmp_path / "asked").read_text() == "-Kneato -n2 -Tpdf\n"
    assert "pos=" in (tmp_path / "source").read_text(encoding="utf-8")
    assert (tmp_path / "time.pdf").read_bytes() == b"%PDF-1.7"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_dot_that_fails(
    command: Command, results: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own words, in one line; nothing is written."""
    stand_in = tmp_path / "dot"
    stand_in.write_text('#!/bin/sh\necho "no pdf here" >&2\nexit 1\n')
    stand_in.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda _name: str(stand_in))
    told = command("draw", "-C", results.folder, "--view=axis", "--format=pdf", "--to", tmp_path / "new")
    assert "could not make a pdf: no pdf here" in told.error
    assert not (tmp_path / "new").exists()


def test_nothing_makes_a_pdf(command: Command, results: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says what to install."""
    monkeypatch.setattr(formats, "can_typeset", lambda: False)
    told = command("draw", "-C", results.folder, "--format=pdf")
    assert 'pip install "debatemap[pdf]"' in told.error


def test_filters_reach_the_picture(command: Command, results: Project) -> None:
    """A scholar written as in `show`; the picture says what was chosen and counts the rest."""
    told = command("draw", "-C", results.folder, "--view=axis", "--scholar=neumark wascher", "--since=1999")
    assert told.code == 0
    svg = (results.outputs / "pictures" / "axis.svg").read_text(encoding="utf-8")
    assert 'data-name="Neumark and Wascher"' in svg
    assert 'data-name="Card and Krueger"' not in svg
    assert "Chosen: scholars Neumark and Wascher; works since 1999." in svg
    assert "Left out by this choice: 2 scholars" in svg


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--scholar=Kard and Kruger"], 'Did you mean "Card and Krueger"'),
        (["--scholar=card-krueger-1994"], "is no scholar"),
        (["--paper=nowhere"], 'no paper "nowhere" in this debate'),
        (["--view=pie"], "'pie' is not one of"),
        (["--min-confidence=2"], "less than or equal to 1"),
        (["--view=argument", "--size=85mm"], "no room in 85 mm"),
    ],
)
def test_wrong_use(command: Command, results: Project, arguments: list[str], said: str) -> None:
    """One line that says what there is."""
    assert said in command("draw", "-C", results.folder, *arguments).error


def test_before_the_first_run(command: Command, debate: Project) -> None:
    """There is nothing to draw yet."""
    assert "debatemap run" in command("draw", "-C", debate.folder).error


def test_a_column_has_no_room_for_arguments(command: Command, results: Project) -> None:
    """Of all views the other two are drawn, and it is said why."""
    told = command("draw", "-C", results.folder, "--size=85mm")
    assert told.code == 0
    assert "argument: not drawn" in told.err
    assert told.out.count("wrote ") == 2


def test_for_scripts(command: Command, results: Project) -> None:
    """Json names view, file and program."""
    told = command("draw", "-C", results.folder, "--json", "--format=svg", "--format=png")
    rows = json.loads(told.out)
    assert [Path(row["file"]).name for row in rows][:2] == ["axis.svg", "axis.png"]
    assert all(Path(row["file"]).is_file() for row in rows)
    assert {row["made_by"] for row in rows} == {"graphviz-pure"}


def test_the_options_are_those_of_the_library() -> None:
    """What --help offers is what there is."""
    hints = get_type_hints(draw)
    assert get_args(hints["view"]) == (*VIEWS, "all")
    assert get_args(hints["theme"]) == tuple(THEMES)
    assert get_args(hints["size"]) == tuple(SIZES)
    assert tuple(Format) == FORMATS
