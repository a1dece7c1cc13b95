"""The whole flow on one page: from a debate's folder to its tables and pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.corpus import merge_references, read_bibliography, read_document
from debatemap.corpus.files import list_bibliographies, list_papers
from debatemap.errors import ReadError
from debatemap.graph import build_graph
from debatemap.model import (
    ArgumentGraph,
    Citation,
    Claim,
    Document,
    Position,
    Reference,
    Relation,
    Status,
)
from debatemap.nlp import load, split_sentences
from debatemap.positions import place_scholars
from debatemap.project import Project
from debatemap.render import write_map
from debatemap.stance import classify_stances, find_relations
from debatemap.tables import (
    claims_frame,
    positions_frame,
    read_coded_claims,
    read_coded_relations,
    relations_frame,
    write_claims,
    write_positions,
    write_relations,
)
from debatemap.tables.atomic import write_atomically

OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found. `citations`: paper → its citations; `unresolved`: (paper, citation) without a
    work; `warnings`: one sentence each; `written`: the files, in the order of writing."""

    project: Project
    documents: tuple[Document, ...]
    references: Mapping[str, Reference]
    citations: Mapping[str, tuple[Citation, ...]]
    graph: ArgumentGraph
    positions: tuple[Position, ...]
    unresolved: tuple[tuple[str, Citation], ...]
    warnings: tuple[str, ...]
    written: tuple[Path, ...]

    def claims_frame(self) -> pd.DataFrame:
        """The claims of the graph, a row each, with the columns of outputs/claims.csv."""
        return claims_frame(self.graph.claims)

    def relations_frame(self) -> pd.DataFrame:
        """The relations of the graph, a row each, with the columns of outputs/relations.csv."""
        return relations_frame(self.graph.relations)

    def positions_frame(self) -> pd.DataFrame:
        """The positions, a row a scholar and a row a work, with the columns of outputs/positions.csv."""
        return positions_frame(self.positions)


def run(project: Project, *, on_progress: OnProgress | None = None) -> Result:
    """Read the corpus, find claims, place the scholars, write tables and pictures into outputs/.

    `on_progress(stage, done, total)` is called as the stages go on. Raises DebatemapError when the
    project, the bibliography or a hand-coded row cannot be taken, or when the corpus holds no paper
    that can be read; a single paper that cannot be read is a warning. Nothing is written before
    everything has been worked out.
    """
    tell = on_progress or (lambda _stage, _done, _total: None)
    warnings: list[str] = []
    bibliography = _read_bibliographies(project, warnings)
    documents = _read_papers(project, bibliography, tell, warnings)
    references = _all_references(bibliography, documents)

    claims: list[Claim] = []
    relations: list[Relation] = []
    citations: dict[str, tuple[Citation, ...]] = {}
    coded_claims, told = read_coded_claims(project.claims, known_holders=references)
    coded_relations, told_too = read_coded_relations(project.claims, known_holders=references)
    warnings += [*told, *told_too]
    nlp = load()
    for done, document in enumerate(documents):
        tell("claims", done, len(documents))
        cited = cite(document, document.references or bibliography)
        found = extract_claims(document, cited, references, project.debate, nlp=nlp)
        found = classify_stances(found, document, project.debate, nlp=nlp, coded=coded_claims)
        relations += find_relations(document, cited, found, nlp=nlp, references=references)
        claims += found
        citations[document.key] = tuple(cited)
    tell("claims", len(documents), len(documents))

    tell("positions", 0, 1)
    graph = build_graph(
        project.debate,
        documents,
        [*claims, *coded_claims],
        [*relations, *coded_relations],
        references,
    )
    positions = tuple(place_scholars(graph))
    tell("positions", 1, 1)
    claims = _mark_overridden(claims, graph)
    tell("draw", 0, 1)
    written = (
        *_write_tables(project, [*claims, *coded_claims], [*relations, *coded_relations], positions),
        *_write_texts(project, documents),
        *write_map(graph, positions, project.outputs, documents={d.key: d for d in documents}),
    )
    tell("draw", 1, 1)
    return Result(
        project=project,
        documents=documents,
        references=references,
        citations=citations,
        graph=graph,
        positions=positions,
        unresolved=tuple((key, c) for key, cs in citations.items() for c in cs if not c.key),
        warnings=tuple(warnings),
        written=written,
    )


def _read_bibliographies(project: Project, warnings: list[str]) -> tuple[Reference, ...]:
    """Every bibliography in corpus/, the first file's keys winning over later ones."""
    references: tuple[Reference, ...] = ()
    for path in list_bibliographies(project.corpus):
        bibliography = read_bibliography(path)
        warnings += bibliography.warnings
        references = merge_references(bibliography.references, references)
    return references


def _read_papers(
    project: Project, bibliography: tuple[Reference, ...], tell: OnProgress, warnings: list[str]
) -> tuple[Document, ...]:
    """Every paper in corpus/, split into sentences, its reference list tied to the bibliography."""
    paths = list_papers(project.corpus)
    documents: list[Document] = []
    for done, path in enumerate(paths):
        tell("read", done, len(paths))
        try:
            document = read_document(path)
        except ReadError as error:
            warnings.append(str(error))
            continue
        warnings += [f"{path.name}: {warning}" for warning in document.warnings]
        own = merge_references(document.references, bibliography)
        documents.append(replace(document, references=own, sentences=split_sentences(document)))
    tell("read", len(paths), len(paths))
    if not documents:
        raise ReadError(
            f"none of the {len(paths)} files can be read" if paths else "there is no paper in the corpus",
            where=project.corpus,
            todo="Put a paper there: debatemap add FILE",
        )
    return tuple(documents)


def _all_references(
    bibliography: tuple[Reference, ...], documents: tuple[Document, ...]
) -> dict[str, Reference]:
    """Key → work: the bibliography's, then what the papers' own lists add; a paper itself last."""
    found = {reference.key: reference for reference in bibliography}
    for document in documents:
        for reference in document.references:
            found.setdefault(reference.key, reference)
    for document in documents:
        itself = Reference(document.key, document.authors, document.year, document.title, doi=document.doi)
        found.setdefault(document.key, itself)
    return found


def _mark_overridden(claims: list[Claim], graph: ArgumentGraph) -> list[Claim]:
    """An extracted claim that a hand-coded one overrides stays in the table, as rejected, so that
    nothing the program found is hidden."""
    kept = {claim.id for claim in graph.claims}
    note = "overridden by hand coding"
    return [c if c.id in kept else replace(c, status=Status.REJECTED, note=note) for c in claims]


def _write_tables(
    project: Project, claims: list[Claim], relations: list[Relation], positions: tuple[Position, ...]
) -> tuple[Path, ...]:
    paths = [project.outputs / name for name in ("claims.csv", "relations.csv", "positions.csv")]
    project.outputs.mkdir(parents=True, exist_ok=True)
    write_claims(paths[0], claims)
    write_relations(paths[1], relations)
    write_positions(paths[2], positions)
    return tuple(paths)


def _write_texts(project: Project, documents: tuple[Document, ...]) -> tuple[Path, ...]:
    """Each paper's text as it was read: what the offsets in the tables point into."""
    folder = project.outputs / "text"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{document.key}.txt" for document in documents]
    for path, document in zip(paths, documents, strict=True):
        write_atomically(path, document.text.encode("utf-8"))
    for stale in sorted(set(folder.glob("*.txt")) - set(paths)):
        stale.unlink()
    return tuple(paths)
