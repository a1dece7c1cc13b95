"""Which works appear on the view of time, who wrote them, and which of them answers which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from debatemap.model import ArgumentGraph, Claim, Origin, Position, Relation, Status
from debatemap.render.cast import owners
from debatemap.render.rows import Link, Row
from debatemap.render.telling import find_gists, find_topic, most_telling_first
from debatemap.render.text import one_line
from debatemap.render.words import counted, listed, relation_lines, row_tooltip, summed_up

UNDATED = "n.d."


@dataclass(frozen=True, slots=True)
class Work:
    """A work that takes a side: its scholar's name, where it stands, its claims, most telling first."""

    key: str
    name: str
    place: Position
    claims: tuple[Claim, ...]

    @property
    def year(self) -> str:
        """The year in four digits, or "n.d."."""
        return self.place.year[:4] if self.place.year[:4].isdigit() else UNDATED


@dataclass(frozen=True, slots=True)
class Works:
    """`drawn` by year and position; `folded` for want of room; `unplaced` works take no side.

    `links` run among those drawn; `loose`: relations an end of which is not.
    """

    drawn: tuple[Work, ...]
    folded: tuple[Work, ...]
    unplaced: tuple[str, ...]
    links: tuple[Link, ...]
    loose: int


def choose_works(graph: ArgumentGraph, positions: Sequence[Position], *, top: int) -> Works:
    """At most `top` works, those with most claims, and what joins them: relations, and the step from a
    scholar's work to the same scholar's next one. What a person rejected counts nowhere."""
    owner, topic = owners(graph), find_topic(graph.debate)
    places = {p.holder: p for p in positions if p.holder and p.support + p.attack > 0}
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if claim.is_scholars and claim.status is not Status.REJECTED:
            held[claim.holder].append(claim)
    works = [
        Work(key, owner[key], places[key], most_telling_first(held[key], places[key], topic))
        for key in sorted(owner)
        if key in places
    ]
    ranked = sorted(works, key=lambda work: (-len(work.claims), work.key))
    drawn = sorted(ranked[:top], key=lambda w: (w.year == UNDATED, w.year, w.place.position, w.key))
    links, loose = _find_links(graph, drawn)
    return Works(
        drawn=tuple(drawn),
        folded=tuple(ranked[top:]),
        unplaced=tuple(sorted(set(owner) - set(places))),
        links=links,
        loose=loose,
    )


def work_rows(works: Sequence[Work], *, brief: bool = False) -> list[Row]:
    """A row for each work; the first one of each year is headed by it."""
    rows: list[Row] = []
    for number, work in enumerate(works):
        new = number == 0 or works[number - 1].year != work.year
        name = one_line(work.name)
        rows.append(
            Row(
                name=name,
                counts=summed_up(work.claims, brief=brief),
                gists=find_gists(work.claims),
                place=work.place,
                claims=len(work.claims),
                by_hand=sum(claim.origin is Origin.HAND for claim in work.claims),
                tooltip=row_tooltip(f"{name}, {work.year} ({work.key})", work.place, work.claims),
                section=work.year if new else "",
            )
        )
    return rows


def left_out_works(works: Works) -> list[str]:
    """What the view of time does not show, a sentence each."""
    notes = []
    if works.folded:
        claims = sum(len(work.claims) for work in works.folded)
        notes.append(
            f"Not drawn, fewer claims: {counted(len(works.folded), 'work')} with {counted(claims, 'claim')} "
            f"({listed(work.key for work in works.folded)})."
        )
    if works.unplaced:
        notes.append(
            f"Not drawn, no claim for or against the thesis: {counted(len(works.unplaced), 'work')} "
            f"({listed(works.unplaced)})."
        )
    if works.loose:
        notes.append(f"Not drawn, an end is not on the picture: {counted(works.loose, 'relation')}.")
    return notes


def _find_links(graph: ArgumentGraph, drawn: Sequence[Work]) -> tuple[tuple[Link, ...], int]:
    lane = {work.key: number for number, work in enumerate(drawn)}
    label = {work.key: f"{one_line(work.name)} {work.year}" for work in drawn}
    found: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    loose = 0
    for relation in graph.relations:
        if relation.status is Status.REJECTED:
            continue
        if relation.source in lane and relation.target in lane:
            found[relation.source, relation.target, relation.relation.value].append(relation)
        else:
            loose += 1
    for scholar in graph.scholars:
        for before, after in pairwise(work for work in scholar.works if work in lane):
            found[before, after, "move"] = []
    links = []
    for (source, target, kind), rows in sorted(found.items()):
        relations = tuple(sorted(rows, key=lambda relation: relation.id))
        said = {"support": "supports", "attack": "attacks", "move": "is followed by"}[kind]
        tooltip = "\n".join([f"{label[source]} {said} {label[target]}", *relation_lines(relations)])
        data = (("source", source), ("target", target), ("kind", kind))
        links.append(Link(lane[source], lane[target], kind, relations, tooltip, data))
    return tuple(links), loose
