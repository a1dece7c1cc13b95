"""debatemap add: what it takes, what it says of it, what it refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

PAPER = """\
# Wages and jobs: a review

Card and Krueger (1994) find no loss of jobs. Neumark and Wascher (2000) dispute their data (Brown 1999).

## References

Card, D. and Krueger, A. (1994) Minimum wages and employment. American Economic Review 84: 772-793.

Neumark, D. and Wascher, W. (2000) Minimum wages and employment: Comment. The same 90: 1362-1396.
"""
RIS = (
    "TY  - BOOK\nAU  - Card, David\nAU  - Krueger, Alan B.\nPY  - 1995\nTI  - Myth and Measurement\nER  - \n"
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Review 2004.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


def test_a_paper_is_copied_and_described(command: Command, debate: Project, paper: Path) -> None:
    """Under its key; with title, year, words, references and citations; and what looks wrong."""
    told = command("add", "-C", debate.folder, paper)
    assert told.code == 0
    assert (debate.corpus / "review-2004.md").read_bytes() == paper.read_bytes()
    assert re.search(r"^  key +review-2004$", told.out, re.MULTILINE)
    assert re.search(r"^  title +Wages and jobs: a review$", told.out, re.MULTILINE)
    assert re.search(r"^  words +\d+$", told.out, re.MULTILINE)
    assert re.search(r"^  references +2 found$", told.out, re.MULTILINE)
    assert re.search(r"^  citations +3 found, 2 linked to a work$", told.out, re.MULTILINE)
    assert "! no work was found for “Brown 1999”" in told.out


def test_the_key_may_be_given(command: Command, debate: Project, paper: Path) -> None:
    """For a file whose name says nothing."""
    command("add", "-C", debate.folder, paper, "--key", "reviewer-2004")
    assert (debate.corpus / "reviewer-2004.md").exists()


def test_a_bibliography_is_copied_and_counted(command: Command, debate: Project, tmp_path: Path) -> None:
    """Its works, and how many of them were known."""
    (tmp_path / "mine.ris").write_text(RIS, encoding="utf-8")
    told = command("add", "-C", debate.folder, tmp_path / "mine.ris")
    assert told.code == 0
    assert (debate.corpus / "mine.ris").exists()
    assert re.search(r"works +1 work", told.out)


def test_a_folder_gives_all_that_can_be_read(
    command: Command, debate: Project, tmp_path: Path, paper: Path
) -> None:
    """Bibliographies first, folders below it too; hidden files, READMEs and other formats are left out."""
    folder = tmp_path / "papers"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "a.md").write_bytes(paper.read_bytes())
    (folder / "z.ris").write_text(RIS, encoding="utf-8")
    for name in (".b.md", "README.md", "table.xlsx"):
        (folder / name).write_text("nothing", encoding="utf-8")
    told = command("add", "-C", debate.folder, folder)
    assert told.code == 0
    assert re.findall(r"^added .*/(.*)$", told.out, re.MULTILINE) == ["z.ris", "a.md"]


def test_what_a_run_wrote_is_no_paper(command: Command, results: Project, paper: Path) -> None:
    """Adding a debate's whole folder takes nothing out of its outputs."""
    (results.outputs / "map.html").write_text("<p>A map.</p>", encoding="utf-8")
    (results.corpus / "review-2004.md").write_bytes(paper.read_bytes())
    told = command("add", "-C", results.folder, results.folder)
    assert told.code == 0
    assert sorted(path.name for path in results.corpus.iterdir()) == ["references.bib", "review-2004.md"]


def test_a_file_in_the_corpus_is_described_in_place(command: Command, debate: Project, paper: Path) -> None:
    """Whoever copies by hand can still ask what is recognised."""
    (debate.corpus / "review-2004.md").write_bytes(paper.read_bytes())
    told = command("add", "-C", debate.folder, debate.corpus / "review-2004.md")
    assert told.code == 0
    assert told.out.startswith("in the corpus: ")


def test_the_same_file_is_refused(command: Command, debate: Project, paper: Path) -> None:
    """Even under another key: it would count twice."""
    command("add", "-C", debate.folder, paper)
    error = command("add", "-C", debate.folder, paper, "--key", "other").error
    assert re.search(
        r"Review 2004\.md: the same file is in the corpus already, as .*review-2004\.md\.", error
    )
    assert not (debate.corpus / "other.md").exists()


