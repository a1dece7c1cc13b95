"""The report: what it tells, and that nobody's words become markup."""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.cli.conftest import CLAIMS, DEBATE, POSITIONS, RELATIONS

from debatemap.errors import DebatemapError
from debatemap.model import Claim, Debate, Pole, Stance, Status
from debatemap.report import Doubt, Material, Work, convert, report_markdown
from debatemap.report.formats import READER
from debatemap.report.words import plain, quoted

EVIL = "</script><script>alert(1)</script> *a* _b_ [c](d) | `e` <img src=x onerror=f> # &lt; \\ $g$"
MATERIAL = Material(
    debate=DEBATE,
    claims=tuple(replace(c, holder=c.paper if c.holder == "self" else c.holder) for c in CLAIMS if c.status is not Status.REJECTED),
    relations=tuple(replace(r, source=r.paper if r.source == "self" else r.source) for r in RELATIONS),
    positions=tuple(POSITIONS),
    papers=("review-2004",),
    works={"review-2004": Work("Reviewer 2004", "A review"), "card-krueger-1994": Work("Card and Krueger 1994")},
    doubts=(Doubt("review-2004", "Brown (1999)", "13"), Doubt("review-2004", "1995: 3", "", "card-krueger-1995", "the only one")),
    overridden=1,
    versions={"debatemap": "0.1.0", "spacy": "3.8"},
    figure="map.svg",
)  # fmt: skip


def part(text: str, title: str) -> str:
    """What stands under a heading."""
    return text.partition(f"## {title}\n\n")[2].partition("\n\n## ")[0]


def test_the_debate_in_a_paragraph() -> None:
    """Counts, camps by settled intervals, who is attacked most; then the figure with its caption."""
    told = part(report_markdown(MATERIAL), "The debate")
    paragraph, picture = told.split("\n\n")
    for words in (
        "“Minimum wages cost low-paid workers their jobs.”",
        "In 1 paper, 4 claims of 3 scholars (or groups who write together) were found: "
        "2 for the thesis, 1 against it, 1 neither.",
        "1 scholar (Card and Krueger) stands on the side of the “no job loss”",
        "1 scholar (Neumark and Wascher) stands on the side of the “job killer”",
        "and 1 made no claim for or against.",
        "2 relations between scholars (most often attacked: Card and Krueger, 1 of 1 times",
    ):
        assert words in paragraph
    assert picture.startswith("![Scholars between “no job loss” (−1) and “job killer” (+1).")
    assert picture.endswith("](<map.svg>)")


def test_scholars_stand_in_a_table() -> None:
    """From the attacking pole on; without a claim for or against, no position."""
    rows = [
        line for line in part(report_markdown(MATERIAL), "Scholars").splitlines() if line.startswith("| ")
    ]
    assert rows[2:] == [
        "| Card and Krueger | 1994, 1995 | −0.62 | −0.90 to −0.20 | 1 | 1 | 0 | 1 |",
        "| Neumark and Wascher | 2000 | +0.70 | +0.30 to +1.00 | 0 | 1 | 0 | 1 |",
        "| Reviewer | 2004 | – | – | 0 | 0 | 1 | 1 |",
    ]


def test_each_claim_has_quotation_page_and_reporter() -> None:
    """Extracted words are said once, in the quotation; coded ones are the coder's; own claims say so."""
    told = part(report_markdown(MATERIAL), "Claims")
    assert told.splitlines()[2:6] == [
        "- **Against.** “Card and Krueger (1994: 772) find that employment in fast food did not fall after the rise.” "
        "(reported by Reviewer 2004, p. 12, on Card and Krueger 1994, p. 772; extracted, confidence 0.91)",
        "- **For.** “They grant that some small firms may close.” "
        "(reported by Reviewer 2004, on card-krueger-1995; extracted, confidence 0.60)",
        "",
        "### Neumark and Wascher (+0.70)",
    ]
    assert (
        "payroll records show fewer jobs (reported by Reviewer 2004, on neumark-wascher-2000; coded by AB)"
        in told
    )
    assert (
        "“We hold that the question is open.” (Reviewer 2004, in their own paper; extracted, confidence 0.80)"
        in told
    )


def coded(coder: str, stance: Stance, text: str = "payroll records show fewer jobs") -> Claim:
    hand = next(claim for claim in MATERIAL.claims if claim.coder)
    return replace(hand, id=coder + text, coder=coder, stance=stance, text=text)


