"""Sentences with the works named in them: what the rules for relations look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from debatemap.model import BlockKind, Citation, CitationForm, Claim, Document, Span
from debatemap.stance.relations.cues import cues

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
OBJECTS = frozenset({"dobj", "pobj", "dative", "nsubjpass"})
HE_OR_THEY = frozenset({"he", "she", "they"})
_BETWEEN = frozenset({"however", "therefore", "thus", "also", "in", "contrast", "rather", "then", "too"})
_AUTHORS = re.compile(r"\bthe (?:latter|authors?|writers?)\b", re.IGNORECASE)
# Frames of words that take a side by themselves; no shorter stem of theirs tells anything.
_SIDED = ("verb", "passive", "noun", "verdict", "fares")
_STEM = 3
_POINTS = re.compile(
    r"\b(?:I|we|this|these|that|such|both|neither|it|he|she|they|his|her|their|the)\b", re.IGNORECASE
)
_OWNER = re.compile(r"['’]s?$")
RESULTS = frozenset(
    {"result", "finding", "datum", "data", "observation", "measurement", "evidence", "figure", "experiment"}
)
"""What speaks for a view or against it."""
_FINDINGS = RESULTS | {
    "estimate",
    "value",
    "rate",
    "relationship",
    "association",
    "pattern",
    "trend",
    "test",
    "simulation",
}
_MADE = frozenset(
    {"present", "measured", "observed", "predicted", "estimated", "obtained", "calculated", "recorded"}
)
_OTHERS_OWN = frozenset(
    {"his", "her", "their", "its", "previous", "earlier", "later", "subsequent", "recent", "other"}
)
_TAKING_UP = frozenset({"it", "they", "this", "these", "that", "those", "such"})
_KNOWN_NAMES = ("Smith", "Smith and Jones")
_PRONOUNS = ("he", "they")
_UNDERGOING = ("him", "them")
_OWNED = re.compile(r"['’]")
_BY = frozenset({"by", "of", "from"})
# The word behind a name, what is set off between them left out.
_FOLLOWING = re.compile(
    r"(?:, (?:by contrast|in contrast|in turn|however|too|likewise|similarly|instead|rather|on the contrary"
    r"|on the other hand|for (?:one|instance|example)|for (?:his|her|their) part),)?\s+(?P<word>[a-z]+)"
)
# Words that, behind a name, are no verb; and behind which a name is no subject by itself.
_NO_VERBS = frozenset(
    {"on", "in", "of", "for", "to", "with", "and", "or", "as", "that", "who", "whom", "whose", "which", "at"}
    | {"by", "from", "but", "the", "a", "an", "about", "into", "than", "because", "since", "when", "while"}
    | {"he", "she", "they", "we", "it"}
)
_NO_SUBJECTS = frozenset(
    {
        "and",
        "or",
        "&",
        "of",
        "by",
        "to",
        "with",
        "from",
        "in",
        "on",
        "for",
        "like",
        "unlike",
        "contra",
        "pace",
    }
    | {"following", "against", "than", "including", "both", "either", "neither", "nor"}
)
_SELF = re.compile(
    r"\b(?:I|[Ww]e|(?:[Tt]his|[Tt]he present|[Oo]ur|[Mm]y) (?:article|paper|chapter|section|essay|study|book)"
    r"|(?:offered|presented|proposed|advanced|developed|adopted) here"
    r"|(?:[Oo]ur|[Mm]y)(?: [\w-]+){0,2} (?:results?|findings?|data|analys[ie]s|estimates?|evidence|view"
    r"|reading|measurements?|observations?|experiments?|calculations?|simulations?|models?|sample|survey|interviews?"
    r"|corpus|approach|argument|account|interpretation|conclusions?|proposal|claim|position|critique))\b"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A work named at a token of the sentence."""

    key: str
    token: int
    bracketed: bool = False
    opener: str = ""
    """The first word of its bracket, or of its part of it: "contra" of "(see X; contra Y and Z)"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, parsed without its brackets. `holders`: whose claims stand in it; `past`: the holders of
    each of the five sentences before it, nearest first, its subject first among them; who is only named
    where none holds."""

    span: Span
    doc: Doc
    actors: tuple[Actor, ...]
    holders: tuple[str, ...]
    past: tuple[tuple[str, ...], ...]
    own: bool = False
    """Whether the sentence before has the paper's own author as its subject."""
    here: int = 5
    """How many of the `past` sentences stand in its section."""

    @property
    def before(self) -> tuple[str, ...]:
        """The holders of the nearest sentence before that has any."""
        return next((group for group in self.past if group), ())

    @property
    def gap(self) -> int:
        """How many sentences back they stand; 0 where there are none."""
        return next((back for back, group in enumerate(self.past, start=1) if group), 0)

    def actors_in(self, tokens: Iterable[Token]) -> list[Actor]:
        """The actors that stand at one of the tokens, in the order of the text."""
        places = {token.i for token in tokens}
        return [actor for actor in self.actors if actor.token in places]


