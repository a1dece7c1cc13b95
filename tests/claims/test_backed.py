"""Statements that a bracket, a number or a note backs; block quotations and list items; citation styles."""

from __future__ import annotations

import pytest

from .conftest import Extract
from .rows import Row, Says, backed, carried, cases, check, row

MANY = [
    ("marsh-1999", "Marsh, 1999"), ("nakamura-2014", "Nakamura, 2014"), ("castel-2011", "Castel, 2011"),
    ("brandt-2000", "Brandt, 2000"), ("delgado-2007", "Delgado, 2007"), ("lindqvist-2008", "Lindqvist, 2008"),
]  # fmt: skip

BRACKETS = [
    row("at the end", "Small firms cut hours rather than jobs (Fischer, 2015).", backed("fischer-2015", "Fischer, 2015", "Small firms cut hours rather than jobs", "Small firms cut hours rather than jobs.")),
    row("with a page", "Tides shaped the reef (Marsh, 1999: 12–14).", backed("marsh-1999", "Marsh, 1999: 12–14", "Tides shaped the reef", "Tides shaped the reef.")),
    row("several works", "Teenagers are hit first (Neumark and Wascher, 2007; Okafor, 2019).", backed("neumark-wascher-2007", "Neumark and Wascher, 2007", "Teenagers are hit first", "Teenagers are hit first."), backed("okafor-2019", "Okafor, 2019", "Teenagers are hit first", "Teenagers are hit first.")),
    row("in the midst", "Sleep restores attention (Ho et al., 2016) and steadies mood in the young.", backed("ho-et-al-2016", "Ho et al., 2016", "Sleep restores attention … and steadies mood in the young", "Sleep restores attention and steadies mood in the young.")),
    row("each half has its own", "Herders built the mounds (Lindqvist, 2008), while farmers raised the walls (Castel, 2011).", backed("lindqvist-2008", "Lindqvist, 2008", "Herders built the mounds", "Herders built the mounds."), backed("castel-2011", "Castel, 2011", "farmers raised the walls", "Farmers raised the walls.")),
    row("behind a connective", "However, corals adapt when algae move (Nakamura, 2014).", backed("nakamura-2014", "Nakamura, 2014", "However, corals adapt when algae move", "Corals adapt when algae move.")),
    row("behind a conjunction", "But rents follow transit (Delgado, 2007).", backed("delgado-2007", "Delgado, 2007", "But rents follow transit", "Rents follow transit.")),
    row("the source of an example", "This is illustrated by the example in (1) from Greek (Marsh, 1999: 12):"),
    row("what is said of a work", "Marsh (1999) is a book of seven hundred pages on the tides of the reef."),
    row("for reviews see, and who stands behind", "Reefs follow the tides of their coast (Marsh, 1999; for reviews, see Castel, 2011; Brandt, 2000, and Delgado, 2007).", backed("marsh-1999", "Marsh, 1999", "Reefs follow the tides of their coast", "Reefs follow the tides of their coast.")),
    row("no evidence that", "There is no evidence that reefs follow the tides (Marsh, 1999).", Says("marsh-1999", "evidence", "Marsh, 1999", "reefs follow the tides", "There is no evidence that reefs follow the tides.", via="parenthetical", denied=True)),
    row("for criticism see", "For criticism of this procedure, see Marsh (1999) and Castel (2011)."),
    row("whom a term is called after", "A Fischer curve is steep (Garcia, 2012).", backed("garcia-2012", "Garcia, 2012", "A Fischer curve is steep", "A Fischer curve is steep.")),
    row("many works pointed to", "Research on reefs (Marsh, 1999; Nakamura, 2014; Castel, 2011; Brandt, 2000; Delgado, 2007; Lindqvist, 2008) has expanded dramatically since then."),
    row("many works under one statement", "Reefs follow the tides of their coast (Marsh, 1999; Nakamura, 2014; Castel, 2011; Brandt, 2000; Delgado, 2007; Lindqvist, 2008).",
        *(backed(key, printed, "Reefs follow the tides of their coast", "Reefs follow the tides of their coast.") for key, printed in MANY)),
    row("what many works say", "Several authors assume that reefs follow the tides of their coast (Marsh, 1999; Nakamura, 2014; Castel, 2011; Brandt, 2000; Delgado, 2007; Lindqvist, 2008).",
        *(backed(key, printed, "reefs follow the tides of their coast", "Reefs follow the tides of their coast.", cue="assume") for key, printed in MANY)),
    row("a definition", "Trust is a wager on strangers (Rahman, 2018).", backed("rahman-2018", "Rahman, 2018", "Trust is a wager on strangers", "Trust is a wager on strangers.")),
    row("but see is no support", "The mounds of the north were built by herders (Lindqvist, 2008; but see Castel, 2011).", backed("lindqvist-2008", "Lindqvist, 2008", "The mounds of the north were built by herders", "The mounds of the north were built by herders.")),
    row("three clauses, two brackets", "Tides shaped the reef (Marsh, 1999), storms broke it (Nakamura, 2014), and tourists finished it.", backed("marsh-1999", "Marsh, 1999", "Tides shaped the reef", "Tides shaped the reef."), backed("nakamura-2014", "Nakamura, 2014", "storms broke it", "Storms broke it.")),
    row("a definition set into a sentence", "Trust, defined as ‘a wager on strangers’ (Rahman, 2018: 4), declines with distance.", backed("rahman-2018", "Rahman, 2018: 4", "Trust, defined as ‘a wager on strangers’ … declines with distance", "Trust, defined as ‘a wager on strangers’, declines with distance.")),
    row("a definition, can be defined as", "Trust can be defined as a wager on strangers (Rahman, 2018: 4).", backed("rahman-2018", "Rahman, 2018: 4", "Trust can be defined as a wager on strangers", "Trust can be defined as a wager on strangers.")),
    row("a definition in the active", "By ‘silent wall’ Delgado (2007) means a rule that keeps the poor outside.", Says("delgado-2007", "means", "Delgado", "a rule that keeps the poor outside", "By ‘silent wall’ Delgado means a rule that keeps the poor outside.")),
    row("the term, coined by", "Delgado (2007) coined the term ‘silent wall’ for rules that exclude.", Says("delgado-2007", "coined", "Delgado", "the term ‘silent wall’ for rules that exclude", "Delgado coined the term ‘silent wall’ for rules that exclude.")),
]  # fmt: skip

