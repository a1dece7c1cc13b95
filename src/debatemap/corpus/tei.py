"""TEI XML, as GROBID makes it from PDFs and journals publish it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from debatemap.corpus.draft import Draft, Piece
from debatemap.corpus.tei_references import read_authors, read_header_authors, read_references, read_year
from debatemap.corpus.xml_references import bare_doi
from debatemap.corpus.xml_source import find_all, first_text, parse_xml, tag_of, text_of
from debatemap.corpus.xml_walk import XML_ID, XML_LANG, Vocabulary, Walker
from debatemap.errors import ReadError
from debatemap.model import BlockKind

# Parts of the back matter that hold no argument.
_APPARATUS = frozenset(
    {"acknowledgement", "acknowledgements", "funding", "availability", "contribution", "conflict"}
)


def read_tei(path: Path) -> Draft:
    """The draft of a TEI document. Raises ReadError when it has no text."""
    root = parse_xml(path)
    bodies = find_all(root, "//text/body")
    if not bodies:
        raise ReadError("no text was found in this TEI file", where=path, todo="Make it again from the PDF.")
    works = read_references(root)
    keys = {identifier: work.key for identifier, work in works.items()}
    labels = _note_labels(root)
    walker = Walker(_vocabulary(keys, labels), keys=keys, labels=labels)
    title = first_text(root, "//titleStmt/title[@type='main']", "//titleStmt/title")
    if title:
        walker.pieces.append(Piece(title, BlockKind.HEADING, level=1))
    for abstract in find_all(root, "//profileDesc/abstract") or find_all(
        root, "//text/front//div[@type='abstract']"
    ):
        if text_of(abstract):
            walker.pieces.append(Piece("Abstract", BlockKind.HEADING, level=2))
            walker.walk(abstract, BlockKind.ABSTRACT)
    for body in bodies:
        walker.walk(body)
    for part in find_all(root, "//text/back/div"):
        _back(part, walker)
    source = next(iter(find_all(root, "//sourceDesc/biblStruct")), None)
    header = next(iter(find_all(root, "teiHeader")), root)
    language = (find_all(root, "text") or [root])[0].get(XML_LANG) or header.get(XML_LANG) or ""
    return Draft(
        pieces=tuple(walker.pieces),
        notes=tuple(walker.notes),
        title=title,
        authors=(read_authors(source) if source is not None else ()) or read_header_authors(header),
        year=(read_year(source)[0] if source is not None else "") or read_year(header)[0],
        doi=bare_doi(first_text(header, "//idno[@type='DOI']")),
        language=language[:2].lower(),
        references=tuple(works.values()),
        marked_up=bool(works),
    )


def _vocabulary(keys: dict[str, str], labels: dict[str, str]) -> Vocabulary:
    def works(element: etree._Element) -> list[str]:
        is_citation = tag_of(element) in ("ref", "ptr") and element.get("type", "bibr") in (
            "bibr",
            "bib",
            "biblio",
        )
        return [i for i in _targets(element) if i in keys] if is_citation else []

    def called(element: etree._Element) -> list[str]:
        is_call = tag_of(element) in ("ref", "ptr")
        return [i for i in _targets(element) if i in labels] if is_call else []

    return Vocabulary(
        section=frozenset({"div", "div1", "div2", "div3", "floatingText"}),
        heading=frozenset({"head"}),
        paragraph=frozenset({"p", "ab", "list", "sp"}),
        quotation=frozenset({"cit", "quote", "lg", "l"}),
        item=frozenset({"item"}),
        caption=frozenset({"figDesc"}),
        dropped=frozenset({"table", "formula", "graphic", "label", "listBibl", "fw", "figure"}),
        line_break=frozenset({"lb"}),
        works=works,
        called=called,
        raised=lambda element: tag_of(element) == "hi" and "sup" in element.get("rend", ""),
        note=lambda element: tag_of(element) == "note" and element.get("type") != "raw_reference",
    )


def _targets(element: etree._Element) -> list[str]:
    return [target.lstrip("#") for target in element.get("target", "").split()]


def _note_labels(root: etree._Element) -> dict[str, str]:
    """The label of each note that is called from elsewhere by its id."""
    called = {target for ref in find_all(root, "//ref") for target in _targets(ref)}
    labels: dict[str, str] = {}
    for note in find_all(root, "//text//note"):
        identifier = note.get(XML_ID, "")
        if identifier in called:
            labels[identifier] = note.get("n") or str(len(labels) + 1)
    return labels


def _back(part: etree._Element, walker: Walker) -> None:
    """Annexes are text, thanks are nobody's argument, the reference list is read elsewhere."""
    kind = part.get("type", "")
    if kind in ("references", "bibliography") or find_all(part, "listBibl"):
        return
    walker.walk(part, BlockKind.OTHER if kind in _APPARATUS else BlockKind.PARAGRAPH, level=2)
