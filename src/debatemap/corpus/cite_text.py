"""Citations by key spelled out: "[@lee2011, p. 5]" as "(Lee and Shen, 2011: 5)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from debatemap.model import Reference
from debatemap.model.reference import short_names

Node: TypeAlias = dict[str, Any]
Plain: TypeAlias = Callable[[Sequence[Node]], str]

_LOCATOR = re.compile(
    r"^[,;:\s]*(?:pp?\.|pages?|S\.)?\s*(?P<pages>\d+(?:\s*[-–,]\s*\d+)*)(?P<rest>.*)$", re.DOTALL
)


def cite_text(
    citations: Sequence[Node], works: Mapping[str, Reference], *, plain: Plain, command: str = ""
) -> str:
    """One bracket of pandoc citations as a reader would print it, author and date.

    `command`: the LaTeX command it comes from, for those that print names or year alone.

    An unknown key stays as it was typed ("@lee2011"), so that nothing is hidden.
    """
    first = citations[0]
    work = works.get(first["citationId"])
    if work and command.startswith(("\\citeauthor", "\\Citeauthor")):
        return _names(work)
    if work and re.match(r"\\citeyear\b", command):
        return _dated(work)
    if first["citationMode"]["t"] == "AuthorInText":
        rest = [_one(citation, works, plain, named=True) for citation in citations[1:]]
        dated = (_dated(work) if work else "") + _locator(first, plain)
        inside = "; ".join(part for part in [dated.lstrip(":, "), *rest] if part)
        named = _names(work) if work else f"@{first['citationId']}"
        return f"{named} ({inside})" if inside else named
    parts = [_one(c, works, plain, named=c["citationMode"]["t"] != "SuppressAuthor") for c in citations]
    inside = "; ".join(parts)
    return inside if command.startswith(("\\citealt", "\\citealp")) else f"({inside})"


def locator_in(citations: Sequence[Node], *, plain: Plain) -> str:
    """The pages that a bracket with one work gives ("65–66"); "" otherwise."""
    if len(citations) != 1:
        return ""
    found = _LOCATOR.match(plain(citations[0]["citationSuffix"]))
    return found["pages"] if found else ""


def _one(citation: Node, works: Mapping[str, Reference], plain: Plain, *, named: bool) -> str:
    prefix = plain(citation["citationPrefix"]).strip()
    work = works.get(citation["citationId"])
    if work is None:
        body = f"@{citation['citationId']}"
    else:
        body = f"{_names(work)}, {_dated(work)}" if named else _dated(work)
    return (f"{prefix} " if prefix else "") + body + _locator(citation, plain)


def _locator(citation: Node, plain: Plain) -> str:
    suffix = plain(citation["citationSuffix"]).strip()
    if found := _LOCATOR.match(suffix):
        return f": {found['pages']}{found['rest']}"
    return f", {suffix.lstrip(', ')}" if suffix else ""


def _names(work: Reference) -> str:
    return short_names([name.family for name in work.authors or work.editors], et_al=work.et_al)


def _dated(work: Reference) -> str:
    return f"{work.year or 'n.d.'}{work.suffix}"
