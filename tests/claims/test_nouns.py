"""Reporting nouns, possessives and adverbials: the source is no subject of a reporting verb."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, backed, carried, cases, check, row

NOUNS = [
    row("X's claim that", "Garcia's (2012) claim that employers collude is well supported.", Says("garcia-2012", "claim", "Garcia", "employers collude", "Employers collude.")),
    row("X's view that, behind a verb of others", "Many share Quist's (1987) view that rhyme is ornament.", Says("quist-1987", "view", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("the claim by X that", "The claim by Marsh (1999) that storms never reached the reef has found support.", Says("marsh-1999", "claim", "Marsh", "storms never reached the reef", "Storms never reached the reef.")),
    row("the argument of X that", "The argument of Castel (2011) that charters were forged is now accepted.", Says("castel-2011", "argument", "Castel", "charters were forged", "Charters were forged.")),
    row("X's noun is that", "Whitfield's (1992) main point is that courts follow opinion.", Says("whitfield-1992", "point", "Whitfield", "courts follow opinion", "Courts follow opinion.")),
    row("X's examination shows that", "Nakamura's (2014: 205) examination of twelve reefs shows that corals adapt.", Says("nakamura-2014", "shows", "Nakamura", "corals adapt", "Corals adapt.")),
    row("X's study of, found that", "Card and Krueger's (1994) study of fast food restaurants found that employment rose in both states.", Says("card-krueger-1994", "found", "Card and Krueger", "employment rose in both states", "Employment rose in both states.")),
    row("X's theory holds that", "Sorensen's (2001) theory holds that the comet broke up.", Says("sorensen-2001", "holds", "Sorensen", "the comet broke up", "The comet broke up.")),
    row("the work of X suggests that", "The work of Rahman (2018) suggests that trust declines with distance, in cities as in villages.", Says("rahman-2018", "suggests", "Rahman", "trust declines with distance, in cities as in villages", "Trust declines with distance, in cities as in villages.")),
    row("X's noun of", "Delgado's (2007) critique of zoning is well known.", Says("delgado-2007", "critique", "Delgado", "zoning", "Delgado's critique of zoning is well known.", denied=True)),
    row("X's account of Y as Z", "Adeyemi's (1995) account of the chorus as a crowd is influential.", Says("adeyemi-1995", "account", "Adeyemi", "the chorus as a crowd", "Adeyemi's account of the chorus as a crowd is influential.")),
    row("X's thesis, named in apposition", "Lindqvist (2008) advances the thesis that the mounds were built by herders.", Says("lindqvist-2008", "thesis", "Lindqvist", "the mounds were built by herders", "The mounds were built by herders.")),
    row("make the point that", "Brandt (2000) makes the point that the archive was never neutral.", Says("brandt-2000", "point", "Brandt", "the archive was never neutral", "The archive was never neutral.")),
    row("draw the conclusion that", "O’Hara (2005) draws the conclusion that clerks copied the maps.", Says("ohara-2005", "conclusion", "O’Hara", "clerks copied the maps", "Clerks copied the maps.")),
    row("find evidence that", "Ho et al. (2016) present evidence that tired pupils learn less.", Says("ho-et-al-2016", "evidence", "Ho et al.", "tired pupils learn less", "Tired pupils learn less.")),
    row("X's dictum, quoted", "Brandt's (2000) dictum that ‘the archive was never neutral’ is often quoted.", Says("brandt-2000", "dictum", "Brandt", "‘the archive was never neutral’", "‘The archive was never neutral’.")),
    row("the view, with its bracket, is that", "The standard view (Quist, 1987; Adeyemi, 1995) is that rhyme is ornament.", backed("quist-1987", "Quist, 1987", "rhyme is ornament", "Rhyme is ornament.", cue="view"), backed("adeyemi-1995", "Adeyemi, 1995", "rhyme is ornament", "Rhyme is ornament.", cue="view")),
    row("a study by X looks and finds", "A recent study by Nakamura (2014) examines twelve reefs and finds that corals adapt.", Says("nakamura-2014", "finds", "Nakamura", "corals adapt", "Corals adapt.")),
    row("works that one is sent to for a topic", "Research on reefs has grown (see e.g. Marsh 1999; Sorensen 2001; Nakamura 2014 for book-length treatments)."),
    row("a work that one is sent to for much", "Reefs have been drawn since the days of sail (see Marsh 1999 for extensive discussion)."),
    row("X extends Y's claim that", "Garcia (2012) extends Baker's (2003) claim that wages are sticky to prices.", Says("baker-2003", "claim", "Baker", "wages are sticky to prices"), Says("garcia-2012", "claim", "Garcia", "wages are sticky to prices")),
    row("a work that one is sent to", "Overviews can be found in Whitfield (1992)."),
    row("results that are challenged are no claim", "The results of Ho et al. (2016) were later challenged by Lindqvist (2008).", Says("lindqvist-2008", "challenged", "Lindqvist", "The results of Ho et al.", "The results of Ho et al. were later challenged by Lindqvist.", denied=True)),
    row("credited with the view that", "Baker (2003) is often credited with the view that wages are sticky.", Says("baker-2003", "view", "Baker", "wages are sticky", "Wages are sticky.")),
    row("read as claiming that", "Baker (2003) has been read as claiming that wages are sticky.", Says("baker-2003", "claiming", "Baker", "wages are sticky", "Wages are sticky.")),
    row("what X's critics say is not X's", "Whitfield's (1992) critics have replied that judges rarely read the newspapers."),
    row("X's noun is judged", "Brandt's (2000) argument is unconvincing."),
    row("a noun of X's is judged", "The second example of Brandt (2000) is less impressive."),
    row("X's noun deserves", "Brandt's (2000) map deserves its fame."),
    row("the claim that, backed", "The claim that corals adapt (Nakamura, 2014) has been tested twice.", backed("nakamura-2014", "Nakamura, 2014", "corals adapt", "Corals adapt.", cue="claim")),
]  # fmt: skip

ADVERBIALS = [
    row("according to", "According to Garcia (2012), employers have wage-setting power.", Says("garcia-2012", "According to", "Garcia", "employers have wage-setting power", "Employers have wage-setting power.")),
    row("according to, at the end", "Employers have wage-setting power, according to Garcia (2012).", Says("garcia-2012", "according to", "Garcia", "Employers have wage-setting power", "Employers have wage-setting power.")),
    row("according to, in the midst", "Employers, according to Garcia (2012), have wage-setting power.", Says("garcia-2012", "according to", "Garcia", "Employers … have wage-setting power", "Employers have wage-setting power.")),
    row("according to X's study", "According to Marsh's (1999) study, tides shaped the reef.", Says("marsh-1999", "According to", "Marsh", "tides shaped the reef", "Tides shaped the reef.")),
    row("for X", "For Quist (1987), rhyme is ornament.", Says("quist-1987", "For", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("in X's view", "In Whitfield's (1992) view, courts follow opinion.", Says("whitfield-1992", "view", "Whitfield", "courts follow opinion", "Courts follow opinion.")),
    row("on X's account", "On Castel's (2011) account, charters were forged to end feuds.", Says("castel-2011", "account", "Castel", "charters were forged to end feuds", "Charters were forged to end feuds.")),
    row("in the opinion of X", "In the opinion of Delgado (2007), rents follow transit.", Says("delgado-2007", "opinion", "Delgado", "rents follow transit", "Rents follow transit.")),
    row("in X's eyes", "In Rahman's (2018) eyes, trust is a wager on strangers.", Says("rahman-2018", "eyes", "Rahman", "trust is a wager on strangers", "Trust is a wager on strangers.")),
    row("from X's perspective", "From Rahman's (2018) perspective, trust is a wager on strangers.", Says("rahman-2018", "perspective", "Rahman", "trust is a wager on strangers", "Trust is a wager on strangers.")),
    row("as X notes", "As Okafor (2019) notes, inspectors rarely visit farms.", Says("okafor-2019", "notes", "Okafor", "inspectors rarely visit farms", "Inspectors rarely visit farms.")),
    row("as X has shown, at the end", "Inspectors rarely visit farms, as Okafor (2019) has shown.", Says("okafor-2019", "shown", "Okafor", "Inspectors rarely visit farms", "Inspectors rarely visit farms.")),
    row("as discussed by X", "As discussed by Brandt (2000), archives lose whatever they copy.", Says("brandt-2000", "discussed", "Brandt", "archives lose whatever they copy", "Archives lose whatever they copy.")),
    row("following X", "Following Brandt (2000), the archive was never neutral.", Says("brandt-2000", "Following", "Brandt", "the archive was never neutral", "The archive was never neutral.")),
    row("following X, in the midst", "The archive, following Brandt (2000), was never neutral.", Says("brandt-2000", "following", "Brandt", "The archive … was never neutral", "The archive was never neutral.")),
    row("following X, Y argues: a claim of both", "Following Brandt (2000), Quist (1987) argues that the archive was never neutral.", Says("brandt-2000", "argues", "Brandt", "the archive was never neutral", "The archive was never neutral."), Says("quist-1987", "argues", "Quist", "the archive was never neutral", "The archive was never neutral.")),
    row("X, following Y, assumes: behind a list", "The moon pulls at the sea, namely the shelf, and Marsh (1999: 3), following Brandt (2000), among others, assumes that tides shaped the reef.", Says("marsh-1999", "assumes", "Marsh", "tides shaped the reef", "Tides shaped the reef."), Says("brandt-2000", "assumes", "Brandt", "tides shaped the reef", "Tides shaped the reef.")),
    row("referred to as P by X", "This habit is referred to as the long rhyme by Quist (1987).", Says("quist-1987", "referred", "Quist", "This habit … to as the long rhyme", "This habit is referred to as the long rhyme by Quist.")),
    row("to borrow X's phrase", "The unions of those years, to borrow Baker's (2003) phrase, were paper tigers.", Says("baker-2003", "phrase", "Baker", "The unions of those years … were paper tigers", "The unions of those years were paper tigers.")),
    row("using X's terms: a verb without anything before it", "Using Baker's (2003) terms, the unions of those years were paper tigers."),
    row("or so X claims", "Wages are sticky in booms – or so Baker (2003) claims.", Says("baker-2003", "claims", "Baker", "Wages are sticky in booms", "Wages are sticky in booms.")),
    row("as noted by X", "As noted by Brandt (2000), the archive was never neutral.", Says("brandt-2000", "noted", "Brandt", "the archive was never neutral", "The archive was never neutral.")),
    row("following X's noun", "Following Sorensen's (2001) argument, the comet broke up near Jupiter.", Says("sorensen-2001", "argument", "Sorensen", "the comet broke up near Jupiter", "The comet broke up near Jupiter.")),
    row("in his view, a pronoun", "Quist (1987) argues that rhyme is ornament. In his view, metre drives meaning.", Says("quist-1987", "argues", "Quist", "rhyme is ornament"), carried("quist-1987", "metre drives meaning", "Metre drives meaning.", cue="view", source="his")),
    row("in his view without a comma", "Quist (1987) argues that rhyme is ornament. In his view the metre drives meaning.", Says("quist-1987", "argues", "Quist", "rhyme is ornament"), carried("quist-1987", "In his view the metre drives meaning", "The metre drives meaning.", cue="view", source="his")),
    row("in X's words", "In O’Hara's (2005) words, the clerks ‘copied what they could not see’.", Says("ohara-2005", "words", "O’Hara", "the clerks ‘copied what they could not see’", "The clerks ‘copied what they could not see’.")),
    row("by contrast, for X", "By contrast, for Delgado (2007), the suburb is a machine of exclusion.", Says("delgado-2007", "for", "Delgado", "By contrast … the suburb is a machine of exclusion", "The suburb is a machine of exclusion.")),
    row("according to one account, in a bracket", "According to one influential account (Sorensen, 2001), the comet broke up long before it reached the sun.", backed("sorensen-2001", "Sorensen, 2001", "the comet broke up long before it reached the sun", "The comet broke up long before it reached the sun.", cue="According to")),
    row("critics such as X", "Critics such as Castel (2011) maintain that the charters are forgeries.", Says("castel-2011", "maintain", "Castel", "the charters are forgeries", "The charters are forgeries.")),
    row("a comparison is no claim", "Unlike Baker (2003), Fischer (2015) argues that jobs vanish.", Says("fischer-2015", "argues", "Fischer", "jobs vanish", "Jobs vanish.")),
    row("leaning on a work is no claim", "Drawing on Baker (2003), Fischer (2015) argues that jobs vanish.", Says("fischer-2015", "argues", "Fischer", "jobs vanish", "Jobs vanish.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(NOUNS))
def test_noun(one: Row, extract: Extract) -> None:
    """A noun of reporting and its clause, or what it is "of"."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(ADVERBIALS))
def test_adverbial(one: Row, extract: Extract) -> None:
    """The content is the sentence without the adverbial that names the source."""
    check(one, extract)
