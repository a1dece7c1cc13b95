"""Takes PDFs apart in a process of its own, so that a file that hangs or crashes harms nothing else.

Run by pdf_process.py as a script, with pdftext and nothing else imported: one JSON string a line
comes in on stdin, the path of a PDF; one JSON object a line goes out: {"meta": …, "pages": n} first,
then a page each, then {"end": true}; or {"error": kind}.

A page is {"width", "height", "images", "lines"}; a line is a list of segments, parted where a gap
wider than any word space stands; a segment is a list of runs of one font:
[text, x0, y0, x1, y1, size, bold, italic], lengths in points, y downwards from the top.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import re
import sys
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from pdftext.pdf.chars import PageChars, deduplicate_chars, get_chars
from pdftext.pdf.pages import get_lines, get_spans

MOST_MEMORY = 2_000_000_000
MOST_CHARACTERS = 20_000_000
MOST_ON_A_PAGE = 100_000
# A gap wider than this many times the type size is no word space, even in a justified line.
WIDE_GAP = 1.1
# A gap between two letters that is wider than this many times the type size is a space.
LOST_SPACE = 0.15

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|medi$|cmbx|sfbx|ecbx", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|cmti|sfti|ecti", re.IGNORECASE)
_FORCED_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6


def main() -> None:
    """Answer paths until stdin ends."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 (not on Windows)

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for line in sys.stdin:
        try:
            _answer(json.loads(line))
        except MemoryError:
            _say({"error": "memory"})
        except pdfium.PdfiumError as error:
            code = getattr(error, "err_code", None)
            _say({"error": "password" if code == pdfium_c.FPDF_ERR_PASSWORD else "damaged"})


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def _answer(path: str) -> None:
    document = pdfium.PdfDocument(path)
    try:
        _say({"meta": document.get_metadata_dict(skip_empty=True), "pages": len(document)})
        total = 0
        for number in range(len(document)):
            read = _read_page(document, number)
            total += read.pop("characters")
            if total > MOST_CHARACTERS:
                _say({"error": "long"})
                return
            _say(read)
        _say({"end": True})
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, number: int) -> dict[str, Any]:
    page = document.get_page(number)
    try:
        box = page.get_bbox()
        rotation = page.get_rotation()
        width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
        if rotation in (90, 270):
            width, height = height, width
        found: dict[str, Any] = {"width": width, "height": height, "images": False, "characters": 0}
        textpage = page.get_textpage()
        try:
            count = textpage.count_chars()
            # A page of so many characters is a drawing, not text.
            lines = _read_lines(textpage, box, rotation) if 0 < count <= MOST_ON_A_PAGE else []
            found["characters"] = count
        finally:
            textpage.close()
        if not lines:
            kinds = (pdfium_c.FPDF_PAGEOBJ_IMAGE,)
            found["images"] = any(True for _ in page.get_objects(filter=kinds, max_depth=2))
        found["lines"] = lines
        return found
    finally:
        page.close()


def _read_lines(textpage: pdfium.PdfTextPage, box: list[float], rotation: int) -> list[list[list[Any]]]:
    chars = deduplicate_chars(get_chars(textpage, box, rotation))
    if not len(chars):
        return []
    upright = _main_angle(chars)
    scales: dict[str, float] = {}
    gaps = _wide_gaps(chars)
    lost = _lost_spaces(chars)
    lines = []
    for line in get_lines(get_spans(chars, need_chars=False)):
        segments: list[list[Any]] = [[]]
        for span in line["spans"]:
            if span["text"].strip("\r\n") and math.cos(span["rotation"] - upright) > 0.9:
                _add_runs(segments, span, chars, gaps, lost, _scale(textpage, span, scales))
        lines.append([segment for segment in segments if any(run[0].strip() for run in segment)])
    return [line for line in lines if line]


def _main_angle(chars: PageChars) -> float:
    """The angle at which most of the page's characters stand."""
    angles, counts = np.unique(np.round(chars.rotations, 2), return_counts=True)
    return float(angles[int(np.argmax(counts))])


