"""What part a named scholar plays in a sentence: does the sentence say what they say?"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from debatemap.claims.cues import Cue, find_cue
from debatemap.claims.markers import markers_of
from debatemap.claims.nouns import LIGHT, adverbial_of, clause_of_noun, is_set_off, noun_behind
from debatemap.claims.parsing import FINITE, SUBJECT, ParsedSentence
from debatemap.claims.verbs import clause_behind, coordinated, made_clear
from debatemap.model import Span

# Prepositions (and the like) that only compare with, or lean on, whoever follows.
_COMPARING = frozenset(
    {"like", "unlike", "than", "beyond", "against", "contrary", "versus", "besides", "alongside"}
)
_LEANING = frozenset(
    {"draw", "build", "base", "borrow", "rely", "adapt", "inspire", "follow", "extend", "ground"}
)
_PER = frozenset({"according", "per", "for"})

# Parts in which a name is met with in passing.
_PASSING = frozenset({"of", "in", "oblique", "object", "presented", "other"})
_OTHER_PEOPLE = frozenset({"critic", "opponent", "follower", "student", "supporter", "reader", "reviewer"})
_BEGINS = frozenset({",", "it", "this", "that", "these", "such", "they", "there"})
_AGREEING = frozenset({"agree", "concur"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "where"})
# Verbs that only lead to the verb of an infinitive: "goes on to argue".
_LEADING = frozenset({"go", "continue", "proceed", "come", "move", "seem", "appear", "set"})
# "Is able to show that", "is inclined to think that".
_READY = frozenset(
    {"able", "ready", "willing", "inclined", "quick", "keen", "careful", "tempted", "prepared"}
    | {"correct", "justified", "mistaken", "right", "wrong"}
)


@dataclass(frozen=True, slots=True)
class Role:
    """The part that a name plays.

    `name`: subject (of a verb), agent (after a passive "by"), owner (possessive), per ("according to
    X"), clause ("as X notes"), relative ("X, who sees …"), likened ("says, like X, that …"), followed
    ("following X, says that …"), compared, leaned_on, eponym ("X's law"), presented ("the first is X"),
    object, of, in, oblique, bracket (stands in brackets) or
    other. `cue`: the reporting word that the name is the source of. `governor`: the word it depends on.
    """

    name: str
    head: Token | None = None
    governor: Token | None = None
    cue_token: Token | None = None
    cue: Cue | None = None
    main: bool = False
    """The cue is the sentence's main verb, or hangs on it by coordination."""


def find_role(parsed: ParsedSentence, name: Span) -> Role:
    """The role of the name that stands at `name`, a stretch of the document.

    A coordinated name ("Lee and Shen", "both A and B") plays the part of the first of its row.
    """
    tokens = parsed.tokens_in(name)
    if not tokens:
        return Role("bracket")
    inside = {token.i for token in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])
    if (verb := _stranded_verb(head)) is not None:
        return _with_cue("subject", head, verb)
    for _ in range(4):  # names in a row, and names that stand beside what they explain
        if head.dep_ in ("conj", "appos") and head.head.pos_ in ("PROPN", "NOUN", "PRON", "X"):
            head = head.head
        else:
            break
    return role_of(head)


def _stranded_verb(name: Token) -> Token | None:
    """ "… and X, following Y, assumes that …": the verb behind the commas, where the parser has put the name
    in a row with a noun before and left the verb without a subject."""
    doc, behind = name.doc, name.i + 1
    joined = name.dep_ == "conj" and name.i > 0 and doc[name.i - 1].dep_ == "cc"
    if not joined or doc[behind : behind + 1].text != ",":
        return None
    verb = next((token for token in doc[behind:] if token.tag_ in FINITE and token.dep_ == "conj"), None)
    if verb is None or doc[verb.i - 1].text != "," or verb.head.i > name.i:
        return None
    bare = not any(child.dep_ in SUBJECT for child in verb.children)
    return verb if bare and find_cue(verb.lemma_, "VERB") else None


