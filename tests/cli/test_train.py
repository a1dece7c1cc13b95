"""debatemap train: a stance model of one's own debate."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

PAPER = """\
# Wages and jobs: a review

Card and Krueger (1994) argue that minimum wages do not cost low-paid workers their jobs. They show that
employment in fast food did not fall. Neumark and Wascher (2000) argue that minimum wages destroy jobs.

## References

Card, D. and Krueger, A. (1994) Minimum wages and employment. American Economic Review 84: 772-793.

Neumark, D. and Wascher, W. (2000) Minimum wages and employment: Comment. The same 90: 1362-1396.
"""
# What only the coding tells: no word of these is for or against.
CLAIMS = {
    ("card-krueger-1994", "attack"): [
        f"{what} {did}"
        for what in ("Telephone interviews", "Store visits", "Pay slips", "Menus")
        for did in ("were gathered twice", "come from two states", "stand for a whole trade")
    ],
    ("neumark-wascher-2000", "support"): [
        f"{what} {did}"
        for what in ("Household surveys", "Census files", "Tax returns", "Payroll records")
        for did in ("reach back to 1973", "cover fifty states", "are kept by the Bureau")
    ],
}


@pytest.fixture
def coded(command: Command, tmp_path: Path) -> Path:
    """A debate with one paper and 24 hand-coded claims; each holder stands on one side."""
    folder = tmp_path / "wages"
    (tmp_path / "review-2004.md").write_text(PAPER, encoding="utf-8")
    command("init", folder, "--thesis", "Minimum wages cost low-paid workers their jobs.")
    command("add", "-C", folder, tmp_path / "review-2004.md")
    with (folder / "claims" / "coded.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["paper", "holder", "claim", "stance"])
        for (holder, stance), claims in CLAIMS.items():
            table.writerows(["review-2004", holder, claim, stance] for claim in claims)
    return folder


def test_taught_by_hand_coding(command: Command, coded: Path) -> None:
    """What is learnt is measured on claims set aside, kept with a card, and told; the same claims give the
    same bytes."""
    told = command("train", "-C", coded, "--json")
    assert told.code == 0, told.err
    figures = json.loads(told.out)
    assert (figures["claims"], figures["sided"]) == (24, 24)
    assert figures["after"]["three"] > figures["before"]["three"]
    assert figures["after"]["side"] > 0.9
    model, card = (coded / "models" / name for name in ("debate.json", "debate.md"))
    assert "24 hand-coded claims" in card.read_text(encoding="utf-8")
    first = model.read_bytes()
    assert command("train", "-C", coded).code == 0
    assert model.read_bytes() == first


def test_run_uses_the_model_and_says_when_it_is_old(command: Command, coded: Path) -> None:
    """A run with the debate's model is another run than without; more coding makes the model old."""
    assert command("run", "-C", coded).code == 0
    without = (coded / "outputs" / "claims.csv").read_bytes()
    command("train", "-C", coded)
    model = coded / "models" / "debate.json"
    weights = json.loads(model.read_text(encoding="utf-8"))
    weights["joint"]["bears"][""] -= 9.0
    model.write_text(json.dumps(weights), encoding="utf-8")
    ran = command("run", "-C", coded)
    assert "debatemap train" not in ran.out + ran.err
    assert (coded / "outputs" / "claims.csv").read_bytes() != without
    new = (
        "--paper",
        "review-2004",
        "--holder",
        "neumark",
        "--stance",
        "support",
        "--claim",
        "Payrolls shrink",
    )
    command("claims", "add", "-C", coded, *new)
    ran = command("run", "-C", coded)
    assert "fitted to 24 hand-coded claims, and there are 25 now" in " ".join((ran.out + ran.err).split())


def test_too_few_to_learn_from(command: Command, coded: Path) -> None:
    """Under twenty claims nothing is fitted and nothing written."""
    table = coded / "claims" / "coded.csv"
    table.write_text(
        "".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:15]), encoding="utf-8"
    )
    refused = command("train", "-C", coded)
    assert refused.code == 2
    assert "14 hand-coded claims are too few to learn from" in refused.err
    assert not (coded / "models" / "debate.json").exists()


def test_a_statement_that_two_have_coded_teaches_once(command: Command, coded: Path) -> None:
    """Ten statements by two coders are no twenty."""
    table = coded / "claims" / "coded.csv"
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)[:11]
    table.write_text("".join(rows), encoding="utf-8")
    (coded / "claims" / "second.csv").write_text("".join(rows), encoding="utf-8")
    refused = command("train", "-C", coded)
    assert refused.code == 2
    assert "10 hand-coded claims are too few to learn from" in refused.err


def test_a_model_of_claims_that_are_gone(command: Command, coded: Path) -> None:
    """Where too few are left to fit it again, nobody is sent to do so."""
    command("train", "-C", coded)
    table = coded / "claims" / "coded.csv"
    table.write_text(
        "".join(table.read_text(encoding="utf-8").splitlines(keepends=True)[:15]), encoding="utf-8"
    )
    told = command("run", "-C", coded).err
    assert "fitted to 24 hand-coded claims, and there are 14 now. Delete it, or code 20 or more" in told
    assert "debatemap train" not in told


def test_a_broken_model(command: Command, coded: Path) -> None:
    """A file that is no model is named; the run stops before anything is written."""
    (coded / "models").mkdir(exist_ok=True)
    (coded / "models" / "debate.json").write_text("{}", encoding="utf-8")
    refused = command("run", "-C", coded)
    assert refused.code == 2
    assert "debate.json: this is no stance model" in refused.err
