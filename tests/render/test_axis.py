"""The axis view, measured in the drawn svg: places, overlaps, crossings, what tells marks apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from lxml import etree
from tests.render.measure import NS, curve, find, frame, having, overlap, text_box

from debatemap.model import Status
from debatemap.render import choose_cast, lay_axis, render_dot
from debatemap.render.dot import layout_to_dot
from debatemap.render.svg import tidy_svg
from debatemap.render.views import lay_view


def draw(drawable: Any, top: int = 30) -> etree._Element:
    layout = lay_axis(drawable.graph, choose_cast(drawable.graph, drawable.positions, top=top))
    return etree.fromstring(tidy_svg(render_dot(layout_to_dot(layout), "svg"), layout).encode())


@pytest.fixture(scope="module", params=["known", 3, 10, 100, "all of 100"])
def drawn(request: pytest.FixtureRequest, known: Any, simulated: Callable[[int], Any]) -> tuple[Any, Any]:
    """A debate and its picture: a known one, and simulated ones of many sizes."""
    if request.param == "known":
        return known, draw(known)
    if request.param == "all of 100":
        return simulated(100), draw(simulated(100), top=100)
    return simulated(request.param), draw(simulated(request.param))


def test_x_is_the_position(drawn: tuple[Any, Any]) -> None:
    """Each dot stands at its position, to a pixel, between the lines at -1 and +1."""
    drawable, root = drawn
    places = {p.scholar: p.position for p in drawable.positions if not p.holder}
    ends = frame(root)
    scholars = find(root, f"//s:g[{having('scholar')}]")
    assert len(scholars) >= min(3, len(places))
    for group in scholars:
        (dot,) = find(group, f"s:g[{having('dot')}]/s:ellipse")
        wanted = ends.attack + (places[group.get("data-name", "")] + 1) / 2 * (ends.support - ends.attack)
        assert float(dot.get("cx", "nan")) == pytest.approx(wanted, abs=0.5)


def test_no_two_texts_overlap(drawn: tuple[Any, Any]) -> None:
    """Labels, title, poles, ticks and legend keep clear of each other."""
    texts = [(text.text, text_box(text)) for text in find(drawn[1], "//s:text")]
    assert [(a, b) for (a, p), (b, q) in combinations(texts, 2) if overlap(p, q)] == []


def test_texts_stay_in_the_frame(drawn: tuple[Any, Any]) -> None:
    """Nothing written is cut off at the edge."""
    left, top, right, bottom = frame(drawn[1]).edges
    for text in find(drawn[1], "//s:text"):
        x, y, u, v = text_box(text)
        assert left <= x and u <= right and top <= y and v <= bottom, text.text


def test_edges_stay_in_the_frame_and_cross_no_label(drawn: tuple[Any, Any]) -> None:
    """No edge runs across any label, nor across the dot of a scholar whom it does not touch."""
    root = drawn[1]
    labels = [text_box(text) for text in find(root, f"//s:g[{having('scholar')}]//s:text")]
    dots = find(root, f"//s:g[{having('dot')}]/s:ellipse")
    left, top, right, bottom = frame(root).edges
    for tie in find(root, f"//s:g[{having('tie')}]"):
        x, y = curve(find(tie, "s:path")[0].get("d", ""))
        assert left <= x.min() and x.max() <= right and top <= y.min() and y.max() <= bottom
        for a, b, c, d in labels:
            assert not ((a <= x) & (x <= c) & (b <= y) & (y <= d)).any()
        for dot in dots:
            cx, cy, r = (float(dot.get(name, "0")) for name in ("cx", "cy", "rx"))
            away = np.hypot(x - cx, y - cy)
            if min(away[0], away[-1]) > r + 14:
                assert away.min() > r


def test_dots_do_not_overlap(drawn: tuple[Any, Any]) -> None:
    """Each scholar has a lane of their own."""
    dots = find(drawn[1], f"//s:g[{having('dot')}]/s:ellipse")
    spots = sorted(tuple(float(dot.get(name, "0")) for name in ("cy", "rx")) for dot in dots)
    for (above, r), (below, q) in pairwise(spots):
        assert below - above >= r + q


def test_support_and_attack_differ_in_colour_and_line(known: Any) -> None:
    """Solid and dashed, two colours, two kinds of arrow head."""
    root = draw(known)
    looks = {}
    for kind in ("support", "attack"):
        ties = find(root, f"//s:g[{having('tie')} and {having(kind)}]")
        assert ties
        looks[kind] = {
            (p.get("stroke"), p.get("stroke-dasharray")) for tie in ties for p in find(tie, "s:path")
        }
        assert len(looks[kind]) == 1
    ((green, solid),), ((red, dashed),) = looks["support"], looks["attack"]
    assert green != red
    assert solid is None
    assert dashed is not None


def test_thicker_when_said_more_often(known: Any) -> None:
    """Three relations from one scholar to another make one edge, thicker than one of a single relation."""
    root = draw(known)
    titles = {tie.findtext("s:title", namespaces=NS): tie for tie in find(root, f"//s:g[{having('tie')}]")}
    width = {
        str(title).split("\n")[0]: float(find(tie, "s:path")[0].get("stroke-width", "1"))
        for title, tie in titles.items()
    }
    assert width["Pringle attacks Lee and Shen"] > width["Xu Yi attacks Lee and Shen"]
    assert len(width) == 7


@pytest.mark.parametrize(
    ("name", "unsettled"), [("Lee and Shen", False), ("Friedman", True), ("Shieh", True), ("Xu Yi", False)]
)
def test_hollow_when_the_side_is_not_settled(known: Any, name: str, unsettled: bool) -> None:
    """An interval that covers the middle makes the dot hollow."""
    (dot,) = find(draw(known), f"//s:g[@data-name='{name}']/s:g[{having('dot')}]/s:ellipse")
    assert (dot.get("fill") == "#ffffff") is unsettled


def test_hand_coded_claims_are_marked(known: Any) -> None:
    """A second ring and words tell who has hand-coded claims."""
    claims = tuple(c for c in known.graph.claims if not (c.scholar == "Chan" and c.origin == "hand"))
    root = draw(replace(known, graph=replace(known.graph, claims=claims)))
    ringed = {g.get("data-name") for g in find(root, f"//s:g[{having('scholar')}][s:g[@class='ring']]")}
    assert ringed == {scholar.name for scholar in known.graph.scholars} - {"Chan"}
    words = {
        g.get("data-name"): "".join(t.text or "" for t in find(g, f"s:g[{having('counts')}]/s:text"))
        for g in find(root, f"//s:g[{having('scholar')}]")
    }
    assert words["Lee and Shen"] == "4 against · 1 by hand"
    assert "by hand" not in words["Chan"]


def test_area_grows_with_claims(known: Any) -> None:
    """Six claims make a larger dot than two."""
    root = draw(known)
    radius = {
        g.get("data-name"): float(find(g, f"s:g[{having('dot')}]/s:ellipse")[0].get("rx", "0"))
        for g in find(root, f"//s:g[{having('scholar')}]")
    }
    assert radius["Pringle"] > radius["Lee and Shen"] > radius["Friedman"]


def test_claims_on_hover(known: Any) -> None:
    """The title of a scholar's group names position, interval and every claim with its side."""
    (group,) = find(draw(known), "//s:g[@data-name='Chan']")
    lines = str(group.findtext("s:title", namespaces=NS)).split("\n")
    assert lines[:2] == ["Chan", "position +0.40, 90 % interval +0.05 to +0.70"]
    assert [line[0] for line in lines[3:]] == ["+", "+", "−"]


