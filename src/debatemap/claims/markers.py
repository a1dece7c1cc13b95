"""What the surface of a sentence says of its place in the report, without a parse."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from debatemap.claims.cues import load_cues

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*(?:\.[^\W\d_]\.)?")
_POSSESSIVE = re.compile(r"['’]s$")
_OPENING = re.compile(r"^[\s'\"‘“(\[\d\].*•–-]*")
# "X, following Y, argues that …".
_FOLLOWER = re.compile(r"\bfollowing (?=[^\W\d_a-z])")
_QUOTED = re.compile(r"(?<![\w])['‘\"“`]([^'’\"”]{12,}?)['’\"”](?!\w)")


@cache
def markers_of(kind: str) -> frozenset[str]:
    """The lower-case words or phrases of one kind in markers.csv."""
    return frozenset(marker for marker, its_kind in _table() if its_kind == kind)


@cache
def _table() -> tuple[tuple[str, str], ...]:
    text = (files(__package__) / "markers.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple((row["marker"], row["kind"]) for row in csv.DictReader(lines))


_PAGES = r"\d{1,4}(?:[-–]\d{1,4})?"
_PAGE_ALONE = re.compile(
    rf"\s*\((pp?\.\s?{_PAGES}(?:,\s?{_PAGES})*|\d{{3}}|(?!1[5-9]\d\d|20\d\d)\d{{2,4}}[-–]\d{{1,4}})\)"
    r"(?=[.!?]?[\s”\"’']*$)"
)


def page_alone(sentence: str) -> re.Match[str] | None:
    """The bracket of a page, and of nothing else, that ends a sentence: "(p. 12)", "(429–30)", "(277)".

    >>> page_alone("The rider knows it (429–30).")[1]
    '429–30'
    """
    return _PAGE_ALONE.search(sentence) if ")" in sentence[-4:] else None


CONNECTIVES = ("additive", "consequence", "example", "sequence", "contrast")


@dataclass(frozen=True, slots=True)
class Surface:
    """A sentence's words (lower case, citations' brackets left out) and what marks it."""

    words: tuple[str, ...]
    connective: str
    """additive, consequence, example, sequence, contrast, or "" for none."""
    opening: tuple[str, ...]
    """The first words after the connective."""
    quoted: int
    """Characters that stand between quotation marks."""
    long: frozenset[str]
    """Its words of five letters and more, which carry the topic."""
    restates: bool = False
    """It says the sentence before once more: "That is, …", "In other words, …"."""
    steers: bool = False
    """It leads its reader about the text ("see table 2"), or from one thing to the next."""

    def has(self, kind: str) -> bool:
        """True when a word of the kind stands anywhere in it."""
        return not markers_of(kind).isdisjoint(self.words)

    @property
    def sums_up(self) -> bool:
        """True when it opens like a conclusion.

        >>> read_surface("All in all, little is known.").sums_up
        True
        """
        return " ".join(self.opening[:3]).startswith(tuple(markers_of("sum")))

    def has_after(self, determiners: frozenset[str], kind: str) -> bool:
        """True for "this article", "the authors": a determiner right before a word of the kind."""
        return _has_after(self.words, determiners, kind)

    @property
    def speaks_for_itself(self) -> bool:
        """True for "I", "we", "our"; not for the "us" of what somebody else is said to say.

        >>> [read_surface(t).speaks_for_itself for t in ("Let us see.", "He argues that it helps us.")]
        [True, False]
        """
        if not self.has("first_person"):
            return False
        everybody = _ANYBODYS.issuperset(markers_of("first_person").intersection(self.words))
        return not (everybody and has_speaker(self.words, HE_OR_THEY, REPORTING))

    @property
    def names_own_text(self) -> bool:
        """True for "this article", "the present work", "this work aims".

        >>> [read_surface(text).names_own_text for text in ("this article", "present work", "such a study")]
        [True, True, False]
        >>> [read_surface(f"This work {verb} a lot.").names_own_text for verb in ("will show", "says")]
        [True, False]
        """
        mine = self.has_after(THIS, "own_text") or self.has_after(_PRESENT, "own_work")
        return mine or (self.has_after(THIS, "own_work") and self.has_after(markers_of("own_work"), "aim"))


# Each sentence's words are asked about many times while it is weighed, and then never again.
remembered = lru_cache(maxsize=64)


@remembered
def _has_after(words: tuple[str, ...], determiners: frozenset[str], kind: str) -> bool:
    nouns = markers_of(kind)
    return any(b in nouns and a in determiners for a, b in pairwise(words))


HE_OR_THEY = frozenset({"he", "she", "they"})
_ANYBODYS = frozenset({"us", "our", "ours", "ourselves"})
_PRESENT = frozenset({"present", "current"})
THIS = frozenset({"this", "present", "current", "my", "our"})
POSSESSIVES = frozenset({"his", "her", "their"})
THE = frozenset({"the", "these", "those", "both", "this", "that", "its"})


def read_surface(text: str) -> Surface:
    """Words and marks of a sentence.

    >>> read_surface("Indeed, he adds that 'nothing of the sort was found'.").connective
    'example'
    """
    opening = _OPENING.sub("", text)
    lowered = opening.lower()
    opened, connective = opening_connective(lowered)
    rest = lowered[len(opened) :]
    words = _words(text)
    told = _FOLLOWER.sub("", text)
    return Surface(
        words=words,
        connective=connective,
        opening=tuple(_WORD.findall(rest)[:8]),
        quoted=sum(len(match.group(1)) for match in _QUOTED.finditer(text)),
        long=frozenset(word for word in words if len(word) > 4),
        restates=lowered.startswith(tuple(markers_of("restate"))),
        steers=not markers_of("steering").isdisjoint(words if told == text else _words(told)),
    )


def _words(text: str) -> tuple[str, ...]:
    # Words in capitals are left as they are: "US" is no pronoun.
    return tuple(
        w if len(w) > 1 and w.isupper() else _POSSESSIVE.sub("", w.lower()) for w in _WORD.findall(text)
    )


@cache
def _kinds() -> dict[str, str]:
    """Connective → its kind; of one with two kinds the first in `CONNECTIVES`."""
    return {marker: kind for kind in reversed(CONNECTIVES) for marker in markers_of(kind)}


def opening_connective(lowered: str) -> tuple[str, str]:
    """The connective that opens a sentence in lower case, the longest that stands there, and its kind; twice
    "" where there is none.

    >>> opening_connective("on the other hand, tides rise")
    ('on the other hand', 'contrast')
    """
    opened = _connectives().match(lowered)
    return (opened[0], _kinds()[opened[0]]) if opened else ("", "")


@cache
def _connectives() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=lambda marker: (-len(marker), marker))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?![^\W_])")


@cache
def _cue_forms(kinds: frozenset[str]) -> frozenset[str]:
    """The regular inflected forms of the reporting verbs of some kinds, and frequent irregular ones."""
    forms: set[str] = set()
    for (lemma, pos), cue in load_cues().items():
        if pos != "verb" or cue.kind not in kinds:
            continue
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        y_stem = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in "aeiou" else stem
        forms |= {lemma, lemma + "s", lemma + "es", y_stem + "es", y_stem + "ed", stem + "ed", lemma + "d"}
        forms |= {stem + "ing", lemma + "ing"}
        forms |= set(_IRREGULAR.get(lemma, "").split())
    return frozenset(forms)


@cache
def _finite_forms(kinds: frozenset[str]) -> frozenset[str]:
    return frozenset(form for form in _cue_forms(kinds) if not form.endswith("ing"))


_IRREGULAR = {
    "draw": "drew drawn",
    "feel": "felt",
    "find": "found",
    "foresee": "foresaw foreseen",
    "give": "gave given",
    "hold": "held",
    "say": "said",
    "see": "saw seen",
    "show": "shown",
    "speak": "spoke spoken",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "write": "wrote written",
}
REPORTING = frozenset({"assert", "show", "suggest", "deny", "concede", "frame", "agree", "study"})
ASSERTING = frozenset({"assert", "show", "suggest", "deny", "concede"})


@remembered
def has_reporting_form(words: tuple[str, ...], kinds: frozenset[str] = REPORTING) -> bool:
    """True when a word may be a form of a reporting verb; a cheap test before any parse."""
    return not _cue_forms(kinds).isdisjoint(words)


@remembered
def has_passive_report(words: tuple[str, ...]) -> bool:
    """ "is deemed", "are often presented": somebody says so, and the sentence does not say who."""
    forms = _cue_forms(REPORTING)
    for at, word in enumerate(words):
        if word in _BE:
            after = words[at + 1 : at + 3]
            if any(w in forms and (w.endswith("ed") or w in _PARTICIPLES) for w in after):
                return True
    return False


@remembered
def has_speaker(words: tuple[str, ...], pronouns: frozenset[str], kinds: frozenset[str] = ASSERTING) -> bool:
    """ "he argues", "the authors conclude": a pronoun, or a noun for scholars, and a verb of these kinds.

    >>> has_speaker(("this", "author", "also", "holds"), frozenset({"she"}))
    True
    """
    forms = _finite_forms(kinds)
    for at, word in enumerate(words):
        scholar = word in markers_of("person") and at > 0 and words[at - 1] in THE
        if (scholar or word in pronouns) and not forms.isdisjoint(words[at + 1 : at + 3]):
            return True
    return False


def has_finding(words: tuple[str, ...]) -> bool:
    """ "The results show", "their study also found".

    >>> has_finding(("the", "main", "results", "suggest"))
    True
    """
    forms = _finite_forms(ASSERTING)
    found = (at for at, word in enumerate(words) if word in markers_of("finding"))
    return any(
        not (THE | POSSESSIVES).isdisjoint(words[max(0, at - 2) : at])
        and not forms.isdisjoint(words[at + 1 : at + 3])
        for at in found
    )


def has_many_saying(words: tuple[str, ...]) -> bool:
    """ "several authors assume", "they argue", "is claimed", "said to have": what many works say is said."""
    forms = _finite_forms(REPORTING)
    speakers = markers_of("whoever") | markers_of("they")
    for at, word in enumerate(words):
        if word in speakers and not forms.isdisjoint(words[at + 1 : at + 3]):
            return True
        if word in forms and word.endswith(("ed", "said")) and words[at + 1 : at + 2] == ("to",):
            return True
    return has_passive_report(words)


_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PARTICIPLES = frozenset(form for forms in _IRREGULAR.values() for form in forms.split()[-1:])


@remembered
def has_argument_noun(words: tuple[str, ...]) -> bool:
    """True when a noun for what is asserted ("argument", "conclusion") stands among the words."""
    return any((cue := load_cues().get((word, "noun"))) and cue.kind in ("assert", "show") for word in words)


@remembered
def has_reporting_noun(words: tuple[str, ...]) -> bool:
    """True when a noun of reporting ("view", "critique") stands among the words."""
    return any((word, "noun") in load_cues() for word in words)
