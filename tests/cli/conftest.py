"""A small debate with results, and the command line run inside this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from debatemap import tables
from debatemap.cli.app import run_command
from debatemap.model import (
    Claim,
    Debate,
    Origin,
    Pole,
    Position,
    Relation,
    RelationKind,
    Span,
    Stance,
    Status,
    Via,
)
from debatemap.project import Project, init_project, load_project

DEBATE = Debate(
    title="Minimum wages and jobs",
    thesis="Minimum wages cost low-paid workers their jobs.",
    attack=Pole("no job loss", "Employment stays as it is when minimum wages rise."),
    support=Pole("job killer", "Minimum wages destroy jobs."),
)
BIBLIOGRAPHY = """\
@article{card-krueger-1994, author = {Card, David and Krueger, Alan B.}, year = {1994},
  title = {Minimum Wages and Employment}}
@book{card-krueger-1995, author = {Card, David and Krueger, Alan B.}, year = {1995},
  title = {Myth and Measurement}}
@article{neumark-wascher-2000, author = {Neumark, David and Wascher, William}, year = {2000},
  title = {Minimum Wages and Employment: Comment}}
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line on stderr of a command that was refused."""
        lines = self.err.splitlines()
        assert self.code == 2, self
        assert len(lines) == 1, self.err
        assert "Traceback" not in lines[0]
        return lines[0]


Command = Callable[..., Outcome]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command line and returns exit code, stdout, stderr; the terminal is 80 wide."""
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run_command([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def debate(tmp_path: Path) -> Project:
    """A debate with a bibliography and no results."""
    init_project(tmp_path / "wages", DEBATE)
    (tmp_path / "wages" / "corpus" / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return load_project(tmp_path / "wages")


CLAIMS = [
    Claim(
        "c1aaaaaaaa",
        "review-2004",
        "card-krueger-1994",
        "Card and Krueger",
        "employment in fast food did not fall after the rise",
        Stance.ATTACK,
        0.91,
        Via.NARRATIVE,
        "Card and Krueger (1994: 772) find that employment in fast food did not fall after the rise.",
        Span(0, 92),
        page="12",
        locator="772",
        rule="verb",
    ),
    Claim(
        "c2bbbbbbbb",
        "review-2004",
        "card-krueger-1995",
        "Card and Krueger",
        "some small firms may close",
        Stance.SUPPORT,
        0.6,
        Via.CARRIED,
        "They grant that some small firms may close.",
        Span(100, 143),
        rule="carried",
    ),
    Claim(
        "c3cccccccc",
        "review-2004",
        "neumark-wascher-2000",
        "Neumark and Wascher",
        "payroll records show fewer jobs",
        Stance.SUPPORT,
        1.0,
        Via.NARRATIVE,
        "",
        None,
        origin=Origin.HAND,
        status=Status.ACCEPTED,
        coder="AB",
        note="see table 3",
    ),
    Claim(
        "c4dddddddd",
        "review-2004",
        "self",
        "Reviewer",
        "the question is open",
        Stance.NEUTRAL,
        0.8,
        Via.NARRATIVE,
        "We hold that the question is open.",
        Span(200, 234),
        rule="own",
    ),
    Claim(
        "c5eeeeeeee",
        "review-2004",
        "self",
        "Reviewer",
        "overridden words",
        Stance.ATTACK,
        0.8,
        Via.NARRATIVE,
        "We hold that.",
        Span(300, 313),
        status=Status.REJECTED,
    ),
]
RELATIONS = [
    Relation(
        "r1",
        "review-2004",
        "neumark-wascher-2000",
        "card-krueger-1994",
        RelationKind.ATTACK,
        "Neumark and Wascher dispute their data.",
        Span(400, 439),
        0.9,
    ),
    Relation(
        "r2",
        "review-2004",
        "self",
        "card-krueger-1994",
        RelationKind.SUPPORT,
        "",
        None,
        1.0,
        origin=Origin.HAND,
    ),
]
POSITIONS = [
    Position("Card and Krueger", "", "", -0.62, -0.9, -0.2, 1, 1, 0, 1, -0.62, None),
    Position("Card and Krueger", "card-krueger-1994", "1994", -0.8, -1.0, -0.4, 0, 1, 0, 1, -0.8, None),
    Position("Card and Krueger", "card-krueger-1995", "1995", 0.2, -0.3, 0.7, 1, 0, 0, 1, 0.2, None),
    Position("Neumark and Wascher", "", "", 0.7, 0.3, 1.0, 1, 0, 0, 1, 0.7, None),
    Position("Neumark and Wascher", "neumark-wascher-2000", "2000", 0.7, 0.3, 1.0, 1, 0, 0, 1, 0.7, None),
    Position("Reviewer", "", "", 0.0, -0.5, 0.5, 0, 0, 1, 1, None, 0.0),
    Position("Reviewer", "review-2004", "2004", 0.0, -0.5, 0.5, 0, 0, 1, 1, None, 0.0),
]  # fmt: skip


@pytest.fixture
def results(debate: Project) -> Project:
    """The same debate after a run."""
    tables.write_claims(debate.outputs / "claims.csv", CLAIMS)
    tables.write_relations(debate.outputs / "relations.csv", RELATIONS)
    tables.write_positions(debate.outputs / "positions.csv", POSITIONS)
    return debate
