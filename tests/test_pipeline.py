"""From a folder to tables and pictures: the whole flow on a debate of two short papers."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

import debatemap
from debatemap.model import Origin
from debatemap.project import Project

SETTINGS = """
title = "Minimum wages and jobs"
thesis = "Minimum wages destroy jobs."

[poles.attack]
name = "harmless"
statement = "Minimum wages leave employment as it is or raise it."

[poles.support]
name = "job killer"
statement = "Higher minimum wages make firms dismiss workers."
"""

REVIEW = """---
title: What minimum wages do
author: The debatemap maintainers
date: 2026
---

## The quarrel

Neumark and Wascher (2007) argue that minimum wages destroy jobs. They add that the young lose most (2007: 5).
Card and Krueger (1994) deny that minimum wages destroy jobs. They found that employment rose in New Jersey.
Against Neumark and Wascher, Dube (2019) maintains that minimum wages leave employment as it is (2019: 12).
Some effects take years (Baker, 2003). Fischer (2099) has yet to be written.

## References

- Card D and Krueger A (1994) Minimum wages and employment. *American Economic Review* 84(4): 772–793.
- Dube A (2019) *Impacts of Minimum Wages*. London: HM Treasury.
- Neumark D and Wascher W (2007) Minimum wages and employment. *Foundations and Trends* 3(1): 1–182.
"""

BY_HAND = """paper,holder,claim,stance,coder
review,dube-2019,Employment stays as it is when minimum wages rise.,attack,maintainers
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "debate.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "review.md").write_text(REVIEW, encoding="utf-8")
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Project:
    return debatemap.open_project(folder)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_claims_go_to_those_who_hold_them(project: Project) -> None:
    """Every named scholar holds claims, with evidence word for word at its place in the stored text."""
    debatemap.run(project)
    text = (project.outputs / "text" / "review.txt").read_text(encoding="utf-8")
    claims = rows(project.outputs / "claims.csv")
    assert {"neumark-wascher-2007", "card-krueger-1994", "dube-2019"} <= {row["holder"] for row in claims}
    assert all(text[int(row["start"]) : int(row["end"])] == row["evidence"] for row in claims)


def test_the_sides_are_told_apart(project: Project) -> None:
    """Those who say it stand right of those who deny it, and every place lies in its interval."""
    result = debatemap.run(project)
    place = {p.scholar: p for p in result.positions if not p.holder}
    assert place["Neumark and Wascher"].position > place["Card and Krueger"].position
    assert all(-1 <= p.lower <= p.position <= p.upper <= 1 for p in result.positions)


def test_a_second_run_changes_no_byte(project: Project) -> None:
    """The same input gives the same bytes, pictures included."""

    def digest() -> dict[str, str]:
        files = sorted(path for path in project.outputs.rglob("*") if path.is_file())
        return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    debatemap.run(project)
    first = digest()
    debatemap.run(project)
    assert digest() == first
    assert {Path(path).name for path in first} >= {"claims.csv", "map.svg", "map.png", "map.html"}


def test_what_is_not_in_the_list_is_unresolved(project: Project) -> None:
    """A citation without a reference is reported, never guessed."""
    result = debatemap.run(project)
    assert {(paper, citation.names, citation.year) for paper, citation in result.unresolved} == {
        ("review", ("Baker",), "2003"),
        ("review", ("Fischer",), "2099"),
    }
    doubtful = rows(project.outputs / "unresolved.csv")
    assert [(row["citation"], row["work"]) for row in doubtful] == [
        ("Baker, 2003", ""),
        ("Fischer (2099)", ""),
    ]


