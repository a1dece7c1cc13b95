"""What a bracket backs: the whole sentence, or the clause that it closes."""

from __future__ import annotations

import re

from debatemap.claims.parsing import RELATIVE, SUBJECT, ParsedSentence
from debatemap.model import Span

_BOUNDARY = re.compile(
    r"\s*[,;]\s*(?:(?:and|but|while|whilst|whereas|although|though|yet|or)\b\s*)?"
    r"|\s+(?:while|whilst|whereas|but)\b\s*"
)
# A clause that gives a reason or a contrast, before the one that says what follows.
_LED = re.compile(r"(?:Since|Because|Although|Though|Even though|While|Whilst|Whereas|Given that)\s+")
_MAIN = re.compile(r",\s+(?:\S+\s+){3}")


def backed_stretch(
    text: str, sentence: Span, bracket: Span | None, holes: list[Span], parsed: ParsedSentence | None
) -> Span:
    """The stretch of the sentence that a bracket backs; `holes` are all its citing brackets.

    "A does B (X), while C does D (Y)": each bracket backs its own clause; so does the one of "Since A does B
    (X), C does D". Else it backs all of it.
    """
    led = _LED.match(text, sentence.start)
    if bracket is not None and led and len(holes) == 1 and _MAIN.match(text, bracket.end, sentence.end):
        return Span(led.end(), bracket.end)
    if bracket is None or parsed is None or len(holes) < 2:
        return sentence
    clauses = _clauses(text, sentence, holes)
    if len(clauses) < 2 or not all(_is_clause(parsed, clause) for clause in clauses):
        return sentence
    return next((clause for clause in clauses if clause.start <= bracket.start <= clause.end + 2), sentence)


def _clauses(text: str, sentence: Span, holes: list[Span]) -> list[Span]:
    """The sentence cut behind each bracket that a comma and a conjunction follow."""
    led = _LED.match(text, sentence.start)
    found, at = [], led.end() if led else sentence.start
    for hole in sorted(holes):
        boundary = _BOUNDARY.match(text, hole.end, sentence.end)
        if boundary and boundary.end() < sentence.end:
            found.append(Span(at, hole.end))
            at = boundary.end()
    return [*found, Span(at, sentence.end)]


def _is_clause(parsed: ParsedSentence, stretch: Span) -> bool:
    """It has a subject and its verb at its head, and no "where" or "which" that hangs it on another."""
    tokens = parsed.tokens_in(stretch)
    inside = {token.i for token in tokens}
    opening = next((t for t in tokens if t.tag_ in RELATIVE or t.pos_ not in ("ADV", "CCONJ", "PUNCT")), None)
    if opening is not None and opening.i and opening.tag_ in RELATIVE:
        return False
    return any(
        token.dep_ in SUBJECT
        and token.head.i in inside
        and token.head.pos_ in ("VERB", "AUX")
        and token.head.dep_ not in ("relcl", "acl")
        and (token.head.dep_ == "ROOT" or token.head.head.i not in inside)
        for token in tokens
    )
