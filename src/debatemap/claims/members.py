"""What each bracket of an enumeration backs: "P in rats (X), mice (Y) and humans (Z)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from spacy.tokens import Token

from debatemap.claims.parsing import FINITE, RELATIVE, SUBJECT, ParsedSentence
from debatemap.claims.pieces import pieces
from debatemap.claims.reports import Content
from debatemap.model import Span

# What stands behind a bracket that ends a member of an enumeration.
_JOINT = re.compile(r"\s*[,;]|\s+(?:and|or|but|as well as)\b")
_JOINING = frozenset({",", ";", "and", "or", "but", "as", "well", "then", "finally", "also", "even"})
_PAIRED = frozenset({"both", "either"})
_ALL_OR_NONE = frozenset({"neither", "nor", "between", "whether"})
# "One finds P (X), the other Q (Y)": a sentence of its own, without its verb.
_THE_OTHER = frozenset({"other", "others", "second", "third", "latter"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})
_PARTICIPLES = ("VBN", "VBD", "VBG")


def is_enumeration(text: str, sentence: Span, brackets: Iterable[Span | None]) -> bool:
    """Several brackets in a sentence, and a comma behind one of them, or a conjunction behind all but the
    last: a cheap test before any parse."""
    found = sorted({bracket for bracket in brackets if bracket is not None})
    if len(found) < 2:
        return False
    joints = [_JOINT.match(text, bracket.end, sentence.end) for bracket in found]
    return all(joints[:-1]) or any(joint and joint[0].strip() in (",", ";") for joint in joints)


def for_member(content: Content, parsed: ParsedSentence, bracket: Span, holes: Sequence[Span]) -> Content:
    """What is said of the member that the bracket closes; the content as it is where the brackets do not
    share out an enumeration. `holes`: all citing brackets of the sentence."""
    parts = _parts(parsed, sorted(holes))
    own = next((at for at, hole in enumerate(sorted(holes)) if hole.overlaps(bracket)), None)
    if own is None or not _enumerate(parts):
        return content
    left_out = _left_out(parts, own)
    words = content.words or (parsed.span,)
    kept = [t for span in words for t in parsed.tokens_in(span) if t.i not in left_out]
    if not left_out or not any(t.tag_ in FINITE for t in kept):
        return content
    words = pieces(parsed, kept, clause=False)
    return Content(replace(content.attribution, content=words), words, alone=content.alone)


def _parts(parsed: ParsedSentence, holes: Sequence[Span]) -> list[list[Token]]:
    """The tokens before each bracket, and those behind the last."""
    ends = [*(hole.start for hole in holes), parsed.span.end]
    parts: list[list[Token]] = [[] for _ in ends]
    for token in parsed.doc:
        if not token.is_space:
            parts[bisect_right(ends, parsed.where(token).start)].append(token)
    return parts


def _enumerate(parts: Sequence[Sequence[Token]]) -> bool:
    """Every bracket closes one member, which a comma or a conjunction joins to the one before."""
    members = parts[1:-1]
    joined = all(part and part[0].lower_ in _JOINING and _first_word(part) is not None for part in members)
    bound = any(token.lower_ in _ALL_OR_NONE for part in parts for token in part)
    return bool(members) and joined and not bound


def _left_out(parts: Sequence[Sequence[Token]], own: int) -> set[int]:
    """Places of the words that belong to other members than part `own`; empty where that can't be told."""
    first, *others, tail = parts
    long = any(any(token.pos_ == "ADP" for token in part[1:]) for part in others)
    starts = [_start_in(first, part, long=long) for part in others]
    left_out = {t.i for at, part in enumerate(others, start=1) for t in part if at != own}
    if own:
        start = starts[own - 1]
        if start is None or _loses_verb(first, start, parts[own]):
            return set()
        left_out |= {t.i for t in first if t.i >= start}
        left_out |= {t.i for t in _joints(parts[own])}
    begins = min((start for start in starts if start is not None), default=0)
    left_out |= {t.i for t in first if t.lower_ in _PAIRED and begins - 1 <= t.i <= begins}
    last = {t.i for t in others[-1]}
    if own < len(others) and tail and _hangs_on(tail, last):
        left_out |= {t.i for t in tail}
    return left_out


def _loses_verb(first: Sequence[Token], start: int, part: Sequence[Token]) -> bool:
    """The sentence's verb would go, and the member has none of its own."""
    lost = any(token.dep_ == "ROOT" and token.i >= start for token in first)
    return lost and not any(token.tag_ in FINITE for token in part)


