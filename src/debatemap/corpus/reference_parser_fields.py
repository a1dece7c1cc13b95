"""One entry → its parts as printed: authors, date, title, container, volume, pages, publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from debatemap.corpus.reference_parser_features import features
from debatemap.corpus.reference_parser_model import reference_model
from debatemap.corpus.reference_parser_titles import MARKS, italics, tidy_title
from debatemap.corpus.reference_parser_tokens import Token, head_year, is_organisation, names_until, tokens
from debatemap.corpus.reference_parser_words import alternatives

_YEAR = r"(?:1[4-9]|20)\d\d"
_DATED = re.compile(
    rf"(?:[\[(](?P<before>{_YEAR})[\])]\s*)?"
    rf"(?<!\d)(?P<year>{_YEAR})(?P<letter>\s?[a-z](?![A-Za-zÀ-ÿ]))?(?P<second>\s*[\[(/]\s*{_YEAR}(?!\d))?"
)
_UNDATED = re.compile(
    rf"[(\[]\s*(?:{alternatives('undated')})?[\s.-]*(?P<letter>[a-z])?\s*[)\]]", re.IGNORECASE
)
# When a page was seen says nothing of when the work appeared.
_MEDIUM = re.compile(rf"[\[(]\s*(?:{alternatives('medium')})\s*[\])]", re.IGNORECASE)
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
_NEVER = -1e4


@dataclass(slots=True)
class Fields:
    """The parts of an entry as printed; "" where there is none."""

    authors: str = ""
    year: str = ""
    suffix: str = ""
    original_year: str = ""
    other_year: str = ""
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
    text = _MEDIUM.sub(_blank, _VISITED.sub(_blank, _URL.sub(_blank, text)))
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
    if not row:
        return fields
    head = head_year(row)
    labels = reference_model().label(features(row), _known(text, row, head, italics(entry)))
    runs: dict[str, list[str]] = {}
    titles: list[tuple[str, str]] = []
    for label, group in groupby(zip(labels, row, strict=True), key=lambda pair: pair[0]):
        part = [token for _, token in group]
        run = text[part[0].start : part[-1].end].strip()
        runs.setdefault(label, []).append(run)
        if label == "title":
            titles.append((run, text[part[0].start :]))
    if head > 0 and row[head].before[-1:] in ("(", "["):
        fields.authors = text[: row[head].start].strip()
    elif "author" in runs:
        fields.authors = runs["author"][0]
    elif "editor" in runs and labels.index("editor") < 2:
        fields.authors = runs["editor"].pop(0)  # a collection, under the names of its editors
    elif not titles and len(row) < 6 and names_until(row) == len(row):
        fields.authors = text.strip()
    if titles:
        first = titles[0] if len(titles[0][0].split()) > 2 else max(titles, key=lambda pair: len(pair[0]))
        fields.title = tidy_title(*first)
    fields.editors = next(iter(runs.get("editor", [])), "").strip(" ,:")
    fields.container = next(iter(runs.get("container", [])), "").strip(MARKS)
    fields.publisher = next(iter(runs.get("publisher", [])), "").strip(MARKS)
    _set_date(runs.get("date", []), text, fields)
    _set_numbers(runs, fields)
    return fields


def _ends(token: Token) -> bool:
    return len(token.core) > 2 and any(mark in token.after for mark in ".?")


def _known(
    text: str, row: Sequence[Token], head: int, slanted: Sequence[tuple[int, int]]
) -> npt.NDArray[np.float64] | None:
    """What the marks leave no doubt about: only names before the year, "Ames BC, Cole D.", italics."""
    labels = reference_model().labels
    allowed = np.zeros((len(row), len(labels)))

    def only(start: int, end: int, *kept: str) -> None:
        for column, label in enumerate(labels):
            if label not in kept:
                allowed[start:end, column] = _NEVER

    bracketed = head > 0 and row[head].before[-1:] in ("(", "[")
    stopped = head > 0 and "." in row[head - 1].after and not any("," in token.after for token in row[:head])
    if bracketed or (stopped and is_organisation(row[:head])):
        only(0, head, "author", "editor", "other")
        closed = head
        while bracketed and closed < min(head + 6, len(row)):
            if any(mark in row[closed].after for mark in ")]"):
                break
            closed += 1
        only(head, closed + 1 if closed < min(head + 6, len(row)) else head + 1, "date")
        if head + 1 < len(row) and ":" in row[head + 1].after and closed == head:
            allowed[head + 1, labels.index("date")] = _NEVER  # "(2016) 2016: A year of …"
        end = head
    elif match := _VANCOUVER.match(text):
        end = sum(token.end <= match.end() for token in row)
        only(0, end, "author", "editor", "other")
        stop = next((i for i in range(end, len(row)) if _ends(row[i])), 0)
        year = next((i for i in range(stop, len(row)) if row[i].core[:1].isdigit()), 0)
        if stop - end > 2 and 0 < year - stop <= 5:
            # Too short for a second sentence: a journal, also where its words are in lower case.
            allowed[stop + 1 :, labels.index("title")] = _NEVER
    elif slanted:
        end = 0
    else:
        return None
    if end:
        allowed[end:, labels.index("author")] = _NEVER
    for start, stop in slanted:
        # What is set in italics is one field: a book, or what holds the article or chapter.
        inside = [i for i, token in enumerate(row) if start <= token.start + len(token.before) < stop]
        if inside and inside[0] > end > 0:
            follows = inside[0] > end + 1
            only(inside[0], inside[-1] + 1, "container", *(() if follows else ("title",)))
            allowed[end : inside[0], labels.index("container")] = _NEVER
    return allowed


def _set_numbers(runs: dict[str, list[str]], fields: Fields) -> None:
    if match := _PAGES.search(next(iter(runs.get("pages", [])), "")):
        fields.pages = re.sub(r"\s", "", match[0])
    volume = next(iter(runs.get("volume", [])), "").removeprefix(fields.year)
    if match := _VOLUME.search(volume):
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
    second = re.search(_YEAR, match["second"] or match["before"] or "")
    if second and second[0] != fields.year:
        fields.original_year = min(fields.year, second[0])
        if "/" not in (match["second"] or ""):
            # "1921 [1998]": the reprint is the one in hand, whichever stands first.
            fields.year = max(match["year"], second[0])
        fields.other_year = second[0] if fields.year == match["year"] else match["year"]
