"""The page in a real browser: search, click, filters, links, keyboard. `opened` also asserts, for every
test here, that the console stays clean and that nothing is asked of any network."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from tests.render.conftest import Open

LEE = f"#scholar={quote('Lee and Shen')}"
ALL = ["Lee and Shen", "Franceschini", "Friedman", "Howell", "Shieh", "Chan", "Pringle", "Xu Yi"]


def test_a_link_opens_a_dossier(opened: Open) -> None:
    """#scholar=… shows claims by side, evidence in its paragraph, and who answers whom."""
    page = opened(LEE)
    assert page.texts("#panel h2") == ["Lee and Shen"]
    assert "Against the thesis (4)" in page.texts("#panel h3")
    attackers = page.page.locator("h3:text('is attacked by') + ul a.name")
    assert attackers.all_inner_texts() == ["Pringle", "Xu Yi"]
    page.page.locator("summary:text('Evidence')").first.click()
    (paragraph,) = page.texts("article .quote")
    (mark,) = page.texts("article mark")
    assert mark.startswith("Lee and Shen (lee-shen-2011) argues that staff steer workers")
    assert paragraph == f"The question is old. {mark} Others see it differently."
    facts = page.texts("article .facts")[1]
    for fact in ("review-2020, p. 650", "p. 205", "confidence 0.90", "rule: reporting verb"):
        assert fact in facts
    assert page.page.locator(".shown .mark.chosen").get_attribute("data-name") == "Lee and Shen"


def test_opening_the_page_tells_what_the_debate_is_about(opened: Open) -> None:
    """Thesis, poles, how many stand where, and everybody from pole to pole with their strongest claim."""
    page = opened()
    assert page.texts("#panel h2") == ["The debate"]
    assert "Thesis: Labour NGOs build workers' solidarity and mobilise workers." in page.texts("#panel p")
    assert page.texts(".camps li") == [
        "anti-solidarity machine (2): Labour NGOs divert workers from collective struggle.",
        "mobilizing machine (3): Labour NGOs help workers to organise and act together.",
    ]
    assert page.texts(".people .name") == ALL
    assert (
        page.texts(".people .hit")[5]
        == "labour NGOs give workers a language of rights that they use together"
    )
    assert page.texts("#status") == ["8 scholars, 28 claims."]


def test_a_click_on_a_scholar_opens_the_dossier_and_a_second_one_closes_it(opened: Open) -> None:
    """Others than those tied to the scholar are dimmed meanwhile; the address names the scholar."""
    page = opened()
    page.page.locator(".shown [data-name='Chan'] .dot").click()
    assert page.texts("#panel h2") == ["Chan"]
    assert page.link == "#scholar=Chan"
    assert page.page.locator(".shown .mark.dim").count() == 6
    page.page.locator(".shown [data-name='Chan'] .dot").click()
    assert page.texts("#panel h2") == ["The debate"]
    assert page.page.locator(".shown .mark.dim").count() == 0


def test_a_click_on_a_claim_opens_it_with_its_evidence(opened: Open) -> None:
    """The claim has a link of its own; there its paragraph is open, and it is the one brought out."""
    page = opened("#q=nurture")
    page.page.locator(".hit a").click()
    assert page.texts("#panel h2") == ["Xu Yi"]
    assert page.link.startswith("#claim=") or "&claim=" in page.link
    (claim,) = page.texts(".claim.chosen .words")
    assert claim == "labour NGOs nurture workers' solidarity and take part in strikes"
    assert page.page.locator(".claim.chosen mark").is_visible()
    assert page.page.evaluate("document.activeElement.id").startswith("claim-")
    again = opened(page.link)
    assert again.texts(".claim.chosen .words") == [claim]
    assert again.texts(".claim.chosen .faint") == ["Xu Yi 2013 is supported by Pringle."]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("q=steer", "Lee and Shen 2011 is attacked by Pringle, Xu Yi; supported by Franceschini, Friedman."),
        ("paper=pringle-2018", "Lee and Shen 2011 is answered by nobody."),
    ],
)
def test_a_claim_tells_who_answers_its_work(opened: Open, link: str, told: str) -> None:
    """Attacks and supports aim at works; filters count."""
    found = opened("#q=steer")
    found.page.locator(".hit a").click()
    number = found.link.partition("claim=")[2].partition("&")[0]
    page = opened(f"#{link}&claim={number}")
    assert page.texts(".claim.chosen .faint") == [told]


