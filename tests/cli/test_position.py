"""debatemap position: the table made again, and whom each paper and coder moves."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from debatemap import tables
from debatemap.cli.argument import graph_of
from debatemap.cli.results import load_results
from debatemap.model import Claim, Origin, Span, Stance, Status, Via
from debatemap.positions import place_scholars

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project


def claim(name: str, paper: str, holder: str, stance: Stance, coder: str = "") -> Claim:
    """A sure claim, coded by hand when it has a coder."""
    words = f"what {name} says of wages and jobs"
    place = Span(*(100 * len(name) + 10 * ord(name[0]) + offset for offset in (0, len(words))))
    found = Claim(name, paper, holder, "", words, stance, 0.95, Via.NARRATIVE, words, place, rule="verb")
    return replace(found, origin=Origin.HAND, status=Status.ACCEPTED, coder=coder) if coder else found


CK, NW = "card-krueger-1994", "neumark-wascher-2000"
CLAIMS = [
    claim("one", "review-2004", CK, Stance.ATTACK),
    claim("two", "survey-2007", CK, Stance.ATTACK),
    claim("three", "survey-2007", CK, Stance.ATTACK),
    claim("four", "review-2004", NW, Stance.SUPPORT),
    claim("five", "survey-2007", NW, Stance.SUPPORT, coder="AB"),
]


@pytest.fixture
def placed(results: Project) -> Project:
    """Results whose positions follow from their claims."""
    tables.write_claims(results.outputs / "claims.csv", CLAIMS)
    tables.write_relations(results.outputs / "relations.csv", [])
    positions = place_scholars(graph_of(results, load_results(results)))
    tables.write_positions(results.outputs / "positions.csv", positions)
    return results


def test_the_positions_of_the_tables_are_found_again(command: Command, placed: Project) -> None:
    """The same rows as in outputs/positions.csv, from claims and relations alone; no file is changed."""
    before = (placed.outputs / "positions.csv").read_bytes()
    rows = json.loads(command("position", "-C", placed.folder, "--json").out)
    written = tables.read_positions(placed.outputs / "positions.csv")
    assert rows == [tables.columns.position_row(row) for row in written]
    assert (placed.outputs / "positions.csv").read_bytes() == before
    sides = {row["holder"]: row["position"] for row in rows}
    assert sides[CK] < 0 < sides[NW]


def test_the_table_is_that_of_show(command: Command, placed: Project) -> None:
    """Title, thesis, a row a scholar from pole to pole."""
    told = command("position", "-C", placed.folder)
    assert told.code == 0
    assert told.out == command("show", "-C", placed.folder).out


def test_a_changed_claim_moves_its_holder(command: Command, placed: Project) -> None:
    """The table is worked out from the claims, not copied from the last run."""
    turned = [replace(one, stance=Stance.SUPPORT) if one.holder == CK else one for one in CLAIMS]
    tables.write_claims(placed.outputs / "claims.csv", turned)
    rows = json.loads(command("position", "-C", placed.folder, "--json").out)
    assert next(row["position"] for row in rows if row["holder"] == CK) > 0


def test_whom_each_paper_and_coder_moves(command: Command, placed: Project) -> None:
    """Without the survey, the first pair goes toward the middle; without the coder, the second pair."""
    told = command("position", "-C", placed.folder, "--sensitivity")
    assert told.code == 0
    # Whoever moves somebody most comes first, papers before coders.
    assert re.findall(r"^without (\S+)  (\S+)$", told.out, re.MULTILINE) == [
        ("survey-2007", "paper"),
        ("review-2004", "paper"),
        ("AB", "coder"),
    ]
    survey = told.out.split("without survey-2007")[1].split("without")[0]
    assert re.search(r"^  Card and Krueger +−0\.\d\d +→ −0\.\d\d +0\.\d\d ▸$", survey, re.MULTILINE)
    coder = told.out.split("without AB")[1]
    assert re.search(r"^  Neumark and Wascher +\+0\.\d\d +→ \+0\.\d\d +◂ 0\.\d\d$", coder, re.MULTILINE)
    assert max(map(len, told.out.splitlines())) <= 80


def test_sensitivity_for_scripts(command: Command, placed: Project) -> None:
    """--json gives works, too; what is moved is position less position without."""
    rows = json.loads(command("position", "-C", placed.folder, "--sensitivity", "--json").out)
    assert {row["kind"] for row in rows} == {"paper", "coder"}
    assert {row["holder"] for row in rows} >= {"", CK, NW}
    for row in rows:
        assert row["moved"] == pytest.approx(row["position"] - row["without"], abs=1e-9)
        assert abs(row["moved"]) >= 0.01


def test_the_coder_of_a_relation_is_known_from_the_hand_coding(command: Command, placed: Project) -> None:
    """outputs/relations.csv has no coder; claims/ has."""
    (placed.claims / "relations.csv").write_text(
        f"paper,source,target,relation,coder\nreview-2004,{NW},{CK},support,CD\n", encoding="utf-8"
    )
    coded, _ = tables.read_coded_relations(placed.claims, known_holders=None)
    tables.write_relations(placed.outputs / "relations.csv", coded)
    rows = json.loads(command("position", "-C", placed.folder, "--sensitivity", "--json").out)
    assert "CD" in {row["left_out"] for row in rows if row["kind"] == "coder"}


def test_many_who_move_are_counted(command: Command, placed: Project) -> None:
    """Five a paper; --all names every one."""
    many = [claim(f"n{at}", "survey-2007", f"author{at}-2001", Stance.ATTACK) for at in range(8)]
    tables.write_claims(placed.outputs / "claims.csv", many)
    (placed.outputs / "positions.csv").write_text(",".join(tables.POSITION_COLUMNS) + "\n", encoding="utf-8")
    told = command("position", "-C", placed.folder, "--sensitivity").out
    assert told.count("→") == 5
    assert "  and 3 more, by less\n" in told
    assert command("position", "-C", placed.folder, "--sensitivity", "--all").out.count("→") == 8


def test_nobody_moves_where_nothing_is_claimed(command: Command, placed: Project) -> None:
    """Said in a sentence, no empty table."""
    tables.write_claims(placed.outputs / "claims.csv", [])
    told = command("position", "-C", placed.folder, "--sensitivity")
    assert (told.code, told.out) == (0, "Nobody moves, whichever paper or coder is left out.\n")


def test_before_the_first_run(command: Command, debate: Project) -> None:
    """The command that makes results is named."""
    assert (
        "there are no results yet. Make them: debatemap run" in command("position", "-C", debate.folder).error
    )
