"""Works as JATS and TEI describe them, field by field, made whole from the entry as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.corpus.merge import join, next_key
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import Reference, work_key


def complete_references(works: Sequence[tuple[str, Reference]]) -> dict[str, Reference]:
    """Each work by the id it has in its file, with its own key and the id among its aliases.

    `works`: pairs of id and work, its key still empty, `raw` the entry as printed if the file holds
    it. Where the fields name no author, year or title, the printed entry is parsed for them. Two
    works of one key are told apart by the year letter printed, else by a number.
    """
    printed = parse_references([work.raw for _, work in works if work.raw]) if works else []
    parsed = dict(zip((identifier for identifier, work in works if work.raw), printed, strict=True))
    found: dict[str, Reference] = {}
    keys: set[str] = set()
    for identifier, work in works:
        whole = _completed(work, parsed.get(identifier))
        families = [name.family for name in whole.authors or whole.editors]
        key = work_key(families, whole.year, whole.suffix)
        if key in keys:
            key = next_key(key, keys)
        keys.add(key)
        found[identifier] = replace(whole, key=key, aliases=(identifier,))
    return found


def _completed(work: Reference, printed: Reference | None) -> Reference:
    """The work with what its fields leave out taken from the printed entry."""
    if printed is None:
        return work
    whole = work
    if not work.suffix and work.year and work.year == printed.year:
        whole = replace(whole, suffix=printed.suffix)
    if not (work.authors or work.editors):
        # Nothing is marked up: the parse is all there is. A year that the fields of a marked-up entry
        # leave out is not taken from it, since the only one printed may be that of access.
        whole = replace(join(whole, printed), aliases=())
    elif not work.title:
        whole = replace(whole, title=printed.title)
    return whole


def split_year(text: str) -> tuple[str, str, str]:
    """Year, year letter and year of first publication of a date as printed.

    >>> split_year("2011b"), split_year("1984/1963"), split_year("in press")
    (('2011', 'b', ''), ('1984', '', '1963'), ('', '', ''))
    """
    if both := re.search(r"\[?(\d{4})\]?\s*/\s*\[?(\d{4})\]?", text):
        first, last = sorted(both.groups())
        return last, "", first
    found = re.search(r"(?<!\d)(\d{4})([a-z]?)(?![\da-z])", text)
    return (found[1], found[2], "") if found else ("", "", "")


def page_range(first: str, last: str) -> str:
    """First and last page as one range; an empty last page leaves the first."""
    return f"{first}–{last}" if first and last and first != last else first


def bare_doi(text: str) -> str:
    """A DOI without its resolver's address, in lower case; "" when the text is none."""
    found = re.search(r"10\.\d{4,9}/\S+", text)
    return found[0].lower().rstrip(".,;") if found else ""
