"""What a document says of itself: pandoc's metadata (YAML block, docx properties, LaTeX preamble)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from debatemap.corpus.csl import read_csl_item
from debatemap.corpus.names import split_name
from debatemap.model import Name, Reference

Node: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, authors, year, DOI, language and the works that come with the document."""

    title: str = ""
    authors: tuple[Name, ...] = ()
    year: str = ""
    doi: str = ""
    language: str = ""
    references: tuple[Reference, ...] = ()
    bibliography: tuple[str, ...] = ()
    """Names of bibliography files, as the document gives them."""


def read_meta(meta: dict[str, Node], *, plain: Callable[[Sequence[Node]], str]) -> Metadata:
    """The metadata that concern a paper; unknown fields are passed over."""
    values = {name.lower(): _value(node, plain) for name, node in meta.items()}
    dated = " ".join(str(values.get(name, "")) for name in ("year", "date", "issued", "published"))
    year = re.search(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", dated)
    works = values.get("references", [])
    subtitle = str(values.get("subtitle", ""))
    title = str(values.get("title", ""))
    return Metadata(
        title=f"{title}: {subtitle}" if title and subtitle else title,
        authors=tuple(_authors(values.get("author", values.get("authors", "")))),
        year=year[0] if year else "",
        doi=re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", str(values.get("doi", ""))),
        language=_language(str(values.get("lang", values.get("language", "")))),
        references=tuple(read_csl_item(work) for work in works if isinstance(work, dict))
        if isinstance(works, list)
        else (),
        bibliography=tuple(_listed(values.get("bibliography", ""))),
    )


def _value(node: Node, plain: Callable[[Sequence[Node]], str]) -> Any:
    """A metadata value as plain Python: text, list or dict."""
    content: Any = node.get("c")
    match node["t"]:
        case "MetaMap":
            return {name: _value(value, plain) for name, value in content.items()}
        case "MetaList":
            return [_value(value, plain) for value in content]
        case "MetaInlines":
            return plain(content)
        case "MetaBlocks":
            return " ".join(plain(block["c"]) for block in content if block["t"] in ("Para", "Plain"))
        case _:
            return "" if content is None else content


def _listed(value: Any) -> list[str]:
    """One file name or a list of them, each with its ending."""
    names = [str(item) for item in (value if isinstance(value, list) else [value]) if item]
    return [name if "." in name else f"{name}.bib" for name in names]


def _language(tag: str) -> str:
    """The two-letter code of a language tag ("en-GB"); "" for anything else ("C", "und")."""
    found = re.match(r"([A-Za-z]{2})(?:[-_]|$)", tag.strip())
    return found[1].lower() if found else ""


def _authors(value: Any) -> list[Name]:
    """Names as authors give them: a text, a list of texts, or a list of maps."""
    if isinstance(value, list):
        return [name for item in value for name in _authors(item)]
    if isinstance(value, dict):
        if value.get("family") or value.get("literal"):
            return [Name(str(value.get("family") or value.get("literal")), str(value.get("given", "")))]
        return _authors(value.get("name", ""))
    # A second line gives the address.
    value = str(value).split("\n", 1)[0]
    parts = re.split(r"\s*(?:;|\s+and\s+|\s*&\s*)\s*", value)
    if len(parts) == 1 and parts[0].count(",") > 0 and all(" " in p.strip() for p in parts[0].split(",")):
        parts = parts[0].split(",")
    return [split_name(part) for part in parts if part.strip()]
