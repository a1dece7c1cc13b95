"""Who stands where in a sentence that marks a relation: its subject's, its object's, its brackets' works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from debatemap.stance.relations.scenes import Scene, own_findings, refers_to_self, subject_of, takes_up
from debatemap.stance.words import lexicon, read_table

VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_GOVERNED = frozenset({"dobj", "prep", "pobj", "attr", "oprd", "dative", "pcomp", "obl"})
_OBJECTS = frozenset({"dobj", "pobj", "dative", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "parataxis", "csubj"})
# "Rejects this view", "his model": a noun with one of these is somebody's view that was spoken of.
_POINTING = frozenset(
    {"this", "that", "these", "those", "such", "former", "latter", "both", "either", "neither"}
)
_POSSESSIVES = frozenset({"his", "her", "their"})
_POINTERS = frozenset({"this", "these", "those", "both", "neither", "him", "her", "them"})
_PERSONS = frozenset({"he", "she", "they"})
_WORKS = frozenset(
    {"work", "study", "paper", "book", "article", "research", "result", "data", "evidence", "example", "lead"}
    | {"finding", "report", "literature", "observation"}
)
_WRITINGS = _WORKS | {"writing", "publication", "essay"}
_EARLIER = frozenset({"earlier", "previous", "former", "original", "initial", "prior", "past", "old", "own"})
_BEFORE = frozenset({"earlier", "previous", "prior", "recent", "other", "existing", "past"})
_PEOPLE = frozenset({"authors", "writers", "critics", "researchers", "scholars"})
# People, and bodies of people, who do not write the literature.
_LAY = frozenset(
    {
        "patient",
        "nurse",
        "pupil",
        "student",
        "child",
        "parent",
        "adult",
        "man",
        "woman",
        "citizen",
        "resident",
    }
    | {
        "tenant",
        "landlord",
        "court",
        "judge",
        "king",
        "queen",
        "government",
        "parliament",
        "minister",
        "party",
    }
    | {
        "official",
        "firm",
        "company",
        "union",
        "bank",
        "church",
        "bishop",
        "respondent",
        "participant",
        "family",
    }
    | {"informant", "listener", "member", "people", "animal", "relative", "governor", "audience", "public"}
)
_LEARNED = frozenset(
    {
        "author",
        "writer",
        "researcher",
        "reviewer",
        "commentator",
        "editor",
        "investigator",
        "paper",
        "chapter",
    }
    | {
        "defender",
        "supporter",
        "follower",
        "excavator",
        "interpreter",
        "letter",
        "number",
        "marker",
        "parameter",
    }
)
_GIVING_UP = frozenset(
    {"withdraw", "retract", "recant", "drop", "renounce", "abandon", "relinquish", "disown"}
)
_TRYING = frozenset({"try", "attempt", "seek", "hope", "want", "wish", "aim", "intend", "effort"})
_TURNING = frozenset({"but", "while", "whereas", "although", "though", "because"})
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_LITTLE = frozenset({"no", "little", "few", "scant", "hardly", "nothing"})
# "Fails to confirm", "is unable to replicate".
_FAILING = frozenset({"fail", "refuse", "decline", "unable", "impossible", "hesitate", "difficult", "hard"})


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
        return Frame(verb, subject_of(verb), [*patient, *_antecedent(verb, _OBJECTS)], passive=False)
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
    patient = [part for child in governed for part in _within(child)] + _antecedent(verb, _SUBJECTS)
    if reduced and not joined:
        patient += _described(hung.head, verb) if hung.dep_ == "acl" else subject_of(hung.head)
    return Frame(verb, [part for child in by for part in _within(child)], patient, passive=True)


def is_of_bystanders(frame: Frame) -> bool:
    """ "Farmers objected to the price", "those interviewed by X disputed it", "a minister who contradicted
    them": people whom the works are about."""
    head = _head(frame.agent)
    if head is not None and head.tag_ in _RELATIVE:
        head = _clause_above(head)
    if head is None or head.pos_ != "NOUN":
        described = head is not None and any(child.dep_ in {"acl", "relcl"} for child in head.children)
        return head is not None and head.lower_ == "those" and described
    lemma = head.lemma_.lower()
    owned = any(child.dep_ == "poss" for child in head.children)
    person = lemma in _LAY or (
        head.tag_ == "NNS" and lemma.endswith(("er", "or", "ee")) and lemma not in _LEARNED
    )
    return person and not owned


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
    told = noun.lemma_.lower() in anaphors() or (noun.lemma_.lower() in _WORKS and bool(marks & _BEFORE))
    return told and not owned and not marks & _POINTING


