"""The attribute ruler with a memory gives the annotations that spaCy's own gives."""

from pathlib import Path

import pytest
import spacy
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Doc

from debatemap.attributes import RememberingRuler
from debatemap.nlp import installed_model, load

CORPUS = Path(__file__).parents[1] / "corpus"
# What the patterns of several tokens, of spaces and of single words are for.
ODD = (
    "There is no such thing, and there's none here, but it ain't so.",
    "Let's  go;\nwe're gonna\n\nsee, you've gotta say: c'm on, y'all!",
    "She didn't, he'd had it, I'll do. Doin' nothin' ol' me.",
    "That that is, is; this is what these do, which all have.",
    "",
    "   ",
)


@pytest.fixture(scope="module")
def own() -> Language:
    """The pipeline as spaCy loads it."""
    return spacy.load(installed_model(), exclude=["ner"])


@pytest.mark.parametrize("texts", [ODD, "corpus"], ids=["odd", "corpus"])
def test_annotations_are_those_of_spacys_own_ruler(own: Language, texts: tuple[str, ...] | str) -> None:
    if isinstance(texts, str):
        texts = tuple(path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md")))
    quick = load()
    assert type(quick.get_pipe("attribute_ruler")) is RememberingRuler
    for text in texts:
        expected, found = own(text), quick(text)
        for attribute in (TAG, DEP, POS, MORPH, LEMMA):
            assert [found.vocab.strings[at] for at in found.to_array(attribute)] == [
                expected.vocab.strings[at] for at in expected.to_array(attribute)
            ]


def test_a_rule_added_later_counts_for_what_is_remembered() -> None:
    words = Doc(spacy.blank("en").vocab, ["one", "two", "one"], tags=["CD"] * 3)
    ruler = RememberingRuler(words.vocab, "ruler")
    ruler.add([[{"TAG": "CD"}]], {"POS": "NUM"})
    assert [token.pos_ for token in ruler(words)] == ["NUM"] * 3
    ruler.add([[{"LOWER": {"IN": ["one"]}}]], {"POS": "PRON"})
    ruler.add([[{"LOWER": {"REGEX": "^t"}}]], {"POS": "X"})
    ruler.add([[{"LOWER": "two"}, {"LOWER": "one"}]], {"POS": "NOUN"}, index=1)
    assert [token.pos_ for token in ruler(words)] == ["PRON", "X", "NOUN"]
