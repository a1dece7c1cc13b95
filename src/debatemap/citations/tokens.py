"""Words and signs of a stretch of text, as the readers of names see them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from debatemap.citations.patterns import TOKEN
from debatemap.citations.tables import words

OTHERS = frozenset(
    {"others", "colleagues", "co-authors", "coauthors", "collaborators", "associates", "co-workers"}
    | {"coworkers", "team"}
)
THEIR = frozenset({"his", "her", "their"})
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, initials or a sign, and where it stands."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Begins with a capital, or has one inside ("deGraff", "d'Alembert")."""
        return self.text[0].isupper() or (self.text[0].isalpha() and any(c.isupper() for c in self.text[1:]))

    @property
    def initial(self) -> bool:
        """Initials with their stop: "E.", "J.-P."."""
        return self.text.endswith(".") and self.text[0].isupper()

    @property
    def name(self) -> bool:
        """May be part of a name: capitalised, and not a word that opens sentences, a month, a country …"""
        return self.text[0].isalpha() and self.capital and self.lower not in words("no_names")


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; "Piven's and Cloward's" read without the first possessive."""
    found = [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]
    return [
        Token(_POSSESSIVE.sub("", token.text), token.start, token.end)
        if following is not None and following.text in ("and", "&")
        else token
        for token, following in zip_longest(found, found[1:])
    ]


def without_possessive(tokens: list[Token]) -> tuple[list[Token], bool]:
    """The tokens without a possessive ending, and whether there was one."""
    if not tokens:
        return tokens, False
    tail = tokens[-1]
    cut = _POSSESSIVE.sub("", tail.text)
    if cut and cut != tail.text:
        return [*tokens[:-1], Token(cut, tail.start, tail.start + len(cut))], True
    before = tokens[-2] if len(tokens) > 1 else tail
    if tail.text in "'’" and before.end == tail.start and before.text[-1] == "s":
        return tokens[:-1], True
    if tail.text == "s" and before.text in "'’" and len(tokens) > 2:  # "et al.'s"
        return tokens[:-2], True
    return tokens, False


def without_others(tokens: Sequence[Token], last: int) -> tuple[int, bool]:
    """Steps back over "et al.", "et. al.", "and others", "and her team"; tells whether there was one."""
    at = last
    if at and tokens[at - 1].text == ".":
        at -= 1
    if at < 2:
        return last, False
    if tokens[at - 2].text == "." and at > 2:
        tokens = [*tokens[: at - 2], *tokens[at - 1 :]]
        back = without_others(tokens, at - 1)
        return back if back[1] and tokens[at - 3].lower == "et" else (last, False)
    size = 3 if at > 2 and tokens[at - 2].lower in THEIR and tokens[at - 1].lower in OTHERS else 2
    ends = (tokens[at - size].lower, tokens[at - 1].lower.rstrip("."))
    if ends != ("et", "al") and not (ends[0] in ("and", "&") and ends[1] in OTHERS):
        return last, False
    at -= size
    while at and tokens[at - 1].text == ",":
        at -= 1
    return at, True
