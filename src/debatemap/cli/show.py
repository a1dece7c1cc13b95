"""debatemap show: the debate, or the dossier of a scholar, a work or a claim."""

from __future__ import annotations

from typing import Annotated

import typer

from debatemap.cli.argument import graph_of
from debatemap.cli.dossier import dossier, dossier_data
from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.overview import overview
from debatemap.cli.results import Subject, find_subject, load_results, tell_if_changed
from debatemap.cli.terminal import out, put, say_json
from debatemap.model import ArgumentGraph
from debatemap.positions import compare_framing, explain
from debatemap.tables.columns import position_row


def show(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="SCHOLAR|WORK|CLAIM", help="A name, a work's key, or a claim's id."),
    ] = None,
    *,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """Show the debate, a scholar, a work or a claim.

    As the last run found it; without a name, the table of all scholars.

    A dossier has the position with its interval, every claim with its evidence, the place where it
    stands and how far it pulls the position to which side (the strongest first), and who attacks and
    supports whom.

    \b
    Examples:
      debatemap show
      debatemap show "Lee and Shen"
      debatemap show lee-shen-2011 --json
    """
    project = project_of(directory)
    results = load_results(project)
    tell_if_changed(project)
    # Several words without quotation marks are one name.
    written = " ".join(name or [])
    if not written:
        if as_json:
            say_json([position_row(row) for row in results.positions])
        else:
            for part in overview(project.debate, results.positions, out.width):
                put(part)
        return
    subject = find_subject(results, written)
    graph = graph_of(project, results)
    pulls = _pulls(graph, subject)
    if as_json:
        say_json(dossier_data(results, subject, pulls))
    else:
        disputed = any(
            framing.differs and not framing.holder and framing.scholar == subject.name
            for framing in compare_framing(graph)
        )
        for part in dossier(project.debate, results, subject, out.width, pulls=pulls, disputed=disputed):
            put(part)


def _pulls(graph: ArgumentGraph, subject: Subject) -> dict[str, float]:
    """Claim id → how far it pulls the scholar or work along the axis; a claim's own dossier tells its
    pull on the work that holds it. Empty for who has no place, such as an `other:` speaker."""
    who = subject.claim.holder if subject.claim else subject.name
    if not any(who == scholar.name or who in scholar.works for scholar in graph.scholars):
        return {}
    # Weak ones too: they all add up to the place.
    pulls = explain(graph, who, least=0.0)
    return {pull.id: pull.pull for pull in pulls if pull.kind == "claim"}
