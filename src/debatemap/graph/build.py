"""One argument graph from what the papers say and what people coded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from debatemap.graph.override import override_extracted
from debatemap.graph.scholars import group_scholars
from debatemap.model import (
    ArgumentGraph,
    Claim,
    Debate,
    Document,
    Name,
    Reference,
    Relation,
    Status,
)
from debatemap.model.claim import OTHER, SELF


def build_graph(
    debate: Debate,
    documents: Sequence[Document],
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    references: Mapping[str, Reference],
) -> ArgumentGraph:
    """Put claims and relations under scholars.

    `self` becomes the paper's own key; rejected rows and those that hand coding overrides are left
    out, and so are relations of a work to itself. A work that `references` does not know gets a
    reference made from its key.
    """
    kept = override_extracted([_own_key(claim) for claim in claims if claim.status is not Status.REJECTED])
    answers = [
        _own_keys(relation)
        for relation in relations
        if relation.status is not Status.REJECTED and relation.source != relation.target
    ]
    answers = [relation for relation in answers if relation.source != relation.target]
    holders = {claim.holder for claim in kept} | {end for r in answers for end in (r.source, r.target)}
    works = {
        key: _reference(key, references, documents) for key in sorted(holders) if not key.startswith(OTHER)
    }
    scholars = tuple(group_scholars(works, works, debate))
    shown = {work: scholar.name for scholar in scholars for work in scholar.works}
    return ArgumentGraph(
        debate=debate,
        scholars=scholars,
        claims=tuple(replace(claim, scholar=shown.get(claim.holder, claim.scholar)) for claim in kept),
        relations=tuple(answers),
        works=works,
    )


def _own_key(claim: Claim) -> Claim:
    return replace(claim, holder=claim.paper) if claim.holder == SELF else claim


def _own_keys(relation: Relation) -> Relation:
    ends = {end: relation.paper if end == SELF else end for end in (relation.source, relation.target)}
    return replace(relation, source=ends[relation.source], target=ends[relation.target])


def _reference(key: str, references: Mapping[str, Reference], documents: Sequence[Document]) -> Reference:
    """The work, whether the bibliography, the paper itself or nothing but its key tells of it."""
    known = references.get(key)
    if known is not None and known.authors:
        return known
    document = next((document for document in documents if document.key == key), None)
    if document is not None:
        authors = document.authors or (Name(document.title or key),)
        return Reference(key, authors, document.year, document.title, doi=document.doi)
    *names, year = key.split("-")
    dated = year[:4].isdigit()
    family = " ".join(
        name.capitalize() for name in (names if dated or year.startswith("nd") else [*names, year])
    )
    return Reference(key, (Name(family or key),), year[:4] if dated else "", suffix=year[4:] if dated else "")
