"""What a row of the tables expects of a constructed sentence, and how it is compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from debatemap.model import Claim, Document, Span


@dataclass(frozen=True)
class Says:
    """One claim: who holds it; the words of cue, source and content ("" for none; content that is split
    is joined by " … "); how the text names the holder; and, where given, the claim column."""

    holder: str
    cue: str
    source: str
    content: str
    words: str | None = None
    via: str = "narrative"
    denied: bool = False
    concession: bool = False
    reported_by: str = ""


def backed(holder: str, source: str, content: str, words: str | None = None, cue: str = "") -> Says:
    """What a bracket backs: the source is the citation in it."""
    return Says(holder, cue, source, content, words, via="parenthetical")


def carried(
    holder: str,
    content: str,
    words: str | None = None,
    cue: str = "",
    source: str = "",
    *,
    denied: bool = False,
) -> Says:
    """A report that goes on."""
    return Says(holder, cue, source, content, words, via="carried", denied=denied)


@dataclass(frozen=True)
class Row:
    """`why` the row is here, the text, and all claims that it makes, in the order of the text."""

    why: str
    text: str
    claims: Sequence[Says] = field(default=())
    fails: str = ""
    """Why the row is known to fail."""


def row(why: str, text: str, *claims: Says, fails: str = "") -> Row:
    """A row of a table."""
    return Row(why, text, claims, fails)


def cases(rows: Sequence[Row]) -> list[object]:
    """The rows as parameters; those known to fail are strict xfails with their reason."""
    return [
        pytest.param(r, id=r.why, marks=pytest.mark.xfail(reason=r.fails, strict=True) if r.fails else ())
        for r in rows
    ]


def check(one: Row, extract: Callable[[str], tuple[Document, list[Claim]]]) -> None:
    """The claims are exactly those expected, in cue, source, content and words."""
    document, claims = extract(one.text)
    found = [_read(document, claim) for claim in claims]
    wanted = [
        Says(
            says.holder, says.cue, says.source, says.content, None, says.via, says.denied, says.concession,
            says.reported_by,
        )
        for says in one.claims
    ]  # fmt: skip
    key = repr
    assert sorted(found, key=key) == sorted(wanted, key=key)
    for says in one.claims:
        if says.words is not None:
            assert says.words in [claim.text for claim in claims if claim.holder == says.holder]


def _read(document: Document, claim: Claim) -> Says:
    attribution = claim.attribution
    assert attribution is not None

    def words(span: Span | None) -> str:
        return span.of(document.text) if span else ""

    content = " … ".join(words(span) for span in attribution.content)
    return Says(
        claim.holder, words(attribution.cue), words(attribution.source), content, None, claim.via.value,
        attribution.denied, attribution.concession, claim.reported_by,
    )  # fmt: skip
