"""What a reporting verb governs: its clause or phrase, and those of the verbs that go with it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from debatemap.claims.cues import Cue, find_cue
from debatemap.claims.markers import HE_OR_THEY
from debatemap.claims.parsing import FINITE, RELATIVE, SUBJECT, half_of, is_cited
from debatemap.claims.pieces import is_complementizer

_GOVERNED = frozenset(
    {"xcomp", "dobj", "acomp", "attr", "oprd", "prep", "dative", "prt", "pcomp", "acl", "nmod"}
)
_BEHIND = frozenset({"advcl", "prep", "advmod", "npadvmod", "ccomp", "relcl"})
_MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
_QUOTING = frozenset("'\"‘“`«")
_FULL = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_DENYING = frozenset({"not", "n't", "never", "no", "hardly", "scarcely", "nor", "neither"})
# Clauses that ask, or name a topic: no statement by themselves.
_ASKING = frozenset({"whether", "if", "how", "why", "what", "which", "where", "when", "who", "whose"})


def cue_of(token: Token) -> Cue | None:
    """The reporting verb that a token is, however it is tagged."""
    return find_cue(token.lemma_, "VERB") or find_cue(token.lemma_, token.pos_)


def clause_behind(verb: Token) -> list[Token]:
    """The tokens of the clause that the verb governs, "that" included; empty when there is none.

    A "that" right behind the verb ("that", "us that", "out that", ", on this ground, that") opens
    a clause even where the parser sees none.
    """
    if (that := made_clear(verb)) is not None:
        return [token for token in that.head.subtree if token.i >= that.i]
    child = next((c for c in verb.rights if c.dep_ in ("ccomp", "advcl") and _opens(c)), None)
    if child is not None and (has_finite(child) or _is_relative_question(child)):
        after = (c for c in verb.rights if c.i > child.i and not _is_contrast(c))
        behind = [c for c in after if _goes_on(c, verb) and not is_participle(c)]
        tokens = [*child.subtree]
        for other in behind:
            tokens.extend(other.subtree)
        left_out = {part.i for token in _apart(child, verb) for part in token.subtree}
        return sorted({t for t in tokens if t.i not in left_out}, key=lambda token: token.i)
    return _behind_that(verb)


def made_clear(verb: Token) -> Token | None:
    """The "that" of "makes (it) clear that …"."""
    if verb.lemma_ != "make":
        return None
    plain = next((c for c in verb.rights if c.lower_ in _PLAIN), None)
    behind = verb.doc[plain.i + 1 : plain.i + 5] if plain is not None else ()
    return next((t for t in behind if t.lower_ == "that" and t.tag_ in ("IN", "WDT")), None)


_PLAIN = frozenset({"clear", "evident", "explicit", "obvious", "plain"})


def _goes_on(child: Token, verb: Token) -> bool:
    """What follows the clause and belongs to it: adverbials, ", but that …", and ", but it …", which says
    more of what the clause speaks of."""
    if child.dep_ != "conj":
        return child.dep_ in _BEHIND
    subject = next((t for t in child.lefts if t.dep_ in SUBJECT), None)
    several = any(t.dep_ in SUBJECT and (t.tag_ in _PLURAL or list(t.conjuncts)) for t in verb.lefts)
    they = subject is not None and subject.lower_ == "they" and not several and cue_of(child) is None
    own = any(t.lower_ in ("i", "my", "we", "our") for t in child.subtree)  # "and it is my impression that …"
    it = subject is not None and subject.lower_ == "it" and not own
    return it or they or child.left_edge.lower_ == "that"


_PLURAL = frozenset({"NNS", "NNPS", "PRP"})


def _apart(clause: Token, verb: Token) -> Iterator[Token]:
    """What the parser hangs into a clause though it is no part of it: "and concludes that …" of the same
    subject as the reporting verb, "whereas X thinks that …" of another scholar."""
    for token in clause.subtree:
        if token == clause:
            continue
        relative = token.dep_ == "relcl" and any(t.dep_ in SUBJECT and t.pos_ == "PROPN" for t in token.lefts)
        told = relative or is_joined_astray(token, verb)  # ", which X had refuted", "and concludes that …"
        if _is_contrast(token) or (told and cue_of(token) is not None):
            yield token


def _is_contrast(token: Token) -> bool:
    """ "…, whereas X finds that …": of another scholar, cited, or named with a verb that reports."""
    if token.dep_ != "advcl" or not any(t.lower_ in ("while", "whereas") for t in token.lefts):
        return False
    reports = cue_of(token) is not None
    return any(t.dep_ in SUBJECT and t.pos_ == "PROPN" and (reports or is_cited(t)) for t in token.lefts)


def is_joined_astray(token: Token, verb: Token) -> bool:
    """A reporting verb joined to the verb of the clause, whose form is that of the reporting verb before."""
    alike = token.tag_ == verb.tag_ != token.head.tag_ and token.tag_ in FINITE
    return token.dep_ == "conj" and alike and not has_own_subject(token)


def _opens(child: Token) -> bool:
    """A clause of the verb's own: any complement, and an adverbial one only behind "whether"."""
    return child.dep_ == "ccomp" or (child.dep_ == "advcl" and next(iter(child.subtree)).lower_ == "whether")


