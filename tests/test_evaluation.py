"""A run against a gold coding: figures by hand, and the same figures as the scorer of the gold codings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from debatemap.errors import CodingError
from debatemap.evaluation import Evaluation, Figure, Rates, evaluate
from debatemap.evaluation.locate import Source, overlap
from debatemap.model import Claim, Origin, Position, Relation, RelationKind, Stance, Status, Via
from debatemap.tables import write_claims, write_positions, write_relations

SHARED = Path(os.environ.get("DEBATEMAP_SHARED", Path(__file__).resolve().parents[2] / "shared"))
SENTENCES = (
    "Sato (2001) holds that green tea protects the heart of those who drink it daily.",
    "She adds that the effect grows with the years of drinking.",
    "Mori (2002) denies this and finds that tea drinkers die as early as others do.",
    "According to Berg (1999), the quarrel is about sugar and not about tea at all.",
    "We hold that Mori is right where milk is taken with the tea.",
    "Nurses say that <i>tea</i> calms patients in the evening hours.",
    "Sato (2001) has been read widely, and so has Mori (2002), far beyond medicine.",
)
TEXT = "\n\n".join(SENTENCES)
GOLD = (  # sentence, holder, kind, stance, via, agreed
    (0, "sato-2001", "claim", 1, "narrative", "yes"),
    (1, "sato-2001", "claim", 1, "carried", "yes"),
    (2, "mori-2002", "claim", -1, "narrative", "yes"),
    (3, "berg-1999", "claim", 0, "narrative", "yes"),
    (4, "self", "claim", -1, "narrative", "yes"),
    (4, "mori-2002", "claim", -1, "narrative", "disputed"),
    (5, "other:nurses", "claim", 1, "narrative", "yes"),
    (6, "sato-2001", "mention", 0, "narrative", "yes"),
)
RELATIONS = (
    (2, "mori-2002", "sato-2001", "attack", "yes"),
    (4, "self", "mori-2002", "support", "yes"),
    (3, "berg-1999", "sato-2001", "attack", "disputed"),
)
FOR, AGAINST, NEITHER = Stance.SUPPORT, Stance.ATTACK, Stance.NEUTRAL


def place(sentence: int) -> tuple[int, int]:
    start = TEXT.index(SENTENCES[sentence])
    return start, start + len(SENTENCES[sentence])


def claim(sentence: int, holder: str, stance: Stance, evidence: str = "") -> Claim:
    evidence = evidence or SENTENCES[sentence]
    number = f"{sentence}{holder}{stance}"
    return Claim(number, "review", holder, holder, evidence, stance, 0.8, Via.NARRATIVE, evidence, None)


def relation(sentence: int, source: str, target: str, kind: RelationKind) -> Relation:
    return Relation(f"{source}{target}{kind}", "review", source, target, kind, SENTENCES[sentence], None, 0.8)


def position(holder: str, at: float, lower: float, upper: float) -> Position:
    return Position(holder, holder, "", at, lower, upper, 1, 0, 0, 1)


CLAIMS = (
    claim(0, "sato-2001", FOR),  # right
    claim(2, "mori-2002", FOR),  # right holder, wrong side
    claim(
        3, "berg-1999", AGAINST, "According to Berg 1999 the quarrel is about sugar"
    ),  # neutral in the gold
    claim(4, "self", AGAINST),  # right
    claim(4, "mori-2002", AGAINST),  # the coders disagree: counts neither way
    claim(6, "sato-2001", FOR),  # only mentioned there
    claim(1, "mori-2002", NEITHER),  # nobody's
    claim(5, "self", FOR, "These words stand nowhere in the paper at all."),
)
ANSWERS = (
    relation(2, "mori-2002", "sato-2001", RelationKind.ATTACK),
    relation(3, "berg-1999", "sato-2001", RelationKind.ATTACK),
    relation(4, "self", "sato-2001", RelationKind.ATTACK),
)
POSITIONS = (
    position("sato-2001", 0.6, 0.1, 1.0),
    position("mori-2002", -0.2, -0.7, 0.3),
    position("review", -0.4, -1.0, 0.2),
    position("berg-1999", 0.0, -1.0, 1.0),
    replace(position("sato-2001", 0.6, 0.1, 1.0), holder=""),
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    claims = ["sid,start,end,holder,kind,stance,via,agreed"] + [
        f"{at},{place(at)[0]},{place(at)[1]},{holder},{kind},{stance},{via},{agreed}"
        for at, holder, kind, stance, via, agreed in GOLD
    ]
    relations = ["sid,start,end,source,target,relation,agreed"] + [
        f"{at},{place(at)[0]},{place(at)[1]},{source},{target},{kind},{agreed}"
        for at, source, target, kind, agreed in RELATIONS
    ]
    (folder / "claims.csv").write_text("\n".join(claims) + "\n", encoding="utf-8")
    (folder / "relations.csv").write_text("\n".join(relations) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def found(gold: Path) -> Evaluation:
    return evaluate(gold, TEXT, CLAIMS, ANSWERS, POSITIONS, paper="review")


def counts(rates: Rates) -> tuple[int, int, int]:
    return rates.tp, rates.fp, rates.fn


def test_who_claims_what(found: Evaluation) -> None:
    """A claim hits by holder and place; a mention is no claim; disputed rows count neither way."""
    assert counts(found.attribution_scholar) == (3, 2, 1)
    assert counts(found.attribution_self) == (1, 1, 0)
    assert found.recall_by_via == {"carried": (0, 1), "narrative": (3, 3)}
    assert found.misses == (("1", "sato-2001"), ("5", "other:nurses"))
    assert {one.id for one in found.extras} == {CLAIMS[at].id for at in (5, 6, 7)}
    assert found.evidence_not_found == 1


def test_on_which_side(found: Evaluation) -> None:
    """Stances of the claims that hit; a side counts end to end only with holder and place."""
    assert found.stance_accuracy and found.stance_accuracy.value == 0.5
    assert found.confusion == [[1, 0, 0], [0, 0, 1], [1, 0, 1]]
    assert counts(found.stance_bearing) == (2, 4, 3)


def test_relations_and_positions(found: Evaluation) -> None:
    """Relations by source, target and kind; the author of the paper is `self`; an interval must hold the
    mean of the gold stances."""
    assert counts(found.relations) == (1, 1, 1)
    assert (found.placed, found.missing, found.order) == (3, (), ("self", "mori-2002", "sato-2001"))
    assert found.tau_b and found.tau_b.value == 0.816
    assert found.covered and found.covered.value == 0.667


def test_intervals(found: Evaluation) -> None:
    """Each figure lies in its interval, which is the same on every run."""
    figures = [found.attribution_scholar.f1, found.stance_accuracy, found.tau_b, found.covered]
    assert all(figure and figure.lower <= figure.value <= figure.upper for figure in figures)
    assert found.attribution_scholar.f1.lower < found.attribution_scholar.f1.upper


def test_a_perfect_run_has_no_doubt(gold: Path) -> None:
    """Its figures are one, with intervals of no width."""
    perfect = [
        claim(at, holder, Stance.of_sign(sign)) for at, holder, kind, sign, _, _ in GOLD if kind == "claim"
    ]
    found = evaluate(gold, TEXT, perfect, [], [], paper="review")
    sure = Figure(1.0, 1.0, 1.0)
    assert (found.attribution_scholar.f1, found.stance_accuracy, found.stance_bearing.f1) == (sure,) * 3
    assert (found.tau_b, found.covered, found.missing) == (None, None, ("mori-2002", "sato-2001", "self"))


def test_what_is_not_measured(gold: Path) -> None:
    """Hand-coded and rejected claims, other papers, and what begins after the coded part."""
    others = [
        replace(CLAIMS[6], origin=Origin.HAND),
        replace(CLAIMS[6], status=Status.REJECTED),
        replace(CLAIMS[6], paper="another"),
    ]
    found = evaluate(gold, TEXT, others, [], [], paper="review")
    assert counts(found.attribution_scholar) == (0, 0, 3)  # nor is what is coded of the same sentence
    assert found.coded == 1
    cut = evaluate(gold, TEXT, CLAIMS, ANSWERS, POSITIONS, paper="review", before=place(3)[0])
    assert counts(cut.attribution_scholar) == (2, 1, 1)
    assert counts(cut.relations) == (1, 0, 0)


def test_the_papers_own_key_is_self(gold: Path) -> None:
    """As in the argument graph, where the author stands under the paper's key."""
    ours = [replace(one, holder="review") if one.holder == "self" else one for one in CLAIMS]
    found = evaluate(gold, TEXT, ours, ANSWERS, POSITIONS, paper="review")
    assert counts(found.attribution_self) == (1, 1, 0)


