"""debatemap claims: rows added to what is there, and listed."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest
import typer

from debatemap.tables import read_coded_claims

if TYPE_CHECKING:
    from tests.cli.conftest import Command

    from debatemap.project import Project

PAPER = """\
# A review

Katz and Krueger (1992) ask restaurants in Texas.

## References

Katz, L. and Krueger, A. (1992) The effect of the minimum wage on the fast-food industry. ILR Review 46: 6-21.
"""
ROW = ("--paper", "review-2004", "--claim", "jobs stay", "--stance", "attack")


def rows(project: Project) -> list[tuple[str, str, str, str]]:
    found, _ = read_coded_claims(project.claims, known_holders=None)
    return [(claim.paper, claim.holder, claim.text, claim.stance.value) for claim in found]


def test_a_claim_given_by_options_is_written(command: Command, debate: Project) -> None:
    """The line of the table is named; every cell stands in its column."""
    told = command(
        "claims", "add", "-C", debate.folder, *ROW, "--holder", "card-krueger-1994",
        "--locator", "772", "--evidence", 'They say: "jobs stay".', "--note", "a; b, c", "--coder", "AB",
    )  # fmt: skip
    assert told.code == 0
    assert "by-hand.csv:2: card-krueger-1994 · attack · jobs stay" in told.out
    (found,), _ = read_coded_claims(debate.claims, known_holders=None)
    assert (found.locator, found.evidence, found.note, found.coder) == (
        "772",
        'They say: "jobs stay".',
        "a; b, c",
        "AB",
    )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        pytest.param("self", "self", id="the paper's author"),
        pytest.param("other:shop owners", "other:shop owners", id="no scholar"),
        pytest.param("Neumark-Wascher-2000", "neumark-wascher-2000", id="capitals"),
        pytest.param("neumark", "neumark-wascher-2000", id="the beginning, when only one begins so"),
        pytest.param("Card and Krueger 1995", "card-krueger-1995", id="as it is cited"),
        pytest.param("wascher", "neumark-wascher-2000", id="the second author"),
        pytest.param("katz", "katz-krueger-1992", id="from a paper's own list of references"),
        pytest.param("review-2004", "review-2004", id="a paper of the corpus"),
    ],
)
def test_holders_are_completed(command: Command, debate: Project, written: str, key: str) -> None:
    """From the bibliography first, then from the papers' lists of references."""
    (debate.corpus / "review-2004.md").write_text(PAPER, encoding="utf-8")
    told = command("claims", "add", "-C", debate.folder, *ROW, "--holder", written)
    assert (told.code, told.err) == (0, "")
    assert rows(debate) == [("review-2004", key, "jobs stay", "attack")]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        pytest.param(
            "card",
            r'"card" may be several works\. Did you mean card-krueger-1994, card-krueger-1995\?',
            id="several works",
        ),
        pytest.param(
            "neumerk-washer-2000",
            r'"neumerk-washer-2000" is not in the bibliography\. Did you mean neumark-wascher-2000',
            id="misspelt",
        ),
        pytest.param("zzz", r'"zzz" is not in the bibliography\. Add the work', id="nobody"),
    ],
)
def test_a_holder_is_never_guessed(command: Command, debate: Project, written: str, message: str) -> None:
    """Where it is not certain who is meant, nothing is written."""
    before = (debate.claims / "by-hand.csv").read_bytes()
    assert re.search(message, command("claims", "add", "-C", debate.folder, *ROW, "--holder", written).error)
    assert (debate.claims / "by-hand.csv").read_bytes() == before


@pytest.mark.parametrize("name", ["paper", "holder", "claim", "stance"])
def test_what_is_missing_is_named(command: Command, debate: Project, name: str) -> None:
    """Off a terminal nobody can be asked."""
    given = [*ROW, "--holder", "self"]
    at = given.index(f"--{name}")
    error = command("claims", "add", "-C", debate.folder, *given[:at], *given[at + 2 :]).error
    assert f"--{name} is missing" in error


