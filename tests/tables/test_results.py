"""What the program writes into outputs/, byte for byte, and reads back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap import tables
from debatemap.errors import CodingError
from debatemap.model import (
    Claim,
    Position,
    Relation,
    RelationKind,
    Span,
    Stance,
    Via,
)


def claim(**changes: object) -> Claim:
    values: dict[str, object] = {
        "id": "a1",
        "paper": "review-2020",
        "holder": "lee-shen-2011",
        "scholar": "Lee and Shen",
        "text": "unions matter",
        "stance": Stance.SUPPORT,
        "confidence": 0.8765,
        "via": Via.NARRATIVE,
        "evidence": "Lee and Shen say that unions matter.",
        "span": Span(10, 46),
    }
    return Claim(**(values | changes))  # type: ignore[arg-type]


RELATION = Relation(
    "r1", "review-2020", "self", "howell-2015", RelationKind.ATTACK, "We disagree.", Span(5, 17), 0.7
)
POSITION = Position("Lee and Shen", "lee-shen-2011", "2011", -0.66666, -1, 0.1, 1, 3, 0, 2, -0.5, None)


def test_the_contract_of_the_claims_table(tmp_path: Path) -> None:
    """Column order, three decimals, line feeds, no byte order mark: byte for byte."""
    tables.write_claims(tmp_path / "claims.csv", [claim()])
    assert (tmp_path / "claims.csv").read_bytes() == (
        b"id,paper,holder,scholar,claim,stance,confidence,via,evidence,start,end,page,locator,reported_by,"
        b"rule,origin,status,coder,note,lean\n"
        b"a1,review-2020,lee-shen-2011,Lee and Shen,unions matter,support,0.876,narrative,"
        b"Lee and Shen say that unions matter.,10,46,,,,,extracted,proposed,,,\n"
    )


def test_the_contract_of_the_relations_table(tmp_path: Path) -> None:
    """The same for relations."""
    tables.write_relations(tmp_path / "relations.csv", [RELATION])
    assert (tmp_path / "relations.csv").read_text(encoding="utf-8") == (
        "id,paper,source,target,relation,evidence,start,end,confidence,rule,origin,status\n"
        "r1,review-2020,self,howell-2015,attack,We disagree.,5,17,0.700,,extracted,proposed\n"
    )


def test_the_contract_of_the_positions_table(tmp_path: Path) -> None:
    """The same for positions; the scholar's own row comes before the works."""
    whole = Position("Lee and Shen", "", "", -0.0001, -1, 0.1, 1, 3, 0, 2)
    tables.write_positions(tmp_path / "positions.csv", [POSITION, whole])
    assert (tmp_path / "positions.csv").read_text(encoding="utf-8") == (
        "scholar,holder,year,position,lower,upper,support,attack,neutral,papers,reported,own\n"
        "Lee and Shen,,,0.000,-1.000,0.100,1,3,0,2,,\n"
        "Lee and Shen,lee-shen-2011,2011,-0.667,-1.000,0.100,1,3,0,2,-0.500,\n"
    )


def test_claims_are_sorted_by_paper_place_holder_id(tmp_path: Path) -> None:
    """Whatever the order in which they were found, the bytes are the same."""
    mixed = [
        claim(id="4", paper="b"),
        claim(id="3", paper="a", span=Span(100, 120)),
        claim(id="2", paper="a", span=Span(9, 46), holder="z"),
        claim(id="1", paper="a", span=Span(9, 46), holder="a"),
        claim(id="0", paper="a", span=None),
    ]
    for order in (mixed, mixed[::-1]):
        tables.write_claims(tmp_path / "claims.csv", order)
        assert [c.id for c in tables.read_claims(tmp_path / "claims.csv")] == ["0", "1", "2", "3", "4"]


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


@given(
    text=TEXT,
    note=TEXT,
    start=st.integers(0, 10**6),
    stance=st.tuples(st.integers(0, 1000), st.none() | st.integers(-1000, 1000)),
)
def test_claims_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory,
    text: str,
    note: str,
    start: int,
    stance: tuple[int, int | None],
) -> None:
    """Quotation marks, delimiters, line breaks and every script survive."""
    confidence, lean = stance
    path = tmp_path_factory.mktemp("round") / "claims.csv"
    given_claim = claim(
        text=text,
        note=note,
        span=Span(start, start + 5),
        confidence=confidence / 1000,
        lean=None if lean is None else lean / 1000,
    )
    tables.write_claims(path, [given_claim])
    assert tables.read_claims(path) == [given_claim]


def test_relations_and_positions_come_back(tmp_path: Path) -> None:
    """Reading what was written gives the same objects, numbers rounded."""
    tables.write_relations(tmp_path / "r.csv", [RELATION])
    assert tables.read_relations(tmp_path / "r.csv") == [RELATION]
    tables.write_positions(tmp_path / "p.csv", [POSITION])
    (back,) = tables.read_positions(tmp_path / "p.csv")
    assert (back.position, back.reported, back.own) == (-0.667, -0.5, None)


def test_a_write_that_fails_leaves_the_old_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing already written is lost, and no half file is left behind."""
    path = tmp_path / "claims.csv"
    tables.write_claims(path, [claim()])
    before = path.read_bytes()

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        tables.write_claims(path, [claim(id="b2")])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(None, r"there are no results yet\. .*debatemap run", id="missing"),
        pytest.param("id,paper\n", r':1: column "holder" is missing', id="other columns"),
        pytest.param("BROKEN", r":2: this row is not as it was written", id="wrong value"),
        pytest.param('"', r"claims\.csv:1: this row is not as it was written", id="open quotation mark"),
    ],
)
def test_results_that_were_changed_are_refused(tmp_path: Path, content: str | None, message: str) -> None:
    """The error names the line and the command that makes the table anew."""
    path = tmp_path / "claims.csv"
    if content == "BROKEN":
        tables.write_claims(path, [claim()])
        content = path.read_text(encoding="utf-8").replace("support", "maybe")
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(CodingError, match=message):
        tables.read_claims(path)


def test_frames_have_the_columns_of_the_tables() -> None:
    """Also when there is no row; offsets stay whole numbers where some are missing."""
    frame = tables.claims_frame([claim(), claim(id="b", span=None)])
    assert tuple(frame.columns) == tables.CLAIM_COLUMNS
    assert [str(value) for value in frame["start"]] == ["<NA>", "10"]
    assert tuple(tables.relations_frame([]).columns) == tables.RELATION_COLUMNS
    assert tables.positions_frame([POSITION])["position"].tolist() == [-0.667]
