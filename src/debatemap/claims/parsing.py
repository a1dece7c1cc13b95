"""Dependency parses of sentences with their citations taken out, tokens tied to the document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from debatemap.claims.markers import has_reporting_form, markers_of
from debatemap.model import Citation, CitationForm, Document, Span

IN_PROSE = (CitationForm.NARRATIVE, CitationForm.NAME)
# Common English surnames.
_SURNAMES = ("Smith", "Jones", "Brown", "Miller", "Taylor", "Wilson", "Clark", "Walker")
# Dependency labels of subjects, and tags of finite verbs and of relative words (spaCy's English models).
SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass")
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
RELATIVE = frozenset({"WDT", "WP", "WRB", "WP$"})
# Where a doc's parts begin and end, and how far behind a semicolon the next speaker is named.
_HALVES, _NEAR = "halves", 40
_NAMES_ONLY = 2  # words in lower case; with no more it is a list of names
# What stands behind a citation whose sentence goes on with a word that may be its verb.
_WORD_BEHIND = re.compile(r"\)?\s+(?!and |or |in |of )[a-z]")
# What stands between two citations in a row.
_IN_A_ROW = re.compile(r"\)?,?\s+(?:(?:and|or|&)\s+)?")
_ARTICLES = frozenset({"the", "a", "an", "this"})
# A word before "that", and a clause that begins with somebody's name, or with "others", and "that".
_VERB_THAT = re.compile(r"\b([a-z]+) that\b")
_BARE_THAT = re.compile(
    r"[,;]\s+(?:(?:and|but|while|whereas|or|still)\s+)*"
    r"(?P<who>\w[^\s,;:()]*(?:\s+(?:and|&|et)\s+\w[^\s,;:()]*)?)\s+(?:\([^()]*\)\s+)?(?P<that>that)\b"
)
# The parser knows "today's", but not always "today’s".
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_LIST_MARK = re.compile(r"\s*(?:\[\d+\]|\(?\d{1,2}[.)]|[•·*–-])\s+")


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A parse; `offsets[i]` is the document offset of character i of the parsed text.

    `text` is that of the whole document.
    """

    span: Span
    doc: Doc
    offsets: tuple[int, ...]
    text: str
    lower: tuple[str, ...] = field(init=False)
    """The tokens' words in lower case."""
    starts: tuple[int, ...] = field(init=False)
    """Where the tokens begin in the parsed text."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", tuple(token.lower_ for token in self.doc))
        object.__setattr__(self, "starts", tuple(self.doc.to_array("IDX").tolist()))

    def tokens_among(self, words: Container[str]) -> list[Token]:
        """The tokens whose word, in lower case, is one of these."""
        return [self.doc[at] for at, word in enumerate(self.lower) if word in words]

    def where(self, token: Token) -> Span:
        """The token's span in the document."""
        return Span(self.offsets[token.idx], self.offsets[token.idx + len(token.text) - 1] + 1)

    def cover(self, tokens: Iterable[Token]) -> Span:
        """The stretch of the document from the first to the last of the tokens (at least one)."""
        found = list(tokens)
        first = min(found, key=lambda token: token.i)
        last = max(found, key=lambda token: token.i)
        return Span(self.where(first).start, self.where(last).end)

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that stand, or begin, or end, within a stretch of the document."""
        first = bisect_right(self.starts, bisect_left(self.offsets, span.start)) - 1
        last = bisect_left(self.starts, bisect_left(self.offsets, span.end))
        return [
            token
            for token in self.doc[max(first, 0) : last]
            if not token.is_space and span.overlaps(self.where(token))
        ]


def parse_sentences(
    document: Document, sentences: Sequence[Span], citations: Sequence[Citation], *, nlp: Language
) -> dict[Span, ParsedSentence]:
    """Parse sentences, brackets that only cite left out, since they derail the parser."""
    parsed = _parse(document.text, sentences, citations, {}, nlp=nlp)
    misread = {
        sentence: names for sentence in sentences if (names := _misread_subjects(parsed[sentence], citations))
    }
    again = _parse(document.text, list(misread), citations, misread, nlp=nlp)
    return parsed | {
        sentence: new
        for sentence, new in again.items()
        if any(t.dep_ in SUBJECT for name in misread[sentence] for t in new.tokens_in(name))
    }


def _parse(
    text: str,
    sentences: Sequence[Span],
    citations: Sequence[Citation],
    pronouns: Mapping[Span, Container[Span]],
    *,
    nlp: Language,
) -> dict[Span, ParsedSentence]:
    """Parse sentences; `pronouns`: the names of a sentence that the parser sees as "they"."""
    cleaned = [_clean(text, sentence, citations, pronouns.get(sentence, ())) for sentence in sentences]
    halved = [
        _halved(nlp.make_doc(seen), offsets, _named_in(text, sentence, citations) if ";" in seen else ())
        for sentence, (seen, offsets) in zip(sentences, cleaned, strict=True)
    ]
    docs = nlp.pipe(halved, batch_size=64)
    return {
        sentence: ParsedSentence(sentence, doc, tuple(offsets), text)
        for sentence, (_, offsets), doc in zip(sentences, cleaned, docs, strict=True)
    }


def _named_in(text: str, sentence: Span, citations: Sequence[Citation]) -> list[Span]:
    return [name_span(text, c) for c in citations_in(citations, sentence) if c.form in IN_PROSE]


def _halved(doc: Doc, offsets: Sequence[int], names: Sequence[Span]) -> Doc:
    """The doc, a semicolon between two scholars' sentences made a full stop to the parser: "X finds that P;
    Y, looking at Q, finds none"."""
    semicolons = [token.i for token in doc if token.text == ";"] if len(names) > 1 else []
    starts = []
    for at, stop in pairwise((*semicolons, len(doc))):
        here = offsets[doc[at].idx]
        before = any(name.end <= here for name in names)
        behind = any(0 < name.start - here < _NEAR for name in names)
        words = [token for token in doc[at + 1 : stop] if token.is_lower and token.is_alpha]
        if before and behind and len(words) > _NAMES_ONLY:
            starts.append(at + 1)
    for at in starts:
        doc[at].is_sent_start = True
    doc.user_data[_HALVES] = (0, *starts, len(doc))
    return doc


