"""The page: what it knows, that it loads nothing, and that no paper's text becomes markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html
from tests.render.conftest import draw as page

from debatemap.model import Block, BlockKind, Document, Pole, Span, Status
from debatemap.render.page import embed_json

EVIL = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>{{data}} <!-- &amp; \u2028'


def parsed(text: str) -> Any:
    return html.fromstring(text)


def data(text: str) -> Any:
    (script,) = parsed(text).xpath("//script[@type='application/json']")
    return json.loads(script.text)


@pytest.fixture(scope="module")
def evil(known: Any) -> Any:
    """The known debate, everything that papers and people wrote replaced by markup."""
    graph = known.graph
    debate = replace(graph.debate, title=EVIL, thesis=EVIL, attack=Pole(EVIL, EVIL), support=Pole(EVIL, EVIL))
    claims = tuple(
        replace(c, scholar=EVIL + c.scholar, text=EVIL + c.text, note=EVIL, rule=EVIL, page=EVIL)
        for c in graph.claims
    )
    scholars = tuple(replace(s, name=EVIL + s.name) for s in graph.scholars)
    relations = tuple(replace(r, evidence=EVIL) for r in graph.relations)
    works = {key: replace(work, title=EVIL) for key, work in graph.works.items()}
    documents = {
        key: replace(d, title=EVIL, text=d.text.replace("The question is old.", "<img src=x onerror=a"))
        for key, d in known.documents.items()
    }
    return replace(
        known,
        graph=replace(
            graph, debate=debate, claims=claims, scholars=scholars, relations=relations, works=works
        ),
        positions=tuple(replace(p, scholar=EVIL + p.scholar) for p in known.positions),
        documents=documents,
    )


def test_text_of_papers_never_becomes_markup(evil: Any, known: Any) -> None:
    """The hostile page has the very elements of the harmless one."""
    tags = [
        [element.tag for element in parsed(page(d)).iter() if isinstance(element.tag, str)]
        for d in (evil, known)
    ]
    assert sorted({*tags[0]}) == sorted({*tags[1]})
    assert tags[0].count("script") == tags[1].count("script") == 2
    assert "img" not in tags[0]
    assert not [e for e in parsed(page(evil)).iter() if any(a.startswith("on") for a in e.attrib)]
    assert data(page(evil))["title"] == EVIL


def test_the_policy_allows_nothing_but_the_pages_own_script_and_style(known: Any) -> None:
    """Content security policy: default none; script and style by their hashes, which fit."""
    root = parsed(page(known))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    (script,) = root.xpath("//script[not(@type)]")
    (style,) = root.xpath("//style")
    assert rules["default-src"] == "'none'"
    for rule, content in (("script-src", script.text), ("style-src", style.text)):
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert not root.xpath("//*[@style]")


def test_every_colour_of_the_pictures_has_its_counterpart_in_the_dark(simulated: Any) -> None:
    """Whatever the views draw, the page knows what it is on a dark ground."""
    root = parsed(page(simulated(100)))
    (style,) = root.xpath("//style")
    used = {
        (what, colour) for what in ("fill", "stroke") for colour in root.xpath(f"//svg[@data-view]//@{what}")
    }
    assert len(used) > 15
    assert {f'[{what}="{colour}"]' for what, colour in used if colour != "none"} <= set(
        re.findall(r"\[[a-z]+=\"[^\"]+\"\]", style.text)
    )


def test_the_page_loads_nothing(known: Any) -> None:
    """No address stands in the page but the names of the svg's namespaces."""
    text = page(known)
    assert {*re.findall(r"https?://[^\s\"'<>]+", text)} <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert parsed(text).xpath("//link/@href") == ["data:,"]


def test_evidence_is_marked_in_its_paragraph(known: Any) -> None:
    """Each claim with a place in a paper is shown in its paragraph, the evidence word for word."""
    found = data(page(known))
    evidence = {c.id: c.evidence for c in known.graph.claims if c.evidence}
    marked = {c["id"]: c for c in found["claims"] if "paragraph" in c}
    assert evidence.keys() == marked.keys()
    for key, claim in marked.items():
        paragraph = found["paragraphs"][claim["paragraph"]]
        assert paragraph.startswith("The question is old.")
        assert paragraph[slice(*claim["mark"])] == evidence[key]


@pytest.mark.parametrize(("start", "end"), [(0, 30), (4000, 4030), (7970, 8000)])
def test_a_very_long_paragraph_is_cut_around_the_evidence(known: Any, start: int, end: int) -> None:
    """The cut is shown by dots, and the mark still fits."""
    text = "".join(f"{n:05d} " for n in range(1400))[:8000]
    document = Document("long", text, (Block(Span(0, 8000), BlockKind.PARAGRAPH),))
    first = replace(known.graph.claims[0], paper="long", span=Span(start, end), evidence=text[start:end])
    graph = replace(known.graph, claims=(first, *known.graph.claims[1:]))
    found = data(page(replace(known, graph=graph, documents={"long": document})))
    (claim,) = [c for c in found["claims"] if c["id"] == first.id]
    paragraph = found["paragraphs"][claim["paragraph"]]
    assert paragraph[slice(*claim["mark"])] == text[start:end]
    assert len(paragraph) < 2000
    assert paragraph.startswith("… ") is (start > 900)
    assert paragraph.endswith(" …") is (end < 7100)


def test_everybody_is_on_the_page(simulated: Any) -> None:
    """Scholars who are not drawn are listed all the same, with their claims."""
    drawable = simulated(100)
    found = data(page(drawable))
    assert {s["name"] for s in found["scholars"]} == {s.name for s in drawable.graph.scholars}
    assert len(found["claims"]) == len(drawable.graph.claims)
    assert sum(s["drawn"] for s in found["scholars"]) == 30
    assert sum(len(t["relations"]) for t in found["ties"]) == len(drawable.graph.relations)


def test_rejected_claims_are_not_on_the_page(known: Any) -> None:
    """What a person rejected is not shown."""
    first = replace(known.graph.claims[0], status=Status.REJECTED)
    graph = replace(known.graph, claims=(first, *known.graph.claims[1:]))
    found = data(page(replace(known, graph=graph)))
    assert first.id not in {claim["id"] for claim in found["claims"]}


def test_same_input_same_page(known: Any) -> None:
    """Rows in another order give the same bytes."""
    graph = replace(known.graph, claims=known.graph.claims[::-1], relations=known.graph.relations[::-1])
    assert page(known) == page(replace(known, graph=graph, positions=known.positions[::-1]))


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&lt;", "\u2028", "李", "\\u003c", '"'])
def test_embedded_json_reads_back(text: str) -> None:
    """Nothing that html could read as markup, and the same value again."""
    embedded = embed_json({"key": text})
    assert not set(embedded) & {"<", ">", "&", "\u2028", "\u2029"}
    assert json.loads(embedded) == {"key": text}
