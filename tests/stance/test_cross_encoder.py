"""The cross-encoder: what a claim means for a statement."""

from __future__ import annotations

import pytest

from debatemap.model import Debate, Pole
from debatemap.stance import cross_encoder
from debatemap.stance.cross_encoder import CrossEncoder, read_meanings

THESIS = "Zoos should be closed."
ENCODER = CrossEncoder()


def debate(support: str = "", attack: str = "") -> Debate:
    return Debate("Zoos", THESIS, Pole("keep", attack), Pole("close", support))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Animals in zoos suffer from boredom and confinement.", 1),
        ("No animal should spend its life in a cage.", 1),
        ("Zoos protect endangered species from extinction.", -1),
        ("Children learn a great deal about wildlife in zoos.", -1),
    ],
)
def test_reads_what_a_claim_means_for_the_thesis(text: str, sign: int) -> None:
    [(lean, bears)] = read_meanings([text], debate(), ENCODER)
    assert sign * lean > 0.2
    assert bears > 0
    assert -1 <= lean <= 1


def test_an_attacking_poles_statement_is_turned_round() -> None:
    text = "Zoos protect endangered species from extinction."
    [(thesis, _)] = read_meanings([text], debate(), ENCODER)
    [(both, _)] = read_meanings([text], debate(attack="Zoos are good for animals."), ENCODER)
    [(pro, _)] = ENCODER.read([("Zoos are good for animals.", text)])
    assert pro > 0
    assert both == pytest.approx((thesis - pro) / 2, abs=0.006)


def test_citations_in_brackets_say_nothing() -> None:
    plain = "Animals in zoos suffer from boredom."
    assert read_meanings([plain], debate(), ENCODER) == read_meanings(
        ["Animals in zoos suffer (see Brown 1999: 5) from boredom."], debate(), ENCODER
    )


def test_a_pair_is_read_alike_alone_and_among_others() -> None:
    texts = [
        f"Zoos are visited by {many} thousand people a year, many of them children." for many in range(40)
    ]
    together = read_meanings(texts, debate(), ENCODER)
    alone = CrossEncoder().read([(THESIS, texts[7])])
    assert together[7] == alone[0]


def test_what_was_read_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = CrossEncoder()
    pair = (THESIS, "Zoos are prisons.")
    [first] = encoder.read([pair])
    monkeypatch.setattr(cross_encoder, "_logits", lambda _pairs: pytest.fail("read again"))
    assert encoder.read([pair, pair]) == [first, first]


def test_no_texts_no_leans() -> None:
    assert read_meanings([], debate(), ENCODER) == []