def test_hand_coding_wins(project: Project) -> None:
    """A hand-coded row counts; the extracted claim about the same statement stays, as rejected."""
    project.claims.mkdir()
    extracted = debatemap.run(project)
    statement = next(c for c in extracted.graph.claims if c.holder == "dube-2019")
    evidence = statement.evidence.replace('"', '""')
    by_hand = BY_HAND.replace("coder\n", "coder,evidence\n").replace(
        "maintainers\n", f'maintainers,"{evidence}"\n'
    )
    (project.claims / "by-hand.csv").write_text(by_hand, encoding="utf-8")
    result = debatemap.run(project)
    held = [c for c in result.graph.claims if c.holder == "dube-2019"]
    assert statement.id not in {c.id for c in held}
    assert Origin.HAND in {c.origin for c in held}
    rejected = [row for row in rows(project.outputs / "claims.csv") if row["status"] == "rejected"]
    assert statement.id in {row["id"] for row in rejected}


def test_a_wrong_holder_is_put_right_by_hand(project: Project) -> None:
    """The paper's sentence with another holder takes the place of what was found there, and gets its place."""
    statement = next(c for c in debatemap.run(project).graph.claims if c.holder == "dube-2019")
    assert statement.span
    start = str(statement.span.start)
    project.claims.mkdir()
    # As somebody would type it: without a capital, and on two lines.
    typed = statement.evidence.replace("Against", "against").replace(" maintains", "\n  maintains")
    header = "paper,holder,claim,stance,evidence\n"
    (project.claims / "mine.csv").write_text(f'{header}review,self,As it is.,attack,"{typed}"\n', "utf-8")
    result = debatemap.run(project)
    assert "dube-2019" not in {claim.holder for claim in result.graph.claims}
    (row,) = [row for row in rows(project.outputs / "claims.csv") if row["origin"] == "hand"]
    assert (row["evidence"], row["start"]) == (statement.evidence, start)
    assert not [warning for warning in result.warnings if "mine.csv" in warning]


def test_a_claim_is_dropped_by_hand(project: Project) -> None:
    """The row of outputs/claims.csv, copied, as rejected: neither counts, and both are in the table."""
    debatemap.run(project)
    lines = (project.outputs / "claims.csv").read_text("utf-8").splitlines()
    (found,) = [line for line in lines if "dube-2019" in line]
    project.claims.mkdir()
    (project.claims / "mine.csv").write_text(
        f"{lines[0]}\n{found.replace('proposed', 'rejected')}\n", "utf-8"
    )
    result = debatemap.run(project)
    assert "dube-2019" not in {claim.holder for claim in result.graph.claims}
    dropped = [row for row in rows(project.outputs / "claims.csv") if row["holder"] == "dube-2019"]
    assert [(row["origin"], row["status"]) for row in dropped] == [
        ("extracted", "rejected"),
        ("hand", "rejected"),
    ]


def test_a_correction_outlives_what_is_written_elsewhere(project: Project) -> None:
    """An id depends on its sentence alone; a row that drops nothing any more is told of."""
    found = next(c for c in debatemap.run(project).graph.claims if c.holder == "dube-2019")
    project.claims.mkdir()
    row = f"{found.id},review,dube-2019,{found.text},attack,rejected"
    (project.claims / "mine.csv").write_text(f"id,paper,holder,claim,stance,status\n{row}\n", "utf-8")
    paper = project.corpus / "review.md"
    paper.write_text(
        paper.read_text("utf-8").replace("## The quarrel", "## The old quarrel of all\n\nA start.")
    )
    result = debatemap.run(project)
    assert "dube-2019" not in {claim.holder for claim in result.graph.claims}
    assert (result.overridden, [w for w in result.warnings if "drops" in w]) == (1, [])
    paper.write_text(paper.read_text("utf-8").replace("as it is (2019: 12)", "alone (2019: 12)"))
    (told,) = [w for w in debatemap.run(project).warnings if "drops nothing" in w]
    assert told.startswith("a rejected row drops nothing that was found in review: dube-2019: “")


