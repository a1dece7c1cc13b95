"""The pictures as files: written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph, Document, Position
from debatemap.render.axis import lay_axis
from debatemap.render.cast import choose_cast
from debatemap.render.choice import Choice
from debatemap.render.dot import layout_to_dot
from debatemap.render.engine import render_dot
from debatemap.render.page import draw_page
from debatemap.render.text import is_wide
from debatemap.render.views import layout_to_svg, view_svg

_DPI = 144
_BOXES = "Letters shown as boxes are beyond this picture's typeface; map.svg and map.html show them."


def write_map(
    graph: ArgumentGraph,
    positions: Sequence[Position],
    folder: Path,
    *,
    documents: Mapping[str, Document],
    seen: Mapping[str, Sequence[Position]] | None = None,
    strengths: Mapping[str, float] | None = None,
    top: int = 30,
) -> list[Path]:
    """Write map.svg, map.png and map.html into `folder`; returns their paths.

    `documents`: paper key → document, for the paragraph in which the page shows a claim's evidence.
    `seen`: paper key → where that paper alone puts the scholars, for the page.
    `strengths`: as in `view_svg`, for the page's view of arguments.
    A file is replaced only when its successor is complete. Raises DebatemapError when a picture
    cannot be drawn or the folder cannot be written to.
    """
    cast = choose_cast(graph, positions, top=top)
    layout = lay_axis(graph, cast)
    svg = layout_to_svg(layout)
    if any(is_wide(text.text) for text in layout.texts):
        layout = lay_axis(graph, cast, notes=[_BOXES])
    png = render_dot(layout_to_dot(layout, dpi=_DPI), "png")
    pictures = {"axis": svg}
    for view in ("argument", "time"):
        choice = Choice(top=top)
        pictures[view] = view_svg(view, graph, positions, choice=choice, strengths=strengths)
    page = draw_page(graph, positions, documents=documents, cast=cast, pictures=pictures, seen=seen or {})
    contents = {"map.svg": svg.encode(), "map.png": png, "map.html": page.encode()}
    return [_replace(folder / name, content) for name, content in contents.items()]


def _replace(path: Path, content: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(temporary).chmod(0o644)  # mkstemp lets nobody else read
            Path(temporary).replace(path)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        raise DebatemapError(
            f"cannot write here: {error.strerror}", where=path, todo="Free the place or name another folder"
        ) from error
    return path
