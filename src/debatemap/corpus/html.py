"""Web pages, saved or made: what is no part of the paper taken away, then read by pandoc."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import lxml.html
from lxml import etree

from debatemap.corpus.draft import Draft
from debatemap.corpus.html_notes import gather_notes
from debatemap.corpus.names import split_name
from debatemap.corpus.pandoc import read_with_pandoc
from debatemap.corpus.plain import decode
from debatemap.corpus.xml_references import bare_doi
from debatemap.errors import ReadError
from debatemap.model import Reference

# lxml.html comes without complete types.
Element: TypeAlias = Any

_CHROME = frozenset(
    {"nav", "aside", "footer", "form", "script", "style", "button", "noscript", "iframe", "svg", "template"}
)
_DATES = ("citation_publication_date", "citation_date", "citation_year", "dc.date", "article:published_time")
_CHROME_ROLES = frozenset({"navigation", "banner", "complementary", "search", "contentinfo", "dialog"})
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
# So many lines of its own text, spread over it, stand for all: each is sought in the whole page.
_SAMPLE = 100
# How much of the page's own text the element that is read must hold.
_HELD = 0.95


def read_html(path: Path, *, bibliography: Sequence[Reference] = ()) -> Draft:
    """The draft of a web page.

    trafilatura (Barbaresi 2021, ACL demo) tells what of a saved page is its content; the smallest
    element that holds it is read with its structure. Title, authors, date and DOI come from the
    page's citation_* tags (Highwire Press) where it has them.
    """
    text = _decoded(path)
    try:
        page = lxml.html.document_fromstring(text)
    except (etree.ParserError, ValueError) as error:
        raise ReadError("no text was found in this page", where=path, todo="Save the page again.") from error
    stated = _stated(page)
    content = _content(page, text)
    gather_notes(content)
    source = lxml.html.tostring(content, encoding="unicode").encode()
    draft = read_with_pandoc(path, kind="html", bibliography=bibliography, source=source)
    return replace(
        draft,
        title=stated.title or _page_title(page, content),
        authors=stated.authors or draft.authors,
        year=stated.year or draft.year,
        doi=stated.doi or draft.doi,
        language=(page.get("lang") or draft.language)[:2].lower(),
    )


def _decoded(path: Path) -> str:
    """The page's text in the encoding it names, without an XML declaration."""
    data = path.read_bytes()
    named = _CHARSET.search(data[:4096])
    try:
        text = data.decode(named[1].decode("ascii")) if named else decode(data, path)
    except (LookupError, UnicodeDecodeError):
        text = decode(data, path)
    return re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", text)


def _stated(page: Element) -> Draft:
    """What the page's meta elements say of the paper, as an empty draft."""
    said: dict[str, list[str]] = {}
    for node in page.iter("meta"):
        name = (node.get("name") or node.get("property") or "").lower().replace("dcterms.", "dc.")
        said.setdefault(name, []).append((node.get("content") or "").strip())

    def first(*names: str) -> str:
        return next((value for name in names for value in said.get(name, []) if value), "")

    authors = said.get("citation_author") or said.get("dc.creator") or said.get("author") or []
    year = re.search(r"\b(?:1[5-9]|20)\d\d\b", first(*_DATES))
    return Draft(
        pieces=(),
        title=first("citation_title", "dc.title"),
        authors=tuple(split_name(name) for name in authors if name),
        year=year[0] if year else "",
        doi=bare_doi(first("citation_doi", "dc.identifier")),
    )


def _page_title(page: Element, content: Element) -> str:
    """The title that the page as a whole has, where its content begins with no heading of its own."""
    if next(content.iter("h1"), None) is not None:
        return ""
    named = [node.get("content", "") for node in page.iter("meta") if node.get("property") == "og:title"]
    shown = ["".join(node.itertext()) for node in page.iter("title")]
    # The site's name stands behind the last bar or dash.
    bare = [re.sub(r"\s+[|–—·-]\s+[^|–—·]*$", "", title) for title in shown]
    return next((" ".join(title.split()) for title in [*named, *bare] if title.strip()), "")


def _content(page: Element, text: str) -> Element:
    """The smallest element that holds the page's own text, without menus and the like in it."""
    body = next(iter(page.iter("body")), page)
    if any(True for tag in ("nav", "aside", "footer", "script", "form") for _ in body.iter(tag)):
        # Loading it takes longer than reading most papers.
        import trafilatura  # noqa: PLC0415

        own = trafilatura.extract(text, favor_recall=True, include_comments=False, include_tables=False)
        lines = [_squeezed(line) for line in (own or "").splitlines()]
        long = [line for line in lines if len(line) > 40]
        body = _narrowed(body, long[:: len(long) // _SAMPLE + 1])
    for node in list(body.iter()):
        if node is not body and _is_chrome(node) and node.getparent() is not None:
            node.drop_tree()
    return body


def _narrowed(body: Element, lines: Sequence[str]) -> Element:
    """Down the tree as long as one child alone holds nearly all of the lines."""
    whole = sum(map(len, lines))
    found = body
    while whole:
        texts = [(_squeezed_text(child), child) for child in found]
        held = [(sum(len(line) for line in lines if line in text), child) for text, child in texts]
        best = max(held, key=lambda pair: pair[0], default=None)
        if best is None or best[0] < _HELD * whole or best[1].tag in ("p", "table"):
            break
        found = best[1]
    return found


def _is_chrome(node: Element) -> bool:
    """True for menus, side bars and forms, and for lists of links."""
    if not isinstance(node.tag, str):
        return False
    if node.tag in _CHROME or node.get("role") in _CHROME_ROLES or node.get("aria-hidden") == "true":
        return True
    if node.tag == "header":
        return not any(True for _ in node.iter("h1")) or any(True for _ in node.iter("nav"))
    if node.tag not in ("ul", "div"):
        return False
    away = [link for link in node.iter("a") if not link.get("href", "").startswith("#")]
    links = ["".join(link.itertext()).strip() for link in away]
    text = "".join(node.itertext()).strip()
    return len(links) > 2 and sum(map(len, links)) > 0.8 * len(text) and len(text) < 60 * len(links)


def _squeezed(text: str) -> str:
    """Letters and digits alone, so that spaces and marks do not matter."""
    return re.sub(r"[\W_]+", "", text)


def _squeezed_text(node: Element) -> str:
    return _squeezed("".join(node.itertext())) if isinstance(node.tag, str) else ""
