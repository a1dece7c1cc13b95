"""Measures the citation stage on shared data: `python benchmarks/citations.py [--show NAME]`.

DEBATEMAP_SHARED names the folder of the data (default: ../shared beside the repository). What is
absent is skipped, and said so. `--show NAME`: list what differs in the documents whose id holds NAME.

How a citation counts as found:
- book chapters: it begins where the gold one begins and ends where that ends, closing bracket and
  locator aside ("strict": to the letter); years alone: the gold span lies on it. Bare names are not
  annotated as citations there (only those typeset by a macro) and are left out on both sides.
- journal articles: it overlaps the gold one; the printed anchors sometimes lack the locator or the
  closing bracket. Of a range of numbers ("5–7") only the ends are annotated.
  The annotation leaves citations out, so precision is given thrice: against the annotation alone; in
  round brackets with untagged citations counted as right when they resolve exactly to an entry of the
  list; in square brackets the same among citations that are given a work at all (the annotation links
  to entries of the list, and cannot hold a citation of a work that is not there).
- resolved: the share of found citations that have the right key. For the articles only of those
  whose entry bears the printed year: some texts are translations that cite editions of their own,
  linked to entries of the original's list, which no reader could infer from the text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from debatemap.citations import cite
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Name, Reference, Span

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DEBATEMAP_SHARED", ROOT.parent / "shared"))
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")
_YEAR = re.compile(r"(\d{4})?(?:n\.d\.)?-?([a-z](?![a-z]))?")


@dataclass
class Count:
    """Sums over documents."""

    gold: int = 0
    found: int = 0
    right: int = 0
    strict: int = 0
    untagged: int = 0
    unlisted: int = 0
    listed: int = 0
    resolved: int = 0
    characters: int = 0
    seconds: float = 0.0
    differences: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        """Adds another document's counts."""
        for name in (
            "gold",
            "found",
            "right",
            "strict",
            "untagged",
            "unlisted",
            "listed",
            "resolved",
            "characters",
            "seconds",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def line(self, name: str) -> str:
        """One row of the printed table."""
        precision, recall = self.right / max(self.found, 1), self.right / max(self.gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        lenient = (self.right + self.untagged) / max(self.found, 1)
        given = (self.right + self.untagged) / max(self.found - self.unlisted, 1)
        strict = 2 * self.strict / max(self.gold + self.found, 1)
        resolved = self.resolved / max(self.listed, 1)
        return (
            f"{name[:32]:32} {self.gold:5} {self.found:5}  P {precision:.3f} ({lenient:.3f}) [{given:.3f}]"
            f"  R {recall:.3f}  F1 {f1:.4f} (strict {strict:.4f})  resolved {resolved:.3f} of {self.listed}"
        )


def read_document(row: dict[str, Any]) -> Document:
    """The text as paragraphs and headings."""
    blocks = tuple(
        Block(Span(m.start(), m.end()), BlockKind.HEADING if m[0].startswith("#") else BlockKind.PARAGRAPH)
        for m in _PARAGRAPH.finditer(row["text"])
    )
    return Document(key=row["id"], text=row["text"], blocks=blocks)


def read_references(row: dict[str, Any]) -> list[Reference]:
    """The reference list in the fields of the model."""
    references = []
    for entry in row["references"]:
        date = _YEAR.match(entry.get("yearlabel", entry["year"]) or "")
        year, suffix = (date[1] or "", date[2] or "") if date else ("", "")
        references.append(
            Reference(
                key=entry.get("key") or entry["id"],
                authors=tuple(Name(a["family"], a["given"]) for a in entry["authors"]),
                year=year, suffix=suffix, title=entry["title"] or "", raw=entry.get("raw") or "",
            )
        )  # fmt: skip
    return references


def gold_citations(row: dict[str, Any]) -> list[tuple[Span, set[str], bool]]:
    """Span, keys and "the year alone" of each annotated citation; names alone are left out."""
    return [
        (
            Span(c["start"], c["end"]),
            set(c["rids"]) if "rids" in c else {c["key"]},
            c.get("style") == "year_only",
        )
        for c in row["citations"]
        if c.get("style") != "author_only"
    ]


def matches(citation: Citation, gold: Span, text: str, *, exact: bool, year_only: bool) -> bool:
    """The rule of the module's docstring."""
    if not exact or year_only:
        return citation.span.overlaps(gold)
    if citation.span.start != gold.start:
        return False
    ends = sorted((citation.span.end, gold.end))
    return not re.search(r"[;()]|\b(?:1[5-9]|20)\d\d\b", text[ends[0] : ends[1]].rstrip(")"))


def score(row: dict[str, Any], *, exact: bool) -> Count:
    """Cites one document and counts."""
    document, references = read_document(row), read_references(row)
    by_key = {ref.key: ref for ref in references}
    begun = time.perf_counter()
    citations = [c for c in cite(document, references) if c.form is not CitationForm.NAME]
    count = Count(characters=len(document.text), seconds=time.perf_counter() - begun)
    citations = [c for c in citations if not re.fullmatch(r"\d+\s?[–-]\s?\d+", c.span.of(document.text))]
    free = list(citations)
    gold = gold_citations(row)
    for span, keys, year_only in gold:
        fitting = [c for c in free if matches(c, span, document.text, exact=exact, year_only=year_only)]
        fitting.sort(key=lambda c: c.key not in keys)
        if not fitting:
            count.differences.append(f"missed    {_around(document.text, span)}")
            continue
        free.remove(fitting[0])
        count.right += 1
        printed = document.text[fitting[0].span.start : max(span.end, fitting[0].span.end)]
        count.strict += year_only or fitting[0].span == span
        if any(_bears_year(by_key.get(key), printed) for key in keys) or (not exact and len(by_key) == 0):
            count.listed += 1
            count.resolved += fitting[0].key in keys
            if fitting[0].key not in keys:
                count.differences.append(f"resolved  {printed!r} as {fitting[0].key!r}, not {sorted(keys)}")
    for citation in free:
        exactly = bool(citation.key and not citation.note)
        count.untagged += exactly
        count.unlisted += not citation.key
        count.differences.append(
            f"{'untagged' if exactly else 'added   '}  {_around(document.text, citation.span)}"
        )
    count.gold, count.found = len(gold), len(citations)
    return count


def _bears_year(reference: Reference | None, printed: str) -> bool:
    years = re.findall(r"\b(?:1[5-9]|20)\d\d", printed)
    return reference is not None and (not years or not reference.year or reference.year in years)


def _around(text: str, span: Span) -> str:
    before, after = text[max(0, span.start - 40) : span.start], text[span.end : span.end + 20]
    return f"{before!r} [[{span.of(text)}]] {after!r}"


def main() -> None:
    """Prints a row a document and a row a data set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--show", default="", metavar="NAME", help="list differences in documents of this name"
    )
    shown = parser.parse_args().show
    for name, exact in (("langsci_citations/dev.jsonl", True), ("jats_articles/gold.jsonl", False)):
        path = SHARED / "data" / name
        if not path.exists():
            print(f"{name}: SKIPPED, {path} is not there")
            continue
        total = Count()
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            count = score(row, exact=exact)
            print(count.line(row["id"]))
            if shown and shown in row["id"]:
                print(*(f"    {difference}" for difference in count.differences), sep="\n")
            total.add(count)
        print(total.line(f"ALL {name}"))
        print(f"{total.characters / total.seconds:,.0f} characters a second\n")


if __name__ == "__main__":
    main()
