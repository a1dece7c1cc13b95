"""Words divided at the end of a line, and which of them keep their hyphen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from debatemap.corpus.pdf_tables import rows

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[-\u00ad]$")
_TAIL = re.compile(r"^([^\W\d_]+)")
_ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4,9}/)\S*$")


def _goes_on_address(text: str, line: str) -> bool:
    """True when an address at the end of the text goes on in the next line."""
    if text.endswith(("http:", "https:")) and line.startswith("//"):
        return True
    if not _ADDRESS.search(text) or not re.match(r"[\w%?=&/#~.-]", line):
        return False
    return text.endswith(("/", "-", "_", "=", "?", "&", "%")) or (text.endswith(".") and line[0].islower())


@cache
def _compounds(place: str) -> frozenset[str]:
    return frozenset(row["part"] for row in rows("pdf_hyphens.csv") if row["place"] == place)


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
            self._counts.update(words[first:last])
            broken = line.endswith(("-", "\u00ad"))

    def __contains__(self, word: str) -> bool:
        return word.lower() in self._counts

    def join(self, text: str, line: str) -> str:
        """The text with a further line behind it. A hyphen at its end goes where the word has none:
        the rest of the document decides, then the tables of compounds, else it goes."""
        text = text.rstrip()
        if not text or not line or _goes_on_address(text, line):
            return text + line
        head, tail = _HEAD.search(text), _TAIL.match(line)
        if not head:
            attached = re.search(r"\S[—–-]$", text) and line[0].isalnum()
            return text + line if attached else f"{text} {line}"
        if text.endswith("\u00ad"):
            return text[:-1] + line
        if not tail or not tail[1][0].islower():
            # "Anglo-" + "Saxon"; but "MED-" + "LINE" where the paper writes MEDLINE.
            if tail and head[1] + tail[1] in self:
                return text[:-1] + line
            return text + line if line[:1].isalnum() else f"{text} {line}"
        after = line[len(tail[1]) :]
        if tail[1] in ("and", "or", "und", "to") and after.startswith(" "):
            return f"{text} {line}"
        if re.match(r"-[^\W\d_]", after):
            return text + line  # "debt-" + "to-asset": of several hyphens none is the printer's
        return text + line if self._keeps_hyphen(head[1], tail[1]) else text[:-1] + line

    def _keeps_hyphen(self, head: str, tail: str) -> bool:
        low, end = head.lower(), tail.lower()
        joined, hyphened = self._counts[low + end], self._counts[f"{low}-{end}"]
        if joined != hyphened:
            return hyphened > joined
        first = low.rsplit("-", 1)[-1]
        if first in _compounds("first"):
            return True
        return len(first) > 2 and end in _compounds("last") and first in self
