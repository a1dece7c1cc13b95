"""The author part: persons, however their names are turned, and organisations whole."""

from __future__ import annotations

import pytest

from debatemap.corpus.reference_parser_names import NameOrder, name_order, parse_names, split_acronym


@pytest.mark.parametrize(
    ("text", "families"),
    [
        pytest.param("Dahl, R. A.", ["Dahl"], id="one, turned, initials"),
        pytest.param("Dahl, R. A., Olson, M., & Scott, J. C.", ["Dahl", "Olson", "Scott"], id="APA"),
        pytest.param("Dahl RA, Olson M, Scott JC", ["Dahl", "Olson", "Scott"], id="Vancouver"),
        pytest.param("Dahl RA, Olson M and Scott JC", ["Dahl", "Olson", "Scott"], id="Harvard"),
        pytest.param(
            "Dahl, Robert, Mary Olson, and James C. Scott", ["Dahl", "Olson", "Scott"], id="Chicago"
        ),
        pytest.param("Dahl, Robert; Olson, Mary; Scott, James", ["Dahl", "Olson", "Scott"], id="semicolons"),
        pytest.param("Dahl, R./Olson, M./Scott, J.", ["Dahl", "Olson", "Scott"], id="slashes"),
        pytest.param("Robert A. Dahl and Mary Olson", ["Dahl", "Olson"], id="straight"),
        pytest.param("R. A. Dahl, M. Olson", ["Dahl", "Olson"], id="straight, initials"),
        pytest.param("DAHL Robert, OLSON Mary", ["DAHL", "OLSON"], id="surnames in capitals"),
        pytest.param(
            "de la Cruz, M. & van den Berg, K.", ["de la Cruz", "van den Berg"], id="particles first"
        ),
        pytest.param("Ludwig von Mises", ["von Mises"], id="particle inside"),
        pytest.param("Berg, K. van den", ["Berg"], id="particle moved behind"),
        pytest.param("Cook EH Jr, Lord C", ["Cook", "Lord"], id="Jr is no surname"),
        pytest.param("King, M. L., Jr.", ["King"], id="Jr after a comma"),
        pytest.param("Dahl, R. A. et al.", ["Dahl"], id="et al."),
        pytest.param("Dahl, Robert (ed.)", ["Dahl"], id="editor"),
        pytest.param("Dahl, R. and Olson, M. (Hrsg.)", ["Dahl", "Olson"], id="editors, German"),
        pytest.param("O’Brien, L. & MacCoun, R.", ["O’Brien", "MacCoun"], id="apostrophe, inner capital"),
        pytest.param("Шмелев, А. Г.", ["Шмелев"], id="another script"),
        pytest.param("World Health Organization", ["World Health Organization"], id="organisation"),
        pytest.param(
            "Ministry of Health and Welfare", ["Ministry of Health and Welfare"], id="organisation with and"
        ),
        pytest.param("The Guardian", ["The Guardian"], id="newspaper"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_surnames(text: str, families: list[str]) -> None:
    assert [name.family for name in parse_names(text)] == families


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("Li Wei", NameOrder.INITIALS_LAST, [("Li Wei", "")]),
        ("Dahl Robert A., Olson Mary", NameOrder.FAMILY_FIRST, [("Dahl", "Robert A."), ("Olson", "Mary")]),
        ("De Witt Hendrik", NameOrder.FAMILY_FIRST, [("De Witt", "Hendrik")]),
        ("Castro Vega Maria", NameOrder.FAMILY_FIRST, [("Castro Vega", "Maria")]),
        ("Robert Dahl", NameOrder.GIVEN_FIRST, [("Dahl", "Robert")]),
        ("TEN HOLT K.", NameOrder.INITIALS_LAST, [("TEN HOLT", "K.")]),
        ("WORLD BANK", NameOrder.INITIALS_LAST, [("WORLD BANK", "")]),
    ],
)
def test_the_order_of_the_list_decides(text: str, order: NameOrder, expected: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in parse_names(text, order)] == expected


@pytest.mark.parametrize(
    ("parts", "order"),
    [
        (["Dahl RA", "Olson M and Scott JC", "Li Wei"], NameOrder.INITIALS_LAST),
        (["Dahl Robert A.", "Olson Mary", "Scott James"], NameOrder.FAMILY_FIRST),
        (["R. A. Dahl", "Mary Olson"], NameOrder.GIVEN_FIRST),
        (["Dahl, R. A.", "Olson, Mary"], NameOrder.UNKNOWN),
    ],
)
def test_a_list_tells_its_order(parts: list[str], order: NameOrder) -> None:
    assert name_order(parts) is order


def test_an_acronym_is_parted_from_the_name_in_full() -> None:
    assert split_acronym("WHO – World Health Organization") == ("WHO", "World Health Organization")
    assert split_acronym("World Health Organization") == ("", "World Health Organization")