def role_of(head: Token) -> Role:
    """The role of a word that stands for a source: a name, "he", "the authors", "I"."""
    if head.dep_ in SUBJECT:
        return _of_subject(head)
    relatives = _relative_clauses(head)
    reporting = next((verb for verb in relatives if find_cue(verb.lemma_, "VERB")), None)
    if reporting is not None:
        # "in contrast to X, who sees …"
        return Role("relative", head, reporting, reporting, find_cue(reporting.lemma_, "VERB"))
    role = _of_other(head)
    if relatives and role.cue is None and role.name in _PASSING:
        # "the first test is that of X, who set …", "it begins with X, whose model has …"
        return Role("relative", head, relatives[0])
    return role


def _of_subject(head: Token) -> Role:
    governor = head.head
    if head.dep_ == "nsubjpass" and (said := _held_to_say(governor)) is not None:
        cue = find_cue(said.lemma_, "VERB" if said.pos_ == "VERB" else "NOUN")
        return Role("subject", head, governor, said, cue, is_main(governor))
    if head.dep_ == "nsubjpass" and find_cue(governor.lemma_, "VERB"):
        return Role("object", head, governor)  # "X has been criticised for …"
    return _with_cue("clause" if _is_as_clause(governor) else "subject", head, governor)


def _held_to_say(verb: Token) -> Token | None:
    """ "is credited with the view that", "has been read as claiming that": the word for what they say."""
    for preposition in verb.rights:
        if preposition.dep_ != "prep":
            continue
        for child in preposition.rights:
            if child.dep_ == "pcomp" and preposition.lower_ == "as" and clause_behind(child):
                return child if find_cue(child.lemma_, "VERB") else None
            named = child.dep_ == "pobj" and preposition.lower_ in ("for", "with")
            if named and find_cue(child.lemma_, "NOUN") and clause_of_noun(child):
                return child
    return None


def _of_other(head: Token) -> Role:
    governor = head.head
    if governor.lower_ == "following" and _opens_phrase(governor):
        return _followed(head, governor)
    if head.dep_ in ("nmod", "compound") and _is_misread_verb(governor):
        return _with_cue("clause" if _is_as_clause(governor) else "subject", head, governor)
    if head.dep_ == "poss" or (head.dep_ in ("nmod", "compound") and governor.pos_ in ("NOUN", "PROPN")):
        return _owner(head, governor)
    if head.dep_ == "pobj":
        return _after_preposition(head, governor)
    if (verb := _cleft_verb(head)) is not None:
        return _with_cue("subject", head, verb)
    if head.dep_ == "attr":
        return Role("presented", head, governor)  # "the closest work is X (2009)"
    if head.dep_ in ("dobj", "iobj", "oprd", "dative"):
        return Role("object", head, governor)
    if head.dep_ == "ROOT" and (verb := _shared_verb(head)) is not None:
        return _with_cue("subject", head, verb)
    if head.dep_ == "ROOT":
        return _with_cue("other", head, _right_verb(head) or head)
    return Role("other", head, governor)


def _followed(head: Token, following: Token) -> Role:
    """ "Following X, Y argues that …": what is then said is X's claim, and that of whoever says it."""
    before = following.doc[max(following.i - 2, 0)]
    verb = _stranded_verb(before) or following.head
    cue = find_cue(verb.lemma_, "VERB") if verb.pos_ == "VERB" and clause_behind(verb) else None
    return Role("followed", head, following, verb if cue else None, cue)


def _relative_clauses(head: Token) -> list[Token]:
    """The verbs of the clauses that say what is named does: "X, who …", "X, a …, whose …"."""
    places = [head, *(child for child in head.rights if child.dep_ == "appos")]
    verbs = (child for place in places for child in place.rights if child.dep_ == "relcl")
    return [verb for verb in verbs if any(t.lower_ in _RELATIVE for t in verb.subtree if t.i < verb.i)]


