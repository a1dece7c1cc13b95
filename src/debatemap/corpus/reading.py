"""One door for every paper: find the reader, read, build the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from debatemap.corpus.builder import build_document
from debatemap.corpus.draft import Draft
from debatemap.corpus.html import read_html
from debatemap.corpus.jats import read_jats
from debatemap.corpus.latex import prepare_latex
from debatemap.corpus.markdown import prepare_markdown
from debatemap.corpus.pandoc import READERS, read_with_pandoc
from debatemap.corpus.pdf import read_pdf
from debatemap.corpus.plain import decode, read_plain
from debatemap.corpus.sniff import BIBLIOGRAPHIES, sniff
from debatemap.corpus.tei import read_tei
from debatemap.corpus.word import read_docx
from debatemap.errors import ReadError
from debatemap.model import Document, Reference, fold


def read_document(path: Path, *, key: str = "", bibliography: Sequence[Reference] = ()) -> Document:
    """The paper in a file, in whichever format it is.

    `key` names the paper, by default after the file ("Lee 2011.md": lee-2011); `bibliography`: works
    by which citation keys in the text ("[@lee2011, 5]") are spelled out. Raises ReadError with a
    one-line reason when the file cannot be read.
    """
    kind = sniff(path)
    if kind in BIBLIOGRAPHIES.values():
        raise ReadError(
            "this is a bibliography, not a paper",
            where=path,
            todo="Add it as the bibliography of the debate.",
        )
    draft = _read(path, kind, bibliography)
    if not any(piece.text.strip() for piece in draft.pieces):
        raise ReadError("no text was found in the file", where=path, todo="Save it again, with its text.")
    return build_document(draft, key=key or key_of(path))


def _read(path: Path, kind: str, bibliography: Sequence[Reference]) -> Draft:
    if kind == "plain":
        return read_plain(path)
    if kind == "pdf":
        return read_pdf(path)
    if kind == "jats":
        return read_jats(path)
    if kind == "tei":
        return read_tei(path)
    if kind == "html":
        return read_html(path, bibliography=bibliography)
    if kind == "docx":
        return read_docx(path, bibliography=bibliography)
    if kind in READERS:
        return read_with_pandoc(path, kind=kind, bibliography=bibliography, source=_source(path, kind))
    raise ReadError(
        f"{kind} files are not read yet", where=path, todo="Save it as Markdown or docx and add that."
    )


def _source(path: Path, kind: str) -> bytes | None:
    """Text formats are decoded here, so that pandoc meets nothing but UTF-8."""
    if kind == "latex":
        return prepare_latex(path).encode()
    if kind == "markdown":
        return prepare_markdown(decode(path.read_bytes(), path)).encode()
    return None


def key_of(path: Path) -> str:
    """The key of a paper named after its file.

    >>> key_of(Path("Müller & Söhne (2011a).md"))
    'muller-sohne-2011a'
    """
    return re.sub(r"[^a-z0-9]+", "-", fold(path.stem.removesuffix(".tei"))).strip("-") or "paper"
