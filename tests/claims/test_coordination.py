"""Two verbs, two scholars, a report in a report: who says which part."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, cases, check, row

COORDINATED = [
    row("two clauses of two scholars", "Rahman (2018) looked at villages, but Sorensen (2001) went to the cities.", Says("rahman-2018", "", "Rahman", "Rahman (2018) looked at villages", "Rahman looked at villages."), Says("sorensen-2001", "", "Sorensen", "Sorensen (2001) went to the cities", "Sorensen went to the cities.")),
    row("two scholars, one later", "Baker (2003) and, later, Garcia (2012) both insist that wages are sticky.", Says("baker-2003", "insist", "Baker", "wages are sticky", "Wages are sticky."), Says("garcia-2012", "insist", "Garcia", "wages are sticky", "Wages are sticky.")),
    row("while conceding that", "While conceding that wages fall in slumps, Baker (2003) maintains that they are sticky in booms.", Says("baker-2003", "maintains", "Baker", "they are sticky in booms"), Says("baker-2003", "conceding", "Baker", "wages fall in slumps", "Wages fall in slumps.", concession=True)),
    row("two scholars and a semicolon", "Fischer (2015) holds that hours fall; by contrast, Castel (2011) shows that they rise.", Says("fischer-2015", "holds", "Fischer", "hours fall", "Hours fall."), Says("castel-2011", "shows", "Castel", "they rise", "They rise.")),
    row("no verb that reports before the semicolon", "Fischer (2015) obtained a small effect in the lab; Castel (2011), using charters, found none.", Says("fischer-2015", "", "Fischer", "Fischer (2015) obtained a small effect in the lab", "Fischer obtained a small effect in the lab."), Says("castel-2011", "found", "Castel", "none", "Castel, using charters, found none.")),
    row("adverbials and a semicolon", "To Marsh it was a reef; to Nakamura it was a desert.", Says("marsh-1999", "To", "Marsh", "it was a reef", "It was a reef."), Says("nakamura-2014", "to", "Nakamura", "it was a desert", "It was a desert.")),
    row("acknowledges X, but warns Y", "Fischer (2015) acknowledges that prices rise, but warns that jobs vanish.", Says("fischer-2015", "acknowledges", "Fischer", "prices rise", "Prices rise.", concession=True), Says("fischer-2015", "warns", "Fischer", "jobs vanish", "Jobs vanish.")),
    row("argues X and concludes Y", "Marsh (1999) argues that tides shaped the reef and concludes that storms did not.", Says("marsh-1999", "argues", "Marsh", "tides shaped the reef", "Tides shaped the reef."), Says("marsh-1999", "concludes", "Marsh", "storms did not", "Storms did not.")),
    row("a pronoun takes the subject up", "Quist (1987) denies that rhyme is music, and he insists that metre drives meaning.", Says("quist-1987", "denies", "Quist", "rhyme is music", denied=True), Says("quist-1987", "insists", "Quist", "metre drives meaning", "Metre drives meaning.")),
    row("two verbs, one clause", "Garcia (2012) assumes and defends the view that employers collude.", Says("garcia-2012", "view", "Garcia", "employers collude", "Employers collude.")),
    row("rejects a thing and argues that", "Delgado (2007) rejects the market story and argues that zoning excludes.", Says("delgado-2007", "rejects", "Delgado", "the market story", denied=True), Says("delgado-2007", "argues", "Delgado", "zoning excludes", "Zoning excludes.")),
    row("two scholars, one statement", "Marsh (1999) and Nakamura (2014) argue that corals adapt.", Says("marsh-1999", "argue", "Marsh", "corals adapt", "Corals adapt."), Says("nakamura-2014", "argue", "Nakamura", "corals adapt", "Corals adapt.")),
    row("two scholars, two clauses", "Lindqvist (2008) argues that herders built the mounds, and Castel (2011) replies that farmers did.", Says("lindqvist-2008", "argues", "Lindqvist", "herders built the mounds", "Herders built the mounds."), Says("castel-2011", "replies", "Castel", "farmers did", "Farmers did.")),
    row("the second verb left out", "Fischer (2015) argues that hours fall, and Castel (2011) that they rise.", Says("fischer-2015", "argues", "Fischer", "hours fall", "Hours fall."), Says("castel-2011", "", "Castel", "they rise", "They rise.")),
    row("the verb left out behind a semicolon", "Fischer (2015) argued that hours fall; Card and Krueger (1994) that they rise in small firms.", Says("fischer-2015", "argued", "Fischer", "hours fall", "Hours fall."), Says("card-krueger-1994", "", "Card and Krueger", "they rise in small firms", "They rise in small firms.")),
    row("some that, others that", "Some hold that aid works (Marsh, 1999), others that it harms growth (Castel, 2011).", Says("marsh-1999", "hold", "Marsh, 1999", "aid works", "Aid works.", via="parenthetical"), Says("castel-2011", "", "Castel, 2011", "it harms growth", "It harms growth.", via="parenthetical")),
    row("while A, B", "While Baker (2003) holds that wages are sticky, Garcia (2012) contends that they move.", Says("baker-2003", "holds", "Baker", "wages are sticky", "Wages are sticky."), Says("garcia-2012", "contends", "Garcia", "they move")),
    row("whereas", "Sorensen (2001) believes that the comet broke up, whereas Marsh (1999) thinks that it burned.", Says("sorensen-2001", "believes", "Sorensen", "the comet broke up", "The comet broke up."), Says("marsh-1999", "thinks", "Marsh", "it burned")),
    row("although X concedes, she insists", "Although Delgado (2007) concedes that some suburbs are open, she insists that most zoning rules keep renters out.", Says("delgado-2007", "concedes", "Delgado", "some suburbs are open", "Some suburbs are open.", concession=True), Says("delgado-2007", "insists", "Delgado", "most zoning rules keep renters out", "Most zoning rules keep renters out.")),
    row("never claims, nor does he deny", "Sorensen (2001) never claims that the comet was large, nor does he deny that it was bright.", Says("sorensen-2001", "claims", "Sorensen", "the comet was large", "Sorensen never claims that the comet was large.", denied=True), Says("sorensen-2001", "deny", "Sorensen", "it was bright", "It was bright.")),
    row("tests whether and finds that it does", "Yilmaz, Zeller and Vance (2020) tested whether walking improves memory and found that it does.", Says("yilmaz-zeller-vance-2020", "tested", "Yilmaz, Zeller and Vance", "whether walking improves memory", "Yilmaz, Zeller and Vance tested whether walking improves memory."), Says("yilmaz-zeller-vance-2020", "found", "Yilmaz, Zeller and Vance", "that it does", "Yilmaz, Zeller and Vance found that it does.")),
    row("compare and conclude", "Dube, Lester and Reich (2010) compare neighbouring counties and conclude that earlier studies overstated the losses.", Says("dube-lester-reich-2010", "compare", "Dube, Lester and Reich", "neighbouring counties", "Dube, Lester and Reich compare neighbouring counties."), Says("dube-lester-reich-2010", "conclude", "Dube, Lester and Reich", "earlier studies overstated the losses", "Earlier studies overstated the losses.")),
    row("an insertion between subject and verb", "Garcia (2012) — and this is the heart of her argument — holds that employers, not unions, set wages.", Says("garcia-2012", "holds", "Garcia", "employers, not unions, set wages", "Employers, not unions, set wages.")),
    row("named twice", "Marsh (1999) argues that tides shaped the reef, but Marsh also blames the fishing boats.", Says("marsh-1999", "argues", "Marsh", "tides shaped the reef", "Tides shaped the reef."), Says("marsh-1999", "blames", "Marsh", "the fishing boats", "Marsh also blames the fishing boats.")),
    row("both and", "Both Rahman (2018) and Delgado (2007) show that towns empty.", Says("rahman-2018", "show", "Rahman", "towns empty", "Towns empty."), Says("delgado-2007", "show", "Delgado", "towns empty", "Towns empty.")),
    row("a narrative report with a bracket of another work", "Okafor (2019) argues that inspectors matter, a view shared by many (Xu Yi, 2013).", Says("okafor-2019", "argues", "Okafor", "inspectors matter"), Says("xu-yi-2013", "", "Xu Yi, 2013", "Okafor (2019) argues that inspectors matter, a view shared by many", via="parenthetical")),
]  # fmt: skip

NESTED = [
    row("X reports that Y argues", "Brandt (2000) reports that Quist (1987) argues that rhyme is ornament.", Says("brandt-2000", "reports", "Brandt", "Quist (1987) argues that rhyme is ornament", "Quist argues that rhyme is ornament."), Says("quist-1987", "argues", "Quist", "rhyme is ornament", "Rhyme is ornament.", reported_by="brandt-2000")),
    row("according to X, Y holds", "According to Brandt (2000), Quist (1987) holds that rhyme is ornament.", Says("brandt-2000", "According to", "Brandt", "Quist (1987) holds that rhyme is ornament", "Quist holds that rhyme is ornament."), Says("quist-1987", "holds", "Quist", "rhyme is ornament", "Rhyme is ornament.", reported_by="brandt-2000")),
    row("X agrees with Y that", "Garcia (2012) agrees with Baker (2003) that wages are sticky.", Says("garcia-2012", "agrees", "Garcia", "wages are sticky", "Wages are sticky."), Says("baker-2003", "agrees", "Baker", "wages are sticky", "Wages are sticky.")),
    row("X argues that others think", "Delgado (2007) argues that planners believe zoning to be neutral.", Says("delgado-2007", "argues", "Delgado", "planners believe zoning to be neutral", "Planners believe zoning to be neutral.")),
    row("cited in", "Small towns empty when the trains no longer stop (Adeyemi, 1995, cited in Rahman, 2018: 5).", Says("adeyemi-1995", "", "Adeyemi, 1995", "Small towns empty when the trains no longer stop", "Small towns empty when the trains no longer stop.", via="parenthetical", reported_by="rahman-2018"), Says("rahman-2018", "", "Rahman, 2018: 5", "Small towns empty when the trains no longer stop", "Small towns empty when the trains no longer stop.", via="parenthetical")),
    row("narrative, as cited in", "Adeyemi (1995, as cited in Rahman, 2018) argues that towns empty.", Says("adeyemi-1995", "argues", "Adeyemi", "towns empty", "Towns empty.", reported_by="rahman-2018")),
]  # fmt: skip

RELATIVES = [
    row("X, who argues that", "The debate was opened by Okafor (2019), who argues that inspectors matter.", Says("okafor-2019", "argues", "Okafor", "inspectors matter", "Inspectors matter.")),
    row("in contrast to X, who", "In contrast to Marsh (1999), who thinks that tides shaped the reef, storms are now favoured.", Says("marsh-1999", "thinks", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
    row("the subject has a relative clause", "Quist (1987), who studies ballads, argues that rhyme is ornament.", Says("quist-1987", "argues", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("arguing that …, X", "Arguing that zoning excludes, Delgado (2007) rejects the market story.", Says("delgado-2007", "Arguing", "Delgado", "zoning excludes", "Zoning excludes."), Says("delgado-2007", "rejects", "Delgado", "the market story", denied=True)),
    row("X …, arguing that", "Castel (2011) turns to the seals, arguing that charters were forged.", Says("castel-2011", "arguing", "Castel", "charters were forged", "Charters were forged.")),
    row("X documented Y, showing that", "Nakamura (2014) documented twelve reefs, showing that corals adapt.", Says("nakamura-2014", "showing", "Nakamura", "corals adapt", "Corals adapt."), Says("nakamura-2014", "documented", "Nakamura", "twelve reefs")),
    row("replies by arguing that", "Fischer (2015) responds to Garcia (2012) by arguing that employers compete.", Says("fischer-2015", "arguing", "Fischer", "employers compete", "Employers compete.")),
    row("having shown that", "Having shown that strangers are trusted less, Rahman (2018) concludes that towns empty.", Says("rahman-2018", "shown", "Rahman", "strangers are trusted less", "Strangers are trusted less."), Says("rahman-2018", "concludes", "Rahman", "towns empty", "Towns empty.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(COORDINATED))
def test_coordinated(one: Row, extract: Extract) -> None:
    """Each verb with its clause is a claim of its own, of whoever is its subject."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(NESTED))
def test_nested(one: Row, extract: Extract) -> None:
    """The inner report is the inner scholar's claim, the whole of it the outer one's."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(RELATIVES))
def test_relatives_and_participles(one: Row, extract: Extract) -> None:
    """A relative clause or a participle reports like a main verb."""
    check(one, extract)
