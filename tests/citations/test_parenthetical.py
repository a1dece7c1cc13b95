"""Citations in brackets: author, date and page inside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

P = "parenthetical: "
CASES = [
    ("comma before the year", "It fails (Olson, 1965).", [P + "Olson, 1965 = Olson 1965"]),
    ("no comma", "It fails (Olson 1965).", [P + "Olson 1965 = Olson 1965"]),
    ("page behind a colon", "It fails (Olson 1965: 24–25).", [P + "Olson 1965: 24–25 = Olson 1965 @ 24–25"]),
    ("p.", "It fails (Olson, 1965, p. 5).", [P + "Olson, 1965, p. 5 = Olson 1965 @ p. 5"]),
    ("pp.", "It fails (Olson, 1965, pp. 5–6).", [P + "Olson, 1965, pp. 5–6 = Olson 1965 @ pp. 5–6"]),
    ("pp. without space", "It fails (Olson, 1965, pp.5-6).", [P + "Olson, 1965, pp.5-6 = Olson 1965 @ pp.5-6"]),
    ("bare pages", "It fails (Olson 1965, 237–238).", [P + "Olson 1965, 237–238 = Olson 1965 @ 237–238"]),
    ("bare pages, two places", "(Olson 1965, 15, 20–21)", [P + "Olson 1965, 15, 20–21 = Olson 1965 @ 15, 20–21"]),
    ("volume and page", "(Weber 1978, 1:223)", [P + "Weber 1978, 1:223 = Weber 1978 @ 1:223"]),
    ("book", "(Weber 1978, bk. 2)", [P + "Weber 1978, bk. 2 = Weber 1978 @ bk. 2"]),
    ("first edition in brackets", "(Weber [1921] 1978, 4)", [P + "Weber [1921] 1978, 4 = Weber 1978 @ 4"]),
    ("and the following", "It fails (Olson 1965: 5f.).", [P + "Olson 1965: 5f. = Olson 1965 @ 5f."]),
    ("and those following", "It fails (Olson 1965: 5 ff.).", [P + "Olson 1965: 5 ff. = Olson 1965 @ 5 ff."]),
    ("roman pages", "It fails (Olson 1965: xxv).", [P + "Olson 1965: xxv = Olson 1965 @ xxv"]),
    ("chapter", "It fails (Olson 1965, ch. 3).", [P + "Olson 1965, ch. 3 = Olson 1965 @ ch. 3"]),
    ("section", "It fails (Olson 1965: Section 2.2).", [P + "Olson 1965: Section 2.2 = Olson 1965 @ Section 2.2"]),
    ("page and note", "It fails (Olson 1965: 13, note 4).", [P + "Olson 1965: 13, note 4 = Olson 1965 @ 13, note 4"]),
    ("two places", "It fails (Olson 1965: 13, 18–20).", [P + "Olson 1965: 13, 18–20 = Olson 1965 @ 13, 18–20"]),
    ("no page", "It fails (Olson, 1965: n.p.).", [P + "Olson, 1965: n.p. = Olson 1965 @ n.p."]),
    ("comment after the page", "fails (Olson 1965: 2, my emphasis).", [P + "Olson 1965: 2 = Olson 1965 @ 2"]),
    ("stray spaces", "fails ( Olson 1965 : 33 ; Tilly 1978 )", [P + "Olson 1965 : 33 = Olson 1965 @ 33", P + "Tilly 1978 = Tilly 1978"]),
    ("square brackets", "It fails [Olson 1965].", [P + "Olson 1965 = Olson 1965"]),
    (
        "several works",
        "It fails (Olson, 1965; Ostrom, 1990: 5).",
        [P + "Olson, 1965 = Olson 1965", P + "Ostrom, 1990: 5 = Ostrom 1990 @ 5"],
    ),
    (
        "works parted by commas",
        "It fails (Olson 1965, Ostrom 1990).",
        [P + "Olson 1965 = Olson 1965", P + "Ostrom 1990 = Ostrom 1990"],
    ),
    (
        "several years, then another",
        "fails (Ostrom 1990, 2009a; Olson 1965)",
        [P + "Ostrom 1990 = Ostrom 1990", P + "2009a = Ostrom 2009a", P + "Olson 1965 = Olson 1965"],
    ),
    (
        "three letters",
        "fails (Ostrom 2009a,b,c)",
        [P + "Ostrom 2009a = Ostrom 2009a", P + "b = Ostrom 2009b", P + "c = Ostrom 2009c"],
    ),
    (
        "calls of notes between years",
        "fails (Ostrom, 1990,2 1999,3 2009a)",
        [P + "Ostrom, 1990 = Ostrom 1990", P + "1999 = Ostrom 1999", P + "2009a = Ostrom 2009a"],
    ),
    ("two authors", "(Keck and Sikkink, 1998: 2)", [P + "Keck and Sikkink, 1998: 2 = Keck & Sikkink 1998 @ 2"]),
    ("ampersand", "(Keck & Sikkink 1998)", [P + "Keck & Sikkink 1998 = Keck & Sikkink 1998"]),
    ("three in APA", "(McAdam, Tarrow, & Tilly, 2001)", [P + "McAdam, Tarrow, & Tilly, 2001 = McAdam & Tarrow & Tilly 2001"]),
    ("names joined by semicolons", "(Keck; Sikkink, 1998)", [P + "Keck; Sikkink, 1998 = Keck & Sikkink 1998"]),
    ("names joined by a slash", "(Keck/Sikkink 1998)", [P + "Keck/Sikkink 1998 = Keck & Sikkink 1998"]),
    ("et al.", "(Snow et al., 1986)", [P + "Snow et al., 1986 = Snow + 1986"]),
    ("et al without stop", "(Snow et al 1986)", [P + "Snow et al 1986 = Snow + 1986"]),
    ("two names and et al.", "(Snow, Rochford et al., 1986)", [P + "Snow, Rochford et al., 1986 = Snow & Rochford + 1986"]),
    ("no date", "(Olson, n.d.)", [P + "Olson, n.d. = Olson"]),
    ("no date with letter", "(Olson n.d.b; Ostrom 1990)", [P + "Olson n.d.b = Olson b", P + "Ostrom 1990 = Ostrom 1990"]),
    ("no date, APA letter", "(Olson, n.d.-a)", [P + "Olson, n.d.-a = Olson a"]),
    ("in press", "(Olson, in press)", [P + "Olson, in press = Olson"]),
    ("forthcoming with page", "(Olson forthcoming: 3)", [P + "Olson forthcoming: 3 = Olson @ 3"]),
    ("to appear", "(Olson to appear)", [P + "Olson to appear = Olson"]),
    ("translation", "(Weber 1921 [1978]: 4)", [P + "Weber 1921 [1978]: 4 = Weber 1978 @ 4"]),
    ("two years and a slash", "(Weber, 1921/1978)", [P + "Weber, 1921/1978 = Weber 1978"]),
    ("particle", "(de Beauvoir, 1949)", [P + "de Beauvoir, 1949 = de Beauvoir 1949"]),
    ("particle in the middle", "(Schulte im Hof 2013)", [P + "Schulte im Hof 2013 = Schulte im Hof 2013"]),
    ("particle of one letter", "(d’Alembert 1751)", [P + "d’Alembert 1751 = d’Alembert 1751"]),
    ("Arabic article", "(al-Azm 1981)", [P + "al-Azm 1981 = al-Azm 1981"]),
    ("family name first", "(Chen Feng, 2003: 7)", [P + "Chen Feng, 2003: 7 = Chen Feng 2003 @ 7"]),
    ("initials of namesakes", "(F. Barth 1969; K. Barth 1972)", [P + "F. Barth 1969 = Barth 1969", P + "K. Barth 1972 = Barth 1972"]),
    ("corporate author", "(World Bank, 2001)", [P + "World Bank, 2001 = World Bank 2001"]),
    ("corporate author with of", "(Ministry of Labour, 2010: 3)", [P + "Ministry of Labour, 2010: 3 = Ministry of Labour 2010 @ 3"]),
    ("corporate author and acronym", "(World Health Organization [WHO], 2010)", [P + "World Health Organization [WHO], 2010 = World Health Organization 2010"]),
    ("stops in an acronym", "(U.S. Department of Labor, 2010)", [P + "U.S. Department of Labor, 2010 = U.S. Department of Labor 2010"]),
    ("acronym", "(ILO, 2010)", [P + "ILO, 2010 = ILO 2010"]),
    ("a pair with a surname like a word", "(He and Olson, 2016)", [P + "He and Olson, 2016 = He & Olson 2016"]),
    ("name repeated in the bracket", "Olson (Olson 1965: 15) says", [P + "Olson 1965: 15 = Olson 1965 @ 15"]),
    ("after a block quotation", "> ends here. (Olson, 1965: 4)", [P + "Olson, 1965: 4 = Olson 1965 @ 4"]),
    ("beside an interview", "(Interview, shop steward: 28 May 2013; Olson, 1965)", [P + "Olson, 1965 = Olson 1965"]),
    ("bracket never closed", "fails Olson et al., 1965; Ostrom, 1990)", [
        "narrative: Olson et al., 1965 = Olson + 1965", "narrative: Ostrom, 1990 = Ostrom 1990"]),
    ("in a footnote", "[^1]: It fails (Olson, 1965).", [P + "Olson, 1965 = Olson 1965"]),
    ("ibid. in brackets", "(Olson, 1965). It goes on (ibid.: 7).", [P + "Olson, 1965 = Olson 1965", "year: ibid.: 7 = @ 7"]),
    ("year and page alone", "He calls it 'latent' (1965: 50).", ["year: 1965: 50 = 1965 @ 50"]),
    ("year, comma and page alone", "He calls it 'latent' (1965, p. 50).", ["year: 1965, p. 50 = 1965 @ p. 50"]),
    ("no date and page alone", "He calls it 'latent' (n.d.: 5).", ["year: n.d.: 5 = @ 5"]),
    ("acronym in quotes is no author", "a 'kind of NGO' (1965: 50)", ["year: 1965: 50 = 1965 @ 50"]),
    (
        "bracket in a bracket",
        "(as shown in Olson (1965) and elsewhere)",
        ["narrative: Olson (1965) = Olson 1965"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CASES])
def test_parenthetical(text: str, expected: list[str], found: Callable[..., list[str]]) -> None:
    """Found without any reference list."""
    assert [line.replace("=  ", "= ") for line in found(text)] == expected
