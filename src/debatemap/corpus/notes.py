"""Notes sections, and what a raised number in the text is: a call, a numeric citation, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from debatemap.corpus.draft import Call, Note, Piece
from debatemap.model import BlockKind, LinkedCitation

# What a note that stands between paragraphs looks like to a reader.
_TEXT = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.OTHER}
_STOP_BEFORE = re.compile(r"[^\W\d_]\)?[.,;:]$")
_LABELLED = re.compile(r"^(?:\[(\d{1,3})\]|(\d{1,3})[.)]?|([*†‡§]))\s+(?=\S)")


def read_notes(pieces: Sequence[Piece]) -> list[Note]:
    """The notes of a notes section: list items, or paragraphs that begin with a number.

    What has no number of its own belongs to the note before it.
    """
    notes: list[Note] = []
    for piece in pieces:
        label, body = piece.label, piece
        if not label and (found := _LABELLED.match(piece.text)):
            label, body = found[1] or found[2] or found[3], cut(piece, found.end())
        body = body.with_kind(BlockKind.FOOTNOTE)
        if label or not notes:
            notes.append(Note(label or "1", (body,)))
        else:
            notes[-1] = replace(notes[-1], pieces=(*notes[-1].pieces, body))
    return notes


def are_notes(pieces: Sequence[Piece]) -> bool:
    """True when a section called "Notes" holds numbered notes, and not somebody's remarks."""
    return any(piece.label or _LABELLED.match(piece.text) for piece in pieces[:3])


def take_page_notes(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Note]]:
    """Footnotes that a conversion left between the paragraphs, told from them.

    Such a note begins with a raised number by which a piece before it has called it.
    """
    kept: list[Piece] = []
    notes: list[Note] = []
    called: set[str] = set()
    for piece in pieces:
        first = piece.calls[0] if piece.calls else None
        if piece.kind in _TEXT and first and first.raised and not first.at and first.label in called:
            body = replace(piece, kind=BlockKind.FOOTNOTE, calls=piece.calls[1:])
            notes.append(Note(first.label, (body,)))
        else:
            kept.append(piece)
            called.update(call.label for call in piece.calls if call.raised and call.at)
    return kept, notes


def cut(piece: Piece, start: int) -> Piece:
    """The piece without its first `start` characters."""
    links = tuple(
        replace(link, span=link.span.shift(-start)) for link in piece.links if link.span.start >= start
    )
    calls = tuple(replace(call, at=max(0, call.at - start)) for call in piece.calls)
    return replace(piece, text=piece.text[start:], calls=calls, links=links)


def settle_calls(
    pieces: Sequence[Piece], notes: Sequence[Note], *, references: int
) -> tuple[list[Piece], list[Note]]:
    """Pieces whose raised numbers are decided, and the notes as FOOTNOTE blocks.

    A raised number calls the note of that number. Where a paper has no notes, a raised number up to
    the length of its reference list cites by number, and is written on the line, before the stop
    behind which it stands: "[3].". Any other is left out.
    """
    labels = {note.label for note in notes}
    numeric = 0 if notes else references
    settled = [_settle(piece, labels, numeric) for piece in pieces]
    plain_notes = [
        replace(
            note, pieces=tuple(_settle(p.with_kind(BlockKind.FOOTNOTE), labels, numeric) for p in note.pieces)
        )
        for note in notes
    ]
    return settled, plain_notes


def _settle(piece: Piece, labels: Iterable[str], references: int) -> Piece:
    if not any(call.raised for call in piece.calls):
        return piece
    text, links, calls = piece.text, list(piece.links), []
    grown = 0
    for call in sorted(piece.calls, key=lambda call: call.at):
        at = call.at + grown
        numbers = raised_numbers(call.label)
        if not call.raised or call.label in labels:
            calls.append(Call(at, call.label))
        elif numbers and all(number in labels for number in numbers):
            calls.extend(Call(at, number) for number in numbers)
        elif numbers and all(1 <= int(number) <= references for number in numbers):
            written = f" [{call.label}]"
            at -= _STOP_BEFORE.search(text[:at]) is not None
            text = text[:at] + written + text[at:]
            links = [_moved(link, at, len(written)) for link in links]
            grown += len(written)
    return replace(piece, text=text, calls=tuple(calls), links=tuple(links))


def _moved(link: LinkedCitation, at: int, by: int) -> LinkedCitation:
    return replace(link, span=link.span.shift(by)) if link.span.start >= at else link


def raised_numbers(label: str) -> list[str]:
    """The numbers that a raised label lists; [] when it is no list of numbers.

    >>> raised_numbers("1,3–5"), raised_numbers("th")
    (['1', '3', '4', '5'], [])
    """
    numbers: list[str] = []
    for part in re.split(r"[,;]\s*", label.strip()):
        found = re.fullmatch(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?", part)
        if not found:
            return []
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last <= first + 50:
            return []
        numbers.extend(str(number) for number in range(first, last + 1))
    return numbers
