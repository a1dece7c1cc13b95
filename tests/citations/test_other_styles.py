"""Citations by number, in footnotes, and by the links of the source format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from debatemap.citations import cite
from debatemap.model import Citation, CitationForm, LinkedCitation, Name, Reference, Span
from debatemap.model.document import Document, Footnote

NUMBERS = "Groups fail [1]. Some do not [2, 4]. Others go on [5–7]. All agree [3]. {}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ["1", "2", "4", "5", "5–7", "7", "3"], id="a range holds every number"),
        pytest.param("Tarrow [16] doubts it.", [..., "Tarrow [16]"], id="the author named before"),
        pytest.param("Smith [1, 2] doubts it.", [..., "1", "2"], id="another name is none of its authors"),
        pytest.param("See the rate [2010].", [...], id="a year is no number"),
        pytest.param("Some do [8]–[10].", [..., "8", "8]–[10", "10"], id="a range of brackets"),
        pytest.param("Some do [8, 9, and 10].", [..., "8", "9", "10"], id="and before the last"),
        pytest.param("Some do [8, Sec. 2.1].", [..., "8"], id="a section"),
    ],
)
def test_numbers(
    text: str, expected: list[object], works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """Numbers are places in the list; they carry their keys."""
    document = document_of(NUMBERS.format(text).strip())
    found = [c for c in cite(document, works) if c.form is not CitationForm.NAME]
    always = ["1", "2", "4", "5", "5–7", "7", "3"]
    wanted = [*always, *expected[1:]] if expected[:1] == [...] else expected
    assert [c.span.of(document.text) for c in found] == wanted
    assert [c.key for c in found[:3]] == [works[0].key, works[1].key, works[3].key]


def test_number_by_alias(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """Where the list prints its numbers they are aliases, and count before the order."""
    listed = [replace(ref, aliases=(str(len(works) - at),)) for at, ref in enumerate(works)]
    first = cite(document_of(NUMBERS.format("").strip()), listed)[0]
    assert first.key == works[-1].key


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Groups fail.<sup>1</sup> Some do not.<sup>2,4</sup> Others<sup>5–7</sup> go.", id="html"
        ),
        pytest.param("Groups fail.¹ Some do not.²⁻³ Others⁵ go.", id="raised signs"),
        pytest.param("Groups fail.^1^ Some do not.^2,4^ Others^5-7^ go.", id="markdown"),
    ],
)
def test_raised_numbers(text: str, works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """Raised numbers are citations where a text has no footnotes and no dates."""
    found = cite(document_of(text), works)
    assert {c.form for c in found} == {CitationForm.NUMERIC}
    assert found[0].key == works[0].key


def test_numbers_of_a_text_that_cites_by_date(
    works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """Examples and equations are numbered in brackets too."""
    text = "See [1] and [2] and [3]. (Olson 1965) (Putnam 2000) (Tilly 1978) (Weber 1978)"
    assert {c.form for c in cite(document_of(text), works)} == {CitationForm.PARENTHETICAL}


NOTES = [
    ("[^1]: Mancur Olson, The Logic of Collective Action (Harvard, 1965), 15.", "olson-1965", "15"),
    ("[^1]: Olson, Logic, 20–21.", "olson-1965", "20–21"),
    ("[^1]: See Hannah Arendt, The Human Condition, p. 7.", "arendt-1958", "7"),
    ("[^1]: Olson, Logic, ch. 2.", "olson-1965", "ch. 2"),
    ("[^1]: Olson, Logic, 9, n. 3.", "olson-1965", "9, n. 3"),
    ("[^1]: Quoted in Tarrow, Power in Movement, 4.", "tarrow-1994", "4"),
    ("[^1]: Robert Putnam, 'Bowling Alone', p. 3.", "putnam-2000", "3"),
    ("[^1]: Arendt, Origins, 33; she changed her mind later.", "arendt-1951", "33"),
    ("[^1]: Olson, “Collective Action,” 20.", "olson-1965", "20"),
    ("[^1]: Ostrom, “Markets and States,” 20.", "ostrom-2009a", "20"),
    ("[^1]: MANCUR OLSON, THE LOGIC OF COLLECTIVE ACTION 15, 20 (1965).", "olson-1965", "15"),
    ("[^1]: Elinor Ostrom, Governing the Commons, 12 Yale L.J. 1990, 1999 (1990).", "ostrom-1990", "1999"),
]


@pytest.mark.parametrize(("note", "key", "locator"), NOTES)
def test_footnotes(
    note: str, key: str, locator: str, works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """Name, title or short title, page; the year of the imprint is no citation of its own."""
    found = cite(document_of(f"Groups fail.1\n\n{note}"), works)
    assert [(c.form, c.key, c.locator) for c in found] == [(CitationForm.NOTE, key, locator)]


def test_ibid_in_footnotes(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """ "Ibid." is the work of the note before, "op. cit." the last one of its author."""
    text = (
        "Groups fail.\n\n[^1]: Olson, Logic, 15.\n\n[^2]: Ibid., 20.\n\n[^3]: Arendt, Origins, 3.\n\n"
        "[^4]: Olson, op. cit., 7."
    )
    found = cite(document_of(text), works)
    assert [c.key for c in found] == ["olson-1965", "olson-1965", "arendt-1951", "olson-1965"]
    assert {c.form for c in found} == {CitationForm.NOTE}


def test_short_forms_in_footnotes(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """ "Idem" is the author before with another title; a name and a page the work cited last; pages of
    "Ibid." are kept."""
    text = (
        "Groups fail.\n\n[^1]: Arendt, The Human Condition (Chicago, 1958), 9; idem, The Origins of Totalitarianism, 10."
        "\n\n[^2]: Keck and Sikkink, Activists, 14.\n\n[^3]: Ibid., 22.\n\n[^4]: Keck and Sikkink, 15."
    )
    found = cite(document_of(text), works)
    assert [(c.key, c.locator) for c in found] == [
        ("arendt-1958", "9"),
        ("arendt-1951", "10"),
        ("keck-sikkink-1998", "14"),
        ("keck-sikkink-1998", "22"),
        ("keck-sikkink-1998", "15"),
    ]


def test_short_forms_of_law_reviews(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """ "Id. at 7" is the work before, "supra note 1" the author's work in that note; without an author it
    only sends there. A roman page is a page."""
    notes = [
        "Arendt, Origins, 3; Olson, Logic, 4.", "Arendt, Human Condition, 5.", "Id. at 7.",
        "Arendt, supra note 1, at 9, 12.", "See supra note 1.", "Ibid., xii.",
    ]  # fmt: skip
    text = "\n\n".join(["Groups fail.", *(f"[^{n}]: {note}" for n, note in enumerate(notes, start=1))])
    document = document_of(text)
    footnotes = [Footnote(str(n), block.span, None) for n, block in enumerate(document.blocks[1:], start=1)]
    found = cite(replace(document, footnotes=tuple(footnotes)), works)
    assert [(c.key, c.locator) for c in found] == [
        ("arendt-1951", "3"),
        ("olson-1965", "4"),
        ("arendt-1958", "5"),
        ("arendt-1958", "7"),
        ("arendt-1951", "9, 12"),
        ("arendt-1951", "xii"),
    ]


def test_a_name_takes_the_work_in_the_note_of_its_sentence(
    works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """Also one written with somebody, where the list has one of the scholar alone."""
    pair = Reference("olson-zeckhauser-1966", (Name("Olson"), Name("Zeckhauser")), "1966", title="Alliances")
    text = "Olson doubts it.1\n\n[^1]: Olson and Zeckhauser, Alliances, 270."
    document = document_of(text)
    note = Footnote("1", document.blocks[-1].span, text.index("1"))
    found = cite(replace(document, footnotes=(note,)), [*works, pair])
    assert [c.key for c in found] == ["olson-zeckhauser-1966"] * 2


def test_an_id_that_is_none(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """Freud's id at the end of a sentence sends to no work."""
    found = cite(document_of("Olson (1965) speaks of the id. At work it rules."), works)
    assert [c.key for c in found] == ["olson-1965"]