def half_of(token: Token) -> Tokens:
    """The part of the sentence, between semicolons, in which one scholar speaks; mostly all of it."""
    ends = token.doc.user_data[_HALVES]
    at = bisect_right(ends, token.i)
    return token.doc[ends[at - 1] : ends[at]]


def clause_apart(name: Token) -> list[Token]:
    """Of "X looks at villages, but Y goes to cities" the clause whose subject the name is; [] where one is
    the only one."""
    verb = name.head
    if name.dep_ != "nsubj" or verb.tag_ not in FINITE:
        return []
    if verb.dep_ == "conj" and any(child.dep_ in SUBJECT for child in verb.head.lefts):
        return [token for token in verb.subtree if token.i >= name.left_edge.i]
    others = (child for child in verb.rights if child.dep_ == "conj" and child.tag_ in FINITE)
    other = next((o for o in others if any(t.dep_ in SUBJECT and is_cited(t) for t in o.lefts)), None)
    if other is None:
        return []
    behind = min([other.left_edge.i, *(child.i for child in verb.rights if child.dep_ == "cc")])
    tokens = [token for token in verb.subtree if token.i < behind]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    return tokens


def is_cited(token: Token) -> bool:
    """The token is a cited name, as the parser sees it."""
    return token.text in _SURNAMES


