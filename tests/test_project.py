"""A debate's folder: found, read, refused with a reason, made anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debatemap.errors import ProjectError
from debatemap.model import Debate, Pole, ScholarEntry
from debatemap.project import EXAMPLE, find_project, init_project, load_project

GOOD = """\
title = "Minimum wages"
thesis = "Minimum wages cost low-paid workers their jobs."

[poles.attack]
name = "harmless"
statement = "Minimum wages leave employment as it is."

[poles.support]
name = "job killer"
statement = "Minimum wages destroy jobs."

[[scholars]]
name = "Card and Krueger"
works = ["card-krueger-1994", "card-krueger-1995"]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "debate.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_debate_is_read_whole(tmp_path: Path) -> None:
    """Thesis, poles, scholars and folders come out as they were written."""
    project = load_project(write(tmp_path, GOOD))
    assert project.debate == Debate(
        title="Minimum wages",
        thesis="Minimum wages cost low-paid workers their jobs.",
        attack=Pole("harmless", "Minimum wages leave employment as it is."),
        support=Pole("job killer", "Minimum wages destroy jobs."),
        scholars=(ScholarEntry("Card and Krueger", ("card-krueger-1994", "card-krueger-1995")),),
    )
    assert (project.corpus, project.outputs) == (tmp_path / "corpus", tmp_path / "outputs")
    assert project.unwritten == ()


def test_a_byte_order_mark_is_no_error(tmp_path: Path) -> None:
    """Windows' editor puts one at the beginning."""
    (tmp_path / "debate.toml").write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    assert load_project(tmp_path).debate.title == "Minimum wages"


def test_folders_may_lie_elsewhere(tmp_path: Path) -> None:
    """[folders] names them from the debate's folder on; what it leaves out stays where it was."""
    project = load_project(write(tmp_path, GOOD + '\n[folders]\ncorpus = "../papers"\n'))
    assert project.corpus == tmp_path / "../papers"
    assert project.claims == tmp_path / "claims"


def test_the_nearest_folder_upward_is_found(tmp_path: Path) -> None:
    """From a folder inside, the debate is the nearest one above."""
    inner = write(tmp_path, GOOD) / "corpus" / "deep"
    inner.mkdir(parents=True)
    assert find_project(inner) == tmp_path.resolve()


# what is written instead of what, the line that is named, words of the message
BAD = {
    "poles of one name": ('"job killer"', '"Harmless"', 9, 'both poles have the name "Harmless"'),
    "poles that say the same": (
        "destroy jobs.",
        "leave employment as it is.",
        10,
        'both poles have the statement "Minimum wages leave',
    ),
    "unknown key": ("title =", "titel =", 1, r'unknown key "titel"\. Did you mean "title"\?'),
    "unknown key in a pole": (
        'statement = "Minimum wages d',
        'statment = "Minimum wages d',
        10,
        r'unknown key "statment" in \[poles.support\]\. Did you mean "statement"',
    ),
    "unknown pole": (
        "[poles.attack]",
        "[poles.atack]",
        4,
        r'unknown key "atack" in \[poles\]\. Did you mean "attack"',
    ),
    "unknown key of a scholar": (
        "works =",
        "work =",
        14,
        r'unknown key "work" in \[scholars\]\. Did you mean "works"',
    ),
    "missing key": ('name = "harmless"\n', "", 4, r'"poles.attack.name" is missing\. Add a line: name ='),
    "missing thesis": (
        'thesis = "Minimum wages cost low-paid workers their jobs."\n',
        "",
        None,
        r'"thesis" is missing',
    ),
    "empty thesis": ('"Minimum wages cost low-paid workers their jobs."', '" "', 2, r'"thesis" is empty'),
    "wrong type": ('"Minimum wages"', "7", 1, r'"title" is 7, which is no text'),
    "poles no table": (GOOD[GOOD.index("[poles.attack]") :], "poles = 3\n", 4, r'"poles" is no table'),
    "no poles": (GOOD[GOOD.index("[poles.attack]") :], "", None, r"\[poles\] is missing"),
    "one pole": (
        GOOD[GOOD.index("[poles.support]") : GOOD.index("[[scholars]]")],
        "",
        None,
        r"\[poles.support\] is missing",
    ),
    "works no list": (
        '["card-krueger-1994", "card-krueger-1995"]',
        '"card-krueger-1994"',
        14,
        r"no list of works",
    ),
    "scholars no list": ("[[scholars]]", "[scholars]", 12, r"no list of tables"),
    "no quotation marks": ('"Minimum wages"', "Minimum wages", 1, r"this is not TOML: Invalid value"),
    "quotation mark open": ('"job killer"', '"job killer', 9, r"this is not TOML: Illegal character"),
    "ends too early": ('"card-krueger-1995"]\n', "", 14, r"this is not TOML"),
    "said twice": (
        'name = "harmless"\n',
        'name = "a"\nname = "b"\n',
        6,
        r"this is not TOML: Cannot overwrite",
    ),
}


