"""Follows the running text of a PDF through columns and pages, and sorts out lists and floats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from debatemap.corpus.draft import Piece
from debatemap.corpus.headings import Role, known_role
from debatemap.corpus.pdf_blocks import Habits, Look, PrintedBlock, ends_sentence, is_item
from debatemap.corpus.pdf_lines import Line
from debatemap.corpus.pdf_looks import heading_depth
from debatemap.corpus.pdf_pieces import Writing, part_endnotes
from debatemap.corpus.pdf_references import part_entries
from debatemap.corpus.pdf_tables import is_notice
from debatemap.corpus.quotations import begins_lower
from debatemap.model import BlockKind

_KINDS = {
    Look.PROSE: BlockKind.PARAGRAPH,
    Look.QUOTATION: BlockKind.QUOTATION,
    Look.ITEM: BlockKind.LIST_ITEM,
}


@dataclass(slots=True)
class Flow:
    """The running text as it is gathered. `entries`: the reference list, an entry each."""

    writing: Writing
    habits: Habits
    pieces: list[Piece] = field(default_factory=list)
    entries: list[Piece] = field(default_factory=list)
    _open: PrintedBlock | None = None
    _kind: BlockKind = BlockKind.PARAGRAPH
    _floats: list[PrintedBlock] = field(default_factory=list)
    _gap: bool = False
    _role: Role = Role.BODY
    _listed: list[Line] = field(default_factory=list)
    _head: PrintedBlock | None = None
    _last: PrintedBlock | None = None
    _abstract: tuple[int, PrintedBlock | None] = (-1, None)
    _styles: list[tuple[float, bool, bool]] = field(default_factory=list)
    _edge_pages: frozenset[int] = frozenset()

    def follow(self, blocks: Sequence[PrintedBlock], *, edge_pages: frozenset[int]) -> None:
        """Take all blocks, in reading order. `edge_pages`: the first and the last page, where
        publishers' notices stand."""
        self._edge_pages = edge_pages
        self._styles = _heading_styles(blocks)
        self._take_bare_abstract(blocks)
        for block in blocks:
            self._take(block)
        self._end_list()
        self._close()

    def _take(self, block: PrintedBlock) -> None:
        if block.look is Look.HEADING and self._role is Role.ABSTRACT and self._is_within_abstract(block):
            self.pieces.append(self.writing.write(block.lines, BlockKind.OTHER))
        elif block.look is Look.HEADING and not self._is_in_list(block):
            self._take_heading(block)
        elif self._role in (Role.REFERENCES, Role.NOTES):
            if block.look is not Look.CAPTION and block.look is not Look.HEADING:
                self._listed.extend(block.lines)
        elif block.look is Look.CAPTION:
            self._floats.append(block)
        elif block.look is Look.DEBRIS:
            self._gap = True
        elif not (block.lines[0].page in self._edge_pages and is_notice(block.text)):
            self._take_text(block)

    def _take_text(self, block: PrintedBlock) -> None:
        if self._role is Role.ABSTRACT:
            if self._leaves_abstract(block):
                self._role = Role.BODY
                at = self._abstract[0]
                self.pieces[at] = self.pieces[at].with_kind(BlockKind.OTHER)
            else:
                self._abstract = (self._abstract[0], block)
        if self._open is not None and self._goes_on(self._open, block):
            self._open.lines = [*self._open.lines, *block.lines]
        else:
            self._close()
            self._open, self._kind = block, _KINDS[block.look]
            if self._role is Role.ABSTRACT:
                named = known_role(block.text.split(":", 1)[0][:40])
                self._kind = BlockKind.ABSTRACT if named in (None, Role.ABSTRACT) else BlockKind.OTHER
        self._gap = False

    def _goes_on(self, before: PrintedBlock, block: PrintedBlock) -> bool:
        """True when a block goes on with the paragraph before: across a column, a page or a float,
        or in the middle of a sentence."""
        last, first = before.lines[-1], block.lines[0]
        if is_item(first.text) and block.look is Look.ITEM:
            return False
        items = block.look is Look.PROSE and before.look is Look.ITEM
        # The last line of a quotation may stand alone on a page.
        tail = len(block.lines) == 1 and last.column != first.column and abs(first.indent - before.indent) < 1
        alike = block.look is before.look or items or tail
        if not alike:
            return False
        open_end = not ends_sentence(last.text) or last.text.endswith("-")
        if last.column == first.column and not self._floats and not self._gap:
            return open_end and begins_lower(first.text) and block.look is Look.PROSE and not block.indented
        if open_end:
            return begins_lower(first.text) or not block.indented or last.slack < 1.5
        return not block.indented and last.slack < 1.0 and not self._floats and block.look is Look.PROSE

    def _close(self) -> None:
        """Write the paragraph in hand, then the floats that stood in its way."""
        if self._open is not None:
            self.pieces.append(self.writing.write(self._open.lines, self._kind))
        self._open = None
        for block in self._floats:
            self.pieces.append(self.writing.write(block.lines, BlockKind.OTHER))
        self._floats = []

    def _take_heading(self, block: PrintedBlock) -> None:
        above = self._last if self._last is not None and self._open is None and not self._listed else None
        self._end_list()
        self._close()
        if above is not None and self._is_one_heading(above, block) and self.pieces:
            block = PrintedBlock([*above.lines, *block.lines], Look.HEADING)
            del self.pieces[-1]
        role = known_role(block.text)
        self._role = role or Role.BODY
        self._head = self._last = block
        level = heading_depth(block.text) + 1 if heading_depth(block.text) else self._level(block)
        self.pieces.append(self.writing.write(block.lines, BlockKind.HEADING, level=level))
        if role is Role.ABSTRACT:
            self._abstract = (len(self.pieces) - 1, None)

    def _is_one_heading(self, above: PrintedBlock, block: PrintedBlock) -> bool:
        """True for the second part of a heading that was parted because its lines are centred."""
        if not self.pieces or self.pieces[-1].kind is not BlockKind.HEADING:
            return False
        step = block.lines[0].y1 - above.lines[-1].y1
        close = (
            0 < step < 1.3 * self.habits.lead(block.size) and above.lines[-1].column == block.lines[0].column
        )
        return (
            close
            and known_role(block.text) is None
            and _style(above) == _style(block)
            and not heading_depth(block.text)
            and known_role(above.text) is None
        )

    def _level(self, block: PrintedBlock) -> int:
        style = _style(block)
        return 2 + min(self._styles.index(style), 3) if style in self._styles else 2

    def _is_in_list(self, block: PrintedBlock) -> bool:
        """True for a line of a reference list or of notes that only looks like a heading, or that
        heads a part of the list."""
        if self._role not in (Role.REFERENCES, Role.NOTES) or self._head is None:
            return False
        if known_role(block.text) is not None:
            return False
        head, own = self._head.lines[0], block.lines[0]
        weaker = (
            block.size < 0.97 * self._head.size
            or (head.bold and not own.bold)
            or re.search(r"\d{4}", block.text)
        )
        if weaker and not own.bold:
            self._listed.extend(block.lines)
        return bool(weaker)

    def _end_list(self) -> None:
        """Part what was gathered under a heading of references or notes."""
        if not self._listed:
            return
        lines, self._listed = self._listed, []
        if self._role is Role.NOTES:
            self.pieces.extend(part_endnotes(lines, self.writing))
            return
        entries = part_entries(lines, self.habits, self.writing.words)
        if entries:
            self.entries.extend(Piece(entry) for entry in entries)
        else:
            self.pieces.append(Piece("\n".join(line.text for line in lines)))

    def _take_bare_abstract(self, blocks: Sequence[PrintedBlock]) -> None:
        """An abstract without a heading: prose above all headings, in smaller type or set in."""
        if not blocks or blocks[0].look not in (Look.PROSE, Look.QUOTATION):
            return
        first = blocks[0]
        apart = first.size < 0.97 * self.habits.body or (
            first.look is Look.QUOTATION and len(first.lines) > 3
        )
        if apart and len(first.lines) > 2:
            self.pieces.append(self.writing.write([], BlockKind.OTHER))
            self._role, self._abstract = Role.ABSTRACT, (len(self.pieces) - 1, None)

    def _is_within_abstract(self, block: PrintedBlock) -> bool:
        """True for a bold line in the type of the abstract, where that is smaller than the text's:
        the title in another language."""
        first = self._abstract[1]
        small = first is None or first.size < 0.94 * self.habits.body
        return small and block.size < 0.94 * self.habits.body and known_role(block.text) is None

    def _leaves_abstract(self, block: PrintedBlock) -> bool:
        """True for text in another type, or at another margin, than the abstract's first block."""
        first = self._abstract[1]
        if first is None:
            return False
        moved = (
            abs(min(line.x0 for line in block.lines) - min(line.x0 for line in first.lines))
            > 0.8 * first.size
        )
        other_column = block.lines[0].left != first.lines[0].left
        return (
            abs(block.size - first.size) > 0.04 * first.size
            or (moved and len(block.lines) > 1)
            or other_column
        )


def _style(block: PrintedBlock) -> tuple[float, bool, bool]:
    """Size to half a point, bold, capitals: larger, bolder headings stand higher."""
    return round(block.size * 2) / 2, block.lines[0].bold, block.text.isupper()


def _heading_styles(blocks: Sequence[PrintedBlock]) -> list[tuple[float, bool, bool]]:
    """The styles of unnumbered headings, highest first."""
    styles = {_style(b) for b in blocks if b.look is Look.HEADING and not heading_depth(b.text)}
    return sorted(styles, reverse=True)
