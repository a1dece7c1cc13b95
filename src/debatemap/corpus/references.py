"""The reference list of a draft: its pieces to entries, its entries to References."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from debatemap.corpus.draft import Piece
from debatemap.corpus.merge import merge_references
from debatemap.corpus.names import PARTICLES
from debatemap.corpus.quotations import begins_lower
from debatemap.corpus.reference_list import begin_with_bullets, split_references, without_bullet
from debatemap.corpus.reference_parser import other_readings, parse_references
from debatemap.model import BlockKind, LinkedCitation, Name, Reference, work_key

# Longer than any one entry is: several run together.
_LONG = 900
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d|\b(?:n\.\s?d\.|s\.\s?d\.|in press|forthcoming|im Druck)")
_PARTICLE = re.compile(rf"(?:(?:{'|'.join(sorted(PARTICLES))})\s)+[^\W\d_a-zß-öø-ÿ]")
_MARK = re.compile(r"^(?:\[?\d{1,3}[\].)]|[•·*–-])\s+")


def are_entries(pieces: Sequence[Piece]) -> bool:
    """True when a section holds a reference list, and not prose on sources: most of its pieces give a
    year, or say that there is none."""
    texts = [piece.text for piece in pieces if piece.text and piece.kind is not BlockKind.HEADING]
    return bool(texts) and sum(bool(_DATED.search(text)) for text in texts) * 2 >= len(texts)


def to_entries(pieces: Sequence[Piece]) -> list[Piece]:
    """The entries of a reference list, a piece each, from the blocks under its heading.

    A list item or a paragraph is an entry; a paragraph of several lines, or a very long one, is
    split; one that begins in lower case (no name, no item of a list with a date) or with an address goes
    on with the entry before.
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
            if entries and _goes_on(entry, listed=has_bullet or piece.kind is BlockKind.LIST_ITEM):
                entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {entry}")
            else:
                entries.append(replace(piece, text=entry))
    return entries


def _goes_on(entry: str, *, listed: bool) -> bool:
    """True for what belongs to the entry before: an address, or what begins in lower case; but not a work
    of "van der Linden, …" or, as an item of a list, of "bell hooks (1984)"."""
    opens = _DATED.search(entry) and (listed or _PARTICLE.match(entry))
    return entry.startswith("http") or (begins_lower(entry) and not (_MARK.match(entry) or opens))


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


def settle_surnames(works: Sequence[Reference], text: str) -> list[Reference]:
    """Where a list without commas ("Ames Brown Mary") leaves the end of a surname open, the paper's own text
    decides: "Ames (1999)" or "Ames Brown (1999)"."""
    keys = {work.key for work in works}
    return [_settled(work, text, keys) for work in works]


def _settled(work: Reference, text: str, keys: Container[str]) -> Reference:
    first, *further = work.authors or (Name(""),)
    for other in other_readings(first):
        key = work_key([other.family, *(name.family for name in further)], work.year, work.suffix)
        open_end = work.raw.startswith(f"{first.family} {first.given}") and key not in keys
        if open_end and _cites(text, other, work) and not _cites(text, first, work):
            aliases = dict.fromkeys([work.key, *(alias for alias in work.aliases if alias != key)])
            return replace(work, key=key, authors=(other, *further), aliases=tuple(aliases))
    return work


def _cites(text: str, name: Name, work: Reference) -> bool:
    """The text has the surname, perhaps with further ones, and then the year."""
    further = r"(?:,? (?:&|and) [^\W\d_][\w' -]{1,40}|,? et al\.?)?"
    return bool(work.year) and bool(
        re.search(rf"(?<!\w){re.escape(name.family)}(?:['’]s?)?{further},? \(?{work.year}", text)
    )


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
