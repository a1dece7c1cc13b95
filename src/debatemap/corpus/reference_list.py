"""Split the text of a reference list into its entries."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(r"^\s*(?:[-*•–]\s+|\[\d{1,3}\]\s*|\(\d{1,3}\)\s+|\d{1,3}\.\s+(?!\d))")
_BULLET = re.compile(r"^\s*([-*•–])\s")
_NUMBER = re.compile(r"^\s*[\[(]?(\d{1,3})[\])]?\.?\s")
_HEADING = re.compile(r"^\s*#{1,6}\s")
# A line that can only open an entry: a surname, then initials or a given name, or a year in brackets.
_OPENING = re.compile(
    r"^\s*(?:[-–—―_]{2,}|(?:(?:[a-zà-ÿ]{1,3}[’' ]){0,2}[A-ZÀ-Þ][\w’'\-]+(?: [A-ZÀ-Þ][\w’'\-]+)?"
    r"(?:,? (?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ]{1,3}[ ,])|, [A-ZÀ-Þ]|[^.]{0,60}\((?:1[5-9]|20)\d\d)))"
)
# So few lines may be one entry, though each gives a year.
_FEW = 3
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[a-z]?(?!\d)")
# Run together: a full stop or a page range, then a name and its year within a few words.
_RUN_TOGETHER = re.compile(
    r"(?<=[.\d)\]]) (?=[A-ZÀ-Þ][\w’'\-]+,? (?:[A-ZÀ-Þ]\.?[ \-,]?){1,3}"
    r"(?:[^.()]|(?<=[A-Z])\.){0,120}\((?:1[5-9]|20)\d\d[a-z]?\))"
)


def split_references(text: str) -> list[str]:
    """The entries of a reference list, in order, each on one line and without bullet or number.

    `text`: the list as it stands in the paper, with or without its heading: one entry a line, a
    bullet or a number before each, blank lines between, later lines indented (or the first), or all
    run together.

    >>> split_references("[1] Ames B (2001) One.\\n[2] Cole D (2003) Two,\\n  and a half.")
    ['Ames B (2001) One.', 'Cole D (2003) Two, and a half.']
    """
    lines = [line.rstrip() for line in text.splitlines() if not _HEADING.match(line)]
    filled = [line for line in lines if line.strip()]
    if not filled:
        return []
    bulleted = begin_with_bullets(filled)
    if any(bulleted):
        blocks = _group(filled, bulleted)
    elif sum(bool(_LABEL.match(line)) for line in filled) * 2 > len(filled) or _is_numbered(filled):
        blocks = _group(filled, [bool(_LABEL.match(line)) for line in filled])
    elif _has_paragraphs(lines):
        blocks = [block.split("\n") for block in re.split(r"\n\s*\n", "\n".join(lines)) if block.strip()]
    else:
        blocks = _group(filled, _openings(filled))
    entries = [_join(block) for block in blocks]
    if len(entries) == 1 and not any(bulleted):
        entries = _RUN_TOGETHER.split(entries[0])
    return [entry for entry in (_LABEL.sub("", entry).strip() for entry in entries) if entry]


def without_bullet(entry: str) -> str:
    """An entry of one line without a bullet before it."""
    return _BULLET.sub("", entry).strip()


def _is_numbered(lines: list[str]) -> bool:
    # 1, 2, 3 … in order is a numbered list, however long its entries are.
    numbers = [int(match[1]) for line in lines if (match := _NUMBER.match(line)) and _LABEL.match(line)]
    return len(numbers) > 2 and numbers[:3] == [1, 2, 3]


def begin_with_bullets(lines: Sequence[str]) -> list[bool]:
    """For each line or paragraph of a list whether it begins with the bullet of the first; none where the
    first has none, since a dash may also stand for the author of the entry before."""
    found = [match[1] if (match := _BULLET.match(line)) else "" for line in lines]
    opens = [bool(bullet) and bullet == found[0] for bullet in found]
    return opens if sum(opens) * 9 > len(lines) else [False] * len(lines)


def _has_paragraphs(lines: list[str]) -> bool:
    # Blank lines part the entries when most blocks hold a year and none holds many.
    blocks = [block for block in re.split(r"\n\s*\n", "\n".join(lines)) if block.strip()]
    if len(blocks) < 3:
        return False
    dated = sum(bool(_YEAR.search(block)) for block in blocks)
    lines_a_block = sum(block.count("\n") + 1 for block in blocks) / len(blocks)
    return dated * 3 > len(blocks) * 2 and lines_a_block < 6


def _openings(lines: list[str]) -> list[bool]:
    """Which lines open an entry: by indent where lines are indented, else by what they look like."""
    indented = [line[:1].isspace() for line in lines]
    if any(indented) and not all(indented):
        by_outdent = [not flag for flag in indented]
        opened = [bool(_OPENING.match(line)) for line in lines]
        agree = sum(o == b for o, b in zip(opened, by_outdent, strict=True))
        return by_outdent if agree * 2 >= len(lines) else indented
    opened = [bool(_OPENING.match(line)) for line in lines]
    dated = sum(bool(_YEAR.search(line)) for line in lines)
    if dated * 10 > len(lines) * 9 and (len(lines) > _FEW or all(opened)):
        return [True] * len(lines)
    if sum(opened) * 5 > len(lines) * 3:
        # An entry a line: also a line that looks like none opens one where the line before is closed.
        closed = [True, *(line.endswith((".", ">", ")")) for line in lines[:-1])]
        starts = [line.lstrip("“‘\"'*")[:1].isupper() for line in lines]
        return [o or (c and s) for o, c, s in zip(opened, closed, starts, strict=True)]
    return opened


def _group(lines: list[str], opening: list[bool]) -> list[list[str]]:
    blocks: list[list[str]] = []
    for line, opens in zip(lines, opening, strict=True):
        if opens or not blocks:
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return blocks


def _join(lines: list[str]) -> str:
    text = ""
    for line in (line.strip() for line in lines):
        if re.search(r"[a-z]-$", text) and line[:1].islower():
            text = text[:-1] + line  # a word broken at the end of the line
        else:
            text = f"{text} {line}" if text else line
    return re.sub(r"\s+", " ", text)
