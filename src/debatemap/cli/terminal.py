"""Where the command line prints: results to stdout, everything else to stderr."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console, RenderableType

# Colour only on a terminal, and not where NO_COLOR is set: rich sees to both.
out = Console(highlight=False, markup=False, emoji=False)
err = Console(stderr=True, highlight=False, markup=False, emoji=False)

AGAINST = "dark_orange3"
FOR = "dodger_blue2"
"""Told apart by the colour-blind too; never the only sign."""


def accept_any_character() -> None:
    """On a terminal that cannot show a character, show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def put(part: RenderableType = "", *, style: str = "", whole_lines: bool = False) -> None:
    """Print on stdout; off a terminal without the blanks that pad tables.

    `whole_lines`: leave paths and commands unbroken, however narrow the terminal.
    """
    with out.capture() as captured:
        out.print(part, style=style or None, soft_wrap=whole_lines)
    text = captured.get()
    if not out.is_terminal:
        text = "".join(line.rstrip() + "\n" for line in text.splitlines())
    sys.stdout.write(text)


def say(text: str) -> None:
    """One line on stderr, whatever the terminal's width; paths below this folder are shortened."""
    line = " ".join(text.split())
    print(line.replace(f"{Path.cwd()}{os.sep}", ""), file=sys.stderr)


def say_json(value: Mapping[str, object] | Sequence[Mapping[str, object]]) -> None:
    """A value for scripts, on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def shown(path: Path) -> str:
    """A path as one would type it from here."""
    here = Path.cwd()
    full = path if path.is_absolute() else here / path
    return os.path.relpath(full, here) if full.is_relative_to(here) else str(full)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 paper", "3 papers"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def signed(number: float) -> str:
    """A position with its sign: "−0.67", "+0.20", "0.00"."""
    text = f"{number:+.2f}".replace("-", "−")
    return text[1:] if text[1:] == "0.00" else text


def missing_words(unwritten: Sequence[str]) -> str:
    """What a person has still to write into debate.toml, by the names of `Project.unwritten`."""
    poles = [name.split(".")[1] for name in unwritten if name.startswith("poles.")]
    if "thesis" in unwritten:
        return "thesis and poles" if poles else "the thesis"
    return " and ".join(f"what those who {side} the thesis say" for side in poles)
