"""Files that cannot be read: each a one-line reason with the file's name."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from debatemap.corpus import pandoc, read_document, sniff
from debatemap.corpus.sniff import MOST_BYTES
from debatemap.errors import ReadError

LAUGHS = """<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<article><body><p>&b;</p></body></article>"""
EXTERNAL = """<?xml version="1.0"?><!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<article><body><p>&x;</p></body></article>"""

BAD = [
    pytest.param("a.md", b"", "the file is empty", id="zero bytes"),
    pytest.param("a.md", b" \n\n ", "no text was found in the file", id="white space alone"),
    pytest.param("a.txt", b"\x00\x01\x02\x03", "this is a binary file", id="binary under a text name"),
    pytest.param("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "this is a binary file", id="a picture"),
    pytest.param(
        "a.txt", "Caf\u00e9 \u201d".encode("cp1252") + b"\x81", "unknown encoding", id="broken encoding"
    ),
    pytest.param("a.docx", b"PK\x03\x04 and no more", "damaged or cut off", id="truncated docx"),
    pytest.param("a.docx", b"A text.\n", "the name says docx, the content does not", id="misnamed docx"),
    pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word", id="old Word file"),
    pytest.param("a.xml", b"<article><body><p>cut", "malformed or cut off", id="truncated XML"),
    pytest.param("a.xml", b"<feed><entry/></feed>", "neither JATS nor TEI", id="other XML"),
    pytest.param("a.xml", LAUGHS.encode(), "entities made of other entities", id="billion laughs"),
    pytest.param(
        "a.xml", EXTERNAL.encode(), "entities made of other entities or files", id="external entity"
    ),
    pytest.param("a.bib", b"@book{a, title={T}}", "this is a bibliography", id="a bibliography as a paper"),
    pytest.param("a.tei", b"<TEI><teiHeader/></TEI>", "no text was found", id="TEI without a text"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD)
def test_one_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=message) as raised:
        read_document(path)
    said = str(raised.value)
    assert str(path) in said
    assert "\n" not in said
    assert raised.value.todo


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file"):
        read_document(tmp_path / "none.md")


def test_gigantic_file_is_not_read(tmp_path: Path) -> None:
    """Half a gigabyte is refused by its size alone."""
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(5 * MOST_BYTES)
    with pytest.raises(ReadError, match="too large \\(500 MB"):
        read_document(path)


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def test_zip_bomb(tmp_path: Path) -> None:
    """Refused by the sizes in its directory, before anything is unpacked."""
    path = archive(tmp_path / "bomb.docx", {"word/document.xml": b"0" * 30_000_000})
    with pytest.raises(ReadError, match="zip bomb"):
        read_document(path)


def test_other_archive(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no docx, odt or epub"):
        read_document(archive(tmp_path / "papers.zip", {"a.md": b"A paper."}))


def test_docx_with_a_broken_part(tmp_path: Path) -> None:
    """pandoc's own complaint, on one line."""
    path = archive(tmp_path / "bad.docx", {"word/document.xml": b"<w:document"})
    with pytest.raises(ReadError, match="no readable docx file") as raised:
        read_document(path)
    assert "\n" not in str(raised.value)


def test_pandoc_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long is given up."""

    def hang(command: list[str], **options: object) -> None:
        raise subprocess.TimeoutExpired(command, pandoc.SECONDS)

    monkeypatch.setattr("debatemap.corpus.pandoc.subprocess.run", hang)
    path = tmp_path / "a.md"
    path.write_text("Text.")
    with pytest.raises(ReadError, match="longer than 60 seconds"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.md", b"# Title", "markdown"),
        ("a.txt", b"Title\n\nText", "plain"),
        ("a.MD", b"Text", "markdown"),
        ("a", b"Text", "plain"),
        ("a.txt", b"%PDF-1.4", "pdf"),
        ("a.txt", b"\\documentclass{article}", "latex"),
        ("a.xml", b"<!DOCTYPE html><html></html>", "html"),
        ("a.txt", b"<html><body></body></html>", "html"),
        ("a.html", b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html/>", "html"),
        ("a.xml", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- c -->\n<TEI xmlns='x'/>", "tei"),
        ("a.nxml", b"<!DOCTYPE article PUBLIC 'a' 'b.dtd'>\n<article/>", "jats"),
        ("a.txt", b"TY  - JOUR\r\nER  - \r\n", "ris"),
        ("refs", b"% my library\n@article{a,\n", "bibtex"),
        ("a.md", b"@king writes so.", "markdown"),
        ("a.json", b'[{"id": "a"}]', "csl"),
    ],
)
def test_known_by_content(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    """Content goes before the name; the name decides where content does not."""
    path = tmp_path / name
    path.write_bytes(data)
    assert sniff(path) == kind
