"""What a bracket backs: the whole sentence, or the clause that it closes."""

from __future__ import annotations

import re

from debatemap.claims.parsing import SUBJECT, ParsedSentence
from debatemap.model import Span

_BOUNDARY = re.compile(
    r"\s*[,;]\s*(?:(?:and|but|while|whilst|whereas|although|though|yet|or)\b\s*)?"
    r"|\s+(?:while|whilst|whereas|but)\b\s*"
)


def backed_stretch(
    text: str, sentence: Span, bracket: Span | None, holes: list[Span], parsed: ParsedSentence | None
) -> Span:
    """The stretch of the sentence that a bracket backs; `holes` are all its citing brackets.

    "A does B (X), while C does D (Y)": each bracket backs its own clause. Else it backs all of it.
    """
    if bracket is None or parsed is None or len(holes) < 2:
        return sentence
    clauses = _clauses(text, sentence, holes)
    if len(clauses) < 2 or not all(_is_clause(parsed, clause) for clause in clauses):
        return sentence
    return next((clause for clause in clauses if clause.start <= bracket.start <= clause.end + 2), sentence)


def _clauses(text: str, sentence: Span, holes: list[Span]) -> list[Span]:
    """The sentence cut behind each bracket that a comma and a conjunction follow."""
    found, at = [], sentence.start
    for hole in sorted(holes):
        boundary = _BOUNDARY.match(text, hole.end, sentence.end)
        if boundary and boundary.end() < sentence.end:
            found.append(Span(at, hole.end))
            at = boundary.end()
    return [*found, Span(at, sentence.end)]


def _is_clause(parsed: ParsedSentence, stretch: Span) -> bool:
    """It has a subject and its verb."""
    inside = {token.i for token in parsed.tokens_in(stretch)}
    return any(
        parsed.doc[i].dep_ in SUBJECT
        and parsed.doc[i].head.i in inside
        and parsed.doc[i].head.pos_ in ("VERB", "AUX")
        for i in inside
    )
