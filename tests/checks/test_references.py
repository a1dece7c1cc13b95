"""Citations against the list: unlisted, differing, never cited, outside the pages, at second hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from debatemap.checks import Check
from debatemap.checks.pages import read_pages

if TYPE_CHECKING:
    from tests.checks.conftest import Found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Networks matter (Burt, 1992).",
            [("Burt, 1992", "Burt 1992 is not in the list.", "Add the work to the list.")],
            id="no such work",
        ),
        pytest.param(
            "Keck and Sikkink (1998) say so. In contrast to Keck and Snyder, others doubt it.",
            [
                (
                    "Keck and Snyder",
                    "No work of Keck and Snyder is in the list.",
                    "Did the author mean Keck and Sikkink 1998?",
                )
            ],
            id="the second of two names is somebody else",
        ),
        pytest.param(
            "Groups may fail (Olson, 1982).",
            [("Olson, 1982", "Olson 1982 is not in the list.", "Did the author mean Olson 1965?")],
            id="the author has another work",
        ),
        pytest.param("Groups may fail (Olson, 1965).", [], id="listed"),
        pytest.param("Activists cross borders (Keck & Sikkink 1998: 12).", [], id="listed, ampersand"),
        pytest.param("They told us so (Interview, 3 May 1998).", [], id="an interview"),
        pytest.param("In 1965 a law was passed (Act 12 of 1965).", [], id="a law"),
    ],
)
def test_citation_without_a_reference(found: Found, text: str, expected: list[tuple[str, str, str]]) -> None:
    """What no entry fits is told, with the entry that may be meant; sources that are no work are not."""
    findings = found(Check.UNLISTED, text)
    assert [(one.span.of(text), one.what, one.suggestion) for one in findings if one.span] == expected


def test_an_entry_inside_another_counts_as_listed(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two entries printed as one: the second is in the list, though it has no entry of its own."""
    from dataclasses import replace  # noqa: PLC0415

    from tests.checks import conftest  # noqa: PLC0415

    joined = replace(
        conftest.WORKS["olson-1965"],
        raw="Olson M (1965) The Logic of Collective Action. Burt R (1992) Holes.",
    )
    monkeypatch.setitem(conftest.WORKS, "olson-1965", joined)
    assert not found(Check.UNLISTED, "Networks matter (Burt, 1992).", listed=("olson-1965",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Groups may fail (Olson, 1956).", "The text has the year 1956; the list has 1965.", id="year"
        ),
        pytest.param(
            "Granoveter (1973) counts ties.",
            "The text has Granoveter; the list has Granovetter.",
            id="spelling",
        ),
        pytest.param(
            "Activists cross borders (Keck and Sikking, 1998).",
            "The text has Sikking; the list has Sikkink.",
            id="spelling of the second name",
        ),
        pytest.param("Granovetter’s (1973) ties are weak.", "", id="as in the list"),
        pytest.param("Poverty has causes (the World Bank, 2001).", "", id="a corporate author"),
    ],
)
def test_year_or_spelling_that_differs(found: Found, text: str, expected: str) -> None:
    """A misprint is told with what the list has."""
    assert [one.what for one in found(Check.DIFFERS, text)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "uncited"),
    [
        pytest.param("Groups may fail (Olson, 1965).", ["ostrom-1990"], id="one is cited"),
        pytest.param("Olson (1965) and Ostrom’s (1990: 5) reply.", [], id="both are"),
        pytest.param("Groups may fail (Olson, 1965), but Ostrom doubts it.", [], id="named without a year"),
        pytest.param("## Ostrom\n\nGroups may fail (Olson, 1965).", ["ostrom-1990"], id="in a heading only"),
        pytest.param(
            "Groups may fail (Olson, 1965).^1\n\n[^1 See Ostrom 1990.", [], id="cited in a footnote"
        ),
        pytest.param("Olson (1965) differs from Ostrom (1991).", [], id="cited with a wrong year"),
        pytest.param("Groups may fail (Ostrom, 1990, cited in Olson, 1965).", [], id="cited at second hand"),
    ],
)
def test_reference_never_cited(found: Found, text: str, uncited: list[str]) -> None:
    """Entries of the paper's own list; the entry stands in place of a sentence."""
    findings = found(Check.UNCITED, text, listed=("olson-1965", "ostrom-1990"))
    assert [one.what for one in findings] == [
        "Ostrom 1990 is in the list, but the text never cites it." for _ in uncited
    ]
    assert all(one.span is None and "Governing the Commons" in one.sentence for one in findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A tragedy (Hardin, 1968: 1244).", [], id="inside"),
        pytest.param("A tragedy (Hardin, 1968: 1243–8).", [], id="abbreviated range, inside"),
        pytest.param("Ties are weak (Granovetter, 1973: 1380).", [], id="the list abbreviates its range"),
        pytest.param("A tragedy (Hardin, 1968: 1444).", ["Is it 1244? One wrong figure would explain it."], id="a figure"),
        pytest.param("A tragedy (Hardin, 1968: 2).", ["Look the page up."], id="counted from one"),
        pytest.param(
            "A tragedy (Hardin, 1968: 1242–44).",
            ["Of 1242–44, only 1243–1244 can be right: look it up."],
            id="begins too early",
        ),
        pytest.param("A tragedy (Hardin, 1968: ch. 3).", [], id="a chapter is no page"),
        pytest.param("Groups may fail (Olson, 1965: 900).", [], id="a book whose pages are not listed"),
        pytest.param("A tragedy (Hardin, 1969: 12).", [], id="another year may be another edition"),
        pytest.param("A tragedy (Hardin, 1968: 1244, 1260).", ["Of 1244, 1260, only 1244 can be right: look it up."], id="one of two"),
    ],
)  # fmt: skip
def test_page_outside_the_work(found: Found, text: str, expected: list[str]) -> None:
    """Pages that the article does not have, with the page that a slip would explain."""
    assert [one.suggestion for one in found(Check.OUTSIDE, text)] == expected


