"""Who appears on a picture, with what they claim and how they are tied; and who is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from debatemap.model import (
    ArgumentGraph,
    Claim,
    Origin,
    Position,
    Relation,
    RelationKind,
    Status,
)
from debatemap.render.telling import find_topic, most_telling_first

FEW = 12
"""So few scholars are all drawn; among more, those seen in passing only are folded."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A scholar: where they stand, and the claims that say so, strongest first.

    `position` is None for a scholar without a claim for or against the thesis. `own`: a paper of
    theirs was read.
    """

    name: str
    works: tuple[str, ...]
    position: Position | None
    claims: tuple[Claim, ...]
    own: bool
    ties: int
    places: tuple[Position, ...] = ()
    """The works that take a side, oldest first."""

    @property
    def by_hand(self) -> int:
        """How many of the claims a person coded."""
        return sum(claim.origin is Origin.HAND for claim in self.claims)

    @property
    def papers(self) -> int:
        """How many papers witness the claims."""
        return len({claim.paper for claim in self.claims})

    @property
    def unsettled(self) -> bool:
        """The interval covers the middle: which side they take is not settled."""
        return self.position is None or self.position.lower <= 0 <= self.position.upper


@dataclass(frozen=True, slots=True)
class Tie:
    """All relations of one kind from one scholar to another; names of scholars."""

    source: str
    target: str
    kind: RelationKind
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Cast:
    """`drawn` from the attacking pole to the supporting one; `ties` among those drawn.

    `folded`: placed, but seen in passing only or beyond the number asked for; `unplaced`: without
    a claim for or against the thesis; `loose_ties`: relations not drawn, because an end is not;
    `others`: claims of speakers who are no scholars.
    """

    drawn: tuple[Standing, ...]
    folded: tuple[Standing, ...]
    unplaced: tuple[Standing, ...]
    ties: tuple[Tie, ...]
    loose_ties: int
    others: int


def choose_cast(graph: ArgumentGraph, positions: Sequence[Position], *, top: int = 30) -> Cast:
    """Who is drawn: at most `top` scholars, those with most claims.

    Where more than a dozen are placed, a scholar with a single claim, no paper read and no relation
    is folded. What a person rejected counts nowhere. Everybody not drawn is in `folded` or `unplaced`.
    """
    standings = find_standings(graph, positions)
    placed = [standing for standing in standings if standing.position is not None]
    weighty = [s for s in placed if len(placed) <= FEW or len(s.claims) > 1 or s.own or s.ties]
    weighty.sort(key=lambda s: (-len(s.claims), -s.ties, s.name))
    names = {standing.name for standing in weighty[:top]}
    drawn = [standing for standing in placed if standing.name in names]
    drawn.sort(key=lambda s: (s.position.position if s.position else 0.0, s.name))
    found = find_ties(graph)
    ties = tuple(tie for tie in found if tie.source in names and tie.target in names)
    return Cast(
        drawn=tuple(drawn),
        folded=tuple(standing for standing in placed if standing.name not in names),
        unplaced=tuple(standing for standing in standings if standing.position is None),
        ties=ties,
        loose_ties=len(_counted(graph)) - sum(len(tie.relations) for tie in ties),
        others=sum(not c.is_scholars for c in graph.claims if c.status is not Status.REJECTED),
    )


def find_standings(graph: ArgumentGraph, positions: Sequence[Position]) -> list[Standing]:
    """Every scholar of the graph, by name, with position and claims."""
    owner, topic = owners(graph), find_topic(graph.debate)
    places = {p.scholar: p for p in positions if not p.holder and p.support + p.attack > 0}
    works = {p.holder: p for p in positions if p.holder and p.support + p.attack > 0}
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in graph.claims:
        if claim.is_scholars and claim.status is not Status.REJECTED:
            held[owner.get(claim.holder, claim.scholar)].append(claim)
    tied: Counter[str] = Counter()
    for tie in find_ties(graph):
        tied.update((tie.source, tie.target))
    found = []
    for scholar in sorted(graph.scholars, key=lambda scholar: scholar.name):
        place = places.get(scholar.name)
        claims = held[scholar.name]
        found.append(
            Standing(
                name=scholar.name,
                works=scholar.works,
                position=place,
                claims=most_telling_first(claims, place, topic),
                own=any(claim.paper == claim.holder for claim in claims),
                ties=tied[scholar.name],
                places=tuple(works[work] for work in scholar.works if work in works),
            )
        )
    return found


def find_ties(graph: ArgumentGraph) -> tuple[Tie, ...]:
    """The relations between two scholars, gathered by pair and kind, in a stable order."""
    owner = owners(graph)
    gathered: dict[tuple[str, str, RelationKind], list[Relation]] = defaultdict(list)
    for relation in _counted(graph):
        source, target = owner.get(relation.source), owner.get(relation.target)
        if source is not None and target is not None and source != target:
            gathered[source, target, relation.relation].append(relation)
    return tuple(
        Tie(*key, relations=tuple(sorted(gathered[key], key=lambda relation: relation.id)))
        for key in sorted(gathered)
    )


def owners(graph: ArgumentGraph) -> dict[str, str]:
    """Work key → name of the scholar whose it is."""
    return {work: scholar.name for scholar in graph.scholars for work in scholar.works}


def _counted(graph: ArgumentGraph) -> list[Relation]:
    return [relation for relation in graph.relations if relation.status is not Status.REJECTED]
