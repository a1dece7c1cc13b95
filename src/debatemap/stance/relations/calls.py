"""Answers that are no rebuttals."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from debatemap.stance.relations.cues import Cue

_REPLIES = frozenset({"answer", "respond", "reply", "response"})
_CALLS = frozenset({"call", "invitation", "plea", "appeal", "request"})
_NEAR = 5


def heeds(cue: Cue, answered: Sequence[Token]) -> bool:
    """True when what is answered is a call ("responds to a call from X", "answers X, who called for it"): who
    answers a call takes it up."""
    called = (token for token in answered if token.lemma_.lower() in _CALLS)
    return cue.words in _REPLIES and any(
        token.dep_ == "relcl" or (token.dep_ in {"pobj", "dobj"} and token in answered[:_NEAR])
        for token in called
    )
