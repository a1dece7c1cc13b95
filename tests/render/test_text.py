"""Widths and line breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.render.text import one_line, shorten, text_width, wrap


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("i", 2.22, id="a narrow letter"),
        pytest.param("W", 9.44, id="a wide letter"),
        pytest.param("é", 5.56, id="an accent adds nothing"),
        pytest.param("e\u0301", 5.56, id="nor a combining one"),
        pytest.param("ễ", 5.56, id="nor two that the table lacks"),
        pytest.param("李", 10.0, id="a Chinese letter is a square"),
    ],
)
def test_widths(text: str, width: float) -> None:
    """Points at size 10."""
    assert text_width(text, 10) == pytest.approx(width)


@pytest.mark.parametrize(
    ("text", "lines", "wanted"),
    [
        pytest.param("one two three", 0, ["one two", "three"], id="at spaces"),
        pytest.param("one two three", 1, ["one tw…"], id="cut with dots"),
        pytest.param("Donaudampfschiff", 0, ["Donaud", "ampfsch", "iff"], id="a long word anywhere"),
        pytest.param("李静君李静君", 0, ["李静君李", "静君"], id="Chinese anywhere"),
        pytest.param("  a \n\n b ", 0, ["a b"], id="white space is one space"),
        pytest.param("", 0, [], id="nothing"),
    ],
)
def test_wrap(text: str, lines: int, wanted: list[str]) -> None:
    """Lines of 40 points at size 10."""
    assert wrap(text, 10, 40, lines=lines) == wanted


@given(st.text(), st.floats(15, 300), st.booleans())
def test_wrapped_lines_fit(text: str, width: float, bold: bool) -> None:
    """No line is wider than asked for, and no letter is lost."""
    found = wrap(text, 10, width, bold=bold)
    assert all(text_width(line, 10, bold=bold) <= width for line in found)
    assert "".join(found).replace(" ", "") == one_line(text).replace(" ", "")


@given(st.text(), st.floats(15, 300))
def test_shortened_text_fits(text: str, width: float) -> None:
    """Text is left alone, or cut so that it fits with its dots."""
    found = shorten(text, 10, width)
    assert text_width(found, 10) <= width
    assert found == text or found.endswith("…")
