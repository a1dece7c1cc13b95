"""Claims and relations that people code by hand, in claims/*.csv."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from debatemap.corpus import key_of
from debatemap.errors import CodingError
from debatemap.model import (
    Claim,
    Document,
    Origin,
    Relation,
    RelationKind,
    Span,
    Stance,
    Status,
    Via,
    content_id,
)
from debatemap.model.claim import OTHER, SELF
from debatemap.tables.columns import CLAIM_COLUMNS, RELATION_COLUMNS
from debatemap.tables.nearest import nearest
from debatemap.tables.placing import Coded, place_evidence
from debatemap.tables.sheet import Row, Sheet, read_sheet

CLAIM_REQUIRED = ("paper", "holder", "claim", "stance")
RELATION_REQUIRED = ("paper", "source", "target", "relation")
RELATION_KNOWN = (*RELATION_COLUMNS, "coder", "note")
TABLES = frozenset((".csv", ".tsv", ".xlsx", ".xls", ".ods", ".numbers"))

Choice = TypeVar("Choice", bound=StrEnum)


def read_coded_claims(
    folder: Path,
    *,
    known_holders: Collection[str] | None,
    aliases: Mapping[str, str] | None = None,
    papers: Mapping[str, Document] | None = None,
) -> tuple[list[Claim], list[str]]:
    """Claims from every table in `folder` that is no table of relations, and warnings.

    A row needs paper, holder, claim and stance. The holder is one of `known_holders` (None: any),
    `self`, or `other:<name>`; `aliases` says which key another spelling stands for. Left empty, `id`
    is made from the content, `confidence` is 1, `via` narrative and `status` accepted; `origin` is
    always hand. Rows said twice count once, with a warning; so do unknown columns, and files and folders
    in `folder` that are no csv. With `papers` (key →
    document), evidence gets its place, and evidence that is not there and a paper that nobody knows are
    warnings. A missing folder gives nothing. Raises CodingError with file and line.
    """
    found: dict[str, Claim] = {}
    warnings = [f"{path}: only .csv files are read here; save it as CSV" for path in _unread(folder)]
    known = _spellings(known_holders, aliases)
    for sheet in _sheets(folder):
        if is_relations(sheet):
            continue
        _check_columns(sheet, CLAIM_REQUIRED, CLAIM_COLUMNS, warnings)
        for row in sheet.rows:
            claim = _claim(sheet.path, row, known, papers)
            if papers is not None:
                claim = _placed(claim, f"{sheet.path}:{row.line}", papers, known, warnings)
            _add(found, claim, sheet.path, row, warnings)
    return list(found.values()), warnings


def read_coded_relations(
    folder: Path,
    *,
    known_holders: Collection[str] | None,
    aliases: Mapping[str, str] | None = None,
    papers: Mapping[str, Document] | None = None,
) -> tuple[list[Relation], list[str]]:
    """Relations from every table in `folder` with the columns source, target and relation; warnings.

    A row needs paper, source, target and relation; otherwise as `read_coded_claims`.
    """
    found: dict[str, Relation] = {}
    warnings: list[str] = []
    known = _spellings(known_holders, aliases)
    for sheet in _sheets(folder):
        if not is_relations(sheet):
            continue
        _check_columns(sheet, RELATION_REQUIRED, RELATION_KNOWN, warnings)
        for row in sheet.rows:
            relation = _relation(sheet.path, row, known, papers)
            if papers is not None:
                relation = _placed(relation, f"{sheet.path}:{row.line}", papers, known, warnings)
            _add(found, relation, sheet.path, row, warnings)
    return list(found.values()), warnings


def is_relations(sheet: Sheet) -> bool:
    """A table of relations is told by its columns, whatever the file's name."""
    return {"source", "target", "relation"} <= set(sheet.columns)


def claim_id(paper: str, holder: str, claim: str, *, locator: str = "", coder: str = "") -> str:
    """The id of a hand-coded claim. The stance is left out: a coder who thinks again keeps the id."""
    return content_id("hand", paper, holder, claim, locator, coder)


def _spellings(keys: Collection[str] | None, aliases: Mapping[str, str] | None) -> dict[str, str] | None:
    """Every way to write a holder, and the key that it stands for."""
    return None if keys is None else dict(aliases or {}) | {key: key for key in keys}


