"""Simulated debates of any size: scholars with several works, who move, answer each other, disagree."""

from __future__ import annotations

import random
from functools import cache

from tests.render.conftest import DEBATE, Drawable

from debatemap.model import (
    ArgumentGraph,
    Claim,
    Name,
    Origin,
    Position,
    Reference,
    Relation,
    RelationKind,
    Scholar,
    Stance,
    Via,
    content_id,
)

SURNAMES = [
    "Müller",
    "Łukasiewicz",
    "Nguyễn Văn",
    "李静君",
    "O’Connor and Søndergård",
    "Ng",
    "van der Meer-Ó Cuív",
]
WORDS = ["wages", "and", "solidarity", "of", "organisations", "in", "workers’", "strikes", "不", "collective"]


@cache
def simulate(size: int, relations: int = 0) -> Drawable:
    """A debate of so many scholars and relations (else one each), most of them to a few works; the same
    every time."""
    rng = random.Random(size)  # noqa: S311
    scholars: list[Scholar] = []
    works: dict[str, Reference] = {}
    places: list[Position] = []
    claims: list[Claim] = []
    for number in range(size):
        name = f"{rng.choice(SURNAMES)} {number}"
        stand = rng.choice([-1.0, 1.0, 0.0]) if number % 7 == 0 else rng.uniform(-1, 1)
        years = sorted(rng.sample(range(1985, 2025), rng.randint(1, 3)))
        keys = [f"w{number}-{year}" for year in years]
        scholars.append(Scholar(name, tuple(keys)))
        rows = []
        for key, year in zip(keys, years, strict=True):
            works[key] = Reference(key, (Name(name),), "" if number % 17 == 1 else str(year))
            stand = max(-1.0, min(1.0, stand + rng.choice([0, 0, 0.4, -0.7])))
            said = [_claim(rng, name, key, stand, at) for at in range(rng.randint(1, 9))]
            half = rng.uniform(0.05, 0.7)
            rows.append(
                _place(name, works[key], (stand, max(-1.0, stand - half), min(1.0, stand + half)), said)
            )
            claims += said
        places += [_whole(name, rows), *rows]
    scholars.sort(key=lambda scholar: scholar.name)
    keys = sorted(works)
    answers = [_relation(rng, keys, at) for at in range(relations or size)]
    graph = ArgumentGraph(DEBATE, tuple(scholars), tuple(claims), tuple(answers), works)
    return Drawable(graph, tuple(places), {})


def _claim(rng: random.Random, name: str, key: str, stand: float, at: int) -> Claim:
    sign = 0 if rng.random() < 0.2 else 1 if rng.random() < (stand + 1) / 2 else -1
    text = " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 40)))
    return Claim(
        id=content_id(key, at, text),
        paper=f"paper-{rng.randint(1, 9)}",
        holder=key,
        scholar=name,
        text=text,
        stance=Stance.of_sign(sign),
        confidence=round(rng.uniform(0.4, 1), 2),
        via=Via.NARRATIVE,
        evidence="",
        span=None,
        origin=Origin.HAND if rng.random() < 0.2 else Origin.EXTRACTED,
    )


def _place(name: str, work: Reference, at: tuple[float, float, float], said: list[Claim]) -> Position:
    signs = [claim.stance.sign for claim in said]
    return Position(name, work.key, work.year, *at, signs.count(1), signs.count(-1), signs.count(0), 2)


def _whole(name: str, rows: list[Position]) -> Position:
    mean = sum(row.position for row in rows) / len(rows)
    return Position(
        name,
        "",
        rows[0].year,
        mean,
        min(row.lower for row in rows),
        max(row.upper for row in rows),
        sum(row.support for row in rows),
        sum(row.attack for row in rows),
        sum(row.neutral for row in rows),
        2,
    )


def _relation(rng: random.Random, keys: list[str], at: int) -> Relation:
    source = rng.choice(keys)
    # Some works are answered by everybody, as in any debate.
    target = rng.choice([key for key in (keys[:12] if rng.random() < 0.7 else keys) if key != source])
    return Relation(
        id=content_id(source, target, at),
        paper="paper-1",
        source=source,
        target=target,
        relation=rng.choice(list(RelationKind)),
        evidence="",
        span=None,
        confidence=rng.choice([0.6, 0.9]),
        origin=Origin.HAND if rng.random() < 0.3 else Origin.EXTRACTED,
    )
