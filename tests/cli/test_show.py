"""debatemap show: the table, the dossier, and names written any way."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.cli.conftest import RELATIONS

from debatemap import tables

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project


def test_the_table_goes_from_pole_to_pole(command: Command, results: Project) -> None:
    """A row a scholar, from attack to support; whoever takes no side stands below."""
    told = command("show", "-C", results.folder)
    assert told.code == 0
    assert told.out.splitlines()[:2] == [
        "Minimum wages and jobs",
        "Minimum wages cost low-paid workers their jobs.",
    ]
    assert re.search(r"^ +no job loss +job killer +for +against +papers$", told.out, re.MULTILINE)
    rows = re.findall(r"^(\S.*?)  +[├┝].*[┤┥]  (\S+) +(\d+) +(\d+) +(\d+)$", told.out, re.MULTILINE)
    assert rows == [
        ("Card and Krueger", "−0.62", "1", "1", "1"),
        ("Neumark and Wascher", "+0.70", "1", "0", "1"),
    ]
    assert "With neutral claims only: Reviewer." in told.out


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(
    command: Command, results: Project, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    """Table and dossier keep to the width, leave no blanks behind, and put the interval in figures where there is room."""
    monkeypatch.setenv("COLUMNS", str(width))
    table = command("show", "-C", results.folder).out
    dossier = command("show", "-C", results.folder, "card and krueger").out
    lines = (table + dossier).splitlines()
    assert max(len(line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip()] == []
    assert ("−0.90 … −0.20" in table) is (width == 120)


def test_a_dossier_has_claims_evidence_place_and_answers(command: Command, results: Project) -> None:
    """Everything the tables say of a scholar, side by side."""
    told = " ".join(command("show", "-C", results.folder, "Card and Krueger").out.split())
    for part in (
        "all works ├",
        "card-krueger-1994 ┝",
        "−0.62 (−0.90 … −0.20)",
        "1 paper witnesses it; as others report it",
        "Against the thesis 1 • “Card and Krueger (1994: 772) find that employment in fast food did not fall after the rise.”",
        "review-2004, p. 12 · cites p. 772 · extracted: verb · 91% sure · c1aaaaaaaa",
        "For the thesis 1 • “They grant that some small firms may close.”",
        "Attacked by 1 • Neumark and Wascher neumark-wascher-2000 · in review-2004",
        "“Neumark and Wascher dispute their data.”",
        "Supported by 1 • Reviewer review-2004 · coded by hand",
    ):
        assert part in told


def test_a_turn_against_own_work_is_told_once(command: Command, results: Project) -> None:
    """Neither as an attack on somebody nor by somebody; a work's dossier has it as one of the two."""
    turned = replace(RELATIONS[0], source="card-krueger-1995", target="card-krueger-1994")
    tables.write_relations(results.outputs / "relations.csv", [turned])
    told = command("show", "-C", results.folder, "Card and Krueger").out
    assert "Turns against own work 1" in told
    assert "Attack" not in told
    assert "Attacked by 1" in command("show", "-C", results.folder, "card-krueger-1994").out
    assert "Attacks 1" in command("show", "-C", results.folder, "card-krueger-1995").out


def test_hand_coded_claims_are_told_apart(command: Command, results: Project) -> None:
    """With the coder and the note."""
    told = command("show", "-C", results.folder, "Neumark and Wascher").out
    assert "review-2004 · coded by hand (AB) · c3cccccccc" in told
    assert "note: see table 3" in told
    assert "Attacks 1" in told


def test_each_claim_tells_how_far_it_pulls(command: Command, results: Project) -> None:
    """To which side, beside the place; above them what they come to, and what comes from elsewhere."""
    told = " ".join(command("show", "-C", results.folder, "Card and Krueger").out.split())
    assert re.search(
        r"pulled ◂ 0\.\d\d by claims against, 0\.\d\d ▸ by claims for, "
        r"(◂ 0\.\d\d|0\.\d\d ▸) through relations and other works",
        told,
    )
    assert re.search(r"◂ 0\.\d\d review-2004, p\. 12 · cites p\. 772", told)
    assert re.search(r"0\.\d\d ▸ review-2004 · extracted: carried", told)
    one = " ".join(command("show", "-C", results.folder, "c1aaaaaaaa").out.split())
    assert re.search(r"◂ 0\.\d\d review-2004, p\. 12", one)


def test_who_has_no_place_has_no_pulls(command: Command, results: Project) -> None:
    """A row of positions without any claim left, a speaker who is no scholar: shown, without pulls."""
    head, *rows = (results.outputs / "claims.csv").read_text(encoding="utf-8").splitlines()
    row = "o1,p,other:shopkeepers,,prices rose,support,0.9,narrative,,,,,,,,extracted,proposed,,"
    (results.outputs / "claims.csv").write_text("\n".join([head, rows[0], row]) + "\n", encoding="utf-8")
    (results.outputs / "relations.csv").write_text(
        (results.outputs / "relations.csv").read_text(encoding="utf-8").splitlines()[0] + "\n",
        encoding="utf-8",
    )
    for name in ("shopkeepers", "Card and Krueger"):
        told = command("show", "-C", results.folder, name)
        assert told.code == 0, told.err
        assert "pulled" not in told.out


