"""Negation and verbs that deny: what is denied is nobody's claim by itself."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, cases, check, row

DENIALS = [
    row("deny that", "Okafor (2019) denies that jobs vanish.", Says("okafor-2019", "denies", "Okafor", "jobs vanish", "Okafor denies that jobs vanish.", denied=True)),
    row("doubt that", "Marsh (1999) doubts that storms shaped the reef.", Says("marsh-1999", "doubts", "Marsh", "storms shaped the reef", "Marsh doubts that storms shaped the reef.", denied=True)),
    row("reject the idea that", "Lindqvist (2008) rejects the idea that farmers built the mounds.", Says("lindqvist-2008", "idea", "Lindqvist", "farmers built the mounds", "Lindqvist rejects the idea that farmers built the mounds.", denied=True)),
    row("dispute the claim that", "Castel (2011) disputes the claim that charters were genuine.", Says("castel-2011", "claim", "Castel", "charters were genuine", "Castel disputes the claim that charters were genuine.", denied=True)),
    row("challenge a noun", "Delgado (2007) challenges the market story of suburbs.", Says("delgado-2007", "challenges", "Delgado", "the market story of suburbs", "Delgado challenges the market story of suburbs.", denied=True)),
    row("does not believe that", "Quist (1987) does not believe that rhyme is music.", Says("quist-1987", "believe", "Quist", "rhyme is music", "Quist does not believe that rhyme is music.", denied=True)),
    row("never claims that", "Brandt (2000) never claims that archives lie.", Says("brandt-2000", "claims", "Brandt", "archives lie", "Brandt never claims that archives lie.", denied=True)),
    row("no longer holds that", "Sorensen (2001) no longer holds that the comet burned.", Says("sorensen-2001", "holds", "Sorensen", "the comet burned", "Sorensen no longer holds that the comet burned.", denied=True)),
    row("a negation in the clause is part of the claim", "Rahman (2018) argues that distance does not erode trust.", Says("rahman-2018", "argues", "Rahman", "distance does not erode trust", "Distance does not erode trust.")),
    row("a denial denied", "Whitfield (1992) does not deny that courts follow opinion.", Says("whitfield-1992", "deny", "Whitfield", "courts follow opinion", "Courts follow opinion.")),
    row("fails to show that", "Nakamura (2014) finds no evidence that corals adapt.", Says("nakamura-2014", "evidence", "Nakamura", "corals adapt", "Nakamura finds no evidence that corals adapt.", denied=True)),
    row("against the view that", "Garcia (2012) argues against the view that employers compete.", Says("garcia-2012", "view", "Garcia", "employers compete", "Garcia argues against the view that employers compete.", denied=True)),
    row("X's rejection of", "Adeyemi's (1995) rejection of the market story is famous.", Says("adeyemi-1995", "rejection", "Adeyemi", "the market story", denied=True)),
    row("X's doubts that", "Fischer's (2015) doubt that firms will recover is shared by few economists.", Says("fischer-2015", "doubt", "Fischer", "firms will recover", "Fischer's doubt that firms will recover is shared by few economists.", denied=True)),
    row("neither X nor Y claims", "Neither Okafor (2019) nor Xu Yi (2013) claims that lawyers help farmers.", Says("okafor-2019", "claims", "Okafor", "lawyers help farmers", "Neither Okafor nor Xu Yi claims that lawyers help farmers.", denied=True), Says("xu-yi-2013", "claims", "Xu Yi", "lawyers help farmers", "Neither Okafor nor Xu Yi claims that lawyers help farmers.", denied=True)),
    row("not only is no denial", "Okafor (2019) does not only argue that fines are rarely paid; he also shows that inspectors know it.", Says("okafor-2019", "argue", "Okafor", "fines are rarely paid", "Fines are rarely paid."), Says("okafor-2019", "shows", "Okafor", "inspectors know it", "Inspectors know it.")),
    row("refuted in a relative clause", "Fischer (2015) claimed that minimum wages destroy jobs, which Garcia (2012) had already refuted.", Says("fischer-2015", "claimed", "Fischer", "minimum wages destroy jobs", "Minimum wages destroy jobs."), Says("garcia-2012", "refuted", "Garcia", "Fischer (2015) claimed that minimum wages destroy jobs, which Garcia (2012) had already refuted", denied=True)),
    row("rejects a view, and argues", "Oyelaran and Petrov (2011) reject the view that markets spread dialects, and argue that schools do.", Says("oyelaran-petrov-2011", "view", "Oyelaran and Petrov", "markets spread dialects", denied=True), Says("oyelaran-petrov-2011", "argue", "Oyelaran and Petrov", "schools do", "Schools do.")),
    row("criticises somebody for", "van der Meer (2004) criticises engineers for raising the dikes.", Says("van-der-meer-2004", "criticises", "van der Meer", "engineers for raising the dikes", "Van der Meer criticises engineers for raising the dikes.", denied=True)),
    row("criticises, with a clause of his own behind", "Muñoz-Prado (2016) criticises such tests, arguing that bilinguals switch faster.", Says("munoz-prado-2016", "criticises", "Muñoz-Prado", "such tests", denied=True), Says("munoz-prado-2016", "arguing", "Muñoz-Prado", "bilinguals switch faster", "Bilinguals switch faster.")),
    row("doubt whether", "Card and Krueger (1994) doubt whether prices explain the gap.", Says("card-krueger-1994", "doubt", "Card and Krueger", "whether prices explain the gap", "Card and Krueger doubt whether prices explain the gap.", denied=True)),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(DENIALS))
def test_denial(one: Row, extract: Extract) -> None:
    """The denial stays in the words of the claim, and is told in `denied`."""
    check(one, extract)
