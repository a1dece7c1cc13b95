"""The debate's two sides as signed words: what each pole says, and what both speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.language import Language

from debatemap.model import Debate
from debatemap.stance.propositions import Effect
from debatemap.stance.reading import CONTENT, Reading, Word, read_texts
from debatemap.stance.words import stem

# Prefixes that turn a word into its contrary; the rest must be a word of the debate to count.
_CONTRARY = ("non-", "non", "anti-", "anti", "un", "in", "im", "dis", "de")


@dataclass(frozen=True, slots=True)
class Sides:
    """`names`, `statements`: stem → -1 … +1, the side on which the poles' names and the statements
    (the thesis included) use the word; `topic`: stems that both sides use, or that the thesis is
    about; `subject`: stems of the thesis' grammatical subject; `polarity`: toward +1 when the
    supporting pole speaks well of the topic and the other ill, toward -1 when the other way round,
    0 when the poles are not about good and bad; `effects`: what the statements say moves what, each with
    its side; `moved`: stems of what the thesis says moves what."""

    names: dict[str, float]
    statements: dict[str, float]
    topic: frozenset[str]
    subject: frozenset[str]
    polarity: float
    effects: tuple[tuple[Effect, int], ...] = ()
    moved: frozenset[str] = frozenset()


def sides_of(debate: Debate, *, nlp: Language) -> Sides:
    """Read the thesis and the poles."""
    texts = [
        debate.support.name,
        debate.attack.name,
        debate.support.statement,
        debate.attack.statement,
        debate.thesis,
    ]
    plus_name, minus_name, plus, minus, thesis = read_texts(texts, nlp=nlp)
    shared = {word.stem for word in plus.words + thesis.words} & {word.stem for word in minus.words}
    subject = _shared_beginning(thesis, (plus, minus)) or _subjects((debate.thesis,), nlp=nlp)
    statements_of = _subjects((debate.thesis, debate.support.statement, debate.attack.statement), nlp=nlp)
    topic = frozenset(shared | subject | statements_of)
    statements = _signed([(plus, 1), (thesis, 1), (minus, -1)], topic)
    names = _signed([(plus_name, 1), (minus_name, -1)], frozenset())
    good = _polarity([plus, thesis, plus_name])
    bad = _polarity([minus, minus_name])
    gap = good - bad
    moves = [one.sign * one.value or one.worth for one in thesis.effects]
    # A thesis on what moves what praises its subject for the good that it does, and for nothing else.
    polarity = 0.6 * sum(moves) / len(moves) if moves else gap / (1 + abs(gap))
    moved = frozenset(word for one in thesis.effects for word in one.moved | one.cause)
    effects = [(one, side) for text, side in ((plus, 1), (thesis, 1), (minus, -1)) for one in text.effects]
    return Sides(names, statements, topic, frozenset(subject), polarity, tuple(effects), moved)


def side_of(word: Word, signed: Mapping[str, float]) -> float:
    """On which side a word stands by itself: its own entry, or the contrary of what its prefix turns."""
    if word.stem in signed:
        return signed[word.stem]
    for prefix in _CONTRARY:
        rest = word.lemma.removeprefix(prefix)
        if rest != word.lemma and len(rest) > 3 and stem(rest) in signed:
            return -signed[stem(rest)]
    return 0.0


def _signed(readings: Sequence[tuple[Reading, int]], leave_out: frozenset[str]) -> dict[str, float]:
    votes: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for reading, side in readings:
        for word in reading.words:
            if word.stem not in leave_out:
                votes[word.stem] += side * word.flip
                seen[word.stem] += 1
    return {word: votes[word] / seen[word] for word in votes if votes[word]}


def _polarity(readings: Iterable[Reading]) -> float:
    """Kind words less harsh ones; a word that turns others round has said its harshness already."""
    return float(sum(word.polarity * word.flip for reading in readings for word in reading.words))


def _shared_beginning(thesis: Reading, statements: Iterable[Reading]) -> set[str]:
    """The words with which the thesis and a pole's statement both begin: what the debate is about,
    whatever the parser makes of it."""
    found: set[str] = set()
    for statement in statements:
        begins = list(
            takewhile(
                lambda pair: pair[0].stem == pair[1].stem and pair[0].pos != "VERB",
                zip(thesis.words, statement.words, strict=False),
            )
        )
        if len(begins) < len(statement.words):  # a pole that repeats the thesis tells nothing
            found |= {word.stem for word, _ in begins}
    return found


def _subjects(texts: Iterable[str], *, nlp: Language) -> set[str]:
    """Stems of what the sentences are about: their subjects, and those of clauses that they report
    ("X shows that Y is …")."""
    found: set[str] = set()
    for doc in nlp.pipe(texts):
        heads = [token for token in doc if token.dep_ == "ROOT"]
        heads += [
            child for head in heads if head.pos_ == "VERB" for child in head.children if child.dep_ == "ccomp"
        ]
        for head in heads:
            found |= {
                stem(part.lemma_)
                for child in head.children
                if child.dep_ in {"nsubj", "nsubjpass"}
                for part in child.subtree
                if part.pos_ in CONTENT and not part.is_stop and part.i < head.i
            }
    return found