def test_no_tooltip_over_empty_ground(known: Any) -> None:
    """The picture's own title is its name; nothing else is titled but what stands for a claim or a tie."""
    titles = find(draw(known), "//s:title[not(ancestor::s:g[@class and not(@class='graph')])]")
    assert [title.get("id") for title in titles] == ["map-title"]


def test_everybody_not_drawn_is_counted(simulated: Callable[[int], Any]) -> None:
    """Drawn and counted as not drawn make up all scholars; the same for relations."""
    drawable = simulated(100)
    cast = choose_cast(drawable.graph, drawable.positions, top=30)
    assert len(cast.drawn) == 30
    assert len(cast.drawn) + len(cast.folded) + len(cast.unplaced) == 100
    assert sum(len(tie.relations) for tie in cast.ties) + cast.loose_ties == len(drawable.graph.relations)
    notes = " ".join(t.text or "" for t in find(draw(drawable), f"//s:g[{having('note')}]/s:text"))
    assert f"{len(cast.folded)} scholars" in notes
    assert f"{cast.loose_ties} relations" in notes


def test_scholars_seen_in_passing_are_folded(simulated: Callable[[int], Any]) -> None:
    """Among many, one claim, no paper and no relation do not earn a lane; among few, they do."""
    drawable = simulated(40)
    graph = replace(drawable.graph, relations=())
    cast = choose_cast(graph, drawable.positions, top=100)
    assert {len(s.claims) for s in cast.folded} == {1}
    assert min(len(s.claims) for s in cast.drawn) == 2
    few = [p for p in drawable.positions if int(p.scholar.split()[-1]) < 12]
    assert choose_cast(graph, few).folded == ()


