"""The whole flow on one page: from a debate's folder to its tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypedDict

import pandas as pd
from spacy.language import Language

from debatemap.atomic import write_atomically
from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.debate_model import MODEL, read_debate_model, write_debate_model
from debatemap.errors import DebatemapError
from debatemap.graph import acceptability, build_graph, idle_rows
from debatemap.library import Corpus, OnProgress, read_corpus
from debatemap.model import (
    ArgumentGraph,
    Citation,
    Claim,
    Document,
    Origin,
    Position,
    Reference,
    Relation,
    Status,
)
from debatemap.model.claim import SELF
from debatemap.nlp import load
from debatemap.positions import place_by_paper, place_scholars
from debatemap.project import FILE, Project
from debatemap.render import draw_map, replace_file
from debatemap.stance import (
    ENOUGH,
    Lesson,
    StanceModel,
    classify_stances,
    find_relations,
    statements,
    train_stances,
)
from debatemap.store import read_encoder, write_encoder
from debatemap.tables import (
    DEBATE,
    claims_frame,
    positions_frame,
    read_coded_claims,
    read_coded_relations,
    relations_frame,
    write_claims,
    write_debate,
    write_doubtful,
    write_positions,
    write_relations,
)
from debatemap.tables.nearest import nearest


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found. `citations`: paper → its citations; `unresolved`: (paper, citation) without a
    work; `warnings`: one sentence each; `written`: the files, in the order of writing; `overridden`: how many
    extracted claims hand coding took the place of."""

    project: Project
    documents: tuple[Document, ...]
    references: Mapping[str, Reference]
    citations: Mapping[str, tuple[Citation, ...]]
    graph: ArgumentGraph
    positions: tuple[Position, ...]
    unresolved: tuple[tuple[str, Citation], ...]
    warnings: tuple[str, ...]
    written: tuple[Path, ...]
    overridden: int = 0

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
    project, a bibliography or a hand-coded row cannot be taken, or when the corpus holds no paper that
    can be read; a single paper that cannot be read is a warning. Nothing is written before everything
    has been worked out.
    """
    tell = on_progress or (lambda _stage, _done, _total: None)
    corpus = read_corpus(project, on_progress=on_progress)
    references = corpus.references
    known = _known(corpus)
    coded, told = read_coded_claims(project.claims, **known)
    coded_relations, told_too = read_coded_relations(project.claims, **known)
    lessons = _lessons(coded)

    claims: list[Claim] = []
    relations: list[Relation] = []
    citations: dict[str, tuple[Citation, ...]] = {}
    nlp = load()
    model = read_debate_model(project)
    told += _unknown_works(project, references)
    if model and (stale := _stale(model, project, len(lessons))):
        told.append(stale)
    encoder = read_encoder(project)
    for document, cited, extracted, marked in _extract(project, corpus, nlp=nlp, tell=tell):
        claims += classify_stances(
            extracted,
            document,
            project.debate,
            nlp=nlp,
            relations=marked,
            coded=lessons,
            model=model,
            encoder=encoder,
        )
        relations += marked
        citations[document.key] = tuple(cited)
    write_encoder(project, encoder)

    tell("positions", 0, 1)
    relations += coded_relations
    graph = build_graph(project.debate, corpus.documents, [*claims, *coded], relations, references)
    told += _idle(idle_rows([*claims, *coded], relations, references))
    positions = tuple(place_scholars(graph))
    tell("positions", 1, 1)

    tell("draw", 0, 1)
    pictures = draw_map(
        graph,
        positions,
        documents=known["papers"],
        seen=place_by_paper(graph),
        strengths=acceptability(graph),
    )
    written = (
        *_write_tables(
            project, _as_shown([*claims, *coded], graph), _as_counted(relations, graph), positions
        ),
        _write_doubtful(project, citations, corpus.documents),
        _write_debate(project),
        *_write_texts(project, corpus.documents),
        *[replace_file(project.outputs / name, content) for name, content in pictures.items()],
    )
    tell("draw", 1, 1)
    return Result(
        project=project,
        documents=corpus.documents,
        references=references,
        citations=citations,
        graph=graph,
        positions=positions,
        unresolved=tuple((key, c) for key, cs in citations.items() for c in cs if not c.key),
        warnings=(*corpus.warnings, *told, *told_too),
        written=written,
        overridden=len({claim.id for claim in claims} - _extracted_in(graph)),
    )


def train(project: Project, *, on_progress: OnProgress | None = None) -> Lesson:
    """Fit the stance model to the debate's hand-coded claims and keep it in models/, where `run` finds it.

    Raises DebatemapError when there are fewer than 20, or when the project cannot be read.
    """
    corpus = read_corpus(project, on_progress=on_progress)
    coded, _ = read_coded_claims(project.claims, **_known(corpus))
    lessons = _lessons(coded)
    nlp = load()
    extracted = _extract(project, corpus, nlp=nlp, tell=on_progress or (lambda _stage, _done, _total: None))
    # Drawn from only when there is enough to learn from.
    papers = ((document, claims, relations) for document, _, claims, relations in extracted)
    encoder = read_encoder(project)
    lesson = train_stances(papers, lessons, project.debate, nlp=nlp, encoder=encoder)
    if lesson is None:
        raise DebatemapError(
            f"{statements(lessons)} hand-coded claims are too few to learn from",
            where=project.claims,
            todo=f"Code {ENOUGH} or more: debatemap claims add",
        )
    write_encoder(project, encoder)
    write_debate_model(project, lesson)
    return lesson


class _Known(TypedDict):
    known_holders: Mapping[str, Reference]
    aliases: Mapping[str, str]
    papers: Mapping[str, Document]


def _known(corpus: Corpus) -> _Known:
    """What hand-coded rows may name."""
    papers = {document.key: document for document in corpus.documents}
    return _Known(known_holders=corpus.references, aliases=corpus.aliases, papers=papers)


def _lessons(coded: list[Claim]) -> list[Claim]:
    """The hand-coded claims that teach: a row that only drops something says nothing of stance."""
    return [claim for claim in coded if claim.status is not Status.REJECTED]


def _extract(
    project: Project, corpus: Corpus, *, nlp: Language, tell: OnProgress
) -> Iterator[tuple[Document, list[Citation], list[Claim], list[Relation]]]:
    """Each paper with its citations, its claims, which have no stance yet, and its relations."""
    for done, document in enumerate(corpus.documents):
        tell("claims", done, len(corpus.documents))
        cited = cite(document, document.references or corpus.bibliography)
        claims = extract_claims(document, cited, corpus.references, project.debate, nlp=nlp)
        relations = find_relations(document, cited, claims, nlp=nlp, references=corpus.references)
        yield document, cited, claims, relations
    tell("claims", len(corpus.documents), len(corpus.documents))


def _stale(model: StanceModel, project: Project, lessons: int) -> str:
    """What is wrong with a debate's fitted model, and what to do; "" when nothing is."""
    todo = "Fit it again: debatemap train" if lessons >= ENOUGH else f"Delete it, or code {ENOUGH} or more"
    if model.debate != project.debate.id:
        return f"{MODEL} was fitted to another thesis or other poles. {todo}"
    if model.coded != lessons:
        return f"{MODEL} was fitted to {model.coded} hand-coded claims, and there are {lessons} now. {todo}"
    return ""


