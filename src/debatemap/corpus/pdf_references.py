"""The reference list of a PDF: which of its lines begin an entry, seen from how they are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_blocks import Habits, without_bullet
from debatemap.corpus.pdf_lines import Line

_LABEL = re.compile(r"^[\[(]?(\d{1,3})[\]).]\s*(?=\S)")
# A line that may open an entry: a name, a title in quotes, a dash for the author of the entry before.
_OPENING = re.compile(
    r"^(?:[A-ZÀ-ÞĀ-Ž“\"‘']|(?:van|von|de|du|la|le|al|el|d’|l’|di|da|dos|ten|ter)\b|[—–_-]{2,}|[—–]\s*[.,(])"
)
_ENDED = re.compile(r"(?:[.!?)\]]|\d|/|[a-z]{2,}/\S+)[\"”’]?$")


def part_entries(lines: Sequence[Line], habits: Habits, words: Vocabulary) -> list[str]:
    """The entries of a reference list, each on one line; [] where the layout does not show them.

    Tried in this order, until one fits: numbers before the entries that grow by one; bullets; lines
    that hang (or first lines that are set in); gaps between entries; last lines that end short.
    """
    if len(lines) < 2:
        return [line.text for line in lines]
    for opens in (
        _by_number(lines),
        _by_bullet(lines),
        _by_indent(lines),
        _by_gap(lines, habits),
        _by_short_end(lines),
    ):
        if opens and _is_plausible(opens):
            return _written(lines, opens, words)
    return []


def _is_plausible(opens: Sequence[bool]) -> bool:
    return opens[0] and 1.05 < len(opens) / sum(opens) < 9


def _by_number(lines: Sequence[Line]) -> list[bool]:
    """Lines that begin with the next number."""
    opens, last = [], 0
    for line in lines:
        found = _LABEL.match(line.text)
        due = bool(found and int(found[1]) == last + 1)
        last += due
        opens.append(due)
    return opens if last > 1 and opens[0] else []


def _by_bullet(lines: Sequence[Line]) -> list[bool]:
    """Lines that begin with a bullet."""
    opens = [without_bullet(line.text) != line.text for line in lines]
    return opens if sum(opens) > 1 and opens[0] else []


def _by_indent(lines: Sequence[Line]) -> list[bool]:
    """Lines at the left edge where the others are set in; or those set in where the others are not."""
    edges: dict[int, float] = {}
    for column in sorted({line.column for line in lines}):
        begins = Counter(round(line.x0) for line in lines if line.column == column)
        near = {x: sum(begins[x + d] for d in (-1, 0, 1)) for x in begins}
        total = sum(begins.values())
        edges[column] = float(min(x for x, count in near.items() if count > 0.08 * total))
    depth = [(line.x0 - edges[line.column]) / line.size for line in lines]
    inside = [at > 0.5 for at in depth]
    share = sum(inside) / len(lines)
    if not 0.12 < share < 0.95:
        return []
    hanging = [not flag for flag in inside]
    candidates = [(_fit(lines, hanging), hanging), (_fit(lines, inside), inside)]
    best, opens = max(candidates, key=lambda item: item[0])
    if opens is inside and not opens[0]:
        opens = [True, *opens[1:]]
    return opens if best > 0.75 and opens[0] else []


def _fit(lines: Sequence[Line], opens: Sequence[bool]) -> float:
    """The share of opening lines that look like one and stand below a line that ends an entry."""
    good = [
        bool(_OPENING.match(line.text)) and (at == 0 or bool(_ENDED.search(lines[at - 1].text)))
        for at, line in enumerate(lines)
        if opens[at]
    ]
    return sum(good) / len(good) if good else 0.0


def _by_gap(lines: Sequence[Line], habits: Habits) -> list[bool]:
    """Lines below a gap that is wider than the step from line to line."""
    steps = [after.y1 - line.y1 if after.column == line.column else None for line, after in pairwise(lines)]
    inside = [step for step in steps if step is not None and step > 0]
    if not inside:
        return []
    least = min(*inside, habits.lead(lines[0].size))
    opens = [True]
    for at, step in enumerate(steps, start=1):
        if step is None or step < 0:
            last = lines[at - 1]
            ended = bool(_ENDED.search(last.text))
            short = last.slack > 1.5 and bool(_OPENING.match(lines[at].text))
            opens.append(ended and (short or _looks_new(lines[at].text)))
        else:
            opens.append(step > 1.2 * least)
    return opens if _fit(lines, opens) > 0.75 else []


def _by_short_end(lines: Sequence[Line]) -> list[bool]:
    """Lines that look like the opening of an entry below one that ends an entry: short, or full and
    followed by a name."""
    justified = sum(line.slack < 1 for line in lines) > 0.5 * len(lines)
    opens = [True]
    for before, line in pairwise(lines):
        ended = bool(_ENDED.search(before.text))
        short = before.slack > (1.5 if justified else 0.25 * (before.right - before.left) / before.size)
        may_open = bool(_OPENING.match(line.text))
        opens.append(ended and may_open and (short or (before.text.endswith(".") and _looks_new(line.text))))
    return opens if sum(opens) > 1 else []


def _looks_new(text: str) -> bool:
    """True when a line has the author's name, or a dash for it, at its beginning."""
    name = r"(?:(?:van|von|de|du|la|le|di|da|ten|ter|al|el)\s+)*[A-ZÀ-ÞĀ-Ž][\w’'-]+"
    return bool(
        re.match(rf"{name}(?:\s{name}){{0,2}},\s+(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w’'-]+)", text)
        or re.match(rf"{name}\s[A-Z]{{1,3}}\b[,.\s]", text)
        or re.match(r"[—–_-]{2,}|[—–]\s*[.,(]", text)
        or re.match(r"[A-ZÀ-Þ][^.]{2,80}[.,]?\s*\(?(?:1[5-9]|20)\d\d[a-z]?\)?", text)
    )


def _written(lines: Sequence[Line], opens: Sequence[bool], words: Vocabulary) -> list[str]:
    entries: list[str] = []
    for at, (line, new) in enumerate(zip(lines, opens, strict=True)):
        if new:
            entries.append(without_bullet(line.text))
        else:
            entries[-1] = words.join(entries[-1], line.text, full=lines[at - 1].slack < 1.0)
    return entries
