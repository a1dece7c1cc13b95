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
    page = _Page(textpage, chars, upright=rotation == 0)
    angle = _main_angle(chars)
    lines = []
    for line in get_lines(get_spans(chars, need_chars=False)):
        segments: list[list[Any]] = [[]]
        for span in line["spans"]:
            if span["text"].strip("\r\n") and math.cos(span["rotation"] - angle) > 0.9:
                page.add_runs(segments, span)
        lines.append([segment for segment in segments if any(run[0].strip() for run in segment)])
    return [line for line in lines if line]


def _main_angle(chars: PageChars) -> float:
    """The angle at which most of the page's characters stand."""
    angles, counts = np.unique(np.round(chars.rotations, 2), return_counts=True)
    return float(angles[int(np.argmax(counts))])


class _Page:
    """Where a page's characters are parted otherwise than pdftext does it. A place is an index into
    `chars`: `wide`, of spaces that are wider than a word space; `lost`, of letters before which a
    space is printed that the file does not hold; `superior`, of raised figures cut as such."""

    def __init__(self, textpage: pdfium.PdfTextPage, chars: PageChars, *, upright: bool) -> None:
        self._textpage = textpage
        self._chars = chars
        self._scales: dict[str, float] = {}
        sizes = np.array([font["size"] for font in chars.fonts])[chars.font_ids]
        boxes = chars.boxes
        em = np.where(sizes > 2, sizes, (boxes[:, 3] - boxes[:, 1]) * 0.87)
        self._wide = self._wide_gaps(em)
        self._lost = self._lost_spaces(em)
        self._superior = self._superior_figures(em) if upright else set()

    def _wide_gaps(self, em: np.ndarray) -> set[int]:
        boxes = self._chars.boxes
        places = np.flatnonzero(self._chars.codes == 32)
        places = places[(places > 0) & (places < len(em) - 1)]
        gap = boxes[places + 1, 0] - boxes[places - 1, 2]
        same_line = np.abs(boxes[places + 1, 3] - boxes[places - 1, 3]) < em[places - 1]
        return set(places[(gap > WIDE_GAP * em[places - 1]) & same_line].tolist())

    def _lost_spaces(self, em: np.ndarray) -> list[int]:
        boxes, text = self._chars.boxes, self._chars.text
        gap = boxes[1:, 0] - boxes[:-1, 2]
        same_line = np.abs(boxes[1:, 3] - boxes[:-1, 3]) < 0.1 * em[:-1]
        places = np.flatnonzero((gap > LOST_SPACE * em[:-1]) & (gap < 3 * em[:-1]) & same_line) + 1
        return [int(at) for at in places if text[at].isalpha() and text[at - 1].isalpha()]

    def _superior_figures(self, em: np.ndarray) -> set[int]:
        """Figures drawn small and high in type of the line's own size, as some fonts have them."""
        text, found = self._chars.text, set()
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        loose = pdfium_c.FS_RECTF()
        for place in np.flatnonzero((self._chars.codes >= 48) & (self._chars.codes <= 57)).tolist():
            before = text[place - 1] if place else "\n"
            if not (before.isalpha() or before in "\n\r.,;:!?%)]”’\"'»" or place - 1 in found):
                continue
            index = int(self._chars.char_indices[place])
            pdfium_c.FPDFText_GetCharBox(self._textpage.raw, index, left, right, bottom, top)
            pdfium_c.FPDFText_GetLooseCharBox(self._textpage.raw, index, loose)
            high = bottom.value - loose.bottom > 0.4 * em[place]
            if high and top.value - bottom.value < 0.56 * em[place]:
                found.add(place)
        return found

    def _scale(self, span: dict[str, Any]) -> float:
        """How many times larger than its nominal size a span's type is set (many tools write "1 pt
        type, ten times enlarged")."""
        key = f"{span['font']['name']} {span['font']['size']} {span['bbox'].height:.1f}"
        if key not in self._scales:
            matrix = pdfium_c.FS_MATRIX()
            index = span["char_start_idx"]
            known = pdfium_c.FPDFText_GetMatrix(self._textpage.raw, index, ctypes.byref(matrix))
            scale = math.hypot(matrix.c, matrix.d) if known else 1.0
            self._scales[key] = scale if 0.01 < scale < 1000 else 1.0
        return self._scales[key]

    def add_runs(self, segments: list[list[Any]], span: dict[str, Any]) -> None:
        """Add a span to the last segment; a wide gap in it opens a new one."""
        font = span["font"]
        first = int(np.searchsorted(self._chars.char_indices, span["char_start_idx"]))
        last = first + len(span["text"])
        bold = font["weight"] >= 600 or bool(font["flags"] & _FORCED_BOLD or _BOLD.search(font["name"]))
        italic = bool(font["flags"] & _ITALIC_FLAG or _ITALIC.search(font["name"]))
        size = font["size"] * self._scale(span)
        spaces = [place for place in self._lost if first < place < last]
        if len(spaces) * 10 > last - first:
            spaces = []  # letters set wide apart
        for start, end, opens in self._parts(first, last):
            if opens:
                segments.append([])
            text = self._chars.text[start:end].rstrip("\r\n")
            if not text:
                continue
            if (start, end) == (first, last):
                x0, y0, x1, y1 = span["bbox"].bbox
            else:
                boxes = self._chars.boxes[start : start + len(text)]
                (x0, y0), (x1, y1) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
            high = start in self._superior
            for place in reversed([place - start for place in spaces if start < place < end]):
                text = f"{text[:place]} {text[place:]}"
            box = [round(float(value), 2) for value in (x0, y0, x1, y1 - 0.35 * size * high)]
            segments[-1].append([text, *box, round(size * (0.6 if high else 1), 2), bold, italic])

    def _parts(self, first: int, last: int) -> list[tuple[int, int, bool]]:
        """Start, end and whether a segment opens, of the parts of a span."""
        parts, start, opens = [], first, False
        for place in range(first, last) if self._wide or self._superior else ():
            if place in self._wide:
                parts.append((start, place, opens))
                start, opens = place + 1, True
            elif place > start and (place in self._superior) != (place - 1 in self._superior):
                parts.append((start, place, opens))
                start, opens = place, False
        return [*parts, (start, last, opens)]


if __name__ == "__main__":
    main()
