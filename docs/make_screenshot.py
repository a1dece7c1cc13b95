"""Make docs/page.png, the README's picture of the page: `python docs/make_screenshot.py` (needs Chromium)."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
STATE = "#scholar=Franceschini"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def main() -> None:
    """Open the page of this repository's debate at one dossier, and take the picture."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        raise SystemExit("no chromium here")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto((ROOT / "outputs" / "map.html").as_uri() + STATE)
        page.wait_for_timeout(500)
        page.screenshot(path=str(ROOT / "docs" / "page.png"))
        browser.close()


if __name__ == "__main__":
    main()
