"""Letters that a broken font shows as something else: put right where that is certain."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from debatemap.corpus.pdf_lines import Line, Sheet, plain_text
from debatemap.corpus.pdf_tables import rows

_LATIN = re.compile(r"[A-Za-zÀ-ž]")


@cache
def _words() -> dict[str, str]:
    """Common words and the ligature that each holds."""
    return {word: row["note"] for row in rows("pdf_ligatures.csv") for word in row["word"].split()}


def mend_letters(sheets: Sequence[Sheet]) -> None:
    """Replace each odd sign inside words by the letters it stands for, and drop control characters.

    A sign stands for a ligature ("fi", "ff", "Th") when, so read, it gives words of
    pdf_ligatures.csv, and no other ligature does. Any other sign is left as it is, to be reported.
    """
    lines = [line for sheet in sheets for line in sheet.lines if not _is_plain(line)]
    seen: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for sign, word in _odd_words("".join(run.text for run in line.runs)):
            seen[sign].add(word)
    meaning = {sign: found for sign, words in seen.items() if (found := _read(sign, words))}
    for line in lines:
        for run in line.runs:
            run.text = "".join(meaning.get(char, "" if _is_hidden(char) else char) for char in run.text)
        line.text = plain_text(line.runs)


def _is_hidden(char: str) -> bool:
    """True for control characters; the soft hyphen is none, it divides a word at a line's end."""
    return unicodedata.category(char) in ("Cc", "Cf") and char != "\u00ad"


def _is_plain(line: Line) -> bool:
    return all(run.text.isascii() and run.text.isprintable() for run in line.runs)


def _odd_words(text: str) -> Iterator[tuple[str, str]]:
    """Each odd sign that stands in or at a Latin word, with that word."""
    for found in re.finditer(r"\S+", text):
        for at, char in enumerate(found[0]):
            around = found[0][max(0, at - 1) : at] + found[0][at + 1 : at + 2]
            if _is_odd(char) and _LATIN.search(around) and not any(_is_odd(other) for other in around):
                yield char, found[0]


def _is_odd(char: str) -> bool:
    if ord(char) < 32 or 126 < ord(char) < 160:
        return True
    if char.isascii():
        return False
    return (
        unicodedata.category(char) in ("Co", "Cn")
        or char == "\ufffd"
        or "CJK UNIFIED" in unicodedata.name(char, "")
    )


def _read(sign: str, words: set[str]) -> str:
    """The letters that a sign stands for; "" where the words do not say."""
    known = _words()
    votes: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for letters in set(known.values()):
            plain = re.sub(r"^[^A-Za-z]+|[^A-Za-z]+$", "", word.replace(sign, letters)).lower()
            if known.get(plain) == letters:
                votes[letters].add(plain)
    if not votes:
        return ""
    best = max(sorted(votes), key=lambda letters: len(votes[letters]))
    others = [len(found) for letters, found in votes.items() if letters != best]
    return best if len(votes[best]) > 2 * max(others, default=0) else ""
