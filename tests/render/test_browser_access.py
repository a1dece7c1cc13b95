"""The page for everybody: by keyboard alone, to a screen reader, in the dark, on paper, on a telephone."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.render.browser import Opened
    from tests.render.conftest import Open


def focused(page: Opened) -> str:
    """What has the focus: its name for a screen reader, else its text."""
    script = "(e => e.getAttribute('aria-label') || e.innerText || e.id)(document.activeElement)"
    return str(page.page.evaluate(script))


def test_by_keyboard_from_end_to_end(opened: Open) -> None:
    """Search, a scholar on the picture, the dossier, its first link, and back, without a mouse."""
    page = opened()
    keys = page.page.keyboard
    keys.press("/")
    assert page.page.evaluate("document.activeElement.id") == "q"
    keys.type("solidarity")
    assert page.texts("#status") == ["3 scholars, 3 claims."]
    for _ in range(40):
        keys.press("Tab")
        if focused(page).startswith("Lee and Shen, position −0.90, 90 % interval −1.00 to −0.62, 4 claims"):
            break
    else:
        pytest.fail("the Tab key never reached the picture's first scholar")
    keys.press("ArrowDown")
    assert focused(page).startswith("Franceschini, position −0.60")
    keys.press("Enter")
    assert page.texts("#panel h2") == ["Franceschini"]
    assert focused(page) == "Franceschini"
    keys.press("Tab")
    assert focused(page) == "Back"
    keys.press("Tab")
    keys.press("Enter")
    assert page.texts("#panel h2") == ["Lee and Shen"]
    keys.press("Escape")
    assert page.link == "#q=solidarity"
    assert focused(page) == "Lee and Shen"


def test_sorting_by_keyboard_stays_on_the_heading(opened: Open) -> None:
    """The table is made anew; the focus is where it was."""
    page = opened("#view=table")
    page.page.locator("table.people").get_by_role("button", name="Against").focus()
    for order in ("ascending", "descending"):
        page.page.keyboard.press("Enter")
        assert focused(page) == "Against"
        heading = page.page.locator("table.people th", has_text="Against")
        assert heading.get_attribute("aria-sort") == order


def test_skip_link(opened: Open) -> None:
    """The first Tab offers to skip the tools and the picture."""
    page = opened()
    page.page.keyboard.press("Tab")
    assert focused(page) == "Skip to the dossier"
    page.page.keyboard.press("Enter")
    assert page.page.evaluate("document.activeElement.id") == "panel"


def test_zoom(opened: Open) -> None:
    """Buttons, plus, minus and 0, Ctrl with the wheel; what is under the pointer stays under it."""
    page = opened()

    def width() -> float:
        return float(page.page.evaluate("document.querySelector('svg.shown').getBoundingClientRect().width"))

    fits = width()
    page.page.get_by_role("button", name="Larger").click()
    assert width() == pytest.approx(fits * 1.25, abs=1)
    page.page.locator("#field").focus()
    page.page.keyboard.press("+")
    page.page.keyboard.press("-")
    assert width() == pytest.approx(fits * 1.25, abs=2)
    page.page.keyboard.press("0")
    assert width() == fits
    box = page.page.locator(".shown [data-name='Friedman'] .dot ellipse").bounding_box()
    assert box is not None
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.page.keyboard.down("Control")
    page.page.mouse.wheel(0, -300)
    page.page.keyboard.up("Control")
    page.page.wait_for_function(f"document.querySelector('svg.shown').clientWidth > {2 * fits}")
    larger = page.page.locator(".shown [data-name='Friedman'] .dot ellipse").bounding_box()
    assert larger is not None
    assert larger["x"] + larger["width"] / 2 == pytest.approx(box["x"] + box["width"] / 2, abs=2)


def test_dragging_moves_the_picture_and_clicks_nothing(opened: Open) -> None:
    """Pressed on a scholar and drawn aside, the mouse moves the picture; no dossier opens."""
    page = opened()
    for _ in range(4):
        page.page.get_by_role("button", name="Larger").click()
    page.page.locator(".shown [data-name='Friedman'] .dot ellipse").scroll_into_view_if_needed()
    before = page.page.locator(".shown [data-name='Friedman'] .dot ellipse").bounding_box()
    assert before is not None
    mouse = page.page.mouse
    mouse.move(before["x"] + 5, before["y"] + 5)
    mouse.down()
    mouse.move(before["x"] - 30, before["y"] - 20, steps=4)
    mouse.move(before["x"] - 95, before["y"] - 45, steps=4)
    mouse.up()
    after = page.page.locator(".shown [data-name='Friedman'] .dot ellipse").bounding_box()
    assert after is not None
    assert after["x"] == pytest.approx(before["x"] - 100, abs=6)
    assert page.link == "#"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "link", ["", "#scholar=Pringle", "#view=argument&paper=review-2020", "#view=time", "#view=table"]
)
def test_axe_finds_nothing(opened: Open, scheme: str, link: str) -> None:
    """The rules of axe-core on names, roles, contrast, order of headings, and the rest."""
    page = opened(link, color_scheme=scheme)
    page.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found: Any = page.page.evaluate("axe.run()")
    told = [(v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found["violations"]]
    assert told == []


def test_screen_readers_hear_what_happens(opened: Open) -> None:
    """The status is a live region; buttons say whether they are pressed; the dossier carries its name."""
    page = opened("#scholar=Chan")
    assert page.page.locator("#status").get_attribute("aria-live") == "polite"
    pressed = page.page.get_by_role("button", name="Chan, position +0.40", pressed=True)
    assert pressed.count() == 1
    assert page.page.get_by_role("complementary", name="Dossier of Chan").count() == 1
    assert page.page.get_by_role("group", name="Labour NGOs in China: who stands where").count() == 1


def test_dark_as_the_system_has_it_and_by_the_button(opened: Open) -> None:
    """Page and picture turn dark together; the button turns them back."""
    page = opened(color_scheme="dark")

    def colours() -> set[str]:
        script = """[getComputedStyle(document.body).backgroundColor,
            getComputedStyle(document.querySelector('.shown .frame polygon')).fill]"""
        return set(page.page.evaluate(script))

    assert colours() == {"rgb(20, 24, 29)"}
    page.page.get_by_role("button", name="Dark").click()
    assert colours() == {"rgb(255, 255, 255)"}


@pytest.mark.parametrize(("motion", "seconds"), [("reduce", "0s"), ("no-preference", "0.15s")])
def test_motion_only_where_it_is_welcome(opened: Open, motion: str, seconds: str) -> None:
    """Nothing fades for those who asked for less motion."""
    page = opened(reduced_motion=motion)
    script = "getComputedStyle(document.querySelector('.mark')).transitionDuration"
    assert page.page.evaluate(script) == seconds


def test_on_paper(opened: Open, tmp_path: Path) -> None:
    """In print: no tools, the picture, every paragraph of evidence open; afterwards as before."""
    page = opened("#scholar=Chan", color_scheme="dark")
    page.page.emulate_media(media="print")
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.page.locator("#tools").is_visible()
    assert page.page.locator("svg[data-view=axis]").is_visible()
    assert len(page.texts("#panel article mark")) == 3
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.page.emulate_media(media="screen")
    assert page.texts("#panel article mark") == []
    printed = page.page.pdf(prefer_css_page_size=True)
    assert 2 <= printed.count(b"/Type /Page\n") <= 4


@pytest.mark.parametrize("link", ["", "#scholar=Pringle", "#view=table"])
def test_on_a_telephone(opened: Open, link: str) -> None:
    """At 400 points the page itself never scrolls sideways, and the picture's names are of readable size."""
    page = opened(link, viewport={"width": 400, "height": 800})
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 400
    assert not page.page.locator("#filters").is_visible()
    page.page.get_by_role("button", name="Filters").click()
    assert page.page.locator("#filters").is_visible()
    if link != "#view=table":
        box = page.page.locator(".shown [data-name='Pringle'] .name text").bounding_box()
        assert box is not None
        assert box["height"] >= 9
        page.page.get_by_role("button", name="Fit").click()
        assert page.page.evaluate("document.querySelector('svg.shown').getBoundingClientRect().width") <= 400
