"""Svg to pdf and png by typst, an extra of this package, with the typefaces of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Literal

from lxml import etree

from debatemap.errors import DebatemapError
from debatemap.render.shapes import Layout
from debatemap.render.text import is_usual, text_width

_PAGE = """\
#set document(title: sys.inputs.title, date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: {width}pt, height: {height}pt, alt: sys.inputs.title)
"""
_PROBE = "#set document(date: datetime(year: 2000, month: 1, day: 1))\n#text(sys.inputs.letter)"
_MOST = 400
"""So many letters are looked for; a picture with more writes in a language for which one face will do."""


def can_typeset() -> bool:
    """Whether typst is installed."""
    return find_spec("typst") is not None


def typeset(
    svg: str,
    layout: Layout,
    file_format: Literal["pdf", "png"],
    *,
    dpi: int = 144,
    fonts: Sequence[Path] = (),
) -> bytes:
    """The svg of a layout as a page of its size; text stays text in a pdf.

    `fonts`: folders with typefaces beside the machine's own. Raises DebatemapError when typst refuses it.
    """
    import typst  # noqa: PLC0415 - an extra

    page = _PAGE.format(width=f"{layout.width:g}", height=f"{layout.height:g}")
    known = typst.Fonts(font_paths=[str(folder) for folder in fonts])
    inputs = {"svg": part_faces(svg), "title": layout.title}
    compiler = typst.Compiler(page.encode(), font_paths=known, sys_inputs=inputs)
    try:
        made = compiler.compile(format=file_format, ppi=dpi, timestamp=0)
    except typst.TypstError as error:
        raise DebatemapError(
            f"typst could not make a {file_format}: {error.message}",
            todo="Please report this with your debate's claims",
        ) from error
    if not isinstance(made, bytes):
        raise DebatemapError(f"typst made no single page of {file_format}", todo="Draw fewer scholars: --top")
    return made


def part_faces(svg: str) -> str:
    """The svg with the letters that the usual typefaces may lack set apart, each at its place.

    Otherwise a single such letter turns its whole line into another, perhaps wider, typeface.
    """
    root = etree.fromstring(svg.encode())
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        runs = ["".join(run) for _, run in groupby(text.text or "", is_usual)]
        if len(runs) < 2:
            continue
        size, bold = float(text.get("font-size", "0")), text.get("font-weight") == "bold"
        widths = [text_width(run, size, bold=bold) for run in runs]
        share = {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        x = float(text.get("x", "0")) - share * sum(widths)
        text.set("text-anchor", "start")
        text.text = None
        for run, width in zip(runs, widths, strict=True):
            part = etree.SubElement(text, "{http://www.w3.org/2000/svg}tspan", x=f"{x:.2f}")
            part.text = run
            part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            x += width
    return etree.tostring(root, encoding="unicode")


def letters_without_face(letters: str, fonts: Sequence[Path]) -> str:
    """Those letters that no typeface has, on this machine or in the folders `fonts`.

    typst itself says so: it makes no archival pdf with a letter that it cannot show.
    """
    import typst  # noqa: PLC0415 - an extra

    known = typst.Fonts(font_paths=[str(folder) for folder in fonts])
    missing = ""
    for letter in letters[:_MOST]:
        compiler = typst.Compiler(_PROBE.encode(), font_paths=known, sys_inputs={"letter": letter})
        try:
            compiler.compile(format="pdf", pdf_standards="a-2b")
        except typst.TypstError:
            missing += letter
    return missing
