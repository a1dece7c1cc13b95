"""The reference list of a draft: its pieces to entries, its entries to References."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debatemap.corpus.draft import Piece
from debatemap.corpus.quotations import begins_lower
from debatemap.corpus.reference_list import split_references
from debatemap.corpus.reference_parser import parse_references
from debatemap.model import BlockKind, Reference

# Longer than any one entry is: several run together.
_LONG = 900
_MARK = re.compile(r"^(?:\[?\d{1,3}[\].)]|[•·*–-])\s+")


def to_entries(pieces: Sequence[Piece]) -> list[str]:
    """The entries of a reference list, each as printed, from the blocks under its heading.

    A list item or a paragraph is an entry; a paragraph of several lines, or a very long one, is
    split; one that begins in lower case or with an address goes on with the entry before.
    """
    entries: list[str] = []
    paragraphs = [p for p in pieces if p.text and p.kind is not BlockKind.HEADING]
    for piece in paragraphs:
        text = piece.text
        if piece.kind is BlockKind.LIST_ITEM and "\n" not in text:
            found = [f"{piece.label}. {text}" if piece.label else text]
        elif "\n" in text or len(text) > _LONG or len(paragraphs) == 1:
            found = split_references(text)
        else:
            found = [text]
        for entry in found:
            if entries and ((begins_lower(entry) and not _MARK.match(entry)) or entry.startswith("http")):
                entries[-1] += " " + entry
            else:
                entries.append(entry)
    return entries


def to_references(entries: Sequence[str]) -> list[Reference]:
    """The works that the entries describe, in their order."""
    return list(parse_references(entries)) if entries else []
