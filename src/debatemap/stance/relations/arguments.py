"""Who stands where in a sentence that marks a relation: its subject's, its object's, its brackets' works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from debatemap.stance.relations.anaphora import POINTING, WORKS, anaphors, meant
from debatemap.stance.relations.scenes import OBJECTS, SUBJECTS, VERBS, Scene, head_of, subject_of, takes_up

_GOVERNED = frozenset({"dobj", "prep", "pobj", "attr", "oprd", "dative", "pcomp", "obl"})
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "csubj"})
_BEFORE = frozenset({"earlier", "previous", "prior", "recent", "other", "existing", "past"})
_PEOPLE = frozenset({"authors", "writers", "critics", "researchers", "scholars"})
# People, and bodies of people, who do not write the literature.
_LAY = frozenset(
    {"patient", "nurse", "pupil", "student", "child", "parent", "adult", "man", "woman", "citizen"}
    | {"resident", "tenant", "landlord", "court", "judge", "king", "queen", "government", "parliament"}
    | {"minister", "party", "official", "firm", "company", "union", "bank", "church", "bishop"}
    | {"respondent", "participant", "family", "informant", "listener", "member", "people", "animal"}
    | {"relative", "governor", "audience", "public"}
)
_LEARNED = frozenset(
    {"author", "writer", "researcher", "reviewer", "commentator", "editor", "investigator", "paper"}
    | {"chapter", "defender", "supporter", "follower", "excavator", "interpreter", "letter", "number"}
    | {"marker", "parameter"}
)
_TURNING = frozenset({"but", "while", "whereas", "although", "though", "because"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with the words of who acts (`agent`) and of what it is done to (`patient`)."""

    verb: Token
    agent: list[Token]
    patient: list[Token]
    passive: bool


def frame_of(verb: Token) -> Frame:
    """The arguments of a verb, turned round where it is passive."""
    by = [child for child in verb.children if child.dep_ == "agent"]
    marked = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)
    joined = verb.dep_ == "conj" and any(child.dep_ == "auxpass" for child in verb.head.children)
    hung = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "acl" else verb
    reduced = bool(by) and not marked and (joined or (verb.tag_ == "VBN" and hung.dep_ in {"acl", "advcl"}))
    governed = [child for child in verb.children if child.dep_ in _GOVERNED or _leads_on(child)]
    governed += [own for child in verb.children if child.dep_ == "ccomp" for own in _subjects(child)]
    if not (marked or reduced):
        patient = [part for child in governed for part in _within(child)]
        return Frame(verb, subject_of(verb), [*patient, *_antecedent(verb, OBJECTS)], passive=False)
    by += [child for child in governed if child.lower_ == "by"]
    if not by:  # "defended against such objections by X": the parser joins it to the noun
        by = [
            part
            for part in verb.subtree
            if part.lower_ == "by" and part.i > verb.i and part.head.dep_ == "pobj"
        ]
    # "Obtained for mammals by X, and for ants by Y".
    joined_by = (part for part in verb.subtree if part.lower_ == "by" and part.head.dep_ == "conj" and by)
    by += [part for part in joined_by if part.head.pos_ not in VERBS and part not in by]
    # What was done by somebody was done to the subject, whatever else is said of it ("used by X in Y").
    governed = [child for child in governed if not (by and child.dep_ == "prep")] + _undergoing(verb)
    patient = [part for child in governed for part in _within(child)] + _antecedent(verb, SUBJECTS)
    if reduced and not joined:
        patient += _described(hung.head, verb) if hung.dep_ == "acl" else subject_of(hung.head)
    return Frame(verb, [part for child in by for part in _within(child)], patient, passive=True)


def is_of_bystanders(frame: Frame) -> bool:
    """ "Farmers objected to the price", "those interviewed by X disputed it", "a minister who contradicted
    them": people whom the works are about."""
    head = head_of(frame.agent)
    if head is not None and head.tag_ in _RELATIVE:
        head = _clause_above(head)
    if head is None:
        return False
    if head.pos_ != "NOUN":
        return head.lower_ == "those" and any(child.dep_ in {"acl", "relcl"} for child in head.children)
    lemma = head.lemma_.lower()
    acting = head.tag_ == "NNS" and lemma.endswith(("er", "or", "ee")) and lemma not in _LEARNED
    return (lemma in _LAY or acting) and not any(child.dep_ == "poss" for child in head.children)


def _leads_on(adverb: Token) -> bool:
    """True for the "counter" of "runs counter to X"."""
    return adverb.dep_ == "advmod" and any(child.dep_ == "prep" for child in adverb.children)


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]


def _undergoing(verb: Token) -> list[Token]:
    """The subject of a passive; where it has none of its own ("was noticed and rejected"), that above."""
    for _ in range(3):
        if found := _subjects(verb):
            return found
        if verb.dep_ not in {"conj", "xcomp"}:
            break
        verb = verb.head
    return []


def _within(word: Token) -> Iterator[Token]:
    """A word and what hangs on it, clauses of their own left out: but "the view that Alder took" is one
    thing."""
    yield word
    for child in word.children:
        apart = child.dep_ in _CLAUSES or (child.dep_ == "conj" and child.pos_ in VERBS)
        made_by = child.dep_ == "acl" and any(part.dep_ == "agent" for part in child.children)
        described = child.dep_ in {"relcl", "acl"} and not made_by
        if not (apart or (described and word.lemma_.lower() not in anaphors())):
            yield from _within(child)