def test_the_strongest_claim_stands_first(command: Command, results: Project) -> None:
    """Within its side; --json has the pull of every claim, that of a claim without a side being 0."""
    head, *rows = (results.outputs / "claims.csv").read_text(encoding="utf-8").splitlines()
    said = {"hiring went on": 0.5, "no diner closed": 0.99, "prices took up the cost": 0.7}
    rows += [
        f"s{at},survey-{at},card-krueger-1994,,{words},attack,{sure},narrative,,,,,,,,extracted,proposed,,"
        for at, (words, sure) in enumerate(said.items())
    ]
    (results.outputs / "claims.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    told = command("show", "-C", results.folder, "card-krueger-1994").out
    assert re.findall(r"^  • “?(\w+)", told, re.MULTILINE)[:4] == ["no", "Card", "prices", "hiring"]
    claims = json.loads(command("show", "-C", results.folder, "--json", "card-krueger-1994").out)["claims"]
    pulls = [claim["pull"] for claim in claims]
    assert pulls == sorted(pulls)
    assert pulls[-1] < 0
    reviewer = json.loads(command("show", "-C", results.folder, "--json", "review-2004").out)["claims"]
    assert [claim["pull"] for claim in reviewer] == [0.0]


def test_the_papers_author_stands_under_the_papers_key(command: Command, results: Project) -> None:
    """`self` in the tables is the author of the paper; rejected claims are left out."""
    told = command("show", "-C", results.folder, "review-2004").out
    assert "the question is open" in told
    assert "overridden words" not in told


def test_many_claims_without_a_side_are_counted(command: Command, results: Project) -> None:
    """They stand last, the first eight of them; the command that lists the others is named."""
    head, *_ = (results.outputs / "claims.csv").read_text(encoding="utf-8").splitlines()
    rows = [
        f"n{at},p,card-krueger-1994,,point {at},neutral,0.5,narrative,,,,,,,,extracted,proposed,,"
        for at in range(11)
    ]
    (results.outputs / "claims.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    told = command("show", "-C", results.folder, "Card and Krueger").out
    assert told.index("Attacked by 1") < told.index("Neither for nor against 11")
    assert told.count("• point") == 8
    assert told.endswith("    and 3 more: debatemap claims list --stance neutral --scholar …\n")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Card and Krueger", "Card and Krueger"),
        ("card & krueger", "Card and Krueger"),
        ("KRUEGER CARD", "Card and Krueger"),
        ("krueger", "Card and Krueger"),
        ("card-krueger-1995", "card-krueger-1995"),
        ("Card Krueger 1995", "card-krueger-1995"),
        ("c3cccccccc", "c3cccccccc"),
        ("c3cc", "c3cccccccc"),
    ],
)
def test_a_name_may_be_written_any_way(command: Command, results: Project, written: str, name: str) -> None:
    """Case, order, "and", hyphens, the beginning of an id; words without quotation marks are one name."""
    told = command("show", "-C", results.folder, "--json", *written.split())
    assert json.loads(told.out)["name"] == name


def test_a_dossier_for_scripts(command: Command, results: Project) -> None:
    """--json gives rows with the columns of the tables."""
    data = json.loads(command("show", "-C", results.folder, "--json", "card-krueger-1994").out)
    assert data["works"] == ["card-krueger-1994"]
    assert [row["id"] for row in data["claims"]] == ["c1aaaaaaaa"]
    assert [(row["source"], row["relation"]) for row in data["relations"]] == [
        ("review-2004", "support"),
        ("neumark-wascher-2000", "attack"),
    ]
    table = json.loads(command("show", "-C", results.folder, "--json").out)
    assert [row["holder"] for row in table][:2] == ["", "card-krueger-1994"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(
            "Neumerk and Washer",
            r'no scholar, work or claim "Neumerk and Washer"\. Did you mean "Neumark and Wascher"',
            id="misspelt",
        ),
        pytest.param("zzz", r'no scholar, work or claim "zzz"\. All of them: debatemap show', id="nobody"),
        pytest.param("and", r'no scholar, work or claim "and"', id="nothing but a connective"),
    ],
)
def test_an_unknown_name_is_refused(command: Command, results: Project, written: str, message: str) -> None:
    """The nearest names are offered."""
    assert re.search(message, command("show", "-C", results.folder, written).error)


def test_before_the_first_run_there_is_nothing_to_show(command: Command, debate: Project) -> None:
    """The command that makes results is named."""
    error = command("show", "-C", debate.folder).error
    assert re.search(r"outputs/claims\.csv: there are no results yet\. Make them: debatemap run", error)