def test_rejected_claims_count_nowhere(known: Any) -> None:
    """A claim that a person rejected is in no count and in no tooltip."""
    first = known.graph.claims[0]
    claims = (replace(first, status=Status.REJECTED), *known.graph.claims[1:])
    root = draw(replace(known, graph=replace(known.graph, claims=claims)))
    assert first.text not in etree.tostring(root, encoding="unicode")


def test_same_input_same_source(known: Any) -> None:
    """Drawn twice, also from rows in another order, the source is the same."""
    shuffled = replace(known.graph, claims=known.graph.claims[::-1], relations=known.graph.relations[::-1])
    sources = [
        layout_to_dot(lay_view("axis", graph, positions))
        for graph, positions in ((known.graph, known.positions), (shuffled, known.positions[::-1]))
    ]
    assert sources[0] == sources[1]


def test_an_empty_debate_says_so(known: Any) -> None:
    """Without a claim the picture has its poles and one sentence."""
    root = draw(replace(known, graph=replace(known.graph, claims=(), relations=()), positions=()))
    texts = [text.text for text in find(root, "//s:text")]
    assert "No claim for or against the thesis has been found yet." in texts
    assert "mobilizing machine" in texts


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<b>bold</b>",
    "A &amp; B &lt;i&gt;",
    r"back\slash \N \G \l",
    "trailing\\",
    "line\nbreak\tand\x00control",
    "李静君",
    "Łukasiewicz-Müller",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_drawn_word_for_word(known: Any, name: str) -> None:
    """Markup, entities and escapes in a name are letters like others."""
    rename = {"Chan": name}
    graph = replace(
        known.graph,
        scholars=tuple(replace(s, name=rename.get(s.name, s.name)) for s in known.graph.scholars),
        claims=tuple(replace(c, scholar=rename.get(c.scholar, c.scholar)) for c in known.graph.claims),
    )
    positions = tuple(replace(p, scholar=rename.get(p.scholar, p.scholar)) for p in known.positions)
    root = draw(replace(known, graph=graph, positions=positions))
    shown = " ".join(name.replace("\x00", "").split())
    assert shown in [text.text for text in find(root, f"//s:g[{having('name')}]/s:text")]
    titles = [title.text or "" for title in find(root, f"//s:g[{having('scholar')}]/s:title")]
    assert any(title.startswith(shown) for title in titles)
    assert not find(root, "//s:script | //s:img | //s:a")
