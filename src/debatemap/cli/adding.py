"""Taking a file into the corpus: refuse what is there already, copy whole or not at all, recognise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from debatemap.atomic import write_atomically
from debatemap.citations import cite
from debatemap.cli.library import content_hash, files_below
from debatemap.cli.terminal import count, shown
from debatemap.corpus import (
    BIBLIOGRAPHIES,
    PAPERS,
    key_of,
    merge_references,
    read_bibliography,
    read_document,
    sniff,
)
from debatemap.corpus.files import list_bibliographies, list_papers
from debatemap.errors import ReadError
from debatemap.model import Citation, Document, Reference, fold
from debatemap.project import Project

MOST_NAMED = 5
"""So many citations without a work are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Added:
    """A file in the corpus, what was recognised in it, and what looks wrong."""

    path: Path
    verb: str
    facts: Mapping[str, str]
    doubts: tuple[str, ...]

    def data(self) -> dict[str, object]:
        """For scripts."""
        return {"path": str(self.path), "done": self.verb, **self.facts, "doubts": list(self.doubts)}


def files_in_order(sources: Sequence[Path], *, outputs: Path) -> list[Path]:
    """The files, and those below the folders; bibliographies first, so that papers are tied to them.

    What a run wrote into `outputs` is no paper.
    """
    files = (path for source in sources for path in (files_below(source) if source.is_dir() else [source]))
    papers = (path for path in files if not path.resolve().is_relative_to(outputs.resolve()))
    return sorted(dict.fromkeys(papers), key=lambda path: path.suffix.lower() not in BIBLIOGRAPHIES)


class Intake:
    """Takes files one after the other; what came before is known to what comes next."""

    def __init__(self, project: Project, *, replace: bool = False) -> None:
        self.project = project
        self.replace = replace
        self._known: dict[Path, Document | None] = {}

    def take(self, source: Path, *, key: str = "") -> Added:
        """Copy one file into the corpus and say what is in it.

        A file that lies in the corpus already is only read. Raises ReadError when it cannot be read, or
        when its content or its key is there and `replace` was not asked for; nothing is copied then.
        """
        kind = sniff(source)
        if kind in BIBLIOGRAPHIES.values():
            return self._take_bibliography(source, kind, key)
        return self._take_paper(source, kind, key)

    def _take_bibliography(self, source: Path, kind: str, key: str) -> Added:
        if key:
            raise ReadError("a bibliography has no key", where=source, todo="Leave out --key")
        read = read_bibliography(source)
        target = self.project.corpus / (source.stem + _suffix(source, kind, BIBLIOGRAPHIES))
        verb = self._place(source, target, target if target.exists() else None)
        known = {work.key for work in self._works(but=target)}
        again = sum(work.key in known for work in read.references)
        works = count(len(read.references), "work")
        facts = {"works": works + (f", {again:,} of them known already" if again else "")}
        return Added(target, verb, facts, read.warnings)

    def _take_paper(self, source: Path, kind: str, key: str) -> Added:
        inside = source.resolve().parent == self.project.corpus.resolve()
        if "/" in key or "\\" in key:
            raise ReadError(
                f'"{key}" is no key', where="--key", todo="Write surnames and year: --key lee-shen-2011"
            )
        # Keys are file names: lower case, hyphens.
        key = key_of(Path(f"{key}.md")) if key else key_of(source)
        works = self._works()
        document = read_document(source, key=key, bibliography=works)
        target = self.project.corpus / (key + _suffix(source, kind, PAPERS))
        if inside and key == key_of(source):
            target = source
        papers = list_papers(self.project.corpus)
        same = next((path for path in papers if key_of(path) == key), None)
        if not inside:
            same = same or self._same_work(document, papers)
        verb = self._place(source, target, same)
        self._known[target] = document
        own = merge_references(document.references, works)
        document = replace(document, references=own)
        citations = cite(document, own or works)
        return Added(target, verb, _facts(document, citations), tuple(_doubts(document, citations, works)))

    def _same_work(self, document: Document, papers: Sequence[Path]) -> Path | None:
        """The paper of the corpus that is the same work in another file: same DOI, or same title, year
        and first author."""
        for path in papers:
            if path not in self._known:
                try:
                    self._known[path] = read_document(path)
                except ReadError:
                    self._known[path] = None
            other = self._known[path]
            if other is not None and _is_same_work(document, other):
                return path
        return None

    def _works(self, but: Path | None = None) -> tuple[Reference, ...]:
        """The works of the corpus's bibliographies, `but` one."""
        files = [path for path in list_bibliographies(self.project.corpus) if path != but]
        return tuple(work for path in files for work in read_bibliography(path).references)

    def _place(self, source: Path, target: Path, same: Path | None) -> str:
        """Copy the file; `same`: the one in the corpus with its key, which it may replace."""
        if target.exists() and target.samefile(source):
            return "in the corpus:"
        digest = content_hash(source)
        files = [*list_papers(self.project.corpus), *list_bibliographies(self.project.corpus)]
        twin = next((path for path in files if content_hash(path) == digest), None)
        if twin and not self.replace:
            raise ReadError(
                f"the same file is in the corpus already, as {shown(twin)}",
                where=source,
                todo="Nothing was copied. To have it under this key instead, add --replace",
            )
        if same and not self.replace:
            by_key = same.stem == target.stem
            there = "{} is in the corpus already" if by_key else "this work is in the corpus already, as {}"
            another = ", or --key to give it another key" if by_key else ""
            raise ReadError(
                there.format(shown(same)),
                where=source,
                todo=f"Add --replace to put this one in its place{another}",
            )
        write_atomically(target, source.read_bytes())
        before = [path for path in (same, twin) if path and path != target]
        for path in dict.fromkeys(before):
            path.unlink()
        return "replaced" if same or twin else "added"


