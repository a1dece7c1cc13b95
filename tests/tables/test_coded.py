"""What people write into claims/*.csv: taken in any spreadsheet's dialect, or refused with a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debatemap import tables
from debatemap.errors import CodingError
from debatemap.model import (
    Claim,
    Origin,
    RelationKind,
    Stance,
    Status,
)

KNOWN = ("lee-shen-2011", "howell-2015", "xu-yi-2013")
HEAD = "paper,holder,claim,stance\n"


def coded(folder: Path, content: str | bytes, name: str = "mine.csv") -> tuple[list[Claim], list[str]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return tables.read_coded_claims(folder, known_holders=KNOWN)


def test_four_columns_are_enough(tmp_path: Path) -> None:
    """The rest is filled in: id from the content, origin hand, sure, accepted."""
    (found,), warnings = coded(tmp_path, HEAD + "own,howell-2015,NGOs adapt,neutral\n")
    assert (found.paper, found.holder, found.text, found.stance) == (
        "own",
        "howell-2015",
        "NGOs adapt",
        Stance.NEUTRAL,
    )
    assert (found.origin, found.status, found.confidence) == (Origin.HAND, Status.ACCEPTED, 1.0)
    assert (found.span, found.evidence, found.attribution) == (None, "", None)
    assert re.fullmatch(r"[0-9a-f]{10}", found.id)
    assert warnings == []


ROW = "own,howell-2015,NGOs adapt,attack\n"
SAME = {
    "plain": HEAD + ROW,
    "byte order mark": b"\xef\xbb\xbf" + (HEAD + ROW).encode(),
    "semicolons": (HEAD + ROW).replace(",", ";"),
    "tabs": (HEAD + ROW).replace(",", "\t"),
    "UTF-16 as Excel writes it": (HEAD + ROW).replace(",", "\t").encode("utf-16"),
    "line that names the delimiter": "sep=;\n" + (HEAD + ROW).replace(",", ";"),
    "Windows line ends": (HEAD + ROW).replace("\n", "\r\n"),
    "no line end": (HEAD + ROW).rstrip(),
    "capitals and blanks": "Paper, Holder ,CLAIM,Stance\n own , Howell-2015 , NGOs adapt , Attack \n",
    "blank rows and columns": "\n,,,,,\npaper,holder,claim,stance,,\n,,,,,\n" + ROW.replace("\n", ",,\n\n"),
    "other order, other columns": "stance,note,claim,holder,paper\nattack,,NGOs adapt,howell-2015,own\n",
    "quotation marks": 'paper,"holder","claim","stance"\n"own","howell-2015","NGOs adapt","attack"\n',
}


@pytest.mark.parametrize("content", SAME.values(), ids=SAME)
def test_whatever_the_spreadsheet_writes_the_claim_is_the_same(tmp_path: Path, content: str | bytes) -> None:
    """Encoding, delimiter, blanks, case and order of columns make no difference."""
    found, warnings = coded(tmp_path, content)
    (plain,), _ = coded(tmp_path, HEAD + ROW)
    assert found == [plain]
    assert warnings == []


@pytest.mark.parametrize(
    ("holder", "meant"),
    [
        pytest.param("self", "self", id="the paper's author"),
        pytest.param("other:frontline staff", "other:frontline staff", id="no scholar"),
        pytest.param("Other: frontline staff", "other:frontline staff", id="no scholar, loosely"),
        pytest.param("LEE-SHEN-2011", "lee-shen-2011", id="capitals"),
    ],
)
def test_who_may_hold_a_claim(tmp_path: Path, holder: str, meant: str) -> None:
    """A key, the paper's author, or a speaker with a name."""
    (found,), _ = coded(tmp_path, HEAD + f"own,{holder},NGOs adapt,attack\n")
    assert found.holder == meant


