"""Features that tell whether a sentence conveys a claim of a candidate holder.

Each is stated in terms of language: the part that a name plays, the word that reports, what the
sentence opens with, how far the last naming lies back. None knows a topic. The carried reports are
the sequence problem of Li et al. (2022), "CORWA", on the dominant spans of related-work sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from debatemap.claims.cues import find_cue
from debatemap.claims.markers import (
    ASSERTING,
    HE_OR_THEY,
    POSSESSIVES,
    THE,
    has_finding,
    has_many_saying,
    has_passive_report,
    has_reporting_form,
    has_speaker,
    markers_of,
    page_alone,
    remembered,
)
from debatemap.claims.nouns import clause_of_noun, is_valued
from debatemap.claims.parsing import FINITE, IN_PROSE, half_of
from debatemap.claims.scene import Line, Mention, Scene
from debatemap.claims.verbs import clause_behind
from debatemap.model import BlockKind, CitationForm

Features = dict[str, float]

# Parts in which a name is only compared with or leaned on: the sentence is somebody else's.
_ASIDE = frozenset({"compared", "leaned_on"})
# Parts in which a name is that of whoever reports.
_SAYING = frozenset({"subject", "agent", "per", "clause"})
_SHOWING = (("consider",), ("observe",), ("compare",), ("take",), ("see",))
_ONE, _SEVERAL = frozenset({"he", "she"}), frozenset({"they"})
_SHOWN = frozenset({"example", "examples", "exemplified", "illustrated"})
_CROWD = 5  # works in one sentence
_SEE = frozenset({"see", "see also", "cf", "compare", "also", "but see"})


@dataclass(frozen=True, slots=True)
class Focus:
    """Whose report is going on.

    `since_claim`, `since_named`: sentences since the last claim given to them and since they were
    last named; `run`: how many sentences in a row they hold; `introduced`: how they came into focus.
    """

    keys: tuple[str, ...]
    section: int
    block_index: int
    introduced: str
    since_claim: int = 0
    since_named: int = 0
    run: int = 1
    claimed: bool = True
    plural: bool = False
    """One work of several authors."""
    words: frozenset[str] = frozenset()
    """The longer words of the report so far."""

    @property
    def in_prose(self) -> bool:
        """A pronoun may stand for whom the running text names, hardly for whom a bracket does."""
        return not self.introduced.startswith("bracket")


def named_features(scene: Scene, index: int, key: str, focus: Sequence[Focus]) -> Features:
    """Features of "the sentence at `index` conveys a claim of `key`, which it names"."""
    line = scene.lines[index]
    mentions = [mention for mention in line.mentions if mention.key == key]
    found: Features = {"bias": 1.0}
    for mention in mentions:
        _add_mention(found, line, mention)
    others = [m for m in line.mentions if m.key != key and not _in_a_row(m, mentions)]
    others = [m for m in others if not _is_apart(m, mentions)]
    if any(m.role.cue and m.role.name in _SAYING for m in others):
        found["other_reports"] = 1.0
        # "Chan argues that … (Mayo 2008, cited in Chan 2013)": Mayo lends a word, Chan makes the claim.
        found["second_hand&other_reports"] = found.get("second_hand", 0.0)
    if any(m.citation.form in IN_PROSE for m in others):
        found["other_in_prose"] = 1.0
    if any(key in f.keys for f in focus):
        found["in_focus"] = 1.0
    if key in scene.titled.get(line.section, ()):
        found["in_title"] = 1.0
    if len(mentions) > 1:
        found["named_twice"] = 1.0
    if all(m.aside for m in mentions) and _has_report(line):
        found["aside"] = 1.0
    if _points_to_many(line):
        found["crowd"] = 1.0
    _add_voice(found, line)
    if _shows_example(line):
        found["shows_example"] = 1.0
    if any(_is_described(mention) for mention in mentions):
        found["is_a"] = 1.0
    if _only_leads_in(line):
        found["leads_in"] = 1.0
    _add_block(found, line)
    if all(mention.citation.form in IN_PROSE for mention in mentions):
        found.pop("in_quotation", None)  # whom the quotation names, not whose it is
    found["short"] = float(len(line.surface.words) < 8)
    if line.order == 0 and line.last and len(line.surface.words) < 14:
        found["stands_alone"] = 1.0  # an example or a formula set apart, with its source
    return found


def _only_leads_in(line: Line) -> bool:
    """ "In the words of X:", "X notes that:": what is said comes behind."""
    if line.parsed is None or line.stop != ":":
        return False
    last = line.surface.words[-1:]
    said = last == ("that",) or has_reporting_form(last)
    return said or not any(token.tag_ in FINITE for token in line.parsed.doc)


def _shows_example(line: Line) -> bool:
    """ "Consider the following example (X 2006: 5)", "This is illustrated in (3) (X 2006: 5):"."""
    surface = line.surface
    if surface.opening[:1] in _SHOWING and surface.has("sample"):
        return True
    return line.stop == ":" and not _SHOWN.isdisjoint(surface.words) and "that" not in surface.words


def _is_described(mention: Mention) -> bool:
    """ "X (2006) is a book about reefs", "X was the first to see them": said of X, not by X."""
    verb = mention.role.governor
    if mention.role.name != "subject" or mention.role.cue or verb is None or verb.lemma_ != "be":
        return False
    return any(token.dep_ == "attr" for token in verb.children)


def _has_report(line: Line) -> bool:
    """Somebody whom the text named before says what the sentence says: "she argues", "on their view"."""
    return has_speaker(line.surface.words, HE_OR_THEY) or _speaks_of_their_view(line.surface.words)


def _points_to_many(line: Line) -> bool:
    """ "Work on this has grown (…)", with many works: literature pointed to, not what each of them claims.
    Not so where the words say that they say it, or where all stand in the bracket that closes a statement."""
    if len(line.keys) <= _CROWD or has_many_saying(line.surface.words):
        return False
    first = line.mentions[0].citation
    closing = all(m.trailing and m.citation.bracket == first.bracket for m in line.mentions)
    return not closing or bool(first.prefix)


def _is_apart(other: Mention, mentions: list[Mention]) -> bool:
    """ "X finds that P; Y finds none": each speaks in a half of its own."""
    heads = [mention.role.head for mention in (other, *mentions)]
    halves = [half_of(head).start if head is not None else None for head in heads]
    return None not in halves and halves[0] not in halves[1:]


def _in_a_row(other: Mention, mentions: Sequence[Mention]) -> bool:
    """ "X (2006) and Y (2009) propose": one verb for both."""
    verb = other.role.governor
    return other.role.name in _SAYING and any(
        m.role.governor == verb and m.role.name == other.role.name for m in mentions
    )


def _add_mention(found: Features, line: Line, mention: Mention) -> None:
    citation, role = mention.citation, mention.role
    if mention.points:
        found["see_for"] = 1.0
    if citation.form not in IN_PROSE:
        found[f"form={citation.form.value}"] = 1.0
        found["trailing"] = float(mention.trailing)
        found["after_name"] = float(mention.after_name)
        found["after_name&inside"] = float(mention.after_name and not mention.trailing)
        fellows = [m for m in line.mentions if m.citation.bracket == citation.bracket]
        found["fellows"] = min(len(fellows) - 1, 4) / 4
        prefix = citation.prefix.lower().strip(" .,:;")
        if prefix:
            found["prefix=see" if prefix in _SEE else "prefix=other"] = 1.0
    else:
        found[f"role={role.name}"] = 1.0
        if role.name == "owner" and role.governor is not None and clause_of_noun(role.governor):
            found["owner_of_clause"] = 1.0  # "extends X's claim that P to Q"
        if role.cue:
            if role.name != "clause":  # "as X discusses, P" says P, "X discusses P" may not
                found[f"cue={role.cue.kind}"] = 1.0
                found[f"{role.cue.pos}={role.cue.kind}"] = 1.0
            found[f"role={role.name}&cue"] = 1.0
        elif role.name == "subject":
            found["subject_without_cue"] = 1.0
            if role.governor is not None and role.governor.lemma_ in _BLAMED:
                found["blamed"] = 1.0  # "X overlooks that P": whoever says so holds P
        elif role.name in ("in", "object", "presented") and line.surface.has("survey"):
            found["points_to"] = 1.0  # "overviews can be found in X"
        if role.name == "likened" and role.cue and role.head and role.head.head.lower_ == "with":
            found["agreed_with"] = 1.0  # "Y agrees with X that …", "we say with X that …": a claim of both
        if role.name == "subject" and not role.main and (role.cue is None or role.cue.kind == "study"):
            found["subject_aside"] = 1.0  # "while X looks at the nation, Y argues"
        if role.main:
            found["main"] = 1.0
            found[f"role={role.name}&main"] = 1.0
        elif role.name == "agent":
            found["agent_aside"] = 1.0
        if (
            role.name == "owner"
            and role.governor is not None
            and role.governor.dep_ in ("nsubj", "nsubjpass")
        ):
            found["owner_of_subject"] = 1.0
        if role.name in ("owner", "of") and role.governor is not None and is_valued(role.governor, role.head):
            found["valued"] = 1.0  # "X's argument is unconvincing": the author's verdict
        if citation.form is CitationForm.NARRATIVE:
            found["dated"] = 1.0
    if citation.locator:
        found["locator"] = 1.0
    if citation.cited_in:
        found["second_hand"] = 1.0
    if line.surface.quoted > 20:
        found["quoted"] = 1.0


_BLAMED = frozenset(
    {"conflate", "disregard", "exaggerate", "forget", "ignore", "misread", "misrepresent", "misunderstand"}
    | {"neglect", "overlook", "overstate", "underestimate"}
)


def _add_voice(found: Features, line: Line) -> None:
    """Whose voice the sentence's surface suggests; in a block quotation "we" are those quoted."""
    surface = line.surface
    if line.block.kind is BlockKind.QUOTATION:
        return
    if surface.speaks_for_itself:
        found["first_person"] = 1.0
    if surface.steers:
        found["steering"] = 1.0
    if surface.has("verdict"):
        found["verdict"] = 1.0
    own = surface.names_own_text
    if own:
        found["own_text"] = 1.0
    if (own or "first_person" in found) and not has_reporting_form(surface.words, ASSERTING):
        found["i_study"] = 1.0
    if has_passive_report(surface.words):
        found["passive_report"] = 1.0