def test_a_note_stands_where_it_is_called(
    works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """A name in the text takes the work that the note of its own paragraph cites."""
    text = (
        "Arendt doubts it.1\n\nLater Arendt changed her mind.2\n\n[^1]: Arendt, Origins, 3.\n\n"
        "[^2]: Arendt, Human Condition, 4."
    )
    document = document_of(text)
    notes = [block.span for block in document.blocks[2:]]
    calls = [text.index("1"), text.index("2")]
    document = replace(
        document, footnotes=tuple(Footnote("", span, call) for span, call in zip(notes, calls, strict=True))
    )
    assert [c.key for c in cite(document, works)] == ["arendt-1951", "arendt-1958"] * 2


@pytest.mark.parametrize(
    ("paragraph", "note", "key"),
    [
        pytest.param(
            "Olson replies that it fails.1", "See https://example.org/replies.", "", id="an address"
        ),
        pytest.param("Olson replies. Olson adds 'it fails'.1", "www.example.org", "", id="named twice"),
        pytest.param(
            "Olson replies. Others add that it fails.1", "www.example.org", "olson-1965", id="others"
        ),
        pytest.param(
            "Olson (1965) sees it. Olson adds it.1", "www.example.org", "olson-1965", id="a work cited"
        ),
        pytest.param(
            "Olson replies that it fails.1", "I owe this to a reader.", "olson-1965", id="no address"
        ),
        pytest.param(
            "Olson replies that it fails.1",
            "The book is reprinted, with a new preface and a list of errata, at www.example.org",
            "olson-1965",
            id="a note that says more",
        ),
    ],
)
def test_a_name_whose_note_is_an_address(
    paragraph: str, note: str, key: str, works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """What stands on a web page stands in no listed work: it is left open, the scholar's works named."""
    document = document_of(f"Groups fail (Olson 1965).\n\n{paragraph}\n\n[^1]: {note}")
    call = document.text.index(paragraph) + len(paragraph) - 1
    document = replace(document, footnotes=(Footnote("1", document.blocks[-1].span, call),))
    found = [c for c in cite(document, works) if c.form is CitationForm.NAME]
    assert (found[-1].key, bool(found[-1].candidates)) == (key, not key)
    assert all(c.key == "olson-1965" for c in found if c.names != found[-1].names)


def linked(text: str, printed: str, *keys: str, document: Document) -> Document:
    """The document with one link over the printed words."""
    start = text.index(printed)
    return replace(document, links=(LinkedCitation(Span(start, start + len(printed)), keys),))


@pytest.mark.parametrize(
    ("printed", "keys", "expected"),
    [
        pytest.param(
            "Ostrom 2009", ("ostrom-2009b",), ["ostrom-2009b"], id="settles what the text leaves open"
        ),
        pytest.param("the study below", ("olson-1965",), ["olson-1965", ""], id="adds what the text hides"),
        pytest.param("Ostrom 2009", ("B7",), ["weber-1978"], id="by another key of the work"),
        pytest.param("Ostrom 2009", ("nothing",), [""], id="a key the list does not have"),
    ],
)
def test_links(
    printed: str,
    keys: tuple[str, ...],
    expected: list[str],
    works: list[Reference],
    document_of: Callable[[str], Document],
) -> None:
    """What the source format links is taken as linked."""
    works = [replace(ref, aliases=("B7",)) if ref.key == "weber-1978" else ref for ref in works]
    text = "As in the study below, it fails (Ostrom 2009)."
    document = linked(text, printed, *keys, document=document_of(text))
    found: list[Citation] = cite(document, works)
    assert [c.key for c in found] == expected


def test_a_link_over_two_years(works: list[Reference], document_of: Callable[[str], Document]) -> None:
    """The year that the text resolves exactly keeps its work."""
    text = "It fails (Ostrom 1990, 2009b)."
    document = linked(text, "Ostrom 1990, 2009b", "ostrom-1990", document=document_of(text))
    assert [c.key for c in cite(document, works)] == ["ostrom-1990", "ostrom-2009b"]


def test_a_link_to_somebody_elses_work(
    works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """Names that are those of one work and not of the linked one win, and the doubt is told."""
    text = "It fails (Ostrom 1990)."
    document = linked(text, "Ostrom 1990", "olson-1965", document=document_of(text))
    works = [replace(ref, year="1990") if ref.key == "olson-1965" else ref for ref in works]
    (found,) = cite(document, works)
    assert (found.key, found.note) == ("ostrom-1990", "the file links it to olson-1965")


@pytest.mark.parametrize("name", ["Olson", "Olsen"])
def test_a_name_alone_after_a_link(
    name: str, works: list[Reference], document_of: Callable[[str], Document]
) -> None:
    """A translation's year, and a spelling, that the list does not have: the link tells the work, and the
    name alone, said again, means the same."""
    text = f"It fails ({name} 1998). {name} shows why."
    document = linked(text, f"{name} 1998", "olson-1965", document=document_of(text))
    assert [c.key for c in cite(document, works)] == ["olson-1965", "olson-1965"]
