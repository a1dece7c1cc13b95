"""Markdown made ready for pandoc: marks that are no markup in scholarly prose are kept as typed."""

from __future__ import annotations

import re

from debatemap.corpus.headings import Role, known_role

# A code span of one piece: `lm()`. Other backticks are opening quotation marks (`vegetable').
_CODE = re.compile(r"(?<![\w`])`[^`\s](?:[^`\n]{0,60}[^`\s])?`(?![\w`])")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s")
_UNDERLINE = re.compile(r"^\s{0,3}(?:-{3,}|={3,})\s*$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s")


def prepare_markdown(text: str) -> str:
    r"""The text with stray backticks escaped, so that no words between two of them become code, and with
    the lines of a reference list kept apart: many people write an entry a line.

    >>> print(prepare_markdown("German satt `full', as in `lm()`"))
    German satt \`full', as in `lm()`
    """
    lines, fenced = [], False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            lines.append(line)
        elif fenced or "`" not in line:
            lines.append(line)
        else:
            lines.append(_escape(line))
    return "\n".join(_keep_entries_apart(lines))


def _keep_entries_apart(lines: list[str]) -> list[str]:
    """A hard break after each line of a reference list that the next line would else go on with; not in
    the items of a bulleted or numbered list."""
    kept = list(lines)
    listed = item = False
    for at, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        alone = not following.strip() and not (at and lines[at - 1].strip())
        heading = _HEADING.match(line) or _UNDERLINE.match(following)
        role = known_role(line) if heading or alone else None
        if heading or role:
            listed = role is Role.REFERENCES
        elif not line.strip():
            item = False
        elif listed:
            item = item or _ITEM.match(line) is not None
            if following.strip() and not item and not line.endswith(("  ", "\\")):
                kept[at] = line + "  "
    return kept


def _escape(line: str) -> str:
    """A line whose backticks outside code spans are escaped."""
    parts, at = [], 0
    for code in _CODE.finditer(line):
        parts += [_stray(line[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _stray(line[at:])])


def _stray(text: str) -> str:
    return re.sub(r"(?<!\\)`", r"\\`", text)
