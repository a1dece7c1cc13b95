"""Where a title ends: its own marks decide before the model does."""

from __future__ import annotations

import pytest

from debatemap.corpus.reference_parser import parse_reference
from debatemap.corpus.reference_parser_titles import tidy_title


@pytest.mark.parametrize(
    ("title", "onward", "expected"),
    [
        pytest.param("Crowds", "Crowds. Oslo: Pax.", "Crowds", id="nothing to mend"),
        pytest.param(
            "“Bread, Work",
            "“Bread, Work, and Land,” Past and Present 2: 1.",
            "Bread, Work, and Land",
            id="quoted",
        ),
        pytest.param(
            "“Bread”. A history",
            "“Bread”. A history. Oslo: Pax.",
            "Bread”. A history",
            id="quoted word, then on",
        ),
        pytest.param("Crowds (Oslo", "Crowds (Oslo: Pax).", "Crowds", id="place and press in brackets"),
        pytest.param("Crowds (2nd ed.)", "Crowds (2nd ed.). Oslo.", "Crowds", id="edition"),
        pytest.param("Crowds (Vol. 1)", "Crowds (Vol. 1). Oslo.", "Crowds", id="volume"),
        pytest.param("Crowds, PhD thesis", "Crowds, PhD thesis, Oslo.", "Crowds", id="kind of work"),
        pytest.param("Crowds, NBER Working Paper", "Crowds, NBER Working Paper 3.", "Crowds", id="series"),
        pytest.param("Crowds // Past", "Crowds // Past. 1999.", "Crowds", id="double stroke"),
        pytest.param("(eds): Crowds", "(eds): Crowds, Oslo.", "Crowds", id="role in front"),
        pytest.param(
            "Massen [Crowds",
            "Massen [Crowds. A history]. Oslo.",
            "Massen [Crowds. A history]",
            id="translated",
        ),
    ],
)
def test_titles_are_mended(title: str, onward: str, expected: str) -> None:
    assert tidy_title(title, onward) == expected


def test_italics_part_title_and_container() -> None:
    reference = parse_reference(
        "Dahl R (1999) Why ‘one vote’ in Little Rock. *Plain Affairs Monthly* 22(4): 3–5."
    )
    assert reference.title == "Why ‘one vote’ in Little Rock"
    assert reference.container == "Plain Affairs Monthly"


def test_a_title_that_begins_with_a_year_keeps_it() -> None:
    reference = parse_reference("Dahl R (2016) 2016: A year of change. *Plain Affairs* 2(4): 3–5.")
    assert (reference.year, reference.title) == ("2016", "2016: A year of change")
