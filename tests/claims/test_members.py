"""Enumerations whose members have brackets of their own: each work says what stands before its bracket."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, backed, cases, check, row

SHARED_OUT = [
    row("nouns", "Memory has been shown to fade in rats (Marsh, 1999), mice (Castel, 2011) and humans (Fischer, 2015).", backed("marsh-1999", "Marsh, 1999", "Memory has been shown to fade in rats", "Memory has been shown to fade in rats."), backed("castel-2011", "Castel, 2011", "Memory has been shown to fade in … mice", "Memory has been shown to fade in mice."), backed("fischer-2015", "Fischer, 2015", "Memory has been shown to fade in … humans", "Memory has been shown to fade in humans.")),
    row("verbs", "Aid raises growth (Marsh, 1999), has no effect (Castel, 2011), or even lowers it (Fischer, 2015).", backed("marsh-1999", "Marsh, 1999", "Aid raises growth", "Aid raises growth."), backed("castel-2011", "Castel, 2011", "Aid … has no effect", "Aid has no effect."), backed("fischer-2015", "Fischer, 2015", "Aid … lowers it", "Aid lowers it.")),
    row("prepositions", "The effect depends on age (Marsh, 1999), on sex and income (Castel, 2011), and on region (Fischer, 2015).", backed("marsh-1999", "Marsh, 1999", "The effect depends on age"), backed("castel-2011", "Castel, 2011", "The effect depends … on sex and income", "The effect depends on sex and income."), backed("fischer-2015", "Fischer, 2015", "The effect depends … on region", "The effect depends on region.")),
    row("adjectives", "Deliberation makes citizens more informed (Marsh, 1999) and less polarised (Castel, 2011).", backed("marsh-1999", "Marsh, 1999", "Deliberation makes citizens more informed"), backed("castel-2011", "Castel, 2011", "Deliberation makes citizens … less polarised", "Deliberation makes citizens less polarised.")),
    row("what studies have found", "Studies have found that screen time predicts anxiety (Marsh, 1999) and poor sleep (Castel, 2011).", backed("marsh-1999", "Marsh, 1999", "screen time predicts anxiety", "Screen time predicts anxiety.", cue="found"), backed("castel-2011", "Castel, 2011", "screen time predicts … poor sleep", "Screen time predicts poor sleep.", cue="found")),
    row("what follows is of the last", "Effects were found for words (Marsh, 1999), but not for faces (Castel, 2011), where nothing changed.", backed("marsh-1999", "Marsh, 1999", "Effects were found for words"), backed("castel-2011", "Castel, 2011", "Effects were found … not for faces (Castel, 2011), where nothing changed", "Effects were found not for faces, where nothing changed.")),
    row("clauses of their own", "The evidence is mixed: some studies find benefits (Marsh, 1999), some find harm (Castel, 2011), and most find nothing (Fischer, 2015).", backed("marsh-1999", "Marsh, 1999", "benefits", "The evidence is mixed: some studies find benefits.", cue="find"), backed("castel-2011", "Castel, 2011", "some find harm", "Some find harm.", cue="find"), backed("fischer-2015", "Fischer, 2015", "most find nothing", "Most find nothing.", cue="find")),
    row("only where", "Aid may help (Marsh, 1999), but only where institutions are strong (Castel, 2011).", backed("marsh-1999", "Marsh, 1999", "Aid may help"), backed("castel-2011", "Castel, 2011", "Aid may help … only where institutions are strong", "Aid may help only where institutions are strong.")),
    row("long members", "Various herds, such as the goats kept in Norway (Marsh, 1999) and the sheep of Skye in Scotland (Castel, 2011), have horns.", backed("marsh-1999", "Marsh, 1999", "Various herds, such as the goats kept in Norway … have horns", "Various herds, such as the goats kept in Norway have horns."), backed("castel-2011", "Castel, 2011", "Various herds, such as … the sheep of Skye in Scotland (Castel, 2011), have horns", "Various herds, such as the sheep of Skye in Scotland, have horns.")),
]  # fmt: skip

AS_THEY_ARE = [
    row("neither nor", "Neither class size (Marsh, 1999) nor teacher pay (Castel, 2011) raises scores.", backed("marsh-1999", "Marsh, 1999", "Neither class size … nor teacher pay … raises scores", "Neither class size nor teacher pay raises scores."), backed("castel-2011", "Castel, 2011", "Neither class size … nor teacher pay … raises scores", "Neither class size nor teacher pay raises scores.")),
    row("whether or", "It is open whether aid helps (Marsh, 1999) or harms growth (Castel, 2011).", backed("marsh-1999", "Marsh, 1999", "It is open whether aid helps … or harms growth"), backed("castel-2011", "Castel, 2011", "It is open whether aid helps … or harms growth")),
    row("no members", "Aid raises growth (Marsh, 1999) in states with sound policies (Castel, 2011).", backed("marsh-1999", "Marsh, 1999", "Aid raises growth … in states with sound policies"), backed("castel-2011", "Castel, 2011", "Aid raises growth … in states with sound policies")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(SHARED_OUT))
def test_shared_out(one: Row, extract: Extract) -> None:
    """Each bracket takes its own member, and what the members share."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(AS_THEY_ARE))
def test_as_they_are(one: Row, extract: Extract) -> None:
    """What holds of the members together only, and brackets that close none, is left whole."""
    check(one, extract)
