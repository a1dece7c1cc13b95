"""Parts columns into blocks (paragraphs, headings, quotations, captions), each with its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from debatemap.corpus.headings import known_role
from debatemap.corpus.pdf_lines import Line

_ITEM = re.compile(r"^(?:[•·▪●○■–—*-]\s+|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[).]\s+)")
_BULLET = re.compile(r"^[•‣·∙▪●○◦■]\s*")
# No heading ends in one of these; the next line belongs to it.
_LEADS_ON = frozenset(
    ["of", "and", "the", "a", "in", "on", "for", "to", "with", "from", "by", "or", "&", "as", "at"]
)
_TERMINAL = re.compile(r"[.!?:…][\"'”’»)\]]*$")


class Look(StrEnum):
    """What a block looks like."""

    PROSE = "prose"
    HEADING = "heading"
    QUOTATION = "quotation"
    ITEM = "item"
    CAPTION = "caption"
    DEBRIS = "debris"
    """Rows of tables, labels of figures, formulas."""


@dataclass(slots=True)
class PrintedBlock:
    """Lines that belong together. `indented`: its first line is set in as a new paragraph is."""

    lines: list[Line] = field(default_factory=list)
    look: Look = Look.PROSE
    indented: bool = False

    @property
    def text(self) -> str:
        """The lines joined by spaces, hyphens as printed."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The type size of most of its letters."""
        weights: Counter[float] = Counter()
        for line in self.lines:
            weights[line.size] += len(line.text)
        return max(sorted(weights), key=lambda size: weights[size])

    @property
    def indent(self) -> float:
        """How far all of its lines but the first stand in from the margin, in ems."""
        rest = self.lines[1:] or self.lines
        return min(line.indent for line in rest)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set. `leading`: distance of lines in ems, by type size; `justified`: most
    lines of prose reach the right margin; `first_line`: how far first lines stand in, in ems (0: they
    do not); `body`: main type size."""

    body: float
    leading: dict[float, float]
    justified: bool
    first_line: float = 0.0

    def lead(self, size: float) -> float:
        """The usual distance from line to line in type of this size, in points."""
        nearest = min(sorted(self.leading), key=lambda known: abs(known - size), default=0.0)
        return self.leading.get(nearest, 1.2) * size


def learn_habits(columns: Sequence[Sequence[Line]], *, body: float) -> Habits:
    """How the lines of a document are set."""
    steps: dict[float, Counter[float]] = {}
    depths: Counter[float] = Counter()
    reaching = prose = 0
    for column in columns:
        for line, after in pairwise(column):
            step = (after.y1 - line.y1) / line.size
            if abs(line.size - after.size) < 0.2 and 0.8 < step < 3.2 and len(line.text) > 20:
                steps.setdefault(round(line.size), Counter())[round(step, 1)] += 1
            if abs(line.size - body) > 0.05 * body or len(line.text) < 30:
                continue
            if line.indent > 0.7 and abs(after.indent) < 0.2:
                depths[round(line.indent, 1)] += 1
            if not _TERMINAL.search(line.text):
                prose += 1
                reaching += line.slack < 0.6
    leading = {}
    for size, found in steps.items():
        # The smallest of the common distances: gaps between paragraphs are larger.
        common = [step for step, count in found.items() if count >= 0.25 * max(found.values())]
        leading[float(size)] = min(common)
    depth, count = max(sorted(depths.items()), key=lambda item: item[1], default=(0.0, 0))
    return Habits(body, leading, reaching > 0.6 * prose, depth if count > 2 else 0.0)


def part_blocks(column: Sequence[Line], habits: Habits) -> list[PrintedBlock]:
    """The blocks of a column from the top down.

    A block ends at a gap, at a change of type, before a first line that is set in, after a short
    last line, and before the mark of a list.
    """
    blocks: list[PrintedBlock] = []
    for at, line in enumerate(column):
        after = column[at + 1] if at + 1 < len(column) else None
        if not blocks or _begins(blocks[-1], line, after, habits):
            blocks.append(PrintedBlock([line]))
        else:
            blocks[-1].lines.append(line)
    for block in blocks:
        rest = block.lines[1:]
        first = block.lines[0].indent
        block.indented = first > 0.7 and (not rest or first - min(line.indent for line in rest) > 0.5)
    return blocks


def _begins(block: PrintedBlock, line: Line, after: Line | None, habits: Habits) -> bool:
    """True when a line begins a new block below another."""
    last = block.lines[-1]
    step = line.y1 - last.y1
    lead = habits.lead(max(line.size, last.size))
    if step > 1.28 * lead or step < -lead:
        return True
    if (
        abs(line.size - last.size) > 0.07 * max(line.size, last.size)
        and min(len(line.text), len(last.text)) > 3
    ):
        return True
    if line.bold != last.bold and (last.bold or line.text[:1].isupper() or line.text[:1].isdigit()):
        return True
    if (
        last.italic
        and not line.italic
        and last.slack > 2
        and not last.text.endswith((",", "-"))
        and len(block.lines) < 3
    ):
        return True
    known = _is_known_heading(line) and last.text.split()[-1].lower() not in _LEADS_ON
    if known or (len(block.lines) == 1 and _is_known_heading(last)):
        return True
    ended = bool(_TERMINAL.search(last.text))
    if _ITEM.match(line.text) and (ended or last.slack > 2 or _ITEM.match(block.lines[0].text)):
        return True
    if _is_set_in(block, line, after, ended):
        return True
    deep = habits.first_line
    far = 4 if habits.justified else 0.4 * (last.right - last.left) / last.size
    if last.slack > far and deep > 0.7 and max(abs(line.indent - deep), abs(last.indent - deep)) < 0.15:
        return True  # short paragraphs of a line each
    if len(block.lines) > 1 and last.indent - line.indent > 0.7:
        # Back at the margin: after a quotation, or the first line of an entry that hangs.
        return block.indent > 0.7
    short = last.slack > (1.5 if habits.justified else 0.25 * (last.right - last.left) / last.size)
    return ended and short and not _ends_in_abbreviation(last.text) and abs(line.indent - last.indent) < 20


def _is_known_heading(line: Line) -> bool:
    """True for a short line that is a heading every paper has."""
    return (
        len(line.text) < 50
        and line.slack > 3
        and line.text[0].isupper()
        and known_role(line.text) is not None
    )


def _ends_in_abbreviation(text: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]|[Vv]ol|[Nn]o|[Pp]p?|[Ee]d|[Ee]ds|cf|e\.g|i\.e|al)\.$", text))


def _is_set_in(block: PrintedBlock, line: Line, after: Line | None, ended: bool) -> bool:
    """True when a line stands further in than the one before, as the first line of a paragraph."""
    last = block.lines[-1]
    if not 0.7 < line.indent - last.indent < 8:
        return False
    same_as_next = after is not None and abs(after.x0 - line.x0) < 0.4 * line.size
    if len(block.lines) == 1 and not ended and same_as_next:
        return last.slack > 3  # an entry or an item that hangs goes on; a quotation begins after a short line
    return ended or last.slack > 2 or (after is not None and not same_as_next and line.text[:1].isupper())


def ends_sentence(text: str) -> bool:
    """True when a line ends as a sentence, or an introduction to something, does."""
    return bool(_TERMINAL.search(text.rstrip()))


def is_item(text: str) -> bool:
    """True when a line begins with the mark of a list."""
    return bool(_ITEM.match(text))


def without_bullet(text: str) -> str:
    """The text without a bullet before it."""
    return _BULLET.sub("", text)
