"""Which works belong to which scholar, and the name under which they are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from debatemap.model import Debate, Reference, Scholar, fold
from debatemap.model.reference import short_names


def group_scholars(
    works: Iterable[str], references: Mapping[str, Reference], debate: Debate
) -> list[Scholar]:
    """Every work under exactly one scholar, sorted by name; works oldest first.

    The debate's own entries come first; other works belong together when the same authors wrote them.
    Lee and Shen together are another scholar than Lee alone, and namesakes whose initials differ stay
    apart, the initials then being shown.
    """
    wanted = sorted(set(works))
    named = {work: entry.name for entry in debate.scholars for work in entry.works}
    groups: dict[str, list[str]] = defaultdict(list)
    by_authors: dict[tuple[tuple[str, str], ...], list[str]] = defaultdict(list)
    for work in wanted:
        if work in named:
            groups[named[work]].append(work)
        else:
            by_authors[_authors(references[work])].append(work)
    merged = _join_unknown_initials(by_authors)
    shown = Counter(_name(references[group[0]]) for group in merged)
    for group in merged:
        reference = references[group[0]]
        name = _name(reference)
        if shown[name] > 1 or name in groups:
            name = _name(reference, initials=True)
        groups[name].extend(group)
    return [
        Scholar(name, tuple(sorted(group, key=lambda work: (references[work].year or "9999", work))))
        for name, group in sorted(groups.items(), key=lambda item: (fold(item[0]), item[0]))
    ]


def _authors(reference: Reference) -> tuple[tuple[str, str], ...]:
    more = (("et al.", ""),) if reference.et_al else ()
    return tuple((fold(name.family), fold(name.given)[:1]) for name in reference.authors) + more


def _join_unknown_initials(groups: Mapping[tuple[tuple[str, str], ...], list[str]]) -> list[list[str]]:
    """Authors printed without initials are the only ones of that name who have them."""
    families: dict[tuple[str, ...], list[tuple[tuple[str, str], ...]]] = defaultdict(list)
    for authors in sorted(groups):
        families[tuple(family for family, _ in authors)].append(authors)
    joined: list[list[str]] = []
    for variants in families.values():
        bare = [v for v in variants if not any(initial for _, initial in v)]
        full = [v for v in variants if v not in bare]
        if bare and len(full) == 1:
            joined.append(sorted(groups[bare[0]] + groups[full[0]]))
        else:
            joined.extend(sorted(groups[variant]) for variant in variants)
    return joined


def _name(reference: Reference, *, initials: bool = False) -> str:
    families = [
        f"{name.given[:1]}. {name.family}" if initials and name.given else name.family
        for name in reference.authors
    ]
    return short_names(families, et_al=reference.et_al) if families else reference.key
