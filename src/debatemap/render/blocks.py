"""Which claims the view of arguments shows of each scholar, and how many it only counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debatemap.model import Claim, Stance
from debatemap.render.cast import Standing

_ALL = 24
"""So many claims of each side the view shows at most, shared among the scholars …"""
_FEWEST = 3
"""… but of the side where a scholar stands never fewer than these, and of the other side one."""


@dataclass(frozen=True, slots=True)
class Block:
    """A scholar with the claims shown against and for the thesis, and the numbers of those left out.

    `more_against`, `more_for`: statements not shown; what several papers report alike counts once.
    """

    standing: Standing
    against: tuple[Claim, ...]
    favour: tuple[Claim, ...]
    more_against: int
    more_for: int

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Those shown."""
        return (*self.against, *self.favour)


def choose_blocks(drawn: Sequence[Standing], restates: Mapping[str, str]) -> list[Block]:
    """A block for each scholar; `restates`: claim id → id of the claim that says the same."""
    most = max(_FEWEST, _ALL // max(len(drawn), 1))
    blocks = []
    for standing in drawn:
        sides: dict[Stance, list[Claim]] = {Stance.ATTACK: [], Stance.SUPPORT: []}
        seen: set[str] = set()
        for claim in standing.claims:
            statement = restates.get(claim.id, claim.id)
            if claim.stance in sides and statement not in seen:
                seen.add(statement)
                sides[claim.stance].append(claim)
        own = Stance.of_sign(standing.position.position if standing.position else 0)
        against, favour = (
            tuple(sides[side][: most if own in (side, Stance.NEUTRAL) else max(1, most // 3)])
            for side in (Stance.ATTACK, Stance.SUPPORT)
        )
        blocks.append(
            Block(
                standing,
                against,
                favour,
                len(sides[Stance.ATTACK]) - len(against),
                len(sides[Stance.SUPPORT]) - len(favour),
            )
        )
    return blocks
