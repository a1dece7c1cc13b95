"""Hostile papers, and large debates, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from tests.render.conftest import write_page

from debatemap.model import Pole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.render.conftest import Open

EVIL = [
    '"><img src=x onerror="document.title=1"><script>document.title=1</script>',
    "</script><script>document.title=1</script>",
    "<svg onload=document.title=1><style>*{background:url(https://evil.example/)}</style>",
    "<!--<script>document.title=1//",
    "javascript:document.title=1",
    "{{script}}{{data}}",
    "'; document.title=1; //",
]


def poisoned(known: Any, evil: str) -> Any:
    """The known debate, everything that papers and people wrote beginning with `evil`."""
    graph = known.graph
    return replace(
        known,
        graph=replace(
            graph,
            debate=replace(graph.debate, thesis=evil, attack=Pole(evil, evil), support=Pole(evil, evil)),
            scholars=tuple(replace(s, name=evil + s.name) for s in graph.scholars),
            claims=tuple(
                replace(c, scholar=evil + c.scholar, text=evil + c.text, note=evil, rule=evil, page=evil, coder=evil)
                for c in graph.claims
            ),
            relations=tuple(replace(r, evidence=evil) for r in graph.relations),
            works={key: replace(work, title=evil) for key, work in graph.works.items()},
        ),
        positions=tuple(replace(p, scholar=evil + p.scholar) for p in known.positions),
        documents={
            key: replace(d, title=evil, text=d.text.replace("The question is old.", evil[:20].ljust(20)))
            for key, d in known.documents.items()
        },
    )  # fmt: skip


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_text_does_nothing(opened: Open, known: Any, tmp_path: Path, evil: str) -> None:
    """It is shown as it is written: in the dossier, with everything open, in the table, from a link."""
    page = opened(file=write_page(poisoned(known, evil), tmp_path))
    assert page.page.title() == "Labour NGOs in China · debatemap"
    for link in (
        f"#scholar={quote(evil + 'Chan')}",
        "#view=table",
        f"#q={quote(evil)}",
        f"#claim={quote(evil)}",
    ):
        page.go(link)
        page.page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        page.page.evaluate("new Promise(requestAnimationFrame)")
        assert page.page.title() == "Labour NGOs in China · debatemap"
        assert page.page.locator("img, [onerror], [onload], iframe, main style, main script").count() == 0
    page.go(f"#scholar={quote(evil + 'Chan')}")
    assert page.page.locator("#panel h2").text_content() == evil + "Chan"


def test_even_markup_that_got_in_would_run_nothing(opened: Open) -> None:
    """The policy of the page refuses scripts, handlers, styles and addresses that are not its own."""
    page = opened()
    page.page.evaluate(
        """document.body.insertAdjacentHTML("beforeend",
            '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="document.title=1"><a id=bad href="javascript:document.title=1">x</a>');
        const script = document.createElement("script");
        script.textContent = "document.title=1";
        document.body.append(script);
        document.getElementById("bad").click();"""
    )
    page.page.wait_for_timeout(200)
    assert page.page.title() == "Labour NGOs in China · debatemap"
    assert page.complaints
    assert all("Content Security Policy" in said for said in page.complaints)
    page.complaints.clear()


def test_a_large_debate(opened: Open, simulated: Callable[..., Any], tmp_path: Path) -> None:
    """1,000 scholars with 5,000 claims: at most 8 MB; everybody is found, listed and sorted."""
    debate = simulated(1000)
    assert len(debate.graph.claims) >= 4800
    file = write_page(debate, tmp_path)
    assert file.stat().st_size <= 8_000_000
    page = opened(file=file)
    assert page.texts("#status")[0].startswith("1,000 scholars, ")
    assert page.page.locator(".people > li").count() == 100
    page.page.get_by_role("button", name="Show all 1,000").click()
    assert page.page.locator(".people > li").count() == 1000
    first_new = page.page.locator(".people > li a.name").nth(100).text_content()
    assert page.page.evaluate("document.activeElement.textContent") == first_new
    page.page.get_by_label("Search", exact=True).fill("muller 9")
    found = page.page.locator(".people .name").all_text_contents()
    assert found
    assert all("Müller" in name and "9" in name for name in found)
    page.go("#view=table")
    assert page.texts("table.people caption") == ["Scholars (1000), the first 100"]
    page.page.locator("table.people + button").click()
    assert page.texts("table.people caption") == ["Scholars (1000)"]
