"""debatemap claims add: write down who claims what."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Annotated

import typer

from debatemap.cli.library import Library, open_library
from debatemap.cli.options import ProjectDir, project_of
from debatemap.cli.terminal import out, say, shown
from debatemap.errors import CodingError
from debatemap.model import Stance
from debatemap.project import Project
from debatemap.tables import read_coded_claims
from debatemap.tables.append import append_claim
from debatemap.tables.coded import claim_id, known_holder

TABLE = "by-hand.csv"


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
    library = open_library(project)
    asking = sys.stdin.isatty()
    missing = [
        name
        for name, value in (("paper", paper), ("holder", holder), ("claim", claim), ("stance", stance))
        if not value
    ]
    if missing and not asking:
        raise CodingError(
            f"--{missing[0]} is missing",
            where="claims add",
            todo=f"Write --{missing[0]}, or call it on a terminal",
        )
    asked = bool(missing)
    paper = paper or typer.prompt("Paper in which it stands", default=next(iter(library.papers), None))
    key = _holder(
        project, library, holder or typer.prompt("Whose claim (work, self, other:NAME)"), asking=asking
    )
    claim = claim or typer.prompt("What is claimed, in your words")
    if stance is None:
        stance = _ask_stance()
    if asked:
        locator = locator or typer.prompt("Page of the holder's work", default="", show_default=False)
        evidence = evidence or typer.prompt("Sentence, word for word", default="", show_default=False)
    if paper not in library.papers:
        say(f'paper "{paper}" is not in the corpus; it is taken as a paper that only you have read.')
    cells = {"paper": paper, "holder": key, "claim": claim, "stance": stance.value, "locator": locator}
    cells |= {"evidence": evidence, "coder": coder, "note": note}
    cells = {
        name: " ".join(value.split()) if name != "evidence" else value.strip()
        for name, value in cells.items()
    }
    _refuse_twice(project, cells)
    line = append_claim(project.claims / TABLE, cells)
    out.print(
        f"wrote {shown(project.claims / TABLE)}:{line}: {key} · {stance.value} · {cells['claim']}",
        soft_wrap=True,
    )


def _ask_stance() -> Stance:
    while True:
        written = typer.prompt("Toward the thesis: support, attack, neutral").strip().lower()
        found = [stance for stance in Stance if written and stance.value.startswith(written)]
        if len(found) == 1:
            return found[0]


def _holder(project: Project, library: Library, written: str, *, asking: bool) -> str:
    """The key of the one who holds the claim, chosen from what the bibliography offers."""
    with suppress(LookupError):
        return known_holder(written, library.spellings)
    found, sure = library.matches(written)
    if not sure:
        # The papers' own lists of references know more works than the bibliography.
        library = open_library(project, with_papers=True)
        found, sure = library.matches(written)
    if sure and len(found) == 1:
        return found[0]
    if found and asking:
        return _choose(library, found)
    raise CodingError(
        f'"{written}" may be several works' if sure else f'"{written}" is not in the bibliography',
        where="--holder",
        todo=f"Did you mean {', '.join(found[:6])}?"
        if found
        else "Add the work to a bibliography, or write other:NAME for a speaker who is no scholar",
    )


def _choose(library: Library, found: list[str]) -> str:
    for number, key in enumerate(found, start=1):
        out.print(f"  {number}  {key}  {library.label(key)}", soft_wrap=True)
    chosen: int = typer.prompt("Which", type=int, default=1)
    if not 1 <= chosen <= len(found):
        raise CodingError(f"there is no number {chosen}", where="--holder", todo=f"Choose 1 to {len(found)}")
    return found[chosen - 1]


def _refuse_twice(project: Project, cells: dict[str, str]) -> None:
    known, _ = read_coded_claims(project.claims, known_holders=None)
    number = claim_id(
        cells["paper"], cells["holder"], cells["claim"], locator=cells["locator"], coder=cells["coder"]
    )
    if any(claim.id == number for claim in known):
        raise CodingError(
            "this claim is coded already",
            where=project.claims,
            todo="Change its row there, or say who codes: --coder",
        )
