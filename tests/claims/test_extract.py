"""Who is given a constructed sentence, and with which content."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debatemap.claims.extract import _without_parts
from debatemap.model import Via

from .conftest import Extract

# (why the row is here, text, expected holder → words of the claim; None: whichever words)
ONE_SENTENCE: list[tuple[str, str, dict[str, str | None]]] = [
    ("subject of a reporting verb, year in a bracket", "Baker (2003) argues that wages are sticky.", {"baker-2003": "Wages are sticky."}),
    ("page in the bracket", "Baker (2003: 12) claims that firms adapt.", {"baker-2003": "Firms adapt."}),
    ("two authors", "Card and Krueger (1994) find that employment rose.", {"card-krueger-1994": "Employment rose."}),
    ("et al.", "Ho et al. (2016) maintain that effects differ by region.", {"ho-et-al-2016": "Effects differ by region."}),
    ("ampersand", "Card & Krueger (1994) show that prices went up.", {"card-krueger-1994": "Prices went up."}),
    ("a family name of two words", "Xu Yi (2013) contends that inspectors matter.", {"xu-yi-2013": "Inspectors matter."}),
    ("backed by a bracket at the end", "Small firms cut hours rather than jobs (Fischer, 2015).", {"fischer-2015": "Small firms cut hours rather than jobs."}),
    ("several works in one bracket", "Teenagers are hit first (Neumark and Wascher, 2007; Okafor, 2019).", {"neumark-wascher-2007": "Teenagers are hit first.", "okafor-2019": "Teenagers are hit first."}),
    ("according to", "According to Garcia (2012), employers have wage-setting power.", {"garcia-2012": "Employers have wage-setting power."}),
    ("as X notes", "As Okafor (2019) notes, inspectors rarely visit farms.", {"okafor-2019": "Inspectors rarely visit farms."}),
    ("content split around the cue", "Inspectors, Okafor (2019) argues, rarely visit farms.", {"okafor-2019": "Inspectors rarely visit farms."}),
    ("possessive with a reporting noun", "Garcia's (2012) claim that employers collude is well supported.", {"garcia-2012": "Employers collude."}),
    ("two verbs, two claims' holder", "Fischer (2015) acknowledges that prices rise, but warns that jobs vanish.", {"fischer-2015": None}),
    ("a comparison is no claim", "Unlike Baker (2003), Fischer (2015) argues that jobs vanish.", {"fischer-2015": "Jobs vanish."}),
    ("leaning on a work is no claim", "Drawing on Baker (2003), Fischer (2015) argues that jobs vanish.", {"fischer-2015": "Jobs vanish."}),
    ("an eponym is no claim", "In most towns Okafor's law was long taken for granted.", {}),
    ("an eponym that says something", "Okafor's law states that inspectors rarely visit farms.", {"okafor-2019": None}),
    ("that of X, who did", "The first large test is that of Okafor (2019), who set farms with visits beside farms without.", {"okafor-2019": None}),
    ("it begins with X, whose data show", "The recent turn begins with Garcia (2012), whose data cover three towns.", {"garcia-2012": None}),
    ("it was X who", "It was Card and Krueger (1994) who proposed that firms set wages.", {"card-krueger-1994": "Firms set wages."}),
    ("to X, P", "To Fischer (2015), jobs are what is at stake.", {"fischer-2015": None}),
    ("according to a possessive", "Four causes recur, according to Garcia's (2012) review: power, search, monopsony and habit.", {"garcia-2012": None}),
    ("X and her colleagues", "Ho and her colleagues (2016) maintain that effects differ by region.", {"ho-et-al-2016": "Effects differ by region."}),
    ("see X for", "Wages differ by region (see Okafor 2019 for an overview).", {}),
    ("set against X, who", "Unlike Baker (2003), who used survey data, Fischer (2015) argues that jobs vanish.", {"fischer-2015": "Jobs vanish."}),
    ("a relative clause reports", "This view is shared by Okafor (2019), who believes that enforcement is weak.", {"okafor-2019": None}),
    ("passive with by", "It was shown by Garcia (2012) that turnover falls.", {"garcia-2012": None}),
    ("a denial stays in the words", "Okafor (2019) denies that jobs vanish.", {"okafor-2019": "Okafor denies that jobs vanish."}),
    ("no citation, nobody's claim", "The tables are in the appendix.", {}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), ONE_SENTENCE, ids=[row[0] for row in ONE_SENTENCE])
def test_one_sentence(extract: Extract, why: str, text: str, expected: dict[str, str | None]) -> None:
    """The holders are exactly those expected, and each says what is expected."""
    document, claims = extract(text)
    assert {claim.holder for claim in claims} == set(expected), why
    for claim in claims:
        wanted = expected[claim.holder]
        assert wanted is None or claim.text == wanted
        assert claim.span is not None and claim.span.of(document.text) == claim.evidence


# (why, text, the holders of each sentence in order)
CARRIED: list[tuple[str, str, list[set[str]]]] = [
    (
        "a pronoun carries the report on",
        "Baker (2003) argues that wages are sticky. He adds that contracts are long.",
        [{"baker-2003"}, {"baker-2003"}],
    ),
    (
        "the authors",
        "Card and Krueger (1994) find that employment rose. The authors explain this by lower turnover.",
        [{"card-krueger-1994"}, {"card-krueger-1994"}],
    ),
    (
        "a year alone is the scholar named before",
        "Okafor argues that inspectors matter (2019: 3). Without them 'the law is paper' (2019: 5).",
        [{"okafor-2019"}, {"okafor-2019"}],
    ),
    (
        "another scholar ends the report",
        "Baker (2003) argues that wages are sticky. Garcia (2012) objects that they move.",
        [{"baker-2003"}, {"garcia-2012"}],
    ),
    (
        "the subject of the main clause is whom the text goes on with",
        "While Baker (2003) looks at the nation, Okafor (2019) argues that regions differ. She warns that averages mislead.",
        [{"okafor-2019"}, {"okafor-2019"}],
    ),
    (
        "a block quotation belongs to the work cited under it",
        "Employers answer to inspectors.\n\n> Where nobody inspects, nobody pays the minimum, and the law is only paper. (Okafor, 2019: 8)",
        [set(), {"okafor-2019"}],
    ),
    (
        "the author steps in",
        "Baker (2003) argues that wages are sticky. In this article, I argue that minimum wages leave employment as it is.",
        [{"baker-2003"}, {"self"}],
    ),
    (
        "a new section ends the report",
        "Baker (2003) argues that wages are sticky.\n\n# Data\n\nThe survey covers 400 firms in two states.",
        [{"baker-2003"}, set()],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), CARRIED, ids=[row[0] for row in CARRIED])
def test_reports_go_on_and_end(extract: Extract, why: str, text: str, expected: list[set[str]]) -> None:
    """Each sentence is given to exactly the holders expected."""
    document, claims = extract(text)
    held = [{c.holder for c in claims if c.span == sentence} for sentence in document.sentences]
    assert held == expected, why


def test_what_stands_in_another_claim_is_no_second_one(extract: Extract) -> None:
    """Of the same holder in the same sentence; two halves of a sentence are two."""
    _, claims = extract("Baker (2003) argues that wages are sticky, and holds that firms adapt.")
    whole, other = claims
    part = replace(whole, id="part", text=whole.text.removeprefix("Wages "))
    twin = replace(whole, id="twin", holder="fischer-2015")
    assert _without_parts([part, whole, other, twin]) == [whole, other, twin]


def test_a_coordinated_report_is_two_claims(extract: Extract) -> None:
    """ "acknowledges X, but warns Y": one concession, one assertion, the same evidence."""
    _, claims = extract("Fischer (2015) acknowledges that prices rise, but warns that jobs vanish.")
    assert [claim.text for claim in claims] == ["Prices rise.", "Jobs vanish."]
    assert [bool(c.attribution and c.attribution.concession) for c in claims] == [True, False]
    assert len({claim.id for claim in claims}) == 2


def test_the_second_hand_chain_is_kept(extract: Extract) -> None:
    """A work cited in another is reported by that other."""
    _, claims = extract("Small firms cut hours (Baker, 2003, cited in Okafor, 2019: 4).")
    assert "okafor-2019" in {claim.holder for claim in claims}
    assert all(c.reported_by == "okafor-2019" for c in claims if c.holder == "baker-2003")


def test_locator_via_and_rule_are_told(extract: Extract) -> None:
    """A claim says how it was found and which page it cites."""
    _, claims = extract(
        "Baker (2003: 12) claims that firms adapt. Jobs vanish in small towns (Okafor, 2019: 7)."
    )
    assert [(c.via, c.locator, c.rule) for c in claims] == [
        (Via.NARRATIVE, "12", "narrative-report:claim"),
        (Via.PARENTHETICAL, "7", "parenthetical-report"),
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Baker (2003) argues that wages are sticky.",
                "He adds more.",
                "Jobs vanish (Okafor, 2019).",
                "“Odd” – 42 % of it.",
                "…",
            ]
        ),
        max_size=6,
    )
)
def test_evidence_is_word_for_word(extract: Extract, sentences: list[str]) -> None:
    """Whatever the text, the evidence is what stands at the claim's span."""
    document, claims = extract(" ".join(sentences) or "Nothing.")
    assert all(c.span is not None and c.span.of(document.text) == c.evidence for c in claims)


@pytest.mark.parametrize(("cited", "read"), [("12", "p. 12"), ("12–14", "pp. 12–14"), ("ch. 3", "ch. 3")])
def test_the_cited_page_as_a_reader_prints_it(cited: str, read: str, extract: Extract) -> None:
    _, claims = extract(f"Marsh (1999: {cited}) argues that tides shaped the reef.")
    assert [claim.cited_at for claim in claims] == [read]
