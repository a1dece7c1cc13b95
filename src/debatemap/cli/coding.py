"""A claim coded at the command line: completed by asking and from the bibliography, then written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from debatemap.cli.library import Library, open_library
from debatemap.cli.terminal import put, say, shown
from debatemap.corpus import key_of
from debatemap.errors import CodingError
from debatemap.graph import override_extracted
from debatemap.model import Claim, Document, Origin, Stance, Status, Via
from debatemap.project import Project
from debatemap.tables import read_claims, read_coded_claims
from debatemap.tables.append import append_claim
from debatemap.tables.coded import claim_id, known_holder
from debatemap.tables.columns import CLAIM_COLUMNS
from debatemap.tables.nearest import nearest
from debatemap.tables.placing import place_evidence

TABLE, CORRECTIONS = "by-hand.csv", "corrections.csv"


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as far as it is written; "" or None where something is still to come."""

    paper: str
    holder: str
    claim: str
    stance: Stance | None
    locator: str = ""
    evidence: str = ""
    coder: str = ""
    note: str = ""

    @property
    def missing(self) -> list[str]:
        """The required cells that are still empty."""
        return [name for name in ("paper", "holder", "claim", "stance") if not getattr(self, name)]


class Interview:
    """Asks for what a draft lacks, when somebody is there to be asked, and finds out whom it means."""

    def __init__(self, project: Project, *, asking: bool) -> None:
        self.project = project
        self.asking = asking
        self.library = open_library(project)

    def complete(self, draft: Draft) -> Draft:
        """The draft with everything a row needs. Raises CodingError when a holder is nobody known."""
        asked = bool(draft.missing)
        paper = self.paper(
            draft.paper or _ask("Paper in which it stands", next(iter(self.library.papers), ""))
        )
        holder = self.holder(draft.holder) if draft.holder else self._ask_holder()
        draft = replace(
            draft,
            paper=paper,
            holder=holder,
            claim=draft.claim or _ask("What is claimed, in your words"),
            stance=draft.stance or _ask_stance(),
        )
        if asked:
            draft = replace(
                draft,
                locator=draft.locator or _ask("Page of the holder's work (or nothing)", optional=True),
                evidence=draft.evidence or _ask("Sentence, word for word (or nothing)", optional=True),
            )
        return draft

    def paper(self, written: str) -> str:
        """The key of the paper, which may be named by its file, too."""
        key = key_of(Path(written)) if written not in self.library.papers else written
        return key if key in self.library.papers else written

    def _ask_holder(self) -> str:
        while True:
            try:
                return self.holder(_ask("Whose claim (work, self, other:NAME)"))
            except CodingError as error:
                put(f"{error.found}. {error.todo}", whole_lines=True)

    def holder(self, written: str) -> str:
        """The key of the one who holds the claim, chosen from what the bibliography offers."""
        with suppress(LookupError):
            return known_holder(written, self.library.spellings)
        found, sure = self.library.matches(written)
        if not sure:
            # The papers' own lists of references know more works than the bibliography.
            self.library = open_library(self.project, with_papers=True)
            found, sure = self.library.matches(written)
        if sure and len(found) == 1:
            return found[0]
        if found and self.asking:
            return _choose(self.library, found)
        raise CodingError(
            f'"{written}" may be several works' if sure else f'"{written}" is not in the bibliography',
            where="--holder",
            todo=f"Did you mean {', '.join(found[:6])}?"
            if found
            else "Add the work to a bibliography, or write other:NAME for a speaker who is no scholar",
        )


