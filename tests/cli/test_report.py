"""debatemap report: which files it writes, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project


@pytest.fixture
def reported(results: Project) -> Project:
    """Results with a text and an empty list of doubtful citations."""
    (results.outputs / "text").mkdir()
    (results.outputs / "text" / "review-2004.txt").write_text("A review.", encoding="utf-8")
    head = "paper,citation,start,end,page,work,candidates,note\n"
    (results.outputs / "unresolved.csv").write_text(
        head + "review-2004,Brown (1999),1,9,13,,,\n", encoding="utf-8"
    )
    return results


def test_writes_markdown_into_the_outputs(command: Command, reported: Project) -> None:
    """Works are named as the bibliography has them; the figure by its name, since it stands beside."""
    told = command("report", "-C", reported.folder)
    assert (told.code, told.out.splitlines()[-1]) == (0, f"wrote {reported.outputs / 'report.md'}")
    text = (reported.outputs / "report.md").read_text(encoding="utf-8")
    assert "](<report-axis.svg>)" in text
    assert "on Card and Krueger 1994, p. 772" in text
    assert "1 paper was read with debatemap" in text
    assert "1 extracted claim gave way" not in text
    assert "Brown (1999)" in text


def test_the_ending_says_the_format(command: Command, reported: Project) -> None:
    """Several at once, anywhere; html takes the figure in, Markdown has it beside."""
    folder = reported.folder / "deep" / "er"
    assert command("report", "-C", reported.folder, folder / "a.MD", folder / "b.html").code == 0
    assert "](<a-axis.svg>)" in (folder / "a.MD").read_text(encoding="utf-8")
    assert 'data-name="Card and Krueger"' in (folder / "a-axis.svg").read_text(encoding="utf-8")
    page = (folder / "b.html").read_text(encoding="utf-8")
    assert "<svg" in page or "data:image/svg" in page
    assert sorted(path.name for path in folder.iterdir()) == ["a-axis.svg", "a.MD", "b.html"]


@pytest.mark.parametrize(
    ("name", "message"),
    [("a.rtf", r"“.rtf” is no format of a report"), ("a", "this name has no ending")],
)
def test_other_endings_are_refused(command: Command, reported: Project, name: str, message: str) -> None:
    """One line that names the endings there are; nothing is written."""
    told = command("report", "-C", reported.folder, reported.folder / "b.md", reported.folder / name)
    assert message in told.error
    assert ".md, .html, .docx or .pdf" in told.error
    assert not (reported.folder / "b.md").exists()


def test_before_the_first_run(command: Command, debate: Project) -> None:
    """There is nothing to report yet."""
    assert "debatemap run" in command("report", "-C", debate.folder).error
