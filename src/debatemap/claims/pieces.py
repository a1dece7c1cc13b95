"""Tokens of a parse to stretches of the document: where content begins and ends."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from debatemap.claims.parsing import ParsedSentence
from debatemap.model import Span

# Marks of a pair; a straight mark closes what it opened.
_PAIRS = (("‘", "’"), ("“", "”"), ("«", "»"), ("'", "'"), ('"', '"'))
_STOPS = ".,;:- \u00a0\n–—"


def pieces(parsed: ParsedSentence, tokens: Iterable[Token], *, clause: bool = True) -> tuple[Span, ...]:
    """Stretches of neighbouring tokens, without punctuation at their ends, and without the "that" that
    opens a `clause`.

    A quotation mark whose partner stands inside is taken in.
    """
    found: list[Span] = []
    run: list[Token] = []
    kept = sorted((token for token in tokens if not token.is_space), key=lambda token: token.i)
    for token in [*kept, None]:
        if token is not None and not run:
            run.append(token)
            continue
        between = parsed.doc[run[-1].i + 1 : token.i] if token is not None and run else None
        if token is not None and between is not None and all(t.is_punct or t.is_space for t in between):
            run.extend([*between, token])
            continue
        that = clause and not found and len(run) > 2
        while run and (_is_stop(run[0]) or (that and _opens(run))):
            run.pop(0)
        while run and (_is_stop(run[-1]) or (token is None and run[-1].dep_ == "cc")):
            run.pop()
        if any(token.is_alpha or token.like_num for token in run):
            found.append(_with_marks(parsed.text, parsed.cover(run), parsed.span))
        run = [token] if token is not None else []
    return tuple(found)


_LEADING = frozenset({"ADP", "DET", "PRON", "SCONJ"})


def _opens(run: list[Token]) -> bool:
    """Begins with a "that" which only opens a clause; not with "that is, …", nor with the second of "that
    that bond …" ("that that in the north …" is a misprint)."""
    if run[0].lower_ != "that" or [token.lower_ for token in run[1:3]] == ["is", ","]:
        return False
    again = run[0].i > 0 and run[0].nbor(-1).lower_ == "that"
    return not again or (len(run) > 1 and run[1].pos_ in _LEADING)


def _is_stop(token: Token) -> bool:
    return all(character in _STOPS for character in token.text)


def is_complementizer(token: Token) -> bool:
    """The "that" which only opens a clause; the parser may take it for a pronoun."""
    return token.lower_ == "that" and token.dep_ != "det" and token.i + 1 < len(token.doc)


def _with_marks(text: str, span: Span, sentence: Span) -> Span:
    """The stretch widened to the partner of a quotation mark, or narrowed by a mark that has none."""
    start, end = span.start, span.end
    for opening, closing in _PAIRS:
        around = text[max(sentence.start, start - 1) : end + 2]
        if opening not in around and closing not in around:
            continue
        inside = text[start:end]
        opened, closed = _count(inside, opening), _count(inside, closing)
        if opening == closing:
            opened, closed = (opened + 1) // 2, opened // 2
            if opened > closed and inside.endswith(closing) and not inside.startswith(opening):
                opened, closed = closed, opened
        if text[max(sentence.start, start - 1) : start] == opening and opened == closed:
            at = end + (text[end : end + 1] in (".", ",", "!", "?"))
            if text[at : at + 1] == closing and at < sentence.end:
                start, end = start - 1, at + 1
        elif opened > closed:
            at = end + (text[end : end + 1] in (".", ",", "!", "?"))
            if text[at : at + 1] == closing and at < sentence.end:
                end = at + 1
            elif inside.startswith(opening):
                start += 1
        elif closed > opened:
            if start > sentence.start and text[start - 1] == opening:
                start -= 1
            elif inside.endswith(closing) and closing != "’":
                end -= 1
    return Span(start, end)


def is_quoted(parsed: ParsedSentence, token: Token) -> bool:
    """The token stands between quotation marks of its sentence."""
    where = parsed.where(token)
    before, after = parsed.text[parsed.span.start : where.start], parsed.text[where.end : parsed.span.end]
    for opening, closing in _PAIRS:
        opened, closed = _count(before, opening), _count(before, closing)
        inside = opened % 2 == 1 if opening == closing else opened > closed
        if inside and _count(after, closing):
            return True
    return False


def _count(text: str, mark: str) -> int:
    """How often the mark stands there as a quotation mark: no apostrophe in a word or behind a plural."""
    count, at = 0, text.find(mark)
    while at >= 0:
        count += not _is_apostrophe(text, at)
        at = text.find(mark, at + 1)
    return count


def _is_apostrophe(text: str, at: int) -> bool:
    """ "don't", "the workers' trust"."""
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 3]
    inside = before.isalnum() and after[:1].isalnum()
    plural = before == "s" and after[:1] == " " and after[1:].isalpha()
    return text[at] in "'’" and (inside or plural)


def outside(text: str, sentence: Span, holes: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches of a sentence between holes (its citing brackets), stops at their ends left out."""
    found: list[Span] = []
    at = sentence.start
    for hole in [*sorted(holes), Span(sentence.end, sentence.end)]:
        piece = _trimmed(text, at, max(at, hole.start))
        if piece is not None:
            found.append(piece)
        at = max(at, hole.end)
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _STOPS:
        start += 1
    while start < end and text[end - 1] in _STOPS:
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
