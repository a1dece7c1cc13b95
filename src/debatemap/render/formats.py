"""A layout as svg, png or pdf: by which program, and which letters it cannot show."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from debatemap.errors import DebatemapError
from debatemap.render.dot import layout_to_dot
from debatemap.render.engine import render_dot
from debatemap.render.shapes import Layout
from debatemap.render.svg import tidy_svg
from debatemap.render.text import letters_beyond
from debatemap.render.typeset import can_typeset, letters_without_face, typeset

FORMATS = ("svg", "png", "pdf")
_DPI, _PRINT_DPI = 144, 600
_INSTALL = 'python -m pip install "debatemap[pdf]"'
_BOXES = "Letters shown as boxes are beyond this picture's typeface; the svg shows them."


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of a picture, the program that made it, and a sentence on what it lacks, else ""."""

    content: bytes
    made_by: str
    lacks: str = ""


def layout_to_svg(layout: Layout) -> str:
    """The svg of a layout, with ids and titles."""
    return tidy_svg(render_dot(layout_to_dot(layout), "svg"), layout)


def draw_picture(
    lay: Callable[[Sequence[str]], Layout], file_format: str, *, fonts: Sequence[Path] = ()
) -> Picture:
    """A picture in one of FORMATS; `lay(notes)` lays it out with sentences of ours at its foot.

    A png comes from graphviz-pure, whose bytes are the same on every machine; only where its typeface
    lacks a letter (Chinese), from typst, when that is installed and a typeface has the letter, on this
    machine or in the folders `fonts`. A pdf comes from the system's dot, else from typst. Raises
    DebatemapError when neither is there.
    """
    layout = lay(())
    if file_format == "svg":
        return Picture(layout_to_svg(layout).encode(), "graphviz-pure")
    beyond = letters_beyond(text.text for text in layout.texts)
    if file_format == "pdf":
        return _draw_pdf(layout, beyond, fonts)
    dpi = _PRINT_DPI if layout.millimetres else _DPI
    missing = beyond
    if beyond and can_typeset():
        missing = letters_without_face(beyond, fonts)
        if not missing:
            return Picture(typeset(layout_to_svg(layout), layout, "png", dpi=dpi, fonts=fonts), "typst")
    if missing:
        layout = lay((_BOXES,))
    png = render_dot(layout_to_dot(layout, dpi=dpi), "png")
    return Picture(png, "graphviz-pure", _lacking(missing))


def _draw_pdf(layout: Layout, beyond: str, fonts: Sequence[Path]) -> Picture:
    program = shutil.which("dot")
    # The system's dot finds typefaces by itself, but does not tell which letters it lacks.
    if program and not fonts:
        return Picture(_run_dot(program, layout), program)
    if can_typeset():
        missing = letters_without_face(beyond, fonts) if beyond else ""
        pdf = typeset(layout_to_svg(layout), layout, "pdf", fonts=fonts)
        return Picture(pdf, "typst", _lacking(missing))
    raise DebatemapError(
        "nothing here makes a pdf: neither Graphviz's dot nor typst is installed",
        todo=f"Install one: {_INSTALL}",
    )


def _run_dot(program: str, layout: Layout) -> bytes:
    # The date in the file is fixed, so that the same picture has the same bytes.
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": "0"}
    drawn = subprocess.run(
        [program, "-Kneato", "-n2", "-Tpdf"],
        input=layout_to_dot(layout).encode(),
        capture_output=True,
        check=False,
        env=surroundings,
    )
    if drawn.returncode or not drawn.stdout.startswith(b"%PDF"):
        said = " ".join(drawn.stderr.decode(errors="replace").split())[:200]
        raise DebatemapError(
            f"{program} could not make a pdf: {said or 'it wrote something else'}",
            todo="Repair Graphviz, or take it off the path and use typst",
        )
    return drawn.stdout


def _lacking(letters: str) -> str:
    if not letters:
        return ""
    shown = letters if len(letters) <= 8 else letters[:8] + "…"
    how = "" if can_typeset() else f" and {_INSTALL}"
    return (
        f"no typeface has {shown}: boxes or gaps stand instead. Install one, such as Noto Sans CJK{how}, "
        "or name its folder with --fonts"
    )
