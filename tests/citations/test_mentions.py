"""Scholars named without a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from debatemap.citations import cite
from debatemap.model import Block, BlockKind, Citation, Document, Name, Reference, Span
from debatemap.nlp import split_sentences

CASES = [
    ("narrative", "Olson argues that groups fail.", ["Olson -> olson-1965"]),
    ("possessive", "Olson's theory fails.", ["Olson's -> olson-1965"]),
    ("possessive in s", "In Keck and Sikkink's view", ["Keck and Sikkink's -> keck-sikkink-1998"]),
    ("two authors are one mention", "Piven and Cloward argue", ["Piven and Cloward -> piven-cloward-1977"]),
    ("ampersand", "Piven & Cloward argue", ["Piven & Cloward -> piven-cloward-1977"]),
    (
        "three authors",
        "McAdam, Tarrow and Tilly argue",
        ["McAdam, Tarrow and Tilly -> mcadam-tarrow-tilly-2001"],
    ),
    ("et al.", "McAdam et al. argue", ["McAdam et al. -> mcadam-tarrow-tilly-2001"]),
    ("two scholars of two works", "Olson and Putnam agree", ["Olson -> olson-1965", "Putnam -> putnam-2000"]),
    ("given name of the list", "Mancur Olson argues", ["Mancur Olson -> olson-1965"]),
    (
        "given name of the second",
        "Keck and Kathryn Sikkink argue",
        ["Keck and Kathryn Sikkink -> keck-sikkink-1998"],
    ),
    ("a pair with a stranger of two names", "Keck and Jane Miller argue", ["Keck -> keck-sikkink-1998"]),
    ("initial of the list", "M. Olson argues", ["M. Olson -> olson-1965"]),
    ("given name and particle", "Simone de Beauvoir argues", ["Simone de Beauvoir -> de-beauvoir-1949"]),
    ("initial before the given name", "M. Lloyd Olson argues", ["Olson -> olson-1965"]),
    ("number behind the surname", "Mancur Olson III argues", ["Mancur Olson -> olson-1965"]),
    ("an adverb is no given name", "Moreover Olson argues", ["Olson -> olson-1965"]),
    ("namesake by initial", "As F. Barth argues", ["F. Barth -> barth-1969"]),
    ("namesake by given name", "As Karl Barth argues", ["Karl Barth -> barth-1972"]),
    (
        "a short name",
        "Keck and Sikkink (1998, henceforth KS) say so. KS add why, and KS's (1998: 5) data show it.",
        [
            "Keck and Sikkink (1998 -> keck-sikkink-1998",
            "KS -> keck-sikkink-1998",
            "KS's -> keck-sikkink-1998",
            "1998: 5 -> keck-sikkink-1998",
        ],
    ),
    (
        "a short name given in brackets",
        "It fails (Piven & Cloward 1977; hereafter “P&C”). P&C say why; PC do not.",
        ["Piven & Cloward 1977 -> piven-cloward-1977", "P&C -> piven-cloward-1977"],
    ),
    (
        "a word that is cut short is no name",
        "Olson (1965, henceforth the book) argues",
        ["Olson (1965 -> olson-1965"],
    ),
    ("another person of that name", "Jane Olson, a baker, says so.", []),
    ("part of a longer name", "the Olson Institute says", []),
    ("joined by a hyphen", "an Olson-style model", []),
    ("a pair with a slash", "the Keck/Sikkink model", ["Keck/Sikkink -> keck-sikkink-1998"]),
    ("a pair with a dash", "the Piven–Cloward thesis", ["Piven–Cloward -> piven-cloward-1977"]),
    ("a slash between two who wrote apart", "the Olson/Putnam debate", ["Olson -> olson-1965"]),
    ("a label is no word of the text", "Olson, it seems, says so (ex:olson:1).", ["Olson -> olson-1965"]),
    ("family name first", "Chen Feng argues", ["Chen Feng -> chen-feng-2003"]),
    ("particle left out", "Beauvoir argues", ["Beauvoir -> de-beauvoir-1949"]),
    (
        "an English word is no particle",
        "How do Piven and Cloward argue?",
        ["Piven and Cloward -> piven-cloward-1977"],
    ),
    ("particle", "as de Beauvoir argues", ["de Beauvoir -> de-beauvoir-1949"]),
    ("never listed, never cited", "Hobsbawm argues", []),
    (
        "cited once, then named",
        "Hobsbawm (1959) argues. Hobsbawm adds",
        ["Hobsbawm (1959) -> ?", "Hobsbawm -> ?"],
    ),
    (
        "a thing with a date is no scholar from then on",
        "Lyric Theater (1875): a new style. Each theater differs. At the Theater one heard",
        ["Lyric Theater (1875) -> ?"],
    ),
    ("a common word at the start of a sentence", "Snow falls. The snow fell in 1986.", []),
    ("several works, none cited", "Arendt argues", ["Arendt -> ? arendt-1951 arendt-1958"]),
    ("several works, the earlier", "Arendt's earlier view fails.", ["Arendt's -> arendt-1951"]),
    ("several works, the later", "It is Arendt's (later) view.", ["Arendt's -> arendt-1958"]),
    (
        "several works, two of them later",
        "Ostrom's later view",
        ["Ostrom's -> ? ostrom-1990 ostrom-2009a ostrom-2009b"],
    ),
    (
        "several works, the last cited before",
        "Arendt (1951) argues.\n\nArendt (1958) doubts it.\n\nArendt adds",
        ["Arendt (1951) -> arendt-1951", "Arendt (1958) -> arendt-1958", "Arendt -> arendt-1958"],
    ),
    (
        "the paragraph goes before what stands further off",
        "Arendt (1951) argues.\n\nYet Arendt doubts that it is 'new' (Arendt 1958: 5).",
        ["Arendt (1951) -> arendt-1951", "Arendt -> arendt-1958", "Arendt 1958: 5 -> arendt-1958"],
    ),
    (
        "else the next cited after",
        "Arendt argues.\n\nIn Arendt (1958) this is different.",
        ["Arendt -> arendt-1958", "Arendt (1958) -> arendt-1958"],
    ),
    (
        "a co-author who is not in the list is a misprint",
        "Piven and Clower argue",
        ["Piven and Clower -> piven-cloward-1977"],
    ),
    (
        "namesakes are told apart by what is cited",
        "F. Barth (1969) argues. Barth adds",
        ["F. Barth (1969) -> barth-1969", "Barth -> barth-1969"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CASES])
def test_mention(
    text: str, expected: list[str], resolved: Callable[..., list[str]], works: list[Reference]
) -> None:
    """Named, and given the work that is meant."""
    assert resolved(text, works) == expected


def test_misprinted_pair_says_so(works: list[Reference], cited_with: Callable[..., list[Citation]]) -> None:
    """The assumption is told, and the candidate named."""
    (citation,) = cited_with("Piven and Clower argue", works)
    assert (citation.note, citation.candidates) == (
        "the list has Piven and Cloward 1977",
        ("piven-cloward-1977",),
    )


def test_a_sentence_that_ends_with_a_name(works: list[Reference]) -> None:
    """The next one begins with another name, not with the rest of this one; initials have their full stop."""
    text = "He had read all of Kant. Olson argues so. As M. Olson adds, it fails. Prof. Olson agrees."
    document = Document("x", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), references=tuple(works))
    found = cite(replace(document, sentences=split_sentences(document)))
    assert [citation.span.of(text) for citation in found] == ["Olson", "M. Olson", "Olson"]


def test_an_acronym_is_named_only_where_it_is_cited(resolved: Callable[..., list[str]]) -> None:
    """A corporate author may be what the text is about: "the UN" is not each time its report."""
    report = Reference("un-2015", (Name("UN"),), "2015")
    text = "The UN met in May. The UN (2015) warns of drought. The UN then closed."
    assert resolved(text, [report]) == ["UN (2015) -> un-2015"]


@pytest.mark.parametrize("named", ["De Vries", "de Vries", "Jan de Vries", "Vries"])
def test_a_particle_listed_behind_the_given_name(named: str) -> None:
    """ "Vries, Jan de": he is "de Vries" in the text, and "De Vries" where a sentence begins."""
    work = Reference("vries-2008", (Name("Vries", "Jan de"),), "2008")
    text = f"{named} argues that households worked more."
    document = Document("x", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), references=(work,))
    assert [c.key for c in cite(document)] == ["vries-2008"]
