"""Footnotes of web pages: calls that link down the page, made into a notes section."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from lxml import etree

from debatemap.corpus.headings import Role, known_role

# lxml.html comes without complete types.
Element: TypeAlias = Any

_LABEL = re.compile(r"[\[(]?(\d{1,3}|[*†‡§]|[a-z])[\])]?")
_BACK = re.compile(r"[↩↵⏎↑^\ufe0e\s]*")
_HOLDERS = ("li", "p", "dd", "div", "aside", "td")


def gather_notes(content: Element) -> None:
    """Move each note that a short link calls into a section "Notes" at the end, in place.

    Calls become raised labels. Links into a reference list are citations and stay.
    """
    elements = [node for node in content.iter() if isinstance(node.tag, str)]
    targets = {node.get("id") or node.get("name"): node for node in elements}
    order = {node: at for at, node in enumerate(content.iter())}
    notes: dict[Element, str] = {}
    for link in list(content.iter("a")):
        label = _LABEL.fullmatch("".join(link.itertext()).strip())
        target = targets.get(link.get("href", "")[1:]) if link.get("href", "").startswith("#") else None
        if not label or target is None or link.get("role") == "doc-noteref" or order[target] < order[link]:
            continue
        holder = _holder(target)
        if holder is None or _is_reference(holder):
            continue
        notes.setdefault(holder, label[1])
        _raise(link, notes[holder])
    if notes:
        _append(content, notes)


def _holder(target: Element) -> Element | None:
    """The element that holds the text of the note."""
    node: Element | None = target
    while node is not None and node.tag not in _HOLDERS:
        node = node.getparent()
    return node


def _is_reference(node: Element) -> bool:
    """True when the element stands under a heading of a reference list, or in an element so named."""
    for above in [node, *node.iterancestors()]:
        named = f"{above.get('class', '')} {above.get('id', '')} {above.get('role', '')}".lower()
        if re.search(r"\b(?:ref(?:erence)?s?|bibliograph\w*|citations?|biblio|doc-bibl\w*)\b", named):
            return True
    for before in node.xpath("preceding::*[self::h1 or self::h2 or self::h3 or self::h4][1]"):
        return known_role("".join(before.itertext())) is Role.REFERENCES
    return False


def _raise(link: Element, label: str) -> None:
    """Put a raised label in place of a call."""
    tail = link.tail
    for child in list(link):
        link.remove(child)
    link.tag, link.text, link.tail = "sup", label, tail
    link.attrib.clear()
    above = link.getparent()
    if above is not None and above.tag == "sup" and "".join(above.itertext()).strip() == label:
        above.tag = "span"


def _append(content: Element, notes: dict[Element, str]) -> None:
    heading = etree.SubElement(content, "h2")
    heading.text = "Notes"
    for holder, label in notes.items():
        for link in list(holder.iter("a")):
            if _BACK.fullmatch("".join(link.itertext())) or _is_own_label(link, label):
                link.drop_tree()
        holder.drop_tree()
        holder.tail = None
        holder.tag = "div"
        first = next((node for node in holder.iter("p")), holder)
        bare = re.sub(rf"^\s*[\[(]?{re.escape(label)}[\])]?[.:]?\s+", "", first.text or "")
        first.text = f"[{label}] {bare}" if label.isdigit() else f"{label} {bare}"
        content.append(holder)


def _is_own_label(link: Element, label: str) -> bool:
    """True for the number of a note that links back to its call."""
    text = "".join(link.itertext()).strip(" []().")
    return link.get("href", "").startswith("#") and text == label
