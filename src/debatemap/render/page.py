"""The page: one html file with the picture, every claim and its evidence; needs no network.

What papers and people wrote reaches the page in two ways only: as JSON, from which the script makes
text nodes, and as text of the svg. The content security policy lets nothing run but that script.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from debatemap.model import ArgumentGraph, Document, Position
from debatemap.render.cast import Cast
from debatemap.render.page_data import page_data
from debatemap.render.page_style import picture_style
from debatemap.render.text import one_line

SCRIPTS = (
    *("elements.js", "state.js", "zoom.js", "map.js"),
    *("dossier.js", "lists.js", "tables.js", "page.js"),
)


def draw_page(
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    documents: Mapping[str, Document],
    cast: Cast,
    pictures: Mapping[str, str],
    seen: Mapping[str, Sequence[Position]],
) -> str:
    """The html of the page.

    `pictures`: name of a view → its svg, as `tidy_svg` gives it, "axis" (of `cast`) among them.
    `documents`: paper key → document; the evidence of a claim is shown in its paragraph where the paper
    is among them. `seen`: paper key → the scholars' positions as that paper alone has them.
    """
    style = _asset("page.css") + picture_style()
    script = "\n".join(_asset(name) for name in SCRIPTS)
    policy = (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    parts = {
        "policy": policy,
        "title": html.escape(one_line(graph.debate.title)),
        "thesis": html.escape(one_line(graph.debate.thesis)),
        "style": style,
        "pictures": "\n".join(_picture(view, svg) for view, svg in pictures.items()),
        "data": embed_json(page_data(graph, positions, documents=documents, cast=cast, seen=seen)),
        "script": script,
    }
    # In one pass: what is put in is not searched for further places.
    return re.sub(r"\{\{(\w+)\}\}", lambda place: parts[place[1]], _asset("page.html"))


def _picture(view: str, svg: str) -> str:
    """The svg as an element of the page that says which view it is; the axis is shown before the script
    runs, and where no script may."""
    shown = ' class="shown"' if view == "axis" else ""
    return f'<svg data-view="{view}"{shown}' + svg[svg.index("<svg") + 4 :]


def embed_json(value: Any) -> str:
    r"""JSON that cannot end the script element it stands in, nor open a comment there.

    >>> embed_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    risky: dict[str, int | str | None]
    risky = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}
    return text.translate(str.maketrans(risky))


@cache
def _asset(name: str) -> str:
    return (files("debatemap.render") / "assets" / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