def _is_relative_question(child: Token) -> bool:
    return next(iter(child.subtree)).lower_ in _ASKING


def _behind_that(verb: Token) -> list[Token]:
    doc = verb.doc
    limit = verb.i + 1
    for token in doc[verb.i + 1 : verb.i + 12]:
        if token.lower_ == "that" and token.i + 1 < len(doc) and token.nbor(1).tag_ in FINITE:
            continue  # "examples that show"
        opens = is_complementizer(token) or (token.i == limit and _opens_report(verb, token))
        if opens and (token.i == limit or doc[token.i - 1].text in (",", "–", "—") or _short(verb, token)):
            end = min(_end_of_report(verb, token), half_of(verb).end)
            return list(doc[token.i : end])
        if token.pos_ == "VERB" and token.dep_ not in ("acl", "pcomp"):
            break
    return []


def _short(verb: Token, that: Token) -> bool:
    """Only a particle, a pronoun or a name with its preposition stands between."""
    between = verb.doc[verb.i + 1 : that.i]
    led = between[0].dep_ in ("prt", "prep", "dobj", "dative", "advmod", "agent")
    return led and between[-1].pos_ in ("ADP", "ADV", "PRON", "PROPN")


def _opens_report(verb: Token, that: Token) -> bool:
    """A "that" which the parser takes for a determiner, behind a verb that rarely has such an object."""
    cue = cue_of(verb)
    behind = that.doc[that.i + 1 : that.i + 3]
    says = cue is not None and cue.kind in ("assert", "show", "suggest")
    if not says or that.lower_ != "that" or len(behind) < 2 or behind[0].lower_ in ("kind", "sort", "type"):
        return False
    return find_cue(behind[0].lemma_, "NOUN") is None and not behind[1].is_punct


def _end_of_report(verb: Token, that: Token) -> int:
    """Where a clause ends that the parser did not see: before a verb or participle that reports too."""
    doc = verb.doc
    for token in doc[that.i + 1 :]:
        joined = token.dep_ == "cc" or (token.text == "," and token.i + 1 < len(doc))
        if joined and token.i + 1 < len(doc):
            after = next((t for t in doc[token.i + 1 : token.i + 4] if t.pos_ == "VERB"), None)
            if after is not None and cue_of(after) and after.tag_ in (*FINITE, "VBG"):
                return int(token.i)
    return len(doc)