def _unknown_works(project: Project, references: Mapping[str, Reference]) -> Iterator[str]:
    """A warning for every work that debate.toml puts under a scholar and nothing else knows."""
    known = set(references) | {alias for work in references.values() for alias in work.aliases}
    for entry in project.debate.scholars:
        for work in entry.works:
            if work not in known:
                near = nearest(work, known, least=70)
                hint = f'; did you mean "{near[0]}"?' if near else ""
                yield f'{project.folder / FILE}: no paper knows the work "{work}" of "{entry.name}"{hint}'


def _extracted_in(graph: ArgumentGraph) -> set[str]:
    return {claim.id for claim in graph.claims if claim.origin is Origin.EXTRACTED}


def _as_shown(claims: list[Claim], graph: ArgumentGraph) -> list[Claim]:
    """Claims with their scholar's name as the map shows it. An extracted claim that a hand-coded one
    overrides stays in the table, as rejected, so that nothing the program found is hidden."""
    kept = {(claim.id, claim.origin): claim.confidence for claim in graph.claims}
    shown: list[Claim] = []
    for claim in claims:
        name = graph.scholar_of(claim.paper if claim.holder == SELF else claim.holder)
        named = replace(claim, scholar=claim.scholar if name == claim.holder else name)
        here = (claim.id, claim.origin)
        if claim.origin is Origin.EXTRACTED and here not in kept:
            named = replace(named, status=Status.REJECTED, note="overridden by hand coding")
        shown.append(replace(named, confidence=kept.get(here, named.confidence)))
    return shown


def _as_counted(relations: list[Relation], graph: ArgumentGraph) -> list[Relation]:
    """Relations that the graph leaves out (overridden by hand, or of a work to itself) as rejected."""
    kept = {relation.id for relation in graph.relations if relation.origin is Origin.EXTRACTED}
    return [
        relation
        if relation.origin is Origin.HAND or relation.id in kept
        else replace(relation, status=Status.REJECTED)
        for relation in relations
    ]


def _idle(rows: list[Claim | Relation]) -> Iterator[str]:
    """A warning for every hand-coded row that is to drop something and finds nothing to drop."""
    for row in rows:
        what = (
            f"{row.holder}: “{row.text}”"
            if isinstance(row, Claim)
            else f"{row.source} {row.relation.value} {row.target}"
        )
        yield f"a rejected row drops nothing that was found in {row.paper}: {what}"


def _write_tables(
    project: Project, claims: list[Claim], relations: list[Relation], positions: tuple[Position, ...]
) -> tuple[Path, ...]:
    paths = [project.outputs / name for name in ("claims.csv", "relations.csv", "positions.csv")]
    project.outputs.mkdir(parents=True, exist_ok=True)
    write_claims(paths[0], claims)
    write_relations(paths[1], relations)
    write_positions(paths[2], positions)
    return tuple(paths)


def _write_doubtful(
    project: Project, citations: Mapping[str, tuple[Citation, ...]], documents: tuple[Document, ...]
) -> Path:
    path = project.outputs / "unresolved.csv"
    write_doubtful(path, citations, documents)
    return path


def _write_debate(project: Project) -> Path:
    path = project.outputs / DEBATE
    write_debate(path, project.debate)
    return path


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
