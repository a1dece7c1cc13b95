"""Numbers, counts and other people's words as Markdown has them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")


def plain(text: str) -> str:
    r"""Somebody's words on one line, nothing in them taken for Markdown or HTML.

    >>> plain("a <b>\n*c*")
    'a \\<b\\> \\*c\\*'
    """
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def quoted(text: str) -> str:
    """Words in quotation marks; marks within them become single, as is usual."""
    inner = " ".join(text.split()).replace("“", "‘").replace("”", "’")
    return f"“{plain(inner)}”"


def signed(number: float) -> str:
    """A position with its sign: "−0.90", "+0.36", "0.00"."""
    text = f"{abs(number):.2f}"
    return text if float(text) == 0 else ("−" if number < 0 else "+") + text


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Items as a sentence has them.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> str:
    """A pipe table; the first `left` columns are words, the others numbers. Cells are Markdown already."""
    rule = [":--" if column < left else "--:" for column in range(len(heads))]
    return "\n".join("| " + " | ".join(row) + " |" for row in (heads, rule, *rows))