def speakers(scene: Scene, subject: Sequence[Token], *, bringers: bool = True) -> list[str]:
    """The works that a subject names or means: those named as its head or its owner ("Birch's attack on
    Alder": Birch), else any in it; else whom it takes up; else, of `bringers` too, who brings it forward
    ("Birch obtained data that contradict …")."""
    head = _head(subject)
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


def _head(tokens: Sequence[Token]) -> Token | None:
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), None)


def _row(token: Token) -> list[Token]:
    """A token and what is joined to it ("Birch and Cedar"), with the parts of names."""
    row = [token, *(child for child in token.children if child.dep_ in {"compound", "appos", "flat"})]
    for child in token.children:
        if child.dep_ == "conj":
            row += _row(child)
    return row


def meant(scene: Scene, subject: Sequence[Token]) -> list[str]:
    """Whom a subject without a name means: the author of the paper, or who was spoken of."""
    if not subject:
        return []
    if own_findings(scene, subject):
        return ["self"]
    if [token.lower_ for token in subject] == ["both"]:
        return list(scene.before[:2]) if subject[0].head.dep_ in ("ROOT", "conj") else []
    if [token.lower_ for token in subject] == ["they"] and _within_own(subject[0]):
        return []  # "I argue that they matter": things
    if any(token.lower_ == "they" for token in subject):
        before = [actor.key for actor in scene.actors if actor.token < subject[0].i and not actor.bracketed]
        if len(before) > 1:
            return list(dict.fromkeys(before))
    head = _head(subject)
    first = [head, *(child for child in head.children if child.dep_ in {"poss", "det"})] if head else []
    if takes_up(sorted(first, key=lambda token: token.i)):
        # Whom the sentence names only later, a pronoun does not mean.
        later = {actor.key for actor in scene.actors if actor.token > subject[0].i and not actor.bracketed}
        return [h for h in scene.holders if h != "self" and h not in later][:1] or list(scene.before[:1])
    theirs = (
        [child for child in head.children if child.dep_ == "poss" and child.lower_ in {"his", "her"}]
        if head
        else []
    )
    found = taken_up(scene, subject, ()) or (spoken_of(scene, theirs[0], (), person=True) if theirs else [])
    return found[:1]  # "her view", "her counts"


def _within_own(word: Token) -> bool:
    """It stands in what the author says: "I argue that …"."""
    verbs = (up for up in word.ancestors if up.pos_ in VERBS and word not in [*up.lefts])
    return any(refers_to_self(child.text) for up in verbs for child in up.lefts if child.dep_ == "nsubj")


def taken_up(
    scene: Scene,
    tokens: Sequence[Token],
    sources: Sequence[str],
    *,
    of: Token | None = None,
    grip: int = 0,
    theirs: bool = True,
) -> list[str]:
    """Whose view "this view" among the tokens stands for; right behind a word `of`, also "this", "them" and,
    unless it is the subject's own (`theirs`), "his model". `grip`: how surely that word answers
    somebody, 1 for "it", "this figure" and "his figure" too, 2 for "the result"."""
    for token in tokens:
        marks = {child.lower_ for child in token.lefts}
        if "own" in marks or (sources and is_own_past(token) and ("their" in marks) == (len(sources) > 1)):
            continue
        lemma = token.lemma_.lower()
        known = lemma in anaphors()
        behind = of is None or token.i > of.i or token.dep_ == "nsubjpass"
        near = behind and (of is None or of in (token.head, token.head.head))
        answered = near and grip > 0 and token.dep_ in _OBJECTS
        if known and "former" in marks:
            return [holder for holder in scene.before if holder not in sources]
        if known and marks & {"original", "initial"} and "the" in marks:
            return next((others[:1] for group in reversed(scene.past) if (others := [*group])), [])
        if (lemma in _WORKS and "both" in marks) or (token.lower_ == "both" and token.dep_ == "pobj"):
            told = dict.fromkeys(key for group in scene.past for key in group if key not in sources)
            return list(told)[:2]
        if (
            ((known and marks & _POINTING) or (token.pos_ == "NOUN" and "such" in marks))
            or ((known or lemma in _WORKS) and near and theirs and marks & _POSSESSIVES)
            or (answered and token.pos_ == "NOUN" and marks & {"this", "that"})
            or (grip > 0 and theirs and token.dep_ in {"dobj", "nsubjpass"} and near and marks & _POSSESSIVES)
            or (answered and grip > 1 and known and "the" in marks and not _told(token))
            or (near and token.lower_ in _POINTERS and token.dep_ in _OBJECTS and not _owns_next(token))
            or (near and token.lower_ in _PERSONS and token.dep_ == "nsubjpass")
        ):
            one = token.lower_ in _PERSONS | {"him", "her"} or marks & {"his", "her"}
            found = spoken_of(scene, token, sources, person=bool(one))
            return found[:1] if one or marks & _POSSESSIVES else found
        if answered and token.lower_ == "it":
            return (others_before(scene, sources) or spoken_of(scene, token, sources))[:1]
    return []


