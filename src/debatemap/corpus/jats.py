"""JATS XML (NISO Z39.96), as publishers and repositories give it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from debatemap.corpus.draft import Draft, Piece
from debatemap.corpus.jats_references import read_references
from debatemap.corpus.names import from_capitals, split_name
from debatemap.corpus.xml_references import bare_doi
from debatemap.corpus.xml_source import find_all, first_text, parse_xml, tag_of, text_of
from debatemap.corpus.xml_walk import XML_LANG, Vocabulary, Walker
from debatemap.errors import ReadError
from debatemap.model import BlockKind, Name

# Elements whose text is no part of the running text.
_DROPPED = frozenset(
    {
        "table-wrap-foot",
        "table",
        "disp-formula",
        "disp-formula-group",
        "inline-formula",
        "math",
        "graphic",
        "inline-graphic",
        "media",
        "label",
        "object-id",
        "permissions",
        "supplementary-material",
        "ref-list",
        "fn",
        "fn-group",
        "sec-meta",
        "alt-text",
        "long-desc",
        "tex-math",
        "ref",
        "alternatives",
    }
)


_NOTE_LISTS = frozenset({"fn-group", "author-notes", "table-wrap-foot", "back", "notes"})


def _ids(element: etree._Element, kinds: tuple[str, ...]) -> list[str]:
    if tag_of(element) == "xref" and element.get("ref-type") in kinds:
        return element.get("rid", "").split()
    return []


def _is_in_place(element: etree._Element) -> bool:
    """True for a note that stands where it is called."""
    above = element.getparent()
    return tag_of(element) == "fn" and tag_of(above) not in _NOTE_LISTS if above is not None else False


def read_jats(path: Path) -> Draft:
    """The draft of a JATS article.

    Where the article is in another language and comes with its English translation, the
    translation is read, with the references of the article. Raises ReadError when there is no
    article in the file.
    """
    root = parse_xml(path)
    article = next(iter(find_all(root, "//article")), root) if tag_of(root) != "article" else root
    if tag_of(article) != "article":
        raise ReadError("no article was found in this XML", where=path, todo="Save the paper as PDF or HTML.")
    works = read_references(article)
    text = _english(article)
    meta = next(iter([*find_all(text, "front-stub"), *find_all(text, "front/article-meta")]), None)
    main = next(iter(find_all(article, "front/article-meta")), meta)
    labels = _note_labels(text)
    keys = {identifier: work.key for identifier, work in works.items()}
    walker = Walker(_vocabulary(keys, labels), keys=keys, labels=labels)
    title = _title(meta) if meta is not None else ""
    if title:
        walker.pieces.append(Piece(title, BlockKind.HEADING, level=1))
    if meta is not None:
        _front(meta, walker)
    for body in find_all(text, "body"):
        walker.walk(body)
    _back(text, walker)
    for note in find_all(text, "//fn"):
        if (identifier := note.get("id", "")) in labels:
            walker.add_note(note, labels[identifier])
    return Draft(
        pieces=tuple(walker.pieces),
        notes=tuple(walker.notes),
        title=title,
        authors=_authors(main),
        year=_year(main),
        doi=bare_doi(first_text(main, "article-id[@pub-id-type='doi']")) if main is not None else "",
        language=(text.get(XML_LANG) or article.get(XML_LANG) or "")[:2].lower(),
        references=tuple(works.values()),
        marked_up=bool(works),
    )


def _vocabulary(keys: dict[str, str], labels: dict[str, str]) -> Vocabulary:
    """The elements of JATS; citations and calls that point nowhere count as plain text."""
    return Vocabulary(
        section=frozenset({"sec", "app", "boxed-text", "abstract", "trans-abstract", "ack"}),
        heading=frozenset({"title"}),
        paragraph=frozenset({"p", "list", "def-list", "def-item", "def", "term", "statement", "speech"}),
        quotation=frozenset({"disp-quote", "verse-group", "verse-line", "attrib"}),
        item=frozenset({"list-item"}),
        caption=frozenset({"caption"}),
        dropped=_DROPPED,
        line_break=frozenset({"break"}),
        works=lambda element: [i for i in _ids(element, ("bibr",)) if i in keys],
        called=lambda element: [i for i in _ids(element, ("fn", "footnote", "endnote")) if i in labels],
        raised=lambda element: tag_of(element) == "sup",
        note=_is_in_place,
    )


def _english(article: etree._Element) -> etree._Element:
    """The article, or its translation where that alone is in English."""
    if not article.get(XML_LANG, "en").lower().startswith("en"):
        for part in find_all(article, "sub-article[@article-type='translation']"):
            if part.get(XML_LANG, "").lower().startswith("en") and find_all(part, "body"):
                return part
    return article


def _note_labels(text: etree._Element) -> dict[str, str]:
    """The label of each note that the running text can call, tables' notes left out."""
    labels: dict[str, str] = {}
    for note in find_all(text, "//fn"):
        above = {tag_of(node) for node in note.iterancestors()}
        identifier = note.get("id", "")
        inside_other = "sub-article" in above and tag_of(text) == "article"
        of_text = note.get("fn-type", "other") in ("other", "fn", "custom", "supplementary-material")
        elsewhere = inside_other or above & {"table-wrap", "author-notes", "response"}
        if identifier and of_text and not elsewhere and not _is_in_place(note):
            labels[identifier] = first_text(note, "label") or str(len(labels) + 1)
    return labels


