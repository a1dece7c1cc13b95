"""What each block of a PDF is: heading, quotation, caption, item of a list, debris, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debatemap.corpus.headings import known_role
from debatemap.corpus.pdf_blocks import Habits, Look, PrintedBlock, ends_sentence, is_item
from debatemap.corpus.pdf_lines import Line
from debatemap.corpus.pdf_tables import caption_kind

_NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|[A-H]\.)\s+[A-ZÀ-Þ“‘\"]")
_DEPTH = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s")
# "… time. (Ames et al. 2009: 12)": the source of what was quoted.
_CITED = re.compile(r"\((?:[^()]*\D)?(?:1[5-9]|20)\d\d[a-z]?\b[^()]*\)$")
_WORDS = re.compile(r"[^\W\d_]{2,}")


def look_at(blocks: Sequence[PrintedBlock], habits: Habits) -> None:
    """Set the look of every block of a column, from the top down."""
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        block.look = _look(block, before, after, habits)
    _spread_debris(blocks)


def _look(
    block: PrintedBlock, before: PrintedBlock | None, after: PrintedBlock | None, habits: Habits
) -> Look:
    plain = abs(block.size - habits.body) < 0.03 * habits.body and block.lines[0].indent < 2
    kind = caption_kind(block.lines[0].text, loose=not plain)
    floats = before is not None and before.look in (Look.CAPTION, Look.DEBRIS)
    if kind == "caption" and not _reads_on(block, habits):
        return Look.CAPTION
    if kind == "source" and (floats or block.size < 0.95 * habits.body):
        return Look.CAPTION
    if floats and before is not None and before.look is Look.CAPTION and _completes(before, block, habits):
        return Look.CAPTION
    if is_heading(block, before, after, habits):
        return Look.HEADING
    if _is_debris(block, habits):
        return Look.DEBRIS
    if is_item(block.lines[0].text):
        return Look.ITEM
    return Look.QUOTATION if _is_quotation(block, before, habits) else Look.PROSE


def _reads_on(block: PrintedBlock, habits: Habits) -> bool:
    """True for a paragraph of the running text that happens to begin with "Table 3."."""
    return len(block.lines) > 6 and abs(block.size - habits.body) < 0.03 * habits.body and block.indented


def _completes(caption: PrintedBlock, block: PrintedBlock, habits: Habits) -> bool:
    """True for the title of a figure below its number, in the same type."""
    number_alone = len(caption.text.split()) < 4
    near = block.lines[0].y1 - caption.lines[-1].y1 < 2 * habits.lead(block.size)
    return (
        number_alone
        and near
        and len(block.lines) < 4
        and abs(caption.size - block.size) < 0.5
        and _letters(block.text) > 0.6
    )


def is_heading(
    block: PrintedBlock, before: PrintedBlock | None, after: PrintedBlock | None, habits: Habits
) -> bool:
    """True for a few words in a type of their own, or numbered, that stand alone and do not end as
    a sentence does; and for a known heading alone on its line."""
    text = block.text.strip()
    bold = all(line.bold for line in block.lines)
    larger = block.size > 1.07 * habits.body
    # "Ames et al. (2011)" is a heading, too; in larger type gaps are those of justified lines.
    signs = 0.5 if bold else 0.6
    gapped = not larger and any(line.gaps > 1 for line in block.lines)
    if len(block.lines) > 4 or not 2 < len(text) <= 200 or _letters(text) < signs or gapped:
        return False
    if known_role(text) is not None and len(block.lines) == 1:
        return True
    words = text.split()
    stops = text.endswith((",", ";", "-")) or (text.endswith((".", ":")) and not _NUMBERED.match(text))
    if stops or len(words) > 25 or len(_WORDS.findall(text)) < 1 or not re.search(r"[A-ZÀ-Þ]", text[:6]):
        return False
    capitals = text.isupper() and len(words) < 16 and sum(char.isalpha() for char in text) > 5
    if block.size < 0.9 * habits.body and not bold:
        return False
    if bold or larger or capitals:
        return before is None or before.look is not Look.HEADING or len(words) < 16
    alone = _has_gap(before, block, habits) and len(words) < 15
    italic = all(line.italic for line in block.lines)
    if italic:
        follows = before is None or before.look is not Look.PROSE or ends_sentence(before.text)
        return len(words) < 15 and follows and after is not None and not block.lines[-1].slack < 0.5
    followed = after is not None and len(after.lines) > 1
    return (
        bool(_NUMBERED.match(text))
        and alone
        and followed
        and block.lines[-1].slack > 3
        and not is_item_run(before, after)
    )


def is_item_run(before: PrintedBlock | None, after: PrintedBlock | None) -> bool:
    """True between the items of a numbered list."""
    return any(
        other is not None and is_item(other.lines[0].text) and not other.lines[0].bold
        for other in (before, after)
    )


def _has_gap(before: PrintedBlock | None, block: PrintedBlock, habits: Habits) -> bool:
    if before is None or before.lines[-1].column != block.lines[0].column:
        return True
    step = block.lines[0].y1 - before.lines[-1].y1
    return step > 1.2 * habits.lead(block.size) or step < 0


def _letters(text: str) -> float:
    """The share of letters among the signs of a text."""
    signs = [char for char in text if not char.isspace()]
    return sum(char.isalpha() for char in signs) / len(signs) if signs else 0.0


def _is_debris(block: PrintedBlock, habits: Habits) -> bool:
    """True for rows of a table, labels of a figure and formulas: lines with wide gaps, few letters,
    or a few words of small type that fill no line."""
    text = block.text
    words = _WORDS.findall(text)
    ends = ends_sentence(text) or bool(_CITED.search(text))
    cites = abs(block.size - habits.body) < 0.05 * habits.body and ends
    if not words or _letters(text) < (0.25 if cites else 0.5):
        return True
    # A justified line of letters reaches the right margin whatever its gaps.
    justified = _letters(text) > 0.75 and len(words) > 8
    gapped = sum(
        line.gaps - (line is block.lines[0] and is_item(line.text)) > 0
        and not (justified and line.slack < 0.5)
        for line in block.lines
    )
    if gapped * 2 >= len(block.lines) and not ends:
        return True
    width = max(line.right - line.left for line in block.lines)
    widest = max(line.x1 - line.x0 for line in block.lines)
    if block.size < 0.93 * habits.body and widest < 0.6 * width and not ends:
        return True
    tokens = text.split()
    long = [token for token in tokens if re.search(r"[^\W\d_]{3}", token)]
    return len(block.lines) < 3 and len(long) < 0.4 * len(tokens) and not ends


def _is_quotation(block: PrintedBlock, before: PrintedBlock | None, habits: Habits) -> bool:
    """True for prose that is set in from the margin as a whole, or in smaller type below prose."""
    set_in = min(line.indent for line in block.lines)
    smaller = 0.75 * habits.body < block.size < 0.965 * habits.body
    below_prose = before is not None and before.look in (Look.PROSE, Look.QUOTATION, Look.ITEM)
    if len(block.lines) == 1:
        introduced = before is not None and (before.look is Look.QUOTATION or before.text.endswith(":"))
        return introduced and set_in > (0.9 if smaller else 2.5) and len(block.text.split()) > 3
    if block.indent > 0.9 and set_in > 0.9:
        return not _is_centred(block.lines)
    return smaller and below_prose and len(block.text.split()) > 12


def _is_centred(lines: Sequence[Line]) -> bool:
    """True when the lines have equal space to both margins but not to their neighbours."""
    lefts = [line.indent for line in lines]
    return max(lefts) - min(lefts) > 1 and all(abs(line.indent - line.slack) < 1 for line in lines)


def _spread_debris(blocks: Sequence[PrintedBlock]) -> None:
    """What stands between a caption or a row and another row, in a short line or two, is a row as
    well; so are a few words beside one."""
    floats = (Look.CAPTION, Look.DEBRIS)
    trios = list(zip([None, *blocks], blocks, [*blocks[1:], None], strict=False))
    # Downwards, then upwards: the head of a table is known by its rows.
    for before, block, after in [*trios, *reversed(trios)]:
        if block.look not in (Look.PROSE, Look.QUOTATION) or len(block.lines) > 2:
            continue
        short = min(line.slack for line in block.lines) > 4
        rows = [other.look for other in (before, after) if other is not None and other.look in floats]
        few = len(block.text.split()) < 6 and not ends_sentence(block.text)
        if short and (rows.count(Look.DEBRIS) + len(rows) > 2 or (few and Look.DEBRIS in rows)):
            block.look = Look.DEBRIS


def heading_depth(text: str) -> int:
    """How deep a numbered heading lies: 1 for "2 Theory", 2 for "2.1 Power"; 0 without a number."""
    found = _DEPTH.match(text)
    return found[1].count(".") + 1 if found else 0
