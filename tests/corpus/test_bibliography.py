"""Bibliographies to References: BibTeX, BibLaTeX, CSL JSON and RIS as programs export them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debatemap.corpus import Bibliography, read_bibliography
from debatemap.errors import ReadError
from debatemap.model import Name, Reference


def read(tmp_path: Path, text: str, name: str = "refs.bib") -> Bibliography:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_bibliography(path)


BIBTEX = [
    pytest.param(
        """@article{mill_considerations_1861,
	title = {Considerations on {Representative} {Government}},
	volume = {3}, number = {2}, pages = {474--492}, year = {1861},
	doi = {10.1000/ABC}, journal = {Town Studies}, author = {Mill, John Stuart and Dahl, Robert A.},
	urldate = {2020-01-01}, file = {C:\\Users\\x.pdf:application/pdf}, note = {Publisher: Parker},
}""",
        Reference(
            "mill_considerations_1861",
            (Name("Mill", "John Stuart"), Name("Dahl", "Robert A.")),
            "1861",
            title="Considerations on Representative Government",
            container="Town Studies",
            volume="3",
            issue="2",
            pages="474–492",
            doi="10.1000/abc",
            kind="article",
        ),
        id="Zotero BibTeX",
    ),
    pytest.param(
        """@incollection{king2019a,
  title = {Towns},
  subtitle = {A Reader},
  booktitle = {The {{UN}} \\& Its Critics},
  author = {King, Ada},
  editor = {de la Cruz, Juan and {van den Berg}, Bo},
  date = {2019-03-01},
  origdate = {1998},
  publisher = {{Cambridge University Press}},
  url = {https://example.org/a_b%20c~d},
}""",
        Reference(
            "king2019a",
            (Name("King", "Ada"),),
            "2019",
            title="Towns: A Reader",
            original_year="1998",
            container="The UN & Its Critics",
            publisher="Cambridge University Press",
            url="https://example.org/a_b%20c~d",
            kind="incollection",
            editors=(Name("de la Cruz", "Juan"), Name("van den Berg", "Bo")),
        ),
        id="Better BibLaTeX",
    ),
    pytest.param(
        '@techreport{ilo, author = "{International Labour Organization}", title = "Report", year = 2007, '
        'institution = "ILO" # " Press"}',
        Reference(
            "ilo",
            (Name("International Labour Organization"),),
            "2007",
            title="Report",
            publisher="ILO Press",
            kind="techreport",
        ),
        id="corporate author in braces, quoted fields, joined strings",
    ),
    pytest.param(
        r"""@book{z, author = {M{\"u}ller, J{\'o}zef and \L{}uk\'a\v{c}, {\O}yvind and others},
title = {Na\"{\i}ve \emph{and} {\ss} 5\% --- a $\beta$}, year = {in press}}""",
        Reference(
            "z",
            (Name("Müller", "Józef"), Name("Łukáč", "Øyvind")),
            "",
            title="Naïve and ß 5% — a β",
            kind="book",
            et_al=True,
        ),
        id="LaTeX accents",
    ),
    pytest.param(
        "@book{b, author = {family=Linden, given=Marcel, prefix=van der, useprefix=true}, title={T}, date={2001/2002}}",
        Reference("b", (Name("van der Linden", "Marcel"),), "2001", title="T", kind="book"),
        id="BibLaTeX extended names",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BIBTEX)
def test_bibtex(tmp_path: Path, text: str, expected: Reference) -> None:
    assert read(tmp_path, text) == Bibliography((expected,))


def test_strings_comments_and_preambles(tmp_path: Path) -> None:
    """What is no entry is passed over; a @string is put in where it is used."""
    found = read(
        tmp_path,
        '% exported\n@comment{x}\n@preamble{"y"}\n@string{cup = {Cambridge UP}}\n'
        "@book{a, author={King, A.}, title={T}, year=2001, publisher=cup}\n",
    )
    assert [(work.key, work.publisher) for work in found.references] == [("a", "Cambridge UP")]
    assert found.warnings == ()


def test_bad_entries_are_told(tmp_path: Path) -> None:
    """Good entries are kept; each bad one is named with file and line."""
    found = read(
        tmp_path,
        "@book{a, author={King, A.}, title={T}, year=2001}\n@book{bad, title={Never closed\n"
        "@book{a, author={Roe, B.}, title={U}, year=2002}\n",
    )
    assert [work.title for work in found.references] == ["T"]
    assert [warning.removeprefix(str(tmp_path / "refs.bib")) for warning in found.warnings] == [
        ":2: an entry could not be read and was left out: @book{bad, title={Never closed",
        ":3: the key 'a' is given twice; the first entry counts.",
    ]


CSL = [
    {
        "id": "http://zotero.org/users/1/items/AB12CD34",
        "citation-key": "mill1861",
        "type": "article-journal",
        "title": "Considerations on <i>Government</i>",
        "container-title": "Town Studies",
        "author": [{"family": "Mill", "given": "JS"}, {"literal": "Town League"}],
        "issued": {"date-parts": [["1861", 3]]},
        "volume": "3",
        "issue": "2",
        "page": "10-20",
        "DOI": "10.1000/ABC",
    },
    {
        "id": "AB12CD34",
        "author": [{"family": "Linden", "given": "Marcel", "non-dropping-particle": "van der"}],
        "issued": {"raw": "2001a"},
        "title": "T",
    },
]


@pytest.mark.parametrize("data", [CSL, {"items": CSL}])
def test_csl_json(tmp_path: Path, data: object) -> None:
    """A list, or Zotero's object with items; a number of the program's own is no key to cite by."""
    found = read(tmp_path, json.dumps(data), "refs.json")
    assert found.references == (
        Reference(
            "mill1861",
            (Name("Mill", "JS"), Name("Town League")),
            "1861",
            title="Considerations on Government",
            container="Town Studies",
            volume="3",
            issue="2",
            pages="10-20",
            doi="10.1000/abc",
            kind="article-journal",
            aliases=("http://zotero.org/users/1/items/AB12CD34",),
        ),
        Reference(
            "van-der-linden-2001a",
            (Name("van der Linden", "Marcel"),),
            "2001",
            title="T",
            suffix="a",
            aliases=("AB12CD34",),
        ),
    )


RIS = """TY  - JOUR
AU  - Mill, John Stuart
AU  - Town League
PY  - 1861/03//
TI  - Considerations
JO  - Town Studies
VL  - 3
IS  - 2
SP  - 10
EP  - 20
DO  - https://doi.org/10.1000/ABC
ER  -

TY  - CHAP
AU  - King, Ada
A2  - Roe, Bo
T1  - Towns
T2  - A Reader
PB  - CUP
Y1  - 2019
ID  - king2019
ER  -
"""


def test_ris(tmp_path: Path) -> None:
    """As publishers and reference managers write it."""
    assert read(tmp_path, RIS, "refs.ris").references == (
        Reference(
            "mill-town-league-1861",
            (Name("Mill", "John Stuart"), Name("Town League")),
            "1861",
            title="Considerations",
            container="Town Studies",
            volume="3",
            issue="2",
            pages="10–20",
            doi="10.1000/abc",
            kind="article",
        ),
        Reference(
            "king2019",
            (Name("King", "Ada"),),
            "2019",
            title="Towns",
            container="A Reader",
            publisher="CUP",
            kind="chapter",
            editors=(Name("Roe", "Bo"),),
        ),
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("refs.json", '[{"id": "a",]', "refs.json:1: this is no valid JSON"),
        ("refs.json", '{"a": 1}', "this JSON is no list of works"),
        ("refs.json", "[3]", "no work was found in it"),
        ("refs.bib", "just words", "no work was found in it"),
        ("refs.ris", "TY  - JOUR\nER  - \n", "no work was found in it"),
        ("refs.bib", "", "the file is empty"),
        ("paper.md", "# A paper\n\nWith text.\n", "this is no bibliography"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, text: str, message: str) -> None:
    """One line that says which file and what was found."""
    with pytest.raises(ReadError, match=message) as raised:
        read(tmp_path, text, name)
    assert "\n" not in str(raised.value)
    assert name in str(raised.value)
