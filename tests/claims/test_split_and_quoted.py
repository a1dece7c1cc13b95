"""Content that is split around the cue, stands in quotation marks, or behind a colon."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, backed, cases, check, row

SPLIT = [
    row("around source and verb", "Inspectors, Okafor (2019) argues, rarely visit farms.", Says("okafor-2019", "argues", "Okafor", "Inspectors … rarely visit farms", "Inspectors rarely visit farms.")),
    row("source and verb at the end", "Inspectors rarely visit farms, Okafor (2019) argues.", Says("okafor-2019", "argues", "Okafor", "Inspectors rarely visit farms", "Inspectors rarely visit farms.")),
    row("verb before the source", "Rhyme, argues Quist (1987), is ornament.", Says("quist-1987", "argues", "Quist", "Rhyme … is ornament", "Rhyme is ornament.")),
    row("with an adverb", "Courts, Whitfield (1992) rightly notes, follow opinion.", Says("whitfield-1992", "notes", "Whitfield", "Courts … follow opinion", "Courts follow opinion.")),
    row("as X notes, in the midst", "The archive, as Brandt (2000) notes, was never neutral.", Says("brandt-2000", "notes", "Brandt", "The archive … was never neutral", "The archive was never neutral.")),
    row("after a first clause", "If algae move, Nakamura (2014) suggests, corals adapt.", Says("nakamura-2014", "suggests", "Nakamura", "If algae move … corals adapt", "If algae move, corals adapt.")),
    row("for X, in the midst", "Trust, for Rahman (2018), is a wager on strangers.", Says("rahman-2018", "for", "Rahman", "Trust … is a wager on strangers", "Trust is a wager on strangers.")),
    row("in the midst of there is", "There is little doubt, Lindqvist (2008) writes, that herders built the mounds.", Says("lindqvist-2008", "writes", "Lindqvist", "There is little doubt … that herders built the mounds", "There is little doubt that herders built the mounds.")),
    row("behind an opening phrase of its own", "Far from being neutral, the archive, Brandt (2000: 45) contends, ‘remembers for the state’.", Says("brandt-2000", "contends", "Brandt", "Far from being neutral, the archive … ‘remembers for the state’", "Far from being neutral, the archive ‘remembers for the state’.")),
    row("between dashes", "Charters – Castel (2011) insists – were forged.", Says("castel-2011", "insists", "Castel", "Charters … were forged", "Charters were forged.")),
]  # fmt: skip

QUOTED = [
    row("marks within marks", "Quist (1987) argues that “‘rhyme is ornament’”.", Says("quist-1987", "argues", "Quist", "“‘rhyme is ornament’”", "“‘Rhyme is ornament’”.")),
    row("a quoted clause", "Brandt (2000: 12) writes that ‘the archive was never neutral’.", Says("brandt-2000", "writes", "Brandt", "‘the archive was never neutral’", "‘The archive was never neutral’.")),
    row("a quoted clause, double marks", "Marsh (1999: 3) insists that “tides shaped the reef”.", Says("marsh-1999", "insists", "Marsh", "“tides shaped the reef”", "“Tides shaped the reef”.")),
    row("words quoted inside the clause", "Delgado (2007) argues that zoning is a ‘silent wall’ around suburbs.", Says("delgado-2007", "argues", "Delgado", "zoning is a ‘silent wall’ around suburbs", "Zoning is a ‘silent wall’ around suburbs.")),
    row("the quotation ends the clause", "Delgado (2007) argues that zoning is ‘a silent wall’.", Says("delgado-2007", "argues", "Delgado", "zoning is ‘a silent wall’", "Zoning is ‘a silent wall’.")),
    row("a quotation after a comma", "Quist (1987: 9) writes, “Rhyme is ornament.”", Says("quist-1987", "writes", "Quist", "“Rhyme is ornament.”", "“Rhyme is ornament.”")),
    row("a quotation after a colon", "Whitfield (1992: 7) is blunt: ‘courts follow opinion’.", Says("whitfield-1992", "", "Whitfield", "‘courts follow opinion’", "‘Courts follow opinion’.")),
    row("a verb and a colon", "Castel (2011: 4) concludes: ‘charters were forged’.", Says("castel-2011", "concludes", "Castel", "‘charters were forged’", "‘Charters were forged’.")),
    row("thinks otherwise, and a colon", "Garcia (2012) thinks otherwise: employers collude whenever they can.", Says("garcia-2012", "thinks", "Garcia", "employers collude whenever they can", "Employers collude whenever they can.")),
    row("three claims in a list", "Lindqvist (2008) makes three claims: first, the mounds are old; second, herders built them; third, farmers reused them.", Says("lindqvist-2008", "", "Lindqvist", "first, the mounds are old; second, herders built them; third, farmers reused them", "First, the mounds are old; second, herders built them; third, farmers reused them.")),
    row("a quotation split around according to", "“The archive,” according to Brandt (2000: 45), “was never neutral.”", Says("brandt-2000", "according to", "Brandt", "“The archive,” … “was never neutral.”", "“The archive was never neutral.”")),
    row("a colon, nothing quoted", "Nakamura (2014) puts it this way: corals adapt when algae move.", Says("nakamura-2014", "puts", "Nakamura", "corals adapt when algae move", "Corals adapt when algae move.")),
    row("a quotation before the verb", "“Rhyme is ornament,” writes Quist (1987: 9).", Says("quist-1987", "writes", "Quist", "“Rhyme is ornament,”", "“Rhyme is ornament.”")),
    row("a quotation split by source and verb", "“Rhyme in the old ballads,” Quist (1987: 9) writes, “is mere ornament.”", Says("quist-1987", "writes", "Quist", "“Rhyme in the old ballads,” … “is mere ornament.”", "“Rhyme in the old ballads is mere ornament.”")),
    row("a quotation with its page behind", "For Rahman (2018), trust is ‘a wager on strangers’ (p. 7).", Says("rahman-2018", "For", "Rahman", "trust is ‘a wager on strangers’", "Trust is ‘a wager on strangers’.")),
    row("a quotation inside the governed phrase", "Nakamura (2014: 12) speaks of ‘a sea that forgets’ and predicts the end of most reefs within decades.", Says("nakamura-2014", "speaks", "Nakamura", "of ‘a sea that forgets’", "Nakamura speaks of ‘a sea that forgets’."), Says("nakamura-2014", "predicts", "Nakamura", "the end of most reefs within decades", "Nakamura predicts the end of most reefs within decades.")),
    row("a quotation backed by a bracket", "Zoning is ‘a silent wall’ (Delgado, 2007: 61).", backed("delgado-2007", "Delgado, 2007: 61", "Zoning is ‘a silent wall’", "Zoning is ‘a silent wall’.")),
    row("a semicolon, both halves his", "Lindqvist (2008) argues that herders built the mounds; farmers only reused them.", Says("lindqvist-2008", "argues", "Lindqvist", "herders built the mounds; farmers only reused them", "Herders built the mounds; farmers only reused them.")),
    row("a question is no claim", "Rahman (2018) asks whether distance erodes trust."),
    row("a question word for word is no claim", "Rahman (2018) asks: ‘Does distance erode trust?’"),
    row("a question and its answer", "Rahman (2018) asked whether neighbours trust each other and concluded that strangers fare worse.", Says("rahman-2018", "concluded", "Rahman", "strangers fare worse", "Strangers fare worse."), Says("rahman-2018", "asked", "Rahman", "whether neighbours trust each other", "Rahman asked whether neighbours trust each other.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(SPLIT))
def test_split(one: Row, extract: Extract) -> None:
    """The pieces before and behind are the content; put together they read as one."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(QUOTED))
def test_quoted(one: Row, extract: Extract) -> None:
    """Quotation marks stand on both sides or on none."""
    check(one, extract)
