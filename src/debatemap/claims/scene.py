"""A document laid out for attribution: each sentence with its citations, roles and surface."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from debatemap.claims.markers import Surface, read_surface
from debatemap.claims.parsing import IN_PROSE, ParsedSentence, citing_brackets, name_span, parse_sentences
from debatemap.claims.roles import Role, find_role, is_eponymous
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Section, Span

_WORD = re.compile(r"[^\W\d_]+")
_CLOSED = (".", "!", "?", "”", '"', "’", "'", "…")
_SEE = re.compile(r"\bsee\b", re.IGNORECASE)
_FOR_SEE = re.compile(r"^(?:and |but )?(?:for|on)\b[^.:]*\bsee\b[^.:]{0,30}$")
_ASIDE = re.compile(r"(?:but |and )?(?:see\b|cf\b|compare\b)")
_JOINING = re.compile(r"\b(?:and|or|also|among|others|e\.g|i\.e|as well as)\b|[&.,;]")
_FOR = re.compile(
    r"[^();.]{0,20}?\b(?:for|on)\s(?:an?|the|some|further|more|other|details?|discussions?|reviews?|overviews?)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A work named at one place of a sentence. `key` is provisional when the work is unresolved."""

    citation: Citation
    key: str
    role: Role
    trailing: bool
    """The bracket ends the sentence."""
    after_name: bool
    """The bracket follows a proper name or an acronym, and so may only say where that thing is from."""
    points: bool = False
    """ "see X for a review", "for reviews see X; Y": it only says where to read on."""
    aside: bool = False
    """ "see also X", "cf. X; Y": it is added to what is said."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in its place. `mentions` are in text order; `parsed` is None where none was needed."""

    span: Span
    block: Block
    block_index: int
    order: int
    """Place of the sentence in its block, from 0."""
    last: bool
    section: int
    """Index of the innermost section, -1 before the first heading."""
    mentions: tuple[Mention, ...]
    surface: Surface
    parsed: ParsedSentence | None
    lower: int
    """Words that begin in lower case."""
    stop: str
    """Its last character."""

    @property
    def is_prose(self) -> bool:
        """False for formulas, examples and stray brackets, which say nothing by themselves."""
        return len(self.surface.words) > 3 and self.lower > 2

    @property
    def keys(self) -> tuple[str, ...]:
        """The works named in the sentence, each once, in text order."""
        return tuple(dict.fromkeys(mention.key for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Scene:
    """All that attribution looks at."""

    document: Document
    lines: tuple[Line, ...]
    titled: dict[int, tuple[str, ...]]
    """Section index → works that its title names."""
    by_block: dict[int, Counter[str]]
    """Block index → how often it cites each work."""
    by_section: dict[int, Counter[str]]
    last_section: int
    """The section in which the text ends, -1 where it has none."""

    def cited_in_block(self, line: Line) -> Counter[str]:
        """Work → how often the sentence's paragraph names it."""
        return self.by_block.get(line.block_index, Counter())

    def cited_in_section(self, line: Line) -> Counter[str]:
        """Work → how often the sentence's section names it."""
        return self.by_section.get(line.section, Counter())


def lay_out(document: Document, citations: Sequence[Citation], *, nlp: Language) -> Scene:
    """Put sentences, citations, roles and surfaces together; sentences of notes included."""
    noted = list(_by_call(document, citations))
    by_sentence = _assign(document, [c for c in citations if all(c is not one for _, one in noted)])
    for sentence, citation in noted:
        by_sentence[sentence].append(_as_bracket(document, citation))
    in_notes = [c.span for c in citations if c.form is CitationForm.NOTE]
    wanted = [s for s in document.sentences if _wants_parse(by_sentence[s])]
    parses = parse_sentences(document, wanted, citations, nlp=nlp)
    lines: list[Line] = []
    starts = [block.span.start for block in document.blocks]
    for sentence in document.sentences:
        index = bisect_right(starts, sentence.start) - 1
        block = document.blocks[index]
        order = lines[-1].order + 1 if lines and lines[-1].block_index == index else 0
        inside = by_sentence[sentence]
        parsed = parses.get(sentence)
        bare = _without(document.text, sentence, inside, in_notes if block.kind is BlockKind.FOOTNOTE else ())
        signals = _signals(document.text, sentence, inside)
        lines.append(
            Line(
                span=sentence,
                block=block,
                block_index=index,
                order=order,
                last=sentence.end >= block.span.end,
                section=_section_at(document.sections, sentence.start),
                mentions=_share_roles(
                    document.text,
                    [_mention(document, sentence, c, parsed, signals[c]) for c in inside],
                ),
                surface=read_surface(bare),
                parsed=parsed,
                lower=sum(word[0].islower() for word in bare.split()),
                stop=document.text[sentence.end - 1],
            )
        )
    return Scene(
        document,
        tuple(lines),
        _titled(document, citations),
        _tally((line.block_index, line) for line in lines),
        _tally((line.section, line) for line in lines),
        max((line.section for line in lines), default=-1),
    )


def _tally(placed: Iterable[tuple[int, Line]]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for place, line in placed:
        found.setdefault(place, Counter()).update(mention.key for mention in line.mentions)
    return found


def _assign(document: Document, citations: Sequence[Citation]) -> dict[Span, list[Citation]]:
    """The citations of each sentence; the bracket, or the last line ("Ames (1990: 4)"), that gives a block
    quotation's source holds for all of it, a name that it mentions for its own sentence."""
    sentences = document.sentences
    found: dict[Span, list[Citation]] = {sentence: [] for sentence in sentences}
    quotations = [b.span for b in document.blocks if b.kind is BlockKind.QUOTATION]
    starts = [sentence.start for sentence in sentences]
    for citation in citations:
        if not (citation.key or citation.names):
            continue
        quotation = next((q for q in quotations if q.contains(citation.span)), None)
        if quotation and _gives_source(document.text, citation, quotation):
            source = replace(citation, form=CitationForm.PARENTHETICAL)
            for sentence in sentences:
                if quotation.contains(sentence):
                    found[sentence].append(source if citation.form in IN_PROSE else citation)
            continue
        at = bisect_right(starts, citation.span.start) - 1
        if at >= 0 and citation.span.start < sentences[at].end:
            found[sentences[at]].append(citation)
    return found


def _by_call(document: Document, citations: Sequence[Citation]) -> Iterator[tuple[Span, Citation]]:
    """The works that a footnote gives by itself, each with the sentence that calls it: such a note is to
    the sentence what a bracket is. "See X" is; "see also X", "on this see X" and what a note tells are not.
    """
    starts = [sentence.start for sentence in document.sentences]
    for note in document.footnotes:
        at = bisect_right(starts, note.call - 1) - 1 if note.call is not None else -1
        sentence = document.sentences[at] if at >= 0 else None
        if sentence is None or note.call is None or note.call > sentence.end + 2:
            continue
        told = note.span.start
        for citation in sorted(citations, key=lambda c: c.span):
            if not note.span.contains(citation.span) or citation.form is CitationForm.NAME:
                continue
            lead = _WORD.findall(document.text[told : citation.span.start])
            if any(word[0].islower() and word not in ("and", "see") for word in lead) or lead[:1] == ["Cf"]:
                break  # words with a capital are given names
            told = citation.span.end
            yield sentence, citation


def _as_bracket(document: Document, citation: Citation) -> Citation:
    """A work given by a note, as if its note were a bracket."""
    note = next(note.span for note in document.footnotes if note.span.contains(citation.span))
    return replace(citation, form=CitationForm.PARENTHETICAL, bracket=note)


def _gives_source(text: str, citation: Citation, quotation: Span) -> bool:
    """A citation in brackets, or one that stands alone at the end of the quotation."""
    if citation.form not in IN_PROSE:
        return True
    before = text[quotation.start : citation.span.start].rstrip("\n ([—–-")
    return before.endswith(_CLOSED) and not any(map(str.isalnum, text[citation.span.end : quotation.end]))


def _wants_parse(citations: Sequence[Citation]) -> bool:
    """Only a name in the running text has a part to play in the sentence's grammar."""
    return any(c.form in IN_PROSE for c in citations)


def _signals(text: str, sentence: Span, citations: Sequence[Citation]) -> dict[Citation, str]:
    """What leads to each citation: "points" where its reader is only sent there, "aside" for "see also" and
    "cf.", else "". What leads to the first of a bracket leads to those behind it, up to the next that has
    words of its own."""
    found = {}
    signal, bracket, end = "", None, sentence.start
    for citation in sorted(citations, key=lambda c: c.span):
        inside = citation.bracket is not None and citation.bracket.start < citation.span.start
        if not inside:
            signal = text[sentence.start : citation.span.start].lower().rpartition("; ")[2]
        elif citation.bracket != bracket:
            signal, bracket = citation.lead(text), citation.bracket
        else:
            signal = _JOINING.sub("", text[end : citation.span.start].lower()).strip() or signal
        end = citation.span.end
        sent = _SEE.search(citation.prefix) and _FOR.match(text, citation.span.end)
        aside = "aside" if inside and _ASIDE.match(signal) else ""
        found[citation] = "points" if sent or _FOR_SEE.search(signal) else aside
    return found


def _mention(
    document: Document,
    sentence: Span,
    citation: Citation,
    parsed: ParsedSentence | None,
    signal: str,
) -> Mention:
    in_prose = citation.form in IN_PROSE
    role = find_role(parsed, name_span(document.text, citation)) if parsed and in_prose else Role("bracket")
    owned = role.governor if role.name == "owner" and role.cue is None else None
    if citation.form is CitationForm.NAME and owned is not None and is_eponymous(owned):
        role = Role("eponym", role.head, owned)  # the name only says which law
    if citation.bracket and not sentence.overlaps(citation.bracket):  # in the note that the sentence calls
        key = citation.key or citation.provisional_key
        return Mention(citation, key, Role("bracket"), trailing=True, after_name=False)
    end = citation.bracket.end if citation.bracket else citation.span.end
    trailing = not any(char.isalnum() for char in document.text[end : sentence.end])
    start = citation.bracket.start if citation.bracket else citation.span.start
    before = document.text[sentence.start : start].split()
    after_name = len(before) > 1 and before[-1][:1].isupper() and not in_prose
    key = citation.key or citation.provisional_key
    return Mention(
        citation, key, role, trailing, after_name, points=signal == "points", aside=signal == "aside"
    )


def _share_roles(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """ "Ames (1990, 1994) denies": the second year plays the part that the name does."""
    found: list[Mention] = []
    for mention in mentions:
        citation = mention.citation
        further = citation.form in IN_PROSE and text[citation.span.start].isdigit()
        shares = further and found and found[-1].citation.bracket == citation.bracket
        found.append(replace(mention, role=found[-1].role) if shares else mention)
    return tuple(found)


def _without(text: str, sentence: Span, citations: Sequence[Citation], notes: Sequence[Span] = ()) -> str:
    """The sentence without its citing brackets, and without what `notes` cite."""
    at, parts = sentence.start, []
    for hole in sorted([*citing_brackets(text, sentence, citations), *notes]):
        parts.append(text[at : max(at, min(hole.start, sentence.end))])
        at = max(at, min(hole.end, sentence.end))
    return "".join([*parts, text[at : sentence.end]])


def _section_at(sections: Sequence[Section], offset: int) -> int:
    inside = [i for i, section in enumerate(sections) if section.span.start <= offset < section.span.end]
    return inside[-1] if inside else -1


def _titled(document: Document, citations: Sequence[Citation]) -> dict[int, tuple[str, ...]]:
    headings = [block.span for block in document.blocks if block.kind is BlockKind.HEADING]
    found: dict[int, tuple[str, ...]] = {}
    for index, section in enumerate(document.sections):
        heading = next((h for h in headings if section.span.start <= h.start < section.span.end), None)
        if heading:
            keys = tuple(c.key or c.provisional_key for c in citations if heading.overlaps(c.span))
            if keys:
                found[index] = keys
    return found