def _is_same_work(one: Document, other: Document) -> bool:
    if one.doi and other.doi:
        return one.doi.lower() == other.doi.lower()
    first = [fold(document.authors[0].family) if document.authors else "" for document in (one, other)]
    titles = [" ".join(fold(document.title).split()) for document in (one, other)]
    # Many a paper is called "Introduction": a title alone does not tell.
    told = bool(titles[0]) and bool(first[0] or one.year)
    return told and titles[0] == titles[1] and one.year == other.year and first[0] == first[1]


def _suffix(source: Path, kind: str, suffixes: Mapping[str, str]) -> str:
    """The file's own ending when it is one that the corpus reads, else the usual one of its kind."""
    own = source.suffix.lower()
    return own if own in suffixes else next(suffix for suffix, name in suffixes.items() if name == kind)


def _facts(document: Document, citations: list[Citation]) -> dict[str, str]:
    linked = sum(bool(citation.key) for citation in citations)
    authors = "; ".join(", ".join(filter(None, (name.family, name.given))) for name in document.authors)
    return {
        "key": document.key,
        "title": document.title,
        "authors": authors,
        "year": document.year,
        "words": f"{len(document.text.split()):,}",
        "references": f"{len(document.references):,} found",
        "citations": f"{len(citations):,} found, {linked:,} linked to a work",
    }


def _doubts(document: Document, citations: list[Citation], works: tuple[Reference, ...]) -> list[str]:
    doubts = list(document.warnings)
    if not document.title:
        doubts.append("no title was found")
    if not document.authors:
        doubts.append(
            "no author was found; its own claims stand under its title "
            "(in Markdown, put author: and the names between two lines of --- at its head)"
        )
    if not document.references and not works:
        doubts.append("nothing says what it cites; add a bibliography: debatemap add references.bib")
    elif not citations:
        doubts.append("nothing is cited in it, so all it can give is its author's own claims")
    without = list(dict.fromkeys(_printed(citation, document) for citation in citations if not citation.key))
    if without:
        named = ", ".join(f"“{text}”" for text in without[:MOST_NAMED])
        more = f" and {len(without) - MOST_NAMED:,} more" if len(without) > MOST_NAMED else ""
        doubts.append(f"no work was found for {named}{more}")
    known = next((work for work in works if _is_same(work, document)), None)
    if known and key_of(Path(f"{known.key}.md")) != document.key:
        doubts.append(
            f"the bibliography calls it {known.key}; add it with --key {known.key} --replace, "
            "and what others say of it counts with what it says"
        )
    return doubts


def _printed(citation: Citation, document: Document) -> str:
    return " ".join(citation.span.of(document.text).split())


def _is_same(work: Reference, document: Document) -> bool:
    itself = Reference(document.key, document.authors, document.year, document.title, doi=document.doi)
    return bool(document.title) and merge_references([itself], [work])[0].key == work.key
