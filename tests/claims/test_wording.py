"""The claim column: each claim reads as a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from debatemap.citations import cite
from debatemap.claims.wording import is_sentence, put_in_words
from debatemap.model import Block, BlockKind, Document, Name, Reference, Span

from . import (
    test_backed,
    test_carried,
    test_coordination,
    test_denials,
    test_nouns,
    test_own_voice,
    test_passives,
    test_split_and_quoted,
    test_verbs,
)
from .conftest import Extract
from .rows import Row

# (why, text, the claim column of each claim in order)
WORDS: list[tuple[str, str, list[str]]] = [
    ("a connective is left out", "However, herders built the old mounds of the north (Lindqvist, 2008).", ["Herders built the old mounds of the north."]),
    ("two connectives", "But in fact, herders built the old mounds of the north (Lindqvist, 2008).", ["Herders built the old mounds of the north."]),
    ("a connective without its comma", "Thus the mounds were built by the herders (Lindqvist, 2008).", ["The mounds were built by the herders."]),
    ("thus understood is no connective", "Thus understood the mounds were built by herders (Lindqvist, 2008).", ["Thus understood the mounds were built by herders."]),
    ("what steers the reader is left out", "As discussed above, trust declines with distance in most towns (Rahman, 2018).", ["Trust declines with distance in most towns."]),
    ("a number without its nought", "The effect on corals was below .05 in warm seas (Nakamura, 2014).", ["The effect on corals was below .05 in warm seas."]),
    ("so tight is no connective", "So tight a reef is hard to understand without tides (Marsh, 1999).", ["So tight a reef is hard to understand without tides."]),
    ("to some", "To some, trust is the cement of most towns (Rahman, 2018).", ["Trust is the cement of most towns."]),
    ("a list of clauses", "Marsh (1999) found that reefs share one shape, that they are steep, and that they form early.", ["Reefs share one shape, they are steep, and they form early."]),
    ("but that", "Marsh (1999) found that tides shaped the reef, but that storms broke it.", ["Tides shaped the reef, but storms broke it."]),
    ("for X, too", "For Marsh (1999), too, tides shaped the reef.", ["Tides shaped the reef."]),
    ("others find none", "While some find benefits (Marsh, 1999), others find none (Castel, 2011).", ["Some find benefits.", "Others find none."]),
    ("no clause without its verb", "Marsh (1999) considers this a caricature.", ["Marsh considers this a caricature."]),
    ("a when-clause says when", "When Marsh (1999) followed a larger sample, tides proved neither necessary nor sufficient.", ["When Marsh followed a larger sample, tides proved neither necessary nor sufficient."]),
    ("able to show that", "Marsh (1999) was able to show that tides shaped the reef.", ["Tides shaped the reef."]),
    ("the number of a list item", "3) Corals adapt when algae move away (Nakamura, 2014).", ["Corals adapt when algae move away."]),
    ("the call of a note", "Rents follow transit in most of the large cities.12 (Delgado, 2007)", ["Rents follow transit in most of the large cities."]),
    ("a comma before the bracket", "Corals adapt, when algae move away (Nakamura, 2014), to warmer and more acid seas.", ["Corals adapt, when algae move away, to warmer and more acid seas."]),
    ("a name that the sentence needs", "This early form of the guild is called a sworn band by (Castel, 2011: 9).", ["This early form of the guild is called a sworn band by Castel."]),
    ("a bracket that says more keeps what it says", "Rents follow transit (a rule with few exceptions, Delgado 2007) in most of the large cities.", ["Rents follow transit (a rule with few exceptions) in most of the large cities."]),
    ("a bracket that points elsewhere goes", "Rents follow transit in most large cities (Delgado 2007, with an overview of the many studies).", ["Rents follow transit in most large cities."]),
    ("a pronoun is resolved", "Quist (1987) argues that rhyme is ornament. He describes metre as a march.", ["Rhyme is ornament.", "Quist describes metre as a march."]),
    ("a possessive is resolved", "Quist (1987) argues that rhyme is ornament. Her critique of free verse is harsh.", ["Rhyme is ornament.", "Quist's critique of free verse is harsh."]),
    ("they, of two authors", "Card and Krueger (1994) find that employment rose. They describe the survey as sound.", ["Employment rose.", "Card and Krueger describe the survey as sound."]),
    ("the second of two verbs has its subject put before it", "Delgado (2007) argued that zoning excludes the poor and described suburbs as walls.", ["Zoning excludes the poor.", "Delgado described suburbs as walls."]),
    ("and the first is cut before the conjunction", "Delgado (2007) describes suburbs as walls and argues that zoning excludes the poor.", ["Delgado describes suburbs as walls.", "Zoning excludes the poor."]),
    ("a clause of another scholar is left out", "Castel (2011) describes guilds as insurers, and Marsh (1999) describes them as bands.", ["Castel describes guilds as insurers.", "Marsh describes them as bands."]),
    ("a relative clause becomes a sentence", "The debate goes back to Castel (2011), who describes guilds as insurers.", ["Castel describes guilds as insurers."]),
    ("a relative clause without its object stays whole", "The seals which Castel (2011) describes as forged are now lost.", ["The seals which Castel describes as forged are now lost."]),
    ("a colon that opens a list is part of the report", "Castel (2011) distinguishes two kinds of guild: sworn bands and poor chests.", ["Castel distinguishes two kinds of guild: sworn bands and poor chests."]),
    ("a quotation in two pieces is one", "“Guilds in the north,” Castel (2011: 4) writes, “were early insurers.”", ["“Guilds in the north were early insurers.”"]),
    ("a plural's apostrophe is no quotation mark", "Okafor (2019: 4) argues that the law must win ‘the workers’ trust’.", ["The law must win ‘the workers’ trust’."]),
    ("a locator with a remark goes", "Quist (1987) calls rhyme ‘mere ornament’ in the old ballads of the north (1987: 9, emphasis in original).", ["Quist calls rhyme ‘mere ornament’ in the old ballads of the north."]),
    ("a comma that the parse leaves aside", "Okafor (2019) states that ‘inspectors know the farmers, while the law is only paper’.", ["‘Inspectors know the farmers, while the law is only paper’."]),
    ("that opens no clause", "Okafor (2019) points to farms that show little fear of the law.", ["Okafor points to farms that show little fear of the law."]),
    ("a scholar of two works is named once", "The term barter ring was coined by Moor (2001) and Moor (2015) in studies of old guilds.", ["The term barter ring was coined by Moor in studies of old guilds."] * 2),
    ("as two point out", "As Castel (2011) and Marsh (1999) point out, the guild as an idea has a long history.", ["The guild as an idea has a long history."] * 2),
    ("as one notes, before a passive", "As Castel (2011, p. 34) notes, the renewal of guilds in the north was marked by two connected events.", ["The renewal of guilds in the north was marked by two connected events."]),
    ("as one notes, amidst the sentence", "They function, as Castel (2011) points out, as mere insurers.", ["They function as mere insurers."]),
    ("according to one, before the object", "This complex bond constitutes, according to Castel (2011), a guild of its own.", ["This complex bond constitutes a guild of its own."]),
    ("for one, before two nouns", "For Castel (2011), bonds and oaths integrate the whole of the town.", ["Bonds and oaths integrate the whole of the town."]),
    ("he is not whom a bracket names first", "He seldom wrote on guilds, and his lectures were read by nobody (Castel, 2011).", ["He seldom wrote on guilds, and his lectures were read by nobody."]),
    ("nor are other authors", "Other authors do not use the term guild for such bonds at all (Castel, 2011).", ["Other authors do not use the term guild for such bonds at all."]),
    ("nor he in a quotation", "Quist (1987) argues that rhyme is ornament. In the poem, the speaker adds that “he went to see a woman” and smiles.", ["Rhyme is ornament.", "In the poem, the speaker adds that “he went to see a woman” and smiles."]),
    ("a bracket behind another's report", "Marsh (1999) claims that guilds were no insurers of the poor (Castel, 2011).", ["Guilds were no insurers of the poor."] * 2),
    ("each bracket has its own nameless", "Whereas some think that guilds were alike (Marsh, 1999), others claim that they were different (Castel, 2011).", ["Guilds were alike.", "They were different."]),
    ("the same words once", "Castel (2011) provides a broad definition using an old notion of a bond, in fact, she uses the term bond but means the idea of an oath.", ["Castel provides a broad definition using an old notion of a bond, in fact, she uses the term bond but means the idea of an oath."]),
    ("a name that a bracket needs", "Guilds were bonds of the free and the equal (in the sense of Castel 2011).", ["Guilds were bonds of the free and the equal (in the sense of Castel)."]),
    ("a bracket that only points", "The split of the guilds was old and deep (see the discussion in Castel 2011).", ["The split of the guilds was old and deep."]),
    ("so far", "So far, only the rich were insured by the guilds of the north (Castel, 2011).", ["So far, only the rich were insured by the guilds of the north."]),
    ("a comma before the stop", "The old word covers bonds, oaths, chests, (Castel, 2011).", ["The old word covers bonds, oaths, chests."]),
    ("but it does not", "Castel (2011) argues that guilds were able to insure the rich, but they were not able to feed the poor.", ["Guilds were able to insure the rich, but they were not able to feed the poor."]),
    ("nor what the author feels", "Castel (2011) argues that guilds insured the rich, and it is my impression that banks did, too.", ["Guilds insured the rich."]),
    ("while another discusses", "Castel (2011) finds that guilds mattered, while Marsh (1999) discusses the tides.", ["Guilds mattered."]),
    ("he is somebody in the sentence", "Castel (2011) argues that trade was a bond. When a trader travelled, he showed his seal at every gate.", ["Trade was a bond.", "When a trader travelled, he showed his seal at every gate."]),
    ("two works told apart", "The analysis in Moor (2001) differs widely from the views put forward in Moor (2015).", ["The analysis in Moor (2001) differs widely from the views put forward in Moor (2015)."]),
    ("what they are said of", "As far as guilds are concerned, Castel (2011) argues that they insured the rich.", ["As far as guilds are concerned, they insured the rich."]),
    ("they, with brackets behind", "They argue that only guilds insured the poor of the north (Castel, 2011; Marsh, 1999).", ["Only guilds insured the poor of the north."] * 2),
    ("according to, no comma", "According to Castel (2011) guilds cannot be founded from above.", ["Guilds cannot be founded from above."]),
    ("a word to the reader", "Note, however, that the guilds of the north insured nobody (Castel, 2011).", ["The guilds of the north insured nobody."]),
    ("as can be seen", "As can be seen, the guilds of the north insured nobody (Castel, 2011).", ["The guilds of the north insured nobody."]),
    ("a number in letters", "iii) The guilds of the north insured nobody (Castel, 2011).", ["The guilds of the north insured nobody."]),
    ("since one thing", "Since guilds can never come out of the blue (Castel, 2011), a common seal was essential to them.", ["Guilds can never come out of the blue."]),
    ("a name behind on", "The guilds (e.g. Danish ones, based on Castel 2011) insured the rich of the north.", ["The guilds (e.g. Danish ones, based on Castel) insured the rich of the north."]),
    ("against whom", "Guilds cannot be seen as mere insurers (contra Castel 2011; Marsh 1999).", []),
    ("in contrast to whom", "In contrast to the claims in Castel (2011), this bond is built on law alone.", []),
    ("as another shows", "As Castel (2011) shows, the guilds of the north took many forms, from clubs to courts (see Marsh 1999).", ["The guilds of the north took many forms, from clubs to courts."] * 2),
    ("that kind of", "Castel (2011) showed that kind of bond in the towns of the north.", ["Castel showed that kind of bond in the towns of the north."]),
    ("that that", "Castel (2011) assumes that that bond was ‘a bond of law’.", ["That bond was ‘a bond of law’."]),
    ("whoever speaks behind the bracket", "The guilds of the south insured nobody (Castel, 2011), for studies find that chests were rare there.", ["The guilds of the south insured nobody, for studies find that chests were rare there."]),
    ("a stop in the marks", "Guilds were ‘the common good of the town.’ (Castel, 2011).", ["Guilds were ‘the common good of the town.’"]),
    ("figures stay", "Fischer (2015) finds that employment fell by 3.5%.", ["Employment fell by 3.5%."]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "words"), WORDS, ids=[row[0] for row in WORDS])
def test_words(extract: Extract, why: str, text: str, words: list[str]) -> None:
    """The words of all claims, in text order."""
    _, claims = extract(text)
    assert sorted(claim.text for claim in claims) == sorted(words), why


def _all_rows() -> Sequence[Row]:
    modules = (
        test_backed, test_carried, test_coordination, test_denials, test_nouns, test_own_voice, test_passives,
        test_split_and_quoted, test_verbs,
    )  # fmt: skip
    tables = [value for module in modules for value in vars(module).values() if isinstance(value, list)]
    return [row for table in tables for row in table if isinstance(row, Row)]


@pytest.mark.parametrize("one", _all_rows(), ids=lambda row: row.why)
def test_every_claim_is_well_formed(extract: Extract, one: Row) -> None:
    """A capital at the beginning, a stop at the end, nothing without its partner, no citation left."""
    for claim in extract(one.text)[1]:
        letters = re.sub(r"^[^\w]+", "", claim.text)
        assert letters[:1].isupper() or letters[:1].isdigit()
        assert re.search(r"[.!?][’”'\")]*$|’\.$", claim.text)
        assert is_sentence(claim.text)
        assert not re.search(r"\b(?:19|20)\d\d\b|\s[,.;]|^(?:And|But|That)\b|\b(?:and|but)\.$", claim.text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“Rhyme is ornament,”", "“Rhyme is ornament.”", id="comma in the marks"),
        pytest.param("rhyme is ornament and", "Rhyme is ornament.", id="dangling conjunction"),
        pytest.param("(rhyme is ornament", "Rhyme is ornament.", id="lone bracket"),
        pytest.param("verse . .", "Verse.", id="two stops"),
        pytest.param("and rhyme, too", "Rhyme, too.", id="conjunction in front"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_put_in_words(text: str, words: str) -> None:
    """Stretches that the parse cut badly are mended."""
    assert put_in_words(Document("x", text, ()), [Span(0, len(text))], []) == words


NUMBERS = [
    ("In [1], it is shown that rhyme is ornament.", "In Quist, it is shown that rhyme is ornament."),
    ("The survey reported in [1] was small.", "The survey reported in Quist was small."),
    ("[1] reports that rhyme is ornament.", "Quist reports that rhyme is ornament."),
    ("While [1] and [2] doubt it, [2] finds rhyme.", "While Quist and Marsh doubt it, Marsh finds rhyme."),
    ("Rhyme is ornament [1] and [2].", "Rhyme is ornament."),
    ("Rhyme is ornament [1], [2].", "Rhyme is ornament."),
    ("Ballads [1] rhyme.", "Ballads rhyme."),
    ("Rhyme was counted [1], [2], but metre was not.", "Rhyme was counted, but metre was not."),
    ("In [1], [2], metre counts.", "In Quist, Marsh, metre counts."),
]


@pytest.mark.parametrize(("text", "words"), NUMBERS)
def test_a_number_used_as_a_noun_is_put_as_a_name(text: str, words: str) -> None:
    """A number that only backs a statement is left out."""
    works = [
        Reference("quist-1987", (Name("Quist"),), "1987", aliases=("1",)),
        Reference("marsh-1999", (Name("Marsh"),), "1999", aliases=("2",)),
    ]
    filler = "\n\n" + " ".join(f"Metre {number} counts [{1 + number % 2}]." for number in range(4))
    blocks = (
        Block(Span(0, len(text)), BlockKind.PARAGRAPH),
        Block(Span(len(text) + 2, len(text + filler)), BlockKind.PARAGRAPH),
    )
    document = Document("a-paper", text + filler, blocks, references=tuple(works))
    assert put_in_words(document, [Span(0, len(text))], cite(document, works)) == words
