""" "…, X argues, …", "As X notes, …": a source and its verb before, amidst or behind what is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from debatemap.claims.cues import find_cue

_BEFORE = frozenset({",", "–", "—", ";"})
_AFTER = frozenset({",", ".", ";", ":", "–", "—", "?", "!"})
_QUOTES = frozenset("'\"’”")
# "As X and Y point out, …", "…, according to X, …", "For X, …".
_PREPOSITIONS = frozenset({"according", "for"})
_OPENERS = _PREPOSITIONS | {"as"}
_CONNECTING = frozenset({"as", "and", "but", "who"})
_FILLING = frozenset({"ADV", "AUX", "PART", "SCONJ"})
_LONGEST = 6
# Words that open a phrase before the main clause: the comma behind it stays.
_OPENS_PHRASE = frozenset({"IN", "WRB", "RB", "VBG", "VBN", "TO"})


@dataclass(frozen=True, slots=True)
class Insertion:
    """The tokens to leave out, and the reporting verb among them, or "according", "for"."""

    places: frozenset[int]
    cue: Token


def find_insertion(source: Token) -> Insertion | None:
    """The insertion of which `source` is the source; None where there is none.

    Told by the signs around it, since such insertions derail the parser.
    """
    doc = source.doc
    for first, last in _stretches(source):
        opener = doc[first].lower_ if doc[first].lower_ in _OPENERS else ""
        if (first == 0 and not opener) or (first > 0 and not _set_off(doc[first - 1])):
            continue
        after = doc[last + 1] if last + 1 < len(doc) else None
        if after is not None and after.text not in (_AFTER if first else ","):
            continue
        inside = doc[first : last + 1]
        cue = inside[0] if opener in _PREPOSITIONS else _verb(inside, source)
        if cue is None or not all(t in (source, cue) or _fills(t, opener) for t in inside):
            continue
        start = max(first - 1, 0)
        if doc[start].text in _QUOTES:
            start += 1
        elif (
            doc[0].tag_ in _OPENS_PHRASE
            and doc[start].text == ","
            and after is not None
            and after.text == ","
        ):
            start += 1  # "If algae move, X suggests, corals adapt": one comma stays
        stop = last + 1 + (after is not None and after.text in (",", "–", "—"))
        return Insertion(frozenset(range(start, stop)), cue)
    return None


def _verb(stretch: Span, source: Token) -> Token | None:
    return next((t for t in stretch if t != source and _reports(t)), None)


def _fills(token: Token, opener: str) -> bool:
    """What may stand in an insertion beside source and verb: adverbs, and behind "as" further names."""
    if token.doc[token.i : token.i + 2].text.lower() == "or so":
        return True  # "– or so X claims"
    if token.lower_ in _CONNECTING:
        return token.lower_ == opener or (token.lower_ == "and" and bool(opener))
    named = bool(opener) and (token.pos_ == "PROPN" or token.dep_ == "prt")
    to = opener == "according" and token.lower_ == "to"
    return named or to or token.pos_ in _FILLING or token.lower_ == "s"


def _stretches(source: Token) -> list[tuple[int, int]]:
    """Stretches around the source that may be an insertion, the longest first."""
    doc = source.doc
    found = []
    for first in range(max(0, source.i - _LONGEST), source.i + 1):
        for last in range(min(len(doc) - 1, source.i + _LONGEST), source.i - 1, -1):
            if source.i != first or source.i != last:
                found.append((first, last))
    return sorted(found, key=lambda pair: pair[0] - pair[1])


def _set_off(before: Token) -> bool:
    quoted = before.text in _QUOTES and before.i > 0 and before.nbor(-1).text in (",", "?", "!")
    return before.text in _BEFORE or quoted


def _reports(token: Token) -> bool:
    verb = token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and token.tag_ not in ("VBG",)
    return verb and find_cue(token.lemma_, "VERB") is not None
