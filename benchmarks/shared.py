"""Where the measuring data lies: beside the repository, or where DEBATEMAP_SHARED says."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

PAPERS = {  # paper → characters of its source that the gold coding covers
    "pringle-2018": 26_290,
    "innateness": 28_860,
    "fragments": 17_507,
    "decomposition": 25_742,
    "creoles": 25_818,
    "china": 23_289,
}


def shared_if_there(*parts: str) -> Path | None:
    """A path in the measuring data, or None when it is absent."""
    root = Path(os.environ.get("DEBATEMAP_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    path = root.joinpath(*parts)
    return path if path.exists() else None


def shared(*parts: str) -> Path:
    """A path in the measuring data; ends the program with a word when it is absent."""
    path = shared_if_there(*parts)
    if path is None:
        print(f"skipped: no {'/'.join(parts)} beside the repository (set DEBATEMAP_SHARED)")
        sys.exit(0)
    return path


def load_scorer() -> ModuleType:
    """The scorer of the gold codings, as a module."""
    spec = importlib.util.spec_from_file_location("score", shared("bin", "score.py"))
    if spec is None or spec.loader is None:
        raise ImportError("score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