STYLES = [
    row("APA, ampersand and p.", "Teenagers lose hours when wage floors rise (Neumark & Wascher, 2007, p. 5).", backed("neumark-wascher-2007", "Neumark & Wascher, 2007, p. 5", "Teenagers lose hours when wage floors rise", "Teenagers lose hours when wage floors rise.")),
    row("APA, three authors", "A daily walk lifts the mood of the elderly (Yilmaz, Zeller, & Vance, 2020).", backed("yilmaz-zeller-vance-2020", "Yilmaz, Zeller, & Vance, 2020", "A daily walk lifts the mood of the elderly", "A daily walk lifts the mood of the elderly.")),
    row("APA, in the text", "Card and Krueger (1994, p. 12) found that employment rose.", Says("card-krueger-1994", "found", "Card and Krueger", "employment rose", "Employment rose.")),
    row("APA, page behind the quotation", "Quist (1987) calls rhyme “mere ornament” (p. 9).", Says("quist-1987", "calls", "Quist", "rhyme “mere ornament”", "Quist calls rhyme “mere ornament”.")),
    row("Chicago, no comma", "In the long run courts follow public opinion (Whitfield 1992, 17).", backed("whitfield-1992", "Whitfield 1992, 17", "In the long run courts follow public opinion", "In the long run courts follow public opinion.")),
    row("Chicago, in the text", "Brandt (2000, 33) notes that the archive was never neutral.", Says("brandt-2000", "notes", "Brandt", "the archive was never neutral", "The archive was never neutral.")),
    row("Harvard, pp. and colon", "Novels about the present date quickly (Adeyemi, 1995: pp. 5–6).", backed("adeyemi-1995", "Adeyemi, 1995: pp. 5–6", "Novels about the present date quickly", "Novels about the present date quickly.")),
    row("see also", "Trust declines with distance (see also Rahman, 2018).", backed("rahman-2018", "Rahman, 2018", "Trust declines with distance", "Trust declines with distance.")),
    row("square brackets", "Clerks copied the maps [O’Hara 2005].", backed("ohara-2005", "O’Hara 2005", "Clerks copied the maps", "Clerks copied the maps.")),
    row("no bracket at all", "As Marsh 1999 argues, tides shaped the reef.", Says("marsh-1999", "argues", "Marsh 1999", "tides shaped the reef", "Tides shaped the reef.")),
    row(
        "numbers",
        "Tides shaped the reef [13]. Corals adapt when algae move [15]. Walking lifts mood in the young [26]. Marsh [13] argues that storms came later.",
        backed("marsh-1999", "13", "Tides shaped the reef", "Tides shaped the reef."),
        backed("nakamura-2014", "15", "Corals adapt when algae move", "Corals adapt when algae move."),
        backed("yilmaz-zeller-vance-2020", "26", "Walking lifts mood in the young", "Walking lifts mood in the young."),
        Says("marsh-1999", "argues", "Marsh", "storms came later", "Storms came later."),
    ),
    row("a row of numbers", "Tides shaped the reef [13]. Corals adapt when algae move [15]. Both happen at once in warm seas [13, 15].",
        backed("marsh-1999", "13", "Tides shaped the reef"),
        backed("nakamura-2014", "15", "Corals adapt when algae move"),
        backed("marsh-1999", "13", "Both happen at once in warm seas", "Both happen at once in warm seas."),
        backed("nakamura-2014", "15", "Both happen at once in warm seas", "Both happen at once in warm seas.")),
]  # fmt: skip