def carried_features(scene: Scene, index: int, focus: Focus) -> Features:
    """Features of "the sentence at `index` goes on with the report of those in focus"."""
    line = scene.lines[index]
    surface = line.surface
    found: Features = {"bias": 1.0}
    _add_voice(found, line)
    if surface.connective:
        found[f"connective={surface.connective}"] = 1.0
    _add_anaphora(found, line, focus)
    found[f"since_claim={min(focus.since_claim, 4)}"] = 1.0
    found["since_named"] = min(focus.since_named, 8) / 8
    found[f"introduced={focus.introduced}"] = 1.0
    found["run"] = min(focus.run, 8) / 8
    found["not_claimed_yet"] = float(not focus.claimed)
    if line.section != focus.section:
        found["new_section"] = 1.0
    elif line.block_index != focus.block_index:
        found["new_block"] = 1.0
        found["far_block"] = float(line.block_index - focus.block_index > 2)
    _add_block(found, line)
    found["continues"] = float(line.order == 0 and line.block.continues)
    others = [m for m in line.mentions if m.key not in focus.keys]
    if any(m.citation.form in IN_PROSE and m.role.name not in _ASIDE for m in others):
        found["other_in_prose"] = 1.0
        if any(m.role.cue and m.role.name in _SAYING for m in others):
            found["other_reports"] = 1.0
        if "this_view" in found and "passive_report" in found:
            found["taken_up"] = 1.0  # "this view is shared by X": a claim of X
    elif any(m.citation.form not in IN_PROSE for m in others):
        added = all(m.aside for m in others) and _has_report(line)  # "on their view, … (cf. X)"
        found["other_in_bracket"] = float(not added)
    elif others:
        found["other_aside"] = 1.0
    if any(key in scene.titled.get(line.section, ()) for key in focus.keys):
        found["in_title"] = 1.0
    _add_ahead(found, scene, index, focus)
    found["quoted"] = float(surface.quoted > 20)
    found["reporting_form"] = float(has_reporting_form(surface.words))
    mine = surface.long
    before = (earlier.surface.long for earlier in scene.lines[max(0, index - 2) : index])
    found["echo"] = _share(mine, frozenset().union(*before))
    found["echo_of_report"] = _share(mine, focus.words)
    _add_dominance(found, scene, line, focus)
    found["short"] = float(len(surface.words) < 8)
    found["question"] = float(line.stop == "?")
    found["sends"] = float(surface.opening[:1] in (("see",), ("for",), ("on",)) and "see" in surface.words)
    found["page_alone"] = float(_has_page_alone(scene, line))
    found["led_in"] = float(_is_led_in(scene, index, focus))
    found["listed"] = float(_is_listed(scene, index, focus))
    found["result"] = float(_is_result(scene, index, focus))
    _add_assessment(found, line)
    return found


