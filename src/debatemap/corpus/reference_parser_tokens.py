"""An entry → tokens, and what they look like: years, initials, names, organisations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from debatemap.corpus.reference_parser_words import alternatives, words
from debatemap.model import fold

# A token is a word with the punctuation that opens and closes it, so that a field's border never
# falls inside one even where spaces are missing ("1997;12(3):45-50.").
_TOKEN = re.compile(r"[(\[{“‘\"«„‚'`<*]*[^\s,;:()\[\]{}“”\"«»<>/*]*[^\s\w(\[{“‘«„‚<]*")
_YEAR = re.compile(r"^(?:1[4-9]|20)\d\d[a-z]?$")
# "(n.d.)", "(in press)", "()" stand where the year does: one token, that looks like a year.
_UNDATED = re.compile(
    rf"[(\[]\s*(?:{alternatives('undated')})?[\s.,-]*[a-z]?\s*[)\]](?=[\s.,:]|$)", re.IGNORECASE
)
_NAME_SHAPES = frozenset(("Xx", "X.", "Xx.", "XxX", "."))


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the entry without space: `before` and `after` are its opening and closing marks."""

    start: int
    end: int
    before: str
    core: str
    after: str


def tokens(text: str) -> list[Token]:
    """The tokens of an entry, in order; every character that is no space is in exactly one.

    >>> [t.core for t in tokens("Ames, B. (2001): Plain. 12(3):4-9.")]
    ['Ames', 'B.', '2001', 'Plain', '12', '3', '4-9']
    """
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        undated = _UNDATED.match(text, at)
        match = undated or _TOKEN.match(text, at)
        end = max(match.end() if match else at, at + 1)
        found.append(Token(at, end, "(", "2000", ")") if undated else _token(text, at, end))
        at = end
    return found


def _token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    left = len(word) - len(word.lstrip("([{“‘\"«„‚'`<*"))
    rest = word[left:]
    core = rest.rstrip(",;:.)]}”\"»>/*’'!?&…-–—") or rest
    if rest[len(core) :].startswith(".") and (len(core) == 1 or "." in core) and core[-1:].isalpha():
        core += "."  # the full stop of an initial belongs to it
    return Token(start, end, word[:left], core, rest[len(core) :])


@lru_cache(maxsize=8192)
def folded(core: str) -> str:
    """The word folded (see `fold`), remembered."""
    return fold(core)


@lru_cache(maxsize=8192)
def shape(core: str) -> str:
    """What a word looks like: "year", "range", "9", "X.", "XX", "Xx", "x" and mixtures."""
    if _YEAR.match(core):
        return "year"
    if core.isdigit():
        return f"9{min(len(core), 5)}"
    if re.fullmatch(r"[A-Za-z]{0,2}\d+\s?[-–—‐]+\s?[A-Za-z]{0,2}\d+", core):
        return "range"
    if re.fullmatch(r"(?:[^\W\d_]\.-?)+", core):
        return "X." if core[0].isupper() else "x."
    if re.fullmatch(r"(?:[A-ZÀ-Þ][a-z]?\.-?)+", core):
        return "Xx."
    if core.isupper() and core.isalpha():
        return f"A{min(len(core), 4)}"
    if any(letter.isdigit() for letter in core):
        return "a9"
    if core[:1].isupper():
        return "Xx" if core[1:].islower() else "XxX"
    if core.islower():
        return "x"
    return "." if not any(letter.isalnum() for letter in core) else "xX"


def head_year(row: Sequence[Token]) -> int:
    """Where the year stands that closes the author part, when nothing but names is before it; else -1."""
    shapes = [shape(token.core) for token in row]
    first = next((i for i, look in enumerate(shapes) if look == "year"), -1)
    if first < 1:
        return -1
    bracketed = row[first].before[-1:] in ("(", "[")
    parted = any("," in token.after for token in row[:first])
    organisation = is_organisation(row[:first]) and (bracketed or not parted)
    return first if organisation or first <= names_until(row) else -1


def is_organisation(row: Sequence[Token]) -> bool:
    """A short stretch without a full stop inside that has a word of organisations, or "ABC – …"."""
    if len(row) > 16 or any(letter in token.after for token in row[:-1] for letter in ".?!:;"):
        return False
    if len(row) > 2 and row[0].core.isupper() and row[1].core in ("–", "—", "-"):
        return True
    return not words("corporate").isdisjoint(folded(token.core) for token in row)


def names_until(row: Sequence[Token]) -> int:
    """How many tokens from the start could all be names, or the words and marks between names."""
    shapes = [shape(token.core) for token in row]
    joins = words("and") | words("particle") | words("role") | words("suffix") | {"al", "&"}
    for i, token in enumerate(row):
        if (
            shapes[i] not in _NAME_SHAPES
            and not shapes[i].startswith("A")
            and folded(token.core).strip(".") not in joins
        ):
            return i
        if i > 0 and "." in row[i - 1].after and len(row[i - 1].core) > 3 and shapes[i] == "Xx":
            return i
    return len(row)
