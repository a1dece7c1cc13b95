"""The files of a run: written whole or not at all, by an engine that needs no activated environment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from graphviz.backend import dot_command

from debatemap.errors import DebatemapError
from debatemap.render import draw_map, engine, formats, render_dot, replace_file


def test_writes_page_and_pictures(known: Any, tmp_path: Path) -> None:
    """Svg, png and page, the other views; a file is left alone in its folder, which is made if need be."""
    drawn = draw_map(known.graph, known.positions, documents=known.documents)
    assert list(drawn) == ["map.svg", "map.png", "map.html", "argument.svg", "time.svg"]
    assert drawn["map.png"].startswith(b"\x89PNG")
    assert drawn["map.html"].startswith(b"<!doctype html>")
    folder = tmp_path / "deep" / "outputs"
    assert replace_file(folder / "map.svg", drawn["map.svg"]).read_bytes() == drawn["map.svg"]
    assert [path.name for path in folder.iterdir()] == ["map.svg"]


def test_same_bytes_twice(known: Any) -> None:
    """A second run changes no byte of any file."""
    first, second = (draw_map(known.graph, known.positions, documents=known.documents) for _ in range(2))
    assert first == second


def test_a_failed_picture(known: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the engine is missing, the error says how to get it."""
    monkeypatch.setattr(engine, "_NAME", "no-such-engine")
    with pytest.raises(DebatemapError, match="no-such-engine is not installed") as caught:
        draw_map(known.graph, known.positions, documents=known.documents)
    assert "pip install no-such-engine" in str(caught.value)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    """One line that names the place."""
    (tmp_path / "outputs").write_text("a file")
    with pytest.raises(DebatemapError, match="cannot write here"):
        replace_file(tmp_path / "outputs" / "map.svg", b"<svg/>")


def test_the_engine_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program stands beside the Python that runs; the user's own dot stays what it was."""
    monkeypatch.setenv("PATH", "")
    before = dot_command.DOT_BINARY
    assert b"<svg" in render_dot('digraph { a [pos="0,0"] }', "svg")
    assert before == dot_command.DOT_BINARY


def test_source_that_is_no_dot() -> None:
    """The engine's refusal is an error, not an empty picture."""
    with pytest.raises(DebatemapError, match="could not be drawn"):
        render_dot("digraph {", "svg")


@pytest.mark.parametrize(("name", "grows"), [("Chan", False), ("陳 Chan", True)])
def test_letters_the_png_lacks_are_announced(
    known: Any, monkeypatch: pytest.MonkeyPatch, name: str, grows: bool
) -> None:
    """Without typst East Asian letters appear as boxes in the png: it is taller by a note that says so."""
    monkeypatch.setattr(formats, "can_typeset", lambda: False)
    heights = []
    for shown in ("Chan", name):
        rename = {"Chan": shown}
        graph = replace(
            known.graph,
            scholars=tuple(replace(s, name=rename.get(s.name, s.name)) for s in known.graph.scholars),
        )
        positions = tuple(replace(p, scholar=rename.get(p.scholar, p.scholar)) for p in known.positions)
        png = draw_map(graph, positions, documents={})["map.png"]
        heights.append(int.from_bytes(png[20:24]))
    assert (heights[1] > heights[0]) is grows