def _add_block(found: Features, line: Line) -> None:
    """Where in the text the sentence stands."""
    if line.order == 0:
        found["opens_block"] = 1.0
    if line.block.kind is BlockKind.FOOTNOTE:
        found["in_note"] = 1.0
    if line.block.kind is BlockKind.QUOTATION:
        found["in_quotation"] = 1.0


def _has_page_alone(scene: Scene, line: Line) -> bool:
    """ "The rider knows it (429–30).": the page is that of the work cited last."""
    return not line.mentions and page_alone(line.span.of(scene.document.text)) is not None


def _is_led_in(scene: Scene, index: int, focus: Focus) -> bool:
    """A block quotation behind "In the words of X:" that names no source of its own; or a paragraph, as which
    many files have it, behind words that do nothing but lead in ("As X puts it:")."""
    line, before = scene.lines[index], scene.lines[index - 1]
    if line.order or line.keys or not index or before.stop != ":" or set(focus.keys).isdisjoint(before.keys):
        return False
    if line.block.kind is BlockKind.QUOTATION:
        return True
    leads = _only_leads_in(before) or any(m.key in focus.keys and _announces(m) for m in before.mentions)
    return line.block.kind is BlockKind.PARAGRAPH and before.last and leads and not _shows_example(before)


def _announces(mention: Mention) -> bool:
    """ "According to X:", "As X puts it:", "X writes:": no word of what is said as yet."""
    role = mention.role
    if role.name in ("per", "clause"):
        return True
    says = role.cue_token if role.cue and role.cue.pos == "verb" and role.cue.kind != "study" else None
    return role.name == "subject" and says is not None and not clause_behind(says)


