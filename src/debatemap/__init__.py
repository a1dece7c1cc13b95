"""debatemap: who claims what in a debate, who answers whom, and where each stands.

import debatemap

project = debatemap.open_project("my-debate")
result = debatemap.run(project)
print(result.positions_frame())
print(result.claims_frame().query("stance == 'attack'"))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from debatemap.citations import cite
    from debatemap.claims import extract_claims
    from debatemap.corpus import read_bibliography, read_document
    from debatemap.errors import DebatemapError
    from debatemap.pipeline import Result, run, train
    from debatemap.project import Project, init_project, open_project

__all__ = [
    "DebatemapError",
    "Project",
    "Result",
    "cite",
    "extract_claims",
    "init_project",
    "open_project",
    "read_bibliography",
    "read_document",
    "run",
    "train",
]

# Where each public name lives; imported when first asked for, so that `debatemap --help` is quick.
_HOMES = {
    "DebatemapError": "debatemap.errors",
    "Project": "debatemap.project",
    "Result": "debatemap.pipeline",
    "cite": "debatemap.citations",
    "extract_claims": "debatemap.claims",
    "init_project": "debatemap.project",
    "open_project": "debatemap.project",
    "read_bibliography": "debatemap.corpus",
    "read_document": "debatemap.corpus",
    "run": "debatemap.pipeline",
    "train": "debatemap.pipeline",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'debatemap' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
