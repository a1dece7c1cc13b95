"""debatemap init: a new debate, with comments that teach."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from debatemap.cli.terminal import missing_words, put, shown
from debatemap.errors import ProjectError
from debatemap.model import Debate, Pole
from debatemap.project import EXAMPLE, FILE, init_project, load_project


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="The debate's folder; made when missing.")],
    *,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="What stands above the map.")] = None,
    thesis: Annotated[
        str | None,
        typer.Option(metavar="SENTENCE", help="The sentence that some support and others attack."),
    ] = None,
    attack: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="What those who attack it stand for, in two or three words."),
    ] = None,
    attack_says: Annotated[
        str | None, typer.Option(metavar="SENTENCE", help="What they say, in a sentence.")
    ] = None,
    support: Annotated[
        str | None, typer.Option(metavar="NAME", help="What those who support it stand for.")
    ] = None,
    support_says: Annotated[
        str | None, typer.Option(metavar="SENTENCE", help="What they say; the thesis unless given.")
    ] = None,
) -> None:
    """Make a new debate.

    Writes a debate.toml and makes folders for papers, claims and results. Everything can be written into
    debate.toml later; its comments say how.

    \b
    Example:
      debatemap init wages --thesis "Minimum wages cost low-paid workers their jobs." \\
          --attack harmless --attack-says "Minimum wages leave employment as it is." \\
          --support "job killer" --support-says "Higher minimum wages make firms dismiss workers."
    """
    told = {
        "title": title,
        "thesis": thesis,
        "attack": attack,
        "attack-says": attack_says,
        "support": support,
        "support-says": support_says,
    }
    for name, text in told.items():
        if text is not None and not text.strip():
            raise ProjectError(
                f"--{name} is empty", where="init", todo="Write its text, or leave the option out"
            )
    debate = Debate(
        title=title or (directory.resolve().name if thesis else EXAMPLE.title),
        thesis=thesis or EXAMPLE.thesis,
        attack=Pole(attack or EXAMPLE.attack.name, attack_says or EXAMPLE.attack.statement),
        support=Pole(support or EXAMPLE.support.name, support_says or thesis or EXAMPLE.support.statement),
    )
    written = init_project(directory, debate)
    for path in written:
        put(f"wrote {shown(path)}", whole_lines=True)
    place = "" if directory.resolve() == Path.cwd() else f" -C {directory}"
    unwritten = load_project(directory).unwritten
    steps = [
        f"write {missing_words(unwritten)} into {shown(directory / FILE)}" if unwritten else "",
        f"debatemap add{place} paper.md references.bib",
        f"debatemap run{place}",
    ]
    put("Next:")
    for number, step in enumerate(filter(None, steps), start=1):
        put(f"  {number}. {step}", whole_lines=True)