def _is_result(scene: Scene, index: int, focus: Focus) -> bool:
    """ "X (2004) taught two classes by drill. Twice as many pupils passed.": a comparison or a number behind
    a sentence that says what X studied, or "the results show"."""
    line = scene.lines[index]
    if not index or line.keys or focus.since_named or scene.lines[index - 1].block_index != line.block_index:
        return False
    if has_finding(line.surface.words[:5]):
        return True
    named = (mention.role for mention in scene.lines[index - 1].mentions if mention.key in focus.keys)
    if not any(role.name == "subject" and (role.cue is None or role.cue.kind == "study") for role in named):
        return False
    return line.surface.has("result") or any(map(str.isdigit, line.span.of(scene.document.text)))


def _is_listed(scene: Scene, index: int, focus: Focus) -> bool:
    """An item of the list behind "X distinguishes three kinds:"."""
    line = scene.lines[index]
    if line.block.kind is not BlockKind.LIST_ITEM or line.order:
        return False
    before = range(index - 1, -1, -1)
    lead = next((at for at in before if scene.lines[at].block.kind is not BlockKind.LIST_ITEM), None)
    if lead is None or scene.lines[lead].stop != ":" or scene.lines[lead].section != line.section:
        return False
    if not set(scene.lines[lead].keys).isdisjoint(focus.keys):
        return True
    # "She names three:" leads on whoever is reported; whom an item names is not whose the others are.
    return index - 1 - focus.since_claim >= lead >= index - 1 - focus.since_named


def _add_assessment(found: Features, line: Line) -> None:
    """What ends a report: the author finds a flaw in it, or sums up."""
    found["flaw"] = float(line.surface.has("flaw"))
    found["sums_up"] = float(line.surface.sums_up)


