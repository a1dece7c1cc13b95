"""Papers written into a temporary folder and read back."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest

from debatemap.corpus import read_document
from debatemap.model import Document

Read = Callable[..., Document]
Convert = Callable[..., Path]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a text under a name into an empty folder and read it."""

    def write_and_read(text: str, name: str = "paper.md") -> Document:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_document(path)

    return write_and_read


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Make a file of another format from Markdown, with pandoc, as a person would."""
    folder = tmp_path_factory.mktemp("made")

    def make(markdown: str, name: str, *options: str, bibliography: str = "") -> Path:
        (folder / "refs.bib").write_text(bibliography, encoding="utf-8")
        path = folder / name
        command = [pypandoc.get_pandoc_path(), "--standalone", "--from=markdown", *options, "-o", str(path)]
        subprocess.run(command, input=markdown.encode(), cwd=folder, check=True, capture_output=True)
        return path

    return make
