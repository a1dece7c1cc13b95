"""A citation: the place where a text names a work, and the work, if it is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from debatemap.model.reference import short_names, work_key
from debatemap.model.span import Span


class CitationForm(StrEnum):
    """How the work is named at this place."""

    NARRATIVE = "narrative"
    """The author in the running text, the year in a bracket: "Friedman (2009: 205)", "Friedman's (2009)"."""
    PARENTHETICAL = "parenthetical"
    """Author and year in a bracket: "(Lee and Shen, 2011)"."""
    YEAR = "year"
    """Year and page alone, the author understood from before: "(2014: 488)"."""
    NAME = "name"
    """The author's name alone, the work understood: "Franceschini argues"."""
    NUMERIC = "numeric"
    """A number in a bracket or raised: "[3]"."""
    NOTE = "note"
    """In a footnote of a paper that cites by footnotes: "Mayo, Introduction, 15", "ibid."."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One work cited at one place; a bracket with three works gives three citations.

    `span` is the citation as printed, from the author's name (or the year, when the name does not
    stand there) to the end of year and locator, brackets of a parenthetical left out:
    "Friedman's (2009: 205)", "Lee and Shen, 2011: 5". Further years of one author ("Radford (1990;
    1997)") are citations of their own whose span covers the year. `bracket` is the enclosing bracket
    with its brackets, None for a bare name. `names`: surnames as printed, "et al." left out.
    `key`: the work, or "" when unresolved; then `candidates` holds the works that come near, best
    first. `cited_in`: for "(Mayo 2008, cited in Chan 2013)" the key of the work that was read.
    `prefix`: "see also", "cf.", "e.g.", as printed. `note`: what a person should know, e.g. that a
    misprint was assumed. `et_al`: the names are the first of a longer list, as printed.
    """

    span: Span
    form: CitationForm
    names: tuple[str, ...] = ()
    year: str = ""
    suffix: str = ""
    locator: str = ""
    prefix: str = ""
    bracket: Span | None = None
    key: str = ""
    candidates: tuple[str, ...] = ()
    cited_in: str = ""
    possessive: bool = False
    et_al: bool = False
    in_footnote: bool = False
    note: str = ""

    @property
    def provisional_key(self) -> str:
        """The key that the cited work would have, from the names and date as cited.

        >>> Citation(Span(0, 9), CitationForm.NARRATIVE, ("Keck", "Sikking"), "1998").provisional_key
        'keck-sikking-1998'
        """
        return work_key(self.names, self.year, self.suffix)

    @property
    def named(self) -> str:
        """The authors as cited, without the date: "Ho et al."."""
        return short_names(self.names) + " et al." * self.et_al

    def lead(self, text: str) -> str:
        """What stands before it in its bracket, or in its part of it, in lower case; "" outside brackets.

        >>> text = "so (see Ames 1990; contra the claims of Cole 2001 and Dahl 2003)"
        >>> Citation(Span(54, 63), CitationForm.PARENTHETICAL, bracket=Span(3, 64)).lead(text)
        'contra the claims of cole 2001 and'
        """
        if self.bracket is None or self.bracket.start > self.span.start:
            return ""
        return text[self.bracket.start + 1 : self.span.start].rpartition(";")[2].strip().lower()
