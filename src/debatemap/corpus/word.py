"""Word files: pandoc reads them, once the fields of Word's own citations are put as it knows them."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from debatemap.corpus.draft import Draft
from debatemap.corpus.pandoc import run_pandoc, tree_to_draft
from debatemap.corpus.pandoc_inlines import Node
from debatemap.corpus.word_fields import LIST_MARK, rewrite_fields
from debatemap.corpus.word_sources import read_sources
from debatemap.corpus.xml_source import parse_xml_bytes
from debatemap.errors import ReadError
from debatemap.model import Reference

_TEXT = re.compile(r"word/(?:document|footnotes|endnotes)\.xml")
_SOURCES = re.compile(r"customXml/item\d*\.xml")
_MOST_BYTES = 60_000_000
"""A larger part is left to pandoc as it is: its tree would not fit in memory beside it."""


def read_docx(path: Path, *, bibliography: Sequence[Reference] = ()) -> Draft:
    """The draft of a Word file.

    Citations that Zotero, Mendeley or Word put in are links; the works they cite are described by
    the file itself, in the fields or among the document's sources. `bibliography`: further works.
    Raises ReadError when pandoc cannot read the file.
    """
    source, works = _prepared(path)
    tree = run_pandoc(path, kind="docx", source=source)
    tree["blocks"] = _gather_list(tree["blocks"])
    return tree_to_draft(tree, path, bibliography=[*bibliography, *works])


def _prepared(path: Path) -> tuple[bytes | None, list[Reference]]:
    """The file with its fields rewritten, or None where it can stay as it is, and its sources."""
    changed: dict[str, bytes] = {}
    works: list[Reference] = []
    # What cannot be unpacked is left to pandoc, which says what is wrong.
    damaged = contextlib.suppress(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError)
    with damaged, zipfile.ZipFile(path) as archive:
        parts = {part.filename: part for part in archive.infolist() if part.file_size < _MOST_BYTES}
        for name in sorted(filter(_SOURCES.fullmatch, parts)):
            if (root := _root(archive.read(name), path)) is not None:
                works.extend(read_sources(root))
        tags = {tag for work in works for tag in work.aliases}
        for name in filter(_TEXT.fullmatch, parts):
            data = archive.read(name)
            # Word may cut the name of a field in two, but not where the sources are missing too.
            if not works and b"BIBLIOGRAPHY" not in data:
                continue
            root = _root(data, path)
            if root is not None and rewrite_fields(root, tags):
                changed[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        return (_repacked(archive, changed) if changed else None), works
    return None, []


def _root(data: bytes, path: Path) -> etree._Element | None:
    """The root of a part; None for one that is damaged or declares entities, which Word never does."""
    with contextlib.suppress(ReadError):
        return parse_xml_bytes(data, where=path) if b"<!DOCTYPE" not in data else None
    return None


def _repacked(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """The archive with some parts changed, and its pictures empty, since nobody looks at them."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for part in archive.infolist():
            if part.filename in changed:
                data = changed[part.filename]
            else:
                data = b"" if part.filename.startswith("word/media/") else archive.read(part)
            target.writestr(part.filename, data)
    return made.getvalue()


def _gather_list(blocks: Sequence[Node]) -> list[Node]:
    """Blocks in which the paragraphs that a mark makes entries stand in a reference list."""
    found: list[Node] = []
    entries: list[Node] = []
    for block in blocks:
        if _is_entry(block):
            if not entries:
                found.append({"t": "Div", "c": [["refs", [], []], entries]})
            entries.append({"t": "Para", "c": block["c"][1:]})
        else:
            entries = []
            found.append(block)
    return found


def _is_entry(block: Node) -> bool:
    content: Any = block.get("c")
    first: Node = content[0] if block["t"] in ("Para", "Plain") and content else {"t": ""}
    return bool(first["t"] == "Cite" and first["c"][0][0]["citationId"] == LIST_MARK)