BEFORE = {
    "Excel: mark, semicolons": b"\xef\xbb\xbfpaper;holder;claim;stance\r\np;self;old, or;attack\r\n",
    "no line end": b"paper,holder,claim,stance\np,self,old,attack",
    "other order, further columns": b"stance,paper,page,claim,holder\nattack,p,3,old,self\n",
    "blank column": b"paper,holder,,claim,stance\np,self,,old,attack\n",
    "UTF-16": "paper\tholder\tclaim\tstance\np\tself\told\tattack\n".encode("utf-16"),
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_rows_that_a_person_wrote_stay_byte_for_byte(
    command: Command, debate: Project, before: bytes
) -> None:
    """The new row follows the table's own delimiter, encoding, line ends and order of columns."""
    table = debate.claims / "by-hand.csv"
    table.write_bytes(before)
    assert command("claims", "add", "-C", debate.folder, *ROW, "--holder", "self").code == 0
    assert table.read_bytes().startswith(before)
    assert len(rows(debate)) == 2
    assert rows(debate)[-1] == ("review-2004", "self", "jobs stay", "attack")


def test_a_table_without_the_column_is_not_changed(command: Command, debate: Project) -> None:
    """Rather than a cell lost."""
    table = debate.claims / "by-hand.csv"
    table.write_bytes(b"paper,holder,claim,stance\n")
    error = command("claims", "add", "-C", debate.folder, *ROW, "--holder", "self", "--note", "x").error
    assert re.search(r'by-hand\.csv:1: there is no column "note"\. Add it to the first row', error)
    assert table.read_bytes() == b"paper,holder,claim,stance\n"


def test_the_same_claim_is_not_written_twice(command: Command, debate: Project) -> None:
    """But another coder may code it too."""
    add = ("claims", "add", "-C", debate.folder, *ROW, "--holder", "self")
    command(*add)
    assert "is coded already" in command(*add).error
    assert command(*add, "--coder", "AB").code == 0
    assert len(rows(debate)) == 2


def test_a_paper_that_is_not_in_the_corpus_is_told(command: Command, debate: Project) -> None:
    """One may code what one has read elsewhere."""
    told = command("claims", "add", "-C", debate.folder, *ROW, "--holder", "self")
    assert 'paper "review-2004" is not in the corpus' in told.err


def test_on_a_terminal_it_asks(command: Command, debate: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The papers are offered, holders are chosen from a list, a stance may be shortened."""
    (debate.corpus / "review-2004.md").write_text(PAPER, encoding="utf-8")
    answers = iter(["", "card", "2", "jobs stay", "x", "att", "12", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    def prompt(text: str, default: object = None, **_: object) -> object:
        answer = next(answers)
        return int(answer) if isinstance(default, int) else answer or default

    monkeypatch.setattr("typer.prompt", prompt)
    told = command("claims", "add", "-C", debate.folder)
    assert told.code == 0
    assert "  2  card-krueger-1995  Card and Krueger 1995, Myth and Measurement\n" in told.out
    assert rows(debate) == [("review-2004", "card-krueger-1995", "jobs stay", "attack")]


def test_whoever_stops_answering_leaves_nothing_behind(
    command: Command, debate: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-D at a question: exit 130, one line, no row."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)

    def leave(text: str, **_: object) -> str:
        raise typer.Abort

    monkeypatch.setattr("typer.prompt", leave)
    told = command("claims", "add", "-C", debate.folder)
    assert (told.code, told.err) == (130, "Stopped; nothing half-written is left behind.\n")
    assert rows(debate) == []


def test_the_list_has_what_was_extracted_and_what_is_coded_now(command: Command, results: Project) -> None:
    """Hand-coded rows count as they stand in claims/ today, whatever the last run knew."""
    command("claims", "add", "-C", results.folder, *ROW, "--holder", "card-krueger-1995")
    told = command("claims", "list", "-C", results.folder)
    assert re.search(r"^[0-9a-f]{10}  Card and Krueger +against  jobs stay +hand$", told.out, re.MULTILINE)
    assert "c3cccccccc" not in told.out
    assert told.out.endswith("4 claims, 1 by hand; 1 row rejected\n")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        pytest.param(["--scholar", "card & krueger"], ["c1aaaaaaaa", "c2bbbbbbbb"], id="scholar"),
        pytest.param(["--scholar", "card-krueger-1995"], ["c2bbbbbbbb"], id="work"),
        pytest.param(["--stance", "support"], ["c2bbbbbbbb"], id="stance"),
        pytest.param(["--origin", "hand"], [], id="origin"),
        pytest.param(["--scholar", "reviewer", "--stance", "neutral"], ["c4dddddddd"], id="two at once"),
    ],
)
def test_the_list_may_be_narrowed(
    command: Command, results: Project, options: list[str], ids: list[str]
) -> None:
    """By scholar or work, by side, by origin; --json gives the rows."""
    told = command("claims", "list", "-C", results.folder, "--json", *options)
    assert [row["id"] for row in json.loads(told.out)] == ids


def test_the_list_of_an_unknown_scholar_is_refused(command: Command, results: Project) -> None:
    """As `show` refuses it."""
    error = command("claims", "list", "-C", results.folder, "--scholar", "Neumerk and Washer").error
    assert 'Did you mean "Neumark and Wascher"' in error


def test_what_gives_way_is_told(command: Command, results: Project) -> None:
    """With the paper's sentence: whose claim it was taken for. A sentence that is not there is told, too."""
    sentence = "Card and Krueger (1994: 772) find that employment in fast food did not fall after the rise."
    (results.outputs / "text").mkdir()
    (results.outputs / "text" / "review-2004.txt").write_text(sentence, encoding="utf-8")
    told = command("claims", "add", "-C", results.folder, *ROW, "--holder", "self", "--evidence", sentence)
    assert "takes the place of: Card and Krueger · attack · employment in fast food did not fall" in told.out
    other = (*ROW[:3], "jobs grow", *ROW[4:], "--holder", "self", "--evidence", "Jobs grow.")
    told = command("claims", "add", "-C", results.folder, *other)
    assert ("takes the place" in told.out, "does not stand in" in told.err) == (False, True)


def test_an_extracted_claim_is_put_right(command: Command, results: Project) -> None:
    """What was not corrected stays; the row has the claim's id, by which the next run knows it."""
    told = command("claims", "correct", "c1aa", "-C", results.folder, "--stance", "neutral", "--coder", "AB")
    assert "corrections.csv:2: card-krueger-1994 · neutral · employment in fast food" in told.out
    (found,), _ = read_coded_claims(results.claims, known_holders=None)
    assert (found.id, found.holder, found.stance.value, found.coder) == (
        "c1aaaaaaaa",
        "card-krueger-1994",
        "neutral",
        "AB",
    )
    assert found.span is not None
    assert (
        "is corrected already" in command("claims", "correct", "c1aa", "-C", results.folder, "--drop").error
    )


def test_an_extracted_claim_is_dropped(command: Command, results: Project) -> None:
    """The row is rejected, and so is what it names."""
    command("claims", "correct", "c2bbbbbbbb", "-C", results.folder, "--drop")
    (found,), _ = read_coded_claims(results.claims, known_holders=None)
    assert (found.id, found.status.value) == ("c2bbbbbbbb", "rejected")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("c1aa", "nothing is corrected. Give --drop alone, or", id="nothing"),
        pytest.param("c1aa --drop --stance attack", "leaves nothing to correct", id="both"),
        pytest.param("ffff --drop", 'no extracted claim has the id "ffff". Find it', id="unknown"),
        pytest.param("c3cccccccc --drop", "no extracted claim", id="a person's own row"),
        pytest.param("c1aa --holder zzz", '"zzz" is not in the bibliography', id="nobody"),
    ],
)
def test_what_cannot_be_corrected(command: Command, results: Project, line: str, message: str) -> None:
    """One line, and no table is made."""
    assert message in command("claims", "correct", "-C", results.folder, *line.split()).error
    assert not (results.claims / "corrections.csv").exists()
