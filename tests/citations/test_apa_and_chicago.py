"""Citations as the manuals of APA and of Chicago (author-date) have them, without any reference list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

P = "parenthetical: "
N = "narrative: "

APA = [
    ("two authors, ampersand", "(Smith & Jones, 2010)", [P + "Smith & Jones, 2010 = Smith & Jones 2010"]),
    ("three authors, comma and ampersand", "(Smith, Jones, & Lee, 2010)", [P + "Smith, Jones, & Lee, 2010 = Smith & Jones & Lee 2010"]),
    ("two letters of one year", "(Smith & Jones, 2010a, 2010b)", [P + "Smith & Jones, 2010a = Smith & Jones 2010a", P + "2010b = Smith & Jones 2010b"]),
    ("two years, the page of the second", "(Smith, 2010, 2012, pp. 4–5)", [P + "Smith, 2010 = Smith 2010", P + "2012, pp. 4–5 = Smith 2012 @ pp. 4–5"]),
    ("a row by the alphabet", "(Jones, 2011, 2013; Lee & Chan, in press; Smith, 2010)", [P + "Jones, 2011 = Jones 2011", P + "2013 = Jones 2013", P + "Lee & Chan, in press = Lee & Chan", P + "Smith, 2010 = Smith 2010"]),
    ("paragraph", "(Smith et al., 2010, para. 4)", [P + "Smith et al., 2010, para. 4 = Smith + 2010 @ para. 4"]),
    ("several pages", "(Smith, 2010, pp. 12, 15–17)", [P + "Smith, 2010, pp. 12, 15–17 = Smith 2010 @ pp. 12, 15–17"]),
    ("two initials tell namesakes apart", "(J. A. Smith, 2010; P. Smith, 2010)", [P + "J. A. Smith, 2010 = Smith 2010", P + "P. Smith, 2010 = Smith 2010"]),
    ("initials behind the name", "(Chen, X., 2010)", [P + "Chen, X., 2010 = Chen 2010"]),
    ("initials behind the name, no comma", "(Chen, X. Y. 2010: 4)", [P + "Chen, X. Y. 2010: 4 = Chen 2010 @ 4"]),
    ("a republished work", "(Smith, 1990/2005)", [P + "Smith, 1990/2005 = Smith 2005"]),
    ("in press with a letter", "(Smith, in press-a)", [P + "Smith, in press-a = Smith a"]),
    ("no date with a letter", "(Smith, n.d.-b, p. 3)", [P + "Smith, n.d.-b, p. 3 = Smith b @ p. 3"]),
    ("an office", "(U.S. Census Bureau, 2010)", [P + "U.S. Census Bureau, 2010 = U.S. Census Bureau 2010"]),
    ("an office behind a signal", "(see Census Bureau, 2010)", [P + "Census Bureau, 2010 = Census Bureau 2010"]),
    ("an office with an and", "(Centers for Disease Control and Prevention, 2010)", [P + "Centers for Disease Control and Prevention, 2010 = Centers for Disease Control and Prevention 2010"]),
    ("an office and its acronym", "(World Health Organization [WHO], 2010)", [P + "World Health Organization [WHO], 2010 = World Health Organization 2010"]),
    ("emphasis added", "(Smith, 2010, p. 5, emphasis added)", [P + "Smith, 2010, p. 5 = Smith 2010 @ p. 5"]),
    ("narrative, page behind the year", "Smith and Jones (2010, p. 5) argue", [N + "Smith and Jones (2010, p. 5) = Smith & Jones 2010 @ p. 5"]),
    ("narrative, et al. and possessive", "Smith et al.’s (2010) model", [N + "Smith et al.’s (2010) = Smith + 2010"]),
    ("possessive of two", "Smith and Jones’ (2010) model", [N + "Smith and Jones’ (2010) = Smith & Jones 2010"]),
    ("cited in", "(Freud, 1923, as cited in Lacan, 1977, p. 12)", [P + "Freud, 1923 = Freud 1923", P + "Lacan, 1977, p. 12 = Lacan 1977 @ p. 12"]),
    ("cited in, the original without a year", "(Freud, as cited in Lacan, 1977)", [P + "Freud = Freud", P + "Lacan, 1977 = Lacan 1977"]),
]  # fmt: skip

CHICAGO = [
    ("page behind a comma", "(Smith 2010, 45)", [P + "Smith 2010, 45 = Smith 2010 @ 45"]),
    ("page and note", "(Smith 2010, 45n3)", [P + "Smith 2010, 45n3 = Smith 2010 @ 45n3"]),
    ("page and note, spelled out", "(Smith 2010, 45 n. 3)", [P + "Smith 2010, 45 n. 3 = Smith 2010 @ 45 n. 3"]),
    ("chapter", "(Smith 2010, chap. 2)", [P + "Smith 2010, chap. 2 = Smith 2010 @ chap. 2"]),
    ("figure", "(Smith 2010: figure 3)", [P + "Smith 2010: figure 3 = Smith 2010 @ figure 3"]),
    ("and between works", "(Smith 2010, and Jones 2011)", [P + "Smith 2010 = Smith 2010", P + "Jones 2011 = Jones 2011"]),
    ("pages on both", "(Smith 2010, 5; Jones 2011, 6–7)", [P + "Smith 2010, 5 = Smith 2010 @ 5", P + "Jones 2011, 6–7 = Jones 2011 @ 6–7"]),
    ("first year in square brackets", "(Smith [1995] 2010, 4)", [P + "Smith [1995] 2010, 4 = Smith 2010 @ 4"]),
    ("forthcoming", "(Smith, forthcoming)", [P + "Smith, forthcoming = Smith"]),
    ("but see", "(cf. Smith 2010, but see Jones 2011 for a critique)", [P + "Smith 2010 = Smith 2010", P + "Jones 2011 = Jones 2011"]),
    ("reprinted in", "(Smith 1988, reprinted in Jones 2010)", [P + "Smith 1988 = Smith 1988", P + "Jones 2010 = Jones 2010"]),
    ("ibid. in a row", "(Smith 2010: 5; ibid.: 9)", [P + "Smith 2010: 5 = Smith 2010 @ 5", P + "ibid.: 9 = Smith @ 9"]),
    ("a quotation set apart with its page", "Smith (2010) writes:\n\n> Groups fail. (p. 2)", [N + "Smith (2010) = Smith 2010", "year: p. 2 = @ p. 2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in APA])
def test_apa(text: str, expected: list[str], found: Callable[..., list[str]]) -> None:
    """The seventh edition's manual and what authors make of it."""
    assert [line.replace("=  ", "= ") for line in found(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CHICAGO])
def test_chicago(text: str, expected: list[str], found: Callable[..., list[str]]) -> None:
    """Author-date, with the pages behind a comma."""
    assert [line.replace("=  ", "= ") for line in found(text)] == expected