def _sheets(folder: Path) -> Iterator[Sheet]:
    for path in _entries(folder):
        if path.suffix.lower() == ".csv" and path.is_file():
            sheet = read_sheet(path, (*CLAIM_COLUMNS, *RELATION_KNOWN))
            if sheet:
                yield sheet


def _unread(folder: Path) -> list[Path]:
    """Tables in other formats, and folders that hold tables."""
    return [
        path
        for path in _entries(folder)
        if (path.is_dir() and any(map(_is_table, path.iterdir())))
        or (path.is_file() and _is_table(path) and path.suffix.lower() != ".csv")
    ]


def _is_table(path: Path) -> bool:
    return path.suffix.lower() in TABLES


def _entries(folder: Path) -> list[Path]:
    # Hidden files are the locks and leftovers of spreadsheets.
    return sorted(path for path in folder.glob("*") if not path.name.startswith((".", "~")))


def _check_columns(
    sheet: Sheet, required: tuple[str, ...], known: tuple[str, ...], warnings: list[str]
) -> None:
    unknown = [name for name in sheet.columns if name not in known]
    for name in required:
        if name not in sheet.columns:
            near = nearest(name, unknown, least=60)
            found = f', but there is "{near[0]}"' if near else ""
            raise CodingError(
                f'there is no column "{name}"{found}',
                where=sheet.path,
                line=sheet.header_line,
                todo=f"The first row names the columns: {', '.join(required)}",
            )
    for name in unknown:
        near = nearest(name, [column for column in known if column not in sheet.columns], least=60)
        hint = f'; did you mean "{near[0]}"?' if near else ""
        warnings.append(
            f'{sheet.path}:{sheet.header_line}: column "{name}" is unknown and was not read{hint}'
        )


def _paper(written: str, papers: Mapping[str, Document] | None) -> str:
    """The key of the paper, which may be written as its file's name or in other letters."""
    if papers is None or written in papers:
        return written
    by_case = {key.casefold(): key for key in papers}
    return by_case.get(written.casefold()) or by_case.get(key_of(Path(written)).casefold(), written)


def _placed(
    item: Coded,
    row: str,
    papers: Mapping[str, Document],
    known: Mapping[str, str] | None,
    warnings: list[str],
) -> Coded:
    """The item with its place in the paper; what is wrong with either goes into `warnings`."""
    placed, found = place_evidence(item, papers)
    if not found:
        warnings.append(
            f'{row}: this evidence does not stand in "{item.paper}" word for word; '
            "the row counts all the same, but leads to no place"
        )
    if item.paper not in papers and item.paper not in (known or {}):
        near = nearest(item.paper, papers, least=60)
        hint = f'; did you mean "{near[0]}"?' if near else ""
        told = f'paper "{item.paper}" is neither in the corpus nor in a bibliography{hint}'
        if not any(told in warning for warning in warnings):
            warnings.append(f"{row}: {told}")
    return placed


def _add(found: dict[str, Coded], item: Coded, path: Path, row: Row, warnings: list[str]) -> None:
    earlier = found.get(item.id)
    if earlier is None:
        found[item.id] = item
    elif earlier == item:
        warnings.append(f"{path}:{row.line}: this row was said before; it counts once")
    else:
        raise CodingError(
            f'another row has the id "{item.id}"'
            if row.get("id")
            else "another row has the same paper, holder, words, locator and coder, but differs otherwise",
            where=path,
            line=row.line,
            todo="Keep one of the two rows" + (", or leave the id empty" if row.get("id") else ""),
        )


def _claim(
    path: Path, row: Row, known: Mapping[str, str] | None, papers: Mapping[str, Document] | None
) -> Claim:
    for column in CLAIM_REQUIRED:
        _required(path, row, column)
    holder = _holder(path, row, "holder", known)
    text, locator, coder = (row.get(name) for name in ("claim", "locator", "coder"))
    paper = _paper(row.get("paper"), papers)
    return Claim(
        id=row.get("id") or claim_id(paper, holder, text, locator=locator, coder=coder),
        paper=paper,
        holder=holder,
        scholar=row.get("scholar") or (holder.removeprefix(OTHER) if holder.startswith(OTHER) else ""),
        text=text,
        stance=_one_of(path, row, "stance", Stance),
        confidence=_confidence(path, row),
        via=_one_of(path, row, "via", Via, Via.NARRATIVE),
        evidence=row.get("evidence"),
        span=_span(path, row),
        page=row.get("page"),
        locator=locator,
        reported_by=row.get("reported_by"),
        rule=row.get("rule") or "hand",
        origin=Origin.HAND,
        status=_one_of(path, row, "status", Status, Status.ACCEPTED),
        coder=coder,
        note=row.get("note"),
    )


