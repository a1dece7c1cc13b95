""" "…, X argues, …": a source and its verb set into the midst, or at the end, of what is claimed."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from debatemap.claims.cues import find_cue

_BEFORE = frozenset({",", "–", "—", ";"})
_AFTER = frozenset({",", ".", ";", ":", "–", "—", "?", "!"})
_QUOTES = frozenset("'\"’”")
_FILLING = frozenset({"ADV", "AUX", "PART", "SCONJ"})
_LONGEST = 6
# Words that open a phrase before the main clause: the comma behind it stays.
_OPENS_PHRASE = frozenset({"IN", "WRB", "RB", "VBG", "VBN", "TO"})


@dataclass(frozen=True, slots=True)
class Insertion:
    """The tokens to leave out, and the reporting verb among them."""

    places: frozenset[int]
    cue: Token


def find_insertion(source: Token) -> Insertion | None:
    """The insertion of which `source` is the source; None where there is none.

    Told by the signs around it, since such insertions derail the parser.
    """
    doc = source.doc
    for first, last in _stretches(source):
        if first == 0 or not _set_off(doc[first - 1]):
            continue
        after = doc[last + 1] if last + 1 < len(doc) else None
        if after is not None and after.text not in _AFTER:
            continue
        verb = next((t for t in doc[first : last + 1] if t != source and _reports(t)), None)
        filling = all(
            t in (source, verb) or t.pos_ in _FILLING or t.lower_ == "s" for t in doc[first : last + 1]
        )
        if (
            verb is None
            or not filling
            or any(t.lower_ in ("as", "and", "but", "who") for t in doc[first : last + 1])
        ):
            continue
        start = first - 1
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
        return Insertion(frozenset(range(start, stop)), verb)
    return None


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