@pytest.mark.parametrize(
    ("printed", "pages"),
    [
        ("205", ((205, 205),)),
        ("133–59", ((133, 159),)),
        ("1082–1106", ((1082, 1106),)),
        ("247-248", ((247, 248),)),
        ("10--15", ((10, 15),)),
        ("pp. 3, 9", ((3, 3), (9, 9))),
        ("p.105", ((105, 105),)),
        ("5f.", ((5, 6),)),
        ("12 ff.", ((12, 12),)),
        ("xii", ()),
        ("ch. 3", ()),
        ("e0152420", ()),
        ("n.p.", ()),
        ("20–10", ()),
        ("", ()),
    ],
)
def test_pages_are_read_as_printed(printed: str, pages: tuple[tuple[int, int], ...]) -> None:
    """Ranges, lists and units; what is no page in figures gives none."""
    assert read_pages(printed) == pages


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Groups may fail (Olson, 1965, cited in Ostrom, 1990: 5).",
            ["Olson 1965 is cited after Ostrom 1990."],
            id="cited in",
        ),
        pytest.param(
            "Groups may fail (Mill, 1848, quoted in Olson, 1965).",
            ["Mill 1848 is cited after Olson 1965."],
            id="unlisted",
        ),
        pytest.param("Groups may fail (Olson, 1965; Ostrom, 1990).", [], id="two works"),
    ],
)
def test_second_hand_citation(found: Found, text: str, expected: list[str]) -> None:
    """A work cited after another is told with the one that was read."""
    assert [one.what for one in found(Check.SECOND_HAND, text)] == expected


def test_a_finding_has_its_sentence(found: Found) -> None:
    """Only the sentence, not the paragraph."""
    (finding,) = found(Check.OUTSIDE, "It began there. Hardin (1968: 2) calls it a tragedy. Others agree.")
    assert finding.sentence == "Hardin (1968: 2) calls it a tragedy."
    assert finding.paper == "paper"
