"""The author's own voice: what the paper itself holds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debatemap.citations import cite
from debatemap.claims.attribute import attribute
from debatemap.claims.model import AttributionModel, LogisticModel, load_model
from debatemap.claims.scene import lay_out
from debatemap.model import Block, BlockKind, Document, Span, Via
from debatemap.nlp import load, split_sentences

from .conftest import Extract
from .rows import Row, Says, cases, check, row

OWN = [
    row("I argue that", "I argue that minimum wages leave employment as it is.", Says("self", "argue", "I", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("I develop the core argument that", "I develop the core argument that minimum wages destroy jobs in small towns.", Says("self", "argument", "I", "minimum wages destroy jobs in small towns", "Minimum wages destroy jobs in small towns.")),
    row("we find that", "We find that higher minimum wages make firms dismiss workers.", Says("self", "find", "We", "higher minimum wages make firms dismiss workers", "Higher minimum wages make firms dismiss workers.")),
    row("this article has shown", "This article has shown that minimum wages leave employment as it is.", Says("self", "shown", "This article", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("our results suggest", "Our results suggest that minimum wages do not destroy jobs.", Says("self", "suggest", "Our", "minimum wages do not destroy jobs", "Minimum wages do not destroy jobs.")),
    row("my argument is that", "My argument is that employment hardly depends on minimum wages.", Says("self", "argument", "My", "employment hardly depends on minimum wages", "Employment hardly depends on minimum wages.")),
    row("in my view", "In my view, minimum wages leave employment as it is.", Says("self", "view", "my", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("it will be argued", "In this paper it is argued that minimum wages destroy jobs.", Says("self", "argued", "", "minimum wages destroy jobs", "Minimum wages destroy jobs.")),
    row("a verdict on others", "However, no concrete evidence is provided to support the claim that minimum wages destroy jobs.", Says("self", "", "", "However, no concrete evidence is provided to support the claim that minimum wages destroy jobs", "No concrete evidence is provided to support the claim that minimum wages destroy jobs.")),
    row("a verdict behind a report", "Fischer (2015) argues that minimum wages destroy jobs. But there is no evidence that firms dismiss workers.", Says("fischer-2015", "argues", "Fischer", "minimum wages destroy jobs"), Says("self", "", "", "But there is no evidence that firms dismiss workers", "There is no evidence that firms dismiss workers."), fails="the model takes a verdict right behind a report for its next sentence"),
    row("I do not believe", "I do not believe that minimum wages destroy jobs.", Says("self", "believe", "I", "minimum wages destroy jobs", "I do not believe that minimum wages destroy jobs.", denied=True)),
    row("I reject the idea that", "I reject the idea that minimum wages destroy jobs.", Says("self", "idea", "I", "minimum wages destroy jobs", "I reject the idea that minimum wages destroy jobs.", denied=True)),
    row("I would like to suggest", "I would like to suggest that minimum wages leave employment as it is.", Says("self", "suggest", "I", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("it is my contention that", "It is my contention that higher minimum wages make firms dismiss workers.", Says("self", "contention", "my", "higher minimum wages make firms dismiss workers", "Higher minimum wages make firms dismiss workers.")),
    row("the present study finds", "The present study finds that minimum wages do not destroy jobs.", Says("self", "finds", "The present study", "minimum wages do not destroy jobs", "Minimum wages do not destroy jobs.")),
    row("as we have shown above", "As we have shown above, minimum wages leave employment as it is.", Says("self", "shown", "we", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("in contrast to X, we find no evidence", "In contrast to Fischer (2015), we find no evidence that minimum wages destroy jobs.", Says("self", "evidence", "we", "minimum wages destroy jobs", "In contrast to Fischer, we find no evidence that minimum wages destroy jobs.", denied=True)),
    row("argued against X", "This article has argued, against Fischer (2015), that minimum wages leave employment as it is.", Says("self", "argued", "This article", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("a concession", "It is true that minimum wages destroy jobs in small towns.", Says("self", "", "", "It is true that minimum wages destroy jobs in small towns", "It is true that minimum wages destroy jobs in small towns.")),
    row("contrary to what X claims", "Contrary to what Fischer (2015) claims, minimum wages do not destroy jobs.", Says("fischer-2015", "claims", "Fischer", "minimum wages do not destroy jobs", "Contrary to what Fischer claims, minimum wages do not destroy jobs.", denied=True), Says("self", "", "", "Contrary to what Fischer (2015) claims, minimum wages do not destroy jobs", None), fails="the model hears the scholar named, not the author who contradicts"),
    row("agreement of the author", "We agree with Fischer (2015) that minimum wages destroy jobs.", Says("self", "agree", "We", "minimum wages destroy jobs", "Minimum wages destroy jobs."), Says("fischer-2015", "agree", "Fischer", "minimum wages destroy jobs", "Minimum wages destroy jobs.")),
    row("it seems to me", "This reply seems to me too weak, since jobs are what minimum wages destroy.", Says("self", "", "", "This reply seems to me too weak, since jobs are what minimum wages destroy", "This reply seems to me too weak, since jobs are what minimum wages destroy.")),
    row("I side with", "Here I side with those for whom minimum wages leave employment as it is.", Says("self", "side", "I", "with those for whom minimum wages leave employment as it is", "Here I side with those for whom minimum wages leave employment as it is.")),
    row("what they identify is theirs", "Card and Krueger (1994) look at minimum wages. Using data on two states, they identified no loss of jobs.", Says("card-krueger-1994", "", "Card and Krueger", "Card and Krueger (1994) look at minimum wages"), Says("card-krueger-1994", "identified", "they", "no loss of jobs", via="carried")),
    row("from our point of view", "From our point of view, minimum wages leave employment as it is.", Says("self", "point", "our", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("as the reader has seen", "We have seen that minimum wages leave employment as it is.", Says("self", "seen", "We", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("summed up", "All in all, minimum wages leave employment in small towns as it is.", Says("self", "", "", "All in all, minimum wages leave employment in small towns as it is", "All in all, minimum wages leave employment in small towns as it is.")),
    row("what says one's own once more", "Minimum wages, I argue, destroy jobs. That is, firms dismiss workers when minimum wages rise.", Says("self", "argue", "I", "Minimum wages … destroy jobs"), Says("self", "", "", "That is, firms dismiss workers when minimum wages rise", "Firms dismiss workers when minimum wages rise.")),
    row("what says once more what nobody claims", "Many regions have minimum wages. That is, firms dismiss workers and minimum wages must destroy jobs."),
    row("what a model assumes is not the author's", "This model was put forward in Chicago. It assumes that minimum wages destroy jobs."),
    row("what X overlooks", "However, Fischer (2015) overlooks the fact that minimum wages leave employment in small towns as it is.", Says("self", "", "", "However, Fischer (2015) overlooks the fact that minimum wages leave employment in small towns as it is", "Fischer overlooks the fact that minimum wages leave employment in small towns as it is.")),
    row("a gap is no claim on the debate", "But few scholars of minimum wages have asked what they do to jobs and employment."),
    row("what follows if others are right", "But if the critics are right, minimum wages must destroy jobs."),
    row("what a thing is called is no claim", "But the lowest wage that firms may pay is called the minimum wage."),
    row("what one might object is nobody's view", "One might object that minimum wages destroy jobs."),
    row("nor is what may be said", "It may be said that minimum wages destroy jobs."),
    row("a question is no claim", "Should we conclude that minimum wages destroy jobs in small towns?"),
    row("an example is no claim", "Consider the following example from a survey of the towns (Fischer, 2015: 4)."),
    row("a plan is no claim", "In this paper we study a survey of two towns."),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(OWN))
def test_own_voice(one: Row, extract: Extract) -> None:
    """The holder is `self`; first person and "this article" are the source."""
    check(one, extract)


def test_a_report_that_goes_on_is_not_the_authors_own() -> None:
    """Even where everything sounds like the author's voice; where somebody is named it may be both."""
    text = "Fischer (2015) argues that wages matter. He adds that jobs do not. Wages rose fast in all of Kent (Ames, 2001)."
    document = Document("x", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    document = replace(document, sentences=split_sentences(document))
    model = load_model()
    eager = AttributionModel(model.named, model.carried, LogisticModel(model.voice.weights, 0.0))
    held = list(attribute(lay_out(document, cite(document), nlp=load()), eager, frozenset()))
    assert [h.via for h in held if h.line.span == document.sentences[1]] == [Via.CARRIED]
    assert "self" in {h.holder for h in held if h.line.span == document.sentences[2]}


def test_others_who_say_so_are_found_not_argued_with(extract: Extract) -> None:
    """ "We find research that …" reports others; "we find that …" is a result of one's own."""
    _, found = extract(
        "We find research that shows how minimum wages destroy jobs in small towns (Castel, 2011)."
    )
    assert [claim.holder for claim in found] == ["castel-2011"]
    _, own = extract("We find that minimum wages destroy jobs in small towns.")
    assert [claim.holder for claim in own] == ["self"]
