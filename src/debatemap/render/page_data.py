"""What the page knows: scholars, claims with their paragraphs, and relations, as plain JSON values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from debatemap.model import ArgumentGraph, Claim, Document, Position, Span
from debatemap.render.cast import Cast, Standing, Tie, find_standings, find_ties
from debatemap.render.text import one_line

_AROUND = 900
"""Characters kept on either side of the evidence in a paragraph that goes on for pages."""
_ALL_AROUND = 3_000_000
"""Characters kept around all evidence together, so that the page of a large debate stays small."""


def page_data(
    graph: ArgumentGraph,
    positions: Sequence[Position],
    *,
    documents: Mapping[str, Document],
    cast: Cast,
    seen: Mapping[str, Sequence[Position]],
) -> dict[str, Any]:
    """Everything that the page shows, all scholars included, drawn or not.

    Scholars, claims and ties refer to each other by their places in the lists; `drawn`: whether the
    scholar stands on the axis.
    """
    standings = find_standings(graph, positions)
    standings.sort(key=lambda s: (s.position is None, s.position.position if s.position else 0.0, s.name))
    number = {standing.name: index for index, standing in enumerate(standings)}
    drawn = {standing.name for standing in cast.drawn}
    works = {(p.scholar, p.holder): p for p in positions if p.holder}
    around = min(_AROUND, _ALL_AROUND // (2 * max(1, len(graph.claims))))
    paragraphs = _Paragraphs(documents, around)
    claims = [
        _claim(claim, number[standing.name], paragraphs)
        for standing in standings
        for claim in standing.claims
    ]
    ties = [_tie(tie, number) for tie in find_ties(graph)]
    cited = {claim[key] for claim in claims for key in ("paper", "holder")}
    cited |= {relation["paper"] for tie in ties for relation in tie["relations"]}
    debate = graph.debate
    return {
        "title": debate.title,
        "thesis": debate.thesis,
        "poles": [
            {"name": pole.name, "statement": pole.statement} for pole in (debate.attack, debate.support)
        ],
        "scholars": [_scholar(s, s.name in drawn, works, graph) for s in standings],
        "works": {key: _work(key, graph, documents) for key in sorted(cited)},
        "claims": claims,
        "paragraphs": paragraphs.found,
        "ties": ties,
        "seen": {
            paper: {
                str(number[row.scholar]): [round(value, 3) for value in (row.position, row.lower, row.upper)]
                for row in sorted(seen[paper], key=lambda row: number.get(row.scholar, 0))
                if row.scholar in number
            }
            for paper in sorted(seen)
        },
    }


def _scholar(
    standing: Standing, drawn: bool, works: Mapping[tuple[str, str], Position], graph: ArgumentGraph
) -> dict[str, Any]:
    rows = []
    for key in standing.works:
        place = works.get((standing.name, key))
        settled = place is not None and place.support + place.attack > 0
        reference = graph.works.get(key)
        rows.append(
            {
                "key": key,
                "label": reference.label if reference else key,
                "title": one_line(reference.title) if reference else "",
                "place": _place(place) if settled else None,
            }
        )
    return {
        "name": standing.name,
        "place": _place(standing.position),
        "papers": standing.papers,
        "works": rows,
        "drawn": drawn,
    }


def _place(position: Position | None) -> dict[str, Any] | None:
    if position is None:
        return None
    names = ("position", "lower", "upper", "reported", "own")
    values = ((name, getattr(position, name)) for name in names)
    return {name: None if value is None else round(value, 3) for name, value in values}


def _work(key: str, graph: ArgumentGraph, documents: Mapping[str, Document]) -> dict[str, Any]:
    reference, document = graph.works.get(key), documents.get(key)
    title = document.title if document and document.title else reference.title if reference else ""
    year = reference.year if reference else document.year if document else ""
    return {
        "label": reference.label if reference else key,
        "title": one_line(title),
        "year": int(year[:4]) if year[:4].isdecimal() else 0,
    }


def _claim(claim: Claim, scholar: int, paragraphs: _Paragraphs) -> dict[str, Any]:
    place = paragraphs.around(claim.paper, claim.span) if claim.span else None
    found: dict[str, Any] = {
        "id": claim.id,
        "scholar": scholar,
        "paper": claim.paper,
        "holder": claim.holder,
        "text": one_line(claim.text),
        "stance": claim.stance.value,
        "confidence": round(claim.confidence, 2),
        "origin": claim.origin.value,
    }
    if place:
        found["paragraph"], found["mark"] = place
    elif claim.evidence:
        found["evidence"] = one_line(claim.evidence)
    # What is empty is left out: the page takes a missing field for an empty one.
    rest = {"page": claim.page, "locator": claim.cited_at, "reported_by": claim.reported_by}
    rest |= {"rule": claim.rule, "coder": claim.coder, "note": claim.note}
    return found | {name: one_line(value) for name, value in rest.items() if value}


def _tie(tie: Tie, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "source": number[tie.source],
        "target": number[tie.target],
        "kind": tie.kind.value,
        "relations": [
            {
                "paper": relation.paper,
                "about": relation.target,
                "evidence": one_line(relation.evidence) or one_line(relation.note),
                "origin": relation.origin.value,
                "confidence": round(relation.confidence, 2),
                **({"undercuts": True} if relation.undercuts else {}),
            }
            for relation in tie.relations
        ],
    }


class _Paragraphs:
    """The paragraphs that hold evidence, each kept once."""

    def __init__(self, documents: Mapping[str, Document], around: int) -> None:
        self._documents, self._around = documents, around
        self._starts = {
            key: [block.span.start for block in document.blocks] for key, document in documents.items()
        }
        self._numbers: dict[tuple[str, Span], int] = {}
        self.found: list[str] = []

    def around(self, paper: str, span: Span) -> tuple[int, list[int]] | None:
        """The number of the paragraph around a span, and where in it the span begins and ends."""
        document = self._documents.get(paper)
        if document is None or span.end > len(document.text):
            return None
        last = bisect_right(self._starts[paper], span.start) - 1
        whole = document.blocks[last].span if last >= 0 else span
        # Evidence may go on in the next paragraph; a very long paragraph is cut around it.
        start = min(span.start, max(whole.start, span.start - self._around))
        end = max(span.end, min(whole.end, span.end + self._around))
        kept = Span(start, end)
        if (paper, kept) not in self._numbers:
            self._numbers[paper, kept] = len(self.found)
            before = "… " if start > whole.start else ""
            after = " …" if end < whole.end else ""
            self.found.append(before + kept.of(document.text) + after)
        shift = 2 if start > whole.start else 0
        return self._numbers[paper, kept], [span.start - start + shift, span.end - start + shift]
