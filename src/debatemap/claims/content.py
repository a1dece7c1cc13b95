"""What is claimed: the content that belongs to a cue, as spans of the document.

The decomposition into cue, source and content is that of Pareti (2015), "Attribution: A
computational approach", and of PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from debatemap.claims.cues import Cue, find_cue
from debatemap.claims.insertions import find_insertion
from debatemap.claims.markers import HE_OR_THEY
from debatemap.claims.nouns import (
    LIGHT,
    adverbial_of,
    clause_of_noun,
    is_inquiry,
    is_none,
    noun_behind,
    object_of_noun,
)
from debatemap.claims.parsing import SUBJECT, ParsedSentence, half_of
from debatemap.claims.reports import Content, Report
from debatemap.claims.roles import Role
from debatemap.claims.verbs import (
    behind_colon,
    clause_around,
    clause_behind,
    coordinated,
    cue_of,
    is_negated,
    participles,
    phrase_behind,
    states,
)
from debatemap.model import Span


def find_contents(parsed: ParsedSentence, role: Role, source: Span | None) -> Iterator[Content]:
    """The attributions that a source makes in a parsed sentence; `role` is its part in it.

    "acknowledges X, but warns Y" gives two. Nothing is given where no cue is found; the caller then
    takes the sentence as a whole.
    """
    report = Report(parsed, source, role.head)
    head = role.head
    if role.cue_token is not None and _is_asked_for(role.cue_token):
        yield from _contrary(report, role.cue_token)
        return
    inserted = find_insertion(head) if head is not None else None
    if inserted is not None:
        kept = [t for t in half_of(inserted.cue) if t.i not in inserted.places and not t.is_space]
        yield from report.alone(kept, inserted.cue)
        return
    if head is not None and (role.name == "per" or (role.name == "followed" and role.cue is None)):
        adverbial = adverbial_of(role.cue_token) if role.cue_token is not None else head.head
        if adverbial is not None:
            yield from _without(report, adverbial, cue=_noun_as_cue(role.cue_token, adverbial))
    elif role.name in ("owner", "of", "oblique", "in") and role.governor is not None:
        yield from _of_noun(report, role)
    elif role.name == "subject" and _only_sets_time(role):
        return
    elif role.cue_token is not None and role.cue is not None and role.cue.pos == "verb":
        if role.name == "clause":
            yield from _without(report, role.cue_token)
        elif role.name == "agent":
            yield from _of_passive(report, role.cue_token)
        else:
            yield from _of_verbs(report, role.cue_token, role.governor or role.cue_token)
    elif role.name == "subject" and role.governor is not None:
        yield from _without_cue(report, role.governor)


def _only_sets_time(role: Role) -> bool:
    """ "When X followed a larger sample, …": what is found stands in the main clause."""
    verb = role.governor
    return (
        verb is not None
        and verb.dep_ == "advcl"
        and not clause_behind(role.cue_token or verb)
        and any(child.lower_ in ("when", "after", "once") for child in verb.lefts)
    )


def _of_verbs(report: Report, cue: Token, top: Token) -> Iterator[Content]:
    """The reports of a verb, of those joined to it, and of the participles that hang on them."""
    joined = list(coordinated(top, report.token))
    hanging = list(participles(top))
    first = top if cue in joined else cue
    means = any(verb.dep_ == "pcomp" for verb in hanging) and not clause_behind(first)
    for verb in joined if means else [first, *joined]:  # "replies to Y by arguing that …"
        main = top if verb is first else verb
        clause = clause_around(main, apart=[t for t in (*joined, *hanging) if t != main])
        yield from _of_verb(report, verb, _from_source(clause, main, report.token), main)
    for verb in [*_leading(top, report.token), *hanging]:
        yield from _of_verb(report, verb, list(verb.subtree), verb)


def _leading(verb: Token, source: Token | None) -> list[Token]:
    """The participle in "Arguing that …, X …" where the parser takes it for the main verb."""
    first = verb.head
    if source is None or verb.dep_ != "ccomp" or not first.i < source.i or not first.tag_.startswith("VB"):
        return []
    return [first] if first.tag_ in ("VBG", "VBN") and first.doc[source.i - 1].text == "," else []


def _from_source(clause: list[Token] | None, verb: Token, source: Token | None) -> list[Token] | None:
    """The clause without what such a participle governs."""
    if clause is None or source is None or not _leading(verb, source):
        return clause
    return [token for token in clause if token.i >= source.i]


def _of_verb(report: Report, cue: Token, clause: list[Token] | None, top: Token) -> Iterator[Content]:
    entry = cue_of(cue)
    quoted = behind_colon(cue)
    denied = (entry is not None and entry.kind == "deny") != (
        is_negated(cue) or (top != cue and is_negated(top))
    )
    tokens = _before_source(clause_behind(cue), report.token)
    if tokens and states(tokens):
        yield from report.alone(_with_second_half(tokens), cue, denied=denied, clause=clause)
        return
    if tokens:
        yield from report.within(tokens, cue, clause, denied=denied)
        return
    if quoted and not denied:
        yield from report.alone(quoted, cue)
        return
    noun = noun_behind(cue)
    if noun is not None and not is_inquiry(cue):
        turned = denied != noun.denies
        yield from report.alone(noun.clause, noun.noun, denied=turned, clause=clause)
        return
    tokens = phrase_behind(cue)
    if tokens:
        yield from report.within(tokens, cue, clause, denied=denied)
    elif cue.dep_ in ("ccomp", "advcl", "parataxis", "ROOT"):
        # "…, X argues, …": the clause around the cue is the content.
        yield from _without(report, cue)


def _before_source(tokens: list[Token], source: Token | None) -> list[Token]:
    """ "Arguing that …, X …": the parser may run on into the clause of the source itself."""
    if source is None or source not in tokens or source.i <= tokens[0].i:
        return tokens
    comma = next((t.i for t in reversed(tokens) if t.i < source.i and t.text == ","), source.i)
    return [token for token in tokens if token.i < comma]


def _with_second_half(tokens: list[Token]) -> list[Token]:
    """The clause with what follows a semicolon, when that names no source of its own, or a colon."""
    rest = list(tokens[-1].doc[tokens[-1].i + 1 : half_of(tokens[-1]).end])
    sign = rest[0].text if len(rest) > 1 else ""
    if sign == ";" and not any(_is_source(t) for t in rest):
        return [*tokens, *rest]
    if sign == ":" and not any(t.dep_ in SUBJECT and _is_source(t) and cue_of(t.head) for t in rest):
        return [*tokens, *rest]
    return tokens


def _is_source(token: Token) -> bool:
    again = token.lower_ in HE_OR_THEY and token.dep_ in SUBJECT and cue_of(token.head) is not None
    return token.pos_ == "PROPN" or again


def _of_passive(report: Report, cue: Token) -> Iterator[Content]:
    """ "it was shown by X that …", "the view that … was defended by X", "… is described by X as …"."""
    denied = _is_denial(cue_of(cue)) != is_negated(cue)
    if any(t.dep_ == "mark" and t.lower_ == "as" for t in cue.lefts):
        yield from _without(report, cue)
        return
    tokens = clause_behind(cue)
    if tokens:
        yield from report.alone(tokens, cue, denied=denied)
        return
    subject = next((child for child in cue.lefts if child.dep_ in SUBJECT), None)
    if subject is not None and subject.dep_.startswith("csubj"):
        yield from report.alone(list(subject.subtree), cue, denied=denied)
        return
    thing = cue.head if subject is None and cue.dep_ == "acl" else subject
    if thing is None:
        return
    clause = clause_of_noun(thing)
    if clause and find_cue(thing.lemma_, "NOUN"):
        yield from report.alone(clause, thing, denied=denied)
        return
    by = [child for child in cue.rights if child.dep_ == "agent"]
    if report.token is not None and report.token.dep_ == "pobj":
        by.append(report.token.head)  # "is referred to as Y by X"
    own = {part.i for child in by for part in child.subtree}
    rest = [t for child in cue.rights if child.dep_ in ("prep", "xcomp", "oprd") for t in child.subtree]
    named = list(thing.subtree) if thing == subject else [t for t in thing.subtree if t.i < cue.i]
    yield from report.within([t for t in [*named, *rest] if t.i not in own], cue, None, denied=denied)


def _of_noun(report: Report, role: Role) -> Iterator[Content]:
    """ "X's claim that …", "X's study shows that …", "in X's view, …", "X's critique of …"."""
    noun = role.governor
    if noun is None:
        return
    entry = find_cue(noun.lemma_, "NOUN")
    clause = clause_of_noun(noun) if entry else []
    if clause and report.token is not None and report.token.dep_ == "pobj" and report.token.head in clause:
        clause = [t for t in clause if t not in [*report.token.head.subtree]]  # "the claim that … by X"
    if clause:
        yield from report.alone(clause, noun, denied=_is_denial(entry) != is_none(noun))
        return
    verb = noun.head if noun.dep_ in SUBJECT else None
    if verb is not None:
        behind = clause_behind(verb)
        if behind and verb.lemma_ == "be" and entry:
            yield from report.alone(behind, noun, denied=_is_denial(entry))
            return
        # "a study by X looks at A and finds that P"
        for says in (verb, *coordinated(verb, noun)):
            if cue_of(says) and clause_behind(says):
                yield from _of_verbs(Report(report.parsed, report.source, noun), says, says)
                return
    if entry:
        yield from report.within(object_of_noun(noun, report.token), noun, None, denied=_is_denial(entry))


def _without_cue(report: Report, top: Token) -> Iterator[Content]:
    """ "X is blunt: '…'", and "X turns to …, arguing that …", where the verb itself reports nothing."""
    if report.token is None:
        return
    quoted = behind_colon(report.token)
    if quoted:
        yield from report.alone(quoted, None)
        return
    # "makes the point that", "is credited with the view that"
    held = top.lemma_ in LIGHT or any(child.dep_ == "auxpass" for child in top.lefts)
    noun = noun_behind(top) if held else None
    if noun is not None:
        yield from report.alone(noun.clause, noun.noun, denied=noun.denies != is_negated(top))
    for verb in [*participles(top), *coordinated(top, report.token)]:
        yield from _of_verb(report, verb, None, verb)


def _without(report: Report, anchor: Token, *, cue: Token | None = None) -> Iterator[Content]:
    """The sentence without the adverbial that names the source ("according to X", "as X notes")."""
    while (
        anchor.dep_ in ("prep", "pcomp")
        and anchor.head.pos_ in ("ADP", "VERB")
        and anchor.head.dep_ == "prep"
    ):
        anchor = anchor.head
    left_out = {token.i for token in anchor.subtree}
    kept = [token for token in half_of(anchor) if token.i not in left_out and not token.is_space]
    yield from report.alone(kept, cue or anchor)


def _noun_as_cue(noun: Token | None, adverbial: Token) -> Token | None:
    """ "view" in "in X's view"; "according to X's study" is told by its first words."""
    return None if adverbial.lower_ == "according" else noun


def _contrary(report: Report, verb: Token) -> Iterator[Content]:
    """ "Contrary to what X claims, …": what X denies, or would."""
    for anchor in verb.ancestors:
        if anchor.lower_ in ("contrary", "unlike", "against"):
            left_out = {token.i for token in anchor.subtree}
            rest = [token for token in half_of(anchor) if token.i not in left_out]
            yield from report.alone(rest, verb, denied=True)


def _is_asked_for(verb: Token) -> bool:
    """ "what X calls …": the clause names a thing."""
    return verb.left_edge.lower_ in ("what", "whatever", "which") and verb.left_edge.dep_ not in SUBJECT


def _is_denial(entry: Cue | None) -> bool:
    return entry is not None and entry.kind == "deny"
