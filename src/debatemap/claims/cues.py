"""Attribution cues as data: the words that say that somebody says something.

The kinds follow what a reporting verb commits its subject to (Thompson and Ye 1991, "Evaluation in
the reporting verbs used in academic papers"; Hyland 1999, "Academic attribution").
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or noun.

    `kind`: assert, show, suggest, deny, concede, frame, agree or study (see cues.csv).
    """

    lemma: str
    pos: str
    kind: str


@cache
def load_cues() -> dict[tuple[str, str], Cue]:
    """The table cues.csv as (lemma, "verb" or "noun") → Cue."""
    text = (files(__package__) / "cues.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        (row["lemma"], row["pos"]): Cue(row["lemma"], row["pos"], row["kind"])
        for row in csv.DictReader(lines)
    }


def find_cue(lemma: str, pos: str) -> Cue | None:
    """The cue for a lemma and a spaCy part of speech, or None.

    >>> find_cue("argue", "VERB").kind
    'assert'
    """
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun"}.get(pos)
    return load_cues().get((lemma.lower(), kind)) if kind else None
