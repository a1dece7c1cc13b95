"""Passives and impersonal reports: the source stands behind "by", or in a bracket, or nowhere."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, backed, cases, check, row

PASSIVES = [
    row("it was shown by X that", "It was shown by Nakamura (2014) that corals adapt.", Says("nakamura-2014", "shown", "Nakamura", "corals adapt", "Corals adapt.")),
    row("it has been argued by X that", "It has been argued by Delgado (2007) that rents follow transit.", Says("delgado-2007", "argued", "Delgado", "rents follow transit", "Rents follow transit.")),
    row("as was argued by X", "As was argued by Castel (2011), charters were forged.", Says("castel-2011", "argued", "Castel", "charters were forged", "Charters were forged.")),
    row("described by X as", "The chorus is described by Adeyemi (1995) as the voice of the city.", Says("adeyemi-1995", "described", "Adeyemi", "The chorus … as the voice of the city", "The chorus is described by Adeyemi as the voice of the city.")),
    row("rejected by X", "The market story has been rejected by Delgado (2007).", Says("delgado-2007", "rejected", "Delgado", "The market story", "The market story has been rejected by Delgado.", denied=True)),
    row("the view, defended by X, that", "The view that rhyme is ornament was defended by Quist (1987).", Says("quist-1987", "view", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("a clause as the subject", "That rhyme is ornament has been defended by Quist (1987).", Says("quist-1987", "defended", "Quist", "rhyme is ornament", "Rhyme is ornament.")),
    row("what is done to X is no claim of X", "Rahman (2018) has been criticised for ignoring the villages (Delgado, 2007).", backed("delgado-2007", "Delgado, 2007", "Rahman (2018) has been criticised for ignoring the villages", "Rahman has been criticised for ignoring the villages.")),
    row("proposed by X", "A pastoral origin was proposed by Lindqvist (2008).", Says("lindqvist-2008", "proposed", "Lindqvist", "A pastoral origin", "A pastoral origin was proposed by Lindqvist.")),
]  # fmt: skip

IMPERSONAL = [
    row("it is widely held that", "It is widely held that tides shaped the reef (Marsh, 1999).", backed("marsh-1999", "Marsh, 1999", "tides shaped the reef", "Tides shaped the reef.", cue="held")),
    row("it has been argued that, bracket behind the verb", "It has been argued (Rahman, 2018) that strangers are trusted less in cities.", backed("rahman-2018", "Rahman, 2018", "strangers are trusted less in cities", "Strangers are trusted less in cities.", cue="argued")),
    row("some argue that", "Some argue that teenagers are hit first (Neumark and Wascher, 2007).", backed("neumark-wascher-2007", "Neumark and Wascher, 2007", "teenagers are hit first", "Teenagers are hit first.", cue="argue")),
    row("some scholars, bracket behind them", "Some scholars (e.g. Whitfield, 1992) hold that courts follow opinion.", backed("whitfield-1992", "Whitfield, 1992", "courts follow opinion", "Courts follow opinion.", cue="hold")),
    row("others have suggested", "Others have suggested that clerks copied the maps (O’Hara, 2005; Brandt, 2000).", backed("ohara-2005", "O’Hara, 2005", "clerks copied the maps", "Clerks copied the maps.", cue="suggested"), backed("brandt-2000", "Brandt, 2000", "clerks copied the maps", "Clerks copied the maps.", cue="suggested")),
    row("critics object that", "Critics object that zoning excludes (Delgado, 2007: 9).", backed("delgado-2007", "Delgado, 2007: 9", "zoning excludes", "Zoning excludes.", cue="object")),
    row("it has been denied that", "It has been denied that bilinguals switch faster (Muñoz-Prado, 2016).", Says("munoz-prado-2016", "denied", "Muñoz-Prado, 2016", "bilinguals switch faster", "It has been denied that bilinguals switch faster.", via="parenthetical", denied=True)),
    row("research has shown that", "Research has shown that sleep restores attention (Ho et al., 2016).", backed("ho-et-al-2016", "Ho et al., 2016", "sleep restores attention", "Sleep restores attention.", cue="shown")),
    row("workers say: those of whom the work writes keep their say", "Workers say that they fear the inspector (Okafor, 2019).", backed("okafor-2019", "Okafor, 2019", "Workers say that they fear the inspector", "Workers say that they fear the inspector.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(PASSIVES))
def test_passive(one: Row, extract: Extract) -> None:
    """The agent is the source."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(IMPERSONAL))
def test_impersonal(one: Row, extract: Extract) -> None:
    """Whoever says so is named in the bracket: what they say is its claim."""
    check(one, extract)
