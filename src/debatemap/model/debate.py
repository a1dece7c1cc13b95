"""What the program knows of a debate beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from debatemap.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Pole:
    """An end of the axis: its short name and what those who stand there say."""

    name: str
    statement: str


@dataclass(frozen=True, slots=True)
class ScholarEntry:
    """A name as it should be shown, and the works that belong together under it."""

    name: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Debate:
    """Thesis and poles: `attack` stands at -1, `support` at +1."""

    title: str
    thesis: str
    attack: Pole
    support: Pole
    scholars: tuple[ScholarEntry, ...] = ()

    @property
    def id(self) -> str:
        """The same as long as thesis and poles are: what every stance is toward."""
        poles = (self.attack, self.support)
        return content_id(self.thesis, *(part for pole in poles for part in (pole.name, pole.statement)))
