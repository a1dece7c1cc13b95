"""Word files in which a reference manager has put citation fields."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from debatemap.corpus import read_document

ITEM = {
    "citationID": "a1",
    "properties": {"formattedCitation": "(Mill, 1861, p. 54)"},
    "citationItems": [
        {
            "id": 12,
            "uris": ["http://zotero.org/users/1/items/AB12CD34"],
            "locator": "54",
            "itemData": {
                "id": 12,
                "type": "book",
                "title": "Considerations",
                "author": [{"family": "Mill", "given": "John Stuart"}],
                "issued": {"date-parts": [["1861"]]},
            },
        }
    ],
    "schema": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json",
}


def with_field(path: Path, instruction: str) -> Path:
    """The Word file with its text CITATION made the result of a field."""
    run = "<w:r><w:fldChar w:fldCharType=%s/></w:r>"
    code = instruction.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    field = (
        run % '"begin"'
        + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        + run % '"separate"'
        + '<w:r><w:t xml:space="preserve">(Mill, 1861, p. 54)</w:t></w:r>'
        + run % '"end"'
    )
    made = path.with_name("field.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "word/document.xml":
                text = data.decode()
                start = text.rindex("<w:r>", 0, text.index("CITATION"))
                end = text.index("</w:r>", start) + len("</w:r>")
                data = (text[:start] + field + text[end:]).encode()
            target.writestr(part, data)
    return made


def test_zotero(convert: Callable[..., Path]) -> None:
    """The rendered citation stays in the text, linked to the work that the field describes."""
    field = f"ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(ITEM)}"
    document = read_document(with_field(convert("It is so *CITATION*.\n", "zotero.docx"), field))
    assert document.text == "It is so (Mill, 1861, p. 54)."
    assert [(link.span.of(document.text), link.keys, link.locator) for link in document.links] == [
        ("Mill, 1861, p. 54", ("mill-1861",), "54")
    ]
    assert [(work.key, work.title, work.year) for work in document.references] == [
        ("mill-1861", "Considerations", "1861")
    ]


def test_word(convert: Callable[..., Path]) -> None:
    """Word's own citation fields give the text that they show."""
    path = with_field(convert("It is so *CITATION*.\n", "plain.docx"), "CITATION Mil61 \\p 54 \\l 1033")
    assert read_document(path).text == "It is so (Mill, 1861, p. 54)."
