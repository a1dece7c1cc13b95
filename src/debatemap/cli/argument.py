"""The argument graph of the last run, made again from its tables."""

from __future__ import annotations

from dataclasses import replace

from debatemap.cli.results import Results
from debatemap.graph import build_graph
from debatemap.model import ArgumentGraph, Name, Origin, Reference, ScholarEntry
from debatemap.project import Project
from debatemap.tables import read_coded_relations


def graph_of(project: Project, results: Results) -> ArgumentGraph:
    """Claims and relations of the last run under the scholars of its table of positions.

    Works, scholars and years are those of positions.csv, so that no paper is read again. Coders and
    notes of relations, which outputs/relations.csv does not hold, are taken from claims/.
    """
    rows = [row for row in results.positions if row.holder]
    works: dict[str, list[str]] = {}
    for row in rows:
        works.setdefault(row.scholar, []).append(row.holder)
    entries = tuple(ScholarEntry(name, tuple(keys)) for name, keys in works.items())
    coded, _ = read_coded_relations(project.claims, known_holders=None)
    by_hand = {relation.id: relation for relation in coded}
    return build_graph(
        replace(project.debate, scholars=entries),
        (),
        results.claims,
        [
            replace(item, coder=by_hand[item.id].coder, note=by_hand[item.id].note)
            if item.origin is Origin.HAND and item.id in by_hand
            else item
            for item in results.relations
        ],
        {row.holder: Reference(row.holder, (Name(row.scholar),), row.year) for row in rows},
    )