@pytest.mark.parametrize(
    ("link", "scholars", "claims"),
    [
        pytest.param("q=collective+bargaining&stance=support", ["Franceschini", "Pringle", "Xu Yi"], 3),
        pytest.param("q=bargaining+collective&stance=support", ["Franceschini", "Pringle", "Xu Yi"], 3),
        pytest.param("q=PRINGLE", ["Pringle"], 6, id="a name, in any case"),
        pytest.param("q=machine", ["Lee and Shen"], 1, id="a word of a claim"),
        pytest.param("paper=pringle-2018", ["Pringle"], 6, id="as seen by one paper"),
        pytest.param("stance=neutral", ["Franceschini", "Howell", "Shieh", "Pringle"], 4),
        pytest.param("from=2014&to=2016", ["Franceschini", "Howell"], 7, id="years, the last included"),
        pytest.param("from=2017", ["Pringle"], 6),
        pytest.param("to=2009", ["Friedman", "Shieh"], 5),
        pytest.param("sure=90", ALL, 8, id="confidence"),
        pytest.param("origin=hand&stance=attack", ["Lee and Shen", "Franceschini", "Friedman"], 3),
        pytest.param("q=unicorn", [], 0, id="nothing"),
    ],
)  # fmt: skip
def test_filters(opened: Open, link: str, scholars: list[str], claims: int) -> None:
    """Each stands in the link; list, map and table show what they leave."""
    page = opened(f"#{link}")
    assert page.texts(".people .name") == scholars
    assert page.texts("#status")[0].startswith(f"{len(scholars)} scholar")
    assert f"{claims} claim" in page.texts("#status")[0]
    assert page.page.locator(".shown .mark:not(.dim)").count() == len(scholars)
    table = opened(f"#view=table&{link}")
    assert sorted(table.texts("table.people tbody th")) == sorted(scholars)
    assert len(table.texts("table.claims tbody tr")) == claims


def test_the_tools_write_the_link_that_shows_the_same(opened: Open) -> None:
    """Search, lists, years, confidence, view: what one sets by hand can be sent to somebody."""
    page = opened()
    page.page.get_by_label("Search", exact=True).fill("workers")
    page.page.get_by_label("Stance").select_option("support")
    page.page.get_by_label("As seen by").select_option("review-2020")
    page.page.get_by_label("Works from the year").fill("2012")
    page.page.get_by_label("Confidence from").fill("85")
    page.page.get_by_role("button", name="Table").click()
    again = opened(page.link)
    for selector in ("#status", "table", "#filters-now"):
        assert again.texts(selector) == page.texts(selector) != []
    page.page.get_by_role("button", name="Clear").click()
    assert page.link == "#view=table"
    assert page.texts("#status") == ["8 scholars, 28 claims."]


def test_back_and_forward_go_through_the_states(opened: Open) -> None:
    """The browser's own buttons work."""
    page = opened()
    page.page.locator(".people a", has_text="Friedman").click()
    page.page.locator("#panel a.name", has_text="Lee and Shen").click()
    assert page.texts("#panel h2") == ["Lee and Shen"]
    page.page.go_back()
    assert page.texts("#panel h2") == ["Friedman"]
    page.page.go_forward()
    assert page.texts("#panel h2") == ["Lee and Shen"]


def test_as_seen_by_one_paper(opened: Open) -> None:
    """Positions are those of that paper alone; diamonds mark them on the axis, in the list, in the dossier."""
    page = opened("#paper=review-2020")
    assert page.page.locator(".shown .seen").count() == 8
    diamond = page.page.locator(".shown [data-name='Lee and Shen'] .seen path:last-child").bounding_box()
    disc = page.page.locator(".shown [data-name='Lee and Shen'] .dot ellipse").bounding_box()
    assert diamond is not None
    assert disc is not None
    # The fixture lets the paper see everybody where they are: diamond on disc.
    assert diamond["x"] + diamond["width"] / 2 == pytest.approx(disc["x"] + disc["width"] / 2, abs=1)
    assert diamond["y"] + diamond["height"] / 2 == pytest.approx(disc["y"] + disc["height"] / 2, abs=1)
    page.go("#paper=pringle-2018&scholar=Pringle")
    assert page.page.locator("#map .seen").count() == 0
    assert page.texts("p.seen") == ["◆ As seen by Pringle 2018 alone: no claim for or against."]


