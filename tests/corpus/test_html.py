"""Saved web pages to Documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from debatemap.corpus import read_document
from debatemap.model import Document, Name

Read = Callable[..., Document]

LONG = (
    "Councils have been praised for two centuries, and in each of them somebody has asked for proof of it. "
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Councils | Town Studies</title>
<meta name="citation_title" content="Councils and critics">
<meta name="citation_author" content="King, Ada"><meta name="citation_author" content="Bo Li">
<meta name="citation_publication_date" content="2019/03/01"><meta name="citation_doi" content="10.1000/jts.44">
<script>var x = "never text";</script></head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/i">Issues</a></li><li><a href="/c">Contact</a></li>
</ul></nav></header>
<div id="wrap"><main><article><h1>Councils and critics</h1>
<h2>Introduction</h2>
<p>{LONG}They educate <a href="#r1">(Mill, 1861)</a>.<sup><a href="#n1">1</a></sup> {LONG}</p>
<blockquote><p>{LONG}</p></blockquote>
<p>{LONG}Nobody knows.<a href="#n2">[2]</a></p>
<aside><h3>Share this</h3><p>Follow us for more of this every day of the week.</p></aside>
<h2>Notes</h2>
<ol><li id="n1">He had doubts. <a href="#c1">↩</a></li><li id="n2"><p>Nor shall we.</p></li></ol>
<h2>References</h2>
<ul><li id="r1">Mill JS (1861) <i>Considerations</i>. London: Parker.</li></ul>
</article></main>
<div class="related"><ul><li><a href="/1">Towns</a></li><li><a href="/2">Votes</a></li><li><a href="/3">Seats</a></li></ul>
</div></div>
<footer><p>© 2024 Town Studies. All rights are reserved, and cookies are set.</p></footer>
</body></html>"""


def test_saved_page(read: Read) -> None:
    """Menus, side bars and footers are gone; quotation, notes, links and reference list are there."""
    document = read(PAGE, "page.html")
    text = LONG.strip()
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", "Councils and critics"),
        ("heading", "Introduction"),
        ("paragraph", f"{LONG}They educate (Mill, 1861). {text}"),
        ("quotation", text),
        ("paragraph", f"{LONG}Nobody knows."),
        ("footnote", "He had doubts."),
        ("footnote", "Nor shall we."),
    ]
    assert [(note.label, document.text[: note.call or 0][-6:]) for note in document.footnotes] == [
        ("1", "1861)."),
        ("2", "knows."),
    ]
    assert [(link.span.of(document.text), link.keys) for link in document.links] == [
        ("Mill, 1861", ("mill-1861",))
    ]


def test_meta_elements(read: Read) -> None:
    """What the page says of the paper for indexers."""
    document = read(PAGE, "page.html")
    assert (document.title, document.year, document.doi) == ("Councils and critics", "2019", "10.1000/jts.44")
    assert document.authors == (Name("King", "Ada"), Name("Li", "Bo"))


def test_page_without_marked_parts(read: Read) -> None:
    """Nothing but <div>: what is the text is told by the text; the title by the page's."""
    document = read(
        f"""<html><head><title>Councils in Utopia | The Town Blog</title></head><body>
        <div><h1>The Town Blog</h1><a href="/">Home</a> <a href="/a">About</a> <a href="/p">Posts</a></div>
        <div><div><p>{LONG}</p><p>{LONG.replace("praised", "blamed")}</p></div>
        <div>Share this: <a href="f">Face</a> <a href="t">Bird</a> <a href="m">Mail</a></div></div>
        <script>x()</script></body></html>""",
        "post.html",
    )
    assert document.title == "Councils in Utopia"
    assert document.text == f"{LONG}\n\n{LONG.replace('praised', 'blamed')}".replace(" \n", "\n").strip()


def test_encoding_is_the_one_named(tmp_path: Path) -> None:
    """A page in Latin-2 that says so."""
    path = tmp_path / "page.htm"
    path.write_bytes("<html><meta charset='iso-8859-2'><body><p>Łódź.</p></body></html>".encode("iso-8859-2"))
    assert read_document(path).text == "Łódź."