@pytest.mark.parametrize(
    ("passage", "sentence"),
    [
        pytest.param("green tea protects the HEART of those", 0, id="letter case"),
        pytest.param("Nurses say that tea calms patients", 5, id="markup"),
        pytest.param("Mori 2002 denies this and hnds that tea drinkers die as early", 2, id="a misread word"),
        pytest.param("the tea", None, id="too short"),
        pytest.param("Coffee is another matter of which nobody speaks.", None, id="not there"),
    ],
)
def test_finding_a_passage(passage: str, sentence: int | None) -> None:
    """In words, so that what the reader changed in signs does no harm."""
    source = Source(TEXT)
    at = source.find(passage)
    if sentence is None:
        assert at is None
    else:
        assert overlap(at, source.between(*place(sentence))) == 1.0


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a missing column",
            "sid,start,end\n1,2,3\n",
            r"claims\.csv:1: no column holder, kind, stance, agreed",
        ),
        (
            "no number",
            "sid,start,end,holder,kind,stance,agreed\n1,x,3,a,claim,1,yes\n",
            r':2: start "x" is no',
        ),
        (
            "no stance",
            "sid,start,end,holder,kind,stance,agreed\n1,2,3,a,claim,5,yes\n",
            r":2: stance 5 is none",
        ),
    ],
)
def test_a_gold_table_that_cannot_be_read(gold: Path, name: str, text: str, message: str) -> None:
    """One line with file and line number."""
    (gold / "claims.csv").write_text(text, encoding="utf-8")
    with pytest.raises(CodingError, match=message):
        evaluate(gold, TEXT, [], [], [], paper="review")
    (gold / "claims.csv").unlink()
    with pytest.raises(CodingError, match="no such file"):
        evaluate(gold, TEXT, [], [], [], paper="review")


