"""One entry → its parts as printed: authors, date, title, container, volume, pages, publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass

_YEAR = r"(?:1[4-9]|20)\d\d"
_UNDATED = (
    r"n\.?\s?d\.?|no\s+year|no\s+date|s\.?\s?[da]\.|o\.\s?J\.|in\s+press|forthcoming|to\s+appear|im\s+Druck|"
)
_DATE = re.compile(
    rf"[(\[]\s*(?P<date>(?:[A-Za-z]+\.?\s+(?:\d+,?\s+)?)?(?P<year>{_YEAR})\s?(?P<letter>[a-z])?"
    rf"(?:\s*(?P<second>[\[(/]\s*{_YEAR}\s*[\])]?|[–-]\s*(?:\d\d)?\d\d))?(?:,[^()]*)?"
    rf"|(?P<undated>{_UNDATED})\.?-?(?P<uletter>[a-z])?)\s*[)\]]",
    re.IGNORECASE,
)
_PLAIN_DATE = re.compile(rf"(?<=[.,;:\s])(?P<year>{_YEAR})(?P<letter>[a-z])?(?=[.,;:)\s]|$)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE)
_URL = re.compile(r"[<\[(]*(https?://[^\s<>\]]+|www\.[^\s<>\]]+)[>\])]*")
_PAGES = re.compile(
    r"(?:\bpp?\.?\s*|:\s?|,\s?|\s)(?P<pages>[A-Z]?\d{1,5}\s?[-–—]{1,2}\s?[A-Z]?\d{1,5})(?=[.,;)\s]|$)"
)
_VOLUME = re.compile(r"[\s,](?P<volume>\d{1,4})\s?\((?P<issue>[^()]{1,12})\)")
_BARE_VOLUME = re.compile(
    r"[\s,](?:vol(?:ume)?\.?\s*)?(?P<volume>\d{1,4})\s?(?:,\s*(?:no|nr|n)\.?\s*(?P<issue>\d+))?\s?[:,]",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!vol)(?<!ed)(?<!St)(?<!vs)\.\s+(?=[A-ZÀ-Þ“‘\"'*\[(\d])|(?<=[?!])\s+(?=[A-ZÀ-Þ*“‘])"
)
_QUOTED = re.compile(r"^[“‘\"«„]\s*(.+?)[,.]?\s*[”’\"»“](?=[\s,.]|$)[,.]?\s*")
_IN = re.compile(r"^(?:in|in:|In:|In)\b:?\s+(?P<rest>[A-Z*‘“\"].*)$")


@dataclass(slots=True)
class Fields:
    """The parts of an entry as printed; "" where there is none."""

    authors: str = ""
    year: str = ""
    suffix: str = ""
    original_year: str = ""
    title: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    editors: str = ""
    doi: str = ""
    url: str = ""


def split_fields(entry: str) -> Fields:
    """The parts of an entry, by the order and the punctuation the common styles share.

    >>> fields = split_fields("Ames B (2001b) A plain title. *Some Journal* 3(2): 4–9.")
    >>> fields.authors, fields.year, fields.suffix, fields.title
    ('Ames B', '2001', 'b', 'A plain title')
    """
    fields = Fields()
    text = re.sub(r"\s+", " ", entry).strip()
    if match := _DOI.search(text):
        fields.doi = match[1].rstrip(".,;)")
        text = text[: match.start()] + text[match.end() :]
    if match := _URL.search(text):
        fields.url = match[1].rstrip(".,;)")
        text = text[: match.start()] + text[match.end() :]
    rest = _take_head(text, fields)
    _take_rest(rest, fields)
    return fields


def _take_head(text: str, fields: Fields) -> str:
    """Fill authors and date; what stands after them."""
    match = _DATE.search(text)
    if match and match.start() <= 400:
        _set_date(match, fields)
        fields.authors = text[: match.start()].strip(" ,;:")
        if _STOP.search(fields.authors) and len(fields.authors) > 150:
            return _by_stops(text, fields)
        return text[match.end() :].lstrip(" .,;:")
    plain = _PLAIN_DATE.search(text)
    if (
        plain
        and plain.start() < 200
        and text[plain.end() : plain.end() + 1] in ".:,"
        and plain.end() < len(text) * 0.6
    ):
        fields.year, fields.suffix = plain["year"], plain["letter"] or ""
        fields.authors = text[: plain.start()].strip(" ,;:")
        return text[plain.end() :].lstrip(" .,;:")
    return _by_stops(text, fields)


def _by_stops(text: str, fields: Fields) -> str:
    """Authors up to the first full stop that ends no initial; the year further on."""
    plain = list(_PLAIN_DATE.finditer(text)) or list(_DATE.finditer(text))
    if plain:
        fields.year = plain[-1]["year"] or ""
        fields.suffix = plain[-1]["letter"] or ""
    stop = _STOP.search(text)
    if not stop:
        fields.authors, _, rest = text.partition(",")
        return rest.strip()
    fields.authors = text[: stop.start()].strip(" .,;:")
    return text[stop.end() :]


def _set_date(match: re.Match[str], fields: Fields) -> None:
    fields.year = match["year"] or ""
    fields.suffix = (match["letter"] or match["uletter"] or "").lower()
    second = re.search(_YEAR, match["second"] or "")
    if second and not (match["second"] or "").startswith(("–", "-")):
        # "1921 [1998]": the reprint is the one in hand, whichever stands first.
        first, last = sorted((fields.year, second[0]))
        fields.original_year, fields.year = first, last


def _take_rest(rest: str, fields: Fields) -> None:
    if match := _PAGES.search(rest):
        fields.pages = re.sub(r"\s", "", match["pages"])
    quoted = _QUOTED.match(rest)
    if quoted:
        fields.title, rest = quoted[1], rest[quoted.end() :]
    else:
        stop = _STOP.search(rest)
        fields.title = rest[: stop.start() if stop else len(rest)]
        if stop and rest[stop.start() : stop.start() + 1] != ".":
            fields.title = rest[: stop.start()]
        rest = rest[stop.end() :] if stop else ""
    fields.title = fields.title.replace("*", "").strip(" .,;:*")
    if volume := _VOLUME.search(rest) or _BARE_VOLUME.search(rest):
        fields.volume, fields.issue = volume["volume"], volume["issue"] or ""
        fields.container = rest[: volume.start()]
    elif inside := _IN.match(rest):
        fields.container = inside["rest"]
        if editors := re.search(
            r"^(.*?)[(\[](?:eds?|hrsg|hg)\.?[)\]]\.?,?\s*", fields.container, re.IGNORECASE
        ):
            fields.editors = editors[1].strip(" ,.")
            fields.container = fields.container[editors.end() :]
        stop = _STOP.search(fields.container)
        fields.container = fields.container[: stop.start()] if stop else fields.container
    else:
        fields.container = rest
        if publisher := re.match(r"^([A-Z][^:.]{1,40}):\s*([A-Z][^:,]{2,60})\.?$", rest):
            fields.publisher, fields.container = publisher[2].rstrip("."), ""
    fields.container = fields.container.replace("*", "").strip(" .,;:*")
