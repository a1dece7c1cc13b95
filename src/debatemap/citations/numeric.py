"""Find citations by number: "[3, 5–7]", raised numbers, and the author named before one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from debatemap.citations.names import Reading, read_authors
from debatemap.citations.roster import Roster
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Reference, Span

_RANGE = r"\d{1,3}(?:\s?[–—-]\s?\d{1,3})?"
_WIDE = r"\d{1,3}(?:\]?\s?[–—-]\s?\[?\d{1,3})?"  # "5–7", and "5]–[7" of "[5]–[7]"
_BRACKET = re.compile(
    rf"\[(?P<numbers>{_WIDE}(?:(?:\s?[,;]\s?(?:and\s)?|\s(?:and|&)\s){_WIDE})*)"
    r"(?P<locator>(?:,\s?(?:pp?\.|[Ss]ec(?:tion|t)?s?\.?|[Cc]h(?:apter|ap)?s?\.?|[Ff]igs?\.|[Tt]ables?|§)|:)\s?[\d.–—-]+)?\]"
)
_RAISED = re.compile(
    rf"<sup>(?P<html>{_RANGE}(?:\s?,\s?{_RANGE})*)</sup>"
    rf"|\^(?P<caret>{_RANGE}(?:,\s?{_RANGE})*)\^"
    r"|(?<=[^\s\d⁰¹²³⁴-⁹⁻])(?P<sign>[⁰¹²³⁴-⁹](?:[⁰¹²³⁴-⁹⁻,˒–]*[⁰¹²³⁴-⁹])?)"
)
_NUMBERS = re.compile(r"(\d{1,3})(?:\]?\s?[–—-]\s?\[?(\d{1,3}))?")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒", "0123456789-,")
_LONGEST_RANGE = 40
_ENOUGH = 3  # brackets with numbers that make a style, not an accident
_REACH = 120


def find_numeric(document: Document, roster: Roster, dated: Sequence[Citation]) -> list[Citation]:
    """Citations by number, with their keys, if this is the document's style; else none.

    It is when numbers of the list stand in brackets (or raised) more often than authors with dates.
    A number names the work that bears it as an alias, else the work at that place of the list. Every
    number of a range is a citation; those inside it ("6" of "5–7") cover the whole range.
    """
    listed = _by_number(roster.references)
    for pattern in (_BRACKET, _RAISED):
        if pattern is _RAISED and document.footnotes:
            return []
        found = [
            citation
            for block in document.blocks
            for m in pattern.finditer(document.text, block.span.start, block.span.end)
            for citation in _at(document.text, block, m, roster, listed)
        ]
        places = {c.bracket for c in found}
        known = sum(bool(c.key) for c in found)
        if len(places) >= _ENOUGH and len(places) > len(dated) and 2 * known >= len(found):
            return found
    return []


def _by_number(references: Sequence[Reference]) -> dict[str, Reference]:
    numbers = {str(at): ref for at, ref in enumerate(references, 1)}
    return numbers | {alias: ref for ref in references for alias in ref.aliases if alias.isdigit()}


def _at(
    text: str, block: Block, m: re.Match[str], roster: Roster, listed: dict[str, Reference]
) -> Iterator[Citation]:
    group = next(name for name in ("numbers", "html", "caret", "sign") if m.groupdict().get(name))
    offset, printed = m.start(group), m[group].translate(_LOWERED)
    locator = (m.groupdict().get("locator") or "").lstrip(",: ")
    numbers = list(_NUMBERS.finditer(printed))
    for place in numbers:
        first, last = int(place[1]), int(place[2] or place[1])
        if not first <= last <= first + _LONGEST_RANGE:
            continue
        for number in range(first, last + 1):
            part = 0 if last > first and first < number < last else (2 if number == last > first else 1)
            ref = listed.get(str(number))
            citation = Citation(
                span=Span(offset + place.start(part), offset + place.end(part)), form=CitationForm.NUMERIC,
                locator=locator, bracket=Span(m.start(), m.end()), key=ref.key if ref else "",
                in_footnote=block.kind is BlockKind.FOOTNOTE,
            )  # fmt: skip
            alone = len(numbers) == 1 and first == last and ref is not None
            yield _named_before(text, block, citation, roster) if alone else citation


def _named_before(text: str, block: Block, citation: Citation, roster: Roster) -> Citation:
    """ "Argyle et al. [64] show": the author of that very work in the running text."""
    if citation.bracket is None:
        return citation
    edge = len(text[: citation.bracket.start].rstrip())
    start = max(block.span.start, edge - _REACH)
    year = next(ref.year for ref in roster.references if ref.key == citation.key)
    authors = read_authors(text, start, edge, Reading(roster, year, "", bracket=False))
    if authors is None or citation.key not in {ref.key for ref in roster.works(authors.names[0])}:
        return citation
    return replace(
        citation, span=Span(authors.start, citation.bracket.end), form=CitationForm.NARRATIVE,
        names=authors.names, et_al=authors.et_al, possessive=authors.possessive,
    )  # fmt: skip
