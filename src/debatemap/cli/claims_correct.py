"""debatemap claims correct: put an extracted claim right, or drop it."""

from __future__ import annotations

from typing import Annotated

import typer

from debatemap.cli.options import ProjectDir, project_of
from debatemap.cli.results import tell_if_changed
from debatemap.errors import CodingError, DebatemapError
from debatemap.model import Claim, Origin, Stance
from debatemap.tables import read_claims


def correct(
    number: Annotated[str, typer.Argument(metavar="ID", help="The claim's id, or its first four digits.")],
    *,
    stance: Annotated[Stance | None, typer.Option(help="Where it stands toward the thesis.")] = None,
    holder: Annotated[
        str,
        typer.Option(metavar="KEY", help="Whose claim: a work (its beginning will do), self, or other:NAME."),
    ] = "",
    claim: Annotated[str, typer.Option(metavar="TEXT", help="The proposition, in your words.")] = "",
    drop: Annotated[bool, typer.Option("--drop", help="It is no claim: leave it out.")] = False,
    note: Annotated[str, typer.Option(metavar="TEXT", help="What a reader of the table should know.")] = "",
    coder: Annotated[str, typer.Option(metavar="NAME", help="Who codes.")] = "",
    directory: ProjectDir = None,
) -> None:
    """Put an extracted claim right, or drop it.

    Writes a row into claims/corrections.csv that takes the place of that claim from the next run on; what no
    option changes stays as it was found. `debatemap show` and `debatemap claims list` tell the ids. To undo
    it, delete the row.

    \b
    Examples:
      debatemap claims correct 5f0c2a91d4 --stance attack
      debatemap claims correct 5f0c --holder self
      debatemap claims correct 5f0c --drop --note "what the study did, no claim"
    """
    project = project_of(directory)
    if drop == bool(stance or holder or claim):
        raise CodingError(
            "--drop leaves nothing to correct" if drop else "nothing is corrected",
            where="claims correct",
            todo="Give --drop alone, or --stance, --holder or --claim",
        )
    tell_if_changed(project)
    from debatemap.cli.coding import Interview, write_correction  # noqa: PLC0415 - the readers take a second

    found = _find(read_claims(project.outputs / "claims.csv"), number)
    write_correction(
        project,
        found,
        {
            "holder": Interview(project, asking=False).holder(holder) if holder else found.holder,
            "claim": " ".join(claim.split()) or found.text,
            "stance": (stance or found.stance).value,
            "status": "rejected" if drop else "accepted",
            "coder": coder.strip(),
            "note": note.strip(),
        },
    )


def _find(claims: list[Claim], number: str) -> Claim:
    """The extracted claim with this id, or the only one whose id begins so."""
    extracted = [claim for claim in claims if claim.origin is Origin.EXTRACTED]
    found = [claim for claim in extracted if len(number) >= 4 and claim.id.startswith(number.lower())]
    if len(found) == 1:
        return found[0]
    raise DebatemapError(
        f'several extracted claims have an id that begins with "{number}"'
        if found
        else f'no extracted claim has the id "{number}"',
        todo="Find it: debatemap claims list --origin extracted",
    )
