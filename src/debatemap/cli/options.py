"""Options that several commands take, and what they stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from debatemap.project import Project, find_project, load_project

ProjectDir = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="DIR",
        help="The debate's folder; else the nearest one upward with a debate.toml.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]


def project_of(directory: Path | None) -> Project:
    """The debate in `directory`, or the one that the current folder lies in."""
    return load_project(directory if directory is not None else find_project(Path.cwd()))
