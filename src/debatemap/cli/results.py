"""What the last run wrote, read back, and the finding of scholars, works and claims in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from debatemap.cli.terminal import say
from debatemap.errors import DebatemapError
from debatemap.model import Claim, Position, Relation, Status
from debatemap.model.claim import OTHER, SELF
from debatemap.project import FILE, Project
from debatemap.tables import DEBATE, is_toward, read_claims, read_positions, read_relations
from debatemap.tables.nearest import nearest, plain


@dataclass(frozen=True, slots=True)
class Results:
    """The three tables; the author of a paper stands under the paper's key, no longer as `self`."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    positions: tuple[Position, ...]

    def scholar_of(self, work: str) -> str:
        """The name under which the author of a work is shown."""
        if work.startswith(OTHER):
            return work[len(OTHER) :]
        named = (row.scholar for row in self.positions if row.holder == work)
        claimed = (claim.scholar for claim in self.claims if claim.holder == work and claim.scholar)
        return next(named, next(claimed, work))


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom or what a dossier is about. `works`: the keys under it; `claim`: set when it is one claim."""

    name: str
    works: frozenset[str]
    claim: Claim | None = None


def work_of(claim: Claim) -> str:
    """The key under which the claim's holder stands: the paper's own for `self`."""
    return claim.paper if claim.holder == SELF else claim.holder


def load_results(project: Project) -> Results:
    """The tables in the debate's outputs. Raises CodingError when nothing was written yet."""
    folder = project.outputs
    claims = read_claims(folder / "claims.csv")
    relations = read_relations(folder / "relations.csv")
    return Results(
        claims=tuple(
            replace(claim, holder=work_of(claim)) for claim in claims if claim.status is not Status.REJECTED
        ),
        relations=tuple(
            replace(
                relation,
                source=relation.paper if relation.source == SELF else relation.source,
                target=relation.paper if relation.target == SELF else relation.target,
            )
            for relation in relations
            if relation.status is not Status.REJECTED
        ),
        positions=tuple(read_positions(folder / "positions.csv")),
    )


def tell_if_changed(project: Project) -> None:
    """Warn when debate.toml has another thesis or other poles than the last run had."""
    try:
        refuse_if_changed(project)
    except DebatemapError as error:
        say(f"warning: {error}")


def refuse_if_changed(project: Project) -> None:
    """Raises DebatemapError when debate.toml has another thesis or other poles than the last run had."""
    if not is_toward(project.outputs / DEBATE, project.debate):
        raise DebatemapError(
            "thesis or poles were changed since the last run, whose stances are toward the old ones",
            where=project.folder / FILE,
            todo="Find them anew: debatemap run",
        )


def find_subject(results: Results, written: str) -> Subject:
    """The scholar, work or claim that a person means; case, accents, hyphens, "and" do not matter.

    A claim is named by its id or the beginning of it (four digits or more); a scholar also by words
    of the name that are nobody else's. Raises DebatemapError that names the nearest ones.
    """
    scholars: dict[str, set[str]] = {}
    for row in results.positions:
        scholars.setdefault(row.scholar, set()).update([row.holder] if row.holder else [])
    for claim in results.claims:
        scholars.setdefault(results.scholar_of(work_of(claim)), set()).add(work_of(claim))
    wanted = plain(written)
    if wanted == SELF:
        raise DebatemapError('"self" is the author of each paper', todo="Name the author, or the paper's key")

    for name, keys in scholars.items():
        if plain(name) == wanted:
            return Subject(name, frozenset(keys))
    for keys in scholars.values():
        for work in keys:
            if plain(work) == wanted:
                return Subject(work, frozenset([work]))
    found = [claim for claim in results.claims if len(wanted) >= 4 and claim.id.startswith(wanted)]
    if len(found) == 1:
        return Subject(found[0].id, frozenset([found[0].holder]), found[0])
    partly = [name for name in scholars if wanted and set(wanted.split()) <= set(plain(name).split())]
    if len(partly) == 1:
        return Subject(partly[0], frozenset(scholars[partly[0]]))
    raise _unknown(written, partly, [*scholars, *(work for keys in scholars.values() for work in keys)])


def _unknown(written: str, partly: list[str], names: list[str]) -> DebatemapError:
    if partly:
        listed = ", ".join(f'"{name}"' for name in sorted(partly)[:6])
        return DebatemapError(f'"{written}" may be several scholars', todo=f"Name one of {listed}")
    near = nearest(written, names, least=50)
    listed = ", ".join(f'"{name}"' for name in near)
    return DebatemapError(
        f'no scholar, work or claim "{written}"',
        todo=f"Did you mean {listed}?" if near else "All of them: debatemap show",
    )