def has_finite(clause: Token) -> bool:
    """The clause says something: a subject and a finite verb (as far as the parser can tell)."""
    subject = any(c.dep_ in (*SUBJECT, "expl") for c in clause.lefts)
    finite = clause.tag_ in FINITE or any(
        c.dep_ in ("aux", "auxpass", "cop") and c.tag_ in FINITE for c in clause.lefts
    )
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)
    # Without "that", what has no finite verb is no clause ("considers this a caricature"), unless the parser
    # has the verb's form wrong.
    marked = any(c.lower_ == "that" for c in clause.lefts)
    verbal = marked or (clause.pos_ == "VERB" and clause.tag_ != "VBN")
    return subject and not infinitive and (finite or (verbal and clause.tag_ != "VBG"))


def states(tokens: list[Token]) -> bool:
    """The clause can be read alone: it does not ask, and is not the topic of an inquiry."""
    words = [token for token in tokens if not token.is_punct]
    full = any(t.pos_ in _FULL and t.lemma_ != "do" for t in words)  # "that it does" is not
    return full and words[0].lower_ not in _ASKING


def phrase_behind(verb: Token) -> list[Token]:
    """The tokens that the verb governs when no clause is among them: objects, "as" and "to be" phrases."""
    tokens: list[Token] = []
    for child in verb.rights:
        infinitive = child.dep_ == "ccomp" or (
            child.dep_ == "advcl" and not is_participle(child) and not tokens
        )
        if child.dep_ in _GOVERNED or infinitive:
            if child.dep_ == "prt":
                continue
            tokens.extend(child.subtree)
    left_out = {part.i for child in verb.rights if is_participle(child) for part in child.subtree}
    return sorted((t for t in tokens if not t.is_space and t.i not in left_out), key=lambda token: token.i)


_ALL_THE_SAME = frozenset({"although", "though", "when", "while", "whilst"})


def is_participle(token: Token) -> bool:
    """ "…, arguing that …", "while conceding that …": a reporting participle with a clause of its own."""
    finite = any(c.tag_ in FINITE for c in token.lefts if c.dep_ in ("aux", "auxpass"))
    marks = _ALL_THE_SAME if token.tag_ == "VBG" else frozenset()
    own = any(c.dep_ in SUBJECT or (c.dep_ == "mark" and c.lower_ not in marks) for c in token.lefts)
    cue = find_cue(token.lemma_, "VERB")
    participle = token.tag_ in ("VBG", "VBN") and not finite and not own
    return participle and cue is not None and cue.kind != "study" and bool(clause_behind(token))


def participles(verb: Token) -> Iterator[Token]:
    """The reporting participles that hang on a verb or its objects, set off by a comma; those of the
    clause that it governs belong to what is claimed."""
    claimed = set(clause_behind(verb))
    for token in verb.subtree:
        if token == verb or token in claimed or token.dep_ not in ("advcl", "acl", "xcomp", "pcomp"):
            continue
        first = min(part.i for part in token.subtree)
        means = token.dep_ == "pcomp" and token.head.lower_ in ("by", "in")  # "replies by arguing that"
        set_off = first == 0 or token.doc[first - 1].text == "," or means
        if set_off and is_participle(token):
            yield token


def coordinated(verb: Token, source: Token | None) -> Iterator[Token]:
    """The reporting verbs joined to this one that have the same subject."""
    for verb_too in verb.conjuncts:
        own = [child for child in verb_too.lefts if child.dep_ in SUBJECT]
        # "A denies …, and he rejects …": a pronoun takes the source up.
        same = not own or (source is not None and _is_again(own[0]))
        if verb_too.i > verb.i and same and cue_of(verb_too):
            yield verb_too
    main = verb.head if verb.dep_ in ("advcl", "ccomp", "parataxis") and verb.head.i > verb.i else None
    if main is not None and cue_of(main) and any(_is_again(child) for child in main.lefts):
        yield main  # "Although X concedes …, she insists …"
    for token in verb.subtree:
        astray = token.i > verb.i and is_joined_astray(token, verb)
        if astray and token not in verb.conjuncts and cue_of(token):
            yield token


def _is_again(subject: Token) -> bool:
    return subject.dep_ == "nsubj" and subject.lower_ in HE_OR_THEY


def has_own_subject(verb: Token) -> bool:
    """It does not share the subject of the verb that it is joined to."""
    return any(child.dep_ in SUBJECT for child in verb.lefts)


