"""Where a claim stands toward the debate's thesis."""

from __future__ import annotations

from enum import StrEnum


class Stance(StrEnum):
    """Support, attack or neither."""

    SUPPORT = "support"
    ATTACK = "attack"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> int:
        """+1, -1 or 0."""
        return {"support": 1, "attack": -1, "neutral": 0}[self.value]

    @classmethod
    def of_sign(cls, sign: float) -> Stance:
        """The stance of a number's sign."""
        return cls.SUPPORT if sign > 0 else cls.ATTACK if sign < 0 else cls.NEUTRAL
