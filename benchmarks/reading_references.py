"""How well single reference strings are taken apart: year, surnames and title on three gold sets.

Reads `references/*.jsonl` in the folder DEBATEMAP_SHARED (default: ../shared beside the repository)
/data and skips what is absent. A field is right when it is equal after folding case, accents and
punctuation; a title when its tokens reach an F1 of .95. Only fields the gold has are counted.

anystyle_core and grobid_citations give the authors as one string: their surnames are read from that
string by `parse_names`, so that these two columns measure whether the author part was found, not how
names are read. excite_en_dev gives each surname by itself.

anystyle_core and grobid_citations trained the model: their honest figures come from
`benchmarks/train_reference_parser.py --cross-validate`.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from debatemap.corpus.reference_parser import parse_reference
from debatemap.corpus.reference_parser_names import parse_names
from debatemap.model import Reference, fold

SETS = ("excite_en_dev", "anystyle_core", "grobid_citations")
FIELDS = ("year", "first surname", "all surnames", "title")
TARGETS = {"year": 0.99, "first surname": 0.985, "all surnames": 0.95, "title": 0.93}


def shared_data() -> Path:
    """The folder of measured data: `data` in DEBATEMAP_SHARED, or in ../shared beside the repository."""
    default = Path(__file__).resolve().parents[2] / "shared"
    return Path(os.environ.get("DEBATEMAP_SHARED", default)) / "data"


def read_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one gold set; none when it is absent."""
    path = shared_data() / "references" / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(row: dict[str, Any], found: Reference) -> dict[str, bool]:
    """Which of the fields the gold has were read right."""
    right: dict[str, bool] = {}
    if row.get("year"):
        right["year"] = row["year"][:4] == found.year
    if gold := _gold_families(row):
        families = [_plain(name.family) for name in found.authors]
        right["first surname"] = families[:1] == gold[:1]
        right["all surnames"] = families == gold
    if row.get("title") and _tokens(row["title"]):
        right["title"] = token_f1(_tokens(row["title"]), _tokens(found.title)) >= 0.95
    return right


def measure(
    rows: Sequence[dict[str, Any]], parse: Callable[[str], Reference] = parse_reference
) -> dict[str, tuple[int, int]]:
    """Right and counted, a field."""
    right: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for row in rows:
        for field, ok in score(row, parse(row["raw"])).items():
            counted[field] += 1
            right[field] += ok
    return {field: (right[field], counted[field]) for field in FIELDS}


def token_f1(gold: list[str], found: list[str]) -> float:
    """F1 of two bags of words."""
    common = sum((Counter(gold) & Counter(found)).values())
    return 2 * common / (len(gold) + len(found)) if gold or found else 1.0


def _gold_families(row: dict[str, Any]) -> list[str]:
    if "authors" in row:
        families = [author["family"] for author in row["authors"] or []]
        # Some rows give an author without a surname: a slip of the coding, left out; a row that
        # misses its first is not counted.
        return [_plain(family) for family in families if family] if families and families[0] else []
    return [_plain(name.family) for name in parse_names(row.get("author") or "")]


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text)) or text


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def lines() -> Iterator[str]:
    """The table, a line a set."""
    yield f"{'references':<20}{'n':>6}" + "".join(f"{field:>16}" for field in FIELDS) + f"{'entries/s':>12}"
    for name in SETS:
        rows = read_rows(name)
        if not rows:
            yield f"{name:<20}{'absent':>6}"
            continue
        parse_reference(rows[0]["raw"])  # loads the model
        start = time.process_time()
        figures = measure(rows)
        speed = len(rows) / (time.process_time() - start)
        cells = "".join(f"{right / max(counted, 1):>16.4f}" for right, counted in figures.values())
        yield f"{name:<20}{len(rows):>6}{cells}{speed:>12.0f}"
    yield f"{'target':<26}" + "".join(f"{TARGETS[field]:>16.4f}" for field in FIELDS) + f"{500:>12}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
