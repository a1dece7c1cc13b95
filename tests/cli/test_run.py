"""debatemap run: what it prints of a run. The run itself is tested in test_whole.py."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from debatemap.model import ArgumentGraph, Citation, CitationForm, Document, Page, Position, Span
from debatemap.project import EXAMPLE, init_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

    from debatemap.project import Project

POSITIONS = (
    Position("Card and Krueger", "", "", -0.62, -0.9, -0.2, 1, 1, 0, 1, -0.62, None),
    Position("Card and Krueger", "card-krueger-1994", "1994", -0.8, -1.0, -0.4, 0, 1, 0, 1, -0.8, None),
)
TEXT = "Smith (1999) agrees. " * 9


@dataclass(frozen=True)
class Result:
    """The fields of a pipeline's result that the command reads."""

    project: Project
    documents: tuple[Document, ...]
    citations: dict[str, tuple[Citation, ...]]
    graph: ArgumentGraph
    positions: tuple[Position, ...]
    unresolved: tuple[tuple[str, Citation], ...]
    warnings: tuple[str, ...]
    written: tuple[Path, ...]
    overridden: int = 0


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stands for the pipeline; the test may change what comes of it."""
    changes: dict[str, Any] = {}

    def run(project: Project, *, on_progress: Callable[[str, int, int], None]) -> Result:
        for stage, total in (("read", 2), ("claims", 2), ("draw", 1)):
            for done in range(total + 1):
                on_progress(stage, done, total)
        document = Document("review-2004", TEXT, (), pages=(Page("12", Span(0, len(TEXT))),))
        lost = tuple(Citation(Span(at, at + 12), CitationForm.NARRATIVE) for at in range(0, len(TEXT), 21))
        result = Result(
            project=project,
            documents=(document,),
            citations={"review-2004": lost},
            graph=ArgumentGraph(project.debate, (), (), (), {}),
            positions=POSITIONS,
            unresolved=tuple(("review-2004", citation) for citation in lost),
            warnings=tuple(f"a.md: warning number {number}" for number in range(7)),
            written=tuple(
                project.outputs / name for name in ("claims.csv", "text/review-2004.txt", "map.html")
            ),
        )
        return replace(result, **changes)

    module = ModuleType("debatemap.pipeline")
    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "debatemap.pipeline", module)
    return changes


def test_progress_is_a_line_a_stage_off_a_terminal(
    command: Command, debate: Project, pipeline: dict[str, Any]
) -> None:
    """On stderr, so that stdout holds results only."""
    told = command("run", "-C", debate.folder)
    assert told.code == 0
    assert told.err.splitlines()[:3] == ["reading papers: 2", "finding claims: 2", "drawing the map: 1"]


def test_table_then_files_then_doubts_then_next_steps(
    command: Command, debate: Project, pipeline: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order, with paths as one would type them from here."""
    monkeypatch.chdir(debate.folder)
    told = command("run").out
    parts = (
        "Minimum wages and jobs\n",
        "Card and Krueger  ",
        "1 paper · 0 citations linked to a work · 0 claims · 0 relations\n",
        "wrote into outputs: claims.csv, map.html\n",
        "9 citations without a work:\n",
        "  “Smith (1999)”  review-2004, p. 12\n",
        "  and 4 more: debatemap run --all\n",
        "Next:\n",
        "  open outputs/map.html\n",
        '  debatemap show "Card and Krueger"\n',
        "  debatemap add references.bib, with the works that are missing\n",
        "  debatemap claims correct or claims add, where the map is wrong\n",
    )
    places = [told.find(part) for part in parts]
    assert -1 not in places, parts[places.index(-1)]
    assert places == sorted(places)


def test_warnings_are_counted(command: Command, debate: Project, pipeline: dict[str, Any]) -> None:
    """The first few are named, all of them with --all."""
    told = command("run", "-C", debate.folder).err
    assert re.findall(r"warning: (.*)", told)[-2:] == [
        "a.md: warning number 4",
        "2 more. All of them: debatemap run --all",
    ]
    told = command("run", "-C", debate.folder, "--all").err
    assert re.findall(r"warning: (.*)", told) == [f"a.md: warning number {number}" for number in range(7)]


def test_all_names_every_citation(command: Command, debate: Project, pipeline: dict[str, Any]) -> None:
    """Without a line that counts the others."""
    told = command("run", "-C", debate.folder, "--all").out
    assert (told.count("“Smith (1999)”"), "more:" in told) == (9, False)


def test_a_debate_without_a_thesis_is_told_so(
    command: Command, tmp_path: Path, pipeline: dict[str, Any]
) -> None:
    """The first of the next steps is to write one."""
    init_project(tmp_path, EXAMPLE)
    told = command("run", "-C", tmp_path).out
    assert re.search(r"Next:\n  write thesis and poles into .*debate\.toml", told)


def test_what_hand_coding_took_the_place_of(
    command: Command, debate: Project, pipeline: dict[str, Any]
) -> None:
    """It is counted."""
    pipeline["overridden"] = 3
    assert "\n3 extracted claims give way to hand coding\n" in command("run", "-C", debate.folder).out


def test_nobody_takes_a_side(command: Command, debate: Project, pipeline: dict[str, Any]) -> None:
    """No empty table, and no scholar to look at."""
    pipeline["positions"] = ()
    pipeline["unresolved"] = ()
    told = command("run", "-C", debate.folder).out
    assert "Nobody takes a side yet." in told
    assert "debatemap show" not in told
    assert "without a work" not in told


def test_an_interrupted_run(
    command: Command, debate: Project, pipeline: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C: exit 130, no traceback."""

    def interrupt(project: Project, **_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["debatemap.pipeline"], "run", interrupt)
    told = command("run", "-C", debate.folder)
    assert (told.code, "Traceback" in told.err) == (130, False)


def test_a_run_for_scripts(command: Command, debate: Project, pipeline: dict[str, Any]) -> None:
    """--json: counts, positions, everything unresolved, every warning, every file."""
    data = json.loads(command("run", "-C", debate.folder, "--json").out)
    assert data["papers"] == ["review-2004"]
    assert [row["position"] for row in data["positions"]] == [-0.62, -0.8]
    assert data["unresolved"][0] == {"paper": "review-2004", "citation": "Smith (1999)", "page": "12"}
    assert (len(data["unresolved"]), len(data["warnings"]), len(data["written"])) == (9, 7, 3)
