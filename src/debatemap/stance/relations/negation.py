"""What is denied, only tried, or given up."""

from __future__ import annotations

from spacy.tokens import Token

from debatemap.stance.relations.scenes import SUBJECTS
from debatemap.stance.words import lexicon

_GIVING_UP = frozenset(
    {"withdraw", "retract", "recant", "drop", "renounce", "abandon", "relinquish", "disown"}
)
_PARTED = frozenset({("give", "up"), ("take", "back")})
_TRYING = frozenset({"try", "attempt", "seek", "hope", "want", "wish", "aim", "intend", "effort"})
_LITTLE = frozenset({"no", "little", "few", "scant", "hardly", "nothing"})
# "Fails to confirm", "is unable to replicate".
_FAILING = frozenset({"fail", "refuse", "decline", "unable", "impossible", "hesitate", "difficult", "hard"})


def gives_up(verb: Token) -> bool:
    """ "Gives up", "takes back": with their particles."""
    return any((verb.lemma_.lower(), child.lower_) in _PARTED for child in verb.children)


def is_given_up(noun: Token) -> bool:
    """The object of a verb of giving up: "withdraws her criticism", "takes back the charge"."""
    return noun.dep_ == "dobj" and (noun.head.lemma_.lower() in _GIVING_UP or gives_up(noun.head))


def attempted(verb: Token) -> bool:
    """True for what is only tried: "tried to replicate X's finding", "an attempt to refute X"."""
    return verb.dep_ in {"xcomp", "acl"} and verb.head.lemma_.lower() in _TRYING


def negated(word: Token) -> bool:
    """True when a verb or noun is denied, or its object is next to nothing ("shares little with")."""
    above = word.head if word.dep_ in {"advcl", "xcomp", "acl", "relcl"} else word
    ahead = [token.lower_ for token in word.doc[max(0, word.i - 2) : word.i]]
    if ahead in (["rather", "than"], ["instead", "of"]):
        return True
    little = any(part.dep_ == "attr" and part.lower_ in _LITTLE for part in above.children)
    if above != word and (above.lemma_.lower() in _FAILING or above.lower_ in _LITTLE or little):
        return True  # "fails to confirm", "there is little to recommend it"
    if any(part.lower_ == "no" for child in above.children if child.dep_ in SUBJECTS for part in child.lefts):
        return True
    for child in word.children:
        if child.lower_ == "longer" and any(part.lower_ == "no" for part in child.lefts):
            return True
        if child.dep_ == "neg" or lexicon().operator_of(child.lemma_.lower(), child.pos_.lower()) == "negate":
            return True
        if child.dep_ in {"dobj", "advmod", "nsubj"} and child.lower_ in _LITTLE:
            return True
        if child.dep_ == "dobj" and any(part.lower_ in _LITTLE for part in child.lefts):
            return True
    return False
