"""The word tables of this room, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def words(table: str) -> dict[str, str]:
    """Word → note of one of the csv files beside this module ("particles", "signals", "no_names").

    >>> "van" in words("particles")
    True
    """
    text = files("debatemap.citations").joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return {row["word"]: row["note"] for row in csv.DictReader(text.splitlines())}
