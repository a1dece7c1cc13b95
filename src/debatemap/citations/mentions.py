"""Find scholars named without a year: "Franceschini argues", "Lee and Shen", "Friedman's"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from debatemap.citations.roster import Roster, squeeze
from debatemap.citations.tables import words
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Span

_CAPITAL = re.compile(r"(?<![\w’'\-/@#])[^\W\d_a-zß-öø-ÿ][^\W_]*(?:['’ʼ-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_AND_NEXT = re.compile(r"(?P<sign>,?\s(?:and|&)\s|,\s)(?=[^\W\d_a-z])")
_ET_AL = re.compile(r"\s(?:et al\b\.?|and (?:colleagues|co-authors|coauthors|others)\b)")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)\s$")
_WORD_AFTER = re.compile(r"\s([^\W\d_][\w'’-]*)")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;”\"’')\]\n]|\n)\s*$")


@dataclass(frozen=True, slots=True)
class _Known:
    """A surname as printed, with the first letters of the given names that may stand before it."""

    words: tuple[str, ...]
    givens: frozenset[str]


def _known_names(roster: Roster, cited: Iterable[Citation]) -> dict[str, list[_Known]]:
    """Surnames of the list and of the citations, by their first capitalised word, longest first."""
    givens: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for ref in roster.references:
        for name in ref.authors:
            family = tuple(name.family.split())
            if len(family) > 2 and not name.given:  # a corporate author is a name only where it is cited
                continue
            givens[family] |= {name.given[:1].lower()} if name.given else set()
    for citation in cited:
        for surname in citation.names:
            givens[tuple(surname.split())] |= set()
    index: dict[str, list[_Known]] = defaultdict(list)
    for family, letters in givens.items():
        kept = family
        while len(kept) > 1 and kept[0].lower() in words("particles") and not kept[0][0].isupper():
            kept = kept[1:]
        if kept and len(kept[0]) > 1 and kept[0].lower() not in words("no_names"):
            index[_case(kept[0])].append(_Known(tuple(_case(word) for word in kept), frozenset(letters)))
    for known in index.values():
        known.sort(key=lambda one: (-len(one.words), one.words))
    return index


def _case(word: str) -> str:
    """Reference lists that print surnames in capitals are read as the text prints them."""
    return word.title() if word.isupper() and len(word) > 3 else word


def find_mentions(document: Document, roster: Roster, cited: Sequence[Citation]) -> list[Citation]:
    """Every bare name of a cited or listed author outside the given citations, in text order."""
    index = _known_names(roster, cited)
    taken = sorted({(c.span.start, c.span.end) for c in cited})
    found: list[Citation] = []
    at = 0
    for block in document.blocks:
        end = block.span.start
        for m in _CAPITAL.finditer(document.text, block.span.start, block.span.end):
            if m.start() < end:
                continue
            while at < len(taken) and taken[at][1] <= m.start():
                at += 1
            if at < len(taken) and taken[at][0] <= m.start():
                end = taken[at][1]
                continue
            limit = taken[at][0] if at < len(taken) else block.span.end
            mention = _mention(document.text, block, m.start(), min(limit, block.span.end), index, roster)
            if mention:
                found.append(mention)
                end = mention.span.end
    return found


def _name_at(text: str, start: int, index: dict[str, list[_Known]]) -> tuple[_Known, int] | None:
    m = _CAPITAL.match(text, start)
    if m is None:
        return None
    word = re.sub(r"['’]s?$", "", m.group())
    for known in index.get(word, ()):
        whole = " ".join(known.words)
        end = start + len(whole)
        if text.startswith(whole, start) and not text[end : end + 1].isalnum() and text[end : end + 1] != "-":
            return known, end
    return None


def _mention(
    text: str, block: Block, start: int, limit: int, index: dict[str, list[_Known]], roster: Roster
) -> Citation | None:
    first = _name_at(text, start, index)
    if first is None or first[1] > limit or not _stands_alone(text, block, start, *first):
        return None
    known, end = first
    people = [(" ".join(known.words), end)]
    while (link := _AND_NEXT.match(text, end)) and link.end() < limit and len(people) < 8:
        following = _name_at(text, link.end(), index)
        if following is None:
            partner = _unknown_partner(text, link, people, roster)
            if partner:
                people.append(partner)
            break
        end = following[1]
        people.append((" ".join(following[0].words), end))
    count = _group(people, roster)
    end = people[count - 1][1]
    names = tuple(name for name, _ in people[:count])
    et_al = _ET_AL.match(text, end)
    end = et_al.end() if et_al else end
    possessive = _POSSESSIVE.match(text, end)
    end = possessive.end() if possessive else end
    return Citation(
        span=Span(_with_particles(text, block, start), end), form=CitationForm.NAME, names=names,
        possessive=bool(possessive), in_footnote=block.kind is BlockKind.FOOTNOTE, note="et al." if et_al else "",
    )  # fmt: skip


def _with_particles(text: str, block: Block, start: int) -> int:
    while before := _WORD_BEFORE.search(text, max(block.span.start, start - 10), start):
        if before[1] not in words("particles"):
            break
        start = before.start()
    return start


def _stands_alone(text: str, block: Block, start: int, known: _Known, end: int) -> bool:
    """False where the name is part of a longer one, or a common word that opens a sentence."""
    before = _WORD_BEFORE.search(text, max(block.span.start, start - 30), start)
    if before and before[1][0].isupper() and before[1].lower() not in words("no_names"):
        if not (before[1][0].lower() in known.givens or before[1].endswith("s'")):
            return False
    after = _WORD_AFTER.match(text, end)
    if after and after[1][0].isupper() and after[1].lower() not in words("no_names"):
        return False
    common = " ".join(known.words).lower()
    if _OPENS_SENTENCE.search(text, max(block.span.start, start - 4), start) or start == block.span.start:
        return re.search(rf"(?<!\w){re.escape(common)}(?!\w)", text) is None
    return True


def _unknown_partner(
    text: str, link: re.Match[str], people: Sequence[tuple[str, int]], roster: Roster
) -> tuple[str, int] | None:
    """The "Yuen" of "Lee and Yuen" where the list has a two-author work of Lee: a misprint is likely."""
    word = _CAPITAL.match(text, link.end())
    if word is None or "," in link["sign"] or len(people) != 1:
        return None
    name = re.sub(r"['’]s?$", "", word.group())
    pairs = [
        ref
        for ref in roster.works(people[0][0])
        if len(ref.authors) == 2 and roster.fit(ref, [people[0][0]], True) > 2
    ]
    if not pairs or name.lower() in words("no_names") or not name[1:].islower():
        return None
    return name, word.start() + len(name)


def _group(people: Sequence[tuple[str, int]], roster: Roster) -> int:
    """How many of the names in a row are the authors of one work; 1 when the list knows no such work."""
    for count in range(len(people), 1, -1):
        names = [name for name, _ in people[:count]]
        if any(roster.fit(ref, names, False) == 4 for ref in roster.works(names[0])):
            return count
    if len(people) == 2 and squeeze(people[1][0]) not in roster.names():
        return 2
    return 1