def _misread_subjects(parsed: ParsedSentence, citations: Sequence[Citation]) -> set[Span]:
    """The names that the parser did not see as a subject though a verb follows them.

    A name with its date modifies no noun behind it ("X (2006) show improvement"; "the X (2006) paper"
    has its article), and a finite verb behind a name that has no other subject has this one ("the first
    changed the model and X (2016) changed the task"). Names in a row are taken together.
    """
    found: set[Span] = set()
    row: list[Span] = []
    behind = -1
    for citation in citations_in(citations, parsed.span):
        name = name_span(parsed.text, citation)
        tokens = parsed.tokens_in(name)
        if citation.form is not CitationForm.NARRATIVE or _is_owner(parsed.text, name) or not tokens:
            continue
        between = parsed.text[behind : name.start] if row else ""
        row = [*row, name] if _IN_A_ROW.fullmatch(between) else [name]
        behind = citation.span.end
        if _WORD_BEHIND.match(parsed.text, behind) and (
            _is_taken_for_modifier(tokens[0]) or _has_verb_of_its_own(tokens[-1])
        ):
            found |= set(row)
    return found


def _is_owner(text: str, name: Span) -> bool:
    return text.startswith(("'", "’"), name.end)


def _is_taken_for_modifier(name: Token) -> bool:
    while name.dep_ == "conj":
        name = name.head
    noun = name.head
    if name.dep_ not in ("compound", "nmod", "poss") or noun.i < name.i:
        return False
    return not any(t.lower_ in _ARTICLES for t in (*noun.lefts, *name.lefts) if t.i < name.i)


def _has_verb_of_its_own(name: Token) -> bool:
    """True when the word behind is a finite verb to which the parser gives no subject."""
    if name.dep_ in SUBJECT or name.i + 1 == len(name.doc):
        return False
    verb = name.nbor()
    finite = verb.pos_ == "VERB" and verb.tag_ in FINITE
    return finite and not any(child.dep_ in SUBJECT for child in verb.children)


def _clean(
    text: str, sentence: Span, citations: Sequence[Citation], pronouns: Container[Span]
) -> tuple[str, list[int]]:
    """The sentence as the parser sees it, and each character's document offset.

    Citing brackets are left out, "&" is "and", and every cited name is a surname that the model
    surely knows as one: "Lee and Shen", "Xu Yi" and "Huber" all parse as "Smith" does.
    """
    at = max((mark.end for mark in list_mark(text, sentence)), default=sentence.start)
    chars: list[str] = []
    offsets: list[int] = []
    for span, word in _replaced(text, sentence, citations, pronouns):
        if span.start < at:
            continue
        chars.append(text[at : span.start])
        offsets.extend(range(at, span.start))
        chars.append(word)
        offsets.extend([span.start] * (len(word) - 1) + [max(span.start, span.end - 1)] * bool(word))
        at = span.end
    chars.append(text[at : sentence.end])
    offsets.extend(range(at, sentence.end))
    return "".join(chars), offsets


def list_mark(text: str, sentence: Span) -> list[Span]:
    """The number or sign of a list item that opens a sentence: one stretch, or none."""
    mark = _LIST_MARK.match(text, sentence.start, sentence.end)
    return [Span(*mark.span())] if mark and mark.end() < sentence.end else []


def _replaced(
    text: str, sentence: Span, citations: Sequence[Citation], pronouns: Container[Span]
) -> list[tuple[Span, str]]:
    """What the parser does not see as it stands, and what it sees instead, in text order."""
    found = [(hole, "") for hole in citing_brackets(text, sentence, citations)]
    found += _gaps(text, sentence, [c.span for c in citations_in(citations, sentence)])
    for at, name in enumerate(_named_in(text, sentence, citations)):
        pronoun = "They" if name.start == sentence.start else "they"
        found.append((name, pronoun if name in pronouns else _SURNAMES[at % len(_SURNAMES)]))
    if (end := _led_without_comma(text, sentence, citations)) is not None:
        found.append((Span(end, end), ","))
    at = sentence.start
    while (at := text.find("&", at, sentence.end)) >= 0:
        found.append((Span(at, at + 1), "and"))
        at += 1
    found += [
        (Span(*match.span()), "'") for match in _APOSTROPHE.finditer(text, sentence.start, sentence.end)
    ]
    at = sentence.start
    while (at := text.find("\n", at, sentence.end)) >= 0:
        found.append((Span(at, at + 1), " "))
        at += 1
    # A bracket before a name that begins in it.
    return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end))


