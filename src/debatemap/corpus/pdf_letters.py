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
# Control and private characters, the replacement mark, Chinese characters, unassigned ones.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\u3400-\u9fff\U00100000-\U0010ffff]")
_BULLET = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff]\\s+")


@cache
def _words() -> dict[str, str]:
    """Common words and the ligature that each holds."""
    return {word: row["note"] for row in rows("pdf_ligatures.csv") for word in row["word"].split()}


def mend_letters(sheets: Sequence[Sheet]) -> None:
    """Replace each odd sign inside words by the letters it stands for, and drop control characters.

    A sign stands for a ligature ("fi", "ff", "Th") when, so read, it gives words of
    pdf_ligatures.csv, and no other ligature does. Any other sign is left as it is, to be reported.
    """
    lines = [line for sheet in sheets for line in sheet.lines if _has_odd(line)]
    for line in lines:
        if _BULLET.fullmatch(line.runs[0].text) and len(line.runs) > 1:
            line.runs[0].text = "• "
    seen: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for sign, word in _odd_words("".join(run.text for run in line.runs)):
            seen[sign].add(word)
    meaning = {sign: found for sign, words in seen.items() if (found := _read(sign, words))}
    for line in lines:
        whole, at = "".join(run.text for run in line.runs), 0
        for run in line.runs:
            run.text, at = _mended(whole, at, at + len(run.text), meaning), at + len(run.text)
        line.text = plain_text(line.runs)


def _mended(whole: str, start: int, end: int, meaning: dict[str, str]) -> str:
    """A stretch of a line with its odd signs read where they stand at Latin letters."""
    parts = []
    for at in range(start, end):
        char = whole[at]
        beside = whole[max(0, at - 1) : at] + whole[at + 1 : at + 2]
        if char in meaning and _LATIN.search(beside):
            parts.append(meaning[char])
        elif not _is_hidden(char):
            parts.append(char)
    return "".join(parts)


def _is_hidden(char: str) -> bool:
    """True for control characters; the soft hyphen is none, it divides a word at a line's end."""
    return unicodedata.category(char) == "Cc"


def _has_odd(line: Line) -> bool:
    return any(_ODD.search(run.text) for run in line.runs)


def _odd_words(text: str) -> Iterator[tuple[str, str]]:
    """Each odd sign that stands in or at a Latin word, with that word."""
    for found in re.finditer(r"\S+", text):
        for at, char in enumerate(found[0]):
            around = found[0][max(0, at - 1) : at] + found[0][at + 1 : at + 2]
            if _is_odd(char) and _LATIN.search(around) and not any(_is_odd(other) for other in around):
                yield char, found[0]


def _is_odd(char: str) -> bool:
    return bool(_ODD.match(char))


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