def test_the_same_key_is_refused_without_replace(command: Command, debate: Project, paper: Path) -> None:
    """With --replace the new file takes the old one's place, whatever its format."""
    command("add", "-C", debate.folder, paper)
    other = paper.with_suffix(".txt")
    other.write_text("Card and Krueger (1994) find no loss of jobs.\n", encoding="utf-8")
    assert (
        "review-2004.md is in the corpus already. Add --replace"
        in command("add", "-C", debate.folder, other).error
    )
    told = command("add", "-C", debate.folder, other, "--replace")
    assert told.out.startswith("replaced ")
    assert sorted(path.name for path in debate.corpus.iterdir()) == ["references.bib", "review-2004.txt"]


def test_a_paper_without_references_is_told(command: Command, debate: Project, tmp_path: Path) -> None:
    """It is taken; what to add is named."""
    (debate.corpus / "references.bib").unlink()
    (tmp_path / "bare.txt").write_text("Card and Krueger (1994) find no loss of jobs.\n", encoding="utf-8")
    told = " ".join(command("add", "-C", debate.folder, tmp_path / "bare.txt").out.split())
    assert "! nothing says what it cites; add a bibliography: debatemap add references.bib" in told


def test_a_paper_the_bibliography_knows_by_another_key(
    command: Command, debate: Project, tmp_path: Path
) -> None:
    """The key that brings together what others say of it and what it says is offered."""
    (tmp_path / "scan.md").write_text(
        '---\ntitle: "Myth and Measurement"\nauthor: "David Card; Alan B. Krueger"\ndate: 1995\n---\n\n'
        "We find no loss of jobs.\n",
        encoding="utf-8",
    )
    told = " ".join(command("add", "-C", debate.folder, tmp_path / "scan.md").out.split())
    assert (
        "the bibliography calls it card-krueger-1995; add it with --key card-krueger-1995 --replace" in told
    )
    again = ("add", "-C", debate.folder, tmp_path / "scan.md", "--key", "card-krueger-1995", "--replace")
    assert "the bibliography calls it" not in command(*again).out
    assert sorted(path.name for path in debate.corpus.iterdir()) == ["card-krueger-1995.md", "references.bib"]


def test_a_paper_under_a_strange_ending_gets_a_known_one(
    command: Command, debate: Project, paper: Path
) -> None:
    """Otherwise no run would find it."""
    odd = paper.rename(paper.with_suffix(".draft"))
    assert command("add", "-C", debate.folder, odd).code == 0
    assert (debate.corpus / "review-2004.txt").exists()


def test_one_bad_file_does_not_stop_the_others(
    command: Command, debate: Project, tmp_path: Path, paper: Path
) -> None:
    """Each failure is a line on stderr; exit 2 at the end; the good ones are in."""
    (tmp_path / "noise.md").write_bytes(b"\x00\x01\x02\x03" * 50)
    (tmp_path / "empty").mkdir()
    told = command(
        "add", "-C", debate.folder, tmp_path / "noise.md", tmp_path / "no.md", tmp_path / "empty", paper
    )
    assert told.code == 2
    assert (debate.corpus / "review-2004.md").exists()
    assert sorted(re.findall(r"/([a-z.]+): ", told.err)) == ["empty", "no.md", "noise.md"]
    assert "Traceback" not in told.err


def test_a_key_names_one_paper(command: Command, debate: Project, paper: Path, tmp_path: Path) -> None:
    """Two files cannot have the same; a bibliography has none."""
    (tmp_path / "mine.ris").write_text(RIS, encoding="utf-8")
    two = command("add", "-C", debate.folder, paper, tmp_path / "mine.ris", "--key", "x")
    assert "--key names one paper, but there are 2" in two.error
    assert (
        "a bibliography has no key"
        in command("add", "-C", debate.folder, tmp_path / "mine.ris", "--key", "x").error
    )


def test_a_description_for_scripts(command: Command, debate: Project, paper: Path) -> None:
    """--json gives one object a file."""
    (row,) = json.loads(command("add", "-C", debate.folder, paper, "--json").out)
    assert (row["done"], row["key"], row["references"]) == ("added", "review-2004", "2 found")


def test_the_same_work_in_another_file_is_refused(command: Command, debate: Project, tmp_path: Path) -> None:
    """Same title, year and first author; `--replace` puts the new file in the old one's place."""
    head = "---\ntitle: Wages and jobs\nauthor: Jane Addams\ndate: 1910\n---\n\n"
    (tmp_path / "first.md").write_text(head + "Wages rise.\n", encoding="utf-8")
    (tmp_path / "second.md").write_text(head + "Wages rise, and fall.\n", encoding="utf-8")
    command("add", "-C", debate.folder, tmp_path / "first.md")
    told = command("add", "-C", debate.folder, tmp_path / "second.md")
    assert told.code == 2
    assert "this work is in the corpus already" in told.err
    assert command("add", "-C", debate.folder, tmp_path / "second.md", "--replace").code == 0
    assert [path.name for path in sorted(debate.corpus.glob("*.md"))] == ["second.md"]
