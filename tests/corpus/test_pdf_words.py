"""Words that a PDF divides or garbles: hyphens at line ends, addresses, ligatures, accents."""

from __future__ import annotations

import pytest

from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_letters import mend_letters
from debatemap.corpus.pdf_lines import Line, Run, Sheet, clean, finish_line

TEXT = ["The state-owned firms of the neoliberal age,", "their dialogic-minded heirs and MEDLINE."]


@pytest.mark.parametrize(
    ("before", "line", "joined"),
    [
        pytest.param("a move-", "ment", "a movement", id="one word"),
        pytest.param("of state-", "owned land", "of state-owned land", id="the paper has the hyphen"),
        pytest.param("a neo-", "liberal turn", "a neoliberal turn", id="the paper has none"),
        pytest.param("the well-", "known case", "the well-known case", id="a part that keeps it, first"),
        pytest.param("a market-", "based view", "a market-based view", id="a part that keeps it, last"),
        pytest.param("a policy-", "relevant view", "a policy-relevant view", id="two words of their own"),
        pytest.param("the Anglo-", "Saxon world", "the Anglo-Saxon world", id="a capital follows"),
        pytest.param("in MED-", "LINE", "in MEDLINE", id="capitals: as the paper writes it"),
        pytest.param("pre-", "and post-war", "pre- and post-war", id="a hyphen left hanging"),
        pytest.param("debt-to-", "equity rules", "debt-to-equity rules", id="the last of several"),
        pytest.param("debt-", "to-equity rules", "debt-to-equity rules", id="the first of several"),
        pytest.param("its dia-", "logic-minded heirs", "its dialogic-minded heirs", id="inside a compound"),
        pytest.param("from 1940-", "1980", "from 1940-1980", id="between figures"),
        pytest.param("organi\u00ad", "zation", "organization", id="a soft hyphen always goes"),
        pytest.param("and/", "or", "and/or", id="a slash joins"),
        pytest.param("one—", "two", "one—two", id="a dash joins"),
        pytest.param("end of line", "next line", "end of line next line", id="two words"),
        pytest.param(
            "https://doi.org/10.", "1007/s1", "https://doi.org/10.1007/s1", id="an address at a stop"
        ),
        pytest.param("see https:", "//example.org", "see https://example.org", id="an address at its colon"),
        pytest.param(
            "at https://example.org/a.", "Last access", "at https://example.org/a. Last access", id="it ended"
        ),
    ],
)
def test_lines_join(before: str, line: str, joined: str) -> None:
    assert Vocabulary(TEXT).join(before, line) == joined


def test_full_line_lets_an_address_go_on() -> None:
    """At the right margin an address may break anywhere; a word without marks never belongs to it."""
    words = Vocabulary(TEXT)
    assert words.join("http://example.org/se", "ries/2/", full=True) == "http://example.org/series/2/"
    assert words.join("http://example.org/se", "ries/2/") == "http://example.org/se ries/2/"
    assert words.join("http://example.org/", "and", full=True).endswith("and")


def line_of(*texts: str) -> Line:
    runs = [Run(text, 10.0 * at, 0, 10.0 * at + 9, 10, 10, False, False) for at, text in enumerate(texts)]
    return finish_line(0, runs, 0)


@pytest.mark.parametrize(
    ("garbled", "plain"),
    [
        pytest.param(["the 昀rst 昀nding"], ["the first finding"], id="a Chinese letter for fi"),
        pytest.param(
            ["su\x8ecient e\x8eciency"], ["sufficient efficiency"], id="a control character for ffi"
        ),
        pytest.param(["the 昀rst 中国 study"], ["the first 中国 study"], id="Chinese words stay"),
        pytest.param(["no 中x here"], ["no 中x here"], id="what no word explains stays, to be reported"),
    ],
)
def test_hidden_ligatures_are_read(garbled: list[str], plain: list[str]) -> None:
    sheet = Sheet(0, 100, 100, [line_of(text) for text in garbled])
    mend_letters([sheet])
    assert [line.text for line in sheet.lines] == plain


def test_ligature_in_a_font_of_its_own() -> None:
    """The sign may stand in a run of its own between two halves of the word."""
    sheet = Sheet(0, 100, 100, [line_of("di", "\x8d", "erent e", "\x8d", "ects")])
    mend_letters([sheet])
    assert sheet.lines[0].text == "different effects"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("M¨uller", "Müller"),
        ("M¨ uller", "Müller"),
        ("Fran¸cois", "François"),
        ("dimensions´ impact", "dimensions´ impact"),
        ("ﬁnd the ﬂow", "find the flow"),
        ("no\u00a0break", "no break"),
    ],
)
def test_accents_and_ligatures_of_unicode(printed: str, read: str) -> None:
    assert clean(printed) == read


def test_raised_mark_is_no_text() -> None:
    """A small figure above the line is left out of what the line says; a lowered one is not."""
    runs = [
        Run("carbon", 0, 0, 30, 10, 10, False, False),
        Run("2", 30, 5, 33, 11, 6, False, False),
        Run(" rises.", 33, 0, 60, 10, 10, False, False),
        Run("3", 60, -1, 63, 5, 6, False, False),
    ]
    line = finish_line(0, runs, 0)
    assert line.text == "carbon2 rises."
    assert [run.raised for run in line.runs] == [False, False, False, True]
