"""What stands in a lane of a picture: a scholar or a work with its place; and what links two lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from debatemap.model import Origin, Position, Relation
from debatemap.render.cast import Standing, Tie
from debatemap.render.shapes import Data
from debatemap.render.telling import find_gists
from debatemap.render.text import one_line
from debatemap.render.words import row_tooltip, summed_up, tie_tooltip

MOVED = 0.1
"""A scholar whose next work stands at least so far from the last one has moved."""
DOUBTFUL = 0.75
"""A link that no person coded, and that no sentence makes surer than this, is drawn pale."""


@dataclass(frozen=True, slots=True)
class Move:
    """From one work's year and position to the next one's; `settled`: the intervals do not overlap."""

    years: tuple[str, str]
    places: tuple[float, float]
    settled: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A lane: name, counts and one of the gists are its label; `section` heads the lanes from this one on."""

    name: str
    counts: str
    gists: tuple[str, ...]
    place: Position
    claims: int
    by_hand: int
    tooltip: str
    moves: tuple[Move, ...] = ()
    section: str = ""

    @property
    def unsettled(self) -> bool:
        """The interval covers the middle: which side it is on is not settled."""
        return self.place.lower <= 0 <= self.place.upper


@dataclass(frozen=True, slots=True)
class Link:
    """An edge from lane to lane, of `kind` support, attack or move."""

    source: int
    target: int
    kind: str
    relations: tuple[Relation, ...] = ()
    tooltip: str = ""
    data: Data = ()

    @property
    def by_hand(self) -> bool:
        """Whether a person coded it."""
        return any(relation.origin is Origin.HAND for relation in self.relations)

    @property
    def doubtful(self) -> bool:
        """Whether the program alone found it, by weak signs."""
        return self.kind != "move" and max(r.confidence for r in self.relations) < DOUBTFUL


def scholar_rows(standings: Sequence[Standing], *, brief: bool = False) -> list[Row]:
    """A row for each scholar with a position, in the order given; `brief`: with fewer counts."""
    return [
        Row(
            name=one_line(standing.name),
            counts=summed_up(standing.claims, brief=brief),
            gists=find_gists(standing.claims),
            place=standing.position,
            claims=len(standing.claims),
            by_hand=standing.by_hand,
            tooltip=row_tooltip(one_line(standing.name), standing.position, standing.claims),
            moves=tuple(find_moves(standing.places)),
        )
        for standing in standings
        if standing.position is not None
    ]


def tie_links(ties: Sequence[Tie], names: Sequence[str]) -> list[Link]:
    """A link for each tie; `names`: those of the scholars in the lanes, in order."""
    lane = {name: number for number, name in enumerate(names)}
    return [
        Link(
            lane[tie.source],
            lane[tie.target],
            tie.kind.value,
            tie.relations,
            tie_tooltip(tie),
            (("source", one_line(tie.source)), ("target", one_line(tie.target)), ("kind", tie.kind.value)),
        )
        for tie in ties
    ]


def find_moves(places: Sequence[Position]) -> list[Move]:
    """The steps of a scholar from work to work, oldest first, that lead elsewhere in another year."""
    return [
        Move(
            (before.year, after.year),
            (before.position, after.position),
            settled=before.upper < after.lower or after.upper < before.lower,
        )
        for before, after in pairwise(places)
        if before.year != after.year and abs(after.position - before.position) >= MOVED
    ]
