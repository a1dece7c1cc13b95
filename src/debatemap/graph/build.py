"""One argument graph from what the papers say and what people coded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from debatemap.graph.override import match_claims, match_relations, override_extracted, override_relations
from debatemap.graph.scholars import group_scholars
from debatemap.graph.witnesses import join_restatements
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

    `self` becomes the paper's own key, another key of a known work (`Reference.aliases`) the work's own;
    rejected rows and those that hand coding overrides are left out, and so are relations of a work to
    itself. Claims of `other:` holders are kept, under no scholar. A work that `references` does not know
    gets a reference made from the paper's own metadata, from its authors as a claim names them or, last,
    from its key.
    """
    keys = _other_keys(references)
    kept = [
        claim
        for claim in override_extracted([_with_key(claim, keys) for claim in claims])
        if claim.status is not Status.REJECTED
    ]
    answers = [
        relation
        for relation in override_relations([_with_keys(relation, keys) for relation in relations])
        if relation.status is not Status.REJECTED and relation.source != relation.target
    ]
    holders = {claim.holder for claim in kept} | {end for r in answers for end in (r.source, r.target)}
    named = {claim.holder: claim.scholar for claim in reversed(kept) if claim.scholar}
    works = {
        key: _reference(key, references, documents, named.get(key, ""))
        for key in sorted(holders)
        if not key.startswith(OTHER)
    }
    scholars = tuple(group_scholars(works, works, debate))
    shown = {work: scholar.name for scholar in scholars for work in scholar.works}
    return ArgumentGraph(
        debate=debate,
        scholars=scholars,
        claims=tuple(replace(claim, scholar=shown.get(claim.holder, claim.scholar)) for claim in kept),
        relations=tuple(answers),
        works=works,
        restates=join_restatements(kept),
    )


def idle_rows(
    claims: Sequence[Claim], relations: Sequence[Relation], references: Mapping[str, Reference]
) -> list[Claim | Relation]:
    """The hand-coded rows that are to drop something and find nothing to drop."""
    keys = _other_keys(references)
    claims_of = match_claims([_with_key(claim, keys) for claim in claims])
    relations_of = match_relations([_with_keys(relation, keys) for relation in relations])
    idle: list[Claim | Relation] = []
    idle += [hand for hand, found in claims_of if hand.status is Status.REJECTED and not found]
    idle += [hand for hand, found in relations_of if hand.status is Status.REJECTED and not found]
    return idle


def _other_keys(references: Mapping[str, Reference]) -> dict[str, str]:
    """Alias → key, where it is nobody's own key and one work's alone."""
    owners: dict[str, set[str]] = defaultdict(set)
    for key, reference in references.items():
        for alias in reference.aliases:
            owners[alias].add(key)
    return {alias: min(keys) for alias, keys in owners.items() if len(keys) == 1 and alias not in references}


def _with_key(claim: Claim, keys: Mapping[str, str]) -> Claim:
    holder = claim.paper if claim.holder == SELF else keys.get(claim.holder, claim.holder)
    return claim if holder == claim.holder else replace(claim, holder=holder)


def _with_keys(relation: Relation, keys: Mapping[str, str]) -> Relation:
    source, target = (
        relation.paper if end == SELF else keys.get(end, end) for end in (relation.source, relation.target)
    )
    return replace(relation, source=source, target=target)


def _reference(
    key: str, references: Mapping[str, Reference], documents: Sequence[Document], named: str
) -> Reference:
    """The work, whether the bibliography, the paper itself or nothing but its key tells of it; `named`: its
    authors as a text names them, "" where none does."""
    known = references.get(key)
    if known is not None and known.authors:
        return known
    document = next((document for document in documents if document.key == key), None)
    if document is not None:
        authors = document.authors or (Name(document.title or key),)
        return Reference(key, authors, document.year, document.title, doi=document.doi)
    *names, year = key.split("-")
    dated = year[:4].isdigit()
    family = named or " ".join(
        name.capitalize() for name in (names if dated or year.startswith("nd") else [*names, year])
    )
    return Reference(key, (Name(family or key),), year[:4] if dated else "", suffix=year[4:] if dated else "")
