"""debatemap evaluate: the last run against a gold coding of one of its papers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.gold_report import report
from debatemap.cli.options import AsJson, ProjectDir, project_of
from debatemap.cli.terminal import put, say, say_json
from debatemap.errors import CodingError, DebatemapError, ReadError
from debatemap.tables import read_claims, read_positions, read_relations
from debatemap.tables.columns import claim_row
from debatemap.tables.nearest import nearest

if TYPE_CHECKING:
    from debatemap.evaluation import Evaluation

BELOW = 1
FITTING = 0.5
"""So large a share of the coded passages begins where a word does; of places taken at random, a fifth."""


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Folder with claims.csv and relations.csv.")],
    *,
    directory: ProjectDir = None,
    paper: Annotated[
        str, typer.Option(metavar="KEY", help="The paper that was coded; else the one named like GOLD.")
    ] = "",
    source: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The text that the coding counts its characters in; else outputs/text/KEY.txt.",
            show_default=False,
        ),
    ] = None,
    before: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Only what begins before this character of that text."),
    ] = None,
    floor: Annotated[
        float | None,
        typer.Option(metavar="F", min=0, max=1, help="Exit with 1 when the F1 of scholars' claims is lower."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Score the last run against a gold coding.

    Who claims what (precision, recall, F1; for scholars and for the paper's own author), on which side,
    who supports and attacks whom, and where the scholars stand. Each figure with its 90 % bootstrap
    interval. Sentences that are coded by hand in the debate are left out, in gold and findings alike; the
    places of the scholars rest on them all the same.

    A gold coding is a folder with two tables. claims.csv: sid, start, end, holder, kind (claim, or
    mention where a holder is only named: no claim to be found there), stance (-1, 0, 1; neutral claims
    count for who claims what, not for a holder's coded mean), via, agreed (yes, or disputed, which counts
    neither way). relations.csv: sid, start, end, source, target, relation, agreed.

    \b
    Examples:
      debatemap evaluate gold/review-2004
      debatemap evaluate gold/review-2004 --source review.md --before 26000
      debatemap evaluate gold/review-2004 --floor 0.7 --json
    """
    project = project_of(directory)
    if not gold.is_dir():
        raise CodingError(
            "there is no such folder", where=gold, todo="Name one with claims.csv and relations.csv"
        )
    claims = read_claims(project.outputs / "claims.csv")
    relations = read_relations(project.outputs / "relations.csv")
    positions = read_positions(project.outputs / "positions.csv")
    texts = project.outputs / "text"
    key = _paper(paper, gold, sorted({path.stem for path in texts.glob("*.txt")}))
    path = source or texts / f"{key}.txt"
    # Seconds of imports that the help does without.
    from debatemap.evaluation import evaluate as score  # noqa: PLC0415
    from debatemap.evaluation.gold import read_gold_claims  # noqa: PLC0415

    text = _read(path)
    _check_places([row.start for row in read_gold_claims(gold / "claims.csv")], text, gold, path)
    found = score(gold, text, claims, relations, positions, paper=key, before=before)
    if as_json:
        say_json(_data(key, found))
    else:
        for part in report(key, found):
            put(part)
    reached = found.attribution_scholar.f1.value
    if floor is not None and reached < floor:
        say(f"the F1 of scholars' claims is {reached:.3f}, below the floor of {floor:g}")
        raise typer.Exit(BELOW)


def _paper(written: str, gold: Path, known: list[str]) -> str:
    """The paper that is meant: as written, else named like the folder, else the only one."""
    name = written or gold.resolve().name
    if name in known:
        return name
    if not written and len(known) == 1:
        return known[0]
    near = nearest(name, known) if written else known[:6]
    raise DebatemapError(
        f'the last run has no paper "{name}"',
        todo=f"Name it: --paper {' or '.join(near)}"
        if near
        else "Add it and run: debatemap add, debatemap run",
    )


def _read(path: Path) -> str:
    if not path.is_file():
        raise ReadError("there is no such file", where=path, todo="Name the coded text: --source FILE")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(
            f"this is no UTF-8 text (byte {error.start})", where=path, todo="Save it as UTF-8"
        ) from None


def _check_places(starts: list[int], text: str, gold: Path, path: Path) -> None:
    """Figures against a text that the coding does not count in would mean nothing."""
    fitting = [
        0 <= start < len(text) and not text[start].isspace() and not text[max(start - 1, 0)].isalnum()
        for start in starts
        if start
    ]
    wrong = len(fitting) - sum(fitting)
    if wrong > (1 - FITTING) * len(fitting):
        raise CodingError(
            f"{wrong} of {len(fitting)} coded passages do not begin at a word of {path}",
            where=gold / "claims.csv",
            todo="Name the text that was coded: --source FILE",
        )


def _data(paper: str, found: Evaluation) -> dict[str, object]:
    return {"paper": paper, **asdict(found), "extras": [claim_row(claim) for claim in found.extras]}
