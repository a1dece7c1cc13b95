"""debatemap check: what it prints, for people and for scripts, and its exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

FAULTY = """\
# A review

Card and Krueger (1994) find that jobs 'did not fall after the rise of wages'. Others disagree (Neumark and
Washer, 2000). Some doubt both (Stigler, 1946).

## References

- Card D and Krueger AB (1994) Minimum Wages and Employment. *American Economic Review* 84(4): 772–793.
- Card D and Krueger AB (1995) *Myth and Measurement*. Princeton: Princeton University Press.
- Neumark D and Wascher W (2000) Minimum Wages and Employment: Comment. *American Economic Review* 90(5): 1362–1396.
"""
SOUND = """\
# Another review

Card and Krueger (1994: 780) find that jobs 'did not fall after the rise of wages'.

## References

- Card D and Krueger AB (1994) Minimum Wages and Employment. *American Economic Review* 84(4): 772–793.
"""
CITED = """\
# Minimum Wages and Employment

We find that jobs did not fall after the increase of wages.
"""


@pytest.fixture
def papers(debate: Project) -> Project:
    """The debate with a paper that has faults and one that has none."""
    (debate.corpus / "faulty.md").write_text(FAULTY, encoding="utf-8")
    (debate.corpus / "sound.md").write_text(SOUND, encoding="utf-8")
    return debate


def test_findings_are_told_by_paper_and_kind(command: Command, papers: Project) -> None:
    """File, kind, what and suggestion, the sentence, the sum; exit 1."""
    told = command("check", "-C", papers.folder)
    assert told.code == 1
    printed = " ".join(told.out.split())
    for part in (
        "corpus/faulty.md citation without a reference 1",
        "Stigler 1946 is not in the list. Add the work to the list. “Some doubt both (Stigler, 1946).”",
        "year or spelling that differs from the list 1 • The text has Washer; the list has Wascher.",
        "reference never cited 1 • Card D and Krueger AB (1995)",
        "quotation without a page 1 • Card and Krueger 1994 is quoted without a page",
        "2 papers checked: 4 findings",
    ):
        assert part in printed
    assert "sound.md" not in printed


def test_one_row_a_finding_for_scripts(command: Command, papers: Project) -> None:
    """--json: every field of every finding; an entry of the list has no place in the text."""
    told = command("check", "-C", papers.folder, "--json")
    rows = json.loads(told.out)
    assert told.code == 1
    assert [row["check"] for row in rows] == ["unlisted", "differs", "uncited", "no-page"]
    assert set(rows[0]) == {
        *("check", "finding", "file", "paper", "page", "start", "end", "sentence", "what", "suggestion")
    }
    assert rows[0]["file"].endswith("corpus/faulty.md")
    assert (rows[2]["start"], rows[2]["end"]) == (None, None)


@pytest.mark.parametrize(
    ("arguments", "code", "out"),
    [
        pytest.param(["sound"], 0, "1 paper checked: no findings\n", id="by key"),
        pytest.param(["sound.md"], 0, "1 paper checked: no findings\n", id="by file name"),
        pytest.param(["sound", "--json"], 0, "[]\n", id="nothing, for scripts"),
        pytest.param(["--only", "second-hand"], 0, "2 papers checked: no findings\n", id="one kind only"),
    ],
)
def test_no_findings(command: Command, papers: Project, arguments: list[str], code: int, out: str) -> None:
    """Exit 0, and a line that says so."""
    told = command("check", "-C", papers.folder, *arguments)
    assert (told.code, told.out) == (code, out)


def test_a_paper_is_named_by_its_path(command: Command, papers: Project) -> None:
    """As a shell completes it."""
    assert command("check", "-C", papers.folder, papers.corpus / "sound.md").code == 0


def test_quotations_are_looked_up_in_the_corpus(command: Command, papers: Project) -> None:
    """A changed word is found in whichever paper quotes it, once the cited paper is there."""
    (papers.corpus / "card-krueger-1994.md").write_text(CITED, encoding="utf-8")
    told = command("check", "-C", papers.folder, "sound", "--only", "misquoted")
    assert told.code == 1
    printed = " ".join(told.out.split())
    assert "“rise” for “increase”. The nearest there: “did not fall after the increase of wages”" in printed


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["sond"], "no paper “sond” in the corpus. Did you mean sound?", id="misspelt paper"),
        pytest.param(["xyz"], "no paper “xyz” in the corpus. It has faulty, sound.", id="no such paper"),
    ],
)
def test_an_unknown_paper_is_refused(
    command: Command, papers: Project, arguments: list[str], message: str
) -> None:
    """Exit 2, with the nearest names."""
    told = command("check", "-C", papers.folder, *arguments)
    assert told.code == 2
    assert told.err.splitlines()[-1] == message


def test_an_unknown_kind_is_refused(command: Command, papers: Project) -> None:
    """Exit 2; the kinds are listed."""
    error = command("check", "-C", papers.folder, "--only", "typos").error
    assert "typos" in error
    assert "second-hand" in error


def test_an_empty_corpus_is_refused(command: Command, debate: Project) -> None:
    """Exit 2, and what to do."""
    assert "debatemap add FILE" in command("check", "-C", debate.folder).error
