"""JATS articles to Documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.corpus import read_document
from debatemap.model import Document, Name, Reference

Read = Callable[..., Document]

HEAD = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Publishing DTD v1.1 20151215//EN" "JATS.dtd">
"""
ARTICLE = (
    HEAD
    + """<article xml:lang="en"><front><article-meta>
<article-id pub-id-type="doi">10.1000/JTS.44</article-id>
<title-group><article-title>Councils <italic>and</italic> critics</article-title></title-group>
<contrib-group>
  <contrib contrib-type="author"><name><surname>DO VALE</surname><given-names>Ana</given-names></name></contrib>
  <contrib contrib-type="editor"><name><surname>Roe</surname><given-names>R</given-names></name></contrib>
</contrib-group>
<pub-date pub-type="epub"><year>2018</year></pub-date><pub-date pub-type="collection"><year>2019</year></pub-date>
<abstract><p>In short.</p></abstract><kwd-group><kwd>towns</kwd><kwd>votes</kwd></kwd-group>
</article-meta></front>
<body><sec><title>Introduction</title>
<p>Councils educate (<xref ref-type="bibr" rid="B1">Mill 1861</xref>).<xref ref-type="fn" rid="fn1"><sup>1</sup></xref>
Others <xref ref-type="bibr" rid="B1 B2">agree</xref>:
<disp-quote><p>A school it is.</p><attrib>Mill 1861: 54</attrib></disp-quote> and more.</p>
<fig id="f1"><label>Figure 1</label><caption><p>Votes</p></caption><graphic/></fig>
<sec><title>Doubts</title><list><list-item><p>one</p></list-item></list>
<p>Caf&eacute;s<sup><xref ref-type="bibr" rid="B1">1</xref>,<xref ref-type="bibr" rid="B3">3</xref></sup> and
[<xref ref-type="bibr" rid="B1">1</xref>–<xref ref-type="bibr" rid="B3">3</xref>].</p></sec></sec></body>
<back><ack><p>Thanks.</p></ack><fn-group><fn id="fn1"><label>1</label><p>With doubts.</p></fn></fn-group>
<ref-list>
<ref id="B1"><element-citation publication-type="book"><person-group person-group-type="author"><name>
<surname>Mill</surname><given-names>JS</given-names></name></person-group><year>1861</year>
<source>Considerations</source><publisher-name>Parker</publisher-name></element-citation></ref>
<ref id="B2"><mixed-citation>Dahl R (1961b) Who governs? New Haven: Yale University Press.</mixed-citation>
<element-citation publication-type="book"><person-group person-group-type="author"><name>
<surname>Dahl</surname><given-names>R</given-names></name></person-group><year>1961</year>
<source>Who governs?</source></element-citation></ref>
<ref id="B3"><element-citation publication-type="journal"><person-group person-group-type="author">
<collab>Town League</collab></person-group><article-title>Votes</article-title><source>Town Studies</source>
<year>1984/1963</year><volume>3</volume><issue>2</issue><fpage>10</fpage><lpage>20</lpage>
<pub-id pub-id-type="doi">https://doi.org/10.1000/ABC</pub-id></element-citation></ref>
</ref-list></back></article>"""
)


