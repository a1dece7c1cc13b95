"""The papers and works that a debate's corpus holds, found without reading more than is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from debatemap.corpus import key_of, merge_references, read_bibliography, read_document
from debatemap.corpus.files import list_bibliographies, list_papers
from debatemap.errors import ReadError
from debatemap.model import Reference
from debatemap.project import Project
from debatemap.tables.nearest import nearest, plain


def files_below(folder: Path) -> list[Path]:
    """Papers and bibliographies in a folder and in the folders below it, hidden ones left out."""
    found = [*list_bibliographies(folder), *list_papers(folder)]
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        if not inner.name.startswith("."):
            found += files_below(inner)
    return found


def content_hash(path: Path) -> str:
    """The same for two files with the same bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@dataclass(frozen=True, slots=True)
class Library:
    """`papers`: key → file; `works`: key → work; `spellings`: every key and alias → key."""

    papers: Mapping[str, Path]
    works: Mapping[str, Reference]
    spellings: Mapping[str, str] = field(default_factory=dict)

    def label(self, key: str) -> str:
        """The work as one would cite it, with the beginning of its title where that is known."""
        work = self.works.get(key)
        if work is None:
            return ""
        title = f", {work.title}" if work.title else ""
        return (work.label + title)[:70]

    def matches(self, written: str) -> tuple[list[str], bool]:
        """The keys a person may mean, and whether the words that were written are in them.

        The key that is named so; else those that begin so; else those with all the words; else,
        not surely meant, the nearest.
        """
        names = [*self.spellings.items(), *((work.label, key) for key, work in self.works.items())]
        wanted = plain(written)
        for test in (_is, _begins, _holds):
            found = sorted({key for name, key in names if wanted and test(plain(name), wanted)})
            if found:
                return found, True
        near = nearest(written, [name for name, _ in names], least=55, limit=6)
        return list(dict.fromkeys(key for name in near for spelled, key in names if spelled == name)), False


def _is(name: str, wanted: str) -> bool:
    return name == wanted


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted)


def _holds(name: str, wanted: str) -> bool:
    return set(wanted.split()) <= set(name.split())


def open_library(project: Project, *, with_papers: bool = False) -> Library:
    """The corpus as its file names and bibliographies tell it.

    `with_papers`: read every paper for its own list of references too, which takes longer. Papers
    that cannot be read are left to `debatemap run` to tell of. Raises ReadError for a bibliography
    that cannot be read.
    """
    papers = {key_of(path): path for path in list_papers(project.corpus)}
    works: dict[str, Reference] = {}
    for path in list_bibliographies(project.corpus):
        for work in read_bibliography(path).references:
            works.setdefault(work.key, work)
    if with_papers:
        known = tuple(works.values())
        for listed in _lists(papers):
            for work in merge_references(listed, known):
                works[work.key] = work
    spellings = {alias: work.key for work in works.values() for alias in work.aliases}
    return Library(papers, works, spellings | {key: key for key in [*papers, *works]})


def _lists(papers: Mapping[str, Path]) -> Iterator[tuple[Reference, ...]]:
    for key, path in papers.items():
        try:
            yield read_document(path, key=key).references
        except ReadError:
            continue
