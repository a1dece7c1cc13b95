"""Claims to stances: what is said of the thesis, by whom, among which others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.language import Language

from debatemap.model import Attribution, Claim, Debate, Document, Pole, Span, Stance
from debatemap.stance import classify_stances

Read = Callable[..., Document]
MakeClaim = Callable[..., Claim]

SIDES = [
    ("Alder argues that homework strengthens the independence of pupils.", Stance.SUPPORT),
    ("Alder argues that homework helps pupils to learn and improves their results.", Stance.SUPPORT),
    ("Alder argues that homework harms pupils and steals their rest.", Stance.ATTACK),
    ("Alder argues that homework fails to help pupils and weakens their independence.", Stance.ATTACK),
    ("Alder argues that homework does not strengthen the independence of pupils.", Stance.ATTACK),
    ("Alder distinguishes three kinds of timetable.", Stance.NEUTRAL),
]


@pytest.mark.parametrize("row", SIDES, ids=[row[0][6:60] for row in SIDES])
def test_a_claim_by_itself(
    row: tuple[str, Stance], paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """The words of the poles, good and bad words, and the negations over them decide."""
    sentence, stance = row
    document = paper(sentence)
    [found] = classify_stances([claim(document, "alder-2001", "Alder")], document, debate, nlp=language)
    assert found.stance is stance
    assert 1 / 3 <= found.confidence <= 1


def test_swapping_the_poles_swaps_the_side(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """For a claim without a denial: the thesis' own pole has no bonus beyond its words."""
    document = paper("Alder argues that homework harms pupils.")
    made = claim(document, "alder-2001", "Alder")
    swapped = replace(
        debate,
        thesis="Homework harms pupils and steals their rest.",
        attack=debate.support,
        support=debate.attack,
    )
    [there] = classify_stances([made], document, debate, nlp=language)
    [here] = classify_stances([made], document, swapped, nlp=language)
    assert (there.stance, here.stance) == (Stance.ATTACK, Stance.SUPPORT)


def test_denied_content_counts_for_the_other_side(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """ "Alder denies that X": the content is X, the attribution knows that it is denied."""
    document = paper("Alder denies that homework strengthens independence and helps pupils to learn.")
    made = claim(document, "alder-2001", "Alder")
    content = replace(made, text="homework strengthens independence and helps pupils to learn")
    denied = replace(content, attribution=Attribution((Span(0, 5),), cue_lemma="deny", denied=True))
    [held] = classify_stances([content], document, debate, nlp=language)
    [rejected] = classify_stances([denied], document, debate, nlp=language)
    assert (held.stance, rejected.stance) == (Stance.SUPPORT, Stance.ATTACK)


def test_contrary_to_what_a_scholar_claims_says_the_opposite_of_what_the_scholar_holds(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """The words are the author's; the cue among them asserts, and yet its content is denied."""
    sentence = "Contrary to what Alder claims, homework harms pupils and steals their rest."
    document = paper(sentence)
    cue = Span(sentence.index("claims"), sentence.index(","))
    attribution = Attribution((Span(cue.end + 2, len(sentence)),), cue, cue_lemma="claim", denied=True)
    made = replace(claim(document, "alder-2001", "Contrary"), attribution=attribution)
    [found] = classify_stances([made], document, debate, nlp=language)
    assert found.stance is Stance.SUPPORT


def test_a_weak_claim_leans_with_its_holder(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """The same words count for less alone than beside plain claims of the same holder."""
    weak = "The school day gives pupils enough to learn."
    strong = (
        "Alder argues that homework harms pupils. Homework steals their rest. It weakens their independence."
    )
    alone = paper(f"Alder writes on schools. {weak}")
    beside = paper(f"{strong} {weak}")
    [by_itself] = classify_stances([claim(alone, "alder-2001", "The school")], alone, debate, nlp=language)
    together = classify_stances(
        [claim(beside, "alder-2001", begin) for begin in ("Alder", "Homework", "It weakens", "The school")],
        beside,
        debate,
        nlp=language,
    )
    order = {Stance.ATTACK: -1, Stance.NEUTRAL: 0, Stance.SUPPORT: 1}
    assert order[together[-1].stance] <= order[by_itself.stance]
    assert together[-1].stance is not Stance.SUPPORT


def test_only_the_stance_and_its_chances_change(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    document = paper("Alder argues that homework helps. Birch disagrees and sees harm.")
    claims = [claim(document, "alder-2001", "Alder"), claim(document, "birch-2005", "Birch")]
    found = classify_stances(claims, document, debate, nlp=language)
    for new, old in zip(found, claims, strict=True):
        kept = replace(new, stance=old.stance, confidence=old.confidence, lean=old.lean)
        assert kept == old
    assert classify_stances([], document, debate, nlp=language) == []


def test_coded_claims_teach_what_the_poles_do_not_say(
    paper: Read, claim: MakeClaim, language: Language
) -> None:
    """Twenty claims coded by hand settle a debate whose words the program has never seen."""
    debate = Debate(
        "Glue", "The glue is blue.", Pole("red", "The glue is red."), Pole("blue", "The glue is blue.")
    )
    names = ("Alder", "Birch", "Cedar", "Elm", "Rowan")
    for_it = [f"{names[n % 5]} reports that sample {n} turned azure under the lamp." for n in range(10)]
    against = [f"{names[n % 5]} reports that sample {n} turned crimson in the oven." for n in range(10)]
    new = [
        "Alder reports that the last sample turned azure.",
        "Birch reports that the last sample turned crimson.",
    ]
    pairs = [text for pair in zip(for_it, against, strict=True) for text in pair]
    document = paper(*pairs[:10], *new, *pairs[10:])
    coded = [claim(document, text.split()[0], text, Stance.SUPPORT) for text in for_it]
    coded += [claim(document, text.split()[0], text, Stance.ATTACK) for text in against]
    claims = [claim(document, text.split()[0], text) for text in new]
    before = classify_stances(claims, document, debate, nlp=language)
    after = classify_stances(claims, document, debate, nlp=language, coded=coded)
    assert before[0].stance is before[1].stance
    assert max(found.confidence for found in before) < 0.8
    assert [found.stance for found in after] == [Stance.SUPPORT, Stance.ATTACK]


def test_a_coded_claim_without_a_place_or_from_another_paper_counts(
    paper: Read, claim: MakeClaim, debate: Debate, language: Language
) -> None:
    """Hand-coded rows need neither evidence nor offsets; offsets of another paper mean nothing here."""
    document = paper("Alder writes about the matter.")
    made = claim(document, "alder-2001", "Alder")
    far = replace(made, paper="other", span=Span(10_000, 10_010), stance=Stance.ATTACK)
    bare = replace(made, span=None, evidence="", text="Homework harms pupils.", stance=Stance.ATTACK)
    [found] = classify_stances([made], document, debate, nlp=language, coded=[far, bare])
    assert found.holder == "alder-2001"
