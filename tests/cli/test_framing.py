"""What others report beside what the own papers say: a difference beyond doubt is told."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_whole import PAPER

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command


@pytest.mark.parametrize(("others", "told"), [("support", True), ("attack", False)])
def test_told_by_run_and_show(command: Command, tmp_path: Path, others: str, told: bool) -> None:
    """Twelve papers say the opposite of what the own paper says in twenty claims; or the same."""
    folder = tmp_path / "wages"
    (tmp_path / "review-2004.md").write_text(PAPER, encoding="utf-8")
    command("init", folder, "--thesis", "Minimum wages cost low-paid workers their jobs.")
    command("add", "-C", folder, tmp_path / "review-2004.md")
    with (folder / "claims" / "coded.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["paper", "holder", "claim", "stance"])
        own = "card-krueger-1994"
        table.writerows([own, "self", f"Study {n} finds no loss of jobs", "attack"] for n in range(20))
        table.writerows(
            [f"critic-{n}", own, f"They found in year {n} what they looked for", others] for n in range(12)
        )
    ran = command("run", "-C", folder)
    assert ran.code == 0, ran.err
    said = "a difference beyond doubt"
    assert (said in " ".join(ran.out.split())) is told
    assert (said in " ".join(command("show", "-C", folder, "card and krueger").out.split())) is told