@pytest.mark.parametrize(("old", "new", "line", "message"), BAD.values(), ids=BAD)
def test_wrong_settings_are_refused(
    tmp_path: Path, old: str, new: str, line: int | None, message: str
) -> None:
    """The error is one line that names the file, the line, what was found and what to do."""
    assert old in GOOD
    write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(ProjectError) as caught:
        load_project(tmp_path)
    said = str(caught.value)
    place = f"debate.toml:{line}: " if line else "debate.toml: "
    assert place in said
    assert re.search(message, said)
    assert "\n" not in said
    assert caught.value.todo


def test_a_work_belongs_to_one_scholar(tmp_path: Path) -> None:
    """Otherwise it would be on the map twice."""
    write(tmp_path, GOOD + '\n[[scholars]]\nname = "Card"\nworks = ["card-krueger-1994"]\n')
    with pytest.raises(ProjectError, match='"card-krueger-1994" belongs to "Card and Krueger" and to "Card"'):
        load_project(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """The line of the first wrong byte is named."""
    (tmp_path / "debate.toml").write_bytes(b'title = "a"\nthesis = "\xff\xfe"\n')
    with pytest.raises(ProjectError, match=r"debate\.toml:2: byte 22 is no UTF-8 text"):
        load_project(tmp_path)


def test_where_there_is_no_debate_init_is_named(tmp_path: Path) -> None:
    """Both ways of looking for a debate say how to make one."""
    with pytest.raises(ProjectError, match="debatemap init"):
        find_project(tmp_path)
    with pytest.raises(ProjectError, match="debatemap init"):
        load_project(tmp_path)


def test_a_new_debate_can_be_read(tmp_path: Path) -> None:
    """What init writes is a debate, with comments and folders, still waiting for its thesis."""
    written = init_project(tmp_path / "new")
    assert [path.name for path in written] == ["debate.toml", "by-hand.csv", "relations.csv"]
    project = load_project(tmp_path / "new")
    assert (project.debate.title, project.debate.thesis) == (EXAMPLE.title, EXAMPLE.thesis)
    assert project.unwritten == ("thesis", "poles.attack.statement", "poles.support.statement")
    assert project.corpus.is_dir()
    assert "# The thesis:" in written[0].read_text(encoding="utf-8")


def test_what_init_is_told_stands_in_the_file(tmp_path: Path) -> None:
    """Quotation marks, backslashes and accents survive."""
    debate = Debate('The "gap"', "C:\\x – naïve\tdata", Pole("a", "b"), Pole("c", "d"))
    init_project(tmp_path, debate)
    assert load_project(tmp_path).debate == debate


def test_init_overwrites_nothing(tmp_path: Path) -> None:
    """A debate that is there stays; so does a table of claims beside a missing debate.toml."""
    write(tmp_path, GOOD)
    with pytest.raises(ProjectError, match="exists already"):
        init_project(tmp_path)
    assert load_project(tmp_path).debate.title == "Minimum wages"

    (tmp_path / "debate.toml").unlink()
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "by-hand.csv").write_text("mine", encoding="utf-8")
    init_project(tmp_path)
    assert (tmp_path / "claims" / "by-hand.csv").read_text(encoding="utf-8") == "mine"


def test_init_where_a_file_stands(tmp_path: Path) -> None:
    """A file is no folder."""
    (tmp_path / "x").write_text("", encoding="utf-8")
    with pytest.raises(ProjectError, match="cannot write here"):
        init_project(tmp_path / "x")
