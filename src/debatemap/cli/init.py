"""debatemap init: a new debate, with comments that teach."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.terminal import put, shown
from debatemap.model import Debate, Pole
from debatemap.project import EXAMPLE, init_project


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The debate's folder; made when missing.")],
    *,
    title: Annotated[str, typer.Option(help="What stands above the map.")] = "",
    thesis: Annotated[str, typer.Option(help="The sentence that some support and others attack.")] = "",
    attack: Annotated[
        str, typer.Option(metavar="NAME", help="What those who attack it stand for, in two or three words.")
    ] = "",
    support: Annotated[str, typer.Option(metavar="NAME", help="The same for those who support it.")] = "",
) -> None:
    """Make a new debate.

    Writes a debate.toml and makes folders for papers, claims and results. Everything can be written into
    debate.toml later; its comments say how.

    \b
    Example:
      debatemap init wages --thesis "Minimum wages cost low-paid workers their jobs."
    """
    debate = Debate(
        title=title or (directory.resolve().name if thesis else EXAMPLE.title),
        thesis=thesis or EXAMPLE.thesis,
        attack=Pole(attack or EXAMPLE.attack.name, EXAMPLE.attack.statement),
        support=Pole(support or EXAMPLE.support.name, thesis or EXAMPLE.support.statement),
    )
    written = init_project(directory, debate)
    for path in written:
        put(f"wrote {shown(path)}", whole_lines=True)
    place = "" if directory.resolve() == Path.cwd() else f" -C {directory}"
    put("Next:")
    put(f"  1. write thesis and poles into {shown(directory / 'debate.toml')}", whole_lines=True)
    put(f"  2. debatemap add{place} paper.md references.bib", whole_lines=True)
    put(f"  3. debatemap run{place}", whole_lines=True)
