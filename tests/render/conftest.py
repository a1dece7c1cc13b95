"""Debates to draw: one that people know, and simulated ones of any size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests.render.browser import Opened, find_browser, open_page, start_browser

from debatemap.graph import acceptability
from debatemap.model import (
    ArgumentGraph,
    Block,
    BlockKind,
    Claim,
    Debate,
    Document,
    Name,
    Origin,
    Pole,
    Position,
    Reference,
    Relation,
    RelationKind,
    Scholar,
    Span,
    Stance,
    Via,
    content_id,
)
from debatemap.render import choose_cast, draw_page
from debatemap.render.views import VIEWS, view_svg

DEBATE = Debate(
    title="Labour NGOs in China",
    thesis="Labour NGOs build workers' solidarity and mobilise workers.",
    attack=Pole("anti-solidarity machine", "Labour NGOs divert workers from collective struggle."),
    support=Pole("mobilizing machine", "Labour NGOs help workers to organise and act together."),
)

# Scholar, works, position, interval, claims (stance, words). Own words, after the published debate.
KNOWN = [
    ("Lee and Shen", ["lee-shen-2011"], -0.9, (-1.0, -0.62), [
        (-1, "labour NGOs turn collective grievances into legal cases, an anti-solidarity machine"),
        (-1, "staff steer workers towards courts and away from strikes"),
        (-1, "funding from abroad keeps the organisations away from the shop floor"),
        (-1, "few labour NGOs try to organise workers at all"),
    ]),
    ("Franceschini", ["franceschini-2014", "franceschini-2016"], -0.6, (-0.85, -0.2), [
        (-1, "labour NGOs lack roots among the workers whom they claim to serve"),
        (-1, "dependence on donors and on officials leaves them little room"),
        (0, "labour NGOs are bound by the state, the market and each other"),
        (1, "a few organisations have moved towards collective bargaining"),
    ]),
    ("Friedman", ["friedman-2009"], -0.4, (-0.9, 0.15), [
        (-1, "transnational links do not by themselves make workers strong"),
        (-1, "legal aid alone changes little on the shop floor"),
    ]),
    ("Howell", ["howell-2015"], -0.1, (-0.55, 0.4), [
        (-1, "the state draws labour NGOs into welfare provision"),
        (1, "repression shows that some labour NGOs had become a force"),
        (0, "the fate of labour NGOs depends on the political moment"),
    ]),
    ("Shieh", ["shieh-2009"], 0.0, (-0.7, 0.7), [(0, "relations with the state vary by field"),
        (1, "associations find room to act"), (-1, "regulation limits what associations can do")]),
    ("Chan", ["chan-2013"], 0.4, (0.05, 0.7), [
        (1, "community work by labour NGOs builds ties among migrant workers"),
        (1, "labour NGOs give workers a language of rights that they use together"),
        (-1, "most organisations are too small to matter beyond their district"),
    ]),
    ("Xu Yi", ["xu-yi-2013"], 0.8, (0.5, 1.0), [
        (1, "labour NGOs nurture workers' solidarity and take part in strikes"),
        (1, "NGO staff train worker representatives for collective bargaining"),
        (1, "labour NGOs have become mobilising agents"),
    ]),
    ("Pringle", ["pringle-2018"], 0.8, (0.66, 0.94), [
        (1, "labour NGOs have shown solidarity with workers, as the repression shows"),
        (1, "workers sought out NGOs for help in collective bargaining"),
        (1, "the critics generalise from too few organisations"),
        (1, "NGO staff learned from workers as much as workers from them"),
        (1, "labour NGOs took part in class struggle"),
        (0, "the organisations differ greatly"),
    ]),
]  # fmt: skip
TIES = [
    ("pringle-2018", "lee-shen-2011", RelationKind.ATTACK, 3),
    ("pringle-2018", "franceschini-2014", RelationKind.ATTACK, 2),
    ("pringle-2018", "xu-yi-2013", RelationKind.SUPPORT, 2),
    ("pringle-2018", "chan-2013", RelationKind.SUPPORT, 1),
    ("franceschini-2014", "lee-shen-2011", RelationKind.SUPPORT, 1),
    ("xu-yi-2013", "lee-shen-2011", RelationKind.ATTACK, 1),
    ("friedman-2009", "lee-shen-2011", RelationKind.SUPPORT, 1),
]


@dataclass(frozen=True)
class Drawable:
    """What the renderer takes."""

    graph: ArgumentGraph
    positions: tuple[Position, ...]
    documents: dict[str, Document]


Row = tuple[str, list[str], float, tuple[float, float], list[tuple[int, str]]]
TieRow = tuple[str, str, RelationKind, int]


def build(rows: Sequence[Row], ties: Sequence[TieRow], *, debate: Debate = DEBATE) -> Drawable:
    """A debate from rows; every claim stands in one review, in a paragraph with two more sentences."""
    review = "review-2020"
    text = ""
    blocks: list[Block] = []
    claims: list[Claim] = []
    for name, works, _, _, said in rows:
        for number, (sign, words) in enumerate(said):
            start = len(text)
            evidence = f"{name} ({works[0]}) argues that {words}."
            text += f"The question is old. {evidence} Others see it differently."
            span = Span(start + 21, start + 21 + len(evidence))
            blocks.append(Block(Span(start, len(text)), BlockKind.PARAGRAPH))
            text += "\n\n"
            own = works[0].startswith("pringle")
            claims.append(
                Claim(
                    id=content_id(name, number, words),
                    paper=works[0] if own else review,
                    holder=works[number % len(works)],
                    scholar=name,
                    text=words,
                    stance=Stance.of_sign(sign),
                    confidence=0.9 - number / 20,
                    via=Via.NARRATIVE,
                    evidence="" if own else evidence,
                    span=None if own else span,
                    page="" if own else str(650 + number),
                    locator="205" if number == 0 else "",
                    rule="" if own else "reporting verb",
                    origin=Origin.HAND if own or number == 1 else Origin.EXTRACTED,
                    coder="A. Coder" if own or number == 1 else "",
                )
            )
    relations = [
        Relation(
            id=content_id(source, target, kind, n),
            paper=review,
            source=source,
            target=target,
            relation=kind,
            evidence="Against this view it is held that the organisations differ.",
            span=None,
            confidence=0.8,
        )
        for source, target, kind, count in ties
        for n in range(count)
    ]
    positions = [
        Position(name, holder, works[0][-4:] if holder else "", place, *interval, *counts(said), papers=1)
        for name, works, place, interval, said in rows
        for holder in ("", *works)
    ]
    graph = ArgumentGraph(
        debate=debate,
        scholars=tuple(
            sorted((Scholar(name, tuple(works)) for name, works, *_ in rows), key=lambda s: s.name)
        ),
        claims=tuple(claims),
        relations=tuple(relations),
        works={w: Reference(w, (Name(name),), w[-4:], "A Title") for name, works, *_ in rows for w in works},
    )
    documents = {review: Document(review, text, tuple(blocks), title="A Review", year="2020")}
    return Drawable(graph, tuple(positions), documents)


def counts(said: Sequence[tuple[int, str]]) -> tuple[int, int, int]:
    """Support, attack, neutral."""
    signs = [sign for sign, _ in said]
    return signs.count(1), signs.count(-1), signs.count(0)


@pytest.fixture(scope="session")
def known() -> Drawable:
    """The debate on labour NGOs, small."""
    return build(KNOWN, TIES)


NO_BROWSER = "there is no chromium here, so that the page was not opened in a browser"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for all that was skipped for want of a browser."""
    skipped = [
        report for report in terminalreporter.getreports("skipped") if NO_BROWSER in report.longreprtext
    ]
    if skipped:
        terminalreporter.write_line(f"SKIPPED {len(skipped)} tests: {NO_BROWSER}", yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium; without one its tests are skipped."""
    program = find_browser()
    if program is None:
        pytest.skip(NO_BROWSER)
    with start_browser(program) as started:
        yield started


@pytest.fixture(scope="module")
def page_file(known: Drawable, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the known debate."""
    return write_page(known, tmp_path_factory.mktemp("page"))


def write_page(debate: Drawable, folder: Path, seen: dict[str, Sequence[Position]] | None = None) -> Path:
    """The page as a file."""
    file = folder / "map.html"
    file.write_text(draw(debate, seen=seen), encoding="utf-8")
    return file


def draw(debate: Drawable, *, seen: dict[str, Sequence[Position]] | None = None) -> str:
    """The page. Unless told otherwise, the review sees everybody where they are."""
    cast = choose_cast(debate.graph, debate.positions)
    strengths = acceptability(debate.graph)
    pictures = {view: view_svg(view, debate.graph, debate.positions, strengths=strengths) for view in VIEWS}
    if seen is None:
        seen = {"review-2020": [p for p in debate.positions if not p.holder]}
    return draw_page(
        debate.graph,
        debate.positions,
        documents=debate.documents,
        cast=cast,
        pictures=pictures,
        seen=seen,
    )


Open = Callable[..., Opened]


@pytest.fixture
def opened(browser: Browser, page_file: Path) -> Iterator[Open]:
    """Opens the page at a link. In the end: no console error, and nothing asked for but the page itself."""
    everything = []
    with ExitStack() as stack:

        def open_at(link: str = "", file: Path = page_file, **settings: Any) -> Opened:
            everything.append(stack.enter_context(open_page(browser, file, link, **settings)))
            return everything[-1]

        yield open_at
        for page in everything:
            assert page.complaints == []
            assert {address.split("#")[0] for address in page.asked} == {page.file.as_uri()}


@pytest.fixture(scope="session")
def simulated() -> Callable[[int], Drawable]:
    """A debate of so many scholars, the same every time."""

    def simulate(size: int, *, ties: int | None = None) -> Drawable:
        rng = random.Random(size)  # noqa: S311
        rows: list[Row] = []
        for number in range(size):
            name = rng.choice(
                ["Müller", "Łukasiewicz", "Nguyễn Văn", "李静君", "O’Connor and Søndergård", "Ng"]
            )
            centre = round(rng.uniform(-1, 1), 2) if number % 5 else rng.choice([-1.0, 1.0, 0.0])
            half = round(rng.uniform(0.05, 0.7), 2)
            interval = (max(-1.0, round(centre - half, 2)), min(1.0, round(centre + half, 2)))
            said = [
                (
                    1 if rng.random() < (centre + 1) / 2 else -1,
                    " ".join(["wages", "and", "prices"] * rng.randint(1, 9)),
                )
                for _ in range(rng.randint(1, 9))
            ]
            rows.append((f"{name} {number}", [f"w{number}-2001"], centre, interval, said))
        pairs: list[TieRow] = []
        for _ in range(size if ties is None else ties):
            source, target = rng.sample(range(size), 2)
            pairs.append(
                (f"w{source}-2001", f"w{target}-2001", rng.choice(list(RelationKind)), rng.randint(1, 4))
            )
        return build(rows, sorted(set(pairs)))

    return simulate
