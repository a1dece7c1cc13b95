"""The author's own voice: does a sentence state what the paper itself holds?"""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from debatemap.claims.cues import find_cue
from debatemap.claims.features import Features, Focus
from debatemap.claims.markers import (
    ASSERTING,
    HE_OR_THEY,
    REPORTING,
    THIS,
    Surface,
    has_argument_noun,
    has_reporting_form,
    has_speaker,
    markers_of,
)
from debatemap.claims.parsing import IN_PROSE
from debatemap.claims.scene import Scene
from debatemap.model import BlockKind, CitationForm, Debate

# Words of four letters and more that carry no topic.
_EMPTY = frozenset(
    {
        "that",
        "this",
        "with",
        "from",
        "they",
        "them",
        "their",
        "into",
        "than",
        "then",
        "other",
        "have",
        "were",
        "like",
    }
    | {
        "does",
        "been",
        "being",
        "which",
        "what",
        "when",
        "where",
        "whose",
        "such",
        "some",
        "same",
        "most",
        "more",
    }
    | {
        "only",
        "also",
        "very",
        "just",
        "over",
        "under",
        "about",
        "between",
        "without",
        "each",
        "every",
        "those",
    }
)
_STEM = 5
# "These examples show that …": evidence speaks for the author.
_SHOWING = ("show", "shows", "shown", "suggests", "suggest", "indicates", "indicate", "demonstrates", "clear")


def topic_stems(debate: Debate) -> frozenset[str]:
    """The first five letters of the words in which the debate is put: thesis, poles, title."""
    said = [debate.title, debate.thesis]
    for pole in (debate.attack, debate.support):
        said += [pole.name, pole.statement]
    words = "".join(c.lower() if c.isalpha() else " " for c in " ".join(said)).split()
    return frozenset(word[:_STEM] for word in words if len(word) > 3 and word not in _EMPTY)


# "there is no evidence", "little reason": an author's verdict on what others say.
_GROUNDS = frozenset(
    {"basis", "evidence", "grounds", "indication", "justification", "proof", "reason", "support"}
)
_LITTLE = frozenset({"no", "little", "hardly", "scant", "insufficient", "without"})
_MODAL = frozenset({"can", "could", "may", "might", "must", "should", "ought", "has", "needs"})


def _it_says(words: tuple[str, ...]) -> bool:
    """ "It assumes that P": a text or a theory says so, or what somebody else would hold if it were true."""
    return any(
        word == "it"
        and has_reporting_form(words[at + 1 : at + 2], _CLAIMING)
        and "that" in words[at + 2 : at + 4]
        for at, word in enumerate(words)
    )


_CLAIMING = frozenset({"assert", "deny"})


def _argues_that(words: tuple[str, ...]) -> bool:
    """ "I argue that", "this article has shown that": oneself, an asserting word, and a clause."""
    for at, word in enumerate(words):
        if word not in ("i", "we") and not (word in markers_of("own_text") and at and words[at - 1] in THIS):
            continue
        said = words[at + 1 : at + 9]
        if "that" in said:
            before = said[: said.index("that")]
            if has_reporting_form(before, ASSERTING | {"agree"}) or has_argument_noun(before):
                return not {"if", "when", "before"} & set(words[:at][-2:])
    return False


def _one_can_say(words: tuple[str, ...]) -> bool:
    """ "one can see that", "it should be noted that", "we have seen that": an author who keeps out of the
    sentence, or takes the reader along."""
    for at, (who, auxiliary) in enumerate(pairwise(words)):
        if who not in ("one", "it", "we") or auxiliary not in _AUXILIARY:
            continue
        said = words[at + 2 : at + 7]
        before = said[: said.index("that")] if "that" in said else ()
        if who == "we" and not _SEEING.isdisjoint(before):
            return True
        if who != "we" and auxiliary in _MODAL and has_reporting_form(before):
            return True
    return False


_AUXILIARY = _MODAL | {"have", "will", "shall"}
_SEEING = frozenset({"see", "seen"})


def _in_my_view(words: tuple[str, ...]) -> bool:
    """ "in our view", "seems to me", "my claim is that", "here I side with": whose view it is is said."""
    for at, word in enumerate(words):
        if word in ("i", "we") and not _SIDING.isdisjoint(words[at + 1 : at + 3]):
            return True
    for at, (one, other) in enumerate(pairwise(words)):
        if one in ("my", "our") and (other in _OUTLOOKS or _is_argument(other)):
            led = words[at - 1] if at else ""
            if led in ("in", "on", "by", "to", "from") or not {"is", "was"}.isdisjoint(
                words[at + 2 : at + 5]
            ):
                return True
        seems = at > 0 and words[at - 1].startswith(("seem", "appear"))
        if seems and one == "to" and other in ("me", "us"):
            return True
    return False


