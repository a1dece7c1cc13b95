"""TEI documents, as GROBID makes them, to Documents."""

from __future__ import annotations

from collections.abc import Callable

from debatemap.model import Document, Name, Page, Reference, Span

Read = Callable[..., Document]

PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader xml:lang="en"><fileDesc><titleStmt>
<title level="a" type="main">Councils and critics</title></titleStmt><sourceDesc><biblStruct><analytic>
<author><persName><forename type="first">Ada</forename><surname>King</surname></persName></author>
<author><affiliation><orgName>University of Utopia</orgName></affiliation></author>
</analytic><monogr><imprint><date type="published" when="2019-03-01">1 March 2019</date></imprint></monogr>
<idno type="DOI">10.1000/JTS.44</idno></biblStruct></sourceDesc></fileDesc>
<profileDesc><abstract><p>In short.</p></abstract></profileDesc></teiHeader>
<text><body>
<div><head n="1">Introduction</head><p><pb n="661"/>Councils educate
<ref type="bibr" target="#b0">(Mill, 1861)</ref>.<ref type="foot" target="#foot_0">1</ref> So they
<pb n="662"/>say <ref type="bibr">(Roe, 1900)</ref>.</p><quote><p>A school it is.</p></quote></div>
<div><head n="1.1">Doubts</head><p>Some<note place="foot" n="2">Not many.</note> doubt it.</p>
<figure><head>Figure 1</head><figDesc>Votes</figDesc></figure></div>
<note place="foot" n="1" xml:id="foot_0">With doubts.</note>
</body><back><div type="acknowledgement"><head>Thanks</head><p>To all.</p></div>
<div type="references"><listBibl>
<biblStruct xml:id="b0"><monogr><title level="m">Considerations</title><author><persName>
<forename type="first">John</forename><forename type="middle">S</forename><surname>Mill</surname></persName></author>
<imprint><publisher>Parker</publisher><date type="published" when="1861">1861</date></imprint></monogr></biblStruct>
<biblStruct xml:id="b1"><analytic><title level="a" type="main">Votes</title><author><persName>
<surname>Dahl</surname></persName></author></analytic><monogr><title level="j">Town Studies</title><imprint>
<biblScope unit="volume">3</biblScope><biblScope unit="page" from="10" to="20"/>
<date type="published" when="1961">1961a</date></imprint></monogr><idno type="DOI">10.1000/V</idno></biblStruct>
</listBibl></div></back></text></TEI>"""


def test_whole(read: Read) -> None:
    """Text, pages, notes below and in place, links, thanks and references."""
    document = read(PAPER, "paper.tei.xml")
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", "Councils and critics"),
        ("heading", "Abstract"),
        ("abstract", "In short."),
        ("heading", "1 Introduction"),
        ("paragraph", "Councils educate (Mill, 1861). So they say (Roe, 1900)."),
        ("quotation", "A school it is."),
        ("heading", "1.1 Doubts"),
        ("paragraph", "Some doubt it."),
        ("heading", "Thanks"),
        ("other", "To all."),
        ("footnote", "Not many."),
        ("footnote", "With doubts."),
    ]
    text = document.text
    assert (document.title, document.year, document.doi) == ("Councils and critics", "2019", "10.1000/jts.44")
    assert document.authors == (Name("King", "Ada"),)
    assert [(section.title, section.level) for section in document.sections][2:4] == [
        ("1 Introduction", 2),
        ("1.1 Doubts", 3),
    ]
    assert [(link.span.of(text), link.keys) for link in document.links] == [("Mill, 1861", ("mill-1861",))]
    calls = {note.label: text[: note.call][-4:] for note in document.footnotes}
    assert calls == {"1": "61).", "2": "Some"}
    start, turn = text.index("Councils educate"), text.index("say (Roe")
    assert document.pages[0] == Page("661", Span(start, turn))
    assert (document.pages[1].label, document.page_at(turn)) == ("662", "662")
    assert document.references == (
        Reference(
            "mill-1861",
            (Name("Mill", "John S"),),
            "1861",
            title="Considerations",
            publisher="Parker",
            aliases=("b0",),
        ),
        Reference(
            "dahl-1961a",
            (Name("Dahl"),),
            "1961",
            title="Votes",
            suffix="a",
            container="Town Studies",
            volume="3",
            pages="10–20",
            doi="10.1000/v",
            aliases=("b1",),
        ),
    )