def _owns_next(word: Token) -> bool:
    """The "her" of "her earlier view", which the parser may take for an object."""
    following = word.nbor() if word.i + 1 < len(word.doc) else word
    return word.lower_ == "her" and following.pos_ in {"ADJ", "NOUN"}


def is_own_past(noun: Token) -> bool:
    """ "Her earlier view", "his own theory": of the subject's, where that is a scholar."""
    marks = {
        part.lower_ for part in noun.doc[max(0, noun.left_edge.i - 1) : noun.i]
    }  # "her" may be parsed apart
    told = noun.lemma_.lower() in anaphors() | _WRITINGS
    return told and bool(marks & _POSSESSIVES) and bool(marks & _EARLIER)


def is_given_up(noun: Token) -> bool:
    """The object of a verb of giving up: "withdraws her criticism", "takes back the charge"."""
    verb = noun.head
    particles = {(verb.lemma_.lower(), child.lower_) for child in verb.children}
    given_up = verb.lemma_.lower() in _GIVING_UP or particles & {("give", "up"), ("take", "back")}
    return noun.dep_ == "dobj" and bool(given_up)


def _told(noun: Token) -> bool:
    """True when the noun comes with its content ("the claim that …", "the theory of …")."""
    return any(
        child.dep_ in {"acl", "relcl", "ccomp", "appos"} or (child.dep_ == "prep" and child.lower_ == "of")
        for child in noun.children
    )


def spoken_of(
    scene: Scene, token: Token, sources: Sequence[str], *, here: bool = False, person: bool = False
) -> list[str]:
    """Who was spoken of before a token: in the sentence, else in the nearest before it that names others.
    `here`: in its section; where nothing is taken up ("X objects that …"), a heading ends what was said.
    `person`: "her" is rather who did something than who was named last."""
    inside = [
        actor
        for actor in scene.actors
        if actor.token < token.i
        and actor.key not in sources
        and not _stands_ahead(scene.doc[actor.token], token)
    ]
    acting = [actor for actor in inside if person and scene.doc[actor.token].dep_ in _SUBJECTS]
    return [actor.key for actor in acting or inside][-1:] or others_before(scene, sources, here=here)


def _stands_ahead(name: Token, subject: Token) -> bool:
    """ "Since the work of X, this view …": it takes up nobody in a phrase before it."""
    main = subject.head if subject.dep_ in {"nsubj", "nsubjpass"} else subject
    ahead = [up for up in name.ancestors if up.dep_ == "prep" and up.head == main and up.i < subject.i]
    return main.dep_ == "ROOT" and bool(ahead)


def others_before(scene: Scene, sources: Sequence[str], *, here: bool = False) -> list[str]:
    """The holders of the nearest sentence before that has any other than these; `here`: in the section."""
    for group in scene.past[: scene.here] if here else scene.past:
        if others := [holder for holder in group if holder not in sources]:
            return others
    return []


def told_just_now(scene: Scene, verb: Token | None, targets: Sequence[str]) -> list[str]:
    """Whose finding "this" is in "this contradicts X": of the sentence just before, else of the author."""
    subject = [token.lower_ for token in subject_of(verb)] if verb is not None else []
    if subject not in (["this"], ["these"]):
        return []
    if scene.own:
        return ["self"]
    nearest = scene.past[0] if scene.past else ()
    return [key for key in nearest if key not in targets][:1] or ["self"]


def in_brackets(scene: Scene, after: Token, others: Sequence[str]) -> list[str]:
    """The works in brackets behind a token, in its clause: whose finding it is when nobody is named."""
    turned = (
        token.i
        for token in scene.doc[after.i :]
        if token.lower_ in _TURNING and not (token.lower_ == "because" and token.nbor().lower_ == "of")
    )
    end = next(turned, len(scene.doc))
    keys = (
        actor.key
        for actor in scene.actors
        if actor.bracketed and after.i <= actor.token < end and actor.opener != "for"  # "for a review, see X"
    )
    return list(dict.fromkeys(key for key in keys if key not in others))


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
    if any(
        part.lower_ == "no" for child in above.children if child.dep_ in _SUBJECTS for part in child.lefts
    ):
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


@cache
def anaphors() -> frozenset[str]:
    """Nouns that stand for a work's view."""
    return frozenset(row["lemma"] for row in read_table("anaphors.csv"))