_OUTLOOKS = frozenset({"mind", "perspective", "point", "standpoint"})
_SIDING = frozenset({"side", "agree", "disagree", "concur", "dissent", "demur", "share", "doubt", "part"})


def _is_argument(word: str) -> bool:
    """A noun for what somebody holds: "view", "claim", "reply"."""
    cue = find_cue(word.removesuffix("s"), "NOUN")
    return cue is not None and cue.kind != "study"


def _on_argument(opening: tuple[str, ...]) -> bool:
    """ "This reply is weak", "her conclusion does not follow": something is said of an argument, not in
    it."""
    for at, word in enumerate(opening[:5]):
        led = not _DEFINITE.isdisjoint(opening[:at])
        if at and led and _is_argument(word) and opening[at + 1 : at + 2]:
            return opening[at + 1] in _IS_SAID and "that" not in opening[at + 2 : at + 4]
    return False


_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "such"})
_IS_SAID = frozenset(
    {"is", "are", "was", "were", "does", "do", "did", "has", "have", "seems", "seem", "appears", "cannot"}
    | {"can", "may", "must", "should", "fails", "fail", "rests", "rest", "looks", "remains", "deserves"}
)


def _imagined(words: tuple[str, ...]) -> bool:
    """ "one might object that", "it may be said that", "a sceptic could reply": nobody's view as yet."""
    if _MAY.isdisjoint(words):
        return False
    somebody = markers_of("whoever") | _ANYBODY
    return any(
        word in _MAY
        and not somebody.isdisjoint(words[max(0, at - 2) : at])
        and has_reporting_form(words[at + 1 : at + 4], ASSERTING)
        for at, word in enumerate(words)
    )


_MAY = frozenset({"may", "might", "could"})
_ANYBODY = frozenset(
    {"one", "it", "someone", "somebody", "anyone"}
    | {"reader", "readers", "critic", "opponent", "sceptic", "skeptic"}
)


# Roles of a scholar of whom the sentence tells what is claimed: "Ames argues", "according to Ames".
_TELLING = frozenset({"subject", "per", "clause"})


def _finds_works(words: tuple[str, ...]) -> bool:
    """ "We find research that frames them as partners": what is found are others who say so."""
    others = markers_of("whoever") - _NO_WORKS
    return any(
        one in others and then in ("that", "who", "which")
        for at, word in enumerate(words)
        if word in ("i", "we") and not _MEETING.isdisjoint(words[at + 1 : at + 3])
        for one, then in pairwise(words[at + 2 : at + 8])
    )


_NO_WORKS = frozenset({"evidence", "findings"})  # "evidence that …" is one's own
_MEETING = frozenset({"find", "found", "see", "meet", "encounter", "have", "know"})


def _has_little(words: tuple[str, ...], nouns: Set[str], little: Set[str]) -> bool:
    """ "No evidence", "few new studies": one of the nouns, and a word of scarcity up to three before it."""
    return any(
        word in nouns and not little.isdisjoint(words[max(0, at - 3) : at]) for at, word in enumerate(words)
    )


def _speaks(surface: Surface, *, own: bool, asks: bool) -> Features:
    """Who says so, by the words: the author, "one", or somebody else."""
    words = surface.words
    mine = own or surface.speaks_for_itself
    argues = not asks and (has_reporting_form(words, ASSERTING) or has_argument_noun(words))
    imagined = _imagined(words)
    return {
        "i_argue": float(mine and argues),
        "i_study": float(mine and not argues and has_reporting_form(words)),
        "i_argue_that": float(mine and not asks and _argues_that(words)),
        "in_my_view": float(mine and not asks and _in_my_view(words)),
        "one_can_say": float(_one_can_say(words) and not imagined),
        "imagined": float(imagined),
        "says": float(has_speaker(words, HE_OR_THEY, REPORTING) or _it_says(words)),
        "without_grounds": float(_has_little(words, _GROUNDS, _LITTLE)),
        "on_argument": float(_on_argument(surface.opening)),
    }


_WAS = frozenset({"was", "were", "had"})
_IS = _AUXILIARY | {"is", "are"}


