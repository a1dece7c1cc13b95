"""The page: one html file with the picture, every claim and its evidence; needs no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from debatemap.model import ArgumentGraph, Document, Position
from debatemap.render.cast import Cast


def draw_page(
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    documents: Mapping[str, Document],
    cast: Cast,
    svg: str,
) -> str:
    """The html of the page."""
    return "<!doctype html>" + svg