def _title(meta: etree._Element) -> str:
    title = first_text(meta, "title-group/article-title")
    subtitle = first_text(meta, "title-group/subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _front(meta: etree._Element, walker: Walker) -> None:
    """Abstract and keywords."""
    for abstract in find_all(meta, "abstract"):
        kind = abstract.get("abstract-type")
        if kind in ("graphical", "teaser", "toc", "key-points") or not text_of(abstract):
            continue
        if not find_all(abstract, "title"):
            walker.pieces.append(Piece("Abstract", BlockKind.HEADING, level=2))
        walker.walk(abstract, BlockKind.ABSTRACT, level=2)
    for group in find_all(meta, "kwd-group")[:1]:
        words = ", ".join(text_of(word) for word in find_all(group, "kwd"))
        if words:
            name = first_text(group, "title").rstrip(":") or "Keywords"
            walker.pieces.append(Piece(f"{name}: {words}", BlockKind.OTHER))


def _back(text: etree._Element, walker: Walker) -> None:
    """Thanks are nobody's argument; appendices and further sections are text."""
    for back in find_all(text, "back"):
        for part in back:
            if tag_of(part) == "ack":
                if not find_all(part, "title"):
                    walker.pieces.append(Piece("Acknowledgements", BlockKind.HEADING, level=2))
                walker.walk(part, BlockKind.OTHER, level=2)
            elif tag_of(part) in ("sec", "app-group", "notes"):
                walker.walk(
                    part, BlockKind.OTHER if tag_of(part) == "notes" else BlockKind.PARAGRAPH, level=2
                )


def _authors(meta: etree._Element | None) -> tuple[Name, ...]:
    found = []
    for person in find_all(meta, "contrib-group/contrib") if meta is not None else []:
        if person.get("contrib-type", "author") != "author":
            continue
        family = first_text(person, "//surname")
        whole = first_text(person, "string-name", "name")
        if not family and whole:
            found.append(split_name(whole))
        elif not family and (group := first_text(person, "collab")):
            found.append(Name(group))
        elif family:
            found.append(from_capitals(Name(family, first_text(person, "//given-names"))))
    return tuple(found)


def _year(meta: etree._Element | None) -> str:
    """The year of the issue, else the earliest year of publication."""
    if meta is None:
        return ""
    dates = [
        (d.get("pub-type") or d.get("date-type") or "", first_text(d, "year"))
        for d in find_all(meta, "pub-date")
    ]
    for kind in ("collection", "ppub", "epub-ppub", "pub", "epub"):
        for of, year in dates:
            if of == kind and year:
                return year
    return min((year for _, year in dates if year), default="")
