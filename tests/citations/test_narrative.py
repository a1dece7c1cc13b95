"""Citations in the running text: the author in the sentence, the date in a bracket behind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

N = "narrative: "
CASES = [
    ("plain", "Olson (1965) doubts it.", [N + "Olson (1965) = Olson 1965"]),
    ("page behind a colon", "Olson (1965: 12) doubts it.", [N + "Olson (1965: 12) = Olson 1965 @ 12"]),
    ("p. and full stop", "Olson (1965, p. 12) doubts.", [N + "Olson (1965, p. 12) = Olson 1965 @ p. 12"]),
    ("possessive", "Olson's (1965: 12) account", [N + "Olson's (1965: 12) = Olson 1965 @ 12"]),
    ("curly possessive", "Olson’s (1965) account", [N + "Olson’s (1965) = Olson 1965"]),
    ("possessive of a name in s", "Jenkins' (1983) review", [N + "Jenkins' (1983) = Jenkins 1983"]),
    ("words between name and date", "Olson's early theory (1965)", [N + "Olson's early theory (1965) = Olson 1965"]),
    ("two authors", "Keck and Sikkink (1998) show", [N + "Keck and Sikkink (1998) = Keck & Sikkink 1998"]),
    ("each with a possessive", "Piven's and Cloward's (1977) view", [N + "Piven's and Cloward's (1977) = Piven & Cloward 1977"]),
    ("possessive and title", "Putnam's Bowling Alone (2000) says", [N + "Putnam's Bowling Alone (2000) = Putnam 2000"]),
    ("a critic's own name", "Weber's critic Tawney (1926) says", [N + "Tawney (1926) = Tawney 1926"]),
    ("ampersand without bracket", "as Keck & Sikkink 1998 argue", [N + "Keck & Sikkink 1998 = Keck & Sikkink 1998"]),
    ("see also a further year", "Ostrom (1990; see also 2009a) argues", [N + "Ostrom (1990 = Ostrom 1990", N + "2009a = Ostrom 2009a"]),
    ("ampersand", "Keck & Sikkink (1998) show", [N + "Keck & Sikkink (1998) = Keck & Sikkink 1998"]),
    (
        "three authors, Oxford comma",
        "In this, McAdam, Tarrow, and Tilly (2001) follow",
        [N + "McAdam, Tarrow, and Tilly (2001) = McAdam & Tarrow & Tilly 2001"],
    ),
    (
        "four authors without it",
        "the work of Snow, Rochford, Worden and Benford (1986)",
        [N + "Snow, Rochford, Worden and Benford (1986) = Snow & Rochford & Worden & Benford 1986"],
    ),
    (
        "an opening phrase is no author",
        "In Marxism, Keck and Sikkink (1998) see",
        [N + "Keck and Sikkink (1998) = Keck & Sikkink 1998"],
    ),
    (
        "a determiner's noun is no author",
        "In their PhD, Keck and Sikkink (1998) see",
        [N + "Keck and Sikkink (1998) = Keck & Sikkink 1998"],
    ),
    ("et al.", "Snow et al. (1986: 464) coin", [N + "Snow et al. (1986: 464) = Snow + 1986 @ 464"]),
    ("et al. possessive", "Snow et al.'s (1986) frames", [N + "Snow et al.'s (1986) = Snow + 1986"]),
    ("et al. and a comma", "Snow et al., (1986) coin", [N + "Snow et al., (1986) = Snow + 1986"]),
    ("and colleagues", "Snow and colleagues (1986) coin", [N + "Snow and colleagues (1986) = Snow + 1986"]),
    ("et al. after an adverb", "Concurrently, Snow et al. (1986)", [N + "Snow et al. (1986) = Snow + 1986"]),
    ("year letter", "Ostrom (2009b) argues", [N + "Ostrom (2009b) = Ostrom 2009b"]),
    (
        "several years of one author",
        "Ostrom (1990; 2009a, 2010) argues",
        [N + "Ostrom (1990 = Ostrom 1990", N + "2009a = Ostrom 2009a", N + "2010 = Ostrom 2010"],
    ),
    (
        "letters that share a year",
        "Ostrom (2009a, b) argues",
        [N + "Ostrom (2009a = Ostrom 2009a", N + "b = Ostrom 2009b"],
    ),
    (
        "years joined by and",
        "Ostrom (1990 and 2010) argues",
        [N + "Ostrom (1990 = Ostrom 1990", N + "2010 = Ostrom 2010"],
    ),
    (
        "page for each year",
        "Ostrom (1990: 5; 2010: 7) argues",
        [N + "Ostrom (1990: 5 = Ostrom 1990 @ 5", N + "2010: 7 = Ostrom 2010 @ 7"],
    ),
    ("no date", "Ostrom (n.d.) argues", [N + "Ostrom (n.d.) = Ostrom"]),
    ("no date with page", "Ostrom (n.d.: 5) argues", [N + "Ostrom (n.d.: 5) = Ostrom @ 5"]),
    ("in press", "Ostrom (in press) argues", [N + "Ostrom (in press) = Ostrom"]),
    ("forthcoming", "Ostrom (forthcoming) argues", [N + "Ostrom (forthcoming) = Ostrom"]),
    ("translation, later year counts", "Weber (1921 [1978]) holds", [N + "Weber (1921 [1978]) = Weber 1978"]),
    ("first edition in front", "Weber ([1921] 1978: 4) holds", [N + "Weber ([1921] 1978: 4) = Weber 1978 @ 4"]),
    ("two years and a slash", "Weber (1921/1978) holds", [N + "Weber (1921/1978) = Weber 1978"]),
    ("lower-case particle", "as de Beauvoir (1949) wrote", [N + "de Beauvoir (1949) = de Beauvoir 1949"]),
    ("two particles", "as van der Linden (2008) wrote", [N + "van der Linden (2008) = van der Linden 2008"]),
    ("an English word is no particle", "How do Keck and Sikkink (1998) see", [N + "Keck and Sikkink (1998) = Keck & Sikkink 1998"]),
    ("after a given name it is", "Maria do Vale (1998) sees", [N + "Maria do Vale (1998) = do Vale 1998"]),
    ("particle in capitals", "Van der Linden (2008) wrote", [N + "Van der Linden (2008) = Van der Linden 2008"]),
    ("hyphen", "Muñoz-Basols (2019) wrote", [N + "Muñoz-Basols (2019) = Muñoz-Basols 2019"]),
    ("accents", "Łukasiewicz (1920) wrote", [N + "Łukasiewicz (1920) = Łukasiewicz 1920"]),
    ("capital inside", "MacKinnon (1989) wrote", [N + "MacKinnon (1989) = MacKinnon 1989"]),
    ("apostrophe", "O’Brien (1989) wrote", [N + "O’Brien (1989) = O’Brien 1989"]),
    ("soft hyphen in a name", "Schwarz\u00adkopf (1989) wrote", [N + "Schwarz\u00adkopf (1989) = Schwarzkopf 1989"]),
    ("initial of a namesake", "F. Barth (1969) wrote", [N + "F. Barth (1969) = Barth 1969"]),
    ("given name before it", "Mancur Olson (1965) wrote", [N + "Mancur Olson (1965) = Olson 1965"]),
    ("lower-case apposition ends it", "the economist Olson (1965)", [N + "Olson (1965) = Olson 1965"]),
    ("a surname like a word", "See et al. (2017) report", [N + "See et al. (2017) = See + 2017"]),
    ("organisation after an article", "the World Bank (2001) says", [N + "World Bank (2001) = World Bank 2001"]),
    ("after that", "it was found that Olson (1965) erred", [N + "Olson (1965) = Olson 1965"]),
    ("space inside the bracket", "Olson ( 1965 : 12 ) says", [N + "Olson ( 1965 : 12 ) = Olson 1965 @ 12"]),
    ("two authors each with a date", "Olson (1965) and Ostrom (1990)", [N + "Olson (1965) = Olson 1965", N + "Ostrom (1990) = Ostrom 1990"]),
    (
        "a comment after the page stays outside",
        "Olson (1965: 2, emphasis added) says",
        [N + "Olson (1965: 2 = Olson 1965 @ 2"],
    ),
    ("op. cit.", "Olson (op. cit.: 5) says", [N + "Olson (op. cit.: 5) = Olson @ 5"]),
    ("et al. without bracket", "as Snow et al. 1986 show", [N + "Snow et al. 1986 = Snow + 1986"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=i) for i, t, e in CASES])
def test_narrative(text: str, expected: list[str], found: Callable[..., list[str]]) -> None:
    """Found without any reference list."""
    assert found(text) == expected