def _wide_gaps(chars: PageChars) -> set[int]:
    """Places of the spaces that are wider than a word space; a place is an index into `chars`."""
    places = np.flatnonzero(chars.codes == 32)
    places = places[(places > 0) & (places < len(chars) - 1)]
    sizes = np.array([font["size"] for font in chars.fonts])[chars.font_ids]
    heights = chars.boxes[:, 3] - chars.boxes[:, 1]
    em = np.where(sizes > 2, sizes, heights * 0.87)[places - 1]
    gap = chars.boxes[places + 1, 0] - chars.boxes[places - 1, 2]
    same_line = np.abs(chars.boxes[places + 1, 3] - chars.boxes[places - 1, 3]) < em
    return set(places[(gap > WIDE_GAP * em) & same_line].tolist())


def _lost_spaces(chars: PageChars) -> list[int]:
    """Places of letters before which a space is printed that the file does not hold."""
    sizes = np.array([font["size"] for font in chars.fonts])[chars.font_ids]
    em = np.where(sizes > 2, sizes, (chars.boxes[:, 3] - chars.boxes[:, 1]) * 0.87)[:-1]
    gap = chars.boxes[1:, 0] - chars.boxes[:-1, 2]
    same_line = np.abs(chars.boxes[1:, 3] - chars.boxes[:-1, 3]) < 0.1 * em
    places = np.flatnonzero((gap > LOST_SPACE * em) & (gap < 3 * em) & same_line) + 1
    return [int(at) for at in places if chars.text[at].isalpha() and chars.text[at - 1].isalpha()]


def _scale(textpage: pdfium.PdfTextPage, span: dict[str, Any], scales: dict[str, float]) -> float:
    """How many times larger than its nominal size a span's type is set (many tools write "1 pt
    type, ten times enlarged")."""
    key = f"{span['font']['name']} {span['font']['size']} {span['bbox'].height:.1f}"
    if key not in scales:
        matrix = pdfium_c.FS_MATRIX()
        known = pdfium_c.FPDFText_GetMatrix(textpage.raw, span["char_start_idx"], ctypes.byref(matrix))
        scale = math.hypot(matrix.c, matrix.d) if known else 1.0
        scales[key] = scale if 0.01 < scale < 1000 else 1.0
    return scales[key]


def _add_runs(
    segments: list[list[Any]],
    span: dict[str, Any],
    chars: PageChars,
    gaps: set[int],
    lost: list[int],
    scale: float,
) -> None:
    """Add a span to the last segment; a wide gap in it opens a new one."""
    font = span["font"]
    first = int(np.searchsorted(chars.char_indices, span["char_start_idx"]))
    last = int(np.searchsorted(chars.char_indices, span["char_end_idx"])) + 1
    bold = font["weight"] >= 600 or bool(font["flags"] & _FORCED_BOLD or _BOLD.search(font["name"]))
    italic = bool(font["flags"] & _ITALIC_FLAG or _ITALIC.search(font["name"]))
    cuts = [place for place in range(first, last) if place in gaps] if gaps else []
    spaces = [place for place in lost if first < place < last]
    if len(spaces) * 10 > last - first:
        spaces = []  # letters set wide apart
    for start, end in zip([first, *(cut + 1 for cut in cuts)], [*cuts, last], strict=True):
        text = chars.text[start:end].rstrip("\r\n")
        if text:
            boxes = chars.boxes[start:end][: len(text)]
            x0, y0 = boxes[:, 0].min(), boxes[:, 1].min()
            x1, y1 = boxes[:, 2].max(), boxes[:, 3].max()
            for place in reversed([place - start for place in spaces if start < place < end]):
                text = f"{text[:place]} {text[place:]}"
            box = [round(float(value), 2) for value in (x0, y0, x1, y1)]
            segments[-1].append([text, *box, round(font["size"] * scale, 2), bold, italic])
        if end != last:
            segments.append([])


if __name__ == "__main__":
    main()
