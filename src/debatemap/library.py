"""A debate's corpus as one thing: its papers and all the works they and the bibliographies know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from debatemap.corpus import merge_references, read_bibliography, read_document
from debatemap.corpus.files import list_bibliographies, list_folders, list_papers
from debatemap.errors import ReadError
from debatemap.model import Document, Reference
from debatemap.nlp import split_sentences
from debatemap.project import Project

OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Corpus:
    """`documents` with their sentences and with their own reference lists tied to the bibliography;
    `references`: key → work, whoever knows it; `warnings`: one sentence each; `files`: key of a
    document → the file it was read from."""

    documents: tuple[Document, ...]
    bibliography: tuple[Reference, ...]
    references: dict[str, Reference]
    warnings: tuple[str, ...]
    files: dict[str, Path]

    @property
    def aliases(self) -> dict[str, str]:
        """Another spelling of a work's key → the key."""
        return {alias: work.key for work in self.references.values() for alias in work.aliases}


def read_corpus(project: Project, *, on_progress: OnProgress | None = None) -> Corpus:
    """Read every bibliography and every paper in the debate's corpus folder.

    `on_progress("read", done, total)` is called as papers are read. A paper that cannot be read is a
    warning. Raises ReadError when a bibliography cannot be read, when no paper can, or when two files are
    one paper.
    """
    warnings: list[str] = []
    bibliography: tuple[Reference, ...] = ()
    for path in list_bibliographies(project.corpus):
        read = read_bibliography(path)
        warnings += read.warnings
        bibliography = merge_references(read.references, bibliography)
    warnings += [
        f"{folder}: papers in a folder of their own are not read; take them in: debatemap add {folder}"
        for folder in list_folders(project.corpus)
    ]
    read_papers = _read_papers(project, bibliography, on_progress, warnings)
    documents = tuple(document for document, _ in read_papers)
    return Corpus(
        documents,
        bibliography,
        _all_references(bibliography, documents),
        tuple(warnings),
        {document.key: path for document, path in read_papers},
    )


def _read_papers(
    project: Project,
    bibliography: tuple[Reference, ...],
    on_progress: OnProgress | None,
    warnings: list[str],
) -> list[tuple[Document, Path]]:
    paths = list_papers(project.corpus)
    documents: list[tuple[Document, Path]] = []
    for done, path in enumerate(paths):
        if on_progress:
            on_progress("read", done, len(paths))
        try:
            document = read_document(path, bibliography=bibliography)
        except ReadError as error:
            warnings.append(str(error))
            continue
        warnings += [f"{path}: {warning}" for warning in document.warnings]
        own = merge_references(document.references, bibliography)
        key = _bibliography_key(document, bibliography)
        if same := next((other for known, other in documents if known.key == key), None):
            raise ReadError(
                f'the paper "{key}" is there already, as {same.name}',
                where=path,
                todo="Keep one of the two files; if they are different papers, give one another name",
            )
        document = replace(document, key=key, references=own, sentences=split_sentences(document))
        documents.append((document, path))
    if on_progress:
        on_progress("read", len(paths), len(paths))
    if not documents:
        raise ReadError(
            f"none of the {len(paths)} files can be read: {warnings[0]}"
            if paths
            else "there is no paper in the corpus",
            where=project.corpus,
            todo=f"Put a paper there: debatemap add {next(iter(list_folders(project.corpus)), 'FILE')}",
        )
    return documents


def _bibliography_key(document: Document, bibliography: tuple[Reference, ...]) -> str:
    """The key under which the bibliography knows the paper itself, else the one after its file."""
    if any(reference.key == document.key for reference in bibliography) or not document.title:
        return document.key
    return merge_references((_itself(document),), bibliography)[0].key


def _itself(document: Document) -> Reference:
    return Reference(document.key, document.authors, document.year, document.title, doi=document.doi)


def _all_references(
    bibliography: tuple[Reference, ...], documents: tuple[Document, ...]
) -> dict[str, Reference]:
    """Key → work: the bibliography's, then what the papers' own lists add; a paper itself last."""
    found = {reference.key: reference for reference in bibliography}
    for document in documents:
        for reference in document.references:
            found.setdefault(reference.key, reference)
    for document in documents:
        found.setdefault(document.key, _itself(document))
    return found
