"""A document laid out for attribution: each sentence with its citations, roles and surface."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from debatemap.claims.cited import cited_by_sentence, signals_of
from debatemap.claims.markers import Surface, read_surface
from debatemap.claims.parsing import IN_PROSE, ParsedSentence, citing_brackets, name_span, parse_sentences
from debatemap.claims.pieces import is_quoted
from debatemap.claims.roles import Role, find_role, is_eponymous
from debatemap.model import Block, BlockKind, Citation, CitationForm, Document, Section, Span


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
    by_sentence = cited_by_sentence(document, citations)
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
        signals = signals_of(document.text, sentence, inside)
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


def _wants_parse(citations: Sequence[Citation]) -> bool:
    """Only a name in the running text has a part to play in the sentence's grammar."""
    return any(c.form in IN_PROSE for c in citations)


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
    if citation.form is CitationForm.NAME and owned is not None and _only_names(role, parsed):
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


def _only_names(role: Role, parsed: ParsedSentence | None) -> bool:
    """ "Zipf's law", "a Zipf curve", "what is called 'Zipf's puzzle'": the name says which."""
    head, thing = role.head, role.governor
    if head is None or thing is None or parsed is None:
        return False
    which = head.dep_ in ("compound", "nmod") and any(
        child.dep_ == "det" and child.i < head.i for child in thing.lefts
    )
    return is_eponymous(thing) or which or is_quoted(parsed, head)


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