def _antecedent(verb: Token, as_: frozenset[str]) -> list[Token]:
    """What "which" stands for when it is an argument of the verb: "a view which Alder rejects"."""
    parts = [part for child in verb.children for part in (child, *child.children)]
    if not any(part.tag_ in _RELATIVE and part.dep_ in as_ for part in parts):
        return []
    told = _clause_above(verb)
    return _described(told, verb) if told is not None else []


def _described(noun: Token, by: Token) -> list[Token]:
    """A noun without the clause that describes it and holds the word `by`."""
    clauses = [set(child.subtree) for child in noun.children if child.dep_ in {"relcl", "acl"}]
    own = next((clause for clause in clauses if by in clause), set())
    return [part for part in noun.subtree if part not in own]


def named(scene: Scene, tokens: Iterable[Token], *, bare: bool = False) -> list[str]:
    """The works named at the tokens. `bare`: one in brackets counts only behind a view of its own ("the view
    (Birch 2005)"); behind "this view" or "Alder's view" it tells who takes that up."""
    return list(
        dict.fromkeys(
            actor.key
            for actor in scene.actors_in(tokens)
            if not (bare and actor.bracketed and not _closes_view(scene, scene.doc[actor.token]))
        )
    )


def _closes_view(scene: Scene, token: Token) -> bool:
    """True at the end of a view of its own: "the view (Birch 2005)", "the claim that drill helps (Birch)";
    also of "earlier work (Birch 2005)"."""
    return any(
        _is_own_view(scene, noun) and noun.right_edge.i == token.i for noun in (token, *token.ancestors)
    )


def _is_own_view(scene: Scene, noun: Token) -> bool:
    owned = any(child.dep_ == "poss" for child in noun.children)
    of = (part for child in noun.children if child.dep_ == "prep" for part in child.children)
    owned = owned or any(not actor.bracketed for actor in scene.actors_in(of))
    marks = {part.lower_ for part in noun.lefts}
    told = noun.lemma_.lower() in anaphors() or (noun.lemma_.lower() in WORKS and bool(marks & _BEFORE))
    return told and not owned and not marks & POINTING


def speakers(scene: Scene, subject: Sequence[Token], *, bringers: bool = True) -> list[str]:
    """The works that a subject names or means: those named as its head or its owner ("Birch's attack on
    Alder": Birch), else any in it; else whom it takes up; else, of `bringers` too, who brings it forward
    ("Birch obtained data that contradict …")."""
    head = head_of(subject)
    if head is None:
        return []
    if any(token.tag_ in _RELATIVE for token in subject) and (told := _clause_above(head)) is not None:
        return named(scene, _described(told, head)) or (_bringers(scene, told) if bringers else [])
    owners = [child for child in head.children if child.dep_ == "poss"]
    first = [part for own in (head, *owners) for part in _row(own)]
    bare = [actor.key for actor in scene.actors_in(first) if not actor.bracketed]
    found = list(dict.fromkeys(bare)) or named(scene, subject) or meant(scene, subject)
    return found or (_bringers(scene, head) if bringers else [])


def _bringers(scene: Scene, thing: Token) -> list[str]:
    """Who is said to bring a thing forward: the subject of the verb that governs it."""
    while thing.dep_ in {"dobj", "pobj", "prep", "conj", "appos"} and thing.pos_ not in VERBS:
        thing = thing.head
        if thing.pos_ in VERBS:
            return named(scene, subject_of(thing))
    return []


def _clause_above(word: Token) -> Token | None:
    """What the relative clause describes in which a word stands."""
    for _ in range(4):
        if word.dep_ == "relcl":
            return word.head
        word = word.head
    return None


def _row(token: Token) -> list[Token]:
    """A token and what is joined to it ("Birch and Cedar"), with the parts of names."""
    row = [token, *(child for child in token.children if child.dep_ in {"compound", "appos", "flat"})]
    for child in token.children:
        if child.dep_ == "conj":
            row += _row(child)
    return row


def in_brackets(scene: Scene, after: Token, others: Sequence[str]) -> list[str]:
    """The works in brackets behind a token, in its clause: whose finding it is when nobody is named."""
    turned = (
        token.i for token in scene.doc[after.i :] if token.lower_ in _TURNING and not _of_follows(token)
    )
    end = next(turned, len(scene.doc))
    keys = (
        actor.key
        for actor in scene.actors
        if actor.bracketed and after.i <= actor.token < end and actor.opener != "for"  # "for a review, see X"
    )
    return list(dict.fromkeys(key for key in keys if key not in others))


def _of_follows(word: Token) -> bool:
    """ "Because of": it opens no clause."""
    return [token.lower_ for token in word.doc[word.i + 1 : word.i + 2]] == ["of"]


def reporters(scene: Scene, targets: Sequence[str], said: Token) -> list[str]:
    """Who says it of the targets: whose claim the sentence conveys, unless the main clause says it and they
    are named behind it only; else the author."""
    later = {actor.key for actor in scene.actors if actor.token > said.i and not actor.bracketed}
    later -= {actor.key for actor in scene.actors if actor.token < said.i}
    others = {*targets, "self", *(later if said.dep_ == "ROOT" else ())}
    found = [holder for holder in scene.holders if holder not in others][:1]
    if not found and (told := _teller(said)) is not None:
        return [key for key in meant(scene, told) if key not in targets]  # "They reply that X overlooks it"
    return found or ["self"]


def _teller(said: Token) -> list[Token] | None:
    """The subject of the verb that tells what stands in its clause: "they" of "They reply that X errs"."""
    for above in said.ancestors:
        if above.pos_ in VERBS and any(
            child.dep_ == "ccomp" and said in child.subtree for child in above.children
        ):
            subject = subject_of(above)
            if takes_up(subject) or any(token.lower_ in _PEOPLE for token in subject):
                return subject
    return None
