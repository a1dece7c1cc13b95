"""Svg to pdf and png by typst, an extra of this package, with the typefaces of the machine."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from debatemap.errors import DebatemapError
from debatemap.render.shapes import Layout

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
    inputs = {"svg": svg, "title": layout.title}
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