def _cleft_verb(head: Token) -> Token | None:
    """ "It was X who proposed …"."""
    verb = head.head
    if head.dep_ != "attr" or verb.lemma_ != "be" or not any(t.lower_ == "it" for t in verb.lefts):
        return None
    who = next((t for t in verb.doc[head.i + 1 : verb.sent.end] if t.lower_ == "who"), None)
    return who.head if who is not None and who.dep_ in SUBJECT else None


def _is_misread_verb(governor: Token) -> bool:
    """ "As X notes, …", "…, X maintains, …": a reporting verb that the parser took for a noun."""
    root = governor.dep_ == "ROOT" and not any(t.dep_ in ("det", "poss", "amod") for t in governor.lefts)
    misread = governor.pos_ == "VERB" or root or any(t.dep_ == "mark" for t in governor.lefts)
    return misread and find_cue(governor.lemma_, "VERB") is not None


def _shared_verb(name: Token) -> Token | None:
    """ "X and, later, Y insist that …": the verb of which the parser has made Y alone the subject."""
    joined = any(child.dep_ == "cc" and child.lower_ == "and" for child in name.rights)
    verbs = (
        (child for child in name.rights if child.dep_ == "conj" and child.tag_ in FINITE) if joined else ()
    )
    return next((v for v in verbs if any(t.dep_ == "nsubj" and t.pos_ == "PROPN" for t in v.lefts)), None)


def _right_verb(head: Token) -> Token | None:
    """The verb of a relative clause or of a misparsed clause that hangs on the name."""
    return next((child for child in head.rights if child.pos_ == "VERB"), None)


def _is_as_clause(verb: Token) -> bool:
    """ "As X notes, …": the clause itself is what "as" introduces."""
    return verb.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ == "as" for t in verb.lefts)


def _with_cue(name: str, head: Token, verb: Token) -> Role:
    """Find the reporting verb of a subject, also behind "seems to" or "goes on to"."""
    chain = [verb]
    while True:
        further = next((c for c in chain[-1].rights if _is_further(c)), _pioneered(chain[-1]))
        if further is None or len(chain) > 3:
            break
        chain.append(further)
    for candidate in chain:
        cue = find_cue("show" if made_clear(candidate) else candidate.lemma_, "VERB")
        announced = noun_behind(candidate) if candidate.lemma_ in LIGHT else None
        if announced is not None:
            # "makes the point that", "draws the conclusion that"
            noun = announced.noun
            return Role(name, head, verb, noun, find_cue(noun.lemma_, "NOUN"), is_main(verb))
        if cue and cue.kind == "study":
            # "examines X and concludes that Y", "asks whether X and answers that Y"
            further = next((v for v in coordinated(candidate, head) if _vouches(v)), candidate)
            return Role(name, head, verb, further, find_cue(further.lemma_, "VERB"), is_main(verb))
        if cue:
            return Role(name, head, verb, candidate, cue, is_main(verb))
    return Role(name, head, verb, None, None, is_main(verb))


def _vouches(verb: Token) -> bool:
    cue = find_cue(verb.lemma_, "VERB")
    return cue is not None and cue.kind != "study"


def _is_further(verb: Token) -> bool:
    """The verb that an infinitive leads to: "seems to argue", "goes on to argue"."""
    aim = verb.dep_ == "advcl" and verb.tag_ == "VB" and verb.head.lemma_.lower() in _LEADING
    ready = (
        verb.dep_ == "acomp"
        and verb.lower_ in _READY
        and any(child.dep_ == "xcomp" and clause_behind(child) for child in verb.rights)
    )
    return ready or (verb.pos_ == "VERB" and (verb.dep_ == "xcomp" or aim))


def _pioneered(verb: Token) -> Token | None:
    """ "was the first to show that", "is a study that finds that": the verb of what they did."""
    if verb.lemma_ != "be":
        return None
    does = (
        t for t in verb.subtree if t.i > verb.i and t.dep_ in ("relcl", "advcl", "acl") and clause_behind(t)
    )
    first = next((t for t in does if find_cue(t.lemma_, "VERB")), None)
    if first is None:
        return None
    among = any(t.lower_ in _PIONEERS for t in verb.doc[verb.i : first.i])
    return first if among or first.head.lower_ in markers_of("own_text") else None


