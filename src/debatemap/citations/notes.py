"""Find citations in the footnotes of papers that cite there: full first, by a short title later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from debatemap.citations.roster import Roster, squeeze
from debatemap.model import Citation, CitationForm, Document, Reference, Span

_CITATION_END = re.compile(r";|\.\s+(?=[A-Z“\"‘])|\.?\s*$|\n")
_PAGE = re.compile(
    r"(?:,[”\"’']?|:|\bpp?\.|\bat)\s?(?P<page>(?:(?:chap|ch|vol|pt|sec)s?\.\s?|chapter\s|§\s?)?"
    r"\d+(?:\s?[–—-]\s?\d+)?(?:\s?ff?\.?)?(?:,?\s?nn?\.?\s?\d+)?)\s*$"
)
_PAGE_ALONE = re.compile(r",\s(?:pp?\.\s?)?(?P<page>\d+(?:\s?[–—-]\s?\d+)?(?:\s?ff?\.?)?)\s*$")
# "59 Duke L.J. 239, 244 (2009)", and behind a title in capitals "… AND THE LAW 17, 38 (1997)".
_PAGE_BEFORE_YEAR = re.compile(
    r"(?:,\s\d{1,4}\s[^\W\d_a-z][^\d()]*\s\d+,|[^\W\d_a-z]{2})\s(?P<page>\d+(?:\s?[–—-]\s?\d+)?)[\d–—, -]*"
    r"\s\((?:[^()]*\s)?\d{4}\)$"
)
_SAME_AUTHOR = re.compile(r"\b(?:[Ii]dem|[Ee]adem)\b,\s")
_IMPRINT = re.compile(r"\([^():]+:\s[^()]+,\s(?:1[5-9]|20)\d\d\)")
_FULL = re.compile(
    r"[^;()\n]*(?:\([^()]*\)[^;()\n]*)??\((?:[^()]*\s)?(?P<year>(?:1[5-9]|20)\d\d)\)"
    r"(?:[,:]\s?(?:(?:at|here|esp\.|pp?\.|chaps?\.)\s)?[\divxl]+(?::\d+)?(?:[–—-]\d+)?(?!\w))*"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ARTICLE = re.compile(r"^(?:an?|the)\s", re.IGNORECASE)
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")
_SHORT_TITLE = re.compile(r"^,\s(?:[“\"‘'](?P<quoted>[^“”\"\n]+)[”\"’']|(?P<plain>[^,:(\n]+))")
_SHORTEST_TITLE = 6  # letters
_FEW = 3  # citations with dates in the running text of a paper that cites by notes


def find_notes(document: Document, roster: Roster, citations: Sequence[Citation]) -> list[Citation]:
    """The given citations, names in footnotes followed by a title of theirs made into citations of works.

    Only in papers that cite by footnotes. "Olson, Logic, 15" becomes a citation with its key
    and page; dates in such notes ("Verso, 2008") are parts of it, and no citations of their own.
    """
    in_text = [c for c in citations if c.form is not CitationForm.NAME and not c.in_footnote]
    if not any(c.in_footnote for c in citations) or len(in_text) > _FEW:
        return list(citations)
    ends = {block.span.start: block.span.end for block in document.blocks}
    starts = sorted(ends)
    notes: list[Citation] = []
    names = [c for c in citations if c.form is CitationForm.NAME and c.in_footnote]
    for citation in names:
        if not any(note.form is CitationForm.NOTE and note.span.contains(citation.span) for note in notes):
            block_end = ends[max(start for start in starts if start <= citation.span.start)]
            notes.append(_note(document.text, citation, block_end, roster))
            notes += _of_same_author(document.text, notes[-1], block_end, roster)
    made = {note.span.start for note in notes if note.form is CitationForm.NOTE}
    taken = [note.span for note in notes if note.form is CitationForm.NOTE]
    kept = [
        c
        for c in citations
        if c.span.start not in made
        and not any(t.overlaps(c.span) for t in taken)
        and not (c.in_footnote and c.bracket and _IMPRINT.fullmatch(c.bracket.of(document.text)))
    ]
    return kept + [note for note in notes if note.form is CitationForm.NOTE]


def _note(text: str, citation: Citation, block_end: int, roster: Roster) -> Citation:
    end = _CITATION_END.search(text, citation.span.end, block_end)
    stop = end.start() if end else block_end
    body = text[citation.span.end : stop]
    listed = roster.works(citation.names[0])
    short = _short_title(body)
    works = [ref for ref in listed if short and short in squeeze(ref.title)]
    works = works or [ref for ref in listed if _has_title(body, ref)]
    works = [ref for ref in works if _main_title(ref) in squeeze(body)] or works
    if not works:
        alone = _PAGE_ALONE.fullmatch(body)  # "Keck and Sikkink, 15."
        span = Span(citation.span.start, stop)
        return (
            replace(citation, form=CitationForm.NOTE, span=span, locator=alone["page"]) if alone else citation
        )
    date = _YEAR.search(body)
    year = date.group() if date else ""
    whole = _FULL.match(text, citation.span.end, block_end)
    printed = [ref for ref in works if whole and whole["year"] in (ref.year, ref.original_year)]
    if whole and printed:  # "… (Princeton: Princeton University Press, 1980), 56–102": the first time
        works, stop, year = printed, whole.end(), whole["year"]
        body = text[citation.span.end : stop]
    if year and len(works) > 1:
        works = [ref for ref in works if ref.year == year] or works
    page = _PAGE.search(body) or _PAGE_BEFORE_YEAR.search(body)
    return replace(
        citation, form=CitationForm.NOTE, span=Span(citation.span.start, stop),
        year=year, locator=page["page"] if page else "",
        key=works[0].key if len(works) == 1 else "",
        candidates=tuple(ref.key for ref in works) if len(works) > 1 else (),
    )  # fmt: skip


def _of_same_author(text: str, note: Citation, block_end: int, roster: Roster) -> list[Citation]:
    """ "…; idem, Origins, 10": another work of the author named before it."""
    idem = _SAME_AUTHOR.search(text, note.span.end, block_end)
    if note.form is not CitationForm.NOTE or idem is None:
        return []
    named = replace(
        note, span=Span(idem.start(), idem.start() + 4), year="", locator="", key="", candidates=()
    )
    found = _note(text, named, block_end, roster)
    return [found] if found.key or found.candidates else []


def _short_title(body: str) -> str:
    """The title behind the name as printed, in quotation marks or up to the next sign, squeezed; "" where
    it is too short to tell works apart."""
    found = _SHORT_TITLE.match(body)
    title = squeeze(_ARTICLE.sub("", found["quoted"] or found["plain"])) if found else ""
    return title if len(title) >= _SHORTEST_TITLE else ""


def _main_title(reference: Reference) -> str:
    """The title up to its colon, without its article, squeezed."""
    return squeeze(_ARTICLE.sub("", reference.title.partition(":")[0]))


def _has_title(body: str, reference: Reference) -> bool:
    """The first telling words of the title stand behind the name, whole or as a short title."""
    words = _TITLE_WORD.findall(reference.title)[:3]
    printed = squeeze(body)
    return bool(words) and (squeeze(words[0]) in printed or squeeze("".join(words[:2])) in printed)