@pytest.mark.parametrize(
    ("hand", "told"),
    [
        pytest.param([], "No claim was coded by hand", id="nobody"),
        pytest.param([coded("AB", Stance.SUPPORT)], "There was only one coder (AB)", id="one"),
        pytest.param([coded("", Stance.SUPPORT)], "The coders are not named", id="unnamed"),
        pytest.param(
            [coded("AB", Stance.SUPPORT), coded("CD", Stance.SUPPORT, "something else entirely")],
            "2 coders (AB and CD) coded different statements",
            id="two, not the same",
        ),
        pytest.param(
            [coded("AB", Stance.SUPPORT), coded("CD", Stance.SUPPORT)],
            "all of one stance, so that no alpha is defined",
            id="two, one stance",
        ),
        pytest.param(
            [coded(c, s, t) for t, s in (("one thing is so", Stance.SUPPORT), ("quite another matter", Stance.ATTACK)) for c in ("AB", "CD")],
            "2 coders (AB and CD) coded, among others, the same 2 statements and agreed on 2 of them: "
            "Krippendorff’s alpha (ordinal) 1.00; so few statements say little.",
            id="two",
        ),
    ],
)  # fmt: skip
def test_methods_tell_the_reliability(hand: list[Claim], told: str) -> None:
    """Which coefficient, over how many statements; and why there is none."""
    extracted = tuple(claim for claim in MATERIAL.claims if not claim.coder)
    methods = part(report_markdown(replace(MATERIAL, claims=(*extracted, *hand))), "Methods")
    assert told in methods
    assert "1 paper were read" not in methods
    assert "Versions: debatemap 0.1.0 and spacy 3.8." in methods
    assert "Papers read: Reviewer 2004." in methods


def test_what_was_left_unresolved() -> None:
    """Citations without a work, works that were inferred, who has no place; or that there is nothing."""
    told = part(report_markdown(MATERIAL), "Unresolved")
    assert "1 citation could not be given a work:\n\n- “Brown (1999)” in Reviewer 2004, p. 13" in told
    assert "- “1995: 3” in Reviewer 2004: taken for card-krueger-1995 (the only one)" in told
    assert "without a position: Reviewer." in told
    clean = replace(MATERIAL, doubts=(), positions=MATERIAL.positions[:5], claims=MATERIAL.claims[:3])
    assert part(report_markdown(clean), "Unresolved") == "Nothing was left unresolved.\n"


def as_html(markdown: str, title: str = "x") -> Any:
    return html.fromstring(convert(markdown, "html", title=title).decode())


def poisoned() -> Material:
    return replace(
        MATERIAL,
        debate=Debate(EVIL, EVIL, Pole(EVIL, EVIL), Pole(EVIL, EVIL)),
        claims=tuple(replace(c, text=EVIL, evidence=EVIL + c.evidence, page=EVIL, locator=EVIL) for c in MATERIAL.claims),
        positions=tuple(replace(p, scholar=EVIL + p.scholar) for p in MATERIAL.positions),
        works={key: Work(EVIL, EVIL) for key in MATERIAL.works},
        doubts=(Doubt(EVIL, EVIL, EVIL, EVIL, EVIL),),
        figure="",
    )  # fmt: skip


def test_nobodys_words_become_markup() -> None:
    """Hostile words come out of pandoc as they went in: no element, no emphasis, no cell too many."""
    root = as_html(report_markdown(poisoned()), title=EVIL)
    assert not root.xpath("//script | //img | //em | //code | //body//a | //*[@onerror]")
    assert root.xpath("//h1")[0].text_content() == " ".join(EVIL.split())
    assert {len(row.xpath("td")) for row in root.xpath("//tbody/tr")} == {8}
    assert root.xpath("//tbody/tr/td[1]")[0].text_content().startswith(EVIL)


@pytest.mark.parametrize("text", ["a", EVIL, "1. x", "- x", "> y", "“so”", "a\n\n# b", "http://x.example"])
def test_words_come_back_from_markdown(text: str) -> None:
    """Within a sentence; quotation marks inside quotation marks become single."""
    root = as_html(f"So {plain(text)}")
    assert root.xpath("//p")[0].text_content() == f"So {' '.join(text.split())}"
    assert quoted("“so”") == "“‘so’”"


def pixel() -> bytes:
    """The smallest png there is."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(4))),
        (b"IEND", b""),
    )
    packed = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def test_docx_and_pdf(tmp_path: Path) -> None:
    """Whole files, the picture inside."""
    picture = tmp_path / "map.png"
    picture.write_bytes(pixel())
    text = report_markdown(replace(MATERIAL, figure=picture.as_posix()))
    word = zipfile.ZipFile(BytesIO(convert(text, "docx", title="x")))
    assert any(name.startswith("word/media/") for name in word.namelist())
    assert b"some small firms may close" in word.read("word/document.xml")
    pdf = convert(text, "pdf", title="x")
    assert pdf.startswith(b"%PDF-")
    assert re.search(rb"/Subtype ?/Image", pdf)


def test_without_an_engine_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the extra nor a LaTeX."""
    monkeypatch.setattr("debatemap.report.formats.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DebatemapError, match=r"pip install 'debatemap\[pdf\]' \(typst\), or a LaTeX"):
        convert("x", "pdf", title="x")


def test_the_picture_must_be_there() -> None:
    """What pandoc cannot do is one line."""
    with pytest.raises(DebatemapError, match="pandoc could not make the html5"):
        convert("![x](</nowhere/map.svg>)", "html", title="x")
    assert "pipe_tables" in READER