_PIONEERS = frozenset({"earliest", "few", "first", "last", "one", "only"})


def is_main(verb: Token) -> bool:
    """True for the root and the verbs coordinated with it."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _owner(head: Token, governor: Token) -> Role:
    """ "X's argument", "X's study of …"."""
    if governor.lemma_.lower() in _OTHER_PEOPLE:
        return Role("compared", head, governor)  # what X's critics say is not X's
    cue = find_cue(governor.lemma_, "NOUN")
    main = governor.dep_ in SUBJECT and is_main(governor.head)
    words = governor.lower_ in _WORDING  # "in X's words", "to borrow X's phrase"
    if governor.dep_ == "nsubjpass" and not clause_of_noun(governor):
        done = find_cue(governor.head.lemma_, "VERB")
        if done is not None and done.kind in ("deny", "study"):
            return Role("object", head, governor.head)  # "X's results were challenged by Y"
    if _is_according(governor) or ((cue or words) and adverbial_of(governor) is not None):
        return Role("per", head, governor, governor, cue)
    if governor.dep_ == "pobj" and governor.head.lower_ in _COMPARING | {"with", "to"}:
        return Role("compared", head, governor, governor if cue else None, cue)
    speaks = cue.kind in ("study", "frame") if cue else is_eponymous(governor)
    if speaks and governor.dep_ == "nsubj":
        # "X's work suggests that", "X's law states that", "a study by X looks at A and finds that"
        does = (governor.head, *coordinated(governor.head, governor))
        verb = next((verb for verb in does if _vouches(verb)), None)
        if verb is not None:
            return Role("owner", head, governor, verb, find_cue(verb.lemma_, "VERB"), main)
    return Role("owner", head, governor, governor if cue else None, cue, main)


_WORDING = frozenset(
    {"expression", "eyes", "formulation", "mind", "phrase", "phrasing", "term", "terms", "words"}
)


def _is_according(noun: Token) -> bool:
    """ "according to X's review"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lower_ == "according"


def is_eponymous(noun: Token) -> bool:
    """ "Zipf's law": called by somebody's name."""
    return noun.lower_ in markers_of("eponym")


def _after_preposition(head: Token, preposition: Token) -> Role:
    governor = preposition.head
    word = preposition.lower_
    if word == "to" and governor.lower_ in ("according", "contrast", "opposition", "response", "reply"):
        return Role("per" if governor.lower_ == "according" else "compared", head, governor)
    if preposition.dep_ == "agent" or (word == "by" and governor.pos_ in ("VERB", "AUX")):
        cue = find_cue(governor.lemma_, "VERB")
        announced = find_cue(governor.head.lemma_, "NOUN") if governor.dep_ == "acl" else None
        if cue is None and announced and clause_of_noun(governor.head):
            # "an objection, pressed by X, that …"
            return Role("owner", head, governor.head, governor.head, announced)
        brought = governor.head
        given = cue is None or cue.kind == "study"
        if given and governor.dep_ == "acl" and brought.dep_ == "nsubj" and _says_that(brought.head):
            # "the evidence collected by X suggests that …"
            verb = brought.head
            return Role("owner", head, brought, verb, find_cue(verb.lemma_, "VERB"), is_main(verb))
        # "as discussed by X, P" says P as much as "as X discusses, P"
        name = "clause" if cue and _stands_behind_as(governor) else "agent"
        return Role(name, head, governor, governor if cue else None, cue, is_main(governor))
    named = _named_by(preposition)
    if named is not None:
        return Role("agent", head, named, named, find_cue("call", "VERB"), is_main(named))
    amidst = preposition.left_edge.i > 0 and is_set_off(preposition, ends=",.")  # ", for X,"
    if word in _PER and (preposition.i == preposition.sent.start or amidst):
        return Role("per", head, governor)
    if word == "to" and preposition.i == preposition.sent.start and _is_followed(head):
        return Role("per", head, governor)  # "To X, P", "To X it was P"
    if word == "with" and (governor.lemma_.lower() in _AGREEING or _says_that(governor)):
        # "agrees with X that", "concludes with X that": what follows is X's claim too.
        return _with_cue("likened", head, governor)
    if word == "like" and governor.pos_ == "VERB" and preposition.i > governor.i:
        # "implies, like X, that …": what follows is X's claim too.
        return _with_cue("likened", head, governor)
    such_as = word == "as" and preposition.i and preposition.nbor(-1).lower_ == "such"
    if (such_as or (word == "like" and preposition.i == governor.i + 1)) and governor.dep_ in SUBJECT:
        # "critics such as X maintain", "studies like X show"
        return _with_cue("subject", head, governor.head)
    if word in _COMPARING:
        return Role("compared", head, governor)
    if governor.lemma_.lower() in _LEANING:
        return Role("leaned_on", head, governor)
    if word in ("of", "by") and governor.pos_ == "NOUN":
        owner = _owner(head, governor)
        if owner.name == "per":
            return owner
        return Role("of", head, governor, owner.cue_token, owner.cue, owner.main)
    if word == "in":
        return Role("in", head, governor, *_proposed_in(governor))
    return Role("oblique", head, governor)


