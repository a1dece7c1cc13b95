"""Quotations: found, given to their source, compared with the paper, with pages or without."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.checks import Check
from debatemap.checks.quotations import find_quotations
from debatemap.checks.wording import is_in
from debatemap.model import Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from tests.checks.conftest import Found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("She calls them “free riders” too.", ["free riders"], id="curly double"),
        pytest.param('She calls them "free riders" too.', ["free riders"], id="typewriter double"),
        pytest.param("She calls them 'free riders' too.", ["free riders"], id="typewriter single"),
        pytest.param("Sie heißen „Trittbrettfahrer“ dort.", ["Trittbrettfahrer"], id="German"),
        pytest.param("Groups don't act, and 'members' interests', he says.", ["members' interests"], id="apostrophes"),
        pytest.param("the 'members' and the 'workers' alike", ["members", "workers"], id="plural in quotation marks"),
        pytest.param("‘the “margins” of it’ and so on", ["the “margins” of it"], id="one inside another"),
        pytest.param("‘the group’s members’ interests’, he says", ["the group’s members’ interests"], id="curly apostrophes"),
        pytest.param("the members' interests and the groups' size", [], id="possessives only"),
        pytest.param("It was 5' long and 6\" wide.", [], id="measures"),
        pytest.param("“Stop here.” She left.", ["Stop here."], id="the stop inside"),
        pytest.param("“never closed", [], id="never closed"),
    ],
)  # fmt: skip
def test_quotation_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    """Every style of marks; inner quotations belong to the outer one."""
    paragraph = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    assert [q.span.of(text) for q in find_quotations(Document("a", text, (paragraph,)))] == expected


@given(st.text(alphabet="ab '\"“”‘’.,()s", max_size=40))
def test_quotations_lie_in_the_text_and_apart(text: str) -> None:
    """Whatever the marks, spans are in order and do not overlap."""
    paragraph = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    found = find_quotations(Document("a", text, (paragraph,)))
    assert all(0 <= q.outer.start <= q.span.start <= q.span.end <= q.outer.end <= len(text) for q in found)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))


SOURCE = (
    "The herders, who had organised self-help groups in 1914, doubted the officials of the union. They "
    "developed networks of their own, similar to clubs, and 12 of them failed. ‘Freedom’ brings ruin to all."
)


@pytest.mark.parametrize(
    ("quoted", "stands"),
    [
        ("doubted the officials of the union", True),
        ("[t]he herders, who had organised", True),
        ("Herders, who had", True),
        ("organised self help groups", True),
        ("herders … doubted the officials", True),
        ("herders [...] doubted the officials", True),
        ("developed networks . . . similar to clubs", True),
        ("[the groups] developed networks", True),
        ("doubted the officials of the [state]", True),
        ("develop[ing] networks", True),
        ("network[s] of their own", True),
        ("officials of the union [sic]", True),
        ("“Freedom” brings ruin", True),
        ("developed networks of their own,", True),
        ("doubted the officials of the state", False),
        ("13 of them failed", False),
        ("in 1941, doubted", False),
        ("organized self-help groups", False),
        ("work of their own", False),
        ("doubted officials of the union", False),
        ("networks … doubted", False),
        ("develop[ed] clubs", False),
    ],
)
def test_what_quoting_may_change(quoted: str, stands: bool) -> None:
    """Brackets, ellipses, case, hyphens and marks are free; a word or a number is not."""
    assert is_in(quoted, SOURCE) is stands


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They 'doubted the officials of the union' (Hardin, 1968: 1244).", [], id="as printed"),
        pytest.param(
            "They 'doubted the members of the union' (Hardin, 1968: 1244).",
            [
                "“doubted the members of the union” does not stand in Hardin 1968: “members” for “officials”.",
                "The nearest there: “doubted the officials of the union”",
            ],
            id="a word is changed",
        ),
        pytest.param(
            "Hardin (1968: 1244) says that '14 of them failed and brought ruin to all'.",
            [
                "“14 of them failed and brought ruin to all” does not stand in Hardin 1968: “14” for “12”; "
                "“and brought” for “‘Freedom’ brings”.",
                "The nearest there: “12 of them failed. ‘Freedom’ brings ruin to all”",
            ],
            id="a number is changed, narrative",
        ),
        pytest.param(
            "They 'quarrelled over every single acre' (Hardin, 1968: 1244).",
            [
                "“quarrelled over every single acre” does not stand in Hardin 1968, nor does anything like it.",
                "Look the quotation up; it may be from another work.",
            ],
            id="nothing like it",
        ),
        pytest.param("They 'quarrelled over every acre' (Hardin, 1968: 1244, my translation).", [], id="translated"),
        pytest.param("They 'quarrelled over every acre' (Olson, 1965: 5).", [], id="a paper that is not there"),
        pytest.param("They 'quarrelled over every acre' (Interview, 3 May).", [], id="an interview"),
        pytest.param("A 'tragic outcome' follows (Hardin, 1968).", [], id="a term"),
        pytest.param(
            "They 'quarrelled over every acre' (Olson, 1965, cited in Hardin, 1968: 1244).", [], id="of two works one is not there"
        ),
    ],
)  # fmt: skip
def test_quotation_that_is_not_in_the_cited_paper(found: Found, text: str, expected: list[str]) -> None:
    """The nearest passage is shown, and what differs in it."""
    findings = found(Check.MISQUOTED, text, {"hardin-1968": SOURCE})
    assert [part for one in findings for part in (one.what, one.suggestion)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "‘every small town would soon build its own school and chapel’ (Olson, 1965: 74). Later: ‘every such town "
            "would soon build its own school and chapel’ (Olson, 1965: 327–28).",
            ["Which page is right, 74 or 327–28? And which wording?"],
            id="nearly the same words",
        ),
        pytest.param(
            "They ‘carry grain over high mountains’ (Olson, 1965: 74).\n\n> mules that carry grain over high "
            "mountains in the winter. (Olson, 1965: 76)",
            ["Which page is right, 74 or 76?"],
            id="within a block quotation",
        ),
        pytest.param(
            "‘freedom brings ruin to all’ (Olson, 1965: 74–75); ‘freedom brings ruin to all’ (Olson, 1965: 75).",
            [],
            id="the pages overlap",
        ),
        pytest.param(
            "‘freedom brings ruin to all’ (Olson, 1965: 74); ‘freedom brings ruin to all’ (Ostrom, 1990: 9).",
            [],
            id="two works",
        ),
        pytest.param("‘free riders’ (Olson, 1965: 7) are ‘free riders’ (Olson, 1965: 9).", [], id="a term"),
        pytest.param(
            "‘price of the bread’ (Olson, 1965: 7) is no ‘price of the flour’ (Olson, 1965: 9).",
            [],
            id="nothing but small words in common",
        ),
    ],
)  # fmt: skip
def test_one_quotation_with_two_pages(found: Found, text: str, expected: list[str]) -> None:
    """The same words from one work must stand on one page."""
    assert [one.suggestion for one in found(Check.TWO_PAGES, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Groups 'fail to act in their common interest' (Olson, 1965).", 1, id="bracket behind"),
        pytest.param("Olson (1965) holds that groups 'fail to act in their common interest'.", 1, id="narrative"),
        pytest.param("Olson argues that groups 'fail to act in their common interest'.", 1, id="a name alone"),
        pytest.param("He goes on.\n\n> Groups fail to act in their common interest. (Olson, 1965)", 1, id="block quotation"),
        pytest.param(
            "Groups are large (Olson, 1965: 7). They 'fail to act in their common interest'. Ostrom objects. "
            "Groups fail (Olson, 1965: 9).", 1, id="the paragraph is about one work",
        ),
        pytest.param("Groups 'fail to act in their common interest' (Olson, 1965: 5).", 0, id="with its page"),
        pytest.param("Olson (1965: 5) holds that groups 'fail to act in their common interest'.", 0, id="page before"),
        pytest.param(
            "Groups 'fail to act in their common interest' and 'will not be moved by appeals' (Olson, 1965: 5).",
            0, id="one bracket for two",
        ),
        pytest.param(
            "Olson (1965) holds that groups 'fail to act in their common interest'. They fail often (Olson, 1965: 5).",
            0, id="page in the next sentence",
        ),
        pytest.param("Groups 'fail to act in their common interest' (Olson, 1965: n.p.).", 0, id="no pages, it says"),
        pytest.param("Groups have 'free riders' (Olson, 1965).", 0, id="a term"),
        pytest.param("In 'The Logic of Collective Action', Olson (1965) doubts it.", 0, id="a title"),
        pytest.param("Groups 'fail to act in their common interest' (World Bank, 2001).", 0, id="a page on the web"),
        pytest.param("Groups 'fail to act in their common interest' (Paraphrase of Olson, 1965).", 0, id="a paraphrase"),
        pytest.param(
            "Groups 'fail to act in their common interest' (Interview, Lisbon, 3 May), as Olson (1965) says.",
            0, id="an interview",
        ),
        pytest.param("'Replication data for groups that fail to act', Olson (1965), https://example.org", 0, id="a title with its address"),
        pytest.param(
            "Olson argues that groups 'fail to act in their common interest'.^1\n\n[^1 https://example.org",
            0, id="a note gives the source",
        ),
        pytest.param("By members Olson means 'all those who pay their dues'.", 0, id="a definition, nobody's statement"),
    ],
)  # fmt: skip
def test_quotation_without_a_page(found: Found, text: str, expected: int) -> None:
    """Five words or more from a work that has pages need one: here, before, or in the next sentence."""
    assert len(found(Check.NO_PAGE, text)) == expected
