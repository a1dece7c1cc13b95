"""debatemap run: papers to map, and what came of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.overview import BEYOND_DOUBT, overview
from debatemap.cli.progress import Progress
from debatemap.cli.terminal import count, missing_words, out, put, say, say_json, shown, signed
from debatemap.project import FILE, Project
from debatemap.tables.columns import position_row

if TYPE_CHECKING:
    from debatemap.pipeline import Result

LONGEST_NAME = 60
"""A longer one is a paper's title, where no author was found; its key can be typed."""
MOST_NAMED = 5
"""So many warnings and unresolved citations are named; --all names every one."""


def run(
    *,
    directory: ProjectDir = None,
    name_all: Annotated[
        bool, typer.Option("--all", help="Name every warning and every citation without a work.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """From papers to a map, in one go.

    Reads the corpus, finds who claims what, places the scholars. Writes claims, relations and positions
    as tables into outputs/, the map as svg, png and html beside them, the views of arguments and of time
    as svg, and the papers' texts that the tables point into. Then prints the scholars, what could not be
    resolved, and what to do next.

    \b
    Examples:
      debatemap run
      debatemap run -C my-debate --json
    """
    project = project_of(directory)
    from debatemap.pipeline import run as run_pipeline  # noqa: PLC0415 - a second of imports, for help too

    with Progress() as progress:
        result = run_pipeline(project, on_progress=progress)
    if as_json:
        say_json(_data(result))
        return
    for part in overview(project.debate, result.positions, out.width):
        put(part)
    put()
    for part in _account(result, None if name_all else MOST_NAMED):
        put(part)
    put("\nNext:")
    for step in _next_steps(result):
        put(f"  {step}", whole_lines=True)
    for warning in result.warnings if name_all else result.warnings[:MOST_NAMED]:
        say(f"warning: {warning}")
    hidden = 0 if name_all else len(result.warnings) - MOST_NAMED
    if hidden > 0:
        say(f"warning: {hidden} more. All of them: debatemap run --all")


def _data(result: Result) -> dict[str, object]:
    return {
        "papers": [document.key for document in result.documents],
        "claims": len(result.graph.claims),
        "relations": len(result.graph.relations),
        "positions": [position_row(row) for row in result.positions],
        "unresolved": [
            {"paper": paper, "citation": text, "page": page} for paper, page, text in _unresolved(result)
        ],
        "warnings": list(result.warnings),
        "written": [str(path) for path in result.written],
    }


def _account(result: Result, most: int | None) -> Iterator[RenderableType]:
    """What was found and written, and what was not resolved."""
    linked = sum(len(cited) for cited in result.citations.values()) - len(result.unresolved)
    found = [
        count(len(result.documents), "paper"),
        f"{count(linked, 'citation')} linked to a work",
        count(len(result.graph.claims), "claim"),
        count(len(result.graph.relations), "relation"),
    ]
    yield Text(" · ".join(found))
    yield from _given_way(result)
    folder = result.project.outputs
    top = [path.name for path in result.written if path.parent == folder]
    yield Text(f"wrote into {shown(folder)}: {', '.join(top)}")
    from debatemap.positions import compare_framing  # noqa: PLC0415 - as above

    for framing in compare_framing(result.graph):
        if framing.differs and not framing.holder:
            told = f"{framing.scholar} stands at {signed(framing.own)} in own papers, and at "
            yield Text(f"{told}{signed(framing.reported)} as others report it: {BEYOND_DOUBT}")
    unresolved = _unresolved(result)
    if unresolved:
        yield ""
        yield Text(f"{count(len(unresolved), 'citation')} without a work:")
        for paper, page, text in unresolved[:most]:
            yield Text(f"  “{text}”").append(f"  {paper}{f', p. {page}' if page else ''}", "dim")
        if most is not None and len(unresolved) > most:
            yield Text(f"  and {len(unresolved) - most:,} more: debatemap run --all", "dim")


def _given_way(result: Result) -> Iterator[RenderableType]:
    """How many extracted claims hand coding took the place of."""
    if result.overridden:
        verb = "gives" if result.overridden == 1 else "give"
        yield Text(f"{count(result.overridden, 'extracted claim')} {verb} way to hand coding")


def _unresolved(result: Result) -> list[tuple[str, str, str]]:
    """Paper, page, and the citation as printed."""
    documents = {document.key: document for document in result.documents}
    return [
        (
            paper,
            documents[paper].page_at(cited.span.start),
            " ".join(cited.span.of(documents[paper].text).split()),
        )
        for paper, cited in result.unresolved
    ]


def _next_steps(result: Result) -> Iterator[str]:
    project = result.project
    if project.unwritten:
        why = "no stance means anything before" if "thesis" in project.unwritten else "its name says little"
        yield f"write {missing_words(project.unwritten)} into {shown(project.folder / FILE)}: {why}"
    page = next((path for path in result.written if path.suffix == ".html"), None)
    if page:
        yield f"open {shown(page)}"
    sides = [row for row in result.positions if not row.holder and row.support + row.attack]
    if sides:
        most = max(sides, key=lambda row: row.support + row.attack + row.neutral)
        works = [row.holder for row in result.positions if row.holder and row.scholar == most.scholar]
        name = most.scholar if len(most.scholar) <= LONGEST_NAME else works[0]
        yield f'debatemap show{_where(project)} "{name}"'
    if result.unresolved:
        yield f"debatemap add{_where(project)} references.bib, with the works that are missing"
    yield f"debatemap claims correct{_where(project)} or claims add, where the map is wrong"


def _where(project: Project) -> str:
    place = shown(project.folder)
    return "" if place == "." else f" -C {shlex.quote(place)}"
