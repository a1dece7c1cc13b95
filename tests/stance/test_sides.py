"""What thesis and poles tell of the two sides."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language

from debatemap.model import Debate, Pole
from debatemap.stance.sides import sides_of
from debatemap.stance.words import stem


def test_words_stand_on_the_side_that_uses_them(debate: Debate, language: Language) -> None:
    """What both sides use is the topic and counts for neither."""
    sides = sides_of(debate, nlp=language)
    assert sides.statements[stem("strengthen")] == 1
    assert sides.statements[stem("steal")] == -1
    assert stem("homework") in sides.topic
    assert stem("homework") not in sides.statements


def test_what_a_pole_denies_counts_for_the_other(language: Language) -> None:
    """ "Whales have no gills" names gills, against them."""
    debate = Debate("Whales", "Whales are fish.", Pole("mammal", "Whales have no gills."), Pole("fish", ""))
    assert sides_of(debate, nlp=language).statements[stem("gill")] == 1


def test_polarity_turns_with_the_poles(debate: Debate, language: Language) -> None:
    """+ when the supporting pole speaks well of the topic, - when ill, 0 when neither judges."""
    turned = replace(debate, thesis=debate.attack.statement, attack=debate.support, support=debate.attack)
    neutral = Debate("Light", "Light is a wave.", Pole("particle", "Light is a particle."), Pole("wave", ""))
    assert sides_of(debate, nlp=language).polarity > 0.5
    assert sides_of(turned, nlp=language).polarity < -0.5
    assert sides_of(neutral, nlp=language).polarity == 0


def test_the_subject_is_how_thesis_and_poles_begin(language: Language) -> None:
    """Without a common beginning the parser's subject serves."""
    common = Debate(
        "Bees", "City bees work hard.", Pole("tired", "City bees starve."), Pole("busy", "City bees thrive.")
    )
    other = Debate("Bees", "City bees thrive.", Pole("tired", "The insects starve."), Pole("busy", ""))
    assert sides_of(common, nlp=language).subject == {"city", "bee"} == sides_of(other, nlp=language).subject
