"""debatemap evaluate: what it prints of a gold coding, its exit codes, and the scorer's own figures."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

SHARED = Path(os.environ.get("DEBATEMAP_SHARED", Path(__file__).resolve().parents[3] / "shared"))
SENTENCES = (
    "Card and Krueger (1994: 772) find that employment in fast food did not fall after the rise.",
    "They grant that some small firms may close.",
    "Neumark and Wascher (2000) hold that payroll records show fewer jobs.",
    "We hold that the question is open.",
    "Neumark and Wascher dispute their data.",
)
TEXT = "\n\n".join(SENTENCES)
HOLDERS = (
    ("card-krueger-1994", -1, "narrative"),
    ("card-krueger-1995", -1, "carried"),
    ("neumark-wascher-2000", 1, "narrative"),
    ("self", 0, "narrative"),
)


@pytest.fixture
def gold(results: Project, tmp_path: Path) -> Path:
    """A gold coding of the paper of the results, in a folder of the paper's name, and the paper's text."""
    folder = tmp_path / "gold" / "review-2004"
    folder.mkdir(parents=True)
    places = [(TEXT.index(sentence), TEXT.index(sentence) + len(sentence)) for sentence in SENTENCES]
    rows = [
        f"{sid},{start},{end},{holder},claim,{stance},{via},yes"
        for sid, ((start, end), (holder, stance, via)) in enumerate(zip(places, HOLDERS, strict=False))
    ]
    head = "sid,start,end,holder,kind,stance,via,agreed"
    (folder / "claims.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    start, end = places[4]
    (folder / "relations.csv").write_text(
        "sid,start,end,source,target,relation,agreed\n"
        f"4,{start},{end},neumark-wascher-2000,card-krueger-1994,attack,yes\n",
        encoding="utf-8",
    )
    texts = results.outputs / "text"
    texts.mkdir()
    (texts / "review-2004.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_the_figures_are_told(command: Command, results: Project, gold: Path) -> None:
    """Rates with intervals, how the holder was named, stances, positions; hand-coded rows do not count."""
    told = command("evaluate", gold, "-C", results.folder)
    assert told.code == 0
    for line in (
        r"review-2004",
        r" +precision +recall +F1 +coded",
        # Two of three; the third is in the run only as coded by hand.
        r"scholars' claims +1\.000 \(\S+–\S+\) +0\.667 \(\S+–\S+\) +0\.800 \(\S+–\S+\) +3",
        r"the author's own +1\.000 .* +1",
        r"claims and side +0\.500 .* 0\.333 .* 0\.400 .* +3",
        r"relations +1\.000 .* +1",
        r"Scholars' claims found: carried 1 of 1, narrative 1 of 2",
        r"accuracy 0\.667 \(\S+–\S+\), macro-F1 \S+ \(\S+–\S+\)",
        r"coded ↓  found → +for +neither +against",
        r"for +0 +0 +0",
        r"neither +0 +1 +0",
        r"against +1 +0 +1",
        r"tau-b \S+ \(\S+–\S+\), 3 works placed",
        r"the interval holds the coded mean: share \S+ \(\S+–\S+\)",
        r"in the order found: card-krueger-1994, card-krueger-1995, neumark-wascher-2000",
    ):
        assert re.search(f"^{line}$", told.out, re.MULTILINE), line
    assert max(map(len, told.out.splitlines())) <= 80


def test_figures_for_scripts(command: Command, results: Project, gold: Path) -> None:
    """--json has every figure with its interval, and what was missed."""
    data = json.loads(command("evaluate", gold, "-C", results.folder, "--json").out)
    assert data["paper"] == "review-2004"
    rates = data["attribution_scholar"]
    assert (rates["tp"], rates["fp"], rates["fn"], rates["recall"]["value"]) == (2, 0, 1, 0.667)
    assert rates["recall"]["lower"] <= 0.667 <= rates["recall"]["upper"]
    assert data["confusion"] == [[0, 0, 0], [0, 1, 0], [1, 0, 1]]
    assert data["misses"] == [["2", "neumark-wascher-2000"]]
    assert data["extras"] == []


@pytest.mark.parametrize(("floor", "code"), [("0.8", 0), ("0.81", 1), ("0", 0), ("1", 1)])
def test_below_the_floor_it_exits_with_1(
    command: Command, results: Project, gold: Path, floor: str, code: int
) -> None:
    """The figures are printed all the same; why it failed goes to stderr."""
    told = command("evaluate", gold, "-C", results.folder, "--floor", floor)
    assert told.code == code
    assert "scholars' claims" in told.out
    assert told.err == (f"the F1 of scholars' claims is 0.800, below the floor of {floor}\n" if code else "")


def test_only_what_begins_before_a_place(command: Command, results: Project, gold: Path) -> None:
    """--before leaves the rest of gold and run out."""
    end = str(TEXT.index(SENTENCES[1]))
    data = json.loads(command("evaluate", gold, "-C", results.folder, "--before", end, "--json").out)
    assert data["attribution_scholar"]["tp"] + data["attribution_scholar"]["fn"] == 1
    assert data["relations"]["fn"] == 0


def test_the_coded_text_may_be_another_file(command: Command, results: Project, gold: Path) -> None:
    """--source, where the coding counts the characters of the file that the paper was read from."""
    shifted = gold / "review.md"
    shifted.write_text("# Review\n\n" + TEXT, encoding="utf-8")
    rows = (gold / "claims.csv").read_text(encoding="utf-8").splitlines()
    moved = [rows[0]]
    for row in rows[1:]:
        sid, start, end, rest = row.split(",", 3)
        moved.append(f"{sid},{int(start) + 10},{int(end) + 10},{rest}")
    (gold / "claims.csv").write_text("\n".join(moved) + "\n", encoding="utf-8")
    assert "do not begin at a word" in command("evaluate", gold, "-C", results.folder).error
    told = command("evaluate", gold, "-C", results.folder, "--source", shifted)
    assert "scholars' claims  1.000" in told.out


WRONG_USE = {
    "no such gold": ("gold/nothing", r"nothing: there is no such folder\. Name one with claims\.csv"),
    "another paper": (
        "gold/review-2004 --paper reviw-2004",
        r'the last run has no paper "reviw-2004"\. Name it: --paper review-2004',
    ),
    "no such source": (
        "gold/review-2004 --source gold/none.md",
        r"none\.md: there is no such file\. Name the coded text: --source FILE",
    ),
    "a floor above 1": ("gold/review-2004 --floor 2", r"'--floor': .* less than or equal to 1"),
}


@pytest.mark.parametrize(("line", "message"), WRONG_USE.values(), ids=WRONG_USE)
@pytest.mark.usefixtures("gold")
def test_wrong_use(
    command: Command, results: Project, monkeypatch: pytest.MonkeyPatch, line: str, message: str
) -> None:
    """One line that names the file or option, exit 2."""
    monkeypatch.chdir(results.folder.parent)
    assert re.search(message, command("evaluate", *line.split(), "-C", results.folder).error)


def test_a_source_that_is_no_text(command: Command, results: Project, gold: Path) -> None:
    """It is named, and what to do."""
    (gold / "review.pdf").write_bytes(b"%PDF-1.4 \xff\xfe")
    error = command("evaluate", gold, "-C", results.folder, "--source", gold / "review.pdf").error
    assert re.search(r"review\.pdf: this is no UTF-8 text \(byte 9\)\. Save it as UTF-8", error)


def test_a_paper_end_to_end_has_the_figures_of_the_scorer(command: Command, tmp_path: Path) -> None:
    """A coded article read, run and scored: the command and the scorer of the gold codings say the same."""
    scorer, gold = SHARED / "bin" / "score.py", SHARED / "gold" / "china"
    source = SHARED / "corpus" / "china.md"
    if not (scorer.is_file() and gold.is_dir() and source.is_file()):
        pytest.skip("no gold codings beside the repository (set DEBATEMAP_SHARED)")
    debate = tmp_path / "china"
    (debate / "corpus").mkdir(parents=True)
    shutil.copy(gold / "debate.toml", debate)
    shutil.copy(source, debate / "corpus")
    assert command("run", "-C", debate).code == 0
    told = command("evaluate", gold, "-C", debate, "--source", source, "--json")
    assert told.code == 0
    found = json.loads(told.out)
    arguments = [sys.executable, str(scorer), str(gold), str(source), str(debate / "outputs")]
    done = subprocess.run([*arguments, "--paper", "china"], capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)

    def as_said(rates: dict[str, dict[str, float]]) -> dict[str, object]:
        return {
            name: value["value"] if name in ("precision", "recall", "f1") else value
            for name, value in rates.items()
        }

    assert {
        "attribution_scholar": as_said(found["attribution_scholar"]),
        "attribution_self": as_said(found["attribution_self"]),
        "recall_by_via": {via: f"{hits}/{all_}" for via, (hits, all_) in found["recall_by_via"].items()},
        "stance_accuracy": found["stance_accuracy"]["value"],
        "stance_macro_f1": found["stance_macro_f1"]["value"],
        "stance_bearing_end_to_end": as_said(found["stance_bearing"]),
        "evidence_not_found_in_source": found["evidence_not_found"],
        "relations": as_said(found["relations"]),
        "positions": {
            "tau_b": found["tau_b"] and found["tau_b"]["value"],
            **{name: found[name] for name in ("placed", "missing", "order")},
        },
    } == said
