"""A debate's folder: find it, read its debate.toml, make a new one."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from debatemap.errors import ProjectError
from debatemap.model import Debate, Pole, ScholarEntry

FILE = "debate.toml"
FOLDERS = ("corpus", "claims", "models", "outputs")

EXAMPLE = Debate(
    title="A debate without a title",
    thesis="Write here the thesis that some support and others attack.",
    attack=Pole("against", "Write here what those who attack the thesis say."),
    support=Pole("for", "Write here what those who support the thesis say."),
)
"""What a new debate.toml says until a person writes into it."""


@dataclass(frozen=True, slots=True)
class Project:
    """A debate's folder, what it says of the debate, and where papers, codings and results lie."""

    folder: Path
    debate: Debate
    corpus: Path
    claims: Path
    models: Path
    outputs: Path
    unwritten: tuple[str, ...] = ()
    """What nobody has written yet, as in `thesis` and `poles.attack.statement`. Without a thesis stances and
    positions mean nothing; a pole without a statement is told by its name alone."""


def find_project(start: Path) -> Path:
    """The nearest folder that holds a debate.toml: `start`, or the first one above it that does.

    Raises ProjectError when there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise ProjectError(
        f"there is no {FILE} here or in any folder above",
        where=start,
        todo="Go into a debate's folder, name it with -C, or make a new one: debatemap init DIR",
    )


def open_project(folder: str | Path = ".") -> Project:
    """The debate in `folder` or in the nearest folder above it. Raises ProjectError like its parts."""
    return load_project(find_project(Path(folder)))


def load_project(folder: Path) -> Project:
    """Read `folder`/debate.toml.

    Raises ProjectError, with the line where it can be found, when the file is missing or no TOML, when
    a key is unknown (the nearest known one is named) or missing, when a value has the wrong type, or when
    the poles are one.
    """
    path = folder / FILE
    if not folder.is_dir():
        raise ProjectError(
            "there is no such folder", where=folder, todo="Make a new debate: debatemap init DIR"
        )
    if not path.is_file():
        raise ProjectError(
            f"there is no {FILE} in this folder", where=folder, todo="Make a new debate: debatemap init DIR"
        )
    reader = _Reader(path, _text(path))
    data = reader.parse()
    reader.known(data, (), ("title", "thesis", "poles", "scholars", "folders"))
    poles = reader.table(data, (), "poles")
    reader.known(poles, ("poles",), ("attack", "support"))
    attack, support = reader.pole(poles, "attack"), reader.pole(poles, "support")
    if same := _same(attack, support):
        raise reader.fail(*same)
    debate = Debate(
        title=reader.string(data, (), "title"),
        thesis=reader.string(data, (), "thesis"),
        attack=attack,
        support=support,
        scholars=reader.scholars(data),
    )
    written, unwritten = _as_written(debate)
    named = reader.table(data, (), "folders") if "folders" in data else {}
    reader.known(named, ("folders",), FOLDERS)
    places = {name: folder / reader.string(named, ("folders",), name, name) for name in FOLDERS}
    return Project(folder, written, **places, unwritten=unwritten)


def _same(attack: Pole, support: Pole) -> tuple[str, str, tuple[str, ...], str] | None:
    """What both poles have in common, what to do about it, and where: no axis runs between them."""
    for key in ("name", "statement"):
        said = getattr(support, key)
        if said.casefold() == getattr(attack, key).casefold():
            return f'both poles have the {key} "{said}"', "Write opposites", ("poles", "support"), key
    return None


def _as_written(debate: Debate) -> tuple[Debate, tuple[str, ...]]:
    """The debate without the sentences that `init_project` puts in as examples, and where they stand."""
    attack, support = debate.attack, debate.support
    found = [] if debate.thesis != EXAMPLE.thesis else ["thesis"]
    if attack.statement == EXAMPLE.attack.statement:
        attack = replace(attack, statement=attack.name)
        found.append("poles.attack.statement")
    if support.statement == EXAMPLE.support.statement:
        support = replace(support, statement=support.name)
        found.append("poles.support.statement")
    return replace(debate, attack=attack, support=support), tuple(found)


def init_project(folder: Path, debate: Debate = EXAMPLE) -> list[Path]:
    """Make a new debate in `folder`, which may exist; files already there are left as they are.

    Returns what was written, debate.toml first. Raises ProjectError when there is a debate.toml
    already, the folder cannot be made, or the poles are one.
    """
    if (folder / FILE).exists():
        raise ProjectError(
            "this debate exists already and was left as it is",
            where=folder / FILE,
            todo="Edit it, or name another folder",
        )
    if same := _same(debate.attack, debate.support):
        raise ProjectError(same[0], where=folder / FILE, todo=same[1])
    values = {
        "title": debate.title,
        "thesis": debate.thesis,
        "attack_name": debate.attack.name,
        "attack_statement": debate.attack.statement,
        "support_name": debate.support.name,
        "support_statement": debate.support.statement,
    }
    settings = _template(FILE)
    for name, value in values.items():
        # A JSON string is a TOML string.
        settings = settings.replace("{{" + name + "}}", json.dumps(value, ensure_ascii=False))
    tables = {name: _template(name) for name in ("by-hand.csv", "relations.csv")}
    contents = {folder / FILE: settings} | {folder / "claims" / name: text for name, text in tables.items()}
    try:
        for name in ("corpus", "claims", "outputs"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        written = [path for path in contents if not path.exists()]
        for path in written:
            path.write_text(contents[path], encoding="utf-8", newline="\n")
    except OSError as error:
        raise ProjectError(
            f"cannot write here: {error.strerror}", where=folder, todo="Name a folder that you may write to"
        ) from error
    return written


def _template(name: str) -> str:
    return (files("debatemap") / "templates" / name).read_text(encoding="utf-8")


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProjectError(
            f"byte {error.start} is no UTF-8 text",
            where=path,
            line=raw.count(b"\n", 0, error.start) + 1,
            todo="Save the file as UTF-8",
        ) from error


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes values from the parsed file; knows its text, so that an error can name the line."""

    path: Path
    source: str

    def parse(self) -> dict[str, Any]:
        try:
            return tomllib.loads(self.source)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)", str(error))
            lines = self.source.count("\n") + 1
            raise ProjectError(
                f"this is not TOML: {str(error)[: place.start()] if place else error}",
                where=self.path,
                line=(int(place[1]) if place[1] else lines) if place else None,
                todo='Text stands in quotation marks: title = "…"',
            ) from error

    def fail(self, found: str, todo: str, table: tuple[str, ...] = (), key: str = "") -> ProjectError:
        return ProjectError(found, where=self.path, line=_line_of(self.source, table, key), todo=todo)

    def known(self, data: Mapping[str, Any], table: tuple[str, ...], keys: tuple[str, ...]) -> None:
        """Refuse the first key that is none of `keys`."""
        for key in data:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1, cutoff=0.0)[0]
                where = f" in [{'.'.join(table)}]" if table else ""
                raise self.fail(
                    f'unknown key "{key}"{where}',
                    f'Did you mean "{near}"? Known here: {", ".join(keys)}.',
                    table,
                    key,
                )

    def string(
        self, data: Mapping[str, Any], table: tuple[str, ...], key: str, default: str | None = None
    ) -> str:
        value = data.get(key, default)
        name = ".".join((*table, key))
        if value is None:
            raise self.fail(f'"{name}" is missing', f'Add a line: {key} = "…"', table)
        if not isinstance(value, str) or not value.strip():
            found = "is empty" if isinstance(value, str) else f"is {value!r}, which is no text"
            raise self.fail(f'"{name}" {found}', f'Write text in quotation marks: {key} = "…"', table, key)
        return value.strip()

    def table(self, data: Mapping[str, Any], table: tuple[str, ...], key: str) -> dict[str, Any]:
        value = data.get(key)
        name = ".".join((*table, key))
        if value is None:
            raise self.fail(f"[{name}] is missing", f"Add [{name}] as `debatemap init` writes it", table)
        if not isinstance(value, dict):
            raise self.fail(f'"{name}" is no table', f"Write [{name}] on a line of its own", table, key)
        return value

    def pole(self, poles: Mapping[str, Any], side: str) -> Pole:
        table = ("poles", side)
        data = self.table(poles, ("poles",), side)
        self.known(data, table, ("name", "statement"))
        return Pole(self.string(data, table, "name"), self.string(data, table, "statement"))

    def scholars(self, data: Mapping[str, Any]) -> tuple[ScholarEntry, ...]:
        entries = data.get("scholars", [])
        here = ("scholars",)
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise self.fail(
                '"scholars" is no list of tables', "Write [[scholars]] above each name", (), "scholars"
            )
        found: list[ScholarEntry] = []
        owner: dict[str, str] = {}
        for entry in entries:
            self.known(entry, here, ("name", "works"))
            name = self.string(entry, here, "name")
            if any(name == other.name for other in found):
                raise self.fail(
                    f'two scholars are named "{name}"', "Put all the works under one of them", here, "name"
                )
            works = entry.get("works")
            if not isinstance(works, list) or not works or not all(isinstance(work, str) for work in works):
                raise self.fail(
                    f'"{name}" has no list of works', 'Write works = ["key", "key"]', here, "works"
                )
            for work in works:
                if work in owner:
                    raise self.fail(
                        f'the work "{work}" belongs to "{owner[work]}" and to "{name}"',
                        "Leave it with one of them",
                        here,
                        "works",
                    )
                owner[work] = name
            found.append(ScholarEntry(name, tuple(works)))
        return tuple(found)


def _line_of(source: str, table: tuple[str, ...], key: str) -> int | None:
    """The line on which a key of a table stands, else the table's header, else None."""
    current: tuple[str, ...] = ()
    header: int | None = None
    for number, line in enumerate(source.splitlines(), start=1):
        if opened := re.match(r"\s*\[\[?([^\[\]]+)\]\]?\s*(?:#.*)?$", line):
            current = tuple(part.strip().strip("\"'") for part in opened[1].split("."))
            if current == table and header is None:
                header = number
            # A table that is itself the key that was asked for.
            if key and current[: len(table) + 1] == (*table, key):
                return number
        elif (
            current == table
            and key
            and (assigned := re.match(r"\s*([^=#]+?)\s*=", line))
            and assigned[1].strip("\"'").split(".")[0].strip() == key
        ):
            return number
    return header
