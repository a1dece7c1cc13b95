"""What a check finds: the place, what is wrong there, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from debatemap.model import Span


class Check(StrEnum):
    """What is looked for, in the order in which it is shown."""

    UNLISTED = "unlisted"
    DIFFERS = "differs"
    UNCITED = "uncited"
    OUTSIDE = "outside"
    TWO_PAGES = "two-pages"
    MISQUOTED = "misquoted"
    SECOND_HAND = "second-hand"
    NO_PAGE = "no-page"

    @property
    def words(self) -> str:
        """The kind of finding in words."""
        return _WORDS[self]


_WORDS = {
    Check.UNLISTED: "citation without a reference",
    Check.DIFFERS: "year or spelling that differs from the list",
    Check.UNCITED: "reference never cited",
    Check.OUTSIDE: "page outside the work",
    Check.TWO_PAGES: "one quotation, two pages",
    Check.MISQUOTED: "quotation that is not in the cited paper",
    Check.SECOND_HAND: "second-hand citation",
    Check.NO_PAGE: "quotation without a page",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing in a paper that an editor would query.

    `paper`: key of the document. `span`: the words in question, offsets into the document's text, None
    for an entry of the reference list. `sentence`: the sentence they stand in, or the entry. `page`: as
    printed, "" when unknown. `what` and `suggestion`: a sentence or two each.
    """

    check: Check
    paper: str
    span: Span | None
    sentence: str
    what: str
    suggestion: str
    page: str = ""