def _led_without_comma(text: str, sentence: Span, citations: Sequence[Citation]) -> int | None:
    """The end of "According to X (2001)", "In the view of X (2001)" where no comma follows."""
    led = _LED.match(text, sentence.start)
    first = next(iter(citations_in(citations, sentence)), None) if led else None
    if led is None or first is None or first.span.start != led.end() or first.form not in IN_PROSE:
        return None
    owner = _is_owner(text, name_span(text, first))  # "according to X's study"
    return first.span.end if not owner and _WORD_BEHIND.match(text, first.span.end) else None


_LED = re.compile(r"(?:According to|In the (?:view|opinion|eyes|words) of)\s+")


def _gaps(text: str, sentence: Span, cited: Sequence[Span]) -> list[tuple[Span, str]]:
    """Where a reporting verb is left out, and which: "X finds that P, and Y (2010) that Q"."""
    verbs = [
        (match.end(1), match[1])
        for match in _VERB_THAT.finditer(text, sentence.start, sentence.end)
        if has_reporting_form((match[1].lower(),))
    ]
    found = []
    for match in _BARE_THAT.finditer(text, sentence.start, sentence.end) if verbs else ():
        before = [verb for end, verb in verbs if end < match.start()]
        names = any(span.overlaps(Span(*match.span("who"))) for span in cited)
        if before and (names or match["who"].lower() in markers_of("whoever")):
            at = match.start("that")
            found.append((Span(at, at), before[-1] + " "))
    return found


def citations_in(citations: Sequence[Citation], span: Span) -> Sequence[Citation]:
    """Those that begin within a stretch; `citations` are in text order."""
    first = bisect_left(citations, span.start, key=lambda citation: citation.span.start)
    last = bisect_left(citations, span.end, key=lambda citation: citation.span.start)
    return citations[first:last]


def name_span(text: str, citation: Citation) -> Span:
    """The name in running text, without its possessive ending and the bracket that follows it."""
    end = citation.span.end
    if citation.bracket and citation.bracket.start > citation.span.start:
        end = citation.bracket.start
    name = text[citation.span.start : end].rstrip()
    for possessive in ("'s", "’s", "'", "’"):
        if name.endswith(possessive):
            name = name[: -len(possessive)]
            break
    return Span(citation.span.start, citation.span.start + max(len(name), 1))


def citing_brackets(text: str, sentence: Span, citations: Sequence[Citation]) -> list[Span]:
    """The brackets in a sentence that hold little but citations, the blank before them included.

    A bracket that says more ("(as Baker 1999: 5 points out, …)") stays part of the prose.
    """
    found: list[Span] = []
    here = citations_in(citations, sentence)
    for bracket in sorted({c.bracket for c in here if c.bracket and sentence.contains(c.bracket)}):
        inside = [c for c in here if c.bracket == bracket]
        cited = sum(
            min(c.span.end, bracket.end) - max(c.span.start, bracket.start)
            for c in inside
            if c.span.overlaps(bracket)
        )
        # "(2018: 668; on the earlier campaign see Leung and Pun, 2009)": a list all the same
        before = text[bracket.start + 1 : inside[0].span.start].strip()
        lists = not before and text[inside[0].span.end : bracket.end].lstrip().startswith(";")
        names = any(c.form is CitationForm.NARRATIVE for c in inside)
        if not lists and not names and cited < 0.5 * (len(bracket) - 2):
            continue
        start = bracket.start
        while start > sentence.start and text[start - 1] in " \u00a0":
            start -= 1
        found.append(Span(start, bracket.end))
    return found
