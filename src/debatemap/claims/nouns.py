"""Reporting nouns: the clause they announce, the thing they are "of", the adverbial they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from debatemap.claims.cues import find_cue
from debatemap.claims.markers import markers_of
from debatemap.claims.pieces import is_complementizer

_CLAUSE = frozenset({"acl", "ccomp", "relcl", "advcl"})
# "in X's view", "on X's account", "from X's perspective", "following X's argument"
_SETTING = frozenset({"in", "on", "from", "under", "by", "to", "following", "according", "per"})
# Verbs that only carry the noun: "makes the point that", "draws the conclusion that".
LIGHT = frozenset({"make", "draw", "reach", "have", "put", "share", "take", "come", "arrive", "bring"})
_NONE = frozenset({"no", "little", "scant", "neither"})


@dataclass(frozen=True, slots=True)
class Announced:
    """A noun that a verb governs and the clause it announces. `denies`: "no evidence that", "against
    the view that"."""

    noun: Token
    clause: list[Token]
    denies: bool


def clause_of_noun(noun: Token) -> list[Token]:
    """The clause behind "the claim that", "the claim by X that"; empty when there is none."""
    for child in noun.rights:
        if child.dep_ in _CLAUSE and _is_announced(child):
            return list(child.subtree)
    cue = find_cue(noun.lemma_, "NOUN")
    that = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    announces = cue is not None and cue.kind not in ("frame", "study")
    if announces and that.lower_ == "that" and that.tag_ in ("IN", "WDT") and that.dep_ != "nsubj":
        return list(that.head.subtree) if that.head.i > that.i else []  # it hangs elsewhere in the parse
    return []


def _is_announced(clause: Token) -> bool:
    """ "that" opens the clause, and is no part of it ("research that shows", "the claim that he made")."""
    that = next((t for t in clause.lefts if is_complementizer(t) or t.lower_ == "whether"), None)
    subject = any(t.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") and t != that for t in clause.lefts)
    gap = that is not None and that.dep_ == "dobj" and not any(t.dep_ in _FILLED for t in clause.rights)
    transitive = gap and find_cue(clause.lemma_, "VERB") is not None
    return that is not None and subject and not transitive


_FILLED = frozenset({"dobj", "ccomp", "acomp", "attr", "xcomp"})


def is_valued(noun: Token, name: Token | None) -> bool:
    """ "X's argument is unconvincing", "the review of X deserves its fame": the noun that a name owns is the
    subject of a judgement. "X's account of Y as Z is influential" tells the account."""
    of = (part for child in noun.rights if child.lower_ == "of" for part in child.rights)
    if noun.dep_ != "nsubj" or clause_of_noun(noun) or any(part != name for part in of):
        return False
    verb = noun.head
    if verb.lemma_ in _DESERVES:
        return True
    told = [child for child in verb.rights if child.dep_ in ("acomp", "attr", "oprd")]
    values = markers_of("verdict") | markers_of("value")
    return verb.lemma_ in _IS and any(child.pos_ == "ADJ" and child.lower_ in values for child in told)


_IS = frozenset({"be", "seem", "appear", "remain", "look", "become", "prove"})
_DESERVES = frozenset({"deserve", "merit", "repay"})


def noun_behind(verb: Token) -> Announced | None:
    """ "rejects the idea that …", "finds no evidence that …", "argues against the view that …"."""
    for child in verb.rights:
        against = child.dep_ == "prep" and child.lower_ in ("against", "from", "without")
        objects = (
            [child] if child.dep_ in ("dobj", "attr") else list(child.rights) if child.dep_ == "prep" else []
        )
        for noun in objects:
            entry = find_cue(noun.lemma_, "NOUN")
            clause = clause_of_noun(noun) if entry else []
            if entry and clause:
                return Announced(noun, clause, (against or is_none(noun)) != (entry.kind == "deny"))
    return None


def is_none(noun: Token) -> bool:
    """ "no evidence that", "little reason to think that"."""
    return any(token.lower_ in _NONE for token in noun.lefts)


def is_inquiry(verb: Token) -> bool:
    """ "tests the hypothesis that", "discusses the idea that": what the noun announces is the topic."""
    cue = find_cue(verb.lemma_, "VERB")
    return cue is not None and cue.kind == "study" and verb.lemma_ not in LIGHT


def adverbial_of(noun: Token) -> Token | None:
    """The preposition of the adverbial, set off by a comma, that the noun stands in, or the verb of "to use
    X's term"; None: no such."""
    preposition = noun.head
    if noun.dep_ == "dobj" and preposition.lemma_ in _BORROWING:
        to = next(preposition.lefts, None)
        return preposition if to is not None and to.lower_ == "to" and is_set_off(preposition) else None
    if noun.dep_ != "pobj" or preposition.dep_ not in ("prep", "pcomp", "agent"):
        return None
    while preposition.head.dep_ == "prep" and preposition.head.lower_ in _SETTING:
        preposition = preposition.head
    if preposition.lower_ not in _SETTING:
        return None
    return preposition if is_set_off(preposition) else None


_BORROWING = frozenset({"adopt", "borrow", "cite", "echo", "employ", "quote", "use"})


def is_set_off(head: Token, *, ends: str = ",.;") -> bool:
    """A comma, or the sentence's beginning, before all that hangs on it, and one of `ends` behind."""
    places = [token.i for token in head.subtree]
    doc = head.doc
    before = doc[places[0] - 1].text if places[0] else ","
    after = doc[places[-1] + 1].text if places[-1] + 1 < len(doc) else "."
    return before == "," and after in ends


def object_of_noun(noun: Token, source: Token | None) -> list[Token]:
    """What the noun is "of": "zoning" in "X's critique of zoning"; with "as …" behind it."""
    tokens: list[Token] = []
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and source not in list(child.subtree):
            tokens.extend(t for t in child.subtree if t != child)
        elif child.dep_ == "prep" and child.lower_ == "as" and tokens:
            tokens.extend(child.subtree)
    return tokens
