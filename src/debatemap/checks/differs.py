"""Citations whose year or spelling is not that of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from debatemap.checks.finding import Check, Finding
from debatemap.checks.paper import Paper
from debatemap.model import Citation, CitationForm, Reference, fold
from debatemap.model.reference import short_names

_PARTS = re.compile(r"\s[–—-]\s|[()/,]")  # a corporate name and its short form
_APART = re.compile(r"[^a-z]+")
_DATELESS = frozenset({CitationForm.NAME, CitationForm.NUMERIC, CitationForm.NOTE})


def find_differences(paper: Paper) -> Iterator[Finding]:
    """Years, year letters and names that the citation prints otherwise than the list."""
    for citation in paper.citations:
        work = paper.work(citation.key)
        if work is None:
            continue
        same = all(same_person(name, work) for name in citation.names)
        if same and citation.form not in _DATELESS and not dated(citation, work):
            yield _finding(paper, citation, work, f"the year {citation.year}", work.year or "n.d.")
        elif citation.note and citation.suffix and not work.suffix and citation.form not in _DATELESS:
            yield _finding(paper, citation, work, f"the letter {citation.suffix}", "no letter")
        elif same and citation.note:
            wrong = [name for name in citation.names if not _spelt(name, work)]
            if wrong:
                listed = [_nearest(name, work) for name in wrong]
                yield _finding(paper, citation, work, short_names(wrong), short_names(listed))


def _finding(paper: Paper, citation: Citation, work: Reference, cited: str, listed: str) -> Finding:
    return paper.finding(
        Check.DIFFERS,
        citation.span,
        what=f"The text has {cited}; the list has {listed.removesuffix('.')}.",
        suggestion=f"Is {work.label} meant? Make the two agree.",
    )


def dated(citation: Citation, work: Reference) -> bool:
    """True when the citation has no year, or one of the work's."""
    return not citation.year or citation.year in (work.year, work.original_year)


def same_person(name: str, work: Reference) -> bool:
    """True when an author or editor of the work bears the name, or one that is a misprint away.

    >>> from debatemap.model import Name
    >>> same_person("Olsson", Reference("olson-1965", (Name("Olson", "M."),), "1965"))
    True
    """
    return _spelt(name, work) or any(
        _slip(_plain(name), _plain(person.family)) or _share_word(name, person.family)
        for person in (*work.authors, *work.editors)
    )


def _spelt(name: str, work: Reference) -> bool:
    return any(
        _plain(name) in map(_plain, (person.family, *_PARTS.split(person.family)))
        for person in (*work.authors, *work.editors)
    )


def _nearest(name: str, work: Reference) -> str:
    """The author, or editor, whose name is most like the one cited."""
    people = [person.family for person in (*work.authors, *work.editors)]
    return min(people, key=lambda family: OSA.distance(_plain(name), _plain(family)))


def _slip(one: str, other: str) -> bool:
    most = 1 if len(one) < 8 else 2
    return len(one) > 3 and len(other) > 3 and OSA.distance(one, other) <= most


def _share_word(name: str, family: str) -> bool:
    """One surname of two is left out: "Ramón y Cajal", "Cajal"."""
    long = {word for word in re.split(r"[\s-]+", fold(name)) if len(word) > 3}
    return bool(long & set(re.split(r"[\s-]+", fold(family))))


def _plain(name: str) -> str:
    return _APART.sub("", fold(name))
