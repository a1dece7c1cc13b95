"""Reports that go on without a name, and where they end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from debatemap.citations import cite
from debatemap.claims import extract_claims
from debatemap.model import Block, BlockKind, Debate, Document, Pole, Span
from debatemap.nlp import load, split_sentences

from .conftest import Extract
from .rows import Row, Says, backed, carried, cases, check, row

_QUIST = Says("quist-1987", "argues", "Quist", "rhyme is ornament")
_CARD = Says("card-krueger-1994", "find", "Card and Krueger", "employment rose")
_MARSH = Says("marsh-1999", "argues", "Marsh", "tides shaped the reef")

GO_ON = [
    row("he adds that", "Quist (1987) argues that rhyme is ornament. He adds that metre drives meaning.", _QUIST, carried("quist-1987", "metre drives meaning", "Metre drives meaning.", "adds", "He")),
    row("she reports a finding", "Quist (1987) argues that rhyme is ornament. She cites two hundred ballads.", _QUIST, carried("quist-1987", "two hundred ballads", "Quist cites two hundred ballads.", "cites", "She")),
    row("the authors explain", "Card and Krueger (1994) find that employment rose. The authors explain this by lower turnover.", _CARD, carried("card-krueger-1994", "this by lower turnover", "Card and Krueger explain this by lower turnover.", "explain", "The authors")),
    row("according to this author", "Quist (1987) argues that rhyme is ornament. According to this author, metre drives meaning.", _QUIST, carried("quist-1987", "metre drives meaning", "Metre drives meaning.", "According to", "this author")),
    row("whom the reply came from", "Quist (1987) argues that rhyme is ornament. The rebuttal came from Card and Krueger (1994). They pointed out that metre drives meaning.", _QUIST, carried("card-krueger-1994", "metre drives meaning", "Metre drives meaning.", "pointed", "They")),
    row("they for two authors", "Card and Krueger (1994) find that employment rose. They conclude that models mislead.", _CARD, carried("card-krueger-1994", "models mislead", "Models mislead.", "conclude", "They")),
    row("a year alone", "Okafor argues that inspectors matter (2019: 3). Without them ‘the law is paper’ (2019: 5).", Says("okafor-2019", "argues", "Okafor", "inspectors matter"), Says("okafor-2019", "", "2019: 5", "Without them ‘the law is paper’", "Without them ‘the law is paper’.", via="carried")),
    row("indeed, a quotation and a year", "Marsh (1999) argues that tides shaped the reef. Indeed, the ‘pull of the moon’ built its steps (1999: 182).", _MARSH, Says("marsh-1999", "", "1999: 182", "Indeed, the ‘pull of the moon’ built its steps", "The ‘pull of the moon’ built its steps.", via="carried")),
    row("what a study found", "Card and Krueger (1994) visited four hundred shops in two states. More shops had hired than had dismissed.", Says("card-krueger-1994", "", "Card and Krueger", "Card and Krueger (1994) visited four hundred shops in two states"), carried("card-krueger-1994", "More shops had hired than had dismissed", "More shops had hired than had dismissed.")),
    row("on this view", "Quist (1987) describes the rhymes of two hundred ballads. On this view, rhyme is ornament.", Says("quist-1987", "describes", "Quist", "the rhymes of two hundred ballads"), carried("quist-1987", "On this view, rhyme is ornament", "Rhyme is ornament.")),
    row("on the latter account", "Quist (1987) describes the rhymes of two hundred ballads. On the latter account, rhyme is ornament.", Says("quist-1987", "describes", "Quist", "the rhymes of two hundred ballads"), carried("quist-1987", "On the latter account, rhyme is ornament", "Rhyme is ornament.")),
    row("on this view, amidst", "Quist (1987) describes the rhymes of two hundred ballads. Rhyme is, on this view, ornament.", Says("quist-1987", "describes", "Quist", "the rhymes of two hundred ballads"), carried("quist-1987", "Rhyme is, on this view, ornament", "Rhyme is ornament.")),
    row("on this view, behind a clause", "Quist (1987) describes the rhymes of two hundred ballads. If metre rules, on this account, rhyme is ornament.", Says("quist-1987", "describes", "Quist", "the rhymes of two hundred ballads"), carried("quist-1987", "If metre rules, on this account, rhyme is ornament", "If metre rules, rhyme is ornament.")),
    row("a page alone", "Marsh (1999) argues that tides shaped the reef. The pull of the moon built its steps (182–83).", _MARSH, carried("marsh-1999", "The pull of the moon built its steps (182–83)", "The pull of the moon built its steps.")),
    row("on his view, with works added by cf.", "Quist (1987) makes a related proposal. On his view, rhyme is a habit of the ear (cf. Marsh 1999; Castel 2011).", Says("quist-1987", "", "Quist", "Quist (1987) makes a related proposal"), carried("quist-1987", "rhyme is a habit of the ear", "Rhyme is a habit of the ear.", "view", "his")),
    row("the items of a list", "Quist (1987) distinguishes two kinds of rhyme:\n\n* Full rhyme repeats every sound.\n\n* Slant rhyme changes the vowel.", Says("quist-1987", "distinguishes", "Quist", "two kinds of rhyme"), carried("quist-1987", "Full rhyme repeats every sound", "Full rhyme repeats every sound."), carried("quist-1987", "Slant rhyme changes the vowel", "Slant rhyme changes the vowel.")),
    row("the items of a list of others", "Three positions can be told apart:\n\n* Baker (2003) holds that wages are sticky.\n\n* Garcia (2012) holds that they are fluid.\n\n* For Castel (2011), the question is empty.", Says("baker-2003", "holds", "Baker", "wages are sticky"), Says("garcia-2012", "holds", "Garcia", "they are fluid"), Says("castel-2011", "For", "Castel", "the question is empty")),
    row("his noun", "Quist (1987) argues that rhyme is ornament. His view is that metre drives meaning.", _QUIST, carried("quist-1987", "metre drives meaning", "Metre drives meaning.", "view", "His")),
    row("her noun, whole", "Quist (1987) argues that rhyme is ornament. Her evidence comes from two hundred ballads.", _QUIST, carried("quist-1987", "Her evidence comes from two hundred ballads", "Quist's evidence comes from two hundred ballads.", "evidence", "Her")),
    row("for her", "Quist (1987) argues that rhyme is ornament. For her, metre drives meaning.", _QUIST, carried("quist-1987", "metre drives meaning", "Metre drives meaning.", "For", "her")),
    row("denied by a pronoun", "Quist (1987) argues that rhyme is ornament. He denies that rhyme is music.", _QUIST, carried("quist-1987", "rhyme is music", "Quist denies that rhyme is music.", "denies", "He", denied=True)),
    row("the name without a year", "Quist (1987) argues that rhyme is ornament. Quist also thinks that metre drives meaning.", _QUIST, Says("quist-1987", "thinks", "Quist", "metre drives meaning", "Metre drives meaning.")),
    row("according to her", "Castel (2011) argues that charters were forged. According to her, the scribes knew what they did.", Says("castel-2011", "argues", "Castel", "charters were forged"), carried("castel-2011", "the scribes knew what they did", "The scribes knew what they did.", "According to", "her")),
    row("set into the midst", "Castel (2011) argues that charters were forged. Most of them, she adds, came from cathedral schools.", Says("castel-2011", "argues", "Castel", "charters were forged"), carried("castel-2011", "Most of them … came from cathedral schools", "Most of them came from cathedral schools.", "adds", "she")),
    row("as he puts it, with a year alone", "Okafor (2019: 3) writes that inspectors matter. As he puts it, ‘the law is paper’ (2019: 5).", Says("okafor-2019", "writes", "Okafor", "inspectors matter"), carried("okafor-2019", "‘the law is paper’", "‘The law is paper’.", "puts", "he")),
    row("nor does he think", "Okafor (2019) argues that inspectors matter. Nor does he think that fines help.", Says("okafor-2019", "argues", "Okafor", "inspectors matter"), carried("okafor-2019", "fines help", "Nor does Okafor think that fines help.", "think", "he", denied=True)),
    row("their results suggest", "Card and Krueger (1994) compared fast food restaurants in two states. Their results suggest that employment rose. They attribute this to monopsony.", Says("card-krueger-1994", "compared", "Card and Krueger", "fast food restaurants in two states"), carried("card-krueger-1994", "employment rose", "Employment rose.", "suggest", "Their"), carried("card-krueger-1994", "this to monopsony", "Card and Krueger attribute this to monopsony.", "attribute", "They")),
    row("the results showed", "Card and Krueger (1994) compared fast food restaurants in two states. The results showed that employment rose.", Says("card-krueger-1994", "compared", "Card and Krueger", "fast food restaurants in two states"), carried("card-krueger-1994", "employment rose", "Employment rose.", "showed", "The results")),
    row("a paragraph led in", "As Quist (1987) puts it:\n\nRhyme is ornament, and nothing that is said of its meaning has ever been shown to hold.", carried("quist-1987", "Rhyme is ornament, and nothing that is said of its meaning has ever been shown to hold")),
    row("us, in what is reported", "Quist (1987) argues that rhyme is ornament. He thinks that metre drives us on.", _QUIST, carried("quist-1987", "metre drives us on", "Metre drives us on.", "thinks", "He")),
    row("plain narration that goes on", "Marsh (1999) argues that tides shaped the reef. Thus the steps of the reef follow the pull of the moon.", _MARSH, carried("marsh-1999", "Thus the steps of the reef follow the pull of the moon", "The steps of the reef follow the pull of the moon.")),
    row("on their account", "Card and Krueger (1994) find that employment rose. Moreover, on their account no firm ever closes.", _CARD, carried("card-krueger-1994", "Moreover, on their account no firm ever closes", "On Card and Krueger's account no firm ever closes.", "account", "their")),
    row("in their view, set off", "Card and Krueger (1994) find that employment rose. Firms, in their view, never close.", _CARD, carried("card-krueger-1994", "Firms … never close", "Firms never close.", "view", "their")),
    row("a work that was only presented", "The work closest to ours is Card and Krueger (1994). They conclude that models mislead.", carried("card-krueger-1994", "models mislead", "Models mislead.", "conclude", "They")),
    row("a work that a bracket only adds does not take over", "Okafor (2019) argues that inspectors matter. After two years of talks wages rose on the farms (2019: 5; Brandt, 2000). Then farmers paid their wages, he adds.", Says("okafor-2019", "argues", "Okafor", "inspectors matter"), Says("okafor-2019", "", "2019: 5", "After two years of talks wages rose on the farms", via="carried"), backed("brandt-2000", "Brandt, 2000", "After two years of talks wages rose on the farms"), carried("okafor-2019", "Then farmers paid their wages", "Then farmers paid their wages.", "adds", "he")),
    row("a bracket that lists and then points", "Okafor (2019) argues that inspectors matter. After two years of talks wages rose on the farms (2019: 5; on the earlier talks see Brandt, 2000).", Says("okafor-2019", "argues", "Okafor", "inspectors matter"), Says("okafor-2019", "", "2019: 5", "After two years of talks wages rose on the farms", "After two years of talks wages rose on the farms.", via="carried")),
]  # fmt: skip

END = [
    row("another scholar enters", "Baker (2003) argues that wages are sticky. Garcia (2012) objects that they move.", Says("baker-2003", "argues", "Baker", "wages are sticky"), Says("garcia-2012", "objects", "Garcia", "they move")),
    row("the report then is the second one's", "Baker (2003) argues that wages are sticky. Garcia (2012) objects that they move. She adds that firms collude.", Says("baker-2003", "argues", "Baker", "wages are sticky"), Says("garcia-2012", "objects", "Garcia", "they move"), carried("garcia-2012", "firms collude", "Firms collude.", "adds", "She")),
    row("the author speaks", "Baker (2003) argues that wages are sticky. In this article, I argue that minimum wages leave employment as it is.", Says("baker-2003", "argues", "Baker", "wages are sticky"), Says("self", "argue", "I", "minimum wages leave employment as it is", "Minimum wages leave employment as it is.")),
    row("a list of one's own", "Marsh (1999) argues that tides shaped the reef.\n\nIn this article we look at two open questions:\n\n* The age of the reef is not known.\n\n* The storms have not been counted.", _MARSH),
    row("a section ends", "Baker (2003) argues that wages are sticky.\n\n# Data\n\nThe survey covers 400 firms in two states.", Says("baker-2003", "argues", "Baker", "wages are sticky")),
    row("the text steers", "Marsh (1999) argues that tides shaped the reef. The next section turns to storms.", _MARSH),
    row("the subject of the main clause is whom the text goes on with", "While Baker (2003) looks at the nation, Okafor (2019) argues that regions differ. She warns that averages mislead.", Says("okafor-2019", "argues", "Okafor", "regions differ"), carried("okafor-2019", "averages mislead", "Averages mislead.", "warns", "She")),
    row("somebody else takes the view up", "Marsh (1999) argues that tides shaped the reef. This view is shared by Garcia, who argues that storms did little (2012: 4).", _MARSH, Says("garcia-2012", "argues", "Garcia", "storms did little", "Storms did little.")),
    row("a bracket of several works opens no report", "Reefs follow the tides of their coast (Marsh, 1999; Castel, 2011; Brandt, 2000). They also hold back the sand that storms bring.", backed("marsh-1999", "Marsh, 1999", "Reefs follow the tides of their coast"), backed("castel-2011", "Castel, 2011", "Reefs follow the tides of their coast"), backed("brandt-2000", "Brandt, 2000", "Reefs follow the tides of their coast")),
    row("a flaw is found", "Marsh (1999) argues that tides shaped the reef. The notion of a slow tide is problematic from a modern perspective.", _MARSH),
    row("it is summed up", "Marsh (1999) argues that tides shaped the reef. In sum, the growth of the reef remains an open matter.", _MARSH),
    row("the present work", "Marsh (1999) argues that tides shaped the reef. The steps of a reef are what the present work defines as a rhythm.", _MARSH),
    row("others enter", "Marsh (1999) argues that tides shaped the reef. Other scholars see it as the work of the storms.", _MARSH),
    row("nobody is named", "The tables are in the appendix."),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(GO_ON))
def test_goes_on(one: Row, extract: Extract) -> None:
    """Pronouns, years alone and plain narration are given to the scholar named before."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(END))
def test_ends(one: Row, extract: Extract) -> None:
    """Somebody else speaks."""
    check(one, extract)


@pytest.mark.parametrize(
    "lead",
    [
        "In the words of Castel (2009: 22):",
        "According to Castel (2009: 22):",
        "Castel (2009: 22) notes of the towns that:",
        "About the towns, Castel (2009: 22) writes:",
    ],
)
def test_a_block_quotation_is_the_claim_and_not_what_leads_in(lead: str) -> None:
    """Also where it says "we"."""
    said = "We live and act in towns that are full of values. Each act takes a position."
    text = f"{lead}\n\n{said}"
    at = len(lead) + 2
    kinds = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
    spans = (Span(0, len(lead)), Span(at, len(text)))
    document = Document("x", text, tuple(map(Block, spans, kinds)))
    document = replace(document, sentences=split_sentences(document))
    debate = Debate("", "Values shape towns.", Pole("a", ""), Pole("b", ""))
    claims = extract_claims(document, cite(document), {}, debate, nlp=load())
    assert {(c.holder, c.evidence) for c in claims} >= {
        ("castel-2009", sentence.of(text)) for sentence in document.sentences[1:]
    }
    assert not [c for c in claims if c.evidence == lead]
