"""A dossier for the terminal: where somebody stands, what they claim and where it is written, who answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from debatemap.cli.axis import draw_axis, draw_poles
from debatemap.cli.overview import BEYOND_DOUBT
from debatemap.cli.results import Results, Subject
from debatemap.cli.terminal import AGAINST, FOR, count, signed
from debatemap.model import Claim, Debate, Origin, Position, Relation, RelationKind, Stance
from debatemap.tables.columns import claim_row, position_row, relation_row

SIDES = {
    Stance.ATTACK: ("Against the thesis", AGAINST),
    Stance.SUPPORT: ("For the thesis", FOR),
    Stance.NEUTRAL: ("Neither for nor against", ""),
}
LEAST = 0.005
"""A weaker pull would be shown as 0.00."""
MOST_NEUTRAL = 8
"""So many claims without a side are shown; the command that lists the others is named."""


def dossier(
    debate: Debate,
    results: Results,
    subject: Subject,
    width: int,
    *,
    pulls: Mapping[str, float],
    disputed: bool = False,
) -> Iterator[RenderableType]:
    """Everything the last run found about a scholar, a work or a claim, for so many characters a line.

    `pulls`: claim id → how far it pulls the position, negative toward the attacking pole; whoever's
    claim it is. `disputed`: what others report differs beyond doubt from what the own papers say.
    """
    claim = subject.claim
    if claim:
        title, colour = SIDES[claim.stance]
        head = Text(results.scholar_of(claim.holder), "bold").append(f"  {claim.holder}", "not bold dim")
        yield head.append(f"  {title.lower()}", f"not bold {colour}")
        yield from _claim(claim, pulls)
        return
    yield Text(subject.name, "bold")
    rows = [row for row in results.positions if row.holder in subject.works]
    own = [row for row in results.positions if row.scholar == subject.name and not row.holder]
    yield from _standing(debate, [*own, *rows], width, disputed=disputed)
    claims = strongest_first(claims_of(results, subject), pulls)
    yield from _sum(claims, pulls)
    for stance in (Stance.ATTACK, Stance.SUPPORT):
        yield from _claims(claims, stance, pulls)
    yield from _answers(results, subject)
    yield from _claims(claims, Stance.NEUTRAL, pulls, most=MOST_NEUTRAL)
    neutral = sum(item.stance is Stance.NEUTRAL for item in claims)
    if neutral > MOST_NEUTRAL:
        more = f"    and {neutral - MOST_NEUTRAL} more: debatemap claims list --stance neutral --scholar …"
        yield Text(more, "dim")


def claims_of(results: Results, subject: Subject) -> list[Claim]:
    """The claims a dossier lists: the one it is about, or all that its works hold."""
    if subject.claim:
        return [subject.claim]
    return [claim for claim in results.claims if claim.holder in subject.works]


def relations_of(results: Results, subject: Subject) -> list[Relation]:
    """The relations that begin or end at the dossier's works; none for a single claim."""
    if subject.claim:
        return []
    return [item for item in results.relations if {item.source, item.target} & subject.works]


def strongest_first(claims: Sequence[Claim], pulls: Mapping[str, float]) -> list[Claim]:
    """The claims that pull most before the others; equal ones stay as they were."""
    return sorted(claims, key=lambda claim: -abs(pulls.get(claim.id, 0.0)))


def dossier_data(results: Results, subject: Subject, pulls: Mapping[str, float]) -> dict[str, object]:
    """The dossier for scripts: rows with the columns of the three tables, and the pull of each claim."""
    rows = [
        row
        for row in results.positions
        if row.holder in subject.works or (row.scholar == subject.name and not row.holder)
    ]
    return {
        "name": subject.name,
        "works": sorted(subject.works),
        "positions": [position_row(row) for row in rows],
        "claims": [
            {**claim_row(claim), "pull": pulls.get(claim.id, 0.0)}
            for claim in strongest_first(claims_of(results, subject), pulls)
        ],
        "relations": [relation_row(item) for item in relations_of(results, subject)],
    }


def _standing(
    debate: Debate, rows: Sequence[Position], width: int, *, disputed: bool
) -> Iterator[RenderableType]:
    """The axis of the scholar, then of each work where there are several."""
    if len(rows) == 2 and not rows[0].holder:
        yield Text(f"{rows[1].holder}", "dim")
        rows = rows[:1]
    if not rows:
        return
    label = max(len(row.holder or "all works") for row in rows) + 2 if len(rows) > 1 else 0
    axis = max(15, min(61, width - label - 26))
    axis -= 1 - axis % 2
    yield ""
    yield Padding(draw_poles(debate.attack, debate.support, axis), (0, 0, 0, label))
    for row in rows:
        line = Text((row.holder or "all works").ljust(label) if label else "")
        line.append(draw_axis(row.position, row.lower, row.upper, axis))
        yield line.append(f"  {signed(row.position)}  ({signed(row.lower)} … {signed(row.upper)})")
    first = rows[0]
    told = [f"{count(first.papers, 'paper')} {'witnesses' if first.papers == 1 else 'witness'} it"]
    if first.reported is not None and first.own is not None:
        told.append(f"{signed(first.reported)} as others report it, {signed(first.own)} in own papers")
        if disputed:
            told.append(BEYOND_DOUBT)
    elif first.own is not None:
        told.append("from own papers alone")
    elif first.reported is not None:
        told.append("as others report it")
    yield Text("; ".join(told), "dim")


