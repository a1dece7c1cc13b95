"""What can go wrong, said so that a person knows what to do next."""

from __future__ import annotations

from pathlib import Path


class DebatemapError(Exception):
    """Wrong input or use. `str(error)` is one line: where, what was found, what to do.

    Raised by the library; only the command line prints it (to stderr, exit 2).
    """

    def __init__(
        self, found: str, *, where: str | Path = "", line: int | None = None, todo: str = ""
    ) -> None:
        place = str(where) + (f":{line}" if line is not None else "")
        parts = (f"{place}:" if place else "", found.rstrip(".") + ".", todo)
        super().__init__(" ".join(part for part in parts if part))
        self.where = where
        self.line = line
        self.found = found
        self.todo = todo


class ProjectError(DebatemapError):
    """debate.toml is missing, malformed, or says something unknown."""


class ReadError(DebatemapError):
    """A paper or a bibliography cannot be read."""


class CodingError(DebatemapError):
    """A hand-coded row cannot be taken as it stands."""