def test_another_spelling_of_a_holder_is_led_back_to_the_key(tmp_path: Path) -> None:
    """Two lists may call a work by two keys; the claims still come together."""
    (tmp_path / "a.csv").write_text(HEAD + "own,leeshen11,NGOs adapt,attack\n", encoding="utf-8")
    (found,), _ = tables.read_coded_claims(
        tmp_path, known_holders=KNOWN, aliases={"leeshen11": "lee-shen-2011"}
    )
    assert found.holder == "lee-shen-2011"


# content, line, words of the message
BAD = {
    "wrong stance": (
        HEAD + "own,self,x,suport\n",
        2,
        r'stance "suport" is none of support, attack, neutral\. Did you mean "support"',
    ),
    "stance missing": (HEAD + "own,self,x,\n", 2, r'the cell "stance" is empty'),
    "holder missing": (HEAD + ROW + "own,,x,attack\n", 3, r'the cell "holder" is empty'),
    "unknown holder": (
        HEAD + "own,lee-chen-2011,x,attack\n",
        2,
        r'holder "lee-chen-2011" is not in the bibliography\. Did you mean "lee-shen-2011"',
    ),
    "holder as cited": (HEAD + '"own","Xu, Yi 2013",x,attack\n', 2, r'Did you mean "xu-yi-2013"'),
    "holder like nobody": (HEAD + "own,zzz,x,attack\n", 2, r"is not in the bibliography\. Write a key"),
    "other without a name": (
        HEAD + "own,other:,x,attack\n",
        2,
        r'holder "other:" is not in the bibliography',
    ),
    "column missing": (
        "paper,holder,claim,stanse\n" + ROW,
        1,
        r'there is no column "stance", but there is "stanse"',
    ),
    "column twice": ("paper,holder,claim,stance,claim\n", 1, r'two columns "claim"'),
    "no header": (ROW, 1, r'there is no column "paper"'),
    "comma without quotation marks": (
        HEAD + "own,self,x, and y,attack\n",
        2,
        r'"attack" stands under no column',
    ),
    "quotation mark open": (
        HEAD + ROW + 'own,self,"x,attack\nown,self,y,attack\n',
        3,
        r"quotation marks of this row do not close",
    ),
    "wrong confidence": (
        HEAD.strip() + ",confidence\nown,self,x,attack,very\n",
        2,
        r'confidence "very" is no number',
    ),
    "confidence in percent": (
        HEAD.strip() + ",confidence\nown,self,x,attack,90\n",
        2,
        r'confidence "90" is no number from 0 to 1',
    ),
    "offsets": (
        HEAD.strip() + ",start,end\nown,self,x,attack,9,2\n",
        2,
        r'start "9" and end "2" are no stretch',
    ),
    "half an offset": (
        HEAD.strip() + ",start,end\nown,self,x,attack,9,\n",
        2,
        r'start "9" and end "" are no stretch',
    ),
    "wrong status": (
        HEAD.strip() + ",status\nown,self,x,attack,acepted\n",
        2,
        r'status "acepted" .* Did you mean "accepted"',
    ),
    "id twice": (
        HEAD.strip() + ",id\nown,self,x,attack,7\nown,self,y,attack,7\n",
        3,
        r'another row has the id "7"',
    ),
    "two minds": (
        HEAD + "own,self,x,attack\nown,self,x,support\n",
        3,
        r"another row has the same paper, holder",
    ),
    "after a cell of two lines": (
        HEAD + 'own,self,"x\ny",attack\nown,self,z,no\n',
        4,
        r'stance "no" is none of',
    ),
    "Latin-1": (HEAD + "own,self,x,attack\n").encode() + b"own,self,na\xefve,attack\n",
    "no text": b"paper,holder\x00\x01\x02",
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_a_wrong_row_is_refused(tmp_path: Path, case: tuple[str, int, str] | bytes) -> None:
    """One line: file, line, what was found, what to do."""
    content, line, message = (
        (case, None, r'text\. Save the table as "CSV UTF-8"') if isinstance(case, bytes) else case
    )
    with pytest.raises(CodingError) as caught:
        coded(tmp_path, content)
    said = str(caught.value)
    assert re.search(message, said)
    assert re.search(rf"mine\.csv:{line or '[0-9]+'}: ", said)
    assert "\n" not in said
    assert caught.value.todo


# content, words of the warning, claims that are left
DOUBTFUL = {
    "unknown column": (
        "paper,holder,claim,stance,lokator\nown,self,x,attack,12\n",
        r':1: column "lokator" is unknown and was not read; did you mean "locator"\?',
        1,
    ),
    "said twice": (HEAD + ROW + ROW, r":3: this row was said before", 1),
}


@pytest.mark.parametrize(("content", "message", "count"), DOUBTFUL.values(), ids=DOUBTFUL)
def test_a_doubtful_row_is_warned_of(tmp_path: Path, content: str, message: str, count: int) -> None:
    """What can go on goes on, with a line that says what was left out."""
    found, warnings = coded(tmp_path, content)
    assert len(found) == count
    (warning,) = warnings
    assert re.search(message, warning)


def test_two_coders_may_differ(tmp_path: Path) -> None:
    """The same claim by two coders is two rows, so that their agreement can be measured."""
    found, _ = coded(tmp_path, "paper,holder,claim,stance,coder\nown,self,x,attack,A\nown,self,x,support,B\n")
    assert len({c.id for c in found}) == 2


def test_relations_are_told_by_their_columns(tmp_path: Path) -> None:
    """Whatever the file's name; each reader takes its own tables and leaves the other's."""
    (tmp_path / "a.csv").write_text(
        "Paper;Source;Target;Relation;Note\nown;self;howell-2015;Attack;p. 4\n", encoding="utf-8"
    )
    claims, _ = coded(tmp_path, HEAD + ROW)
    (relation,), warnings = tables.read_coded_relations(tmp_path, known_holders=KNOWN)
    assert len(claims) == 1
    assert warnings == []
    assert (relation.source, relation.target, relation.relation) == (
        "self",
        "howell-2015",
        RelationKind.ATTACK,
    )
    assert (relation.origin, relation.note) == (Origin.HAND, "p. 4")


BAD_RELATIONS = {
    "unknown target": (
        "own,self,howel-2015,attack\n",
        r':2: target "howel-2015" is not in the bibliography\. Did you mean "howell-2015"',
    ),
    "wrong relation": (
        "own,self,howell-2015,neutral\n",
        r':2: relation "neutral" is none of support, attack',
    ),
    "to itself": ("own,self,self,attack\n", r':2: source and target are both "self"'),
    "no source": ("own,,self,attack\n", r':2: the cell "source" is empty'),
}


@pytest.mark.parametrize(("row", "message"), BAD_RELATIONS.values(), ids=BAD_RELATIONS)
def test_a_wrong_relation_is_refused(tmp_path: Path, row: str, message: str) -> None:
    """As a claim is."""
    (tmp_path / "r.csv").write_text("paper,source,target,relation\n" + row, encoding="utf-8")
    with pytest.raises(CodingError, match=message):
        tables.read_coded_relations(tmp_path, known_holders=KNOWN)


def test_nothing_coded_is_no_error(tmp_path: Path) -> None:
    """No folder, an empty file, a header alone, a spreadsheet's lock file: no claims."""
    assert tables.read_coded_claims(tmp_path / "none", known_holders=KNOWN) == ([], [])
    coded(tmp_path, b"", "empty.csv")
    coded(tmp_path, b"\xff\xfe\x00lock", ".~lock.mine.csv")
    assert coded(tmp_path, HEAD) == ([], [])


def test_what_is_no_csv_is_told(tmp_path: Path) -> None:
    """A workbook, or a folder of tables, is not left out in silence; notes are nobody's business."""
    (tmp_path / "mine.xlsx").write_bytes(b"PK")
    (tmp_path / "notes.txt").write_text("to do", encoding="utf-8")
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "more.csv").write_text(HEAD + ROW, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    found, warnings = coded(tmp_path, HEAD + ROW, "MINE.CSV")
    assert len(found) == 1
    assert [warning.split(": ")[0] for warning in warnings] == [
        str(tmp_path / "mine.xlsx"),
        str(tmp_path / "second"),
    ]
