"""Writes docs/cli.md from the commands' own --help: run `python docs/make_cli.py`."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from typer.main import get_command

from debatemap.cli.app import app, run_command

HEAD = """\
# The command line

What each command says under `--help`. This page is made from it by `python docs/make_cli.py`; a test
fails when the two differ.

Every command exits with 0 when it is done and with 2 when its use or its input is wrong: then one line on
stderr says which file and line, what was found, and what to do. `debatemap check` exits with 1 when it has
findings, `debatemap evaluate` when a figure is below the floor. Results go to stdout, everything else to
stderr; colour is used on a terminal only, and never where `NO_COLOR` is set.
"""


def names() -> list[tuple[str, ...]]:
    """Every command and command of a group, in the order of the help."""
    found: list[tuple[str, ...]] = [()]
    for name, command in get_command(app).commands.items():
        found.append((name,))
        found += [(name, inner) for inner in getattr(command, "commands", {})]
    return found


def reference() -> str:
    """The whole page."""
    width = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "80"
    parts = [HEAD]
    for name in names():
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            run_command([*name, "--help"])
        lines = [line.rstrip() for line in printed.getvalue().strip().splitlines()]
        parts.append(f"## {' '.join(('debatemap', *name))}\n\n```text\n" + "\n".join(lines) + "\n```\n")
    if width is None:
        del os.environ["COLUMNS"]
    else:
        os.environ["COLUMNS"] = width
    return "\n".join(parts)


if __name__ == "__main__":
    Path(__file__).with_name("cli.md").write_text(reference(), encoding="utf-8")
