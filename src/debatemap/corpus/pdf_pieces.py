"""From printed blocks to the pieces of a draft: paragraphs joined over columns and pages, calls of
notes and beginnings of pages at their places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from debatemap.corpus.draft import Call, Note, Piece
from debatemap.corpus.hyphens import Vocabulary
from debatemap.corpus.pdf_blocks import without_bullet
from debatemap.corpus.pdf_lines import Line, plain_text
from debatemap.corpus.pdf_notes import PrintedNote
from debatemap.model import BlockKind

_MARKS = re.compile(r"\d{1,3}(?:\s*[–-]\s*\d{1,3})?|[*†‡§¶]+")


@dataclass(slots=True)
class Writing:
    """What the pieces of one document share. `calls`: for each page, the printed labels of its
    footnotes and the labels under which they are kept; `labels`: of pages; `page`: the last one
    that has begun in the text."""

    words: Vocabulary
    labels: Sequence[str]
    calls: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    page: int = -1

    def write(self, lines: Sequence[Line], kind: BlockKind, *, level: int = 0, marks: bool = True) -> Piece:
        """The piece of some lines. `marks`: note where pages begin (not in what is no running text)."""
        text = ""
        calls: list[Call] = []
        pages: list[tuple[int, str]] = []
        for at, line in enumerate(lines):
            words = line.text
            if at == 0 and kind is BlockKind.LIST_ITEM:
                words = without_bullet(words)
            text = self.words.join(text, words, full=lines[at - 1].slack < 1.0) if at else words
            start = len(text) - len(words)
            if marks and line.page > self.page:
                # The page begins with the word that is whole on it.
                pages.append(
                    (
                        start if start == 0 or text[start - 1] == " " else _next_word(text, start),
                        self.labels[line.page],
                    )
                )
                self.page = line.page
            calls.extend(self._calls(line, start))
        strong = bool(lines) and all(line.bold for line in lines)
        return Piece(text, kind, level=level, strong=strong, calls=tuple(calls), pages=tuple(pages))

    def _calls(self, line: Line, start: int) -> list[Call]:
        """The notes called on a line. Where a paper has footnotes, only they are called."""
        found: list[Call] = []
        kept = self.calls.get(line.page, {})
        for at, run in enumerate(line.runs):
            if not run.raised or at == 0:
                continue
            place = start + len(plain_text(line.runs[:at]))
            for mark in _MARKS.findall(run.text):
                if mark in kept:
                    found.append(Call(place, kept[mark]))
                elif not self.calls and mark[0].isdigit():
                    found.append(Call(place, re.sub(r"\s", "", mark), raised=True))
        return found


def _next_word(text: str, start: int) -> int:
    space = text.find(" ", start)
    return space + 1 if space >= 0 else len(text)


def name_notes(notes: Sequence[PrintedNote], labels: Sequence[str]) -> list[str]:
    """A label of its own for each note; where a paper counts anew, later ones name their page."""
    names: list[str] = []
    for note in notes:
        name = note.label
        if name in names:
            name = f"{note.label} (p. {labels[note.page] or note.page + 1})"
        while name in names:
            name += "*"
        names.append(name)
    return names


def calls_by_page(notes: Sequence[PrintedNote], names: Sequence[str]) -> dict[int, dict[str, str]]:
    """For each page the printed labels of the notes that begin on it, and their names."""
    calls: dict[int, dict[str, str]] = {}
    for note, name in zip(notes, names, strict=True):
        calls.setdefault(note.page, {}).setdefault(note.label, name)
    return calls


def write_notes(notes: Sequence[PrintedNote], names: Sequence[str], writing: Writing) -> list[Note]:
    """The notes as a draft has them, without their printed labels."""
    written = []
    for note, name in zip(notes, names, strict=True):
        piece = writing.write(note.lines, BlockKind.FOOTNOTE, marks=False)
        text = piece.text[note.cut :].lstrip()
        if text:
            written.append(Note(name, (Piece(text, BlockKind.FOOTNOTE),)))
    return written


def part_endnotes(lines: Sequence[Line], writing: Writing) -> list[Piece]:
    """The notes of a notes section, a piece each: one begins with the number after the last one."""
    groups: list[tuple[str, int, list[Line]]] = []
    for line in lines:
        last = int(groups[-1][0]) if groups else 0
        label, cut = _end_label(line, last)
        if label:
            groups.append((label, cut, [line]))
        elif groups:
            groups[-1][2].append(line)
    pieces = []
    for label, cut, own in groups:
        text = writing.write(own, BlockKind.PARAGRAPH, marks=False).text[cut:].lstrip()
        pieces.append(Piece(text, BlockKind.LIST_ITEM, label=label))
    return [piece for piece in pieces if piece.text]


def _end_label(line: Line, last: int) -> tuple[str, int]:
    """The number with which a line begins the note that is due, and its length in the text."""
    if line.runs[0].raised:
        found = re.search(r"\d{1,3}", line.runs[0].text)
        return (found[0], 0) if found and int(found[0]) == last + 1 else ("", 0)
    if found := re.match(r"[(\[]?(\d{1,3})[)\].:]?(?:\s+(?=\S)|$)", line.text):
        return (found[1], found.end()) if int(found[1]) == last + 1 else ("", 0)
    return "", 0
