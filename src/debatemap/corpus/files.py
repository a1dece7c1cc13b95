"""What lies in a corpus folder: papers and bibliographies, told by their names."""

from __future__ import annotations

from pathlib import Path

from debatemap.corpus.sniff import BIBLIOGRAPHIES, PAPERS


def list_papers(folder: Path) -> list[Path]:
    """The papers in a folder, sorted by name; hidden files and a README are none."""
    return _files(folder, frozenset(PAPERS))


def list_bibliographies(folder: Path) -> list[Path]:
    """The bibliographies in a folder, sorted by name."""
    return _files(folder, frozenset(BIBLIOGRAPHIES))


def list_folders(folder: Path) -> list[Path]:
    """The folders in a folder that hold a paper or a bibliography of their own, which nobody reads."""
    if not folder.is_dir():
        return []
    inner = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    return [path for path in inner if list_papers(path) or list_bibliographies(path)]


def _files(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and path.suffix.lower() in suffixes
        and not path.name.startswith((".", "~"))
        and path.stem.lower() != "readme"
    )