def is_negated(verb: Token) -> bool:
    """ "does not believe", "never claims", "no longer holds", "nor does he think", "neither X nor Y claims";
    "does not only argue" is none."""
    nor = verb.dep_ == "conj" and any(c.lower_ == "nor" and c.i < verb.i for c in verb.head.children)
    neither = any(t.lower_ == "neither" for c in verb.lefts if c.dep_ in SUBJECT for t in c.children)
    return nor or neither or any(_denies(child) for child in verb.children)


def _denies(child: Token) -> bool:
    longer = child.lower_ == "longer" and any(c.lower_ == "no" for c in child.lefts)
    only = child.i + 1 < len(child.doc) and child.nbor(1).lower_ in ("only", "just", "merely", "simply")
    return longer or (child.lower_ in _DENYING and not only)


def is_conceded(verb: Token, source: Token | None) -> bool:
    """ "Although X argues that …, he …": granted by the one who then goes on."""
    if verb.dep_ != "advcl" or not any(t.dep_ == "mark" and t.lower_ in _CONCEDING for t in verb.lefts):
        return False
    subjects = [child for child in verb.head.lefts if child.dep_ in SUBJECT]
    return not subjects or subjects[0] == source or subjects[0].lower_ in HE_OR_THEY


_CONCEDING = frozenset({"although", "though", "while", "whilst", "despite", "albeit"})


def clause_around(verb: Token, *, apart: list[Token]) -> list[Token] | None:
    """The tokens of the clause of which `verb` is the head, without what is told `apart`, and without
    what others do in clauses joined to it.

    None where this is the whole sentence.
    """
    left_out = {part.i for token in apart for part in token.subtree}
    for joined in verb.children:
        if joined.dep_ == "conj" and (joined in apart or _is_of_another(joined)):
            left_out |= {part.i for part in joined.subtree}
            left_out |= {t.i for t in verb.children if t.dep_ == "cc" and t.i < joined.i}
        if joined.dep_ == "mark":
            left_out.add(joined.i)
    if verb.dep_ == "ROOT" and not left_out:
        half = half_of(verb)
        return list(half) if len(half) < len(verb.doc) else None
    relative = [t for t in verb.subtree if t.tag_ in RELATIVE and t.head in (verb, *verb.lefts)]
    gap = verb.dep_ == "relcl" and not any(t.dep_ in SUBJECT or t.tag_ == "WRB" for t in relative)
    if gap or any(t.dep_ not in SUBJECT and t.tag_ != "WRB" for t in relative):
        return None  # "which X views as …", "the model X proposes" lack their object
    left_out |= {t.i for t in relative}
    if verb.dep_ == "conj":  # "…, and they predict": the name is put for the pronoun
        left_out |= {t.i for t in verb.lefts if t.dep_ in SUBJECT and t.lower_ in HE_OR_THEY}
    return [token for token in verb.subtree if token.i not in left_out]


def _is_of_another(verb: Token) -> bool:
    """ "… and Y supported it", "…; and in fact there is more"."""
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECT]
    first = min(part.i for part in verb.subtree)
    behind_semicolon = any(t.text == ";" for t in verb.doc[max(0, first - 2) : first])
    named = any(subject.pos_ == "PROPN" for subject in subjects)
    return verb.pos_ in ("VERB", "AUX") and bool(subjects) and (named or behind_semicolon)


def behind_colon(source: Token) -> list[Token]:
    """What stands behind "X puts it this way:", to the end of the sentence: a clause or a quotation."""
    doc = source.doc
    at = next((t.i for t in doc[source.i + 1 : source.i + 10] if t.text == ":"), None)
    if at is None:
        return []
    behind = list(doc[at + 1 : half_of(source).end])
    quoted = bool(behind) and behind[0].text in _QUOTING
    clause = any(t.dep_ in _MAIN and has_finite(t) for t in behind)
    return behind if len(behind) > 2 and (quoted or clause) else []
