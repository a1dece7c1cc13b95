"""RIS, as reference managers and publishers export it, to References."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import rispy

from debatemap.corpus.names import split_name
from debatemap.errors import ReadError
from debatemap.model import Name, Reference, work_key

_KINDS = {
    "JOUR": "article",
    "BOOK": "book",
    "CHAP": "chapter",
    "THES": "thesis",
    "RPRT": "report",
    "NEWS": "newspaper",
}


def read_ris(text: str, path: Path) -> tuple[list[Reference], list[str]]:
    """The works of an RIS file and a line for each record that says too little.

    Raises ReadError when the text is no RIS.
    """
    try:
        records: list[dict[str, Any]] = rispy.loads(text.strip() + "\n")
    except (rispy.parser.ParseError, OSError, KeyError, ValueError) as error:
        said = str(error).splitlines()[0]
        raise ReadError(f"this is no valid RIS ({said})", where=path, todo="Export it again.") from error
    works, warnings = [], []
    for number, record in enumerate(records, 1):
        work = _work(record)
        if work.title or work.authors:
            works.append(work)
        else:
            warnings.append(f"{path}: record {number} has neither author nor title and was left out.")
    return works, warnings


def _work(record: dict[str, Any]) -> Reference:
    """One RIS record; tags differ by program, so each field looks in several."""
    authors = _names(record, "authors", "first_authors")
    found = re.search(r"\d{4}", _first(record, "year", "publication_year", "date"))
    year = found[0] if found else ""
    start, end = _first(record, "start_page"), _first(record, "end_page")
    families = [name.family for name in authors]
    made = work_key(families, year)
    given = _first(record, "label", "id")
    return Reference(
        key=given if re.fullmatch(r"[\w:.+/-]*[A-Za-z][\w:.+/-]*", given) else made,
        authors=authors,
        year=year,
        title=_first(record, "title", "primary_title"),
        container=_first(record, "secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
        volume=_first(record, "volume"),
        issue=_first(record, "number"),
        pages=f"{start}–{end}" if start and end and "–" not in start and "-" not in start else start,
        publisher=_first(record, "publisher"),
        doi=re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", _first(record, "doi")).lower(),
        url=_first(record, "urls", "url"),
        kind=_KINDS.get(_first(record, "type_of_reference"), ""),
        editors=_names(record, "secondary_authors", "editors"),
    )


def _first(record: dict[str, Any], *fields: str) -> str:
    """The first of these fields that is given, as one line."""
    for field in fields:
        value = record.get(field)
        if isinstance(value, list):
            value = value[0] if value else ""
        if value:
            return " ".join(str(value).split())
    return ""


def _names(record: dict[str, Any], *fields: str) -> tuple[Name, ...]:
    for field in fields:
        if names := record.get(field):
            return tuple(
                split_name(name) if "," in name else Name(name) for name in names if name.strip(" ,")
            )
    return ()