def test_the_view_of_arguments(opened: Open) -> None:
    """Claims are marks there: a click opens the claim in its holder's dossier, and the link brings it back."""
    page = opened("#view=argument")
    page.page.locator(".shown [data-claim]", has_text="nurture").click()
    assert page.texts("#panel h2") == ["Xu Yi"]
    (words,) = page.texts("article.chosen .words")
    assert words == "labour NGOs nurture workers' solidarity and take part in strikes"
    assert page.page.locator(".shown .mark.chosen[data-claim]").count() == 1
    again = opened(page.link)
    assert again.texts("article.chosen .words") == page.texts("article.chosen .words")
    assert again.page.locator("svg.shown").get_attribute("data-view") == "argument"
    page.go("#view=argument&stance=attack")
    shown = page.page.locator(".shown .mark[data-claim]:not(.dim)")
    stances = {
        name.split(": ")[0].split(", ")[1] for name in page.page.evaluate(LABELS, shown.element_handles())
    }
    assert stances == {"against"}


LABELS = "marks => marks.map(mark => mark.getAttribute('aria-label'))"


def test_the_view_of_time(opened: Open) -> None:
    """Works are marks there; a click opens the dossier of whoever wrote it, all whose works are brought out."""
    page = opened("#view=time")
    page.page.locator(".shown [data-work='franceschini-2016'] .dot").click()
    assert page.texts("#panel h2") == ["Franceschini"]
    assert page.page.locator(".shown .mark.chosen").count() == 2
    assert page.link == "#view=time&scholar=Franceschini"
    page.go("#view=time&to=2011")
    names = page.page.locator(".shown .mark:not(.dim)").evaluate_all(LABELS)
    assert {name.split(",")[0] for name in names} == {"Shieh 2009", "Friedman 2009", "Lee and Shen 2011"}


def test_views_are_switched_by_their_buttons(opened: Open) -> None:
    """One picture at a time; who is chosen stays chosen; an unknown view is the axis."""
    page = opened("#scholar=Chan")
    for name in ("Argument", "Time", "Axis"):
        page.page.get_by_role("button", name=name, exact=True).click()
        assert page.page.locator("#field > svg:visible").count() == 1
        assert page.page.get_by_role("button", name=name, exact=True).get_attribute("aria-pressed") == "true"
        assert page.page.locator(".shown .mark.chosen[data-name=Chan]").count() == 1
    page.go("#view=sideways")
    assert page.page.locator("svg.shown").get_attribute("data-view") == "axis"


def test_tables_sort_by_a_click_on_a_heading(opened: Open) -> None:
    """Once up, once more down; the order stands in the link, and the reader of a screen is told."""
    page = opened("#view=table")
    assert page.texts("table.people tbody th") == ALL
    page.page.locator("table.people").get_by_role("button", name="Scholar").click()
    assert page.texts("table.people tbody th") == sorted(ALL)
    page.page.locator("table.people").get_by_role("button", name="Scholar").click()
    assert page.texts("table.people tbody th") == sorted(ALL, reverse=True)
    assert page.page.locator("table.people th[aria-sort='descending']").inner_text() == "Scholar ↓"
    page.page.locator("table.claims").get_by_role("button", name="Confidence").click()
    assert page.texts("table.claims td:nth-child(4)")[:2] == ["0.65", "0.70"]
    assert "claims=3+up" in page.link


def test_who_is_not_in_the_debate(opened: Open) -> None:
    """A link to somebody unknown opens the page and says so."""
    page = opened("#scholar=Marx")
    assert "“Marx” is not in this debate." in page.texts("#status")[0]
    assert page.texts("#panel h2") == ["The debate"]


def test_a_click_on_an_edge_opens_what_is_said_there(opened: Open) -> None:
    """The dossier of who attacks or supports, the passages about the other one open; it has a link."""
    page = opened()
    edge = page.page.locator(".shown [data-source='Pringle'][data-target='Lee and Shen'] path").first
    edge.dispatch_event("click")
    assert page.texts("#panel h2") == ["Pringle"]
    assert page.link == "#scholar=Pringle&with=Lee+and+Shen"
    passages = page.texts("#panel .pointed .quote")
    assert (
        passages
        == ["Against this view it is held that the organisations differ. review-2020, confidence 0.80"] * 3
    )
    assert opened(page.link).texts("#panel .pointed .quote") == passages


def test_without_a_script_the_axis_can_be_read(opened: Open) -> None:
    """And the page says where the rest is."""
    page = opened(java_script_enabled=False)
    assert page.page.locator("svg[data-view=axis]").is_visible()
    assert not page.page.locator("svg[data-view=time]").is_visible()
    assert "claims.csv" in page.page.locator("noscript").inner_text()
