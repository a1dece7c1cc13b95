"""spaCy's attribute ruler with a memory: the same annotations in a fraction of the time.

The ruler gives each token its part of speech and its morphology. It tries all of its patterns (179 in the
small English model) at every token, which takes a third of the time of a parse. Nearly all of them ask one
token for its tag, its dependency or its word, and they name few words: a few hundred answers serve any text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

FACTORY = "remembering_attribute_ruler"

Pattern = list[dict[str | int, Any]]
Match = tuple[int, int, int, int]
"""Number of the rule, its key as the matcher has it, where the match starts and ends (tokens)."""

_ASKED = frozenset(("TAG", "DEP", "LOWER", "IS_SPACE"))


class RememberingRuler(AttributeRuler):
    """An attribute ruler that asks its patterns of one token once for each kind of token."""

    def __init__(self, vocab: Vocab, name: str, **settings: Any) -> None:
        self._single, self._other = Matcher(vocab), Matcher(vocab)
        self._named: set[int] = set()
        self._known: dict[tuple[int, ...], list[tuple[int, int]]] = {}
        super().__init__(vocab, name, **settings)

    def add(self, patterns: Iterable[Pattern], attrs: dict[Any, Any], index: int = 0) -> None:
        """A rule: to the token at this place of what one of the patterns matches, give these attributes."""
        key, patterns = str(len(self.attrs)), list(patterns)
        super().add(patterns, attrs, index)
        words = [_words(pattern) for pattern in patterns]
        matcher = self._other if None in words else self._single
        matcher.add(key, patterns)  # type: ignore[arg-type]
        self._named.update(self.vocab.strings.add(word) for named in words for word in named or ())
        self._known.clear()

    def match(self, doc: Doc) -> list[Match]:
        """What the rules match, in the order of the rules: where two differ, the later one holds."""
        numbers = self.vocab.strings
        found: list[Match] = []
        if len(self._other):
            matches = self._other(doc, allow_missing=True, as_spans=False)
            found = [(int(numbers[key]), key, start, end) for key, start, end in matches]
        for at, (tag, dep, word, space) in enumerate(doc.to_array([TAG, DEP, LOWER, IS_SPACE]).tolist()):
            kind = (tag, dep, word if word in self._named else 0, space)
            if kind not in self._known:
                matches = self._single(doc[at : at + 1], allow_missing=True, as_spans=False)
                self._known[kind] = [(int(numbers[key]), key) for key, _, _ in matches]
            found += [(number, key, at, at + 1) for number, key in self._known[kind]]
        return sorted(found)


def _words(pattern: Pattern) -> list[str] | None:
    """The words that a pattern of one token names; None for a pattern of more, or one that asks for more
    than a token's kind."""
    if len(pattern) != 1 or not _ASKED.issuperset(pattern[0]):
        return None
    match pattern[0].get("LOWER"):
        case None:
            return []
        case str(word):
            return [word]
        case {"IN": words, **others} if not others:
            return list(words)
    return None


@Language.factory(FACTORY, default_config={"validate": False, "scorer": None})
def _make(nlp: Language, name: str, validate: bool, scorer: Callable[..., Any] | None) -> AttributeRuler:
    return RememberingRuler(nlp.vocab, name, validate=validate, scorer=scorer)