BLOCKS = [
    row(
        "a block quotation belongs to the work cited under it",
        "Employers answer to inspectors.\n\n> Where nobody inspects, nobody pays the minimum. (Okafor, 2019: 8)",
        backed("okafor-2019", "Okafor, 2019: 8", "Where nobody inspects, nobody pays the minimum", "Where nobody inspects, nobody pays the minimum."),
    ),
    row(
        "a block quotation behind a colon",
        "Okafor (2019) argues that inspectors matter:\n\n> Where nobody inspects, nobody pays the minimum wage at all.",
        Says("okafor-2019", "argues", "Okafor", "inspectors matter", "Inspectors matter."),
        carried("okafor-2019", "Where nobody inspects, nobody pays the minimum wage at all", "Where nobody inspects, nobody pays the minimum wage at all."),
    ),
    row(
        "the last line of a block quotation gives its source",
        "Employers answer to inspectors.\n\n> Where nobody inspects, nobody pays the minimum. Farms are far away. Okafor (2019: 8)",
        backed("okafor-2019", "", "Where nobody inspects, nobody pays the minimum", "Where nobody inspects, nobody pays the minimum."),
        backed("okafor-2019", "", "Farms are far away", "Farms are far away."),
    ),
    row(
        "whom a block quotation names does not say all of it",
        "Employers answer to inspectors.\n\n> Nobody here had met with Brandt before. Where nobody inspects, nobody pays the minimum (Okafor, 2019: 8).",
        backed("okafor-2019", "", "Nobody here had met with Brandt before", "Nobody here had met with Brandt before."),
        backed("okafor-2019", "Okafor, 2019: 8", "Where nobody inspects, nobody pays the minimum", "Where nobody inspects, nobody pays the minimum."),
    ),
    row("a list item with its number", "1. Tides shaped the reef over centuries (Marsh, 1999).", backed("marsh-1999", "Marsh, 1999", "Tides shaped the reef over centuries", "Tides shaped the reef over centuries.")),
    row("a list item with its sign", "• Nakamura (2014) argues that corals adapt.", Says("nakamura-2014", "argues", "Nakamura", "corals adapt", "Corals adapt.")),
    row("a list item in brackets", "(2) Rents follow transit in most cities (Delgado, 2007).", backed("delgado-2007", "Delgado, 2007", "Rents follow transit in most cities", "Rents follow transit in most cities.")),
    row("a footnote", "Inspectors rarely visit farms.\n\n[^1]: Fischer (2015) argues that firms hide jobs.", Says("fischer-2015", "argues", "Fischer", "firms hide jobs", "Firms hide jobs.")),
]  # fmt: skip


@pytest.mark.parametrize("one", cases(BRACKETS))
def test_bracket(one: Row, extract: Extract) -> None:
    """The content is what the bracket stands behind, the source the citation in it."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(STYLES))
def test_style(one: Row, extract: Extract) -> None:
    """Every style of citing gives the same claim."""
    check(one, extract)


@pytest.mark.parametrize("one", cases(BLOCKS))
def test_block(one: Row, extract: Extract) -> None:
    """Quotations set apart, lists and notes."""
    check(one, extract)
