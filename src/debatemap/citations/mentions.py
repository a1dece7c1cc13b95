"""Find scholars named without a year: "Olson argues", "Keck and Sikkink", "Ostrom's"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from debatemap.citations.roster import Roster, family_of
from debatemap.citations.tables import words
from debatemap.citations.tokens import OTHERS, THEIR
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Span

_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|\u00ad)*(?:['’ʼ-][^\W\d_]+)*")
_CAPITAL = re.compile(rf"(?<![\w’'\-/@#]){_NAME.pattern}")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_POSSESSIVE_END = re.compile(r"['’]s?$")
_AND_NEXT = re.compile(r"(?P<sign>,?\s(?:and|&)\s|,\s|[/–])(?=[^\W\d_a-z])")
_ET_AL = re.compile(
    rf"\s(?:et al\b\.?|and (?:(?:{'|'.join(sorted(THEIR))}) )?(?:{'|'.join(sorted(OTHERS))})\b)"
)
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’.-]*)\s$")
_INITIALS = re.compile(  # "Robert D. ", "A. H. M. "
    r"(?<![\w.])(?:([^\W\d_a-z][\w'’-]+)\s)?([^\W\d_a-z])\.(?:[\s-]?[^\W\d_a-z]\.)*\s$"
)
_INITIALS_FIRST = re.compile(  # "H. Jefferson "
    r"(?<![\w.])([^\W\d_a-z])\.\s?(?:[^\W\d_a-z]\.\s?)*[^\W\d_][\w'’-]+\s$"
)
_WORD_AFTER = re.compile(r"\s([^\W\d_][\w'’-]*)")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?:;”\"’')\]\n])\s*$")
# A word of the text; no part of a label or an address ("exe:olson:1").
_LOWER = re.compile(r"(?<!\w)(?<!\w[:/@#])[^\W\d_A-Z]\w+(?![:/@]\w)")
_LONGEST_LIST = 8
_TITLES = frozenset({"dame", "dr", "lady", "lord", "mr", "mrs", "ms", "prof", "professor", "sir"})


@dataclass(frozen=True, slots=True)
class _Known:
    """A surname as printed, with the first letters of the given names that may stand before it."""

    words: tuple[str, ...]
    givens: frozenset[str]
    particles: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        return " ".join(self.words)

    def given(self, word: str) -> bool:
        """Whether the word may be a given name of this scholar; the list may not tell."""
        return not self.givens or word[0].lower() in self.givens


def find_mentions(document: Document, roster: Roster, cited: Sequence[Citation]) -> list[Citation]:
    """Every bare name of a cited or listed author outside the given citations, in text order."""
    groups = frozenset(c.names for c in cited if len(c.names) > 1)
    common = frozenset(_LOWER.findall(document.text))
    index = _known_names(roster, cited, common)
    capitals = {word.upper(): found for word, found in index.items()}
    notes = (block.span.start for block in document.blocks if block.kind is BlockKind.FOOTNOTE)
    starts = frozenset(sentence.start for sentence in document.sentences)
    ends = next(notes, len(document.text))
    reader = _Reader(document.text, roster, index, groups, common, capitals, starts, ends)
    taken = sorted({(c.span.start, c.span.end) for c in cited})
    found: list[Citation] = []
    at = 0
    for block in document.blocks:
        end = block.span.start
        for m in _CAPITAL.finditer(document.text, block.span.start, block.span.end):
            while at < len(taken) and taken[at][1] <= m.start():
                at += 1
            if m.start() < end or (at < len(taken) and taken[at][0] <= m.start()):
                continue
            limit = min(taken[at][0] if at < len(taken) else block.span.end, block.span.end)
            mention = reader.mention(block, m.start(), limit)
            if mention:
                found.append(mention)
                end = mention.span.end
    return found


def _known_names(
    roster: Roster, cited: Iterable[Citation], common: frozenset[str]
) -> dict[str, list[_Known]]:
    """Surnames of the list and of the citations, by their first capitalised word, longest first.

    What the list does not have, and the text also has in lower case, is a thing: "Lyric Theater (1875)".
    """
    givens: dict[tuple[str, ...], set[str]] = defaultdict(set)
    behind: dict[tuple[str, ...], tuple[str, ...]] = {}
    for ref in roster.references:
        if together := family_of(ref.authors):
            givens[together,] |= set()
        for name in ref.authors:
            family = tuple(name.family.split())
            # A corporate author is a name only where it is cited: the text may be about it ("the PAL").
            person = name.given or (len(family) < 3 and not name.family.isupper())
            if person:
                givens[family] |= {name.given[:1].lower()} - {""}
                last = name.given.split()[1:]  # "Vries, Jan de"
                behind[family] = tuple(word for word in last if word in words("particles"))
    for citation in cited:
        for surname in citation.names:
            unlisted = bool(roster) and surname not in roster
            thing = unlisted and all(word.lower() in common for word in surname.split())
            if not surname.isupper() and not thing:
                givens[tuple(surname.split())] |= set()
    index: dict[str, list[_Known]] = defaultdict(list)
    for family, letters in givens.items():
        kept = family
        while len(kept) > 1 and kept[0] in words("particles"):
            kept = kept[1:]
        if kept and len(kept[0]) > 1 and kept[0].lower() not in words("no_names"):
            index[_case(kept[0]).rstrip(".")].append(
                _Known(
                    tuple(_case(word) for word in kept),
                    frozenset(letters),
                    family[: -len(kept)] or behind.get(family, ()),
                )
            )
    for known in index.values():
        known.sort(key=lambda one: (-len(one.words), one.words))
    return index


def _case(word: str) -> str:
    """Reference lists that print surnames in capitals are read as the text prints them."""
    return word.title() if word.isupper() and len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the mention that begins at a capital letter of the text."""

    text: str
    roster: Roster
    index: dict[str, list[_Known]]
    groups: frozenset[tuple[str, ...]]
    """Names that are cited together somewhere in the text."""
    common: frozenset[str]
    """Words that the text has in lower case."""
    capitals: dict[str, list[_Known]]
    """The index by the first word in capitals."""
    starts: frozenset[int]
    """Where sentences begin, when that is known."""
    notes: int
    """Where the footnotes begin, behind the running text."""

    def mention(self, block: Block, start: int, limit: int) -> Citation | None:
        first = self._name_at(start)
        if first is None or first[1] > limit or not self._stands_alone(block, start, *first):
            return None
        people = self._people(first, limit)
        count = self._group(people)
        end = people[count - 1][1]
        et_al = _ET_AL.match(self.text, end)
        end = et_al.end() if et_al else end
        possessive = _POSSESSIVE.match(self.text, end)
        end = possessive.end() if possessive else end
        return Citation(
            span=Span(self._with_given(block, start, first[0]), end), form=CitationForm.NAME,
            names=tuple(name for name, _ in people[:count]), possessive=bool(possessive), et_al=bool(et_al),
            in_footnote=block.kind is BlockKind.FOOTNOTE,
        )  # fmt: skip

    def _name_at(self, start: int) -> tuple[_Known, int] | None:
        """The known name that begins here and where it ends; in notes also one printed in capitals, as law
        reviews print the authors of books."""
        m = _NAME.match(self.text, start)
        word = _POSSESSIVE_END.sub("", m.group()).replace("\u00ad", "") if m else ""
        found = self.index.get(word, ())
        if not found and word.isupper() and start >= self.notes:
            found = self.capitals.get(word, ())
        for known in found:
            end = start + len(known.whole)
            if self.text[start:end] not in (known.whole, known.whole.upper()):
                continue
            if not self.text[end : end + 1].isalnum() and self.text[end : end + 1] != "-":
                return known, end
        return None

    def _stands_alone(self, block: Block, start: int, known: _Known, end: int) -> bool:
        """False where the name is part of a longer one, or a common word that opens a sentence."""
        since = start if start in self.starts else max(block.span.start, start - 30)
        before = _WORD_BEFORE.search(self.text, since, start)  # "… of Kant. Ames holds": no "Kant. Ames"
        word = before[1].lower() if before else ""
        capital = bool(before and before[1][0].isupper())
        longer = capital and word not in words("no_names") and word.rstrip(".") not in _TITLES
        apart = word.endswith("s'") or word in known.particles
        if before and longer and not (apart or self._is_given(block, start, known, before[1])):
            return False
        after = _WORD_AFTER.match(self.text, end)
        if after and after[1][0].isupper() and after[1].lower() not in words("no_names"):
            return False
        if known.givens and any(map(known.given, self._letters(_INITIALS, block, start))):
            return True
        if not _OPENS_SENTENCE.search(self.text, max(block.span.start, start - 4), start):
            return True
        return not all(word.lower() in self.common for word in known.words)

    def _is_given(self, block: Block, start: int, known: _Known, before: str) -> bool:
        """The word before the surname is a given name, or what stands before it and other initials is."""
        letters = (self._letters(pattern, block, start) for pattern in (_INITIALS, _INITIALS_FIRST))
        return any(map(known.given, [before, *chain(*letters)]))

    def _letters(self, pattern: re.Pattern[str], block: Block, start: int) -> list[str]:
        """The given names and initials that a pattern finds right before the surname."""
        found = pattern.search(self.text, max(block.span.start, start - 30), start)
        return [name for name in (found.groups() if found else ()) if name]

    def _people(self, first: tuple[_Known, int], limit: int) -> list[tuple[str, int]]:
        """The names in a row, joined by commas and "and", with the offset at which each ends."""
        people = [(first[0].whole, first[1])]
        while link := _AND_NEXT.match(self.text, people[-1][1]):
            if link.end() >= limit or len(people) >= _LONGEST_LIST:
                break
            following = self._name_at(link.end()) or self._after_given(link.end())
            if following is None:
                partner = self._unknown_partner(link, people)
                people += [partner] if partner else []
                break
            people.append((following[0].whole, following[1]))
        return people

    def _after_given(self, start: int) -> tuple[_Known, int] | None:
        """The "Tilly" of "Tarrow and Charles Tilly"."""
        given = _CAPITAL.match(self.text, start)
        if given is None or self.text[given.end() : given.end() + 1] != " ":
            return None
        name = self._name_at(given.end() + 1)
        return name if name and given.group()[0].lower() in name[0].givens else None

    def _unknown_partner(
        self, link: re.Match[str], people: Sequence[tuple[str, int]]
    ) -> tuple[str, int] | None:
        """The "Sikking" of "Keck and Sikking" where the list has a work of Keck and one other: a misprint."""
        word = _CAPITAL.match(self.text, link.end())
        if word is None or "," in link["sign"] or len(people) != 1:
            return None
        name = _POSSESSIVE_END.sub("", word.group())
        first = people[0][0]
        pair = any(
            len(ref.authors) == 2 and self.roster.fit(ref, [first]) == 2 for ref in self.roster.works(first)
        )
        after = _WORD_AFTER.match(self.text, word.end())
        longer = after is not None and after[1][0].isupper()
        if not pair or longer or name.lower() in words("no_names") or not name[1:].islower():
            return None
        return name, word.start() + len(name)

    def _group(self, people: Sequence[tuple[str, int]]) -> int:
        """How many of the names in a row are the authors of one work; 1 when no such work is known."""
        for count in range(len(people), 1, -1):
            names = [name for name, _ in people[:count]]
            listed = any(self.roster.fit(ref, names) == 4 for ref in self.roster.works(names[0]))
            if listed or tuple(names) in self.groups:
                return count
        partner_unknown = len(people) == 2 and people[1][0].split()[0] not in self.index
        return 2 if partner_unknown else 1

    def _with_given(self, block: Block, start: int, known: _Known) -> int:
        """Where particles and given names before the surname begin: "Simone de Beauvoir"."""
        begin = start
        while before := _WORD_BEFORE.search(self.text, max(block.span.start, begin - 20), begin):
            word = before[1]
            name = word[0].isupper() and word.lower() not in words("no_names") and not word.endswith("'")
            opens = _OPENS_SENTENCE.search(
                self.text, max(block.span.start, before.start() - 4), before.start()
            )
            certain = word[0].lower() in known.givens or not (opens or known.givens)
            if word.lower() not in known.particles and not (name and certain):
                break
            begin = before.start()
        return begin
