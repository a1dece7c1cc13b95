"""PDFs that cannot be read: one line that names the file, what was found, and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from debatemap.corpus import pdf_process, read_document
from debatemap.errors import ReadError

PAPER = Path(__file__).with_name("pdf") / "manuscript.pdf"

# A PDF of one empty page that asks for a password (standard handler, 40 bits).
_ENCRYPTED = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -64/O<4141414141414141414141414141414141414141414141414141414141414141>/U<4242424242424242424242424242424242424242424242424242424242424242>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]/Size 5>>
%%EOF
"""


def empty_page(path: Path) -> None:
    document = pdfium.PdfDocument.new()
    document.new_page(300, 300)
    document.save(str(path))
    document.close()


def message(path: Path) -> str:
    with pytest.raises(ReadError) as raised:
        read_document(path)
    text = str(raised.value)
    assert path.name in text
    assert "\n" not in text
    return text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "empty", id="a file of no bytes"),
        pytest.param(PAPER.read_bytes()[:8000], "damaged or cut off", id="a download that broke off"),
        pytest.param(b"%PDF-1.7\n" + b"nothing " * 50, "damaged or cut off", id="a head without a body"),
        pytest.param(b"just text\n", "the content does not", id="a text with a wrong name"),
        pytest.param(_ENCRYPTED, "without one", id="encrypted: the way out is a copy without password"),
    ],
)
def test_unreadable_files_say_why(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(content)
    assert said in message(path)


def test_pages_without_text_point_to_ocr(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    empty_page(path)
    assert "Run OCR" in message(path)


def test_kind_is_told_by_content(tmp_path: Path) -> None:
    """A PDF under another name is still a PDF."""
    path = tmp_path / "paper.md"
    shutil.copy(PAPER, path)
    assert read_document(path).title == "Gardens Behind the Mill"


@pytest.mark.parametrize(
    ("script", "said"),
    [
        pytest.param("import time; time.sleep(60)", "took too long", id="the parser hangs"),
        pytest.param("import os; os.abort()", "crash", id="the parser crashes"),
    ],
)
def test_child_that_fails_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    """Neither a hang nor a crash reaches the program, and the next file is read."""
    child = tmp_path / "child.py"
    child.write_text(script)
    worker = pdf_process._Worker()
    monkeypatch.setattr(pdf_process, "_CHILD", child)
    monkeypatch.setattr(pdf_process, "MOST_SECONDS_A_PAGE", 0.5)
    with pytest.raises(ReadError, match=said):
        worker.read(PAPER)
    monkeypatch.undo()
    assert len(worker.read(PAPER).pages) == 2
    worker.stop()