def read_scenes(
    document: Document, citations: Sequence[Citation], claims: Sequence[Claim], *, nlp: Language
) -> list[Scene]:
    """The sentences that name a work or convey a claim, in order, each with its works; and those right behind
    such a one that seem to take a side ("I do not share this view")."""
    holders = [_holders(sentence, claims) for sentence in document.sentences]
    named = [
        [c for c in citations if c.key and not c.in_footnote and sentence.contains(c.span)]
        for sentence in document.sentences
    ]
    told = [bool(names or held) for names, held in zip(named, holders, strict=True)]
    wanted = [
        index
        for index, sentence in enumerate(document.sentences)
        if told[index] or (any(told[max(0, index - 2) : index]) and takes_a_side(sentence.of(document.text)))
    ]
    read = [(index, *_plain(document.text, document.sentences[index], named[index])) for index in wanted]
    read = [one for one in read if one[1].strip()]  # nothing is left of "[3]" by itself
    headings = [block.span.start for block in document.blocks if block.kind is BlockKind.HEADING]
    sections = [bisect_right(headings, sentence.start) for sentence in document.sentences]
    scenes: list[Scene] = []
    leads: dict[int, frozenset[str]] = {}
    own: set[int] = set()
    for (index, _, at), doc in zip(read, nlp.pipe(text for _, text, _ in read), strict=True):
        scenes.append(
            Scene(
                document.sentences[index],
                doc,
                _actors(doc, at, document.text, named[index], holders[index]),
                holders[index],
                tuple(
                    _spoken_of(holders[back], named[back], leads.get(back, frozenset()))
                    for back in range(index - 1, max(-1, index - 6), -1)
                ),
                index - 1 in own,
                sum(sections[back] == sections[index] for back in range(max(0, index - 5), index)),
            )
        )
        subject = subject_of(root_of(scenes[-1]))
        leads[index] = _leads(scenes[-1]) or _goes_on(scenes[-1], subject)
        if own_findings(scenes[-1], subject):
            own.add(index)
    return scenes


def takes_a_side(sentence: str) -> bool:
    """True when a sentence without a name may still agree or disagree with who was named before."""
    return _POINTS.search(sentence) is not None and _cue_stems().search(sentence) is not None


@cache
def _cue_stems() -> re.Pattern[str]:
    words = {words.split()[0].removesuffix("e") for frame in _SIDED for words in cues(frame)}
    stems = "|".join(sorted(word for word in words if len(word) > _STEM))
    return re.compile(rf"\b(?:{stems})", re.IGNORECASE)


