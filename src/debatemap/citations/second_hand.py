"""Works read in other works: "(Mill 1848, cited in Olson 1965: 5)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from debatemap.citations.patterns import QUOTING, SECOND_HAND
from debatemap.model import Citation

_REACH = 60  # characters between the two


def chain_second_hand(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """The same citations, `cited_in` holding the provisional key of the work that was read."""
    out = list(citations)
    for at in range(len(out) - 1):
        one, two = out[at], out[at + 1]
        if not 0 <= two.span.start - one.span.end < _REACH:
            continue
        between = text[one.span.end : two.span.start]
        if SECOND_HAND.match(between):
            out[at] = replace(one, cited_in=two.provisional_key)
        elif QUOTING.match(between):
            out[at + 1] = replace(two, cited_in=one.provisional_key)
    return out
