"""Words within a paragraph of pandoc's tree: markup dropped, citations, calls and links recorded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from debatemap.corpus.cite_text import cite_text, locator_in
from debatemap.corpus.draft import PieceWriter
from debatemap.model import Reference

# pandoc's tree is plain JSON: {"t": name, "c": content}.
Node: TypeAlias = dict[str, Any]

_RAISED = re.compile(r"[\d,;–\s-]+|[*†‡§]+")
# A raised number behind these is a power or belongs to a unit, and is no call.
_POWER = re.compile(r"(?<![\w.,–-])(?:10|\d)$")
_UNIT = re.compile(r"\b(?:k|c|m|d)?m$")
_RAISED_MATH = re.compile(r"(?:\{\s*\})?\s*\^\{?\s*([\d,*†‡]+)\s*\}?")
_UNICODE_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_UNICODE_RUN = re.compile(r"(?<=[\w.,;:!?'\"’”)\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


class InlineReader:
    """Writes inlines into a piece.

    `works`: what citation keys stand for; `read_note`: takes the blocks of a note and gives its
    label. `cited` gathers the keys of all citations.
    """

    def __init__(self, works: Mapping[str, Reference], read_note: Callable[[Sequence[Node]], str]) -> None:
        self._works = works
        self._read_note = read_note
        self.cited: list[str] = []

    def write(self, nodes: Sequence[Node], writer: PieceWriter) -> None:
        """Append the words of some inlines."""
        at = 0
        while at < len(nodes):
            # "<sup>", "3,", " ", "5", "</sup>" come as nodes of their own.
            close = _closes(nodes, at) if _is_raw(nodes[at], "<sup>") else None
            if close is not None:
                self._raised(nodes[at + 1 : close], writer)
                at = close + 1
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
            case "LineBreak" | "RawInline" if is_break(node):
                writer.line_break()
            case "Emph" | "Underline" | "Strong" | "Strikeout" | "SmallCaps" | "Subscript":
                self.write(content, writer)
            case "Superscript":
                self._raised(content, writer)
            case "Quoted":
                before, after = _QUOTES[content[0]["t"]]
                writer.add(before)
                self.write(content[1], writer)
                writer.add(after)
            case "Cite":
                self._cite(content, writer)
            case "Code":
                writer.add(content[1])
            case "Math" if content[0]["t"] == "InlineMath":
                self._math(content[1], writer)
            case "Span":
                start = len(writer)
                self.write(content[1], writer)
                writer.link(start, dict(content[0][2]).get("cites", "").split())
            case "Link":
                start = len(writer)
                self.write(content[1], writer)
                if content[2][0].startswith("#"):
                    writer.link(start, [content[2][0].removeprefix("#").removeprefix("ref-")])
            case "Note":
                writer.call(self._read_note(content))
            case _:
                # RawInline, Image, formulas set apart: no text.
                pass

    def _math(self, formula: str, writer: PieceWriter) -> None:
        """A formula as typed; one that is nothing but a raised label ("{ }^{1}") may be a call."""
        if found := _RAISED_MATH.fullmatch(formula.strip()):
            writer.call(found[1], raised=True)
        else:
            writer.add(formula)

    def _string(self, text: str, writer: PieceWriter) -> None:
        """A word; raised digits behind it ("word²") may be a call."""
        at = 0
        for found in _UNICODE_RUN.finditer(text):
            writer.add(text[at : found.start()])
            at = found.end()
            if _POWER.search(writer.text) or _UNIT.search(writer.text):
                writer.add(found[0])
            else:
                writer.call(found[0].translate(_UNICODE_RAISED), raised=True)
        writer.add(text[at:])

    def _raised(self, nodes: Sequence[Node], writer: PieceWriter) -> None:
        """Raised figures and stars may be a call; raised letters ("19th") belong to the word."""
        inner = PieceWriter()
        self.write(nodes, inner)
        piece = inner.finish()
        for call in piece.calls:
            writer.call(call.label, raised=call.raised)
        label = piece.text.strip()
        if not label:
            return
        if not _RAISED.fullmatch(label) or _UNIT.search(writer.text):
            writer.add(label)
        elif _POWER.search(writer.text):
            writer.add(f"^{label}")
        else:
            writer.call(label, raised=True)

    def _cite(self, content: list[Any], writer: PieceWriter) -> None:
        """A citation by key: as the source renders it, else spelled out from the work cited."""
        citations, inlines = content
        start = len(writer)
        keys = [citation["citationId"] for citation in citations]
        rendered = [node for node in inlines if node["t"] != "RawInline"]
        command = "".join(str(node["c"][1]) for node in inlines if node["t"] == "RawInline")
        typed = plain(rendered)
        if not typed or ("@" in typed and any(key in self._works for key in keys)):
            writer.add(cite_text(citations, self._works, plain=plain, command=command))
        else:
            self.write(rendered, writer)
        self.cited.extend(keys)
        writer.link(start, keys, locator_in(citations, plain=plain))


def is_break(node: Node) -> bool:
    """True for a line break, also one typed as HTML."""
    kind = node["t"]
    return kind == "LineBreak" or (kind == "RawInline" and node["c"][1] in ("<br>", "<br/>", "<br />"))


def plain(nodes: Iterable[Node]) -> str:
    """The text of some inlines alone, without notes.

    >>> plain([{"t": "Str", "c": "Two"}, {"t": "Space"}, {"t": "Emph", "c": [{"t": "Str", "c": "words"}]}])
    'Two words'
    """
    writer = PieceWriter()
    InlineReader({}, lambda _: "").write(list(nodes), writer)
    return writer.finish().text


def _closes(nodes: Sequence[Node], at: int) -> int | None:
    """Where the tag is closed that the node at this place opens."""
    return next((other for other in range(at + 1, len(nodes)) if _is_raw(nodes[other], "</sup>")), None)


def _is_raw(node: Node, tag: str) -> bool:
    return node["t"] == "RawInline" and str(node["c"][1]).lower() == tag