def _by_form(words: tuple[str, ...], pairs: Set[tuple[str, str]]) -> Features:
    """Whoever argues uses less of the past than who tells, and weighs what would be; and does not just say
    what things are called, what has not been studied, or what follows if others are right."""
    here = set(words)
    return {
        "past": float(not _WAS.isdisjoint(here) and _IS.isdisjoint(here)),
        "would": float("would" in here),
        "defines": float(not _CALLED.isdisjoint(pairs)),
        "gap": float(_has_little(words, markers_of("whoever") | markers_of("own_work"), _FEW)),
        "supposes": float(_supposes(words)),
    }


_CALLED = frozenset(
    {(verb, called) for verb in ("is", "are", "was", "were") for called in ("called", "termed", "known")}
    | {("refers", "to"), ("defined", "as"), ("referred", "to"), ("understood", "as")}
)


# "Few scholars have asked", "little research exists".
_FEW = frozenset({"few", "hardly", "little", "no", "scant", "scarce"})


def _supposes(words: tuple[str, ...]) -> bool:
    """ "If the sceptics are right, …": what follows is nobody's claim as yet."""
    for at, word in enumerate(words):
        if word == "if":
            return any(a in _IS_SAID and b in _RIGHT for a, b in pairwise(words[at + 1 : at + 12]))
    return False


_RIGHT = frozenset({"accurate", "correct", "mistaken", "right", "true", "wrong"})


def voice_features(scene: Scene, index: int, focus: Focus | None, topic: frozenset[str]) -> Features:
    """Features of "the sentence at `index` is a claim of the paper's own author on the debate"."""
    line = scene.lines[index]
    surface = line.surface
    found: Features = {"bias": 1.0}
    first = surface.speaks_for_itself
    own = surface.names_own_text
    found["first_person"] = float(first)
    found["own_text"] = float(own)
    found |= _speaks(surface, own=own, asks=line.stop == "?")
    if any(m.role.main and m.role.cue for m in line.mentions):
        found["in_my_view"] = 0.0  # "Ames claims – wrongly, in my view – that …"
    found["told_of"] = float(
        not (first or own)
        and any(m.role.main and m.role.cue and m.role.name in _TELLING for m in line.mentions)
    )
    found["finds_works"] = float(first and _finds_works(surface.words))
    pairs = set(pairwise(surface.words))
    found["shows_that"] = float(any((verb, "that") in pairs for verb in _SHOWING))
    found["verdict"] = float(surface.has("verdict"))
    found["steering"] = float(surface.steers)
    if surface.connective:
        found[f"connective={surface.connective}"] = 1.0
    in_topic = sum(word[:_STEM] in topic for word in set(surface.words))
    found["topic"] = min(in_topic, 5) / 5
    found["off_topic"] = float(in_topic == 0)
    found["verdict&topic"] = float(surface.has("verdict") and in_topic > 1)
    found["first_person&topic"] = float((first or own) and in_topic > 1)
    found["it_is"] = float(
        surface.opening[:1] == ("it",) and bool({"is", "was", "be"} & set(surface.words[:5]))
    )
    found["negated"] = float(not {"not", "no", "never", "cannot", "neither", "nor"}.isdisjoint(surface.words))
    found["cites"] = float(any(m.citation.form is not CitationForm.NAME for m in line.mentions))
    found["names"] = float(any(m.citation.form in IN_PROSE for m in line.mentions))
    found["reports"] = float(any(m.role.cue is not None for m in line.mentions))
    found["pronoun"] = float(
        bool(surface.opening) and surface.opening[0] in markers_of("he") | markers_of("they")
    )
    found["opens_block"] = float(line.order == 0)
    found["closes_block"] = float(line.last)
    found["in_note"] = float(line.block.kind is BlockKind.FOOTNOTE)
    found["in_quotation"] = float(line.block.kind is BlockKind.QUOTATION)
    found["abstract"] = float(line.block.kind is BlockKind.ABSTRACT)
    found["question"] = float(line.stop == "?")
    found["short"] = float(len(surface.words) < 8)
    found["sums_up"] = float(surface.sums_up)
    found |= _by_form(surface.words, pairs)
    if focus is None:
        found["no_focus"] = 1.0
    else:
        found[f"since_claim={min(focus.since_claim, 4)}"] = 1.0
        found["answers"] = float(
            surface.connective == "contrast" and focus.since_claim == 0 and not line.mentions
        )
        found["answers&negated"] = found["answers"] * found["negated"]
        found["same_block"] = float(focus.block_index == line.block_index)
    found["first_section"] = float(line.section <= 1)
    found["last_section"] = float(line.section == scene.last_section)
    return {name: value for name, value in found.items() if value}
