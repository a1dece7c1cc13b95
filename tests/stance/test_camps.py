"""Who stands with whom: turns that the words mark, and the camps that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from debatemap.model import Attribution, Claim, Document, Relation, RelationKind, Span
from debatemap.stance.camps import camp_leans
from debatemap.stance.concessions import holder_signs
from debatemap.stance.turns import turn_sign, turns_between

Read = Callable[..., Document]
MakeClaim = Callable[..., Claim]

TURNS = [
    ("Birch objects that the sample was small.", -1),
    ("Birch, however, found the contrary.", -1),
    ("By contrast, Birch saw no gain.", -1),
    ("The objects lay on the table.", 0),
    ("Birch reached a similar conclusion.", 1),
    ("Birch, too, saw a gain.", 1),
    ("The book has ten chapters.", 0),
    ("In stark contrast to Birch, Cedar saw no gain.", -1),
    ("Unlike Birch, Cedar saw no gain.", -1),
    ("Unlike others before, this one is blue.", 0),
    ("Cedar holds, like Birch and Elm, that there was a gain.", 1),
    ("This looks like Birch may have erred.", 0),
    ("Birch's view is shared by Cedar.", 1),
]


@pytest.mark.parametrize(("text", "sign"), TURNS)
def test_words_that_turn(text: str, sign: int) -> None:
    assert turn_sign(text) == sign


def test_a_turn_goes_to_whom_the_sentence_names_or_to_the_one_before(paper: Read, claim: MakeClaim) -> None:
    document = paper(
        "Alder sees a gain. Birch sees none. Cedar doubts Alder. Elm objects that all are wrong."
    )
    claims = [
        claim(document, holder, begins)
        for holder, begins in (
            ("alder-2001", "Alder"),
            ("birch-2005", "Birch"),
            ("cedar-2009", "Cedar"),
            ("elm-2012", "Elm"),
        )
    ]
    found = turns_between(claims, range(4))
    assert [(turn.source, turn.targets, turn.sign) for turn in found] == [(2, (0,), -1), (3, (2,), -1)]


def test_evidence_reaches_the_camp_and_turned_round_the_other(paper: Read, claim: MakeClaim) -> None:
    document = paper(
        "Alder sees a gain.", "Birch reached a similar conclusion.", "Cedar objects that both are wrong."
    )
    claims = [
        claim(document, "alder-2001", "Alder"),
        claim(document, "birch-2005", "Birch"),
        claim(document, "cedar-2009", "Cedar"),
    ]
    turns = turns_between(claims, range(3))
    own, beside, against = camp_leans(claims, range(3), [2.0, 0.0, 0.0], [1.0] * 3, turns=turns)
    assert beside > 0 > against
    assert own > 0
    turned = camp_leans(claims, range(3), [-2.0, 0.0, 0.0], [1.0] * 3, turns=turns)
    assert turned[1] == pytest.approx(-beside)


def test_the_author_is_of_no_camp(paper: Read, claim: MakeClaim) -> None:
    """But what the author says of others tells of them."""
    document = paper("Our results confirm this.", "Alder sees a gain.", "We reached a similar conclusion.")
    claims = [claim(document, "alder-2001", "Alder"), claim(document, "self", "We reached")]
    turns = turns_between(claims, range(2))
    assert camp_leans(claims, range(2), [2.0, 0.0], [1.0] * 2, turns=turns)[1] == 0
    assert camp_leans(claims, range(2), [0.0, 2.0], [1.0] * 2, turns=turns)[0] > 0


@pytest.mark.parametrize(("kind", "sign"), [(RelationKind.SUPPORT, 1), (RelationKind.ATTACK, -1)])
def test_a_relation_joins_or_parts_the_camps(
    kind: RelationKind, sign: int, paper: Read, claim: MakeClaim
) -> None:
    document = paper("Alder sees a gain.", "Nothing is known.", "Cedar lives in Rome.")
    claims = [claim(document, "alder-2001", "Alder"), claim(document, "cedar-2009", "Cedar")]
    relation = Relation("r", document.key, "cedar-2009", "alder-2001", kind, "", None, 0.8, "")
    elsewhere = replace(relation, paper="another")
    plain, tied, apart = (
        camp_leans(claims, range(2), [2.0, 0.0], [1.0, 1.0], relations=relations)[1]
        for relations in ([], [relation], [elsewhere])
    )
    assert (tied - plain) * sign > 0
    assert apart == plain


def test_a_concession_goes_against_its_holder(paper: Read, claim: MakeClaim) -> None:
    document = paper("Alder sees a gain. Alder admits that some lost.")
    held = claim(document, "alder-2001", "Alder sees")
    granted = replace(
        claim(document, "alder-2001", "Alder admits"), attribution=Attribution((Span(0, 5),), concession=True)
    )
    signs = holder_signs([held, granted], range(2), ())
    assert camp_leans([held, granted], range(2), [2.0, 0.0], signs)[1] < 0
    assert camp_leans([held, granted], range(2), [0.0, 2.0], signs)[0] < 0
