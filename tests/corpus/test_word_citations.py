"""Word files with citations that Word itself put in, and the list it makes of them."""

from __future__ import annotations

import json
import zipfile
from html import escape
from pathlib import Path

import pytest

from debatemap.corpus import read_document
from debatemap.model import BlockKind, Document, Name

_NS = "http://schemas.openxmlformats.org"
W = f'xmlns:w="{_NS}/wordprocessingml/2006/main"'
R = f"{_NS}/officeDocument/2006/relationships"
TYPES = f"""<Types xmlns="{_NS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bibliography"><w:name w:val="Bibliography"/></w:style></w:styles>"""
PERSON = "<b:Person><b:Last>{}</b:Last><b:First>{}</b:First></b:Person>"


def relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{R}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_NS}/package/2006/relationships">{rows}</Relationships>'


def source(tag: str, kind: str, people: str, fields: dict[str, str]) -> str:
    rest = "".join(f"<b:{name}>{value}</b:{name}>" for name, value in fields.items())
    return f"<b:Source><b:Tag>{tag}</b:Tag><b:SourceType>{kind}</b:SourceType><b:Author>{people}</b:Author>{rest}</b:Source>"


def people(role: str, *names: tuple[str, str]) -> str:
    persons = "".join(PERSON.format(*name) for name in names)
    return f"<b:{role}><b:NameList>{persons}</b:NameList></b:{role}>"


SOURCES = [
    source(
        "Mil61",
        "Book",
        people("Author", ("Mill", "John Stuart")),
        {"Title": "Considerations", "Year": "1861", "City": "London", "Publisher": "Parker"},
    ),
    source(
        "Ark70",
        "JournalArticle",
        people("Author", ("Akerlof", "George A.")),
        {
            "Title": "The Market for Lemons",
            "JournalName": "Quarterly Journal of Economics",
            "Year": "1970",
            "Volume": "84",
            "Issue": "3",
            "Pages": "488-500",
            "DOI": "10.2307/1879431",
        },
    ),
    source(
        "Sen 81",
        "BookSection",
        people("Author", ("Sen", "Amartya"), ("Drèze", "Jean"))
        + people("BookAuthor", ("Dasgupta", "Partha"))
        + people("Editor", ("Stern", "Nicholas")),
        {"Title": "Rights", "BookTitle": "Famines", "Year": "1981", "URL": "https://example.org/rights"},
    ),
    source(
        "UN48",
        "Report",
        "<b:Author><b:Corporate>United Nations</b:Corporate></b:Author>",
        {"Title": "Universal Declaration", "Year": "1948", "Institution": "UN"},
    ),
    source("Ric17", "Book", people("Author", ("Ricardo", "David")), {"Title": "Principles", "Year": "1817"}),
]


