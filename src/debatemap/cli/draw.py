"""debatemap draw: the debate as pictures, some of it or all."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from debatemap.cli.argument import graph_of
from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.results import Results, find_subject, load_results, refuse_if_changed
from debatemap.cli.terminal import put, say, say_json, shown
from debatemap.errors import DebatemapError
from debatemap.graph import acceptability
from debatemap.render import SIZES, THEMES, VIEWS, Choice, draw_picture, lay_view, replace_file
from debatemap.render.shapes import Layout


class Format(StrEnum):
    """The formats of FORMATS, as typer wants them where an option may be repeated."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"


PAGE = 250
"""Millimetres: a figure taller than this goes on no page of a journal."""


def draw(
    *,
    view: Annotated[
        Literal["axis", "argument", "time", "all"], typer.Option("--view", help="Which picture.")
    ] = "all",
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format",
            metavar="svg|png|pdf",
            help="svg unless given; repeat for several.",
            show_default=False,
        ),
    ] = None,
    scholars: Annotated[
        list[str] | None,
        typer.Option(
            "--scholar", metavar="NAME", help="Only this scholar; repeat for several.", show_default=False
        ),
    ] = None,
    papers: Annotated[
        list[str] | None,
        typer.Option(
            "--paper", metavar="KEY", help="Only what this paper says, by key; repeat.", show_default=False
        ),
    ] = None,
    since: Annotated[
        int,
        typer.Option("--since", metavar="YEAR", help="Only works from this year on.", show_default=False),
    ] = 0,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", metavar="0…1", min=0, max=1, help="Only claims and relations so sure."
        ),
    ] = 0.0,
    top: Annotated[
        int, typer.Option("--top", metavar="N", min=1, help="At most so many, those with most claims.")
    ] = 30,
    theme: Annotated[
        Literal["screen", "print", "dark"], typer.Option("--theme", help="print: greys alone.")
    ] = "screen",
    size: Annotated[
        Literal["screen", "170mm", "85mm"],
        typer.Option("--size", help="170mm, 85mm: a journal's page, its column."),
    ] = "screen",
    fonts: Annotated[
        list[Path] | None,
        typer.Option(
            "--fonts",
            metavar="DIR",
            help="A folder with typefaces.",
            show_default=False,
            exists=True,
            file_okay=False,
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--to", metavar="DIR", help="Where to; else outputs/pictures.", show_default=False),
    ] = None,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """Draw the debate, or some of it, from the tables of the last run.

    Three views: scholars between the poles (axis), their claims against and for the thesis (argument),
    works over the years (time). Whatever is left out is counted at the foot of each picture. No paper
    is read again, and positions stay those of the whole debate. A pdf is made by Graphviz's dot where
    that is installed, else by typst: pip install "debatemap[pdf]".

    \b
    Examples:
      debatemap draw --view axis --format pdf --size 85mm --theme print
      debatemap draw --scholar "Lee and Shen" --scholar Pringle --since 2010
      debatemap draw --view time --format png --top 12
    """
    project = project_of(directory)
    results = load_results(project)
    refuse_if_changed(project)
    graph = graph_of(project, results)
    names = tuple(_scholar(results, written) for written in scholars or ())
    choice = Choice(names, tuple(papers or ()), since, min_confidence, top)
    strengths = acceptability(graph)
    drawn = []
    for name in VIEWS if view == "all" else (view,):
        if view == "all" and name == "argument" and size == "85mm":
            say("argument: not drawn, two columns of claims have no room in 85 mm; draw it with --size 170mm")
            continue

        def lay(notes: Sequence[str], name: str = name) -> Layout:
            return lay_view(
                name,
                graph,
                results.positions,
                choice=choice,
                theme=THEMES[theme],
                sizes=SIZES[size],
                strengths=strengths,
                notes=notes,
            )

        for kind in dict.fromkeys(formats or [Format.SVG]):
            picture = draw_picture(lay, kind, fonts=fonts or ())
            target = (folder or project.outputs / "pictures") / f"{name}.{kind}"
            path = replace_file(target, picture.content)
            drawn.append({"view": name, "file": str(path), "made_by": picture.made_by})
            if not as_json:
                put(f"wrote {shown(path)} ({picture.made_by})", whole_lines=True)
            if picture.lacks:
                say(f"{shown(path)}: {picture.lacks}")
        _tell_height(name, lay(()))
    if as_json:
        say_json(drawn)


def _scholar(results: Results, written: str) -> str:
    """The scholar whom a person means. Raises DebatemapError for a work, a claim or nobody."""
    subject = find_subject(results, written)
    if any(row.scholar == subject.name for row in results.positions):
        return subject.name
    raise DebatemapError(f'"{written}" is no scholar', todo="All of them: debatemap show")


def _tell_height(name: str, layout: Layout) -> None:
    """Say it when a figure for print is taller than a page."""
    tall = round(layout.height * layout.millimetres / layout.width)
    if tall > PAGE:
        say(f"{name}: {tall} mm tall, more than a page; draw fewer with --top or --scholar")
