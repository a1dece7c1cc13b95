"""Formats: which program draws, and what becomes of letters that a typeface lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from tests.render.conftest import Drawable
from tests.render.measure import NS

from debatemap.render import draw_picture, formats, lay_view
from debatemap.render.shapes import Layout
from debatemap.render.text import letters_beyond
from debatemap.render.typeset import letters_without_face, part_faces

Lay = Callable[[Sequence[str]], Layout]


@pytest.fixture
def chinese(known: Drawable) -> Lay:
    """A debate in which somebody's name is Chinese."""
    scholars = tuple(replace(s, name="陳" if s.name == "Chan" else s.name) for s in known.graph.scholars)
    positions = [replace(p, scholar="陳" if p.scholar == "Chan" else p.scholar) for p in known.positions]
    graph = replace(known.graph, scholars=scholars)
    return lambda notes: lay_view("axis", graph, positions, notes=notes)


def test_a_face_that_has_the_letters(chinese: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst draws the png where it has a typeface for every letter."""
    monkeypatch.setattr(formats, "letters_without_face", lambda _letters, _fonts: "")
    picture = draw_picture(chinese, "png")
    assert (picture.made_by, picture.lacks) == ("typst", "")
    assert picture.content.startswith(b"\x89PNG")


def test_no_face_has_the_letters(chinese: Lay, monkeypatch: pytest.MonkeyPatch) -> None:
    """The drawing program draws boxes; picture and command line say so."""
    monkeypatch.setattr(formats, "letters_without_face", lambda letters, _fonts: letters)
    picture = draw_picture(chinese, "png")
    assert picture.made_by == "graphviz-pure"
    assert picture.lacks.startswith("no typeface has 陳: boxes or gaps stand instead.")


def test_latin_names_are_drawn_alike_everywhere(known: Drawable) -> None:
    """Without foreign letters the png comes from the program that is the same on every machine."""
    picture = draw_picture(lambda notes: lay_view("axis", known.graph, known.positions, notes=notes), "png")
    assert (picture.made_by, picture.lacks) == ("graphviz-pure", "")


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("Müller, Łukasiewicz, O’Connor – −0.71 … →", ""),
        ("Nguyễn Văn", ""),  # not in the table of widths, yet in the typeface
        ("Παπαδόπουλος Иванов", ""),
        ("李静君 (Lee)", "君李静"),
        ("한국 あ", "あ국한"),
    ],
)
def test_letters_beyond_the_typeface(text: str, beyond: str) -> None:
    """Latin, Greek, Cyrillic and Hebrew are drawn by any program; East Asian letters are not."""
    assert letters_beyond([text]) == beyond


def test_typst_tells_what_no_typeface_has(tmp_path: Path) -> None:
    """A number that is no letter yet is in no typeface; those of the alphabet are in one."""
    assert letters_without_face("a\u0378z", [tmp_path]) == "\u0378"


def test_foreign_letters_are_set_apart() -> None:
    """Each run of letters begins where our table of widths has it; other lines stay as they are."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text x="10" font-size="10">ab</text>'
        '<text x="100" font-size="10" text-anchor="end">ab 陳</text></svg>'
    )
    plain, parted = etree.fromstring(part_faces(svg).encode()).findall("s:text", NS)
    assert plain.text == "ab"
    assert [(part.text, part.get("x")) for part in parted] == [("ab ", "76.10"), ("陳", "90.00")]
