"""A new debate from nothing to a map, as a new user would go."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Command

PAPER = """\
# Wages and jobs: a review

Card and Krueger (1994) argue that minimum wages do not cost low-paid workers their jobs. They show that
employment in fast food did not fall. Neumark and Wascher (2000) dispute their data. They argue that minimum
wages destroy jobs. Brown (1999) reviews the debate.

## References

Card, D. and Krueger, A. (1994) Minimum wages and employment. American Economic Review 84: 772-793.

Neumark, D. and Wascher, W. (2000) Minimum wages and employment: Comment. The same 90: 1362-1396.
"""


def test_init_add_run_show_code_run(command: Command, tmp_path: Path) -> None:
    """Three commands to a map; a claim coded by hand counts on the next run; a second run changes no byte."""
    folder = tmp_path / "wages"
    (tmp_path / "review-2004.md").write_text(PAPER, encoding="utf-8")
    thesis = "Minimum wages cost low-paid workers their jobs."
    assert command("init", folder, "--thesis", thesis).code == 0
    assert command("add", "-C", folder, tmp_path / "review-2004.md").code == 0
    ran = command("run", "-C", folder)
    assert ran.code == 0, ran.err
    assert "Brown (1999)" in ran.out
    for name in ("claims.csv", "relations.csv", "positions.csv", "map.svg", "map.png", "map.html"):
        assert (folder / "outputs" / name).stat().st_size > 0

    shown = command("show", "-C", folder, "neumark and wascher")
    assert shown.code == 0, shown.err
    assert "destroy jobs" in shown.out

    claim = ("--holder", "neumark", "--stance", "support", "--claim", "payrolls shrink")
    assert command("claims", "add", "-C", folder, "--paper", "review-2004", *claim).code == 0
    assert command("run", "-C", folder).code == 0
    with (folder / "outputs" / "claims.csv").open(encoding="utf-8", newline="") as file:
        coded = [row for row in csv.DictReader(file) if row["origin"] == "hand"]
    assert [(row["holder"], row["claim"]) for row in coded] == [("neumark-wascher-2000", "payrolls shrink")]
    assert "payrolls shrink" in command("show", "-C", folder, "neumark and wascher").out

    files = sorted(path for path in (folder / "outputs").rglob("*") if path.is_file())
    before = {path: path.read_bytes() for path in files}
    assert command("run", "-C", folder).code == 0
    assert {path: path.read_bytes() for path in files} == before
