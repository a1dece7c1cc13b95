"""What a sentence says moves what, and its verdict on a theory or an effect."""

from __future__ import annotations

import pytest
from spacy.language import Language

from debatemap.stance.propositions import effect_side
from debatemap.stance.reading import read_texts
from debatemap.stance.words import stem

VERDICTS = [
    ("The theory has been confirmed.", 1, "confirmed"),
    ("Alder finds a strong effect.", 1, "an effect is found"),
    ("Results are robust.", 1, "robust"),
    ("There is no good evidence that homework improves results.", -1, "no evidence"),
    ("The link between homework and results vanishes once income is controlled.", -1, "the link vanishes"),
    ("The effect was close to nil.", -1, "an effect of nothing"),
    ("The hypothesis does not hold.", -1, "does not hold"),
    ("The claim is unfounded.", -1, "unfounded"),
    ("It does little for the weak.", -1, "does little"),
    ("Alder denies that the evidence supports the theory.", -1, "denied support counts once"),
    ("The theory is not false.", 1, "two negations"),
    ("The soup was weak.", 0, "no theory, no verdict"),
]

EFFECTS = [
    ("Homework improves results.", "result", 1, "raises"),
    ("Homework does not improve results.", "result", -1, "raises, denied"),
    ("Homework fails to raise results.", "result", -1, "fails to raise"),
    ("Results were lowered by homework.", "result", -1, "passive"),
    ("Absence fell.", "absence", -1, "moves by itself"),
    ("The town saw a reduction in absence.", "absence", -1, "a noun and its complement"),
]

THESIS = "Homework reduces truancy."
SIDES = [
    ("Homework prevented forty cases of truancy.", 1, "the same move"),
    ("Homework does not reduce truancy.", -1, "the move denied"),
    ("Homework increases truancy.", -1, "the contrary move"),
    ("Truancy declined in most towns.", 1, "moved, whatever the cause"),
    ("The weather changed.", 0, "no effect"),
]


@pytest.mark.parametrize(("text", "sign"), [row[:2] for row in VERDICTS], ids=[row[2] for row in VERDICTS])
def test_verdicts(text: str, sign: int, language: Language) -> None:
    [reading] = read_texts([text], nlp=language)
    assert (reading.verdict > 0) - (reading.verdict < 0) == sign


@pytest.mark.parametrize(
    ("text", "moved", "sign"), [row[:3] for row in EFFECTS], ids=[row[3] for row in EFFECTS]
)
def test_effects(text: str, moved: str, sign: int, language: Language) -> None:
    [reading] = read_texts([text], nlp=language)
    assert [effect.sign for effect in reading.effects if stem(moved) in effect.moved] == [sign]


@pytest.mark.parametrize(("text", "sign"), [row[:2] for row in SIDES], ids=[row[2] for row in SIDES])
def test_effects_beside_those_of_the_thesis(text: str, sign: int, language: Language) -> None:
    thesis, claim = read_texts([THESIS, text], nlp=language)
    side = effect_side(claim.effects, [(effect, 1) for effect in thesis.effects])
    assert (side > 0) - (side < 0) == sign


def test_what_a_cause_works_on_is_not_the_cause(language: Language) -> None:
    """A thesis on cutting homework says nothing of what homework itself does."""
    thesis, claim = read_texts(
        ["Cutting homework reduces truancy.", "Homework does not cause truancy."], nlp=language
    )
    assert effect_side(claim.effects, [(effect, 1) for effect in thesis.effects]) == 0
