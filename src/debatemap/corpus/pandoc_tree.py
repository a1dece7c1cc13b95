"""pandoc's JSON tree to a draft: blocks to pieces, notes and citations kept, markup dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from debatemap.corpus.cite_text import cite_text, locator_in
from debatemap.corpus.draft import Draft, Note, Piece, PieceWriter
from debatemap.corpus.pandoc_meta import read_meta
from debatemap.model import BlockKind, Reference

# pandoc's tree is plain JSON: {"t": name, "c": content}.
Node: TypeAlias = dict[str, Any]

_RAISED = re.compile(r"[\d,;–\s-]+|[*†‡§]+")
# A raised number behind these is a power or a unit, not a call.
_POWER = re.compile(r"(?:\d|\b(?:k|c|m|d)?m)$")
_UNICODE_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNICODE_RUN = re.compile(r"(?<=[\w.,;:!?'\"’”)\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


def bibliography_names(tree: Node) -> tuple[str, ...]:
    """The bibliography files that a pandoc document names."""
    return read_meta(tree.get("meta", {}), plain=_TreeReader(()).plain).bibliography


def read_tree(tree: Node, *, bibliography: Sequence[Reference] = ()) -> Draft:
    """The draft of a pandoc document: `tree` as `pandoc --to=json` writes it."""
    reader = _TreeReader(bibliography)
    meta = read_meta(tree.get("meta", {}), plain=reader.plain)
    reader.works.update({name: work for work in meta.references for name in (*work.aliases, work.key)})
    reader.blocks(tree["blocks"])
    cited = {reader.works[key].key: reader.works[key] for key in reader.cited if key in reader.works}
    return Draft(
        pieces=tuple(reader.pieces),
        notes=tuple(reader.notes),
        title=meta.title,
        authors=meta.authors,
        year=meta.year,
        doi=meta.doi,
        language=meta.language,
        references=tuple(cited.values()),
    )


class _TreeReader:
    """Walks the tree in order and gathers pieces and notes."""

    def __init__(self, bibliography: Sequence[Reference]) -> None:
        self.pieces: list[Piece] = []
        self.notes: list[Note] = []
        self.works = {work.key: work for work in bibliography}
        self.cited: list[str] = []

    def plain(self, inlines: Iterable[Node]) -> str:
        """The text of some inlines alone."""
        writer = PieceWriter()
        for node in inlines:
            self._inline(node, writer)
        return writer.finish().text

    def blocks(
        self,
        nodes: Iterable[Node],
        kind: BlockKind = BlockKind.PARAGRAPH,
        *,
        label: str = "",
        anchor: str = "",
    ) -> None:
        """Append the pieces of some blocks; paragraphs among them are of this kind, and the first has
        this label and anchor."""
        for node in nodes:
            content: Any = node.get("c")
            match node["t"]:
                case "Para" | "Plain":
                    self._paragraph(content, kind, label, anchor or _anchor(content))
                    label = anchor = ""
                case "Header":
                    level, _, inlines = content
                    self._heading(inlines, level)
                case "BlockQuote":
                    self.blocks(content, BlockKind.QUOTATION)
                case "BulletList":
                    for item in content:
                        self.blocks(item, _inside(kind))
                case "OrderedList":
                    (first, *_), items = content
                    for number, item in enumerate(items, first):
                        self.blocks(item, _inside(kind), label=str(number))
                case "DefinitionList":
                    for term, definitions in content:
                        self._paragraph(term, _inside(kind))
                        for definition in definitions:
                            self.blocks(definition, _inside(kind))
                case "LineBlock":
                    self._paragraph(
                        [part for line in content for part in (*line, {"t": "LineBreak"})], kind, label
                    )
                case "Div":
                    self._div(content, kind)
                case "Figure":
                    self._caption(content[1])
                case "Table":
                    self._caption(content[1])
                case "CodeBlock":
                    self.pieces.append(Piece(" ".join(content[1].split()), BlockKind.OTHER))
                case _:
                    # HorizontalRule, RawBlock: no text.
                    pass

    def _paragraph(self, inlines: Sequence[Node], kind: BlockKind, label: str = "", anchor: str = "") -> None:
        writer = PieceWriter()
        self._inlines(inlines, writer)
        solid = [node for node in inlines if node["t"] not in ("Space", "SoftBreak", "LineBreak")]
        strong = bool(solid) and all(node["t"] == "Strong" for node in solid)
        piece = writer.finish(kind, label=label, strong=strong)
        if piece.text:
            self.pieces.append(replace(piece, anchor=anchor) if anchor else piece)

    def _heading(self, inlines: Sequence[Node], level: int) -> None:
        writer = PieceWriter()
        self._inlines(inlines, writer)
        self.pieces.append(writer.finish(BlockKind.HEADING, level=level))

    def _div(self, content: list[Any], kind: BlockKind) -> None:
        (identifier, classes, attributes), blocks = content
        style = dict(attributes).get("custom-style", "").lower()
        if identifier == "refs" or "thebibliography" in classes or style == "bibliography":
            self._reference_list(blocks)
        elif "abstract" in classes or style == "abstract":
            self.blocks(blocks, BlockKind.ABSTRACT)
        elif style in ("quote", "block text", "intense quote", "block quote", "quotations"):
            self.blocks(blocks, BlockKind.QUOTATION)
        else:
            self.blocks(blocks, kind, anchor=identifier if "csl-entry" in classes else "")

    def _reference_list(self, blocks: Iterable[Node]) -> None:
        """The entries of a list that the source marks as one; without a heading it gets one."""
        last = next((p for p in reversed(self.pieces) if p.kind is BlockKind.HEADING), None)
        if last is None or self.pieces[-1] is not last:
            entries_before = last is not None and last.text == "References"
            if not entries_before:
                self.pieces.append(Piece("References", BlockKind.HEADING, level=1))
        self.blocks(blocks, BlockKind.LIST_ITEM)

    def _caption(self, caption: list[Any]) -> None:
        """The words under a figure or a table; the table itself is dropped."""
        self.blocks(caption[1], BlockKind.OTHER)

    def _inlines(self, nodes: Sequence[Node], writer: PieceWriter) -> None:
        at = 0
        while at < len(nodes):
            # "<sup>", "3", "</sup>" come as three nodes.
            if _is_raw(nodes[at], "<sup>") and at + 2 < len(nodes) and _is_raw(nodes[at + 2], "</sup>"):
                self._raised([nodes[at + 1]], writer)
                at += 3
            else:
                self._inline(nodes[at], writer)
                at += 1

    def _inline(self, node: Node, writer: PieceWriter) -> None:
        content: Any = node.get("c")
        match node["t"]:
            case "Str":
                self._string(content, writer)
            case "Space" | "SoftBreak":
                writer.add(" ")
            case "LineBreak":
                writer.line_break()
            case "Emph" | "Underline" | "Strong" | "Strikeout" | "SmallCaps" | "Subscript":
                self._inlines(content, writer)
            case "Superscript":
                self._raised(content, writer)
            case "Quoted":
                before, after = _QUOTES[content[0]["t"]]
                writer.add(before)
                self._inlines(content[1], writer)
                writer.add(after)
            case "Cite":
                self._cite(content, writer)
            case "Code" | "Math":
                writer.add(content[1])
            case "Span":
                start = len(writer)
                self._inlines(content[1], writer)
                writer.link(start, dict(content[0][2]).get("cites", "").split())
            case "Link":
                start = len(writer)
                self._inlines(content[1], writer)
                if content[2][0].startswith("#"):
                    writer.link(start, [content[2][0].removeprefix("#").removeprefix("ref-")])
            case "Note":
                self._note(content, writer)
            case _:
                # RawInline, Image: no text.
                pass

    def _string(self, text: str, writer: PieceWriter) -> None:
        """A word; raised digits behind it ("word²") may be a call."""
        at = 0
        for found in _UNICODE_RUN.finditer(text):
            writer.add(text[at : found.start()])
            at = found.end()
            if _POWER.search(text[: found.start()]):
                writer.add(found[0])
            else:
                writer.call(found[0].translate(_UNICODE_RAISED), raised=True)
        writer.add(text[at:])

    def _raised(self, nodes: Sequence[Node], writer: PieceWriter) -> None:
        """Raised figures and stars may be a call; raised letters ("19th") belong to the word."""
        inner = PieceWriter()
        self._inlines(nodes, inner)
        piece = inner.finish()
        for call in piece.calls:
            writer.call(call.label, raised=call.raised)
        label = piece.text.strip()
        if not label:
            return
        if _RAISED.fullmatch(label) and not _POWER.search(writer.text):
            writer.call(label, raised=True)
        else:
            writer.add(label)

    def _cite(self, content: list[Any], writer: PieceWriter) -> None:
        """A citation by key: as the source renders it, else spelled out from the work cited."""
        citations, inlines = content
        start = len(writer)
        keys = [citation["citationId"] for citation in citations]
        rendered = [node for node in inlines if node["t"] != "RawInline"]
        typed = self.plain(rendered)
        if any(key in self.works for key in keys) and (not typed or "@" in typed):
            writer.add(cite_text(citations, self.works, plain=self.plain))
        elif typed:
            self._inlines(rendered, writer)
        else:
            writer.add(cite_text(citations, self.works, plain=self.plain))
        self.cited.extend(keys)
        writer.link(start, keys, locator_in(citations, plain=self.plain))

    def _note(self, blocks: Sequence[Node], writer: PieceWriter) -> None:
        label = str(len(self.notes) + 1)
        writer.call(label)
        self.notes.append(Note(label, ()))
        inner = _TreeReader(())
        inner.works, inner.cited, inner.notes = self.works, self.cited, self.notes
        inner.blocks(blocks, BlockKind.FOOTNOTE)
        self.notes[int(label) - 1] = Note(label, tuple(p.with_kind(BlockKind.FOOTNOTE) for p in inner.pieces))


def _inside(kind: BlockKind) -> BlockKind:
    """The kind of a list item within a block of some kind."""
    return BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind


def _anchor(inlines: Sequence[Node]) -> str:
    """The name of a paragraph that begins with an anchor."""
    first: Node = inlines[0] if inlines else {"t": ""}
    return str(first["c"][0][0]) if first["t"] == "Span" else ""


def _is_raw(node: Node, tag: str) -> bool:
    return node["t"] == "RawInline" and str(node["c"][1]).lower() == tag