def text(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def codes(*parts: str) -> str:
    """The code of a field, cut into runs as Word does."""
    return "".join(
        f'<w:r><w:instrText xml:space="preserve">{escape(part)}</w:instrText></w:r>' for part in parts
    )


def field(result: str, *code: str) -> str:
    """A citation as Word keeps it: a field within a content control."""
    inner = mark("begin") + codes(*code) + mark("separate") + result + mark("end")
    return f"<w:sdt><w:sdtPr><w:citation/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def simple(result: str, code: str) -> str:
    return f'<w:fldSimple w:instr="{escape(code)}">{result}</w:fldSimple>'


def paragraph(*parts: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/><w:ind w:left="720"/></w:pPr>' if style else ""
    return f"<w:p>{styled}{''.join(parts)}</w:p>"


def listing(*entries: str, code: str = " BIBLIOGRAPHY ", heading: str = "") -> str:
    """The list of works as Word makes it: one field over all entries, its end in a paragraph alone."""
    first, *rest = entries
    opened = paragraph(mark("begin"), codes(code), mark("separate"), text(first), style="Bibliography")
    others = "".join(paragraph(text(entry), style="Bibliography") for entry in rest)
    inner = f"<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent>{opened}{others}{paragraph(mark('end'))}</w:sdtContent></w:sdt>"
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Bibliographies"/></w:docPartObj></w:sdtPr>'
    title = paragraph(text(heading), style="H1") if heading else ""
    return f"<w:sdt>{gallery}<w:sdtContent>{title}{inner}</w:sdtContent></w:sdt>"


def word(
    folder: Path,
    body: str,
    *,
    note: str = "",
    sources: str | None = None,
    extra: dict[str, bytes] | None = None,
) -> Path:
    """A Word file with this body, this footnote 1 and these sources."""
    items = "".join(SOURCES) if sources is None else sources
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(
            ("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("customXml", "../customXml/item1.xml")
        ),
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES,
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="1">{paragraph(note)}</w:footnote></w:footnotes>',
        "customXml/item1.xml": '<?xml version="1.0" standalone="no"?>'
        f'<b:Sources xmlns:b="{_NS}/officeDocument/2006/bibliography" SelectedStyle="\\APASixth.XSL">{items}</b:Sources>',
    }
    path = folder / "word.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (parts | dict(extra or {})).items():
            archive.writestr(name, data)
    return path


def links(document: Document) -> list[tuple[str, tuple[str, ...], str]]:
    return [(link.span.of(document.text), link.keys, link.locator) for link in document.links]


CALL = '<w:r><w:footnoteReference w:id="1"/></w:r>'
BODY = (
    paragraph(text("Trade"), style="H1")
    + paragraph(
        text("Mill "),
        field(text("(1861)"), r" CITATION Mil61 \n  \l 1033 "),
        text(" holds that votes should count. Lemons drive out plums "),
        simple(text("(Akerlof, 1970, p. 490)"), r"CITATION Ark70 \p 490 \l 1033"),
        text("."),
        CALL,
    )
    + paragraph(
        text("Others agree "),
        field(
            text("(Akerlof, 1970; Mill,") + text(" 1861, pp. 5-6)"),
            " CITATION Ark",
            r"70 \l 1033  \m Mil61 \p 5-6",
        ),
        text(", and others again do not "),
        field(text("(Nobody, 1900)"), " CITATION Nob00 "),
        text("."),
    )
)
NOTE = text("Compare the chapter ") + field(
    text("(Sen & Drèze, 1981, p. 7)"), r' CITATION "Sen 81" \p 7 \l 1033 '
)


def test_citations(tmp_path: Path) -> None:
    """Each citation whose source the document holds is a link; what it shows stays the text, and a
    citation of a source that is missing is text alone."""
    document = read_document(word(tmp_path, BODY, note=NOTE))
    assert document.text == (
        "Trade\n\n"
        "Mill (1861) holds that votes should count. Lemons drive out plums (Akerlof, 1970, p. 490).\n\n"
        "Others agree (Akerlof, 1970; Mill, 1861, pp. 5-6), and others again do not (Nobody, 1900).\n\n"
        "Compare the chapter (Sen & Drèze, 1981, p. 7)"
    )
    assert links(document) == [
        ("1861", ("mill-1861",), ""),
        ("Akerlof, 1970, p. 490", ("akerlof-1970",), "490"),
        ("Akerlof, 1970; Mill, 1861, pp. 5-6", ("akerlof-1970", "mill-1861"), ""),
        ("Sen & Drèze, 1981, p. 7", ("sen-dreze-1981",), "7"),
    ]
    assert [(note.label, note.span.of(document.text)[:7]) for note in document.footnotes] == [
        ("1", "Compare")
    ]


def test_sources(tmp_path: Path) -> None:
    """The cited sources are the works of a paper that prints no list, field by field."""
    body = paragraph(text("So it is "), field(text("(UN, 1948)"), " CITATION UN48 "), text(".")) + BODY
    works = read_document(word(tmp_path, body, note=NOTE)).references
    assert [(work.key, work.aliases, work.kind) for work in works] == [
        ("united-nations-1948", ("UN48",), "report"),
        ("mill-1861", ("Mil61",), "book"),
        ("akerlof-1970", ("Ark70",), "article-journal"),
        ("sen-dreze-1981", ("Sen 81",), "chapter"),
    ]
    declaration, book, article, chapter = works
    assert declaration.authors == (Name("United Nations"),)
    assert (declaration.publisher, declaration.title) == ("UN", "Universal Declaration")
    assert (book.authors, book.publisher) == ((Name("Mill", "John Stuart"),), "Parker")
    assert (article.container, article.volume, article.issue, article.pages, article.doi) == (
        "Quarterly Journal of Economics",
        "84",
        "3",
        "488–500",
        "10.2307/1879431",
    )
    assert (chapter.container, chapter.editors, chapter.url) == (
        "Famines",
        (Name("Stern", "Nicholas"),),
        "https://example.org/rights",
    )


ENTRIES = (
    "Akerlof, G. A. (1970). The Market for Lemons. Quarterly Journal of Economics, 84(3), 488-500.",
    "Mill, J. S. (1861). Considerations. London: Parker.",
    "Ricardo, D. (1817). Principles. London: Murray.",
)


@pytest.mark.parametrize("heading", ["", "Works Cited"])
def test_list(tmp_path: Path, heading: str) -> None:
    """The list that Word makes is read as one, with a heading or without; a work that is cited too
    stands there once, under one key, as printed and as described."""
    document = read_document(word(tmp_path, BODY + listing(*ENTRIES, heading=heading)))
    assert document.text.endswith("(Nobody, 1900).")
    assert [(work.key, work.raw[:7], work.publisher) for work in document.references] == [
        ("akerlof-1970", "Akerlof", ""),
        ("mill-1861", "Mill, J", "Parker"),
        ("ricardo-1817", "Ricardo", "Murray"),
    ]
    assert [keys for _, keys, _ in links(document)] == [
        ("mill-1861",),
        ("akerlof-1970",),
        ("akerlof-1970", "mill-1861"),
    ]
    assert BlockKind.QUOTATION not in [block.kind for block in document.blocks]


def test_numbered_list(tmp_path: Path) -> None:
    """Numbered styles print their list as a table: each row is an entry."""
    rows = "".join(
        f"<w:tr><w:tc>{paragraph(text(f'[{at}] '))}</w:tc><w:tc>{paragraph(text(entry))}</w:tc></w:tr>"
        for at, entry in enumerate(ENTRIES[:2], 1)
    )
    begin = paragraph(mark("begin"), codes(" BIBLIOGRAPHY "), mark("separate"))
    body = paragraph(text("Lemons drive out plums "), field(text("[1]"), " CITATION Ark70 "), text("."))
    document = read_document(word(tmp_path, f"{body}{begin}<w:tbl>{rows}</w:tbl>{paragraph(mark('end'))}"))
    assert document.text == "Lemons drive out plums [1]."
    assert links(document) == [("1", ("akerlof-1970",), "")]
    assert [work.key for work in document.references] == ["akerlof-1970", "mill-1861"]


def test_list_in_a_note(tmp_path: Path) -> None:
    """A list that stands in a note is text of the note."""
    note = mark("begin") + codes(" BIBLIOGRAPHY ") + mark("separate") + text(ENTRIES[1]) + mark("end")
    document = read_document(word(tmp_path, BODY, note=note))
    assert document.text.endswith("\n\n" + ENTRIES[1])
    assert [work.key for work in document.references] == ["mill-1861", "akerlof-1970"]


def test_list_of_zotero(tmp_path: Path) -> None:
    """The list that Zotero makes is read, too, with the works that nobody cites."""
    entries = listing(*ENTRIES, code=" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ")
    item = {"id": 7, "title": "Considerations", "type": "book", "issued": {"date-parts": [[1861]]}}
    item["author"] = [{"family": "Mill", "given": "J. S."}]
    cited = {"citationItems": [{"id": 7, "itemData": item}]}
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(cited)} "
    body = paragraph(text("So it is "), field(text("(Mill, 1861)"), code), text("."))
    document = read_document(word(tmp_path, body + entries, sources=""))
    assert document.text == "So it is (Mill, 1861)."
    assert links(document) == [("Mill, 1861", ("mill-1861",), "")]
    assert [work.key for work in document.references] == ["akerlof-1970", "mill-1861", "ricardo-1817"]


def test_two_works_of_a_year(tmp_path: Path) -> None:
    """Two sources of one author and year stay two works; the list gives them their letters."""
    items = "".join(
        source(tag, "Book", people("Author", ("Sen", "Amartya")), {"Title": title, "Year": "1981"})
        for tag, title in [("Sen81", "Poverty"), ("Sen811", "Famines")]
    )
    cited = [
        field(text(f"(Sen, {title})"), f" CITATION {tag} ")
        for tag, title in [("Sen811", "F"), ("Sen81", "P")]
    ]
    entries = listing(
        "Sen, A. (1981a). Famines. Oxford: Clarendon.", "Sen, A. (1981b). Poverty. Oxford: Clarendon."
    )
    body = paragraph(text("See "), *cited, text("."))
    for whole, letters in [(body, ["", ""]), (body + entries, ["a", "b"])]:
        works = read_document(word(tmp_path, whole, sources=items)).references
        assert [(work.key, work.title) for work in works] == [
            ("sen-1981-2", "Famines"),
            ("sen-1981", "Poverty"),
        ]
        assert [work.suffix for work in works] == letters


@pytest.mark.parametrize(
    "item",
    [
        pytest.param(b"<b:Sources", id="cut off"),
        pytest.param(
            b'<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]><b>&a;</b>',
            id="an entity that names a file",
        ),
    ],
)
def test_bad_sources(tmp_path: Path, item: bytes) -> None:
    """Sources that cannot be read do not keep the paper and its other sources from being read."""
    document = read_document(word(tmp_path, BODY, note=NOTE, extra={"customXml/item2.xml": item}))
    assert len(document.links) == 4
