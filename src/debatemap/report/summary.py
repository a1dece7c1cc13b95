"""The debate in a paragraph of counts, the figure, and the table of scholars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debatemap.model import RelationKind, Stance
from debatemap.report.material import Material, is_placed, is_settled
from debatemap.report.words import counted, plain, quoted, signed, table


def summary(material: Material) -> Iterator[str]:
    """What the debate is about, how much was found, and who stands where."""
    debate = material.debate
    claims = [claim for claim in material.claims if claim.is_scholars]
    stances = Counter(claim.stance for claim in claims)
    papers = {claim.paper for claim in claims}
    owner = material.owners
    scholars = {owner.get(claim.holder, claim.scholar) for claim in claims}
    yield (
        f"The debate is about the thesis {quoted(debate.thesis)} "
        f"In {counted(len(papers), 'paper')}, {counted(len(claims), 'claim')} of "
        f"{counted(len(scholars), 'scholar')} (or groups who write together) were found: "
        f"{stances[Stance.SUPPORT]:,} for the thesis, {stances[Stance.ATTACK]:,} against it, "
        f"{stances[Stance.NEUTRAL]:,} neither. {_camps(material)} {_answers(material)}".strip()
    )


def _camps(material: Material) -> str:
    debate, rows = material.debate, material.scholars
    placed = [row for row in rows if is_placed(row)]
    against = [row.scholar for row in placed if is_settled(row) and row.position < 0]
    favour = [row.scholar for row in reversed(placed) if is_settled(row) and row.position > 0]
    parts = []
    for names, pole in ((against, debate.attack), (favour, debate.support)):
        who = f" ({plain('; '.join(names))})" if names else ""
        stand = "stands" if len(names) == 1 else "stand"
        parts.append(f"{counted(len(names), 'scholar')}{who} {stand} on the side of the {quoted(pole.name)}")
    between = len(placed) - len(against) - len(favour)
    told = f"{parts[0]}, {parts[1]}; for {between:,} the 90 % interval covers the middle"
    without = len(rows) - len(placed)
    return told + (f", and {without:,} made no claim for or against." if without else ".")


def _answers(material: Material) -> str:
    owner = material.owners
    between = [
        (owner.get(item.source, item.source), owner.get(item.target, item.target), item.relation)
        for item in material.relations
    ]
    pairs = [(source, target, kind) for source, target, kind in between if source != target]
    if not pairs:
        return ""
    parts = []
    for kind, verb in ((RelationKind.ATTACK, "attacked"), (RelationKind.SUPPORT, "supported")):
        targets = Counter(target for _, target, found in pairs if found is kind)
        if targets:
            most = min(targets, key=lambda name: (-targets[name], name))
            parts.append(f"most often {verb}: {plain(most)}, {targets[most]:,} of {targets.total():,} times")
    return f"The texts mark {counted(len(pairs), 'relation')} between scholars ({'; '.join(parts)})."


def figure(material: Material) -> Iterator[str]:
    """The picture of the axis with a caption that can be read without the text."""
    if not material.figure:
        return
    debate = material.debate
    caption = (
        f"Scholars between {quoted(debate.attack.name)} (−1) and {quoted(debate.support.name)} (+1). "
        "Disc: position, its area the number of claims, hollow where the side is not settled; "
        "bar: 90 % interval; solid green arrow: supports; dashed orange arrow: attacks."
    )
    yield f"![{caption}](<{material.figure}>)"


def scholars(material: Material) -> Iterator[str]:
    """A row a scholar, from the attacking pole to the supporting one."""
    heads = ("Scholar", "Works", "Position", "90 % interval", "Against", "For", "Neither", "Papers")
    works: dict[str, list[str]] = {}
    for row in material.positions:
        if row.holder:
            works.setdefault(row.scholar, []).append(row.year or "n.d.")
    rows = []
    for row in material.scholars:
        place = signed(row.position) if is_placed(row) else "–"
        interval = f"{signed(row.lower)} to {signed(row.upper)}" if is_placed(row) else "–"
        years = ", ".join(sorted(set(works.get(row.scholar, []))))
        counts = (f"{number:,}" for number in (row.attack, row.support, row.neutral, row.papers))
        rows.append((plain(row.scholar), plain(years), place, interval, *counts))
    yield table(heads, rows, left=2)
    yield (
        f"Position: −1 {quoted(material.debate.attack.statement)} to +1 "
        f"{quoted(material.debate.support.statement)} Papers: how many report claims of the scholar."
    )
