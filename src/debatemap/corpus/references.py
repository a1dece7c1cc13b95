"""The reference list of a draft: its pieces to entries, its entries to References."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from debatemap.corpus.draft import Piece
from debatemap.corpus.merge import merge_references
from debatemap.corpus.quotations import begins_lower
from debatemap.corpus.reference_list import begin_with_bullets, split_references, without_bullet
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import BlockKind, LinkedCitation, Reference

# Longer than any one entry is: several run together.
_LONG = 900
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d|\b(?:n\.\s?d\.|s\.\s?d\.|in press|forthcoming|im Druck)")
_MARK = re.compile(r"^(?:\[?\d{1,3}[\].)]|[•·*–-])\s+")


def are_entries(pieces: Sequence[Piece]) -> bool:
    """True when a section holds a reference list, and not prose on sources: most of its pieces give a
    year, or say that there is none."""
    texts = [piece.text for piece in pieces if piece.text and piece.kind is not BlockKind.HEADING]
    return bool(texts) and sum(bool(_DATED.search(text)) for text in texts) * 2 >= len(texts)


def to_entries(pieces: Sequence[Piece]) -> list[Piece]:
    """The entries of a reference list, a piece each, from the blocks under its heading.

    A list item or a paragraph is an entry; a paragraph of several lines, or a very long one, is
    split; one that begins in lower case or with an address goes on with the entry before.
    """
    entries: list[Piece] = []
    paragraphs = [p for p in pieces if p.text and p.kind is not BlockKind.HEADING]
    bulleted = begin_with_bullets([piece.text for piece in paragraphs])
    for piece, has_bullet in zip(paragraphs, bulleted, strict=True):
        text = piece.text
        if piece.kind is BlockKind.LIST_ITEM and "\n" not in text:
            found = [f"{piece.label}. {text}" if piece.label else text]
        elif "\n" in text or len(text) > _LONG or len(paragraphs) == 1:
            found = split_references(text)
        else:
            found = [without_bullet(text) if has_bullet else text]
        for entry in found:
            if entries and ((begins_lower(entry) and not _MARK.match(entry)) or entry.startswith("http")):
                entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {entry}")
            else:
                entries.append(replace(piece, text=entry))
    return entries


def to_references(entries: Sequence[Piece], described: Sequence[Reference] = ()) -> list[Reference]:
    """The works of a paper: those its list prints, in order, then those described but not listed.

    A work that the source also describes field by field keeps that description and its key.
    """
    listed = parse_references([entry.text for entry in entries]) if entries else []
    named = [
        replace(work, aliases=tuple(dict.fromkeys([*work.aliases, entry.anchor.removeprefix("ref-")])))
        if entry.anchor
        else work
        for work, entry in zip(listed, entries, strict=True)
    ]
    works = merge_references(named, described)
    keys = {work.key for work in works}
    return [*works, *(work for work in described if work.key not in keys)]


def resolve_links(links: Iterable[LinkedCitation], works: Sequence[Reference]) -> tuple[LinkedCitation, ...]:
    """The links in order with the keys of the works they name; links to anything else left out."""
    keys = {alias: work.key for work in works for alias in work.aliases}
    keys |= {work.key: work.key for work in works}
    found = []
    for link in links:
        known = dict.fromkeys(keys[name] for name in link.keys if name in keys)
        if known:
            found.append(replace(link, keys=tuple(known)))
    return tuple(sorted(found, key=lambda link: link.span))
