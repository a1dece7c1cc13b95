"""What the part under a heading is: abstract, notes, reference list, apparatus, or the paper itself."""

from __future__ import annotations

import csv
import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

from debatemap.model import fold


class Role(StrEnum):
    """The part a heading opens."""

    BODY = "body"
    ABSTRACT = "abstract"
    CONTACT = "contact"
    """A few lines about paper and author (keywords, addresses); the next prose is the paper again."""
    APPARATUS = "apparatus"
    """Funding, thanks, biography: everything up to the next heading."""
    NOTES = "notes"
    REFERENCES = "references"


# "3.", "IV.", "2.1", "A." before a heading.
_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.|[A-Z]\.)\s+")


@cache
def _roles() -> dict[str, Role]:
    """The table headings.csv, read once."""
    text = files("debatemap.corpus").joinpath("headings.csv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {_plain(row["heading"]): Role(row["role"]) for row in csv.DictReader(lines)}


def _plain(heading: str) -> str:
    """A heading as compared: no number, no markup, no final colon, folded."""
    bare = _NUMBER.sub("", " ".join(heading.split()).strip("*_# "))
    return fold(bare.strip("*_ ").rstrip(".:").strip())


def known_role(heading: str) -> Role | None:
    """The role of a heading that the table knows; None for any other.

    >>> known_role("7. Works Cited:")
    <Role.REFERENCES: 'references'>
    >>> known_role("Whose revolution?") is None
    True
    """
    return _roles().get(_plain(heading)) if heading else None
