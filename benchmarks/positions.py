"""Simulated debates: how well positions and intervals come back, and how the time grows with the debate.

    python benchmarks/positions.py

Nothing of the model is taken over: a scholar's place is what share of stance-bearing claims speaks for
the thesis, papers frame what they report, the reader of the papers errs as often as its confidence says,
and alike within one paper, and relations follow distance with errors of their own.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
from scipy.stats import kendalltau, spearmanr

from debatemap.model import (
    ArgumentGraph,
    Claim,
    Debate,
    Name,
    Pole,
    Reference,
    Relation,
    RelationKind,
    Scholar,
    Stance,
    Via,
)
from debatemap.positions import place_scholars

SIZES = (5, 10, 20, 50, 100, 200, 500)
DRAWS = {5: 40, 10: 30, 20: 20, 50: 10, 100: 6, 200: 4, 500: 3}
NEUTRAL = 0.35
FRAMING = 0.25
READING = 0.8
"""Of what the reader makes of one paper's claims of one work: errors go together, as those of the stance
model do in coded texts (variance .2 in the papers that it was made for, 1.5 in passages of our own)."""
WRONG_RELATION = 0.15
TURN = 0.2
"""How often a scholar comes to think otherwise from one work to the next."""
DEBATE = Debate("A debate", "It works.", Pole("fails", "It fails."), Pole("works", "It works."))


@dataclass(frozen=True)
class Simulation:
    """A debate whose places are known: `truth` work → place."""

    graph: ArgumentGraph
    truth: dict[str, float]


def simulate(
    size: int, seed: int, *, polarised: bool = False, plenty: int = 1, reading: float = READING
) -> Simulation:
    """A debate of so many scholars, each with one to three works that may drift over the years, and
    `plenty` times as many claims a work as a review has room for; `reading`: standard deviation of the
    reader's error that all claims of a work in one paper share."""
    rng = np.random.default_rng([size, seed])
    scholars, truth, works = [], {}, {}
    for number in range(size):
        place = rng.choice([-0.65, 0.65]) + rng.normal(0, 0.2) if polarised else rng.uniform(-1, 1)
        year = int(rng.integers(1995, 2015))
        keys = []
        for _ in range(int(rng.choice([1, 1, 1, 2, 3]))):
            key = f"s{number:03d}-{year}"
            truth[key] = float(np.clip(place, -1, 1))
            works[key] = Reference(key, (Name(f"S{number:03d}"),), str(year))
            keys.append(key)
            gap = int(rng.integers(1, 8))
            turn = rng.random() < TURN
            year, place = year + gap, place + rng.normal(0, 0.6 if turn else 0.1 * math.sqrt(gap))
        scholars.append(Scholar(f"S{number:03d}", tuple(keys)))
    claims = _report(rng, truth, max(1, size // 6), plenty, reading)
    relations = _relate(rng, truth, len(claims) // 4)
    return Simulation(ArgumentGraph(DEBATE, tuple(scholars), claims, relations, works), truth)


def _report(
    rng: np.random.Generator, truth: dict[str, float], papers: int, plenty: int, reading: float
) -> tuple[Claim, ...]:
    claims = []
    for work, place in truth.items():
        witnesses = 1 + min(int(rng.geometric(0.6)) - 1, papers - 1)
        for paper in rng.choice(papers, size=witnesses, replace=False):
            framed = np.clip(place + rng.normal(0, FRAMING), -1, 1)
            framed = float(np.clip(framed + rng.normal(0, reading), -1, 1))
            for _ in range(plenty * min(int(rng.geometric(0.3)), 20)):
                meant = 0 if rng.random() < NEUTRAL else 1 if rng.random() < (1 + framed) / 2 else -1
                sure = round(float(rng.uniform(0.45, 0.95)), 3)
                read = (
                    meant if rng.random() < sure else int(rng.choice([s for s in (-1, 0, 1) if s != meant]))
                )
                stance = Stance.of_sign(read)
                number = f"c{len(claims):05d}"
                claims.append(
                    Claim(number, f"p{paper}", work, "", number, stance, sure, Via.NARRATIVE, number, None)
                )
    return tuple(claims)


def _relate(rng: np.random.Generator, truth: dict[str, float], count: int) -> tuple[Relation, ...]:
    works, found = list(truth), []
    for number in range(count if len(works) > 1 else 0):
        one, other = (str(work) for work in rng.choice(works, size=2, replace=False))
        attacks = rng.random() < abs(truth[one] - truth[other]) / 1.3
        if rng.random() < WRONG_RELATION:
            attacks = not attacks
        kind = RelationKind.ATTACK if attacks else RelationKind.SUPPORT
        sure = round(float(rng.uniform(0.5, 0.95)), 3)
        found.append(Relation(f"r{number:05d}", "p0", one, other, kind, "", None, sure))
    return tuple(found)


@dataclass(frozen=True)
class Score:
    """Of one simulated debate: Spearman's rho, tau-b, share of places inside their interval, its mean
    width, the mean error, seconds."""

    rho: float
    tau: float
    coverage: float
    width: float
    error: float
    seconds: float


def score(simulation: Simulation) -> Score:
    """Place the scholars of a simulated debate and compare with where they stand."""
    begin = time.process_time()
    positions = [row for row in place_scholars(simulation.graph) if row.holder]
    seconds = time.process_time() - begin
    truth = np.array([simulation.truth[row.holder] for row in positions])
    place, lower, upper = (
        np.array([getattr(row, name) for row in positions]) for name in ("position", "lower", "upper")
    )
    return Score(
        rho=float(spearmanr(truth, place).statistic),
        tau=float(kendalltau(truth, place).statistic),
        coverage=float(np.mean((lower <= truth) & (truth <= upper))),
        width=float(np.mean(upper - lower)),
        error=float(np.mean(np.abs(place - truth))),
        seconds=seconds,
    )


def main() -> None:
    """One line a size and kind of debate, then how the time grows."""
    print("scholars  kind        rho  tau-b  covered  width  error  seconds")
    seconds: dict[int, float] = {}
    for size in SIZES:
        for polarised in (False, True):
            found = [score(simulate(size, seed, polarised=polarised)) for seed in range(DRAWS[size])]
            kind = "polarised" if polarised else "even"
            rho, tau, covered, width, error = (
                float(np.mean([getattr(one, name) for one in found]))
                for name in ("rho", "tau", "coverage", "width", "error")
            )
            seconds[size] = min(one.seconds for one in found)
            print(
                f"{size:8}  {kind:9}  {rho:5.2f}  {tau:5.2f}  {covered:7.2f}  {width:5.2f}  {error:5.2f}"
                f"  {seconds[size]:7.4f}"
            )
    sizes = [size for size in SIZES if size >= 20]
    slope = np.polyfit(np.log(sizes), np.log([seconds[size] for size in sizes]), 1)[0]
    last = math.log(seconds[SIZES[-1]] / seconds[SIZES[-2]]) / math.log(SIZES[-1] / SIZES[-2])
    print(f"time grows with n^{slope:.2f} from 20 to 500 scholars, with n^{last:.2f} from 200 to 500")


if __name__ == "__main__":
    main()
