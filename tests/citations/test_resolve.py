"""Citations to works: exact, by a misprint, by what was said before, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debatemap.model import Citation, Name, Reference

CASES = [
    ("exact", "(Olson, 1965)", ["Olson, 1965 -> olson-1965"]),
    ("all authors", "(Keck & Sikkink 1998)", ["Keck & Sikkink 1998 -> keck-sikkink-1998"]),
    ("et al.", "Snow et al. (1986)", ["Snow et al. (1986) -> snow-et-al-1986"]),
    ("a family in the plural", "the Webbs (1897) say", ["Webbs (1897) -> webb-webb-1897"]),
    (
        "a family in the plural, undated",
        "Unions bargain (Webb and Webb 1897). So the Webbs’ book has it.",
        ["Webb and Webb 1897 -> webb-webb-1897", "Webbs’ -> webb-webb-1897"],
    ),
    ("letter", "(Ostrom 2009b)", ["Ostrom 2009b -> ostrom-2009b"]),
    ("letter left out, two works", "(Ostrom 2009)", ["Ostrom 2009 -> ? ostrom-2009a ostrom-2009b"]),
    ("particle left out", "(Beauvoir 1949)", ["Beauvoir 1949 -> de-beauvoir-1949"]),
    ("particle in capitals", "De Beauvoir (1949)", ["De Beauvoir (1949) -> de-beauvoir-1949"]),
    ("family name first, given left out", "Chen (2003)", ["Chen (2003) -> chen-feng-2003"]),
    ("acronym of a corporate author", "the WORLD BANK (2001)", ["WORLD BANK (2001) -> world-bank-2001"]),
    ("not listed, nothing near", "(Hobsbawm 1959)", ["Hobsbawm 1959 -> ?"]),
    ("not listed, other works of the author", "(Putnam 1983)", ["Putnam 1983 -> ? putnam-2000"]),
    ("year one off", "(Olson 1966)", ["Olson 1966 -> olson-1965"]),
    (
        "digits exchanged",
        "(Putnam 2000; Tarrow 1949)",
        ["Putnam 2000 -> putnam-2000", "Tarrow 1949 -> tarrow-1994"],
    ),
    ("a letter of the name", "(Putnem 2000)", ["Putnem 2000 -> putnam-2000"]),
    ("a co-author misprinted", "(Keck and Sikking, 1998)", ["Keck and Sikking, 1998 -> keck-sikkink-1998"]),
    ("a co-author left out", "(Keck 1998)", ["Keck 1998 -> keck-sikkink-1998"]),
    ("the first author misread", "(Kock and Sikkink 1998)", ["Kock and Sikkink 1998 -> keck-sikkink-1998"]),
    ("another year is no misprint", "(Putnam 2007)", ["Putnam 2007 -> ? putnam-2000"]),
    ("a letter the list does not have", "(Olson 1966b)", ["Olson 1966b -> ? olson-1965"]),
    ("year near two works", "(Ostrom 2008)", ["Ostrom 2008 -> ? ostrom-2009a ostrom-2009b ostrom-1990"]),
    (
        "authors in another order",
        "(Sikkink and Keck 1998; Tilly, McAdam & Tarrow 2001)",
        [
            "Sikkink and Keck 1998 -> keck-sikkink-1998",
            "Tilly, McAdam & Tarrow 2001 -> mcadam-tarrow-tilly-2001",
        ],
    ),
    (
        "the list has the first edition only",
        "(Beauvoir, 1949/2010)",
        ["Beauvoir, 1949/2010 -> de-beauvoir-1949"],
    ),
    ("initials behind the name", "(Chen F. 2003)", ["Chen F. 2003 -> chen-feng-2003"]),
    ("initials behind a name of the text", "Olson, M. (1965) argues", ["Olson, M. (1965) -> olson-1965"]),
    ("an interview with a namesake", "(Interview with A. Putnam, 1965)", []),
    (
        "an article of a namesake's newspaper",
        "(Tarrow Gazette, 4 May 2001; Putnam, 2000)",
        ["Putnam, 2000 -> putnam-2000"],
    ),
    (
        "a page alone under a block quotation",
        "Olson (1965) writes:\n\n> unless the number is small (p. 2)",
        ["Olson (1965) -> olson-1965", "p. 2 -> olson-1965"],
    ),
    ("second author alone", "(Sikkink 1998)", ["Sikkink 1998 -> ? keck-sikkink-1998"]),
    (
        "year and page alone: the author named before",
        "Olson doubts that groups act for 'common ends' (1965: 2).",
        ["Olson -> olson-1965", "1965: 2 -> olson-1965"],
    ),
    (
        "the nearest author may have no work of that year",
        "Unlike Olson, Putnam sees 'decline'. He calls it 'latent' (1965: 50).",
        ["Olson -> olson-1965", "Putnam -> putnam-2000", "1965: 50 -> olson-1965"],
    ),
    (
        "two with that year: the nearest",
        "Tilly (1978) and Weber (1978) differ: 'power' is his word (1978: 53).",
        ["Tilly (1978) -> tilly-1978", "Weber (1978) -> weber-1978", "1978: 53 -> weber-1978"],
    ),
    (
        "after a block quotation",
        "Olson writes:\n\n> unless the number is small\n\n(1965: 2) and so on.",
        ["Olson -> olson-1965", "1965: 2 -> olson-1965"],
    ),
    (
        "across a heading only when one work of the year is cited",
        "Olson (1965) writes much.\n\n## Second\n\nIt is 'latent' (1965: 50).",
        ["Olson (1965) -> olson-1965", "1965: 50 -> olson-1965"],
    ),
    (
        "across a heading, two works of the year",
        "(Tilly 1978; Weber 1978)\n\n## Second\n\nIt is 'latent' (1978: 50).",
        ["Tilly 1978 -> tilly-1978", "Weber 1978 -> weber-1978", "1978: 50 -> ? tilly-1978 weber-1978"],
    ),
    (
        "a place before the year is no author",
        "Olson saw this in Lisbon (1965: 50).",
        ["Olson -> olson-1965", "1965: 50 -> olson-1965"],
    ),
    (
        "an unlisted author is none of those named before",
        "Unlike Olson, Hobsbawm (1965: 50) sees this.",
        ["Olson -> olson-1965", "Hobsbawm (1965: 50) -> ?"],
    ),
    (
        "letter and year alone",
        "Ostrom calls it 'polycentric' (2009a: 5).",
        ["Ostrom -> ostrom-2009a", "2009a: 5 -> ostrom-2009a"],
    ),
    (
        "bare year in a bracket after words",
        "Olson's very long and famous and often read and cited book (1965) says",
        ["Olson's -> olson-1965", "1965 -> olson-1965"],
    ),
    ("title and year", "as Bowling Alone (2000) has it", ["2000 -> putnam-2000"]),
    (
        "ibid.",
        "(Olson, 1965: 2). More (ibid.: 7).",
        ["Olson, 1965: 2 -> olson-1965", "ibid.: 7 -> olson-1965"],
    ),
    (
        "op. cit. goes back to its author",
        "(Olson, 1965). (Putnam 2000). Olson (op. cit.: 5) adds",
        ["Olson, 1965 -> olson-1965", "Putnam 2000 -> putnam-2000", "Olson (op. cit.: 5) -> olson-1965"],
    ),
    (
        "page alone",
        "Olson (1965) calls it 'latent' (p. 50).",
        ["Olson (1965) -> olson-1965", "p. 50 -> olson-1965"],
    ),
    (
        "page alone, another author named since",
        "Olson (1965) and Putnam (2000) differ: Olson calls it 'latent' (p. 50).",
        [
            "Olson (1965) -> olson-1965",
            "Putnam (2000) -> putnam-2000",
            "Olson -> olson-1965",
            "p. 50 -> olson-1965",
        ],
    ),
    ("page alone, nothing cited before", "It is 'latent' (p. 50).", []),
    (
        "the list decides how far names reach",
        "Marxism and Olson (1965) part.",
        ["Olson (1965) -> olson-1965"],
    ),
    (
        "without bracket when the list has it",
        "as Olson 1965 argues",
        ["Olson 1965 -> olson-1965"],
    ),
    (
        "a year after a place is that of the author before",
        "Putnam counted clubs (2000: 5). Most were small; so were those across Emilia (2000: 12).",
        ["Putnam -> putnam-2000", "2000: 5 -> putnam-2000", "2000: 12 -> putnam-2000"],
    ),
    (
        "a work pointed to in passing is not the one a bare name goes on with",
        "Arendt (1951) asks why (cf. Arendt 1958). Arendt finds loneliness.",
        ["Arendt (1951) -> arendt-1951", "Arendt 1958 -> arendt-1958", "Arendt -> arendt-1951"],
    ),
    (
        "a name right before its own bracket",
        "Arendt (1951) asks why. Arendt's (Arendt 1958) answer is action.",
        ["Arendt (1951) -> arendt-1951", "Arendt's -> arendt-1958", "Arendt 1958 -> arendt-1958"],
    ),
    (
        "two years, the first in square brackets",
        "Olson ([1965] 1971, 5) asks (see Olson [1965] 1971, 9–10). Olson himself ([1965] 1971, 20) answers.",
        [
            "Olson ([1965] 1971, 5) -> olson-1965",
            "Olson [1965] 1971, 9–10 -> olson-1965",
            "Olson -> olson-1965",
            "[1965] 1971, 20 -> olson-1965",
        ],
    ),
    ("a word before a known name", "Theorem of Olson (1965)", ["Olson (1965) -> olson-1965"]),
]

UNLISTED = [
    ("Hobsbawm (1959) asks why. Hobsbawm finds none.", ["hobsbawm-1959", "hobsbawm-1959"]),
    ("Hobsbawm asks why. He finds none (Hobsbawm 1959).", ["hobsbawm-1959", "hobsbawm-1959"]),
    (
        "Hobsbawm (1959) asks. Hobsbawm (1969) finds. Hobsbawm's bandits ride.",
        ["hobsbawm-1959", "hobsbawm-1969", "hobsbawm-1969"],
    ),
    (
        "Hobsbawm et al. (1959) ask. Hobsbawm and colleagues find. Hobsbawm's bandits ride.",
        ["hobsbawm-1959", "hobsbawm-1959", "hobsbawm-1959"],
    ),
    ("Arendt (1975) asks. Arendt answers.", ["arendt-1975", "arendt-1975"]),
]
"""The last: an author of the list, with a work that it does not have."""


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CASES])
def test_resolve(
    text: str, expected: list[str], resolved: Callable[..., list[str]], works: list[Reference]
) -> None:
    """The work that is meant, or "?" and what comes near."""
    assert resolved(text, works) == expected


@pytest.mark.parametrize(("text", "expected"), UNLISTED)
def test_an_unlisted_work_by_name_alone(
    text: str, expected: list[str], works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """One work, whether or not the text says its year again; it stays unresolved."""
    found = cited_with(text, works)
    assert [(c.provisional_key, c.key) for c in found] == [(key, "") for key in expected]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param("(Olson 1965)", "", id="exact: nothing to say"),
        pytest.param("(Olson 1966)", "the list has the year 1965", id="year"),
        pytest.param("(Putnem 2000)", "the list spells Putnam", id="spelling"),
        pytest.param("(Keck and Sikking, 1998)", "the list has Keck and Sikkink 1998", id="co-author"),
        pytest.param("as Bowling Alone (2000) has it", "named by its title", id="title"),
    ],
)
def test_note(
    text: str, note: str, works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """What a person should know is said."""
    assert [citation.note for citation in cited_with(text, works)] == [note]


def test_cited_in_becomes_a_key(works: list[Reference], cited_with: Callable[..., list[Citation]]) -> None:
    """The work that was read is resolved like any other, its misprint corrected."""
    mill, _ = cited_with("(Mill, 1848, cited in Olson, 1966: 5)", works)
    assert (mill.key, mill.cited_in) == ("", "olson-1965")


def test_in_a_work_of_somebody_else(
    works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """A scholar of the list, and in the bracket nothing but the work in which the view is found."""
    ostrom, _ = cited_with("Ostrom (in Olson 1965: 5) holds that it fails.", works)
    assert (ostrom.names, ostrom.cited_in) == (("Ostrom",), "olson-1965")


def test_letters_in_the_order_of_the_list(
    works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """A list that prints no letters: a is its first work of the author and year, and a note says so."""
    plain = [ref for ref in works if not ref.suffix]
    extra = [
        Reference(key=f"ostrom-{title}", authors=works[9].authors, year="2009", title=title)
        for title in ("beyond", "general")
    ]
    (citation,) = cited_with("(Ostrom 2009b)", [*plain, *extra])
    assert citation.key == "ostrom-general"
    assert citation.note == "the list has no letter: taken in its order"


def test_first_edition_counts(cited_with: Callable[..., list[Citation]], works: list[Reference]) -> None:
    """A reprint is found by the year of its first publication."""
    reprint = Reference(key="weber", authors=works[-3].authors, year="1978", original_year="1921")
    assert [citation.key for citation in cited_with("(Weber 1921)", [reprint])] == ["weber"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("(F. Barth 1969)", ["fredrik"], id="initial in a bracket"),
        pytest.param("Karl Barth (1969) writes", ["karl"], id="given name"),
        pytest.param("(Barth 1969)", [""], id="neither"),
    ],
)
def test_namesakes_of_one_year(
    text: str, keys: list[str], works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """Namesakes with a work of the same year are told apart by what stands before the surname."""
    barths = [Reference("fredrik", works[3].authors, "1969"), Reference("karl", works[2].authors, "1969")]
    assert [citation.key for citation in cited_with(text, barths)] == keys


@pytest.mark.parametrize("cited", ["Vargas Llosa (1981)", "Vargas (1981)"])
def test_the_second_surname_may_be_left_out(cited: str, resolved: Callable[..., list[str]]) -> None:
    """Of two; the first by itself names the work."""
    work = Reference("vargas-llosa-1981", (Name("Vargas Llosa", "Mario"),), "1981")
    assert resolved(f"{cited} tells of a war.", [work]) == [f"{cited} -> vargas-llosa-1981"]


def test_a_particle_tells_namesakes_apart(
    works: list[Reference], cited_with: Callable[..., list[Citation]]
) -> None:
    """ "Beauvoir" is Simone de Beauvoir, unless the list has a Beauvoir."""
    assert [c.key for c in cited_with("Beauvoir argues.", works)] == ["de-beauvoir-1949"]
    namesake = Reference("beauvoir-2001", (Name("Beauvoir", "Ann"),), "2001")
    assert [c.key for c in cited_with("Beauvoir argues.", [*works, namesake])] == ["beauvoir-2001"]
