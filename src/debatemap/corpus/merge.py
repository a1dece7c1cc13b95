"""A paper's own reference list matched to the bibliography of the debate."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import fields, replace
from itertools import count

from rapidfuzz import fuzz, utils

from debatemap.model import Reference, fold

_LIKE = 85
"""How alike two titles must be (0–100, rapidfuzz token set ratio) to name one work."""


def merge_references(own: Sequence[Reference], bibliography: Sequence[Reference]) -> tuple[Reference, ...]:
    """The works a paper lists, each under the key that the bibliography gives it.

    Two entries name one work when their DOIs agree, or when first surname and year agree and the
    titles are alike. The bibliography's key and facts win; what it leaves out comes from the paper's
    list; the other key is kept in `aliases`. Works the bibliography lacks stay as they are.

    >>> from debatemap.model import Name
    >>> listed = Reference("lee-2007", (Name("Lee", "CK"),), "2007", title="Against the law")
    >>> known = Reference("lee2007", (Name("Lee", "Ching Kwan"),), "2007", title="Against the Law: Protests")
    >>> [(work.key, work.aliases) for work in merge_references([listed], [known])]
    [('lee2007', ('lee-2007',))]
    """
    by_doi = {work.doi.lower(): work for work in reversed(bibliography) if work.doi}
    by_year: dict[str, list[Reference]] = {}
    for work in bibliography:
        by_year.setdefault(work.year, []).append(work)
    merged: dict[str, Reference] = {}
    for work in own:
        known = by_doi.get(work.doi.lower()) or _most_alike(work, by_year.get(work.year, ()))
        joined = join(known, work) if known else work
        there = merged.get(joined.key)
        if there and not known and likeness(there, work) == 0:  # two works of one author and year
            joined, there = replace(joined, key=next_key(joined.key, merged)), None
        merged[joined.key] = join(there, work) if there else joined
    return tuple(merged.values())


def next_key(key: str, taken: Container[str]) -> str:
    """The key with the first number that nobody has: two works of one author and year without letters."""
    return next(name for number in count(2) if (name := f"{key}-{number}") not in taken)


def _most_alike(work: Reference, others: Sequence[Reference]) -> Reference | None:
    """The one of the others that is surest to be the same work, the first among equals; or None."""
    best = max(others, key=lambda other: likeness(work, other), default=None)
    return best if best is not None and likeness(work, best) > 0 else None


def likeness(one: Reference, other: Reference) -> float:
    """How surely two entries name one work: 0 (no) to 100, by surnames, year and title."""
    if one.doi and other.doi and one.doi.lower() != other.doi.lower():
        return 0
    if one.year != other.year or not _same_people(one, other):
        return 0
    if one.title and other.title:
        score = float(fuzz.token_set_ratio(_words(one.title), _words(other.title)))
        return score if score >= _LIKE else 0
    # Without a title, authors and year must do; a year letter then has to agree.
    return 50 if one.suffix == other.suffix else 0


def _same_people(one: Reference, other: Reference) -> bool:
    """First surnames agree, and no surname list contradicts the other ("et al." may shorten it)."""
    ours = [_bare(name.family) for name in one.authors or one.editors]
    theirs = [_bare(name.family) for name in other.authors or other.editors]
    if not ours or not theirs:
        return not ours and not theirs
    return all(a == b or a in b.split() or b in a.split() for a, b in zip(ours, theirs, strict=False))


def _words(title: str) -> str:
    """A title for comparison: folded, no punctuation; other scripts as they are."""
    return utils.default_process(fold(title) or title)


def _bare(family: str) -> str:
    return fold(family).replace("-", " ").strip()


def join(first: Reference, second: Reference) -> Reference:
    """One work of two entries: the first's facts, the second's where the first has none."""
    filled = {
        field.name: getattr(second, field.name)
        for field in fields(Reference)
        if field.name not in ("key", "aliases") and not getattr(first, field.name)
    }
    names = dict.fromkeys([*first.aliases, second.key, *second.aliases])
    aliases = tuple(name for name in names if name != first.key)
    return replace(first, **filled, aliases=aliases)
