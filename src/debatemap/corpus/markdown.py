"""Markdown made ready for pandoc: marks that are no markup in scholarly prose are kept as typed."""

from __future__ import annotations

import re

# A code span of one piece: `lm()`. Other backticks are opening quotation marks (`vegetable').
_CODE = re.compile(r"(?<![\w`])`[^`\s](?:[^`\n]{0,60}[^`\s])?`(?![\w`])")
_FENCE = re.compile(r"^\s*(?:```|~~~)")


def prepare_markdown(text: str) -> str:
    r"""The text with stray backticks escaped, so that no words between two of them become code.

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
    return "\n".join(lines)


def _escape(line: str) -> str:
    """A line whose backticks outside code spans are escaped."""
    parts, at = [], 0
    for code in _CODE.finditer(line):
        parts += [_stray(line[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _stray(line[at:])])


def _stray(text: str) -> str:
    return re.sub(r"(?<!\\)`", r"\\`", text)