def _holders(sentence: Span, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Whose claims stand in a sentence, in the order given, each once."""
    inside = (claim.holder for claim in claims if claim.span and _shares(claim.span, sentence))
    return tuple(dict.fromkeys(inside))


def _shares(claim: Span, sentence: Span) -> bool:
    shared = min(claim.end, sentence.end) - max(claim.start, sentence.start)
    return shared * 2 >= min(len(claim), len(sentence)) > 0


def _leads(scene: Scene) -> frozenset[str]:
    """Whom the main clause has as its subject."""
    heads = [child for child in root_of(scene).children if child.dep_ == "nsubj"]
    heads += [child for head in heads for child in head.children if child.dep_ == "poss"]
    return frozenset(actor.key for actor in scene.actors_in(heads) if not actor.bracketed)


def _goes_on(scene: Scene, subject: Sequence[Token]) -> frozenset[str]:
    """Who was spoken of and is the subject still: "In this she follows X", "Against X she objects"."""
    if [token.lower_ for token in subject] not in (["he"], ["she"]):
        return frozenset()
    ahead = (
        scene.doc[actor.token] for actor in scene.actors if actor.token < subject[0].i and not actor.bracketed
    )
    if any(all(up.dep_ != "prep" for up in name.ancestors) for name in ahead):
        return frozenset()
    return frozenset(scene.before[:1])


def entering(scene: Scene) -> list[str]:
    """The scholars who are the subject of the main clause, by name, and whose claim the sentence tells."""
    return sorted(key for key in _leads(scene) if key in scene.holders)


def _spoken_of(holders: Sequence[str], named: Sequence[Citation], leads: frozenset[str]) -> tuple[str, ...]:
    """The holders of a sentence, its subject first; who is only named, if none holds."""
    others = [holder for holder in holders if holder != "self"] or [citation.key for citation in named]
    return tuple(dict.fromkeys(sorted([*others, *sorted(leads)], key=lambda key: key not in leads)))


def _plain(text: str, sentence: Span, citations: Sequence[Citation]) -> tuple[str, list[int]]:
    """The sentence without the brackets of its citations, and where each character stood. The authors'
    names are put as such that the parser knows: it takes rare surnames for nouns, and the verbs behind
    them too."""
    kept: list[str | None] = list(sentence.of(text))
    for citation in citations:
        inside = citation.bracket is not None and citation.bracket.contains(citation.span)
        if citation.bracket:
            start = max(citation.bracket.start, sentence.start) - sentence.start
            end = min(citation.bracket.end, sentence.end) - sentence.start
            while start > 0 and text[sentence.start + start - 1].isspace():
                start -= 1
            kept[start:end] = [None] * (end - start)
        if citation.names and not inside:
            first = citation.span.start
            last = citation.bracket.start if citation.bracket else citation.span.end
            whole = text[first:last].rstrip()
            printed = _OWNER.sub("", whole)
            behind = citation.bracket.end if citation.bracket else citation.span.end
            following = text[behind : sentence.end] if printed == whole else ""
            shown_as = _name_for(citation, text[sentence.start : first], following)
            kept[first - sentence.start : first - sentence.start + len(printed)] = [
                shown_as,
                *[None] * (len(printed) - 1),
            ]
    shown = [(part, sentence.start + offset) for offset, part in enumerate(kept) if part]
    at = [start + (place > 0) for part, start in shown for place in range(len(part))]
    return "".join(part for part, _ in shown), at


def _name_for(citation: Citation, ahead: str, behind: str) -> str:
    """What the parser is shown for a citation's authors; where a verb seems to follow, a pronoun."""
    several = len(citation.names) > 1 or citation.et_al
    preceding = re.search(r"([a-z&]+)\s+$", ahead)
    following = _FOLLOWING.match(behind)
    if following is None or following["word"] in _NO_VERBS:
        undergoes = ahead and preceding and preceding[1] in _plain_verbs() and not _OWNED.match(behind)
        return _UNDERGOING[several] if undergoes else _KNOWN_NAMES[several]
    if preceding and preceding[1] in _NO_SUBJECTS:
        acts = preceding[1] in _BY and following["word"] in _plain_verbs()
        return _UNDERGOING[several] if acts else _KNOWN_NAMES[several]
    return _PRONOUNS[several] if ahead else _PRONOUNS[several].title()


@cache
def _plain_verbs() -> frozenset[str]:
    """Verbs as they follow several things ("analyses by X support it"): the parser takes them for nouns."""
    return frozenset(words.split()[0] for words in cues("verb"))


def _actors(
    doc: Doc, at: Sequence[int], text: str, citations: Sequence[Citation], holders: Sequence[str]
) -> tuple[Actor, ...]:
    """`text`: that of the document; `holders`: a name without a year may mean any of its owner's works; the
    claims have settled which, or a bracket of the sentence does ("Birch replied that … (Birch 2005)")."""
    works = {owner_of(holder): holder for holder in reversed(holders)}
    bracketed = [c for c in citations if c.bracket and c.bracket.contains(c.span) and c.names]
    works |= {owner_of(citation.key): citation.key for citation in reversed(bracketed)}
    actors = []
    for citation in citations:
        bracket = citation.bracket
        opener = citation.lead(text).removeprefix("but ").partition(" ")[0]
        inside = bracket is not None and bracket.contains(citation.span)
        if inside and not citation.names and not citation.cited_in:
            continue  # a year alone belongs to whoever is being reported
        place = bracket.start - 1 if inside and bracket else citation.span.start
        # The token of the character, or the last one that stands before it.
        char = max((index for index, offset in enumerate(at) if offset <= place), default=0)
        token = max((token.i for token in doc if token.idx <= char), default=0)
        bare = citation.form is CitationForm.NAME
        actors.append(
            Actor(
                works.get(owner_of(citation.key), citation.key) if bare else citation.key,
                token,
                inside,
                opener,
            )
        )
    return tuple(sorted(set(actors), key=lambda actor: (actor.token, actor.key, actor.opener)))


def owner_of(key: str) -> str:
    """A key without its year: whose work it is."""
    return key.rpartition("-")[0]


def root_of(scene: Scene) -> Token:
    """The token on which its sentence hangs."""
    return next(token for token in scene.doc if token.dep_ == "ROOT")


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The token that no other of them governs; None where there are none."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), None)


def lemma_of(word: Token) -> str:
    """In lower case; that of "re-evaluate", which may be three tokens, as one word."""
    apart = word.i > 1 and word.nbor(-1).text == "-" and word.nbor(-2).lower_ == "re"
    return f"re{word.lemma_.lower()}" if apart else word.lemma_.lower()


def refers_to_self(text: str) -> bool:
    """True for "we", "I", "this article": the paper's own author."""
    return _SELF.search(text) is not None


def own_findings(scene: Scene, subject: Sequence[Token]) -> bool:
    """What a paper reports itself is the subject: "we", "the present results", "the measured widths"; "they"
    and "this finding" where its findings were the subject before."""
    if refers_to_self(" ".join(token.text for token in subject)):
        return True
    head = head_of(subject)
    marks = {part.lower_ for token in subject for part in (token, *token.lefts)}
    if head is None or marks & _OTHERS_OWN or any(not actor.bracketed for actor in scene.actors_in(subject)):
        return False
    if len(subject) == 1 and head.lower_ in _TAKING_UP:
        empty = head.lower_ == "it" and any(child.dep_ == "acomp" for child in head.head.children)
        return scene.own and not empty  # "it is difficult to …"
    finding = head.lemma_.lower() in _FINDINGS
    if {part.lower_ for part in head.lefts} & _TAKING_UP:
        return finding and (scene.own or scene.gap == 0)
    return (finding or bool(marks & _MADE)) and (scene.own or scene.gap != 1)


def takes_up(tokens: Sequence[Token]) -> bool:
    """True when a pronoun or "the authors" among the tokens takes up whoever was spoken of."""
    text = " ".join(token.text for token in tokens)
    return any(token.lower_ in HE_OR_THEY for token in tokens) or _AUTHORS.search(text) is not None


def subject_of(verb: Token) -> list[Token]:
    """The subject's words; that of the verb above where a verb has none of its own."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ == "nsubj":
                return list(child.subtree)
        if verb.dep_ == "relcl":
            return [verb.head, *verb.head.lefts]
        before = _name_before(verb)
        if before:
            return before
        if verb.dep_ not in {"conj", "advcl", "xcomp", "acl", "prep", "pcomp", "ccomp", "acomp"}:
            break
        verb = verb.head
    return []


def _name_before(verb: Token) -> list[Token]:
    """The capitalised words right before a verb, adverbs and commas aside: a name that the parser does
    not know ("Huber, however, doubts") may not have become a subject."""
    at = verb.i - 1
    while at >= 0 and (verb.doc[at].is_punct or verb.doc[at].lower_ in _BETWEEN):
        at -= 1
    found = []
    while at >= 0 and verb.doc[at].is_title and verb.doc[at].lower_ not in _BETWEEN:
        found.append(verb.doc[at])
        at -= 1
    return found
