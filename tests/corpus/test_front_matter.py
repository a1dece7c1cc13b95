"""Lines before a paper's own text, and what they say."""

from __future__ import annotations

import pytest

from debatemap.corpus.draft import Piece
from debatemap.corpus.front_matter import is_front_line, is_prose, read_front_lines
from debatemap.model import Name

PROSE = (
    "Town councils have been studied for more than two centuries, and yet nobody agrees on "
    "what they do. This paper asks whether they educate those who sit in them, and it looks at forty towns "
    "in order to find an answer to it."
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Journal of Town Studies 2018, Vol. 44(4) 661–675", True),
        ("DOI: 10.1000/jts.2018.44", True),
        ("© The Author(s) 2017", True),
        ("Received 3 May 2017; accepted 9 June 2018", True),
        ("ada.king@example.org", True),
        ("https://example.org/article/12", True),
        ("Department of Politics, University of Utopia", True),
        ("Ada King", True),
        ("Keywords: councils, education", True),
        ("Councils educate.", False),  # a sentence, however short
        ("There are two views:", False),  # leads up to something
        (PROSE, False),
    ],
)
def test_front_lines(line: str, expected: bool) -> None:
    """Under a title, a short line that is no sentence, or one with a mark of front matter."""
    assert is_front_line(line, titled=True) is expected


def test_without_a_title_only_marked_lines_count() -> None:
    """A short line at the top of a note is text unless something marks it."""
    assert not is_front_line("A note on councils", titled=False)
    assert is_front_line("doi:10.1000/jts.2018", titled=False)


def test_prose() -> None:
    assert is_prose(PROSE)
    assert not is_prose("Ada King, School of Politics, 12 Thorn Street, Utopia.")


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (["**Ada King**"], [("King", "Ada")]),
        (["Ada King and Juan de la Cruz"], [("King", "Ada"), ("de la Cruz", "Juan")]),
        (["Ada King1, Bo Li2 & C. D. Reyes3"], [("King", "Ada"), ("Li", "Bo"), ("Reyes", "C. D.")]),
        (["by Ludwig van Beethoven"], [("van Beethoven", "Ludwig")]),
        (["Journal of Town Studies"], []),
        (["University of Utopia"], []),
        (["Town Quarterly", "**Ada King**"], [("King", "Ada")]),  # bold goes before plain
    ],
)
def test_authors(lines: list[str], authors: list[tuple[str, str]]) -> None:
    pieces = [Piece(line.strip("*"), strong=line.startswith("**")) for line in lines]
    assert list(read_front_lines(pieces).authors) == [Name(*author) for author in authors]


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["© The Author(s) 2017", "Town Studies 2018, Vol. 44(4) 661–675"], "2018"),  # the issue goes first
        (["© 2017 The Authors"], "2017"),
        (["Published online: 4 March 2019", "© 2018"], "2019"),
        (["March 2020"], "2020"),
        (["DOI: 10.1000/2019.1999"], ""),  # digits of a DOI are no year
    ],
)
def test_year(lines: list[str], year: str) -> None:
    assert read_front_lines([Piece(line) for line in lines]).year == year


def test_doi() -> None:
    pieces = [Piece("See https://doi.org/10.1177/0000000012345678.")]
    assert read_front_lines(pieces).doi == "10.1177/0000000012345678"
