"""Where hand-coded evidence stands in its paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from debatemap.checks import find_words
from debatemap.model import Claim, Document, Relation

Coded = TypeVar("Coded", Claim, Relation)


def place_evidence(item: Coded, papers: Mapping[str, Document]) -> tuple[Coded, bool]:
    """The item with its evidence as the paper prints it, the place and, for a claim, the page where the row
    gives none; and whether that could be done.

    `papers`: key → document. What was not found stays as it was written, without a place. True for an item
    without evidence, too, and for one of a paper that is not in the corpus.
    """
    document = papers.get(item.paper)
    if document is None or not (item.evidence or item.span):
        return item, True
    given = item.span
    if given is not None and (not item.evidence or given.of(document.text) == item.evidence):
        found = given if given.end <= len(document.text) else None
    else:
        found = find_words(item.evidence, document.text, near=given.start if given else 0)
    if found is None:
        return replace(item, span=None), False
    placed = replace(item, span=found, evidence=found.of(document.text))
    if isinstance(placed, Claim) and not placed.page:
        placed = replace(placed, page=document.page_at(found.start))
    return placed, True
