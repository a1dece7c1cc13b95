"""The reference list of a JATS article."""

from __future__ import annotations

from lxml import etree

from debatemap.corpus.names import from_capitals
from debatemap.corpus.xml_references import bare_doi, complete_references, page_range, split_year
from debatemap.corpus.xml_source import find_all, first_text, tag_of, text_of
from debatemap.model import Name, Reference


def read_references(article: etree._Element) -> dict[str, Reference]:
    """The works of an article's reference lists by their ids, in order; those of its sub-articles
    only where it has none itself."""
    lists = [node for node in find_all(article, "//ref-list") if not _in_sub_article(node)]
    refs = [ref for node in lists or find_all(article, "//ref-list") for ref in find_all(node, "ref")]
    works = []
    for number, ref in enumerate(refs, 1):
        works.append((ref.get("id") or f"ref-{number}", _work(ref)))
    return complete_references(works)


def _in_sub_article(node: etree._Element) -> bool:
    return any(tag_of(above) in ("sub-article", "response") for above in node.iterancestors())


def _work(ref: etree._Element) -> Reference:
    """One entry: element-citation first, for its fields; mixed-citation, for the entry as printed."""
    mixed = next(iter(find_all(ref, "//mixed-citation") + find_all(ref, "//citation")), None)
    marked = find_all(ref, "//element-citation") + find_all(ref, "//nlm-citation")
    fields = next(iter(marked), mixed)
    if fields is None:
        # A note among the references, or a citation of no known kind: its text is all there is.
        fields = mixed = ref
    year, suffix, original = split_year(first_text(fields, "//year", "//date"))
    article = first_text(fields, "//article-title", "//chapter-title", "//part-title")
    source = first_text(fields, "//source")
    return Reference(
        key="",
        authors=_names(fields, "author"),
        year=year,
        suffix=suffix,
        original_year=original,
        title=article or source,
        container=source if article else "",
        volume=first_text(fields, "//volume"),
        issue=first_text(fields, "//issue"),
        pages=page_range(first_text(fields, "//fpage"), first_text(fields, "//lpage")),
        publisher=first_text(fields, "//publisher-name"),
        doi=bare_doi(first_text(fields, "//pub-id[@pub-id-type='doi']")),
        url=first_text(fields, "//ext-link", "//uri"),
        kind=fields.get("publication-type", ""),
        editors=_names(fields, "editor"),
        raw=text_of(mixed),
    )


def _names(fields: etree._Element, role: str) -> tuple[Name, ...]:
    """The names in groups of this role; names outside any group are authors."""
    groups = [group for group in find_all(fields, "person-group") if _role(group) == role]
    if role == "author":
        groups = groups or [fields]
    found = []
    for group in groups:
        for node in group:
            if tag_of(node) in ("name", "string-name"):
                family = first_text(node, "surname") or text_of(node)
                found.append(from_capitals(Name(family, first_text(node, "given-names"))))
            elif tag_of(node) in ("collab", "institution") and text_of(node):
                found.append(Name(text_of(node)))
    return tuple(found)


def _role(group: etree._Element) -> str:
    """What a group of persons is to the work; "authors" behind a chapter's title are the book's editors."""
    role = group.get("person-group-type", "author")
    before = [tag_of(node) for node in group.itersiblings(preceding=True)]
    behind = "chapter-title" in before and "person-group" in before
    return "editor" if role == "author" and behind else role
