"""debatemap add: papers and bibliographies into the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.terminal import put, say, say_json, shown
from debatemap.errors import DebatemapError, ReadError

if TYPE_CHECKING:
    from debatemap.cli.adding import Added


def add(
    sources: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER", help="Papers, bibliographies, folders of them.")
    ],
    *,
    key: Annotated[
        str, typer.Option(metavar="KEY", help="The paper's key, when its file name is none.")
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of the one with the same key.")
    ] = False,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """Add papers and bibliographies to the corpus.

    Says what was recognised in each, and what looks wrong.

    Papers: pdf, docx, odt, epub, LaTeX, HTML, JATS, TEI, Markdown, plain text. Bibliographies: BibTeX,
    CSL JSON, RIS. A paper is known by its key, its file name unless --key gives another; best is the key
    that the bibliography gives it, so that what others say of it comes together with what it says.

    \b
    Examples:
      debatemap add lee-shen-2011.pdf references.bib
      debatemap add ~/papers/scan0007.docx --key howell-2015
    """
    project = project_of(directory)
    from debatemap.cli.adding import Intake, files_in_order  # noqa: PLC0415 - the readers take a second

    outputs = project.outputs
    empty = [
        folder for folder in sources if folder.is_dir() and not files_in_order([folder], outputs=outputs)
    ]
    for source in empty:
        say(f"{source}: this folder holds neither paper nor bibliography. Name one that does.")
    failed = len(empty)
    files = files_in_order(sources, outputs=outputs)
    if key and len(files) != 1:
        raise ReadError(f"--key names one paper, but there are {len(files)}", todo="Add them one by one")
    intake = Intake(project, replace=replace)
    done: list[Added] = []
    for path in files:
        try:
            added = intake.take(path, key=key)
        except DebatemapError as error:
            say(str(error))
            failed += 1
            continue
        done.append(added)
        if not as_json:
            _report(added)
    if as_json:
        say_json([added.data() for added in done])
    if failed:
        raise typer.Exit(2)


def _report(added: Added) -> None:
    put(f"{added.verb} {shown(added.path)}", style="bold", whole_lines=True)
    facts = Table.grid(padding=(0, 2, 0, 0))
    for label, value in added.facts.items():
        if value:
            facts.add_row(f"  {label}", Text(value))
    put(facts)
    doubts = Table.grid(padding=(0, 1, 0, 0))
    for doubt in added.doubts:
        doubts.add_row("  !", Text(doubt), style="dark_orange3")
    if added.doubts:
        put(doubts)
