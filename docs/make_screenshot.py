"""Make docs/page.png, the README's picture of the page: `python -m docs.make_screenshot` (needs Chromium)."""

from __future__ import annotations

from pathlib import Path

from tests.render.browser import find_browser, start_browser

ROOT = Path(__file__).resolve().parents[1]
STATE = "#scholar=Franceschini"


def main() -> None:
    """Open the page of this repository's debate at one dossier, and take the picture."""
    program = find_browser()
    if program is None:
        raise SystemExit("no chromium here")
    with start_browser(program) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto((ROOT / "outputs" / "map.html").as_uri() + STATE)
        page.wait_for_timeout(500)
        page.screenshot(path=str(ROOT / "docs" / "page.png"))


if __name__ == "__main__":
    main()
