"""Sentences with the works named in them: what the rules for relations look at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token

from debatemap.model import Citation, CitationForm, Claim, Document, Span

_PERSONS = frozenset({"he", "she", "they", "who"})
_BETWEEN = frozenset({"however", "therefore", "thus", "also", "in", "contrast", "rather", "then", "too"})
_AUTHORS = re.compile(r"\bthe (?:latter|authors?|writers?)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:I|[Ww]e|(?:[Tt]his|[Tt]he present|[Oo]ur) (?:article|paper|chapter|essay|study|book))\b"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A work named at a token of the sentence."""

    key: str
    token: int
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, parsed without its brackets. `holders`: whose claims stand in it; `before`: the
    holders of the nearest sentence before it, in the same paragraph, that has any."""

    span: Span
    doc: Doc
    actors: tuple[Actor, ...]
    holders: tuple[str, ...]
    before: tuple[str, ...]

    def actors_in(self, tokens: Iterable[Token]) -> list[Actor]:
        """The actors that stand at one of the tokens, in the order of the text."""
        places = {token.i for token in tokens}
        return [actor for actor in self.actors if actor.token in places]


def read_scenes(
    document: Document, citations: Sequence[Citation], claims: Sequence[Claim], *, nlp: Language
) -> list[Scene]:
    """The sentences that name a work or convey a claim, in order, each with its works."""
    holders = [_holders(sentence, claims) for sentence in document.sentences]
    named = [
        [c for c in citations if c.key and not c.in_footnote and sentence.contains(c.span)]
        for sentence in document.sentences
    ]
    wanted = [index for index, _ in enumerate(document.sentences) if named[index] or holders[index]]
    plain = [_plain(document.text, document.sentences[index], named[index]) for index in wanted]
    scenes = []
    for index, doc, (_, at) in zip(wanted, nlp.pipe(text for text, _ in plain), plain, strict=True):
        scenes.append(
            Scene(
                document.sentences[index],
                doc,
                _actors(doc, at, named[index], holders[index]),
                holders[index],
                _before(index, holders, named),
            )
        )
    return scenes


def _holders(sentence: Span, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Whose claims stand in a sentence, in the order given, each once."""
    inside = (claim.holder for claim in claims if claim.span and _shares(claim.span, sentence))
    return tuple(dict.fromkeys(inside))


def _shares(claim: Span, sentence: Span) -> bool:
    shared = min(claim.end, sentence.end) - max(claim.start, sentence.start)
    return shared * 2 >= min(len(claim), len(sentence)) > 0


def _before(
    index: int,
    holders: Sequence[tuple[str, ...]],
    named: Sequence[Sequence[Citation]],
) -> tuple[str, ...]:
    """The holders of the nearest of the three sentences before; who is only named, if none holds."""
    for back in range(index - 1, max(-1, index - 4), -1):
        others = tuple(holder for holder in holders[back] if holder != "self")
        if others:
            return others
        keys = tuple(dict.fromkeys(citation.key for citation in named[back]))
        if keys:
            return keys
    return ()


def _plain(text: str, sentence: Span, citations: Sequence[Citation]) -> tuple[str, list[int]]:
    """The sentence without the brackets of its citations, and where each character stood."""
    kept = [True] * len(sentence)
    for citation in citations:
        if citation.bracket:
            start = max(citation.bracket.start, sentence.start) - sentence.start
            end = min(citation.bracket.end, sentence.end) - sentence.start
            while start > 0 and text[sentence.start + start - 1].isspace():
                start -= 1
            kept[start:end] = [False] * (end - start)
    at = [sentence.start + offset for offset, keep in enumerate(kept) if keep]
    return "".join(text[offset] for offset in at), at


def _actors(
    doc: Doc, at: Sequence[int], citations: Sequence[Citation], holders: Sequence[str]
) -> tuple[Actor, ...]:
    """`holders`: a name without a year may mean any of its owner's works; the claims have settled which."""
    works = {_owner(holder): holder for holder in reversed(holders)}
    actors = []
    for citation in citations:
        bracket = citation.bracket
        inside = bracket is not None and bracket.contains(citation.span)
        if inside and not citation.names and not citation.cited_in:
            continue  # a year alone belongs to whoever is being reported
        place = bracket.start - 1 if inside and bracket else citation.span.start
        # The token of the character, or the last one that stands before it.
        char = max((index for index, offset in enumerate(at) if offset <= place), default=0)
        token = max((token.i for token in doc if token.idx <= char), default=0)
        bare = citation.form is CitationForm.NAME
        actors.append(
            Actor(works.get(_owner(citation.key), citation.key) if bare else citation.key, token, inside)
        )
    return tuple(sorted(set(actors), key=lambda actor: (actor.token, actor.key)))


def _owner(key: str) -> str:
    """A key without its year."""
    return key.rpartition("-")[0]


def refers_to_self(text: str) -> bool:
    """True for "we", "I", "this article": the paper's own author."""
    return _SELF.search(text) is not None


def takes_up(tokens: Sequence[Token]) -> bool:
    """True when a pronoun or "the authors" among the tokens takes up whoever was spoken of."""
    text = " ".join(token.text for token in tokens)
    return any(token.lower_ in _PERSONS for token in tokens) or _AUTHORS.search(text) is not None


def subject_of(verb: Token) -> list[Token]:
    """The subject's words; that of the verb above where a verb has none of its own."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return list(child.subtree)
        if verb.dep_ == "relcl":
            return [verb.head, *verb.head.lefts]
        before = _name_before(verb)
        if before:
            return before
        if verb.dep_ not in {"conj", "advcl", "xcomp", "acl", "prep", "pcomp", "ccomp"}:
            break
        verb = verb.head
    return []


def _name_before(verb: Token) -> list[Token]:
    """The capitalised words right before a verb, adverbs and commas aside: a name that the parser does
    not know ("Huber, however, doubts") may not have become a subject."""
    at = verb.i - 1
    while at >= 0 and (verb.doc[at].is_punct or verb.doc[at].lower_ in _BETWEEN):
        at -= 1
    found = []
    while at >= 0 and verb.doc[at].is_title and verb.doc[at].lower_ not in _BETWEEN:
        found.append(verb.doc[at])
        at -= 1
    return found
