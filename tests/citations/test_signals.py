"""What stands before a citation in its bracket, and works read in other works."""

from __future__ import annotations

import pytest

from debatemap.citations import find_citations
from debatemap.model import Block, BlockKind, Citation, Document, Span


def cited(text: str) -> list[Citation]:
    """The citations of one paragraph."""
    return find_citations(Document("test", text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)))


@pytest.mark.parametrize(
    ("text", "prefixes"),
    [
        pytest.param("(see Olson, 1965)", ["see"], id="see"),
        pytest.param("(see also Olson, 1965; Ostrom 1990)", ["see also", ""], id="first of two only"),
        pytest.param("(e.g. Olson 1965)", ["e.g."], id="e.g."),
        pytest.param("(e.g., Olson, 1965)", ["e.g."], id="e.g. and comma"),
        pytest.param("(Tilly 1978; cf. Olson, 1965)", ["", "cf."], id="inside the row"),
        pytest.param("(but see Olson 1965: 3)", ["but see"], id="contrary"),
        pytest.param("(for an overview see Olson 1965)", ["for an overview see"], id="longer"),
        pytest.param("(as the theory of Olson 1965)", [""], id="other words are no signal"),
    ],
)
def test_prefix(text: str, prefixes: list[str]) -> None:
    """`prefix` holds signal words as printed."""
    assert [citation.prefix for citation in cited(text)] == prefixes


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        pytest.param("(Mill, 1848, cited in Olson, 1965: 5–6)", ["olson-1965", ""], id="in one bracket"),
        pytest.param("(Mill 1848: 3, as quoted by Olson 1965)", ["olson-1965", ""], id="quoted by"),
        pytest.param("(Mill 1848 apud Olson 1965)", ["olson-1965", ""], id="apud"),
        pytest.param("Mill (1848), cited in Olson (1965), says", ["olson-1965", ""], id="running text"),
        pytest.param("Mill (1848, cited in Olson, 1965: 5) says", ["olson-1965", ""], id="narrative"),
        pytest.param("(Olson 1965: 7, quoting Mill 1848)", ["", "olson-1965"], id="the other way round"),
        pytest.param("(Mill, as cited in Olson, 1965)", ["olson-1965", ""], id="the original without a year"),
        pytest.param("(Tarrow 1994; Mill quoted in Olson 1965)", ["", "olson-1965", ""], id="in a row"),
        pytest.param("Mill (cited in Olson 1965) says", ["olson-1965", ""], id="narrative, without a year"),
        pytest.param("Mill, quoted in Olson (1965: 3), says", ["olson-1965", ""], id="running text, no year"),
        pytest.param(
            "It fails (Mill quoted in Olson (1965)).", ["olson-1965", ""], id="brackets in brackets"
        ),
        pytest.param("In Spanish, as discussed in Olson (1965), it fails.", [""], id="a matter discussed"),
        pytest.param("It fails in Spanish (in Olson 1965).", [""], id="in, after a word of no list"),
        pytest.param("(as cited in Olson, 1965)", [""], id="nobody named"),
        pytest.param("(Mill, 1848; Olson, 1965)", ["", ""], id="beside each other"),
    ],
)
def test_second_hand(text: str, chain: list[str]) -> None:
    """`cited_in` holds the key of the work that was read; both citations are kept."""
    assert [citation.cited_in for citation in cited(text)] == chain


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("(Keck and Sikkink, 1998)", "keck-sikkink-1998", id="two authors"),
        pytest.param("(Ostrom, 2009b)", "ostrom-2009b", id="letter"),
        pytest.param("(Olson, n.d.)", "olson-nd", id="no date"),
    ],
)
def test_provisional_key(text: str, key: str) -> None:
    """A work that no list names can still be shown under a key."""
    assert cited(text)[0].provisional_key == key


def test_brackets_and_offsets() -> None:
    """`bracket` is the enclosing bracket with its signs; spans are offsets into the text."""
    text = "It fails (see Olson, 1965: 2; Ostrom's 1990 book)."
    first = cited(text)[0]
    assert first.bracket is not None
    assert first.bracket.of(text) == "(see Olson, 1965: 2; Ostrom's 1990 book)"
    assert first.span.of(text) == "Olson, 1965: 2"


def test_possessive_and_footnote_are_told() -> None:
    """The flags of a citation."""
    assert cited("Olson's (1965) theory")[0].possessive
    assert not cited("Olson (1965) writes")[0].possessive
    text = "As said (Olson 1965)."
    note = Document("test", text, (Block(Span(0, len(text)), BlockKind.FOOTNOTE),))
    assert find_citations(note)[0].in_footnote