def _add_anaphora(found: Features, line: Line, focus: Focus) -> None:
    surface = line.surface
    opening = surface.opening[:1]
    for kind in ("he", "they"):
        if opening and opening[0] in markers_of(kind):
            found[f"opens_with={kind}"] = 1.0
        elif surface.has(kind):
            found[f"has={kind}"] = 1.0
    one = len(focus.keys) == 1 and not focus.plural
    if opening and opening[0] in markers_of("he") and not one:
        found["he_for_several"] = 1.0
    if opening and opening[0] in markers_of("they") and one:
        found["they_for_one"] = 1.0
    if surface.has_after(THE, "person"):
        found["the_author"] = 1.0
    pronouns = _ONE if one else _SEVERAL
    others = any(_may_speak(mention) for mention in line.mentions)
    if not others and has_speaker(surface.words, pronouns if focus.in_prose else frozenset()):
        found["says"] = 1.0
    if _speaks_of_their_view(surface.words) and not any(_leads(mention) for mention in line.mentions):
        found["their_view"] = 1.0  # not in "Ames goes further: reefs, in his view, are …"
    if _is_on_this_view(surface.words):
        found["on_this_view"] = 1.0
    first = surface.opening[:3]
    if first[:1] and first[0] in ("this", "these", "such", "that", "those"):
        found["opens_with=this"] = 1.0
        if any(find_cue(word, "NOUN") or find_cue(word.removesuffix("s"), "NOUN") for word in first[1:]):
            found["this_view"] = 1.0
    elif first[:1] == ("the",):
        found["opens_with=the"] = 1.0
        if any(find_cue(word, "NOUN") for word in first[1:]):
            found["the_view"] = 1.0
    elif first[:1] and first[0] in ("it", "its"):
        found["opens_with=it"] = 1.0
        if has_passive_report(surface.words[:8]):
            found["impersonal"] = 1.0  # "it has been argued that …": by whomever
    elif first[:1] == ("there",):
        found["opens_with=there"] = 1.0
    elif first[:1] in (("other",), ("others",)):
        found["opens_with=others"] = 1.0  # than those of whom it spoke


def _may_speak(mention: Mention) -> bool:
    """A name that what a pronoun says may be told of as well: not one that stands within what is said
    ("they replied that the data of X are old"), nor an aside."""
    in_prose = mention.citation.form in IN_PROSE
    return not mention.aside and (not in_prose or mention.role.main or mention.role.cue is not None)


def _leads(mention: Mention) -> bool:
    return mention.citation.form in IN_PROSE and mention.role.main


@remembered
def _speaks_of_their_view(words: tuple[str, ...]) -> bool:
    """ "in their model", "his claim"."""
    owned = (noun for owner, noun in pairwise(words) if owner in POSSESSIVES)
    return any(find_cue(noun, "NOUN") for noun in owned)


@remembered
def _is_on_this_view(words: tuple[str, ...]) -> bool:
    """ "On this view, …", "in the authors' account", "in the latter analyses": what follows is part of what
    was reported before."""
    for at, (led, owner) in enumerate(pairwise(words)):
        behind = words[at + 2 : at + 4]
        meant = led in ("in", "on", "under") and owner in THE and not _BEFORE_NAMED.isdisjoint(behind)
        on_this = led == "on" and owner in ("this", "that")
        theirs = led in ("in", "on") and owner == "the" and behind[:1] and behind[0] in markers_of("person")
        views = words[at + 2 : at + 5] if meant else behind
        if (on_this or theirs or meant) and any(map(_is_view, views)):
            return True
    return False


def _is_view(word: str) -> bool:
    plural = word.removesuffix("s") if word != "analyses" else "analysis"
    cue = find_cue(word, "NOUN") or find_cue(plural, "NOUN")
    return cue is not None and cue.kind in ("frame", "assert")


# "The two accounts", "these latter models".
_BEFORE_NAMED = frozenset(
    {"two", "three", "aforementioned", "former", "latter", "above", "same", "foregoing"}
)


def _add_ahead(found: Features, scene: Scene, index: int, focus: Focus) -> None:
    """Whom the paragraph names next."""
    here = scene.lines[index]
    for distance, line in enumerate(scene.lines[index + 1 : index + 7]):
        if line.block_index != here.block_index:
            break
        if line.mentions:
            same = any(m.key in focus.keys for m in line.mentions)
            found["ahead=same" if same else "ahead=other"] = 1.0 if distance < 2 else 0.6
            return


def _add_dominance(found: Features, scene: Scene, line: Line, focus: Focus) -> None:
    """How much of the paragraph's, and of the section's, citing is of those in focus."""
    for name, works in (("block", scene.cited_in_block(line)), ("section", scene.cited_in_section(line))):
        total = sum(works.values())
        if total:
            share = sum(works.get(key, 0) for key in focus.keys) / total
            found[f"share_of_{name}"] = share
            found[f"rules_{name}"] = float(share > 0.6 and total > 1)
        else:
            found[f"no_citing_in_{name}"] = 1.0


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / len(mine) if mine else 0.0
