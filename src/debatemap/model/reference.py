"""A work in a bibliography, and the key by which everything names it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Letters that NFKD does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)


def fold(text: str) -> str:
    """The text in lower case ASCII: accents dropped, other scripts left out.

    >>> fold("Łukasiewicz-Müller")
    'lukasiewicz-muller'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return plain.encode("ascii", "ignore").decode().lower()


def _slug(text: str) -> str:
    # A camel-case particle ("DeGraff") is one word; apostrophes vanish, all else separates.
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʼ]", "", fold(text))).strip("-")


def work_key(families: Sequence[str], year: str, suffix: str = "", *, et_al: bool = False) -> str:
    """The key of a work without a bibliography key: surnames as printed and year.

    `families`: surnames, or one corporate name; `year`: four digits or "" for no date; `suffix`:
    the year letter; `et_al`: there are more authors than these. Four or more become "et al".

    >>> work_key(["Lee", "Shen"], "2011")
    'lee-shen-2011'
    >>> work_key(["Barker", "Cox", "Krinsky", "Nilsen"], "2013")
    'barker-et-al-2013'
    """
    names = [_slug(family) for family in families if _slug(family)]
    if not names:
        names = ["anon"]
    head = f"{names[0]}-et-al" if len(names) > 3 or et_al else "-".join(names)
    return f"{head}-{year or 'nd'}{suffix.lower()}"


@dataclass(frozen=True, slots=True)
class Name:
    """An author. A corporate author, or one printed whole ("Xu Yi"), has only a family name."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work, from a bibliography file or from a paper's own list of references.

    `year` holds four digits or "" (no date, in press); `suffix` the year letter; `original_year`
    the first publication of a reprint or translation. `raw` is the entry as printed. `pages` as
    printed ("474–492").
    """

    key: str
    authors: tuple[Name, ...]
    year: str
    title: str = ""
    suffix: str = ""
    original_year: str = ""
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    url: str = ""
    kind: str = ""
    editors: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other keys of the same work: made from its surnames, used by another list, numbers in a list."""
    raw: str = ""
    et_al: bool = False
    """The list names only the first of the authors: "Barker, C. et al."."""

    @property
    def label(self) -> str:
        """As a reader would cite it: "Lee and Shen 2011"."""
        return f"{self.named} {self.year or 'n.d.'}{self.suffix}"

    @property
    def named(self) -> str:
        """The authors as cited: "Lee and Shen", "Barker et al."."""
        return short_names([name.family for name in self.authors], et_al=self.et_al)


def short_names(families: Sequence[str], *, et_al: bool = False) -> str:
    """Surnames as cited: "Lee and Shen"; "Barker et al." from four authors on, or with `et_al`."""
    if not families:
        return "Anon."
    if len(families) > 3 or et_al:
        return f"{families[0]} et al."
    if len(families) == 3:
        return f"{families[0]}, {families[1]} and {families[2]}"
    return " and ".join(families)