def brings_in(role: Role) -> bool:
    """ "The reply came from X", "the best-known study is that of X": whom the text goes on with."""
    if role.name != "oblique" or role.head is None or role.governor is None:
        return False
    preposition, governor = role.head.head.lower_, role.governor
    if preposition == "of":
        return governor.lower_ in ("that", "those") and governor.dep_ == "attr"
    come = preposition == "from" and governor.lemma_ in _COMING and governor.tag_ in FINITE
    subjects = (child for child in governor.children if child.dep_ in SUBJECT)
    return come and any(find_cue(subject.lemma_, "NOUN") is not None for subject in subjects)


_COMING = frozenset({"come", "stem", "originate", "derive"})


def _says_that(verb: Token) -> bool:
    cue = find_cue(verb.lemma_, "VERB") if verb.pos_ == "VERB" else None
    return cue is not None and cue.kind in ("assert", "show", "suggest") and bool(clause_behind(verb))


def _named_by(preposition: Token) -> Token | None:
    """ "is referred to as the P by X": the verb of a passive that tells what something is called."""
    if preposition.lower_ != "by":
        return None
    verb = next((t for t in preposition.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > preposition.i or verb.lemma_ not in _NAMING:
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    return verb if passive and any(child.lower_ == "as" for child in verb.rights) else None


_NAMING = frozenset({"refer", "know", "describe", "define", "label", "term"})


def _stands_behind_as(participle: Token) -> bool:
    before = participle.doc[max(participle.i - 2, 0) : participle.i]  # "as recently discussed by"
    behind = next((at for at, token in enumerate(before) if token.lower_ == "as"), None)
    return behind is not None and all(token.pos_ == "ADV" for token in before[behind + 1 :])


def _opens_phrase(word: Token) -> bool:
    """True at the beginning of the sentence, and behind a comma."""
    return word.i == word.sent.start or word.doc[word.i - 1].text in ",;("


def _is_followed(name: Token) -> bool:
    """A comma or a pronoun stands behind the name: the sentence proper begins."""
    behind = name.doc[name.right_edge.i + 1 : name.right_edge.i + 2]
    return any(token.lower_ in _BEGINS for token in behind)


def _proposed_in(governor: Token) -> tuple[Token | None, Cue | None]:
    """ "the model introduced in X (1995)": the participle is the cue."""
    cue = find_cue(governor.lemma_, "VERB") if governor.pos_ == "VERB" else None
    return (governor if cue else None), cue
