"""The reference list of a TEI document."""

from __future__ import annotations

from lxml import etree

from debatemap.corpus.names import from_capitals, split_name
from debatemap.corpus.xml_references import bare_doi, complete_references, page_range, split_year
from debatemap.corpus.xml_source import find_all, first_text, text_of
from debatemap.corpus.xml_walk import XML_ID
from debatemap.model import Name, Reference


def read_references(root: etree._Element) -> dict[str, Reference]:
    """The works of the document's lists by their ids, in order."""
    works: list[tuple[str, Reference]] = []
    for node in find_all(root, "//listBibl//*[local-name()='biblStruct' or local-name()='bibl']"):
        works.append((node.get(XML_ID) or f"ref-{len(works) + 1}", _work(node)))
    return complete_references(works)


def read_authors(node: etree._Element) -> tuple[Name, ...]:
    """The authors of a biblStruct: of the article, else of the book."""
    return _names(node, "analytic/author") or _names(node, "monogr/author") or _names(node, "author")


def read_header_authors(header: etree._Element) -> tuple[Name, ...]:
    """The authors in the title statement."""
    return _names(header, "//titleStmt/author")


def read_year(node: etree._Element) -> tuple[str, str, str]:
    """Year, year letter and year of first publication of the date of publication."""
    dates = sorted(find_all(node, "//date"), key=lambda date: date.get("type") != "published")
    for date in dates:
        year = split_year(text_of(date))
        if not year[0]:
            year = split_year(date.get("when", "")[:4])
        if year[0]:
            return year
    return "", "", ""


def _work(node: etree._Element) -> Reference:
    year, suffix, original = read_year(node)
    article = first_text(node, "analytic/title[@type='main']", "analytic/title", "title[@level='a']")
    book = first_text(node, "monogr/title", "title[@level='m']", "title[@level='j']", "title")
    scopes = {scope.get("unit", ""): scope for scope in find_all(node, "//biblScope")}
    pages = scopes.get("page", scopes.get("pp"))
    first, last = (pages.get("from", ""), pages.get("to", "")) if pages is not None else ("", "")
    raw = first_text(node, "note[@type='raw_reference']")
    is_struct = bool(find_all(node, "analytic") or find_all(node, "monogr"))
    return Reference(
        key="",
        authors=read_authors(node),
        year=year,
        suffix=suffix,
        original_year=original,
        title=article or book,
        container=book if article else "",
        volume=text_of(scopes.get("volume", scopes.get("vol"))),
        issue=text_of(scopes.get("issue")),
        pages=page_range(first, last) or text_of(pages).replace("-", "–"),
        publisher=first_text(node, "//publisher"),
        doi=bare_doi(first_text(node, "//idno[@type='DOI']", "//idno[@type='doi']")),
        url=next((target.get("target", "") for target in find_all(node, "//ptr")), ""),
        editors=_names(node, "monogr/editor"),
        raw=raw or ("" if is_struct else text_of(node)),
    )


def _names(node: etree._Element, path: str) -> tuple[Name, ...]:
    """The persons and corporate authors at a path; addresses that GROBID lists as authors are none."""
    found = []
    for person in find_all(node, path):
        family = first_text(person, "//surname")
        given = " ".join(text_of(name) for name in find_all(person, "//forename"))
        if family:
            found.append(from_capitals(Name(family, given)))
        elif not find_all(person, "//affiliation") and (whole := first_text(person, "//orgName", "//name")):
            found.append(Name(whole))
        elif not len(person) and text_of(person):
            found.append(split_name(text_of(person)))
    return tuple(found)
