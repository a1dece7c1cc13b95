"""What of a debate is drawn: some scholars, some papers, later works, the surer claims."""

from __future__ import annotations

from dataclasses import dataclass, replace

from debatemap.errors import DebatemapError
from debatemap.model import ArgumentGraph, Claim, Relation, Scholar
from debatemap.render.cast import owners
from debatemap.render.text import one_line
from debatemap.render.words import counted, listed


@dataclass(frozen=True, slots=True)
class Choice:
    """Filters; what is empty or zero chooses all.

    `scholars`: names as shown; `papers`: keys of the papers in which claims and relations stand;
    `since`: the first year of the works that hold them; `min_confidence`: 0 to 1; `top`: at most so many
    scholars (works, in the view of time) are drawn, those with most claims.
    """

    scholars: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    since: int = 0
    min_confidence: float = 0.0
    top: int = 30

    @property
    def filters(self) -> bool:
        """Whether anything but `top` is chosen."""
        return bool(self.scholars or self.papers or self.since or self.min_confidence)


def choose(graph: ArgumentGraph, choice: Choice) -> tuple[ArgumentGraph, list[str]]:
    """The graph with nothing but what is chosen, and sentences that say what was chosen and left out.

    A work without a year passes no `since`. Positions stay those of the whole debate: a choice shows
    less of it and measures nothing anew. Raises DebatemapError for a scholar or a paper that the debate
    does not have, and when no scholar passes.
    """
    if not choice.filters:
        return graph, []
    _check(graph, choice)
    owner = owners(graph)
    works = {key for key in graph.works if _is_chosen_work(key, graph, choice, owner)}
    claims = tuple(claim for claim in graph.claims if claim.holder in works and _passes(claim, choice))
    relations = tuple(
        relation
        for relation in graph.relations
        if relation.source in works
        and _may_be_answered(relation, owner, choice)
        and _passes(relation, choice)
    )
    seen = {claim.holder for claim in claims}
    if not choice.papers and not choice.min_confidence:
        seen |= works
    scholars = tuple(
        Scholar(scholar.name, kept)
        for scholar in graph.scholars
        if (kept := tuple(work for work in scholar.works if work in seen))
    )
    if not scholars:
        raise DebatemapError(f"nothing is left to draw of {_described(choice)}", todo="Choose more")
    chosen = replace(graph, scholars=scholars, claims=claims, relations=relations)
    hidden = [
        counted(number, noun)
        for number, noun in (
            (len(graph.scholars) - len(scholars), "scholar"),
            (len(graph.claims) - len(claims), "claim"),
            (len(graph.relations) - len(relations), "relation"),
        )
        if number
    ]
    notes = [f"Chosen: {_described(choice)}. Positions and intervals are those of the whole debate."]
    return chosen, notes + ([f"Left out by this choice: {', '.join(hidden)}."] if hidden else [])


def _check(graph: ArgumentGraph, choice: Choice) -> None:
    known = {
        "scholar": (choice.scholars, {scholar.name for scholar in graph.scholars}),
        "paper": (
            choice.papers,
            {claim.paper for claim in graph.claims} | {relation.paper for relation in graph.relations},
        ),
    }
    for noun, (asked, names) in known.items():
        for name in asked:
            if name not in names:
                raise DebatemapError(
                    f'no {noun} "{name}" in this debate', todo=f"There are {listed(sorted(names), most=12)}"
                )


def _is_chosen_work(key: str, graph: ArgumentGraph, choice: Choice, owner: dict[str, str]) -> bool:
    if choice.scholars and owner.get(key) not in choice.scholars:
        return False
    year = graph.works[key].year
    return not choice.since or (year.isdigit() and int(year) >= choice.since)


def _may_be_answered(relation: Relation, owner: dict[str, str], choice: Choice) -> bool:
    """The other end may be an older work, of a scholar who is chosen."""
    return not choice.scholars or owner.get(relation.target) in choice.scholars


def _passes(row: Claim | Relation, choice: Choice) -> bool:
    return (not choice.papers or row.paper in choice.papers) and row.confidence >= choice.min_confidence


def _described(choice: Choice) -> str:
    parts = [
        f"scholars {listed(choice.scholars)}" if choice.scholars else "",
        f"papers {listed(choice.papers)}" if choice.papers else "",
        f"works since {choice.since}" if choice.since else "",
        f"confidence {choice.min_confidence:g} or more" if choice.min_confidence else "",
    ]
    return one_line("; ".join(part for part in parts if part))