def _joints(part: Sequence[Token]) -> Iterator[Token]:
    """The words at the beginning of a member that join it to the one before, and its number."""
    return takewhile(lambda token: token.lower_ in _JOINING or _is_number(token), part)


def _is_number(token: Token) -> bool:
    """ "(2)", "b)"."""
    bracket = token.text == "(" and token.i + 2 < len(token.doc) and token.nbor(2).text == ")"
    return bracket or (token.i > 0 and token.text == ")") or _is_before_bracket(token)


def _is_before_bracket(token: Token) -> bool:
    return len(token) < 3 and token.i + 1 < len(token.doc) and token.nbor(1).text == ")"


def _first_word(part: Sequence[Token]) -> Token | None:
    """The first word of a member, its conjunction and adverbs apart."""
    joints = set(_joints(part))
    words = dropwhile(lambda t: t in joints or t.pos_ in ("ADV", "PART") or t.is_punct, part)
    return next(words, None)


def _start_in(first: Sequence[Token], part: Sequence[Token], *, long: bool) -> int | None:
    """Where, in the words before the first bracket, the phrase begins that is of the same kind as the member
    `part`: what stands before it, the members share. None where that can't be told.

    Of nouns the nearest, but where members are `long` ("the goats kept in Norway (X) and the sheep of Skye
    (Y)") the nearest that is likewise.
    """
    last = next((token for token in reversed(first) if not token.is_punct), None)
    if last is None:
        return None
    around = [phrase for phrase in (last, *last.ancestors) if phrase in first]
    head = _head_in(part, around)
    if head is None or head.lower_ in _THE_OTHER:
        return None
    opening = _first_word(part)
    leads = (
        opening is not None
        and opening.lower_ != "that"
        and (opening.tag_ in RELATIVE or opening.dep_ == "mark")
    )
    if leads or (head.pos_ == "ADP" and not any(token.pos_ == "ADP" for token in first)):
        return first[-1].i + 1  # "…, but only among girls", "…, but only where it rains"
    if any(child.dep_ in SUBJECT and child in part for child in head.lefts):
        return first[0].i  # a clause of its own
    found = [phrase for phrase in around if _alike(phrase, head)]
    if long and head.pos_ in _NOUNS:
        found = [p for p in found if any(t.pos_ == "ADP" for t in p.subtree if p.i < t.i <= last.i)] or found
    if not found:
        return None
    joined = _first_of(found[0])
    return _begin_of(joined) if joined in first and _alike(joined, head) else None


def _first_of(member: Token) -> Token:
    """The first member of the row that the parser sees."""
    while member.dep_ in ("conj", "appos"):
        member = member.head
    return member


_NOT_OF_PHRASE = frozenset({*SUBJECT, "aux", "auxpass", "mark", "cc", "preconj"})


def _begin_of(phrase: Token) -> int:
    """Where a phrase begins, a verb's or adjective's subject and auxiliaries apart."""
    begin = phrase.i
    for child in sorted(phrase.lefts, key=lambda token: -token.i):
        if child.dep_ in _NOT_OF_PHRASE or child.right_edge.i + 1 != begin:
            break
        begin = child.left_edge.i
    return begin


def _head_in(part: Sequence[Token], around: Sequence[Token]) -> Token | None:
    """The head of the phrase with which a member begins: a participle where one stands `around` the end of
    the first member, too ("has reduced stress and improved sleep")."""
    head, places = _first_word(part), {token.i for token in part}
    if head is not None and head.tag_ in _PARTICIPLES and any(head.tag_ == verb.tag_ for verb in around):
        return head
    while head is not None and head.head != head and head.head.i in places:
        head = head.head
    return head


def _alike(one: Token, other: Token) -> bool:
    """Two heads of the same kind: a preposition twice, two nouns, two verbs of one form."""
    if "ADP" in (one.pos_, other.pos_):
        return one.lower_ == other.lower_
    if one.pos_ in _VERBS and other.pos_ in _VERBS:
        return _form(one) == _form(other)
    if one.tag_ == other.tag_ and one.tag_ in _PARTICIPLES:
        return True
    return (one.pos_ in _NOUNS and other.pos_ in _NOUNS) or one.pos_ == other.pos_


def _form(verb: Token) -> str:
    finite = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.lefts)
    return "finite" if finite else verb.tag_


def _hangs_on(tail: Sequence[Token], member: Container[int]) -> bool:
    """What follows the last bracket belongs to the last member: "…, where no effect was found"."""
    if any(token.tag_ in RELATIVE for token in [t for t in tail if not t.is_punct][:1]):
        return True
    places = {token.i for token in tail}
    heads = {token.head.i for token in tail if token.head.i not in places}
    return bool(heads) and all(head in member for head in heads)
