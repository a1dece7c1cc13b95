"""Markdown, docx, odt, epub, LaTeX and HTML, read by pandoc into its JSON tree."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from debatemap.corpus.bibliography import read_bibliography
from debatemap.corpus.draft import Draft
from debatemap.corpus.pandoc_tree import bibliography_names, read_tree
from debatemap.errors import ReadError
from debatemap.model import Reference

# pandoc's name of each format, with the extensions that keep the text as it was typed: quotation
# marks and dashes are not "improved", a backslash in prose is no TeX, and "I. Kant" begins no list.
READERS = {
    "markdown": "markdown-smart-raw_tex-implicit_figures-example_lists-fancy_lists-line_blocks",
    "docx": "docx+citations",
    "odt": "odt",
    "epub": "epub",
    "latex": "latex",
    "html": "html",
}
SECONDS = 60
"""How long pandoc may take for one file."""
_HEAP = "1500M"
"""How much memory pandoc may take for one file."""


@cache
def _program() -> str:
    """The pandoc that came with this package."""
    return str(pypandoc.get_pandoc_path())


def read_with_pandoc(
    path: Path, *, kind: str, bibliography: Sequence[Reference] = (), source: bytes | None = None
) -> Draft:
    """The draft of a file of one of the formats in READERS.

    `bibliography`: works by which citation keys ("[@lee2011, 5]") are spelled out; `source`: the
    bytes to read in place of the file's. Raises ReadError when pandoc cannot read the file, or not
    within SECONDS.
    """
    return tree_to_draft(run_pandoc(path, kind=kind, source=source), path, bibliography=bibliography)


def run_pandoc(path: Path, *, kind: str, source: bytes | None = None) -> dict[str, Any]:
    """pandoc's JSON tree of a file; `kind`, `source` and errors as in `read_with_pandoc`."""
    command = [_program(), "+RTS", f"-M{_HEAP}", "-RTS", f"--from={READERS[kind]}", "--to=json", "--sandbox"]
    if source is None:
        command.append(str(path.resolve()))
    try:
        done = subprocess.run(command, input=source or b"", capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"reading took longer than {SECONDS} seconds",
            where=path,
            todo="Save it as plain text and add that.",
        ) from error
    if done.returncode != 0:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[:160]
        raise ReadError(
            f"this is no readable {kind} file ({said or 'pandoc stopped'})",
            where=path,
            todo="Open and save it again, or convert it to Markdown.",
        )
    tree: dict[str, Any] = json.loads(done.stdout)
    return tree


def tree_to_draft(tree: dict[str, Any], path: Path, *, bibliography: Sequence[Reference] = ()) -> Draft:
    """The draft of pandoc's tree of a file; `bibliography` as in `read_with_pandoc`."""
    return read_tree(tree, bibliography=[*_beside(path, bibliography_names(tree)), *bibliography])


def _beside(path: Path, names: Sequence[str]) -> list[Reference]:
    """The works of the bibliography files that a document names and that lie in its folder."""
    files = [path.parent / Path(name).name for name in names]
    return [work for file in files if file.is_file() for work in read_bibliography(file).references]
