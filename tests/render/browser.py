"""A real Chromium that opens the page from disk and keeps account of what it complains of and asks for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def find_browser() -> str | None:
    """The path of the Chromium on this machine, if there is one."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


@contextmanager
def start_browser(program: str) -> Iterator[Browser]:
    """The browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Opened:
    """A page that is open. `asked`: every address it asked for; `complaints`: console errors and warnings,
    exceptions that nothing caught, and questions (alert, confirm) put to the reader."""

    page: Page
    file: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, link: str) -> None:
        """Open the page at a link (`#scholar=…`), anew."""
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + link)

    def hear(self, said: ConsoleMessage) -> None:
        """Take note of an error or a warning in the console."""
        if said.type in {"error", "warning"}:
            self.complaints.append(said.text)

    def refuse(self, asked: Dialog) -> None:
        """Take note of a question put to the reader, and send it away."""
        self.complaints.append(asked.message)
        asked.dismiss()

    @property
    def link(self) -> str:
        """What stands in the address from # on."""
        return "#" + self.page.url.partition("#")[2]

    def texts(self, selector: str) -> list[str]:
        """The texts of all visible elements that fit."""
        found = self.page.locator(selector).filter(visible=True)
        return [" ".join(text.split()) for text in found.all_inner_texts()]


@contextmanager
def open_page(browser: Browser, file: Path, link: str = "", **settings: Any) -> Iterator[Opened]:
    """The page in a fresh profile; `settings` as for a context of playwright (color_scheme, viewport, …)."""
    context = browser.new_context(**{"viewport": {"width": 1300, "height": 850}, **settings})
    opened = Opened(context.new_page(), file)
    opened.page.on("request", lambda request: opened.asked.append(request.url))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on("dialog", opened.refuse)
    opened.page.on("console", opened.hear)
    opened.go(link)
    yield opened
    context.close()