def outline(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def test_blocks(read: Read) -> None:
    """Front matter, paragraphs around a quotation, captions, raised citations, thanks and notes."""
    assert outline(read(ARTICLE, "paper.xml")) == [
        ("heading", "Councils and critics"),
        ("heading", "Abstract"),
        ("abstract", "In short."),
        ("other", "Keywords: towns, votes"),
        ("heading", "Introduction"),
        ("paragraph", "Councils educate (Mill 1861). Others agree:"),
        ("quotation", "A school it is."),
        ("quotation", "Mill 1861: 54"),
        ("paragraph", "and more."),
        ("other", "Votes"),
        ("heading", "Doubts"),
        ("list_item", "one"),
        ("paragraph", "Cafés [1,3] and [1–3]."),
        ("heading", "Acknowledgements"),
        ("other", "Thanks."),
        ("footnote", "With doubts."),
    ]


def test_metadata(read: Read) -> None:
    """The year of the issue; authors alone; names in capitals as they are written."""
    document = read(ARTICLE, "paper.xml")
    assert (document.title, document.year, document.doi) == ("Councils and critics", "2019", "10.1000/jts.44")
    assert document.authors == (Name("do Vale", "Ana"),)
    assert [(s.title, s.level) for s in document.sections][2:4] == [("Introduction", 2), ("Doubts", 3)]


def test_links_and_notes(read: Read) -> None:
    """Links name the works; a range of numbers names those between; the call is where the note stood."""
    document = read(ARTICLE, "paper.xml")
    assert [(link.span.of(document.text), link.keys) for link in document.links] == [
        ("Mill 1861", ("mill-1861",)),
        ("agree", ("mill-1861", "dahl-1961b")),
        ("1", ("mill-1861",)),
        ("3", ("town-league-1984",)),
        ("1", ("mill-1861",)),
        ("3", ("dahl-1961b", "town-league-1984")),
    ]
    (note,) = document.footnotes
    assert (note.label, document.text[: note.call].endswith("(Mill 1861).")) == ("1", True)


def test_references(read: Read) -> None:
    """Fields as marked up; the year letter from the entry as printed."""
    works = read(ARTICLE, "paper.xml").references
    assert [work.key for work in works] == ["mill-1861", "dahl-1961b", "town-league-1984"]
    assert works[0] == Reference(
        "mill-1861",
        (Name("Mill", "JS"),),
        "1861",
        title="Considerations",
        publisher="Parker",
        kind="book",
        aliases=("B1",),
    )
    assert works[2] == Reference(
        "town-league-1984",
        (Name("Town League"),),
        "1984",
        original_year="1963",
        title="Votes",
        container="Town Studies",
        volume="3",
        issue="2",
        pages="10–20",
        doi="10.1000/abc",
        kind="journal",
        aliases=("B3",),
    )


def test_english_translation_is_read(read: Read) -> None:
    """An article in another language with its English translation inside."""
    document = read(
        HEAD
        + """<article xml:lang="pt"><front><article-meta><title-group><article-title>Os conselhos</article-title>
        </title-group></article-meta></front><body><p>Os conselhos educam.</p></body>
        <sub-article article-type="translation" xml:lang="en"><front-stub><title-group>
        <article-title>The councils</article-title></title-group></front-stub>
        <body><p>Councils educate.</p></body></sub-article></article>""",
        "paper.xml",
    )
    assert (document.title, document.language) == ("The councils", "en")
    assert outline(document)[-1] == ("paragraph", "Councils educate.")


@pytest.mark.parametrize("name", ["paper.xml", "paper.txt", "paper"])
def test_known_by_content(read: Read, name: str) -> None:
    """An article is one under any name."""
    assert read(ARTICLE, name).doi == "10.1000/jts.44"


def test_read_document_takes_a_key(read: Read, tmp_path: Path) -> None:
    """A key given goes before the one made from the file's name."""
    read(ARTICLE, "paper.xml")
    assert read_document(tmp_path / "paper.xml", key="vale-2019").key == "vale-2019"


REFS = [
    pytest.param(
        "<ref id='r'><nlm-citation citation-type='book'><person-group person-group-type='author'><name>"
        "<surname>Mill</surname></name></person-group><year>1861</year><source>Logic</source></nlm-citation></ref>",
        ("mill-1861", "Logic"),
        id="NLM citation",
    ),
    pytest.param(
        "<ref id='r'><label>1</label><citation>Dahl R (1961) Who governs? New Haven: Yale.</citation></ref>",
        ("dahl-1961", "Who governs?"),
        id="an entry without fields",
    ),
    pytest.param(
        "<ref id='r'><mixed-citation><string-name><surname>MILL</surname>, <given-names>JS</given-names>"
        "</string-name> (<year>1861</year>). <source>Logic</source>.</mixed-citation></ref>",
        ("mill-1861", "Logic"),
        id="fields within the printed entry",
    ),
    pytest.param(
        "<ref id='r'><element-citation><person-group person-group-type='editor'><name><surname>Roe</surname></name>"
        "</person-group><source>Reader</source><year>1999</year></element-citation></ref>",
        ("roe-1999", "Reader"),
        id="editors alone",
    ),
    pytest.param(
        "<ref id='r'><element-citation><person-group person-group-type='author'><collab>Town League</collab>"
        "</person-group><source>Votes</source></element-citation>"
        "<mixed-citation>Town League. Votes. Last accessed: 3 May 2020.</mixed-citation></ref>",
        ("town-league-nd", "Votes"),
        id="a year of access is no year of publication",
    ),
]


@pytest.mark.parametrize(("ref", "expected"), REFS)
def test_kinds_of_entries(read: Read, ref: str, expected: tuple[str, str]) -> None:
    article = f"{HEAD}<article><body><p>Text.</p></body><back><ref-list>{ref}</ref-list></back></article>"
    (work,) = read(article, "paper.xml").references
    assert (work.key, work.title) == expected


def test_authors_behind_a_chapters_title_are_the_books(read: Read) -> None:
    """Some publishers mark the editors of the book up as authors, too."""
    group = (
        '<person-group person-group-type="author"><name><surname>{}</surname><given-names>A</given-names>'
        "</name></person-group>"
    )
    entry = (
        f'<ref id="B9"><element-citation publication-type="book">{group.format("Webb")}'
        f"<chapter-title>Unions</chapter-title>{group.format('Cole')}<source>Essays</source><year>1920</year>"
        "</element-citation></ref></ref-list>"
    )
    article = ARTICLE.replace("</ref-list>", entry)
    work = read(article, "paper.xml").references[-1]
    assert (work.key, work.editors) == ("webb-1920", (Name("Cole", "A"),))


def test_two_works_of_one_key(read: Read) -> None:
    """Works that nothing printed tells apart are numbered, so that none is lost."""
    ref = REFS[0].values[0]
    assert isinstance(ref, str)
    other = ref.replace("Logic", "Liberty").replace("id='r'", "id='s'")
    article = f"{HEAD}<article><body><p>Text.</p></body><back><ref-list>{ref}{other}"
    works = read(f"{article}</ref-list></back></article>", "paper.xml").references
    assert [work.key for work in works] == ["mill-1861", "mill-1861-2"]


def test_statements_at_the_end_are_no_argument(read: Read) -> None:
    """Funding and competing interests, though marked up as sections."""
    article = (
        f"{HEAD}<article><body><sec><title>Results</title><p>Yes.</p></sec></body><back>"
        f"<sec><title>Funding</title><p>None.</p></sec><ref-list>{REFS[0].values[0]}</ref-list></back></article>"
    )
    assert outline(read(article, "paper.xml"))[-1] == ("other", "None.")