def write_draft(project: Project, draft: Draft, *, papers: Collection[str]) -> None:
    """Append the draft to claims/by-hand.csv and say so. Raises CodingError when the claim is there.

    `papers`: the keys of the corpus; any other is told, for it may be misspelt.
    """
    cells = {name: " ".join(getattr(draft, name).split()) for name in ("paper", "holder", "claim", "locator")}
    cells |= {"stance": draft.stance.value if draft.stance else "", "evidence": draft.evidence.strip()}
    cells |= {"coder": draft.coder.strip(), "note": draft.note.strip()}
    known, _ = read_coded_claims(project.claims, known_holders=None)
    number = claim_id(
        cells["paper"], cells["holder"], cells["claim"], locator=cells["locator"], coder=cells["coder"]
    )
    if any(claim.id == number for claim in known):
        raise CodingError(
            "this claim is coded already",
            where=project.claims,
            todo="Change its row there, or say who codes: --coder",
        )
    table = project.claims / TABLE
    line = append_claim(table, cells)
    said = f"{cells['holder']} · {cells['stance']} · {cells['claim']}"
    put(f"wrote {shown(table)}:{line}: {said}", whole_lines=True)
    for told in _consequences(project, cells):
        say(told) if told.startswith("warning") else put(told, whole_lines=True)
    if draft.paper not in papers:
        near = nearest(draft.paper, papers, least=70)
        hint = f"; did you mean {near[0]}?" if near else "; that may be as you want it"
        say(f'warning: paper "{draft.paper}" is not in the corpus{hint}')


def write_correction(project: Project, found: Claim, cells: Mapping[str, str]) -> None:
    """Append a row that takes the place of an extracted claim to claims/corrections.csv, and say so.

    `cells`: what the person said, by column. Raises CodingError when that claim is corrected already.
    """
    known, _ = read_coded_claims(project.claims, known_holders=None)
    if any(claim.id == found.id for claim in known):
        raise CodingError(
            f'the claim "{found.id}" is corrected already', where=project.claims, todo="Change its row there"
        )
    place = {"start": str(found.span.start), "end": str(found.span.end)} if found.span else {}
    kept = {
        "page": found.page,
        "locator": found.locator,
        "via": found.via.value,
        "reported_by": found.reported_by,
    }
    row = {"id": found.id, "paper": found.paper, **cells, **kept, "evidence": found.evidence, **place}
    table = project.claims / CORRECTIONS
    line = append_claim(table, row, columns=CLAIM_COLUMNS)
    dropped = cells["status"] == Status.REJECTED.value
    said = "dropped" if dropped else f"{cells['holder']} · {cells['stance']}"
    put(f"wrote {shown(table)}:{line}: {said} · {cells['claim']}", whole_lines=True)


def _consequences(project: Project, cells: Mapping[str, str]) -> Iterator[str]:
    """What the row does to the claims of the last run, as far as there was one."""
    tables = project.outputs / "claims.csv", project.outputs / "text" / f"{cells['paper']}.txt"
    if not (cells["paper"] and all(path.is_file() for path in tables)):
        return
    found = [claim for claim in read_claims(tables[0]) if claim.origin is Origin.EXTRACTED]
    document = Document(cells["paper"], tables[1].read_text(encoding="utf-8"), ())
    coded = Claim(
        "", cells["paper"], cells["holder"], "", cells["claim"], Stance(cells["stance"]), 1.0, Via.NARRATIVE,
        cells["evidence"], None, origin=Origin.HAND, status=Status.ACCEPTED,
    )  # fmt: skip
    placed, there = place_evidence(coded, {document.key: document})
    if not there:
        yield f'warning: this evidence does not stand in "{document.key}" word for word; it leads nowhere'
    kept = {claim.id for claim in override_extracted([*found, placed])}
    for claim in found:
        if claim.id not in kept and claim.status is not Status.REJECTED:
            yield f"takes the place of: {claim.scholar or claim.holder} · {claim.stance.value} · {claim.text}"


def _ask(question: str, default: str = "", *, optional: bool = False) -> str:
    answer: str = typer.prompt(
        question, default=default if default or optional else None, show_default=bool(default)
    )
    return answer.strip()


def _ask_stance() -> Stance:
    while True:
        written = _ask("Toward the thesis: support, attack or neutral").lower()
        found = [stance for stance in Stance if written and stance.value.startswith(written)]
        if len(found) == 1:
            return found[0]


def _choose(library: Library, found: list[str]) -> str:
    for number, key in enumerate(found, start=1):
        put(f"  {number}  {key}  {library.label(key)}", whole_lines=True)
    chosen: int = typer.prompt("Which", type=int, default=1)
    if not 1 <= chosen <= len(found):
        raise CodingError(f"there is no number {chosen}", where="--holder", todo=f"Choose 1 to {len(found)}")
    return found[chosen - 1]
