"""What is claimed: the content that belongs to a cue, as spans of the document.

The decomposition into cue, source and content is that of Pareti (2015), "Attribution: A
computational approach", and of PolNeAR (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from debatemap.claims.cues import find_cue
from debatemap.claims.parsing import ParsedSentence
from debatemap.claims.roles import SUBJECT, Role
from debatemap.model import Attribution, Span

_COMPLEMENT = frozenset(
    {"ccomp", "xcomp", "dobj", "acomp", "attr", "oprd", "prep", "dative", "agent", "prt", "pcomp"}
)
# A subordinate clause that grants something before the main clause takes it back.
_CONCEDING = frozenset({"although", "though", "while", "whilst", "despite", "albeit"})
_DENYING = frozenset({"not", "n't", "never", "no", "hardly", "scarcely"})


def find_contents(parsed: ParsedSentence, role: Role) -> Iterator[Attribution]:
    """The attributions that a named or pronominal source makes in a parsed sentence.

    "acknowledges X, but warns Y" gives two. Nothing is given where the cue's content is not a
    clause or phrase of the sentence; the caller then takes the sentence as a whole.
    """
    if role.cue_token is None or role.cue is None:
        if role.name == "per" and role.head is not None:
            yield from _without_adjunct(parsed, role.head.head, role.head)
        return
    cue = role.cue_token
    inserted = _insertion(parsed, role.head, cue) if role.head is not None else None
    if inserted is not None:
        kept = [t for t in parsed.doc if t.i not in inserted and not t.is_space]
        yield _attribution(parsed, kept, cue, role.head)
    elif role.name in ("subject", "clause") and role.cue.pos == "verb":
        yield from _clausal(parsed, cue, role.head)
    elif role.name == "clause":
        yield from _without_adjunct(parsed, cue, role.head)
    elif role.cue.pos == "noun":
        clause = next((c for c in cue.rights if c.dep_ in ("acl", "ccomp") and _is_that_clause(c)), None)
        if clause is not None:
            yield _attribution(parsed, list(clause.subtree), cue, role.head)


def pronoun_role(parsed: ParsedSentence) -> Role | None:
    """The role of a pronoun or "the author(s)" that is the subject of a reporting verb."""
    people = frozenset({"author", "scholar", "writer", "researcher"})
    for token in parsed.doc:
        is_person = token.lower_ in ("he", "she", "they") or (token.lemma_.lower() in people)
        if is_person and token.dep_ in SUBJECT:
            cue = find_cue(token.head.lemma_, token.head.pos_)
            if cue and cue.pos == "verb":
                return Role("subject", token, token.head, token.head, cue, main=True)
    return None


def _clausal(parsed: ParsedSentence, cue: Token, source: Token | None) -> Iterator[Attribution]:
    """The complement of a reporting verb, and those of the verbs coordinated with it."""
    if cue.dep_ in ("advcl", "parataxis") and not _complement(cue):
        yield from _without_adjunct(parsed, cue, source)
        return
    found = False
    for verb in [cue, *(c for c in cue.conjuncts if c.i > cue.i and _shares_subject(c, source))]:
        entry = find_cue(verb.lemma_, verb.pos_)
        tokens = _complement(verb)
        if entry is None or (verb is not cue and not tokens):
            continue
        if tokens and _is_clausal(verb):
            found = True
            yield _attribution(parsed, tokens, verb, source)
    if not found and cue.dep_ == "ccomp" and not _complement(cue):
        # "…, Franceschini argues, …": the clause around the cue is the content.
        yield from _without_adjunct(parsed, cue, source)


def _insertion(parsed: ParsedSentence, source: Token, cue: Token) -> range | None:
    """The tokens of ", X argues," in the midst of what X argues, or of ", X argues." at its end.

    Told by the commas, since such insertions derail the parse.
    """
    first, last = source.i, cue.i
    if not first < last <= first + 3 or first == 0 or parsed.doc[first - 1].text != ",":
        return None
    after = parsed.doc[last + 1].text if last + 1 < len(parsed.doc) else "."
    if after not in (",", ".", ":", ";"):
        return None
    return range(first - 1, last + (2 if after == "," else 1))


def _shares_subject(verb: Token, source: Token | None) -> bool:
    """No subject of its own, or a pronoun that takes the source up ("A denies …, and he rejects …")."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECT]
    return not own or (source is not None and own[0].lower_ in ("he", "she", "they"))


def _complement(verb: Token) -> list[Token]:
    """The tokens to the right that the verb governs, coordinated reporting verbs left out."""
    tokens: list[Token] = []
    for child in verb.rights:
        if (
            child.dep_ in _COMPLEMENT
            or (child.dep_ == "advcl" and tokens)
            or (child.dep_ == "conj" and find_cue(child.lemma_, child.pos_) is None and tokens)
        ):
            tokens.extend(child.subtree)
    return sorted((t for t in tokens if not t.is_space), key=lambda token: token.i)


def _is_clausal(verb: Token) -> bool:
    """The complement says something by itself: it has a subject and a verb."""
    return any(
        child.dep_ == "ccomp" and any(c.dep_ in (*SUBJECT, "expl") for c in child.lefts)
        for child in verb.rights
    )


def _is_that_clause(token: Token) -> bool:
    return any(t.lower_ in ("that", "whether") for t in token.lefts) or token.dep_ == "ccomp"


def _without_adjunct(parsed: ParsedSentence, anchor: Token, source: Token | None) -> Iterator[Attribution]:
    """The sentence without the adverbial that names the source ("according to X", "as X notes")."""
    while (
        anchor.dep_ in ("prep", "pcomp")
        and anchor.head.pos_ in ("ADP", "VERB")
        and anchor.head.dep_ == "prep"
    ):
        anchor = anchor.head
    left_out = {token.i for token in anchor.subtree}
    kept = [token for token in parsed.doc if token.i not in left_out and not token.is_space]
    if any(token.is_alpha for token in kept):
        yield _attribution(parsed, kept, anchor, source)


def _attribution(
    parsed: ParsedSentence, tokens: list[Token], cue: Token, source: Token | None
) -> Attribution:
    entry = find_cue(cue.lemma_, cue.pos_)
    negated = any(child.lower_ in _DENYING for child in cue.children)
    denies = entry is not None and entry.kind == "deny"
    concedes = (entry is not None and entry.kind == "concede") or _is_conceding(cue)
    return Attribution(
        content=tuple(_runs(parsed, tokens)),
        cue=parsed.where(cue),
        source=parsed.where(source) if source is not None else None,
        cue_lemma=cue.lemma_.lower(),
        denied=denies != negated,
        concession=concedes,
    )


def _is_conceding(cue: Token) -> bool:
    return cue.dep_ == "advcl" and any(t.dep_ == "mark" and t.lower_ in _CONCEDING for t in cue.lefts)


def _runs(parsed: ParsedSentence, tokens: list[Token]) -> Iterator[Span]:
    """Stretches of neighbouring tokens, punctuation at their ends left out."""
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (not run or token.i == run[-1].i + 1):
            run.append(token)
            continue
        while run and run[0].is_punct and run[0].text not in "'\"‘“([`":
            run.pop(0)
        while run and run[-1].is_punct and run[-1].text not in "'\"’”)]":
            run.pop()
        if run:
            yield parsed.cover(run)
        run = [token] if token is not None else []