def _sum(claims: Sequence[Claim], pulls: Mapping[str, float]) -> Iterator[RenderableType]:
    """What all claims together pull to each side, and what comes from elsewhere: the place is their sum."""
    listed = {claim.id for claim in claims}
    by_stance = {
        stance: sum(pulls.get(claim.id, 0.0) for claim in claims if claim.stance is stance)
        for stance in Stance
    }
    told = [
        (by_stance[Stance.ATTACK], "by claims against"),
        (by_stance[Stance.SUPPORT], "by claims for"),
        (by_stance[Stance.NEUTRAL], "by claims that are neither"),
        (sum(pull for key, pull in pulls.items() if key not in listed), "through relations and other works"),
    ]
    parts = [Text.assemble(_pull(pull), f" {what}") for pull, what in told if abs(pull) >= LEAST]
    if parts:
        yield Text("pulled ", "dim").append(Text(", ").join(parts))


def _pull(pull: float) -> tuple[str, str]:
    """A pull and its colour: ◂ 0.12 toward the attacking pole, 0.08 ▸ toward the supporting one."""
    return (f"◂ {-pull:.2f}", AGAINST) if pull < 0 else (f"{pull:.2f} ▸", FOR)


def _claims(
    claims: Sequence[Claim], stance: Stance, pulls: Mapping[str, float], *, most: int | None = None
) -> Iterator[RenderableType]:
    """The claims on one side, at most so many, under a title with their number."""
    title, colour = SIDES[stance]
    chosen = [claim for claim in claims if claim.stance is stance]
    if chosen:
        yield ""
        yield Text(f"{title} ", f"bold {colour}").append(f"{len(chosen)}", f"not bold {colour}")
        for claim in chosen[:most]:
            yield from _claim(claim, pulls)


def _claim(claim: Claim, pulls: Mapping[str, float]) -> Iterator[RenderableType]:
    """The claim, its evidence, its pull and place. Words that stand in the evidence are bold in it."""
    # A claim is written as a sentence of its own, with a capital and a full stop.
    words = claim.text.rstrip(".")
    inside = claim.evidence.lower().find(words.lower())
    if claim.evidence and inside >= 0:
        evidence = Text(f"“{claim.evidence}”")
        evidence.stylize("bold", inside + 1, inside + 1 + len(words))
        yield _item(evidence)
    else:
        yield _item(Text(claim.text, "bold"))
        if claim.evidence:
            yield Padding(Text(f"“{claim.evidence}”"), (0, 0, 0, 4))
    place = Text(" · ".join(_place(claim)), "dim")
    pull = pulls.get(claim.id, 0.0)
    if abs(pull) >= LEAST:
        place = Text.assemble(_pull(pull), "  ", place)
    yield Padding(place, (0, 0, 0, 4))
    if claim.note:
        yield Padding(Text(f"note: {claim.note}", "dim"), (0, 0, 0, 4))


def _item(text: Text) -> RenderableType:
    """A paragraph whose further lines stand under the first word, not under the bullet."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row("  •", text)
    return grid


def _place(claim: Claim) -> Iterator[str]:
    yield claim.paper + (f", p. {claim.page}" if claim.page else "")
    if claim.locator:
        yield f"cites {claim.cited_at}"
    if claim.reported_by:
        yield f"reported by {claim.reported_by}"
    if claim.origin is Origin.HAND:
        yield f"coded by hand{f' ({claim.coder})' if claim.coder else ''}"
    else:
        yield f"extracted: {claim.rule}" if claim.rule else "extracted"
        yield f"{claim.confidence:.0%} sure"
    yield claim.id


def _answers(results: Results, subject: Subject) -> Iterator[RenderableType]:
    """Who attacks and supports, and who is attacked and supported: one line a relation. What one work of a
    scholar says of another is told once."""
    ours, theirs = (True, False), (False, True)
    groups = (
        ("Attacked by", RelationKind.ATTACK, theirs, AGAINST),
        ("Supported by", RelationKind.SUPPORT, theirs, FOR),
        ("Attacks", RelationKind.ATTACK, ours, AGAINST),
        ("Supports", RelationKind.SUPPORT, ours, FOR),
        ("Turns against own work", RelationKind.ATTACK, (True, True), AGAINST),
        ("Stands by own work", RelationKind.SUPPORT, (True, True), FOR),
    )
    for title, kind, ends, colour in groups:
        chosen = [
            item
            for item in relations_of(results, subject)
            if item.relation is kind and (item.source in subject.works, item.target in subject.works) == ends
        ]
        if not chosen:
            continue
        yield ""
        yield Text(f"{title} ", f"bold {colour}").append(f"{len(chosen)}", f"not bold {colour}")
        for item in chosen:
            other = item.source if ends == theirs else item.target
            line = Text(results.scholar_of(other))
            line.append(f"  {other}" + (f" · in {item.paper}" if item.paper != other else ""), "dim")
            if item.origin is Origin.HAND:
                line.append(" · coded by hand", "dim")
            if item.undercuts:
                line.append(" · undercuts: the inference, not the claim", "dim")
            yield _item(line)
            if item.evidence:
                yield Padding(Text(f"“{item.evidence}”"), (0, 0, 0, 4))
