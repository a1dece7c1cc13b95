"""All that a report tells of, gathered in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from debatemap.model import Claim, Debate, Position, Relation


@dataclass(frozen=True, slots=True)
class Work:
    """How a work is cited ("Lee and Shen 2011"), and its title, "" when unknown."""

    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A citation without a sure work, as printed; `work`: the key that was assumed, "" when none was."""

    paper: str
    citation: str
    page: str = ""
    work: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """`claims` and `relations` as far as nobody rejected them, the author of a paper under the paper's own
    key. `positions`: rows of scholars and of works. `papers`: keys of the papers that were read. `works`:
    key → work. `overridden`: how many extracted claims gave way to hand coding. `fitted`: to how many
    hand-coded claims of this debate the stance model was fitted, 0 for the package's own. `versions`: what
    was used, by name. `figure`: path or link of the picture of the axis, "" for none.
    """

    debate: Debate
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    positions: tuple[Position, ...]
    papers: tuple[str, ...]
    works: Mapping[str, Work] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
    overridden: int = 0
    fitted: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    figure: str = ""

    def label(self, key: str) -> str:
        """A work as one cites it; its key when nothing else is known."""
        work = self.works.get(key)
        return work.label if work else key

    @property
    def scholars(self) -> list[Position]:
        """The scholars from the attacking pole to the supporting one, those without a place last."""
        rows = [row for row in self.positions if not row.holder]
        return sorted(rows, key=lambda row: (not is_placed(row), row.position, row.scholar))

    @property
    def claims_of(self) -> dict[str, list[Claim]]:
        """Scholar, or speaker who is none → claims: against, for, neither; those coded by hand first, then
        the surer ones."""
        owner = {row.holder: row.scholar for row in self.positions if row.holder}
        found: dict[str, list[Claim]] = defaultdict(list)
        order = {"attack": 0, "support": 1, "neutral": 2}
        ranked = sorted(
            self.claims,
            key=lambda c: (order[c.stance], c.origin != "hand", -c.confidence, c.paper, c.text),
        )
        for claim in ranked:
            found[owner.get(claim.holder, claim.scholar)].append(claim)
        return found

    @property
    def owners(self) -> dict[str, str]:
        """Work → the scholar whose it is."""
        return {row.holder: row.scholar for row in self.positions if row.holder}


def is_placed(row: Position) -> bool:
    """There is a claim for or against the thesis."""
    return row.support + row.attack > 0


def is_settled(row: Position) -> bool:
    """The interval does not cover the middle."""
    return is_placed(row) and (row.lower > 0 or row.upper < 0)
