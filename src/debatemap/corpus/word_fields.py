"""Word's citation fields put as those of Zotero, which pandoc reads; the list that Word makes, marked."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from debatemap.corpus.xml_source import tag_of

LIST_MARK = "word-bibliography"
"""What an entry of the list that Word makes cites, with no text, at its beginning."""

_WORD = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(slots=True)
class _Field:
    """A field of characters: begin, code, separate, result, end. `entries`: paragraphs of the result."""

    marks: list[etree._Element] = field(default_factory=list)
    codes: list[etree._Element] = field(default_factory=list)
    entries: list[etree._Element] = field(default_factory=list)
    shown: bool = False

    @property
    def code(self) -> str:
        return "".join(node.text or "" for node in self.codes).strip()

    @property
    def is_list(self) -> bool:
        # pandoc drops the lists of Zotero and Mendeley, and with them the works nobody cites.
        return _command(self.code) == "BIBLIOGRAPHY" or "CSL_BIBLIOGRAPHY" in self.code


def rewrite_fields(root: etree._Element, tags: Collection[str]) -> bool:
    """Change a part of a docx in place; True when anything was changed.

    `tags`: the names of the document's sources. A field that cites at least one of them becomes a
    citation field as Zotero writes it, with the same result; any other stays, so that its result is
    text. The paragraphs and table rows of a BIBLIOGRAPHY field, and of the lists of Zotero and
    Mendeley, become paragraphs that begin with a citation of LIST_MARK. Field codes: ISO/IEC 29500-1,
    17.16.5 (CITATION, BIBLIOGRAPHY).
    """
    _spell_out_simple(root)
    changed = False
    for found in list(_fields(root)):
        if found.is_list:
            _mark_list(found)
            changed = True
        elif items := [item for item in read_citation(found.code) if item["id"] in tags]:
            found.codes[0].text = _csl_code(items)
            for rest in found.codes[1:]:
                rest.text = ""
            changed = True
    return changed


def read_citation(code: str) -> list[dict[str, Any]]:
    r"""The works of a field code, as the items of a CSL citation; none for another field.

    >>> read_citation(r"CITATION Lee11 \p 174 \l 1033 \m Mil61 \n")
    [{'id': 'Lee11', 'locator': '174'}, {'id': 'Mil61', 'suppress-author': True}]
    """
    if _command(code) != "CITATION":
        return []
    words = [quoted or bare for quoted, bare in _WORD.findall(code)][1:]
    items: list[dict[str, Any]] = []
    switch = r"\m"
    for word in words:
        if word.startswith("\\"):
            switch = word.lower()
            if switch == r"\n" and items:
                items[-1]["suppress-author"] = True
        elif switch == r"\m":
            items.append({"id": word})
            switch = ""
        elif switch == r"\p" and items:
            items[-1]["locator"] = word
            switch = ""
    return items


def _command(code: str) -> str:
    """The first word of a field code."""
    return next(iter(code.split()), "").upper()


def _csl_code(items: list[dict[str, Any]]) -> str:
    return f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps({'citationItems': items})} "


def _fields(root: etree._Element) -> Iterator[_Field]:
    """The fields, in the order in which they end."""
    opened: list[_Field] = []
    for node in root.iter():
        match tag_of(node):
            case "fldChar":
                kind = _attribute(node, "fldCharType")
                if kind == "begin":
                    opened.append(_Field())
                if opened:
                    opened[-1].marks.append(node)
                    opened[-1].shown = opened[-1].shown or kind == "separate"
                    if kind == "end":
                        yield opened.pop()
            case "instrText" if opened and not opened[-1].shown:
                opened[-1].codes.append(node)
            case "t" if node.text and node.text.strip():
                for outer in opened:
                    if outer.shown and outer.is_list:
                        paragraph = _ancestor(node, "p")
                        if paragraph is not None and paragraph not in outer.entries[-1:]:
                            outer.entries.append(paragraph)


def _spell_out_simple(root: etree._Element) -> None:
    """Put each `w:fldSimple` that cites as a field of characters, as the other form of a field is."""
    for simple in [node for node in root.iter() if tag_of(node) == "fldSimple"]:
        code, parent = _attribute(simple, "instr"), simple.getparent()
        if parent is None or _command(code) not in ("CITATION", "BIBLIOGRAPHY"):
            continue
        runs = [*_opening(simple, code), *simple, _mark(simple, "end")]
        at = parent.index(simple)
        parent[at : at + 1] = runs


def _mark_list(found: _Field) -> None:
    """Take a BIBLIOGRAPHY field from around its result, and mark each entry of it.

    The field would join the entries, and an indent or a number of their style would make block
    quotations or lists of them.
    """
    for node in (*found.marks, *found.codes):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    entries: list[etree._Element] = []
    tables: list[etree._Element] = []
    for paragraph in found.entries:
        table = _ancestor(paragraph, "tbl")
        if table is None:
            entries.append(paragraph)
        elif table not in tables:
            tables.append(table)
            entries.extend(_rows_to_paragraphs(table))
    for paragraph in filter(_is_in_body, entries):
        for style in [child for child in paragraph if tag_of(child) == "pPr"]:
            paragraph.remove(style)
        mark = [*_opening(paragraph, _csl_code([{"id": LIST_MARK}])), _mark(paragraph, "end")]
        paragraph[:0] = mark


def _is_in_body(paragraph: etree._Element) -> bool:
    """False in notes, text boxes and tables of something else, where nobody looks for a list."""
    return {tag_of(above) for above in paragraph.iterancestors()} <= {"sdtContent", "sdt", "body", "document"}


def _rows_to_paragraphs(table: etree._Element) -> list[etree._Element]:
    """Numbered styles print a table, number and entry side by side: a paragraph for each row."""
    paragraphs = []
    for row in [node for node in table.iter() if tag_of(node) == "tr"]:
        paragraph = _new(table, "p")
        for cell in [node for node in row.iter() if tag_of(node) == "p"]:
            if len(paragraph):
                space = etree.SubElement(_add(paragraph, "r"), _name(table, "t"))
                space.text = " "
                space.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            paragraph.extend(deepcopy(child) for child in cell if tag_of(child) != "pPr")
        paragraphs.append(paragraph)
    parent = table.getparent()
    if parent is not None:
        at = parent.index(table)
        parent[at : at + 1] = paragraphs
    return paragraphs


def _opening(near: etree._Element, code: str) -> list[etree._Element]:
    """The runs of a field up to its result."""
    run = _new(near, "r")
    _add(run, "instrText").text = code
    return [_mark(near, "begin"), run, _mark(near, "separate")]


def _mark(near: etree._Element, kind: str) -> etree._Element:
    run = _new(near, "r")
    _add(run, "fldChar").set(_name(near, "fldCharType"), kind)
    return run


def _name(near: etree._Element, name: str) -> str:
    """A name in the name space of an element: Word has two, of which a document uses one."""
    return f"{{{etree.QName(near).namespace}}}{name}"


def _new(near: etree._Element, name: str) -> etree._Element:
    return etree.Element(_name(near, name))


def _add(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, _name(parent, name))


def _attribute(node: etree._Element, name: str) -> str:
    return str(node.get(_name(node, name), ""))


def _ancestor(node: etree._Element, name: str) -> etree._Element | None:
    return next((above for above in node.iterancestors() if tag_of(above) == name), None)
