"""Mend a title by the marks that part it from what follows."""

from __future__ import annotations

import re

from debatemap.corpus.reference_parser_words import alternatives

MARKS = " .,;:*'\"“”‘’«»„‚`"
_QUOTED = re.compile(
    r"\s*(?:“(?P<a>.+?)”|„(?P<b>.+?)[“”]|«(?P<c>.+?)»|\"(?P<d>.+?)\"|‘(?P<e>.+?)’|``(?P<g>.+?)''|'(?P<f>.+?)')"
    r"(?:(?=\s*[,.;]|\s+[(\[]|\s+[Ii]n\b|$)|(?<=[,.?!].)(?=\s))"
)
_AFTER_TITLE = re.compile(rf"(?:[.,]\s+|\s\[)(?=(?:{alternatives('genre')})\b|pp\.\s*\d)", re.IGNORECASE)
_SERIES = re.compile(
    rf"[.,]\s+(?:[A-Z][\w&-]*\s+){{0,5}}(?:{alternatives('series')})\b.*$"
    rf"|\s\([^()]*\b(?:{alternatives('series')})\b[^()]*\)$",
    re.IGNORECASE,
)
_PLACE_AND_PRESS = re.compile(r"\s*\([^():]{2,30}:[^():]{2,60}\)?\W*$")
_EDITION = re.compile(r"\s*\((?:vols?\.?\s?[^()]+|\d\w*\.?\s(?:rev\.?\s)?edi?t?i?o?n?\.?)\)$", re.IGNORECASE)
_ROLE_FIRST = re.compile(rf"[(\[](?:{alternatives('role')})\.?[)\]][\s.,:]*", re.IGNORECASE)
_BRACKET_END = re.compile(r"[^\]\[]{0,200}\]")
_ITALICS = re.compile(r"(?<=[.?!’'”\"),:] )([*_])(?P<text>[^*_]{3,}?)\1(?=[\s.,:;(]|$)")


def italics(entry: str) -> list[tuple[int, int]]:
    """Where Markdown's italics stand that begin a part of the entry: a book, or what contains it.

    >>> [("One. *Some Journal* 3")[a:b] for a, b in italics("One. *Some Journal* 3")]
    ['Some Journal']
    """
    return [match.span("text") for match in _ITALICS.finditer(entry)]


def tidy_title(title: str, onward: str) -> str:
    """The title as labelled, mended by its own marks; `onward` is the entry from the title on.

    What stands in quotation marks is the title; a place and publisher in brackets, a note on the
    kind of work and the number of an edition are not.

    >>> tidy_title("A plain title (Oslo", "A plain title (Oslo: Pax).")
    'A plain title'
    """
    if opened := _ROLE_FIRST.match(title):
        title, onward = title[opened.end() :], onward[opened.end() :]
    quoted = _QUOTED.match(onward)
    # A full stop behind the quotation mark may lead to a subtitle: then what was labelled counts.
    if quoted and (onward[quoted.end() : quoted.end() + 1] != "." or len(title) <= quoted.end() + 1):
        inside = next(group for group in quoted.groups() if group)
        translation = re.match(r"\s*\[\w+\s[^\]]+\]", onward[quoted.end() :])
        return inside.strip(MARKS) + (translation[0] if translation and inside[-1] != "," else "")
    title = _SERIES.sub("", _AFTER_TITLE.split(re.split(r"//|\s/\s", title)[0])[0])
    if translated := re.match(r".+?\[[^\[\]]+\](?=[.,]\s)", title):
        title = translated[0]
    if title.count("(") > title.count(")"):
        title = title[: title.rindex("(")]
    if title.count("[") > title.count("]") and (bracket := _BRACKET_END.match(onward, len(title))):
        title = onward[: bracket.end()]
    if not onward[len(title) :].strip(MARKS) or not _PLACE_AND_PRESS.search(title):
        title = _EDITION.sub("", _PLACE_AND_PRESS.sub("", title.strip(MARKS)))
    return title.strip(MARKS)
