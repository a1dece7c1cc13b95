"""Quotations with the work that they are taken from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from debatemap.checks.paper import Paper
from debatemap.checks.quotations import Quotation, find_quotations
from debatemap.checks.sources import Source, find_source

_FEWEST_WORDS = 3
_WORD = re.compile(r"\w{2,}(?:['’-]\w+)*")  # a single letter is a variable, or hardly a word


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, its words as printed, how many they are, and its source."""

    quotation: Quotation
    text: str
    length: int
    source: Source


def find_quoted(paper: Paper) -> tuple[Quoted, ...]:
    """The quotations of three words or more whose source the text tells; shorter ones are terms."""
    found: list[Quoted] = []
    for quotation in find_quotations(paper.document):
        printed = paper.printed(quotation.span)
        length = len(_WORD.findall(printed))
        if length < _FEWEST_WORDS:
            continue
        source = find_source(quotation, paper)
        if source is not None:
            found.append(Quoted(quotation, printed, length, source))
    return tuple(found)