def test_what_nobody_wrote_is_told(project: Project) -> None:
    """Evidence that is not in the paper and a paper that nobody has are warnings; the rows count."""
    project.claims.mkdir()
    (project.claims / "mine.csv").write_text(
        "paper,holder,claim,stance,evidence\n"
        "review,dube-2019,Prices rise.,neutral,Nobody ever wrote this sentence.\n"
        "review.md,dube-2019,Wages fall.,neutral,\n"
        "reviews,dube-2019,Wages rise.,neutral,\n"
        "reviews,dube-2019,Rents rise.,neutral,\n",
        "utf-8",
    )
    result = debatemap.run(project)
    told = [warning.split("claims/")[1] for warning in result.warnings]
    assert told == [
        'mine.csv:2: this evidence does not stand in "review" word for word; the row counts all the same, '
        "but leads to no place",
        'mine.csv:4: paper "reviews" is neither in the corpus nor in a bibliography; did you mean "review"?',
    ]
    coded = [claim for claim in result.graph.claims if claim.origin is Origin.HAND]
    assert [(claim.text, claim.paper, claim.span) for claim in coded] == [
        ("Prices rise.", "review", None),
        ("Wages fall.", "review", None),
        ("Wages rise.", "reviews", None),
        ("Rents rise.", "reviews", None),
    ]


def test_one_paper_in_two_files(folder: Path) -> None:
    """Refused, with both names, before anything is written: one text would hide the other."""
    (folder / "corpus" / "review.txt").write_text("Another text.", "utf-8")
    with pytest.raises(debatemap.DebatemapError, match=r"review\.txt: the paper .* as review\.md"):
        debatemap.run(debatemap.open_project(folder))
    assert not (folder / "outputs").exists()


def test_papers_in_a_folder_of_their_own(folder: Path) -> None:
    """They are not read; the run says so and how to take them in."""
    (folder / "corpus" / "more").mkdir()
    (folder / "corpus" / "more" / "other.md").write_text("# Another\n\nText.", "utf-8")
    told = debatemap.run(debatemap.open_project(folder)).warnings
    assert any("corpus/more: papers in a folder" in warning for warning in told)


def test_a_work_that_nobody_knows_in_the_settings(folder: Path) -> None:
    """A misspelt key under [[scholars]] would silently do nothing."""
    entry = '\n[[scholars]]\nname = "Dube"\nworks = ["dube-2018"]\n'
    (folder / "debate.toml").write_text(SETTINGS + entry, "utf-8")
    told = debatemap.run(debatemap.open_project(folder)).warnings
    assert any('the work "dube-2018" of "Dube"; did you mean "dube-2019"?' in line for line in told)


def test_an_empty_corpus_is_one_line(folder: Path) -> None:
    """Nothing to read: the folder is named, and what to do."""
    (folder / "corpus" / "review.md").unlink()
    with pytest.raises(debatemap.DebatemapError, match=r"corpus: there is no paper.*debatemap add FILE"):
        debatemap.run(debatemap.open_project(folder))


def test_a_paper_that_cannot_be_read_is_a_warning(folder: Path) -> None:
    """One bad file does not stop the others."""
    (folder / "corpus" / "broken.md").write_bytes(b"")
    result = debatemap.run(debatemap.open_project(folder))
    assert len(result.documents) == 1
    assert any("broken.md" in warning for warning in result.warnings)


def test_a_failed_run_leaves_the_outputs(folder: Path) -> None:
    """What was written before stays as it was when a later run meets a bad row."""
    project = debatemap.open_project(folder)
    debatemap.run(project)
    before = (project.outputs / "claims.csv").read_bytes()
    project.claims.mkdir()
    (project.claims / "bad.csv").write_text("paper,holder,claim,stance\nreview,dube-2019,Yes.,perhaps\n")
    with pytest.raises(debatemap.DebatemapError, match=r"bad\.csv:2"):
        debatemap.run(project)
    assert (project.outputs / "claims.csv").read_bytes() == before


def test_frames_have_the_contract_columns(project: Project) -> None:
    """The public API gives pandas frames."""
    result = debatemap.run(project)
    assert list(result.claims_frame().columns)[:5] == ["id", "paper", "holder", "scholar", "claim"]
    assert {"position", "lower", "upper"} <= set(result.positions_frame().columns)
    assert {"source", "target", "relation"} <= set(result.relations_frame().columns)
