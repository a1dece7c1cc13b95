"""debatemap claims list: what is claimed, extracted or coded by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.overview import WIDE
from debatemap.cli.results import Results, find_subject
from debatemap.cli.terminal import AGAINST, FOR, count, out, put, say_json
from debatemap.model import Claim, Origin, Stance, Status
from debatemap.model.claim import SELF
from debatemap.project import Project
from debatemap.tables import read_claims, read_coded_claims, read_positions
from debatemap.tables.columns import claim_row, claims_in_order

SIGNS = {
    Stance.SUPPORT: ("for", FOR),
    Stance.ATTACK: ("against", AGAINST),
    Stance.NEUTRAL: ("neither", "dim"),
}


def list_claims(
    *,
    scholar: Annotated[str, typer.Option(help="Only claims of this scholar or work.")] = "",
    stance: Annotated[Stance | None, typer.Option(help="Only claims on this side.")] = None,
    origin: Annotated[
        Origin | None, typer.Option(help="Only extracted ones, or only hand-coded ones.")
    ] = None,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """List claims.

    Those of the last run, and those coded by hand since.

    \b
    Examples:
      debatemap claims list --scholar "Lee and Shen" --stance attack
      debatemap claims list --origin hand --json
    """
    project = project_of(directory)
    claims = current_claims(project)
    if scholar:
        subject = find_subject(_results(project, claims), scholar)
        claims = [claim for claim in claims if claim.holder in subject.works or claim.scholar == subject.name]
    claims = [claim for claim in claims if stance in (None, claim.stance) and origin in (None, claim.origin)]
    if as_json:
        say_json([claim_row(claim) for claim in claims])
        return
    if claims:
        put(_table(claims, wide=out.width >= WIDE))
    hand = sum(claim.origin is Origin.HAND for claim in claims)
    put(Text(f"{count(len(claims), 'claim')}, {hand} by hand", "dim"))


def current_claims(project: Project) -> list[Claim]:
    """The extracted claims of the last run, if there was one, and the hand-coded ones of today, in order."""
    coded, _ = read_coded_claims(project.claims, known_holders=None)
    table = project.outputs / "claims.csv"
    written = read_claims(table) if table.exists() else []
    names = {claim.holder: claim.scholar for claim in written if claim.holder != SELF}
    extracted = [claim for claim in written if claim.origin is Origin.EXTRACTED]
    today = [replace(claim, scholar=claim.scholar or names.get(claim.holder, "")) for claim in coded]
    return claims_in_order([*extracted, *today])


def _results(project: Project, claims: list[Claim]) -> Results:
    table = project.outputs / "positions.csv"
    return Results(tuple(claims), (), tuple(read_positions(table)) if table.exists() else ())


def _by(claim: Claim) -> str:
    if claim.status is Status.REJECTED:
        return "rejected"
    return "hand" if claim.origin is Origin.HAND else ""


def _table(claims: list[Claim], *, wide: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("id", no_wrap=True, style="dim")
    table.add_column("holder", max_width=20, no_wrap=True, overflow="ellipsis")
    table.add_column("stands", no_wrap=True)
    table.add_column("claim", ratio=1)
    if wide:
        table.add_column("paper", max_width=24, no_wrap=True, overflow="ellipsis", style="dim")
    table.add_column("by", no_wrap=True, style="dim")
    for claim in claims:
        word, colour = SIGNS[claim.stance]
        table.add_row(
            claim.id,
            claim.scholar or claim.holder,
            Text(word, colour),
            Text(claim.text),
            *([claim.paper] if wide else []),
            _by(claim),
        )
    return table
