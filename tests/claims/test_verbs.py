"""Reporting verbs: a named scholar is the subject, and the verb governs what is claimed."""

from __future__ import annotations

import pytest

from debatemap.citations import cite
from debatemap.claims.parsing import parse_sentences
from debatemap.claims.sources import pronoun_roles
from debatemap.nlp import load

from .conftest import Extract
from .rows import Row, Says, cases, check, row

# Verbs that say that something is so, of every class (Hyland 1999), with a clause behind them.
CLAUSES = [
    row("what stands behind a colon belongs to it", "Castel (2011) objects that the charters are misread: most of them name no king.", Says("castel-2011", "objects", "Castel", "the charters are misread: most of them name no king", "The charters are misread: most of them name no king.")),
    row("two works, one verb", "Neumark and Wascher (2000, 2007) deny that wages fell.", Says("neumark-wascher-2000", "deny", "Neumark and Wascher", "wages fell", "Neumark and Wascher deny that wages fell.", denied=True), Says("neumark-wascher-2007", "deny", "2007", "wages fell", "Neumark and Wascher deny that wages fell.", denied=True)),
    row("assert: argue", "Lindqvist (2008) argues that the mounds were built by herders.", Says("lindqvist-2008", "argues", "Lindqvist", "the mounds were built by herders", "The mounds were built by herders.")),
    row("assert: claim, page behind a colon", "Marsh (1999: 44) claims that tides shaped the reef.", Says("marsh-1999", "claims", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
    row("assert: maintain, et al.", "Ho et al. (2016) maintain that sleep restores attention.", Says("ho-et-al-2016", "maintain", "Ho et al.", "sleep restores attention", "Sleep restores attention.")),
    row("assert: contend, a family name of two words", "Xu Yi (2013) contends that inspectors matter.", Says("xu-yi-2013", "contends", "Xu Yi", "inspectors matter", "Inspectors matter.")),
    row("assert: insist, adverb between", "Quist (1987) repeatedly insists that metre drives meaning.", Says("quist-1987", "insists", "Quist", "metre drives meaning", "Metre drives meaning.")),
    row("assert: write, no complementizer", "Brandt (2000) writes the archive was never neutral.", Says("brandt-2000", "writes", "Brandt", "the archive was never neutral", "The archive was never neutral.")),
    row("assert: stress, three authors", "Dube, Lester and Reich (2010) stress that borders matter.", Says("dube-lester-reich-2010", "stress", "Dube, Lester and Reich", "borders matter", "Borders matter.")),
    row("was the first to show that", "Baker (2010) was the first to show that wages are sticky.", Says("baker-2010", "show", "Baker", "wages are sticky", "Wages are sticky.")),
    row("were among the first to argue that", "Baker (2010) and Marsh (1999) were among the first to argue that wages are sticky.", Says("baker-2010", "argue", "Baker", "wages are sticky"), Says("marsh-1999", "argue", "Marsh", "wages are sticky")),
    row("is a study that finds that", "Quist (1987) is a study of rhyme that finds that it is ornament.", Says("quist-1987", "finds", "Quist", "it is ornament")),
    row("was right to insist that", "Baker (2003) was right to insist that wages are sticky.", Says("baker-2003", "insist", "Baker", "wages are sticky", "Wages are sticky.")),
    row("was wrong to think that", "Baker (2003) was wrong to think that wages are sticky.", Says("baker-2003", "think", "Baker", "wages are sticky", "Wages are sticky.")),
    row("what one was the first to do is no claim", "Quist (1987) was the first to look at rhyme."),
    row("makes it clear that", "Baker (2003) makes clear that wages are sticky in booms.", Says("baker-2003", "makes", "Baker", "wages are sticky in booms", "Wages are sticky in booms.")),
    row("assert: point out, particle between verb and clause", "Okafor (2019) points out that inspectors rarely visit farms.", Says("okafor-2019", "points", "Okafor", "inspectors rarely visit farms", "Inspectors rarely visit farms.")),
    row("assert: remind us", "Castel (2011) reminds us that charters were forged.", Says("castel-2011", "reminds", "Castel", "charters were forged", "Charters were forged.")),
    row("show: find", "Card and Krueger (1994) find that employment rose.", Says("card-krueger-1994", "find", "Card and Krueger", "employment rose", "Employment rose.")),
    row("show: demonstrate, hyphen and accent in the name", "Muñoz-Prado (2016) demonstrates that bilinguals switch faster.", Says("munoz-prado-2016", "demonstrates", "Muñoz-Prado", "bilinguals switch faster", "Bilinguals switch faster.")),
    row("show: have shown", "Neumark and Wascher (2007) have shown that teenagers lose hours.", Says("neumark-wascher-2007", "shown", "Neumark and Wascher", "teenagers lose hours", "Teenagers lose hours.")),
    row("show: reveal, apostrophe in the name", "O’Hara (2005) reveals that clerks copied the maps.", Says("ohara-2005", "reveals", "O’Hara", "clerks copied the maps", "Clerks copied the maps.")),
    row("show: conclude, particles in the name", "Finally, van der Meer (2004) concludes that dikes raised the floods.", Says("van-der-meer-2004", "concludes", "van der Meer", "dikes raised the floods", "Dikes raised the floods.")),
    row("suggest: suggest", "Nakamura (2014) suggests that corals adapt.", Says("nakamura-2014", "suggests", "Nakamura", "corals adapt", "Corals adapt.")),
    row("suggest: speculate", "Sorensen (2001) speculates that the comet broke up.", Says("sorensen-2001", "speculates", "Sorensen", "the comet broke up", "The comet broke up.")),
    row("suggest: hypothesise", "Rahman (2018) hypothesises that trust declines with distance.", Says("rahman-2018", "hypothesises", "Rahman", "trust declines with distance", "Trust declines with distance.")),
    row("concede: acknowledge", "Whitfield (1992) acknowledges that courts follow opinion.", Says("whitfield-1992", "acknowledges", "Whitfield", "courts follow opinion", "Courts follow opinion.", concession=True)),
    row("concede: admit, behind a concessive clause's comma", "Adeyemi (1995) admits that novels date quickly.", Says("adeyemi-1995", "admits", "Adeyemi", "novels date quickly", "Novels date quickly.", concession=True)),
    row("agree: agree with somebody that", "Delgado (2007) agrees that rents follow transit.", Says("delgado-2007", "agrees", "Delgado", "rents follow transit", "Rents follow transit.")),
    row("seems to, goes on to", "Garcia (2012) goes on to argue that employers collude.", Says("garcia-2012", "argue", "Garcia", "employers collude", "Employers collude.")),
    row("a modal before it", "Castel (2011) would say that charters bind nobody.", Says("castel-2011", "say", "Castel", "charters bind nobody", "Charters bind nobody.")),
    row("past tense", "Quist (1987) held that rhyme is ornament.", Says("quist-1987", "held", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("an adverbial between verb and clause", "Marsh (1999) argues, on the basis of two cores, that tides shaped the reef.", Says("marsh-1999", "argues", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
    row("a judgement between dashes", "Marsh (1999) claims – wrongly, in my view – that storms never reached the reef.", Says("marsh-1999", "claims", "Marsh", "storms never reached the reef", "Storms never reached the reef.")),
    row("two clauses joined by and", "Rahman (2018) argues that fines are rarely paid and that inspectors know it.", Says("rahman-2018", "argues", "Rahman", "fines are rarely paid and that inspectors know it", "Fines are rarely paid and inspectors know it.")),
    row("a clause with a because of its own", "Nakamura (2014) argues that corals adapt because algae move.", Says("nakamura-2014", "argues", "Nakamura", "corals adapt because algae move", "Corals adapt because algae move.")),
    row("a pronoun in the clause stays", "Okafor (2019) argues that farmers know their inspectors.", Says("okafor-2019", "argues", "Okafor", "farmers know their inspectors", "Farmers know their inspectors.")),
]  # fmt: skip

# Verbs that see something as something, or work on something: what they govern is no sentence of its
# own, so that the claim keeps the whole report.
FRAMES = [
    row("believe to be", "Whitfield (1992) believes precedent to be a fiction.", Says("whitfield-1992", "believes", "Whitfield", "precedent to be a fiction", "Whitfield believes precedent to be a fiction.")),
    row("take to be", "Quist (1987) takes metaphor to be a contract.", Says("quist-1987", "takes", "Quist", "metaphor to be a contract", "Quist takes metaphor to be a contract.")),
    row("consider, to be left out", "Delgado (2007) considers zoning a form of exclusion.", Says("delgado-2007", "considers", "Delgado", "zoning a form of exclusion", "Delgado considers zoning a form of exclusion.")),
    row("see as", "Adeyemi (1995) sees the chorus as the voice of the city.", Says("adeyemi-1995", "sees", "Adeyemi", "the chorus as the voice of the city", "Adeyemi sees the chorus as the voice of the city.")),
    row("describe as", "Castel (2011) describes guilds as early insurers.", Says("castel-2011", "describes", "Castel", "guilds as early insurers", "Castel describes guilds as early insurers.")),
    row("regard as", "Sorensen (2001) regards dark matter as a placeholder.", Says("sorensen-2001", "regards", "Sorensen", "dark matter as a placeholder", "Sorensen regards dark matter as a placeholder.")),
    row("define as", "Rahman (2018) defines trust as a wager on strangers.", Says("rahman-2018", "defines", "Rahman", "trust as a wager on strangers", "Rahman defines trust as a wager on strangers.")),
    row("attribute to", "van der Meer (2004) attributes the floods to the dikes.", Says("van-der-meer-2004", "attributes", "van der Meer", "the floods to the dikes", "Van der Meer attributes the floods to the dikes.")),
    row("find evidence", "Marsh (1999) finds evidence of two sea levels.", Says("marsh-1999", "finds", "Marsh", "evidence of two sea levels", "Marsh finds evidence of two sea levels.")),
    row("argue for", "Lindqvist (2008) argues for a pastoral origin of the mounds.", Says("lindqvist-2008", "argues", "Lindqvist", "for a pastoral origin of the mounds", "Lindqvist argues for a pastoral origin of the mounds.")),
    row("wonder whether", "Brandt (2000) wonders whether the archive can forget.", Says("brandt-2000", "wonders", "Brandt", "whether the archive can forget", "Brandt wonders whether the archive can forget.")),
    row("explain how", "Oyelaran and Petrov (2011) explain how markets spread dialects.", Says("oyelaran-petrov-2011", "explain", "Oyelaran and Petrov", "how markets spread dialects", "Oyelaran and Petrov explain how markets spread dialects.")),
    row("show why", "Nakamura (2014) shows why corals bleach.", Says("nakamura-2014", "shows", "Nakamura", "why corals bleach", "Nakamura shows why corals bleach.")),
    row("a verb that looks like a noun", "Card and Krueger (1994) show improvement in employment after the rise.", Says("card-krueger-1994", "show", "Card and Krueger", "improvement in employment after the rise", "Card and Krueger show improvement in employment after the rise.")),
    row("a verb that looks like a noun, put in", "Employment, Card and Krueger (1994) report, rose after the wage did.", Says("card-krueger-1994", "report", "Card and Krueger", "Employment … rose after the wage did", "Employment rose after the wage did.")),
    row("a verb that looks like a noun, of two works", "Marsh (1999) and Ho et al. (2016) present differential evidence of two sea levels.", Says("marsh-1999", "present", "Marsh", "differential evidence of two sea levels", "Marsh and Ho et al. present differential evidence of two sea levels."), Says("ho-et-al-2016", "present", "Ho et al.", "differential evidence of two sea levels", "Marsh and Ho et al. present differential evidence of two sea levels.")),
    row("studies like X", "Studies like Marsh (1999) show that tides shaped the reef.", Says("marsh-1999", "show", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
    row("a work that is presented, and what it shows", "The oldest survey is Marsh (1999), which shows that tides shaped the reef.", Says("marsh-1999", "shows", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(CLAUSES))
def test_clause(one: Row, extract: Extract) -> None:
    """The clause is the content, without its "that", and reads as a sentence of its own."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(FRAMES))
def test_frame(one: Row, extract: Extract) -> None:
    """What the verb governs is the content; the claim keeps the verb and whose it is."""
    check(one, extract)


def test_a_name_that_ends_the_text(extract: Extract) -> None:
    """A date without brackets, and nothing behind it."""
    _, claims = extract("Tides shaped the reef, as argued by Marsh 1999")
    assert [claim.holder for claim in claims] == ["marsh-1999"]


def test_a_name_shown_to_the_parser_as_a_pronoun_is_none(extract: Extract) -> None:
    """ "Card and Krueger (1994) show improvement" is parsed as "they show improvement"."""
    document, _ = extract("Card and Krueger (1994) show improvement in employment.")
    (sentence,) = document.sentences
    parsed = parse_sentences(document, [sentence], cite(document, document.references), nlp=load())[sentence]
    assert parsed.lower[0] == "they"
    assert not list(pronoun_roles(parsed))
