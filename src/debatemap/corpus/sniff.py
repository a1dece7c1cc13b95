"""What kind of file this is: by its content first, by its suffix where content leaves it open."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from debatemap.errors import ReadError

PAPERS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".pdf": "pdf",
    ".docx": "docx",
    ".odt": "odt",
    ".epub": "epub",
    ".tex": "latex",
    ".latex": "latex",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "xml",
    ".jats": "jats",
    ".nxml": "jats",
    ".tei": "tei",
}
BIBLIOGRAPHIES = {".bib": "bibtex", ".json": "csl", ".ris": "ris"}
SUFFIXES = frozenset(PAPERS) | frozenset(BIBLIOGRAPHIES)
"""The file name endings that debatemap reads, in lower case with the dot."""

MOST_BYTES = 100_000_000
"""A larger file is refused before it is read; a book with its pictures has some 50 MB."""
MOST_TEXT = 20_000_000
"""A larger text, web page or XML is refused; a long book has some 2 MB."""
MOST_UNPACKED = 300_000_000
"""What the parts of a docx, odt or epub may come to."""
MOST_RATIO = 200
"""A part that unpacks to more than this many times its size, and is large, is a bomb."""

_HEAD = 8192
_ZIPPED = {"word/document.xml": "docx", "META-INF/container.xml": "epub", "content.xml": "odt"}


def sniff(path: Path) -> str:
    """The kind of a file: a value of PAPERS or BIBLIOGRAPHIES.

    Raises ReadError for a missing, empty, too large or damaged file, and for one that holds no text
    debatemap can read.
    """
    head = read_head(path)
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(path)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError(
            "this is an old Word (.doc) or an encrypted Office file",
            where=path,
            todo="Remove its password, save it as .docx and add that.",
        )
    if _is_binary(head):
        raise ReadError(
            "no text was found: this is a binary file",
            where=path,
            todo="Add a PDF, docx, Markdown or text file.",
        )
    return _text_kind(path, head)


def read_head(path: Path) -> bytes:
    """The first bytes of a file that exists, is not empty, and is not too large."""
    if not path.is_file():
        raise ReadError("there is no such file", where=path, todo="Check the name.")
    size = path.stat().st_size
    if size == 0:
        raise ReadError("the file is empty", where=path, todo="Download or save it again.")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    most = MOST_BYTES if head.startswith((b"%PDF", b"PK")) else MOST_TEXT
    if size > most:
        raise ReadError(
            f"the file is too large ({size // 1_000_000} MB; {most // 1_000_000} MB are read at most)",
            where=path,
            todo="Split it, or take out its pictures.",
        )
    return head


def _zip_kind(path: Path) -> str:
    """docx, odt or epub by what the archive holds; its sizes are checked before anything unpacks."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadError(
            "the file is damaged or cut off (no zip directory)", where=path, todo="Download or save it again."
        ) from error
    unpacked = sum(part.file_size for part in parts)
    bomb = any(p.file_size > 20_000_000 and p.file_size > MOST_RATIO * max(p.compress_size, 1) for p in parts)
    if unpacked > MOST_UNPACKED or bomb:
        raise ReadError(
            f"it would unpack to {unpacked // 1_000_000} MB and was not opened (a zip bomb?)",
            where=path,
            todo="Take out its pictures, or save it as plain text.",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise ReadError("the file is encrypted", where=path, todo="Remove its password and add it again.")
    names = {part.filename for part in parts}
    for name, kind in _ZIPPED.items():
        if name in names:
            return kind
    raise ReadError(
        "this is a zip archive, but no docx, odt or epub", where=path, todo="Unpack it and add what is in it."
    )


def _is_binary(head: bytes) -> bool:
    """True when a NUL stands in the head, or every tenth byte is a control character."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    if b"\0" in head:
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return controls * 10 > len(head)


def _text_kind(path: Path, head: bytes) -> str:
    """The kind of a text file."""
    start = head.decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    low = start.lower()
    suffix = path.suffix.lower()
    if low.startswith("<?xml") or re.match(r"<(!doctype\s+)?[a-z]", low):
        if kind := _xml_kind(low):
            # A web page may consist of one <article>.
            is_page = kind == "jats" and PAPERS.get(suffix) == "html" and "<front" not in low
            return "html" if is_page else kind
        if suffix in (".xml", ".jats", ".nxml", ".tei"):
            raise ReadError(
                "this XML is neither JATS nor TEI nor a web page",
                where=path,
                todo="Save the paper as PDF, docx or HTML and add that.",
            )
    if re.search(r"\\documentclass|\\begin\{document\}", start):
        return "latex"
    if re.match(r"ty  ?- ", low):
        return "ris"
    if suffix not in (".md", ".markdown", ".txt", ".text") or suffix == "":
        if re.match(r"(?:%[^\n]*\n|\s)*@[a-z]+\s*[{(]", low):
            return "bibtex"
        if low.startswith(("[", "{")) and suffix in (".json", "") and '"' in low:
            return "csl"
    known = PAPERS.get(suffix) or BIBLIOGRAPHIES.get(suffix)
    if known in ("pdf", "docx", "odt", "epub", "jats", "tei", "xml"):
        raise ReadError(
            f"the name says {known}, the content does not",
            where=path,
            todo="Download it again, or rename it.",
        )
    return known or "plain"


def _xml_kind(low: str) -> str:
    """jats, tei or html by the first elements; "" for other XML."""
    opening = re.sub(r"<\?.*?\?>|<!--.*?-->", "", low, flags=re.DOTALL)
    root = re.search(
        r"<([a-z][\w:-]*)", re.sub(r"<!doctype[^>\[]*(?:\[.*?\]\s*)?>", "", opening, flags=re.DOTALL)
    )
    name = root[1].split(":")[-1] if root else ""
    if name in ("tei", "teicorpus"):
        return "tei"
    if name in ("article", "pmc-articleset", "oai-pmh"):
        return "html" if "<!doctype html" in low else "jats"
    if "<!doctype html" in low or name in ("html", "head", "body", "div", "p", "h1", "section", "main"):
        return "html"
    return ""
