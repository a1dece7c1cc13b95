"""The pictures as files: written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from debatemap.atomic import write_atomically
from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph, Document, Position
from debatemap.render.cast import choose_cast
from debatemap.render.choice import Choice
from debatemap.render.formats import draw_picture
from debatemap.render.page import draw_page
from debatemap.render.shapes import Layout
from debatemap.render.views import VIEWS, lay_view


def draw_map(
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    documents: Mapping[str, Document],
    seen: Mapping[str, Sequence[Position]] | None = None,
    strengths: Mapping[str, float] | None = None,
    top: int = 30,
) -> dict[str, bytes]:
    """The content of map.svg, map.png and map.html, argument.svg and time.svg, by these names.

    `documents`: paper key → document, for the paragraph in which the page shows a claim's evidence;
    `seen`: paper key → where that paper alone puts the scholars, for the page; `strengths`: claim id, and
    "thesis", → acceptability. Raises DebatemapError when a picture cannot be drawn.
    """
    choice = Choice(top=top)

    def lay(view: str) -> Callable[[Sequence[str]], Layout]:
        return lambda notes: lay_view(view, graph, positions, choice=choice, strengths=strengths, notes=notes)

    svgs = {view: draw_picture(lay(view), "svg").content for view in VIEWS}
    cast = choose_cast(graph, positions, top=top)
    pictures = {view: svg.decode() for view, svg in svgs.items()}
    page = draw_page(graph, positions, documents=documents, cast=cast, pictures=pictures, seen=seen or {})
    return {
        "map.svg": svgs["axis"],
        "map.png": draw_picture(lay("axis"), "png").content,
        "map.html": page.encode(),
        "argument.svg": svgs["argument"],
        "time.svg": svgs["time"],
    }


def replace_file(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all; returns its path. Raises DebatemapError when that fails."""
    try:
        write_atomically(path, content)
    except OSError as error:
        raise DebatemapError(
            f"cannot write here: {error.strerror}", where=path, todo="Free the place or name another folder"
        ) from error
    return path