def _relation(
    path: Path, row: Row, known: Mapping[str, str] | None, papers: Mapping[str, Document] | None
) -> Relation:
    for column in RELATION_REQUIRED:
        _required(path, row, column)
    source, target = (_holder(path, row, column, known) for column in ("source", "target"))
    paper = _paper(row.get("paper"), papers)
    if source == target or {source, target} == {SELF, paper}:
        raise CodingError(
            f'source and target are both "{source}"'
            if source == target
            else f'"self" is the author of "{paper}"',
            where=path,
            line=row.line,
            todo="Name two works",
        )
    kind = _one_of(path, row, "relation", RelationKind)
    evidence, coder = row.get("evidence"), row.get("coder")
    return Relation(
        id=row.get("id") or content_id("hand", paper, source, target, kind.value, evidence, coder),
        paper=paper,
        source=source,
        target=target,
        relation=kind,
        evidence=evidence,
        span=_span(path, row),
        confidence=_confidence(path, row),
        rule=row.get("rule") or "hand",
        origin=Origin.HAND,
        status=_one_of(path, row, "status", Status, Status.ACCEPTED),
        coder=coder,
        note=row.get("note"),
    )


def _required(path: Path, row: Row, column: str) -> None:
    if not row.get(column):
        raise CodingError(
            f'the cell "{column}" is empty', where=path, line=row.line, todo="Fill it, or delete the row"
        )


def _holder(path: Path, row: Row, column: str, known: Mapping[str, str] | None) -> str:
    try:
        return known_holder(row.get(column), known)
    except LookupError as error:
        raise CodingError(
            f'{column} "{row.get(column)}" is not in the bibliography',
            where=path,
            line=row.line,
            todo=str(error.args[0]),
        ) from None


def known_holder(written: str, known: Mapping[str, str] | None) -> str:
    """The key that `written` stands for by `known` (spelling → key; None: any is a key).

    `self` and `other:<name>` stand for themselves.
    Raises LookupError, whose argument says what to write instead.
    """
    folded = written.casefold()
    if folded == SELF:
        return SELF
    if folded.startswith(OTHER) and written[len(OTHER) :].strip():
        return OTHER + written[len(OTHER) :].strip()
    if known is None:
        return written
    if written in known:
        return known[written]
    for spelling, key in known.items():
        if spelling.casefold() == folded:
            return key
    near = nearest(written, known, least=55)
    advice = f'Did you mean "{known[near[0]]}"? ' if near else ""
    raise LookupError(
        f"{advice}Write a key of the bibliography, self, or other:<name> for a speaker who is no scholar"
    )


def _one_of(path: Path, row: Row, column: str, kind: type[Choice], default: Choice | None = None) -> Choice:
    written = row.get(column)
    if not written and default is not None:
        return default
    choices = [choice.value for choice in kind]
    if written.lower() in choices:
        return kind(written.lower())
    near = nearest(written, choices, least=60)
    raise CodingError(
        f'{column} "{written}" is none of {", ".join(choices)}',
        where=path,
        line=row.line,
        todo=f'Did you mean "{near[0]}"?' if near else "Write one of them",
    )


def _confidence(path: Path, row: Row) -> float:
    written = row.get("confidence")
    if not written:
        return 1.0
    try:
        # Spreadsheets write the comma of their country.
        value = float(written.replace(",", "."))
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise CodingError(
            f'confidence "{written}" is no number from 0 to 1',
            where=path,
            line=row.line,
            todo="Mend it or leave it empty",
        )
    return value


def _span(path: Path, row: Row) -> Span | None:
    start, end = row.get("start"), row.get("end")
    if not start and not end:
        return None
    try:
        return Span(int(start), int(end))
    except ValueError:
        raise CodingError(
            f'start "{start}" and end "{end}" are no stretch of text',
            where=path,
            line=row.line,
            todo="Leave both empty, or write two whole numbers, the smaller first",
        ) from None
