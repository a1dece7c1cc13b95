"""One entry → its parts as printed: authors, date, title, container, volume, pages, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from debatemap.corpus.reference_parser_model import reference_model
from debatemap.corpus.reference_parser_tokens import Token, features, head_year, tokens
from debatemap.corpus.reference_parser_words import alternatives

_YEAR = r"(?:1[4-9]|20)\d\d"
_DATED = re.compile(
    rf"(?<!\d)(?P<year>{_YEAR})(?P<letter>\s?[a-z](?![A-Za-zÀ-ÿ]))?(?P<second>\s*[\[(/]\s*{_YEAR}(?!\d))?"
)
_UNDATED = re.compile(
    rf"[(\[]\s*(?:{alternatives('undated')})?[\s.-]*(?P<letter>[a-z])?\s*[)\]]", re.IGNORECASE
)
# When a page was seen says nothing of when the work appeared.
_VISITED = re.compile(rf"[(\[]\s*(?:{alternatives('visited')})\b[^()\[\]]*[)\]]", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\d{4,9}/[^\s\"<>]+)", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\]]+")
_PAGES = re.compile(r"[A-Za-z]{0,2}\d+(?:\s?[-–—‐]+\s?[A-Za-z]{0,2}\d+)?")
_VOLUME = re.compile(
    r"(?P<volume>\d+|\b[IVXLC]+\b)(?:\s?[(:/,.]*\s*(?:no|nr|n|issue)?\.?\s?(?P<issue>\d[\d\-–/]*))?",
    re.IGNORECASE,
)
# "Ames B, Cole D." or "Ames BC.": not "Ames B. Cole", which is one name.
_ONE = (
    r"(?:[a-zß-ÿ]{2,3} ){0,2}[^\W\d_a-z][\w’'\-]+(?: [^\W\d_a-z][\w’'\-]+)? %s"
    r"(?: (?:Jr|da|de|do|dos))?"
)
_NAME = _ONE % "[A-ZÀ-Þ]{1,5}"
_VANCOUVER = re.compile(
    rf"\s*(?:\[?\d{{1,3}}[\].]\s*)?(?:{_ONE % '[A-ZÀ-Þ]{2,5}'}|{_NAME}, {_NAME})"
    rf"(?:, {_NAME})*(?:, et al)?\.(?=\s)"
)
_QUOTED = re.compile(
    r"\s*(?:“(?P<a>.+?)”|„(?P<b>.+?)[“”]|«(?P<c>.+?)»|\"(?P<d>.+?)\"|‘(?P<e>.+?)’|'(?P<f>.+?)')(?=\s*[,.;]|\s+[(\[]|\s+[Ii]n\b|$)"
)
_AFTER_TITLE = re.compile(rf"[.,]\s+(?=(?:{alternatives('genre')})\b)", re.IGNORECASE)
_SERIES = re.compile(rf"[.,]\s+(?:[A-Z][\w&-]*\s+){{0,5}}(?:{alternatives('series')})\b.*$", re.IGNORECASE)
_IMPRINT = re.compile(
    r"\s*\((?:[^():]{2,30}:[^():]{2,60}|vols?\.?\s?\w+|\d\w*\.?\s(?:rev\.?\s)?edi?t?i?o?n?\.?)\)$",
    re.IGNORECASE,
)
_BRACKET_END = re.compile(r"[^\]\[]{0,200}\]")
_NEVER = -1e4
_MARKS = " .,;:*'\"“”‘’«»„‚`"


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


def clean(entry: str) -> str:
    """The entry with addresses, DOIs and Markdown's marks blanked out: as long as before."""
    text = _DOI.sub(_blank, entry)
    text = _VISITED.sub(_blank, _URL.sub(_blank, text))
    return re.sub(r"[*\\\s]|[<\[(](?=\s)|(?<=\s)[>\])]", " ", text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def split_fields(entry: str) -> Fields:
    """The parts of an entry.

    >>> fields = split_fields("Ames B (2001b) A plain title. *Some Journal* 3(2): 4–9.")
    >>> fields.authors, fields.year, fields.suffix, fields.title
    ('Ames B', '2001', 'b', 'A plain title')
    """
    fields = Fields()
    if match := _DOI.search(entry):
        fields.doi = match[1].rstrip(".,;)]>")
    if match := _URL.search(entry):
        fields.url = match[0].rstrip(".,;)]>")
    text = clean(entry)
    row = tokens(text)
    head = head_year(row)
    labels = reference_model().label(features(row), _known(text, row, head))
    runs: dict[str, list[str]] = {}
    for label, group in groupby(zip(labels, row, strict=True), key=lambda pair: pair[0]):
        part = [token for _, token in group]
        runs.setdefault(label, []).append(text[part[0].start : part[-1].end].strip())
    if head > 0 and row[head].before[-1:] in ("(", "["):
        fields.authors = text[: row[head].start].strip()
    elif "author" in runs:
        fields.authors = runs["author"][0]
    elif "editor" in runs and labels.index("editor") < 2:
        fields.authors = runs["editor"].pop(0)  # a collection, under the names of its editors
    titles = runs.get("title", [""])
    title = titles[0] if len(titles[0].split()) > 2 else max(titles, key=len)
    fields.title = tidy_title(title, text[text.find(title) :])
    fields.editors = next(iter(runs.get("editor", [])), "").strip(" ,:")
    fields.container = next(iter(runs.get("container", [])), "").strip(_MARKS)
    fields.publisher = next(iter(runs.get("publisher", [])), "").strip(_MARKS)
    _set_numbers(runs, fields)
    _set_date(runs.get("date", []), text, fields)
    return fields


def _known(text: str, row: Sequence[Token], head: int) -> npt.NDArray[np.float64] | None:
    """What the punctuation leaves no doubt about: nothing but names before the year, or "Ames B, Cole D."."""
    labels = reference_model().labels
    names = {"author", "editor", "other"}
    end = head
    if end < 1 or row[end].before[-1:] not in ("(", "["):
        match = _VANCOUVER.match(text)
        end = sum(token.end <= match.end() for token in row) if match else 0
        head = -1
    if end < 1:
        return None
    allowed = np.zeros((len(row), len(labels)))
    for column, label in enumerate(labels):
        if label not in names:
            allowed[:end, column] = _NEVER
        if label == "author":
            allowed[end:, column] = _NEVER
        if head > 0 and label != "date":
            allowed[head, column] = _NEVER
    return allowed


def tidy_title(title: str, onward: str) -> str:
    """The title as labelled, mended by its own marks; `onward` is the entry from the title on.

    What stands in quotation marks is the title; a place and publisher in brackets, a note on the
    kind of work and the number of an edition are not.

    >>> tidy_title("A plain title (Oslo", "A plain title (Oslo: Pax).")
    'A plain title'
    """
    if quoted := _QUOTED.match(onward):
        translation = re.match(r"[,.]?\s*\[[^\]]+\]", onward[quoted.end() :])
        inside = next(group for group in quoted.groups() if group)
        return inside.strip(_MARKS) + (f" {translation[0].strip(' ,.')}" if translation else "")
    title = _AFTER_TITLE.split(title.split("//", maxsplit=1)[0])[0]
    title = _SERIES.sub("", title)
    if title.count("(") > title.count(")"):
        title = title[: title.rindex("(")]
    if title.count("[") > title.count("]") and (bracket := _BRACKET_END.match(onward, len(title))):
        title = onward[: bracket.end()]
    return _IMPRINT.sub("", title.strip(_MARKS)).strip(_MARKS)


def _set_numbers(runs: dict[str, list[str]], fields: Fields) -> None:
    if match := _PAGES.search(next(iter(runs.get("pages", [])), "")):
        fields.pages = re.sub(r"\s", "", match[0])
    if match := _VOLUME.search(next(iter(runs.get("volume", [])), "")):
        fields.volume, fields.issue = match["volume"], match["issue"] or ""


def _set_date(runs: list[str], text: str, fields: Fields) -> None:
    dated = [match for run in runs if (match := _DATED.search(run))]
    if not dated and not any(_UNDATED.search(run) for run in runs):
        dated = list(_DATED.finditer(text))[-1:]
    if not dated:
        match = next((match for run in runs if (match := _UNDATED.search(run))), None)
        fields.suffix = (match["letter"] or "").lower() if match else ""
        return
    match = dated[0]
    fields.year = match["year"]
    fields.suffix = (match["letter"] or "").strip().lower()
    second = re.search(_YEAR, match["second"] or "")
    if second and "/" in match["second"]:
        fields.original_year = min(fields.year, second[0])
    elif second:
        # "1921 [1998]": the reprint is the one in hand, whichever stands first.
        fields.original_year, fields.year = sorted((match["year"], second[0]))
