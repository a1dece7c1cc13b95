"""CSL JSON, as Zotero, Better BibTeX and pandoc write it, to References."""

from __future__ import annotations

import re
from typing import Any

from debatemap.model import Name, Reference, work_key


def read_csl_item(item: dict[str, Any]) -> Reference:
    """One work of a CSL JSON file (https://docs.citationstyles.org/, CSL-JSON schema 1.0).

    >>> read_csl_item({"id": "lee2007", "issued": {"date-parts": [[2007, 5]]}}).year
    '2007'
    """
    authors = _names(item.get("author"))
    year, suffix = _year(item.get("issued"))
    given = str(item.get("citation-key") or item.get("id") or "")
    made = work_key([name.family for name in authors], year, suffix)
    # Zotero and Word number their works ("ITEM-1", "http://…/items/AB12CD34"): no key to cite by.
    is_key = re.fullmatch(r"[^\W\d_][\w:.+-]*", given) and not re.fullmatch(r"ITEM-\d+|[A-Z0-9]{8}", given)
    aliases = (str(item["id"]),) if item.get("id") and (not is_key or str(item["id"]) != given) else ()
    original, _ = _year(item.get("original-date"))
    return Reference(
        key=given if is_key else made,
        authors=authors,
        year=year,
        suffix=suffix or str(item.get("year-suffix", "")),
        original_year=original,
        title=_plain(item.get("title")),
        container=_plain(item.get("container-title")),
        volume=_plain(item.get("volume")),
        issue=_plain(item.get("issue")),
        pages=_plain(item.get("page")).replace("--", "–"),
        publisher=_plain(item.get("publisher")),
        doi=_plain(item.get("DOI") or item.get("doi")).lower(),
        url=_plain(item.get("URL") or item.get("url")),
        kind=_plain(item.get("type")),
        editors=_names(item.get("editor")),
        aliases=aliases,
    )


def _plain(value: Any) -> str:
    """A value as text without the markup that Zotero allows in titles."""
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(re.sub(r"</?(?:i|b|sub|sup|span)\b[^>]*>", "", str(value or "")).split())


def _names(value: Any) -> tuple[Name, ...]:
    """CSL names: family and given with particles, or one literal."""
    found = []
    for name in value if isinstance(value, list) else []:
        if not isinstance(name, dict):
            continue
        particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
        family = " ".join(f"{particle} {name.get('family') or name.get('literal') or ''}".split())
        if family:
            found.append(Name(family, _plain(name.get("given"))))
    return tuple(found)


def _year(value: Any) -> tuple[str, str]:
    """Year and year letter of a CSL date: parts, literal or raw."""
    if isinstance(value, list):
        value = value[0] if value else {}
    if isinstance(value, dict):
        parts = value.get("date-parts")
        if parts and parts[0]:
            value = str(parts[0][0])
        else:
            value = value.get("year") or value.get("literal") or value.get("raw") or ""
    found = re.search(r"(?<!\d)(\d{4})([a-z]?)\b", str(value or ""))
    return (found[1], found[2]) if found else ("", "")
