"""Every view in every size, on debates of any size, measured in the drawn svg."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from lxml import etree
from tests.render.conftest import KNOWN, TIES, Drawable, build
from tests.render.measure import curve, find, frame, having, text_box
from tests.render.simulate import simulate

from debatemap.errors import DebatemapError
from debatemap.model import Claim, Debate, Pole, Scholar
from debatemap.render import SIZES, THEMES, VIEWS, Choice, lay_view, view_svg
from debatemap.render.choice import choose
from debatemap.render.dot import layout_to_dot
from debatemap.render.formats import layout_to_svg
from debatemap.render.works import choose_works

# View, theme, size: all that is offered, every theme with each view.
LOOKS = [
    ("axis", "screen", "screen"),
    ("axis", "print", "170mm"),
    ("axis", "dark", "85mm"),
    ("time", "dark", "screen"),
    ("time", "screen", "170mm"),
    ("time", "print", "85mm"),
    ("argument", "print", "screen"),
    ("argument", "dark", "170mm"),
]
SMALLEST = {"screen": 9.5, "170mm": 7.0, "85mm": 6.5}
"""Points: no letter is smaller, at the width at which the figure is printed."""


def strengths(debate: Drawable) -> dict[str, float]:
    """Some acceptability for every claim."""
    return {"thesis": 0.5} | {claim.id: claim.confidence for claim in debate.graph.claims}


@dataclass(frozen=True)
class Drawn:
    """A debate, how it was drawn, and the picture."""

    debate: Drawable
    view: str
    size: str
    root: etree._Element

    @property
    def texts(self) -> list[etree._Element]:
        return find(self.root, "//s:text")

    @property
    def boxes(self) -> npt.NDArray[np.float64]:
        """A row a text: left, top, right, bottom."""
        return np.array([text_box(text) for text in self.texts])


def draw(debate: Drawable, view: str, theme: str, size: str, **choice: Any) -> Drawn:
    svg = view_svg(
        view,
        debate.graph,
        debate.positions,
        theme=THEMES[theme],
        sizes=SIZES[size],
        choice=Choice(**choice),
        strengths=strengths(debate),
    )
    return Drawn(debate, view, size, etree.fromstring(svg.encode()))


@pytest.fixture(scope="module", params=["known", 10, 100, 1000])
def debate(request: pytest.FixtureRequest) -> Drawable:
    """A known debate, and simulated ones of many sizes."""
    return moved_known() if request.param == "known" else simulate(request.param)


@pytest.fixture(scope="module", params=LOOKS, ids="-".join)
def drawn(request: pytest.FixtureRequest, debate: Drawable) -> Drawn:
    """The debate in one look."""
    return draw(debate, *request.param)


def moved_known() -> Drawable:
    """The known debate, in which Franceschini moves from 2014 to 2016."""
    debate = build(KNOWN, TIES)
    changed = {"franceschini-2014": (-0.69, -1.0, -0.31), "franceschini-2016": (0.34, -0.3, 0.99)}
    places = []
    for row in debate.positions:
        position, lower, upper = changed.get(row.holder, (row.position, row.lower, row.upper))
        places.append(replace(row, position=position, lower=lower, upper=upper, year=row.holder[-4:]))
    return replace(debate, positions=tuple(places))


def test_no_two_texts_overlap(drawn: Drawn) -> None:
    """Labels, claims, heads, ticks, years, legend and notes keep clear of each other."""
    boxes, texts = drawn.boxes, drawn.texts
    left, top, right, bottom = (boxes[:, side] for side in range(4))
    meets = (
        (left[:, None] < right) & (left < right[:, None]) & (top[:, None] < bottom) & (top < bottom[:, None])
    )
    pairs = [(texts[a].text, texts[b].text) for a, b in np.argwhere(np.triu(meets, 1))]
    assert pairs == []


def test_texts_stay_in_the_frame(drawn: Drawn) -> None:
    """Nothing written is cut off at the edge."""
    left, top, right, bottom = frame(drawn.root).edges
    boxes = drawn.boxes
    inside = (boxes[:, 0] >= left) & (boxes[:, 2] <= right) & (boxes[:, 1] >= top) & (boxes[:, 3] <= bottom)
    assert [text.text for text, fits in zip(drawn.texts, inside, strict=True) if not fits] == []


def test_edges_stay_in_the_frame_and_cross_no_text(drawn: Drawn) -> None:
    """No edge runs across anything written."""
    left, top, right, bottom = frame(drawn.root).edges
    boxes = drawn.boxes[:, :, None]
    for path in find(drawn.root, f"//s:g[{having('tie')} or {having('move')} or {having('bears')}]/s:path"):
        x, y = curve(path.get("d", ""))
        assert left <= x.min() and x.max() <= right and top <= y.min() and y.max() <= bottom
        inside = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
        assert [drawn.texts[n].text for n in np.unique(np.argwhere(inside)[:, 0])] == []


def test_x_is_the_position(drawn: Drawn) -> None:
    """In the views along an axis each dot stands at its position, to a pixel, and so does every move."""
    if drawn.view == "argument":
        pytest.skip("x tells the side, not the position")
    ends = frame(drawn.root)
    places = {row.holder or row.scholar: row.position for row in drawn.debate.positions}
    groups = find(drawn.root, f"//s:g[{having('scholar')} or {having('work')}]")
    assert groups
    for group in groups:
        who = group.get("data-work", group.get("data-name"))
        (dot,) = find(group, f"s:g[{having('dot')}]/s:ellipse")
        assert who
        wanted = ends.attack + (places[who] + 1) / 2 * (ends.support - ends.attack)
        assert float(dot.get("cx", "nan")) == pytest.approx(wanted, abs=0.5)


def test_letters_can_be_read_in_print(drawn: Drawn) -> None:
    """A figure is as wide as the journal asks, and none of its letters is too small there."""
    width = float(drawn.root.get("viewBox", "").split()[2])
    millimetres = SIZES[drawn.size].millimetres
    points = millimetres / 25.4 * 72 / width if millimetres else 1.0
    if millimetres:
        assert drawn.root.get("width") == f"{millimetres:.2f}mm"
    sizes = [float(text.get("font-size", "0")) * points for text in drawn.texts]
    assert min(sizes) >= SMALLEST[drawn.size] - 0.01


def test_everything_is_drawn_or_counted(drawn: Drawn) -> None:
    """Scholars, works, claims and relations: what a picture shows and what it counts make up the debate."""
    shown = len(find(drawn.root, f"//s:g[{having('scholar')} or {having('work')}]"))
    said = " ".join(text.text or "" for text in drawn.texts)
    graph = drawn.debate.graph
    if drawn.view == "time":
        works = choose_works(graph, drawn.debate.positions, top=30)
        assert shown == len(works.drawn)
        assert len(works.drawn) + len(works.folded) + len(works.unplaced) == len(graph.works)
        assert not works.folded or f"{len(works.folded)} works with" in said
    else:
        assert shown == min(30, len(graph.scholars))
    ties = find(drawn.root, f"//s:g[{having('tie')}]")
    ids = [tie.get("id") for tie in ties]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("size", ["screen", "170mm"])
@pytest.mark.parametrize("view", VIEWS)
def test_with_many_relations_those_told_most_are_drawn(view: str, size: str) -> None:
    """Of hundreds of relations so many are drawn as the eye can follow; the others are counted."""
    debate = simulate(30, relations=400)
    drawn = draw(debate, view, "screen", size)
    layout = lay_view(view, debate.graph, debate.positions, sizes=SIZES[size])
    shown = [path.tooltip for path in layout.paths if path.tie is not None]
    assert 10 < len(shown) <= 60
    said = " ".join(text.text or "" for text in drawn.texts)
    counted = [int(number) for number in re.findall(r"(\d+) relation", said)]
    told = [line for tooltip in shown for line in tooltip.split("\n")[1:]]
    assert sum(counted) + len(told) == len(debate.graph.relations)
    test_no_two_texts_overlap(drawn)
    test_edges_stay_in_the_frame_and_cross_no_text(drawn)


def test_the_three_fit_on_one_page() -> None:
    """No id of one view is an id of another, and marks tell a script whom they mean."""
    debate = moved_known()
    roots = [draw(debate, view, "screen", "screen").root for view in VIEWS]
    ids = [element.get("id") for root in roots for element in root.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    for root in roots:
        for tie in find(root, f"//s:g[{having('tie')}]"):
            assert tie.get("data-source") and tie.get("data-target") and tie.get("data-kind")
    claims = {
        group.get("data-claim") for group in find(roots[1], f"//s:g[{having('claim')} and @data-claim]")
    }
    assert claims <= {claim.id for claim in debate.graph.claims}


def test_moves_are_arrows_between_years() -> None:
    """Who stands elsewhere two years later has an arrow there; it is dotted when the intervals overlap."""
    (group,) = find(draw(moved_known(), "axis", "screen", "screen").root, "//s:g[@data-name='Franceschini']")
    years = [text.text for text in find(group, f"s:g[{having('year')}]/s:text")]
    (move,) = find(group, f"s:g[{having('move')}]/s:path")
    assert years == ["2014", "2016"]
    assert move.get("stroke-dasharray") is None
    debate = moved_known()
    vague = tuple(replace(p, upper=1.0) if p.holder == "franceschini-2014" else p for p in debate.positions)
    root = draw(replace(debate, positions=vague), "axis", "screen", "screen").root
    (move,) = find(root, f"//s:g[{having('move')}]/s:path")
    assert move.get("stroke-dasharray")


def test_hand_coded_and_doubtful_claims_have_outlines_of_their_own() -> None:
    """A second outline: coded by hand; a broken one: for or against is not sure."""
    root = draw(simulate(10), "argument", "screen", "screen").root
    claims = {claim.id: claim for claim in simulate(10).graph.claims}
    for group in find(root, f"//s:g[{having('claim')} and @data-claim]"):
        claim: Claim = claims[group.get("data-claim", "")]
        outline = find(group, f"s:g[{having('claim')}]/s:*[self::s:polygon or self::s:path]")[0]
        assert (outline.get("stroke-dasharray") is not None) is (claim.confidence < 0.6)
        assert bool(find(group, f"s:g[{having('by-hand')}]")) is (claim.origin == "hand")


LONG = "Donaudampfschifffahrtsgesellschaftskapitän"
ODD = {
    "long words": (f"{LONG} and {LONG} and", Debate(LONG * 3, LONG * 12, Pole(LONG * 2, LONG * 8), Pole(LONG, ""))),
    "long texts": ("van der " * 30, Debate("T " * 80, "word " * 120, Pole("p " * 90, "s " * 99), Pole("p", "s " * 200))),
    "Chinese": ("陈佩华李静君沈原许怡潘毅", Debate("劳工组织", "劳工组织建立团结。" * 6, Pole("机器", "远离斗争。" * 20), Pole("动员", ""))),
    "markup": ('<b>&amp;"\\N', Debate("<i>", "A & B <script>", Pole("\\l", "]]>"), Pole("'", "<!--"))),
    "nothing": ("", Debate("", "", Pole("", ""), Pole("", ""))),
}  # fmt: skip
"""What a user may write: how names begin, and a debate."""


@pytest.mark.parametrize(("view", "size"), [("axis", "85mm"), ("time", "85mm"), ("argument", "170mm")])
@pytest.mark.parametrize("odd", ODD)
def test_whatever_people_write_stays_legible(odd: str, view: str, size: str) -> None:
    """Long words, long texts, Chinese, markup, nothing: no text overlaps another or leaves the frame."""
    words, debate = ODD[odd]
    plain = simulate(10)
    name = {scholar.name: f"{words} {number}" for number, scholar in enumerate(plain.graph.scholars)}
    scholars = tuple(Scholar(name[scholar.name], scholar.works) for scholar in plain.graph.scholars)
    claims = tuple(replace(claim, scholar=name[claim.scholar]) for claim in plain.graph.claims)
    graph = replace(plain.graph, debate=debate, scholars=scholars, claims=claims)
    places = tuple(replace(place, scholar=name[place.scholar]) for place in plain.positions)
    drawn = draw(Drawable(graph, places, {}), view, "screen", size)
    test_no_two_texts_overlap(drawn)
    test_texts_stay_in_the_frame(drawn)
    test_edges_stay_in_the_frame_and_cross_no_text(drawn)
    assert not find(drawn.root, "//s:script | //s:b | //s:a")


@pytest.mark.parametrize("view", VIEWS)
def test_same_bytes_whatever_the_order(view: str) -> None:
    """Rows in another order make the same picture."""
    debate = simulate(10)
    graph = replace(debate.graph, claims=debate.graph.claims[::-1], relations=debate.graph.relations[::-1])
    told = [
        layout_to_dot(lay_view(view, graph, places, strengths=strengths(debate)))
        for graph, places in ((debate.graph, debate.positions), (graph, debate.positions[::-1]))
    ]
    assert told[0] == told[1]


@pytest.mark.parametrize(("view", "top"), [("axis", 300), ("argument", 100), ("time", 400)])
def test_two_thousand_nodes(view: str, top: int) -> None:
    """A picture of more than 2,000 nodes is laid out and drawn."""
    debate = simulate(1000)
    layout = lay_view(view, debate.graph, debate.positions, choice=Choice(top=top))
    nodes = len(layout.boxes) + len(layout.discs) + len(layout.texts)
    assert 2000 < nodes < layout_to_svg(layout).count("<")


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        ({"scholars": ("Chan", "Pringle")}, {"Chan", "Pringle"}),
        ({"since": 2015}, {"Franceschini", "Howell", "Pringle"}),
        ({"papers": ("pringle-2018",)}, {"Pringle"}),
        ({"min_confidence": 0.69}, {"Lee and Shen", "Franceschini", "Friedman", "Howell", "Shieh"}
         | {"Chan", "Xu Yi", "Pringle"}),
        ({"top": 2}, {"Pringle", "Lee and Shen"}),
    ],
)  # fmt: skip
def test_filters_choose_what_is_drawn(choice: dict[str, Any], kept: set[str]) -> None:
    """A picture has whom the filters let through, where they stand in the whole debate, and says so."""
    debate = moved_known()
    drawn = draw(debate, "axis", "screen", "screen", **choice)
    names = {group.get("data-name") for group in find(drawn.root, f"//s:g[{having('scholar')}]")}
    assert names == kept
    said = " ".join(text.text or "" for text in drawn.texts)
    assert ("Chosen: " in said) is (set(choice) != {"top"})
    test_x_is_the_position(drawn)


def test_what_a_choice_leaves_out_is_counted() -> None:
    """Numbers of scholars, claims and relations."""
    debate = moved_known()
    chosen, notes = choose(debate.graph, Choice(scholars=("Chan",)))
    hidden = len(debate.graph.claims) - len(chosen.claims)
    assert f"7 scholars, {hidden} claims, {len(debate.graph.relations)} relations" in notes[1]


def test_a_choice_that_names_nobody() -> None:
    """One line that says who there is."""
    with pytest.raises(DebatemapError, match='no scholar "Chen" in this debate') as caught:
        choose(moved_known().graph, Choice(scholars=("Chen",)))
    assert "Chan" in str(caught.value)


def test_two_columns_have_no_room_in_one() -> None:
    """The view of arguments says how wide it must be."""
    debate = moved_known()
    with pytest.raises(DebatemapError, match="no room in 85 mm"):
        view_svg("argument", debate.graph, debate.positions, sizes=SIZES["85mm"])


@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_debate_says_so(view: str) -> None:
    """Without a claim each view has its poles and one sentence."""
    debate = moved_known()
    empty = replace(debate, graph=replace(debate.graph, claims=(), relations=()), positions=())
    said = [text.text for text in draw(empty, view, "screen", "screen").texts]
    assert "No claim for or against the thesis has been found yet." in said
    assert "mobilizing machine" in said


@pytest.mark.parametrize("theme", THEMES)
def test_ink_stands_out_from_its_ground(theme: str) -> None:
    """Text has a contrast of 4.5 to 1 at least on every ground on which it stands (WCAG 2.2, AA)."""
    look = THEMES[theme]
    for ink in (look.ink, look.faint):
        for ground in (look.paper, look.against_tint, look.favour_tint):
            assert contrast(ink, ground) >= 4.5
    for side, ground in ((look.against_line, look.against_tint), (look.favour_line, look.favour_tint)):
        assert contrast(side, ground) >= 4.5


def test_sides_differ_in_grey() -> None:
    """On a grey printer the two sides' dots differ in lightness, in every theme."""
    for look in THEMES.values():
        assert contrast(look.against, look.favour) >= 1.25


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lights = sorted(0.05 + luminance(colour) for colour in (one, other))
    return lights[1] / lights[0]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
