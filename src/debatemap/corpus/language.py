"""What looks wrong with a text: no reference list, another language, letters that are none."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The commonest words of each language that are rare in the others.
_COMMON = {
    "en": "the of and to in is that for with as this are by be which not from",
    "de": "der die und das den von zu des mit sich dem nicht auch eine ist werden",
    "fr": "le les des et la du une dans est que pour qui sur pas aux au",
    "es": "el los de las y en que del por una con para se es como",
    "pt": "o os da do e em que das dos uma com para não se ao",
    "it": "il di che la della e del per un una dei nel con le sono",
    "nl": "de het van een en in dat is op te zijn voor met niet die",
}
_NAMES = {
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "it": "Italian",
    "nl": "Dutch",
}
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """The language of a text by its commonest words: a two-letter code, "en" in doubt.

    >>> guess_language("Die Frage ist, ob der Staat und die Stadt das auch wollen.")
    'de'
    """
    counts = Counter(word.lower() for word in _WORD.findall(text[:20_000]))
    shares = {code: sum(counts[word] for word in words.split()) for code, words in _COMMON.items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    return best if shares[best] > 1.5 * shares["en"] else "en"


def describe_flaws(text: str, *, language: str, references: int) -> list[str]:
    """One sentence for each thing that looks wrong with a document's running text."""
    flaws = []
    if not references:
        flaws.append("No reference list was found; citations cannot be resolved from the paper itself.")
    if language[:2].lower() not in ("en", ""):
        name = _NAMES.get(language[:2].lower(), language)
        flaws.append(f"The text seems to be {name}; claims are found in English texts only.")
    if garbled := _garbled(text):
        flaws.append(f"{garbled} words hold letters that look garbled (ligatures or a broken encoding).")
    return flaws


def _garbled(text: str) -> int:
    """Words in which a Latin letter stands beside a replacement mark, a control or private
    character, or a lone letter of another script, as broken ligatures leave them."""
    suspicious = [char for char in set(text) if ord(char) > 127 and _is_odd(char)]
    if not suspicious:
        return 0
    odd = "".join(map(re.escape, suspicious))
    return len(re.findall(rf"[a-z][{odd}]|[{odd}][a-z]", text))


def _is_odd(char: str) -> bool:
    category = unicodedata.category(char)
    return char == "\ufffd" or category in ("Co", "Cc", "Cn") or "CJK UNIFIED" in unicodedata.name(char, "")
