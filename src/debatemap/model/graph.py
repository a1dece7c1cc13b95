"""The argument graph: scholars with their works and claims, and the relations among them."""

from __future__ import annotations

from dataclasses import dataclass, field

from debatemap.model.claim import Claim
from debatemap.model.debate import Debate
from debatemap.model.reference import Reference
from debatemap.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Scholar:
    """A scholar, or several who write together, and the keys of their works, oldest first."""

    name: str
    works: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArgumentGraph:
    """Everything a picture or a position needs.

    In `claims` and `relations` the author of a paper stands under the paper's own key, no longer as
    `self`. `scholars` are sorted by name; every holder that is no `other:` belongs to exactly one.
    `works`: key → reference, for every work that holds a claim or stands in a relation.
    """

    debate: Debate
    scholars: tuple[Scholar, ...]
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    works: dict[str, Reference]
    restates: dict[str, str] = field(default_factory=dict)

    def scholar_of(self, work: str) -> str:
        """The name under which a work's author is shown; the key itself when it is nobody's."""
        for scholar in self.scholars:
            if work in scholar.works:
                return scholar.name
        return work
