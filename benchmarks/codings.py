"""Codings of open-licence texts that lie in the shared data: who holds which sentence.

codings/NAME/claims.csv has a row for each (sentence, holder): `sentence` is its number in the text as read,
`words` a digest of its words, so that the row finds its sentence when the number has moved and no text stands
here; `holder`, `kind` (claim, mention, disputed), `stance` (toward the thesis of codings/NAME/debate.toml),
`via`.
codings/README.md names the texts and their licences.

codings/NAME/theses.toml has further theses of our own for each text, stances.csv what its claims are toward
each (1, 0, -1; empty where it cannot be told).
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from shared import shared_if_there

from debatemap.corpus import read_document
from debatemap.model import Debate, Document, Pole
from debatemap.nlp import split_sentences
from debatemap.project import load_project

FOLDER = Path(__file__).parent / "codings"
_MOVED = 40  # sentences by which a row may have moved


@dataclass(frozen=True)
class CodingRow:
    """One holder of one sentence; `sentence` is its index in the document as read now."""

    sentence: int
    holder: str
    kind: str
    stance: int
    via: str


@dataclass(frozen=True)
class CodedText:
    """A text with its coding. `end`: index of the first sentence that the coding does not cover."""

    name: str
    debate: Debate
    document: Document
    rows: tuple[CodingRow, ...]
    end: int


@dataclass(frozen=True)
class ThesisStances:
    """A thesis that somebody wrote for a text, and the stance (-1, 0, 1) of sentences by their index; those
    of which it cannot be told are left out."""

    debate: Debate
    stances: dict[int, int]


def read_theses(text: CodedText) -> list[ThesisStances]:
    """The further theses of a coded text, with the stances of its claims toward each."""
    folder = FOLDER / text.name
    raw = tomllib.loads((folder / "theses.toml").read_text(encoding="utf-8"))["theses"]
    with (folder / "stances.csv").open(newline="", encoding="utf-8") as file:
        rows = [(_place(row, text.document), row) for row in csv.DictReader(file)]
    found = []
    for number, one in enumerate(raw, start=1):
        debate = Debate(text.name, one["thesis"], Pole("", one["attack"]), Pole("", one["support"]))
        stances = {
            place: int(row[f"thesis_{number}"])
            for place, row in rows
            if place is not None and row[f"thesis_{number}"]
        }
        found.append(ThesisStances(debate, stances))
    return found


def read_codings() -> Iterator[CodedText]:
    """Each coded text whose source is there."""
    for path in sorted(FOLDER.glob("*/claims.csv")):
        name = path.parent.name
        document = _read_text(name)
        if document is None:
            print(f"skipped: the text of {name} is not in the shared data")
            continue
        with path.open(newline="", encoding="utf-8") as file:
            raw = list(csv.DictReader(file))
        rows = tuple(_placed(row, document) for row in raw)
        lost = sum(row is None for row in rows)
        if lost:
            print(f"{name}: {lost} of {len(rows)} rows find no sentence")
        debate = load_project(path.parent).debate
        kept = tuple(row for row in rows if row)
        yield CodedText(name, debate, document, kept, max(row.sentence for row in kept) + 1)


def digest(sentence: str) -> str:
    """Eight hexadecimal digits that stand for the words of a sentence."""
    words = " ".join(re.findall(r"[^\W_]+", sentence.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def _placed(row: dict[str, str], document: Document) -> CodingRow | None:
    at = _place(row, document)
    return None if at is None else CodingRow(at, row["holder"], row["kind"], int(row["stance"]), row["via"])


def _place(row: dict[str, str], document: Document) -> int | None:
    """The sentence that a row is about: the nearest to the number given that has these words."""
    said = int(row["sentence"])
    near = sorted(range(max(0, said - _MOVED), said + _MOVED), key=lambda at: abs(at - said))
    for at in near:
        if at < len(document.sentences) and digest(document.sentences[at].of(document.text)) == row["words"]:
            return at
    return None


def _read_text(name: str) -> Document | None:
    for suffix, place in ((".xml", ("jats_articles", "xml")), (".pdf", ("pdf_ingest", "pdf"))):
        path = shared_if_there("data", *place, name + suffix)
        if path:
            return _read(path)
    chapters = shared_if_there("data", "langsci_citations", "dev.jsonl")
    for line in chapters.read_text(encoding="utf-8").splitlines() if chapters else ():
        chapter = json.loads(line)
        if chapter["id"].replace(".", "-") == name:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / f"{name}.md"
                path.write_text(_as_markdown(chapter), encoding="utf-8")
                return _read(path)
    return None


def _read(path: Path) -> Document:
    document = read_document(path)
    return replace(document, sentences=split_sentences(document))


def _as_markdown(chapter: dict[str, Any]) -> str:
    lines = []
    for work in chapter["references"]:
        names = ", ".join(f"{a.get('family', '')} {a.get('given', '')}".strip() for a in work["authors"])
        year = work.get("yearlabel") or work.get("year") or "n.d."
        lines.append(f"- {names} ({year}) {work.get('title', '')}. {work.get('container', '') or ''}.")
    return chapter["text"].rstrip() + "\n\n## References\n\n" + "\n".join(lines) + "\n"
