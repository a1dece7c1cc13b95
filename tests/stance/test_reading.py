"""Which words of a sentence stand under a negation, a denial, a contrast."""

from __future__ import annotations

import pytest
from spacy.language import Language

from debatemap.stance.paper import abbreviations
from debatemap.stance.reading import read_texts
from debatemap.stance.words import stem

FLIPS = [
    ("Homework helps pupils.", "help", 1, "plain statement"),
    ("Homework does not help pupils.", "help", -1, "not"),
    ("Homework never helps pupils.", "help", -1, "never"),
    ("Homework offers no benefit.", "benefit", -1, "no X"),
    ("Homework fails to strengthen independence.", "strengthen", -1, "a verb of failing"),
    ("The study found a lack of independence.", "independence", -1, "lack of X"),
    ("The review rejects the idea that homework improves results.", "improve", -1, "a denied idea"),
    ("Innate talent is not needed.", "talent", -1, "what is not needed is the subject"),
    ("Homework is not only useful.", "useful", 1, "not only X says X"),
    ("It teaches obedience rather than independence.", "independence", -1, "rather than X"),
    ("Schools grew without support.", "support", -1, "without X"),
    ("It does not fail to improve results.", "improve", 1, "two negations"),
    ("Efforts to improve results have failed.", "improve", -1, "a verb of failing with nothing behind it"),
    ("The claim that homework improves results is untenable.", "improve", -1, "an adjective that denies"),
    ("This speaks against the view that homework improves results.", "improve", -1, "against a view"),
    ("Homework protects against failing results.", "result", 1, "against a thing"),
    ("The question of whether homework improves results is open.", "improve", 0, "an indirect question"),
    ("It is not clear whether homework improves results.", "improve", 0, "unclear whether"),
    ("It is doubtful whether homework improves results.", "improve", -1, "doubtful whether"),
    ("Does homework improve results?", "improve", 0, "a direct question"),
]


@pytest.mark.parametrize(("text", "lemma", "flip"), [row[:3] for row in FLIPS], ids=[row[3] for row in FLIPS])
def test_operators_turn_the_words_in_their_scope(
    text: str, lemma: str, flip: int, language: Language
) -> None:
    [reading] = read_texts([text], nlp=language)
    assert {word.flip for word in reading.words if word.lemma == lemma} == {flip}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Drought emptied the cities.", 1),
        ("Drought did not reduce the harvest.", -1),
        ("Drought did not spread.", 1),
    ],
)
def test_the_subject_of_what_is_not_brought_about(text: str, part: int, language: Language) -> None:
    """It stands for the other side then, though no operator turns the word itself."""
    [reading] = read_texts([text], nlp=language)
    assert [(word.flip, word.part) for word in reading.words if word.lemma == "drought"] == [(1, part)]


def test_what_is_asked_is_a_share_of_the_words(language: Language) -> None:
    """All of a question, the clause behind "whether", nothing of a statement or of a doubt."""
    texts = ["Does it help?", "They ask whether it helps.", "They doubt whether it helps.", "It helps."]
    assert [reading.asked for reading in read_texts(texts, nlp=language)] == [1.0, 0.6, 0.0, 0.0]


def test_citations_in_brackets_are_not_read(language: Language) -> None:
    """A bracket with a date is a citation; another bracket is part of the sentence."""
    plain, cited = read_texts(
        ["Homework helps (some) pupils.", "Homework helps (some) pupils (Alder, 2001: 5)."], nlp=language
    )
    assert [word.lemma for word in plain.words] == [word.lemma for word in cited.words]


def test_equal_texts_get_equal_readings(language: Language) -> None:
    """One reading a text, in the order given, however often a text occurs."""
    one, two, three = read_texts(["A good school.", "A bad school.", "A good school."], nlp=language)
    assert one == three
    assert one != two


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mobilise", "mobilization"),
        ("decompose", "decomposition"),
        ("NGOs", "NGO"),
        ("empower", "empowering"),
    ],
)
def test_relatives_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a universal basic income (UBI) pays", {"ubi"}),
        ("parent–teacher associations (PTAs) met", {"pta"}),
        ("the results (ANOVA) were clear", set()),
    ],
    ids=["initials", "plural", "no words for the letters"],
)
def test_abbreviations_need_the_words_before_them(text: str, found: set[str]) -> None:
    assert set(abbreviations(text)) == found
