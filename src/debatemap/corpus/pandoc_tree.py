"""pandoc's JSON tree to a draft: blocks to pieces, notes and citations kept, markup dropped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from debatemap.corpus.draft import Draft, Note, Piece, PieceWriter
from debatemap.corpus.pandoc_inlines import InlineReader, Node, is_break, plain
from debatemap.corpus.pandoc_meta import read_meta
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import BlockKind, Reference


def bibliography_names(tree: Node) -> tuple[str, ...]:
    """The bibliography files that a pandoc document names."""
    return read_meta(tree.get("meta", {}), plain=plain).bibliography


def read_tree(tree: Node, *, bibliography: Sequence[Reference] = ()) -> Draft:
    """The draft of a pandoc document: `tree` as `pandoc --to=json` writes it."""
    meta = read_meta(tree.get("meta", {}), plain=plain)
    reader = _TreeReader([*bibliography, *meta.references])
    reader.document(tree)
    listed = [piece for piece in reader.pieces if piece.anchor.startswith("ref-")]
    if listed and not reader.works.keys() >= set(reader.cited):
        # The paper's own list says what its keys stand for: read again with it.
        works = parse_references([piece.text for piece in listed])
        named = [replace(w, aliases=(p.anchor[4:],)) for w, p in zip(works, listed, strict=True)]
        reader = _TreeReader([*bibliography, *meta.references, *named])
        reader.document(tree)
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
        self.works = {name: work for work in bibliography for name in (*work.aliases, work.key)}
        self._inlines = InlineReader(self.works, self._note)
        self._anchor = ""

    @property
    def cited(self) -> list[str]:
        """The keys of all citations so far."""
        return self._inlines.cited

    def document(self, tree: Node) -> None:
        """Append everything: the abstract that stands among the metadata, then the blocks."""
        self.blocks(_abstract(tree.get("meta", {})), BlockKind.ABSTRACT)
        self.blocks(tree["blocks"])

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
                    for part in _split_at_gaps(content):
                        self._paragraph(part, kind, label, anchor or _anchor(part))
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
                    self.pieces.append(_indented(content[1]))
                case _:
                    # HorizontalRule, RawBlock: no text.
                    pass

    def _paragraph(self, inlines: Sequence[Node], kind: BlockKind, label: str = "", anchor: str = "") -> None:
        writer = PieceWriter()
        self._inlines.write(inlines, writer)
        solid = [node for node in inlines if node["t"] not in ("Space", "SoftBreak", "LineBreak")]
        strong = bool(solid) and all(node["t"] == "Strong" for node in solid)
        piece = writer.finish(kind, label=label, strong=strong)
        if piece.text:
            self.pieces.append(replace(piece, anchor=anchor or self._anchor))
            self._anchor = ""

    def _heading(self, inlines: Sequence[Node], level: int) -> None:
        writer = PieceWriter()
        self._inlines.write(inlines, writer)
        self.pieces.append(writer.finish(BlockKind.HEADING, level=level))

    def _div(self, content: list[Any], kind: BlockKind) -> None:
        (identifier, classes, attributes), blocks = content
        if not blocks:
            # LaTeX's \hypertarget{…}{} names what follows it.
            self._anchor = identifier
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

    def _note(self, blocks: Sequence[Node]) -> str:
        """Gather the text of a note; returns its label."""
        label = str(len(self.notes) + 1)
        self.notes.append(Note(label, ()))
        outer, self.pieces = self.pieces, []
        self.blocks(blocks, BlockKind.FOOTNOTE)
        inner, self.pieces = self.pieces, outer
        self.notes[int(label) - 1] = Note(label, tuple(p.with_kind(BlockKind.FOOTNOTE) for p in inner))
        return label


def _abstract(meta: dict[str, Node]) -> list[Node]:
    """The blocks of the metadata field "abstract"."""
    field = meta.get("abstract", {"t": "", "c": []})
    if field["t"] == "MetaBlocks":
        return list(field["c"])
    return [{"t": "Para", "c": field["c"]}] if field["t"] == "MetaInlines" else []


def _inside(kind: BlockKind) -> BlockKind:
    """The kind of a list item within a block of some kind."""
    return BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind


def _split_at_gaps(inlines: Sequence[Node]) -> list[list[Node]]:
    """Paragraphs that old web pages part by two line breaks."""
    if sum(map(is_break, inlines)) < 2:
        return [list(inlines)] if inlines else []
    parts: list[list[Node]] = [[]]
    for node in inlines:
        last = [seen for seen in parts[-1][-2:] if seen["t"] not in ("Space", "SoftBreak")]
        if is_break(node) and last and is_break(last[-1]):
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for part in parts if part]


def _indented(text: str) -> Piece:
    """Lines set in by four spaces: a block quotation when they are prose, else no argument."""
    line = " ".join(text.split())
    plain_marks = sum(char.isalpha() or char in " ,.;:'’‘“”()-–" for char in line)
    is_prose = len(line.split()) >= 6 and plain_marks > 0.9 * len(line)
    return Piece(line, BlockKind.QUOTATION if is_prose else BlockKind.OTHER)


def _anchor(inlines: Sequence[Node]) -> str:
    """The name of a paragraph that begins with an anchor."""
    first: Node = inlines[0] if inlines else {"t": ""}
    return str(first["c"][0][0]) if first["t"] == "Span" else ""
