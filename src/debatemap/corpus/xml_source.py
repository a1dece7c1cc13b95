"""XML files to a tree, without entities, external files or network."""

from __future__ import annotations

import html
import re
from pathlib import Path

from lxml import etree

from debatemap.errors import ReadError

# An entity made of other entities ("billion laughs"), or one fetched from elsewhere.
_NESTED = re.compile(rb"<!ENTITY\s+(?:%\s+)?[\w.-]+\s+(?:\"[^\"]*[&%]\w+;|'[^']*[&%]\w+;)")
_EXTERNAL = re.compile(rb"<!ENTITY\s+(?:%\s+)?[\w.-]+\s+(?:SYSTEM|PUBLIC)\b(?![^>]*\bNDATA\b)")


def parse_xml(path: Path) -> etree._Element:
    """The root element of an XML file.

    Entities are not resolved; those with a name that HTML knows ("&eacute;") become their
    character. Raises ReadError for XML that is malformed or cut off, and for XML whose entities
    refer to other entities or to files.
    """
    return parse_xml_bytes(path.read_bytes(), where=path)


def parse_xml_bytes(data: bytes, *, where: Path) -> etree._Element:
    """The root element of XML that has been read from the file `where`, as `parse_xml` gives it."""
    data = data.lstrip(b" \t\r\n")
    head = data[:20_000]
    if _NESTED.search(head) or _EXTERNAL.search(head):
        raise ReadError(
            "this XML declares entities made of other entities or files, which are never resolved",
            where=where,
            todo="Remove the <!ENTITY …> lines at its top.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            f"this XML is malformed or cut off ({error.msg})",
            where=where,
            line=error.lineno,
            todo="Download it again.",
        ) from error
    _name_entities(root)
    return root


def _name_entities(root: etree._Element) -> None:
    """Put the character in place of each unresolved entity that HTML names."""
    for node in list(root.iter(etree.Entity)):
        char = html.unescape(node.text or "")
        text = ("" if char.startswith("&") else char) + (node.tail or "")
        before, parent = node.getprevious(), node.getparent()
        if parent is None:
            continue
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        node.tail = None
        parent.remove(node)


def tag_of(element: etree._Element) -> str:
    """The local name of an element; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def find_all(element: etree._Element, path: str) -> list[etree._Element]:
    """Elements by a path of local names, whatever their name space: "front/article-meta".

    "//" before a name stands for any depth.
    """
    steps = re.sub(r"(^|/)([A-Za-z][\w-]*)", r"\1*[local-name()='\2']", path)
    found = element.xpath(steps if not steps.startswith("//") else "." + steps)
    return [node for node in found if isinstance(node, etree._Element)] if isinstance(found, list) else []


def text_of(element: etree._Element | None) -> str:
    """All text within an element, on one line; "" for None."""
    if element is None:
        return ""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def first_text(element: etree._Element, *paths: str) -> str:
    """The text of the first element that is found and holds any."""
    return next((text for path in paths for node in find_all(element, path) if (text := text_of(node))), "")
