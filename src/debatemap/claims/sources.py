"""Sources that are no name: "he", "the authors", "I", "this article", "some scholars", "it is held"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from debatemap.claims.cues import find_cue
from debatemap.claims.markers import THE, THIS, markers_of
from debatemap.claims.parsing import SUBJECT, ParsedSentence
from debatemap.claims.pieces import is_quoted
from debatemap.claims.roles import Role, role_of
from debatemap.claims.verbs import cue_of

_ONE = frozenset({"he", "she", "him", "her", "his"})
_SEVERAL = frozenset({"they", "them", "their"})
_OBJECTS = frozenset({"us", "me", "him", "them"})
_I = frozenset({"i", "we", "my", "our", "me", "us"})


def pronoun_roles(parsed: ParsedSentence, *, one: bool = True, several: bool = True) -> Iterator[Role]:
    """The roles of what may stand for a scholar named before: pronouns, "the author(s)", "the results".

    `one`, `several`: whether the scholar is one, or several.
    """

    pronouns = (_ONE if one else frozenset()) | (_SEVERAL if several else frozenset())
    yield from _roles(parsed, pronouns, markers_of("person") | markers_of("finding"), THE)


def own_roles(parsed: ParsedSentence) -> Iterator[Role]:
    """The roles of the author: "I", "we", "my", "this article"."""

    yield from _roles(parsed, _I, markers_of("own_text"), THIS)


def unnamed_role(parsed: ParsedSentence, offset: int | None = None) -> Role | None:
    """The role of whoever says so: "some scholars hold that", "it has been argued that"; of several the last
    before a bracket at `offset`, or the first."""
    found: Role | None = None
    for token in parsed.doc:
        if token.dep_ not in SUBJECT or cue_of(token.head) is None:
            continue
        expletive = token.lower_ == "it" and any(t.dep_ == "auxpass" for t in token.head.lefts)
        if not expletive and not (token.dep_ == "nsubj" and _is_whoever(token)):
            continue
        if offset is None and found is not None:
            break
        if offset is not None and parsed.where(token).start > offset:
            break
        found = Role("subject", token, token.head, token.head, cue_of(token.head), main=True)
    return found


def _is_whoever(token: Token) -> bool:
    """ "some", "others", "critics", "certain linguists": scholars who are not named here."""
    word = token.lower_
    counted = any(t.lower_ in _COUNTING for t in token.lefts)
    learned = word in markers_of("person") or word.endswith(("ists", "ians"))
    if word in markers_of("own_text") and any(t.lower_ in THIS for t in token.lefts):
        return False  # "this research"
    return word in markers_of("whoever") or (counted and learned)


def _takes_up(pronoun: Token) -> bool:
    """ "When a speaker pauses, he …": the sentence itself says who that is."""
    before = pronoun.doc[: pronoun.i] if pronoun.lower_ in _ONE else ()
    return any(t.dep_ in SUBJECT and t.tag_ == "NN" and t.lemma_.lower() in _PEOPLE for t in before)


_PEOPLE = frozenset(
    {"adult", "agent", "anyone", "believer", "buyer", "child", "citizen", "consumer", "employee", "employer"}
    | {"everybody", "everyone", "hearer", "individual", "judge", "learner", "listener", "man", "manager"}
    | {"offender", "participant", "patient", "person", "player", "politician", "pupil", "reader", "ruler"}
    | {"somebody", "someone", "speaker", "student", "subject", "teacher", "trader", "user", "viewer"}
    | {"voter", "woman", "worker"}
)
_COUNTING = frozenset({"some", "many", "several", "other", "certain", "various", "most", "few"})


def announced_role(parsed: ParsedSentence, offset: int) -> Role | None:
    """The role of a bracket at `offset` right behind the clause of a noun: "the claim that … (X)"."""
    for token in parsed.doc:
        if find_cue(token.lemma_, "NOUN") is None or token.pos_ != "NOUN":
            continue
        here = range(parsed.where(token).end, parsed.where(token).end + 3)
        if offset in here and token.dep_ == "nsubj" and token.head.lemma_ == "be":
            return Role("owner", None, token, token, find_cue(token.lemma_, "NOUN"))  # "the view (X) is that"
        clause = next((c for c in token.rights if c.dep_ in ("acl", "ccomp", "relcl")), None)
        if clause is None or not any(t.lower_ == "that" for t in clause.lefts):
            continue
        end = max(part.i for part in clause.subtree)
        if parsed.where(parsed.doc[end]).end <= offset <= parsed.where(parsed.doc[end]).end + 2:
            return Role("owner", None, token, token, find_cue(token.lemma_, "NOUN"))
    return None


def according_role(parsed: ParsedSentence, offset: int) -> Role | None:
    """The role of a bracket at `offset` behind "according to one account"."""
    for token in parsed.tokens_among(("according",)):
        if token.dep_ == "prep":
            end = parsed.where(token.right_edge).end
            noun = next((t for t in token.subtree if t.dep_ == "pobj"), None)
            if noun is not None and end <= offset <= end + 2:
                return Role("per", noun, noun.head)
    return None


def _roles(
    parsed: ParsedSentence, pronouns: frozenset[str], nouns: frozenset[str], before: frozenset[str]
) -> Iterator[Role]:
    """The roles of these pronouns, and of these nouns where one of the words `before` goes with them; not
    of what is quoted, nor of "let us"."""
    for token in parsed.tokens_among(pronouns | nouns):
        if parsed.where(token).of(parsed.text).lower() != token.lower_:
            continue  # a name that the parser was shown as "they"
        if (token.lower_ in _OBJECTS and token.dep_ in SUBJECT) or _takes_up(token):
            continue
        if is_quoted(parsed, token):
            continue
        if token.lower_ in pronouns or any(t.lower_ in before for t in token.lefts):
            role = role_of(token)
            if role.cue is not None or role.name in ("per", "owner"):
                yield role
