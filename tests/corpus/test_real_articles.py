"""Real articles, where they lie beside the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from debatemap.corpus import read_document

ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "jats_articles" / "xml"
FOUND = sorted(ARTICLES.glob("*.xml"))


@pytest.mark.skipif(not FOUND, reason="no ../shared/data/jats_articles beside the project")
@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_references_found(path: Path) -> None:
    """As many works as the article has <ref> elements; every link names one of them; no text is lost."""
    document = read_document(path)
    assert len(document.references) == len(re.findall(r"<ref[ >]", path.read_text("utf-8")))
    keys = {work.key for work in document.references}
    assert all(set(link.keys) <= keys for link in document.links)
    assert document.links
    assert (document.title, document.year, document.authors) != ("", "", ())