@pytest.mark.parametrize("before", [None, 200, 420])
def test_the_same_figures_as_the_scorer(gold: Path, tmp_path: Path, before: int | None) -> None:
    """The scorer of the gold codings, where it lies beside the repository, says the same."""
    scorer = SHARED / "bin" / "score.py"
    if not scorer.is_file():
        pytest.skip("no score.py beside the repository (set DEBATEMAP_SHARED)")
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    (tmp_path / "source.md").write_text(TEXT, encoding="utf-8")
    write_claims(outputs / "claims.csv", CLAIMS)
    write_relations(outputs / "relations.csv", ANSWERS)
    write_positions(outputs / "positions.csv", POSITIONS)
    command = [sys.executable, str(scorer), str(gold), str(tmp_path / "source.md"), str(outputs)]
    command += ["--paper", "review", *(["--before", str(before)] if before else [])]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    found = evaluate(gold, TEXT, CLAIMS, ANSWERS, POSITIONS, paper="review", before=before)

    def as_said(rates: Rates) -> dict[str, float]:
        values = {name: getattr(rates, name).value for name in ("precision", "recall", "f1")}
        return values | {name: getattr(rates, name) for name in ("tp", "fp", "fn")}

    assert {
        "attribution_scholar": as_said(found.attribution_scholar),
        "attribution_self": as_said(found.attribution_self),
        "recall_by_via": {via: f"{hits}/{all_}" for via, (hits, all_) in found.recall_by_via.items()},
        "stance_accuracy": found.stance_accuracy and found.stance_accuracy.value,
        "stance_macro_f1": found.stance_macro_f1 and found.stance_macro_f1.value,
        "stance_bearing_end_to_end": as_said(found.stance_bearing),
        "evidence_not_found_in_source": found.evidence_not_found,
        "relations": as_said(found.relations),
        "positions": {
            "tau_b": found.tau_b and found.tau_b.value,
            "placed": found.placed,
            "missing": list(found.missing),
            "order": list(found.order),
        },
    } == said
