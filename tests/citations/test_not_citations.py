"""Dates, brackets and sources that are no scholar's work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    ("interview", "'we won' (Interview, union officer: Lisbon, 6 July 2012)"),
    ("interview, comma", "'we won' (interview, union officer, Lisbon, 10 June 2014)"),
    ("interview with place and year", "(interview 12, Lagos, 2013)"),
    ("field notes", "(Fieldnotes, Lagos, 2014)"),
    ("archive", "in a letter (National Archives, Accra, 1954)"),
    ("newspaper with a year", "it was said (The Lagos Times, 2015)"),
    ("case at law", "the ruling (Brown v. Board of Education, 1954)"),
    ("case at law in the sentence", "Since Brown v. Board of Education (1954) it is unlawful."),
    ("case at law as in England", "The duty goes back to Donoghue v Stevenson [1932] AC 562."),
    ("treaty of a place", "the founding (Treaty of Rome 1957)"),
    ("newspaper with a date", "so it was said (Daily Mirror, 5 May 2012)"),
    ("personal communication", "he said (personal communication, March 2011)"),
    ("interview of the author", "he said (author's interview, June 2012)"),
    ("numbered interview", "he said (Interview 14, 2013)"),
    ("personal communication of a named person", "he said (Smith, personal communication, May 4, 2010)"),
    ("archive with a shelf mark", "a letter (National Archives, CO 129/550, 1934)"),
    ("newspaper of four words", "so it was said (South China Morning Post, 12 June 2010)"),
    ("news agency", "so it was said (Xinhua, 2010)"),
    ("focus group", "they said (focus group 3, Lagos, 2013)"),
    ("range of years", "the reform era (1978–1992)"),
    ("range with a hyphen", "the reform era (1978-1992)"),
    ("lifetime", "Max Weber (1864–1920) held"),
    ("in a year", "the strikes (in 2013) went on"),
    ("month and year", "a wave of strikes (May 2010)"),
    ("season and year", "a wave of strikes (Summer 2010)"),
    ("since", "the law (since 2008)"),
    ("running year", "In 2010 the strikes went on until 2012."),
    ("place and year", "the summit in Paris 2015 failed"),
    ("place and year in a bracket", "the summit (Paris, 2015) failed"),
    ("country and bracket", "the crisis in Greece (2010) went on"),
    ("percentage", "most of them (21.3%) said so"),
    ("amount", "a grant (US$ 2000) was paid"),
    ("large number", "many workers (2,000) came"),
    ("number with a unit", "the 1500 m race"),
    ("figure", "as shown (Figure 2)"),
    ("section", "as shown above (Section 1)"),
    ("table with year", "the rates (Table 2014)"),
    ("law with a year", "the Labour Contract Law (2008) came into force"),
    ("act without bracket", "the Trade Union Act 1871 allowed it"),
    ("treaty in a bracket", "under the treaty (Maastricht Treaty 1992)"),
    ("titled work after an article", "in the Philosophical Fragments (1844) it says"),
    ("standard with digits", "under the rule (Standard GBZ17-2002)"),
    ("acronym", "the non-governmental organisations (NGOs) of the city"),
    ("list numbers", "they (1) organise, (2) strike and (3) bargain"),
    ("address", "see https://example.org/2015/12/16/strike for more"),
    ("time", "at (20:15) they met"),
    ("film", "a documentary made in 2010 by students"),
    ("lower-case word and year", "the journal (founded 1987)"),
    ("header of a journal", "Theory and Society\n2018, Vol. 44(4-5) 661–675"),
    ("copyright line", "© The Author(s) 2017"),
    ("closing quote before a year", "the 'new workers' (2010) went home"),
]


@pytest.mark.parametrize("text", [pytest.param(t, id=i) for i, t in CASES])
def test_no_citation(text: str, found: Callable[..., list[str]]) -> None:
    """Nothing is found."""
    assert found(text) == []
