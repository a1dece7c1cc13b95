"""debatemap claims add: write down who claims what."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from debatemap.cli.options import ProjectDir, project_of
from debatemap.errors import CodingError
from debatemap.model import Stance


def add(
    *,
    paper: Annotated[str, typer.Option(metavar="KEY", help="The paper in which the statement stands.")] = "",
    holder: Annotated[
        str,
        typer.Option(metavar="KEY", help="Whose claim: a work (its beginning will do), self, or other:NAME."),
    ] = "",
    claim: Annotated[str, typer.Option(metavar="TEXT", help="The proposition, in your words.")] = "",
    stance: Annotated[Stance | None, typer.Option(help="Where it stands toward the thesis.")] = None,
    locator: Annotated[str, typer.Option(metavar="PAGES", help="Page of the holder's work.")] = "",
    evidence: Annotated[
        str, typer.Option(metavar="TEXT", help="The sentence of the paper, word for word.")
    ] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="What a reader of the table should know.")] = "",
    coder: Annotated[str, typer.Option(metavar="NAME", help="Who codes.")] = "",
    directory: ProjectDir = None,
) -> None:
    """Add a claim by hand.

    Writes a row into claims/by-hand.csv; it counts on the next run.

    On a terminal, what is left out is asked for. With the paper's own sentence as evidence, the claim
    takes the place of what was extracted from that sentence.

    \b
    Examples:
      debatemap claims add
      debatemap claims add --paper review-2020 --holder lee-shen-2011 --stance attack \\
          --claim "NGOs turn workers away from strikes" --locator 174
    """
    project = project_of(directory)
    from debatemap.cli.coding import Draft, Interview, write_draft  # noqa: PLC0415 - the readers take a second

    draft = Draft(paper, holder, claim, stance, locator, evidence, coder, note)
    asking = sys.stdin.isatty()
    if draft.missing and not asking:
        raise CodingError(
            f"--{draft.missing[0]} is missing",
            where="claims add",
            todo=f"Write --{draft.missing[0]}, or call it on a terminal, where it asks",
        )
    interview = Interview(project, asking=asking)
    write_draft(project, interview.complete(draft), papers=interview.library.papers)
