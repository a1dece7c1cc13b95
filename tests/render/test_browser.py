"""The page in a real browser, where there is one: links, dossier, and hostile text that does nothing."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html

from debatemap.render import write_map

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no chromium here: the page was not opened")


def opened(folder: Path, link: str) -> Any:
    """The page as it stands after its script ran, the state given after #."""
    address = (folder / "map.html").as_uri() + link
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--user-data-dir={folder / 'profile'}", address]
    done = subprocess.run(command, capture_output=True, timeout=60, check=True)
    return html.fromstring(done.stdout.decode())


@pytest.fixture(scope="module")
def folder(known: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The known debate's pictures."""
    place = tmp_path_factory.mktemp("page")
    write_map(known.graph, known.positions, place, documents=known.documents)
    return place


def test_a_link_opens_a_dossier(folder: Path) -> None:
    """#scholar=… shows claims by side, evidence in its paragraph, and who answers whom."""
    root = opened(folder, f"#scholar={quote('Lee and Shen')}")
    (panel,) = root.xpath("//aside")
    assert panel.xpath(".//h2/text()") == ["Lee and Shen"]
    assert "Against the thesis (4)" in panel.xpath(".//h3/text()")
    assert panel.xpath(".//h3[text()='is attacked by']/following-sibling::ul[1]//button/text()") == [
        "Pringle",
        "Xu Yi",
    ]
    (mark, *_) = panel.xpath(".//mark")
    assert mark.text.startswith("Lee and Shen (lee-shen-2011) argues that")
    assert mark.getparent().text == "The question is old. "
    assert root.xpath("//*[@aria-pressed='true' and @role='button']/@data-name") == ["Lee and Shen"]


def test_a_link_opens_a_filtered_table(folder: Path) -> None:
    """Search and filters stand in the link too; the table shows what they leave."""
    root = opened(folder, "#view=table&q=collective+bargaining&stance=support")
    names = root.xpath("//table[1]//tbody//th//text()")
    assert sorted(set(names)) == ["Franceschini", "Pringle", "Xu Yi"]
    assert root.xpath("//*[@id='status']/text()") == ["3 scholars, 3 claims."]
    assert root.xpath("//*[@id='map']/@hidden") == [""]


def test_hostile_text_does_nothing(known: Any, tmp_path: Path) -> None:
    """Names, claims and evidence that are markup are shown as they are written; no handler, no image."""
    evil = '"><img src=x onerror="document.title=1"><script>document.title=1</script>'
    graph = known.graph
    scholars = tuple(replace(scholar, name=evil + scholar.name) for scholar in graph.scholars)
    changed = replace(graph, scholars=scholars)
    write_map(changed, (), tmp_path, documents=known.documents)
    root = opened(tmp_path, f"#scholar={quote(evil + 'Chan')}")
    assert root.xpath("//aside//h2/text()") == [evil + "Chan"]
    assert root.xpath("//title/text()")[0] == "Labour NGOs in China · debatemap"
    assert not root.xpath("//img | //*[@onerror]")
