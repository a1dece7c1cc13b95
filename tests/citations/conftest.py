"""Helpers of the citation tests: a text in, one readable line a citation out."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from debatemap.citations import cite, find_citations
from debatemap.model import (
    Block,
    BlockKind,
    Citation,
    CitationForm,
    Document,
    Name,
    Reference,
    Span,
    work_key,
)

LIST = (
    "Arendt, Hannah 1951 The Origins of Totalitarianism",
    "Arendt, Hannah 1958 The Human Condition",
    "Barth, Karl 1972 Dogmatics",
    "Barth, Fredrik 1969 Ethnic Groups and Boundaries",
    "Chen Feng 2003 Between the State and Labour",
    "de Beauvoir, Simone 1949 The Second Sex",
    "Keck, Margaret; Sikkink, Kathryn 1998 Activists beyond Borders",
    "McAdam, Doug; Tarrow, Sidney; Tilly, Charles 2001 Dynamics of Contention",
    "Olson, Mancur 1965 The Logic of Collective Action",
    "Ostrom, Elinor 1990 Governing the Commons",
    "Ostrom, Elinor 2009a Beyond Markets and States",
    "Ostrom, Elinor 2009b A General Framework",
    "Piven, Frances Fox; Cloward, Richard 1977 Poor People's Movements",
    "Putnam, Robert 2000 Bowling Alone",
    "Snow, David; Rochford, Burke; Worden, Steven; Benford, Robert 1986 Frame Alignment Processes",
    "Tarrow, Sidney 1994 Power in Movement",
    "Tilly, Charles 1978 From Mobilization to Revolution",
    "Weber, Max 1978 Economy and Society",
    "World Bank 2001 Attacking Poverty",
    "Webb, Sidney; Webb, Beatrice 1897 Industrial Democracy",
)
"""Well-known works, as "Family, Given; Family, Given year title"."""


def reference(entry: str) -> Reference:
    """A line of LIST as a Reference."""
    m = re.fullmatch(r"(?P<names>.+?) (?P<year>\d{4}|n\.d\.)(?P<suffix>[a-z]?) (?P<title>.+)", entry)
    assert m is not None, entry
    names = tuple(Name(*re.split(r",\s", name, maxsplit=1)) for name in m["names"].split("; "))
    year = m["year"] if m["year"].isdigit() else ""
    return Reference(
        key=work_key([name.family for name in names], year, m["suffix"]),
        authors=names, year=year, suffix=m["suffix"], title=m["title"],
    )  # fmt: skip


def document(text: str) -> Document:
    """Paragraphs parted by empty lines; "## " opens a heading, "[^" a footnote, "> " a quotation."""
    kinds = {"## ": BlockKind.HEADING, "[^": BlockKind.FOOTNOTE, "> ": BlockKind.QUOTATION}
    blocks = tuple(
        Block(
            Span(m.start(), m.end()),
            next((kind for sign, kind in kinds.items() if m[0].startswith(sign)), BlockKind.PARAGRAPH),
        )
        for m in re.finditer(r"\S(?:.|\n(?!\n))*", text)
    )
    return Document(key="test", text=text, blocks=blocks)


def line(citation: Citation, text: str) -> str:
    """The citation as "form: as printed = names year @ locator"."""
    names = " & ".join(citation.names) + (" +" if citation.et_al else "")
    at = f" @ {citation.locator}" if citation.locator else ""
    return (
        f"{citation.form}: {citation.span.of(text)} = {names} {citation.year}{citation.suffix}".rstrip() + at
    )


@pytest.fixture
def works() -> list[Reference]:
    """A reference list of well-known works."""
    return [reference(entry) for entry in LIST]


@pytest.fixture
def found() -> Callable[..., list[str]]:
    """Dated citations of a text, a line each; bare names left out."""

    def find(text: str, references: Sequence[Reference] = ()) -> list[str]:
        citations = find_citations(document(text), references)
        return [line(c, text) for c in citations if c.form is not CitationForm.NAME]

    return find


@pytest.fixture
def resolved() -> Callable[..., list[str]]:
    """All citations of a text as "as printed -> key", with "?" and the candidates when unresolved."""

    def resolve(text: str, references: Sequence[Reference]) -> list[str]:
        return [
            f"{c.span.of(text)} -> {c.key or '? ' + ' '.join(c.candidates)}".strip()
            for c in cite(document(text), references)
        ]

    return resolve


@pytest.fixture
def cited_with() -> Callable[..., list[Citation]]:
    """All citations of a text, resolved."""

    def cited(text: str, references: Sequence[Reference]) -> list[Citation]:
        return cite(document(text), references)

    return cited


@pytest.fixture
def document_of() -> Callable[[str], Document]:
    """Makes a Document of a text: see `document`."""
    return document
