"""debatemap claims list: what is claimed, extracted or coded by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.overview import WIDE
from debatemap.cli.results import Results, find_subject, tell_if_changed, work_of
from debatemap.cli.terminal import AGAINST, FOR, count, out, put, say_json
from debatemap.model import Claim, Origin, Stance, Status
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
    tell_if_changed(project)
    results = current_results(project)
    claims = results.claims
    if scholar:
        works = find_subject(results, scholar).works
        claims = tuple(claim for claim in claims if work_of(claim) in works)
    chosen = [claim for claim in claims if stance in (None, claim.stance) and origin in (None, claim.origin)]
    if as_json:
        say_json([claim_row(claim) for claim in chosen])
        return
    if chosen:
        put(_table(chosen, wide=out.width >= WIDE))
    counted = [claim for claim in chosen if claim.status is not Status.REJECTED]
    hand = sum(claim.origin is Origin.HAND for claim in counted)
    told = f"{count(len(counted), 'claim')}, {hand} by hand"
    out_of_it = len(chosen) - len(counted)
    put(Text(told + (f"; {count(out_of_it, 'row')} rejected" if out_of_it else ""), "dim"))


def current_results(project: Project) -> Results:
    """The extracted claims of the last run, if there was one, and the hand-coded ones of today, in order;
    each with the name under which its holder is shown."""
    coded, _ = read_coded_claims(project.claims, known_holders=None)
    tables = [project.outputs / name for name in ("claims.csv", "positions.csv")]
    written = read_claims(tables[0]) if tables[0].exists() else []
    positions = read_positions(tables[1]) if tables[1].exists() else []
    extracted = [claim for claim in written if claim.origin is Origin.EXTRACTED]
    bare = Results(tuple(written), (), tuple(positions))
    claims = claims_in_order([*extracted, *coded])
    named = tuple(replace(claim, scholar=bare.scholar_of(work_of(claim))) for claim in claims)
    return replace(bare, claims=named)


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
            claim.scholar,
            Text(word, colour),
            Text(claim.text),
            *([claim.paper] if wide else []),
            _by(claim),
        )
    return table
