"""debatemap check: the citation and quotation lint."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from debatemap.checks import Check, Finding, check_document
from debatemap.citations import cite
from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.progress import Progress
from debatemap.cli.terminal import count, put, say, say_json, shown
from debatemap.errors import ReadError
from debatemap.library import Corpus, read_corpus
from debatemap.model import Document
from debatemap.tables.nearest import nearest

FOUND = 1


def check(
    papers: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PAPER]...", help="Keys or files of papers in the corpus; else all of them."),
    ] = None,
    *,
    only: Annotated[
        list[Check] | None, typer.Option(help="Only this kind of finding; may be given several times.")
    ] = None,
    directory: ProjectDir = None,
    as_json: AsJson = False,
) -> None:
    """Check citations and quotations, as an editor would.

    Finds citations without a reference and references never cited; years, spellings and pages that
    cannot be right; quotations without a page, with two pages, at second hand, or in other words than
    the cited paper when that is in the corpus too. Exits with 1 when there are findings.

    \b
    Examples:
      debatemap check
      debatemap check lee-shen-2011 --only outside --only misquoted
      debatemap check --json
    """
    project = project_of(directory)
    with Progress() as progress:
        corpus = read_corpus(project, on_progress=progress)
    for warning in corpus.warnings:
        say(f"warning: {warning}")
    chosen = _chosen(corpus, papers or [])
    by_key = {document.key: document for document in corpus.documents}
    found = [
        finding
        for document in chosen
        for finding in check_document(
            document,
            cite(document, document.references or corpus.bibliography),
            corpus.references,
            corpus=by_key,
        )
        if not only or finding.check in only
    ]
    if as_json:
        say_json([_row(finding, corpus) for finding in found])
    else:
        _show(found, corpus)
        total = count(len(found), "finding") if found else "no findings"
        put(f"{count(len(chosen), 'paper')} checked: {total}")
    if found:
        raise typer.Exit(FOUND)


def _chosen(corpus: Corpus, written: Sequence[str]) -> list[Document]:
    """The papers that are named by key or file, in the order of the corpus; all when none is."""
    names = {
        document.key: {document.key, *_names(corpus.files[document.key])} for document in corpus.documents
    }
    wanted: set[str] = set()
    for name in written:
        meant = {key for key, known in names.items() if name in known or str(Path(name).resolve()) in known}
        if not meant:
            near = nearest(name, names)
            raise ReadError(
                f"no paper “{name}” in the corpus",
                todo=f"Did you mean {' or '.join(near)}?" if near else f"It has {', '.join(sorted(names))}.",
            )
        wanted |= meant
    return [document for document in corpus.documents if not written or document.key in wanted]


def _names(file: Path) -> tuple[str, ...]:
    return file.name, file.stem, str(file.resolve())


def _row(finding: Finding, corpus: Corpus) -> dict[str, object]:
    return {
        "check": finding.check.value,
        "finding": finding.check.words,
        "file": shown(corpus.files[finding.paper]),
        "paper": finding.paper,
        "page": finding.page,
        "start": finding.span.start if finding.span else None,
        "end": finding.span.end if finding.span else None,
        "sentence": finding.sentence,
        "what": finding.what,
        "suggestion": finding.suggestion,
    }


def _show(found: Sequence[Finding], corpus: Corpus) -> None:
    """By paper, then by kind; each finding with its sentence."""
    for paper, in_paper in groupby(found, key=lambda finding: finding.paper):
        put(Text(shown(corpus.files[paper]), "bold"), whole_lines=True)
        for kind, findings in groupby(in_paper, key=lambda finding: finding.check):
            rows = list(findings)
            put(Text(f"\n  {kind.words} ").append(str(len(rows)), "dim"))
            for finding in rows:
                put(_entry(finding))
        put()


def _entry(finding: Finding) -> RenderableType:
    place = f"p. {finding.page}: " if finding.page else ""
    if finding.span is None:
        # The heading says what is wrong with an entry of the list.
        text = Text(finding.sentence)
    else:
        text = Text(f"{finding.what} {finding.suggestion}\n")
        text.append(f"{place}“{finding.sentence}”", "dim")
    entry = Table.grid(padding=(0, 1))
    entry.add_row("  •", text)
    return entry
