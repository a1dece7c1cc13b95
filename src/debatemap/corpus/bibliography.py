"""Bibliography files to References: BibTeX and BibLaTeX, CSL JSON, RIS."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from debatemap.corpus.bibtex import read_bibtex
from debatemap.corpus.csl import read_csl_item
from debatemap.corpus.plain import decode
from debatemap.corpus.ris import read_ris
from debatemap.corpus.sniff import sniff
from debatemap.errors import ReadError
from debatemap.model import Reference


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The works of a file in its order, and a line for each entry that could not be taken."""

    references: tuple[Reference, ...]
    warnings: tuple[str, ...] = ()


def read_bibliography(path: Path) -> Bibliography:
    """The works in a .bib, CSL .json or .ris file.

    A bad entry is left out and told in `warnings` with file and line. Raises ReadError when the file
    as a whole cannot be read, or no entry in it can.
    """
    kind = sniff(path)
    text = decode(path.read_bytes(), path)
    if kind == "bibtex":
        works, warnings = read_bibtex(text, path)
    elif kind == "ris":
        works, warnings = read_ris(text, path)
    elif kind == "csl":
        works, warnings = _read_csl(text, path)
    else:
        raise ReadError(
            "this is no bibliography", where=path, todo="Export your library as BibTeX, CSL JSON or RIS."
        )
    if not works:
        said = f" ({warnings[0]})" if warnings else ""
        raise ReadError(f"no work was found in it{said}", where=path, todo="Export your library again.")
    return Bibliography(*_once(works, warnings, path))


def _read_csl(text: str, path: Path) -> tuple[list[Reference], list[str]]:
    """The works of a CSL JSON list, or of the "items" of a Zotero export."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"this is no valid JSON ({error.msg})", where=path, line=error.lineno, todo="Export it again."
        ) from error
    items = data.get("items", data.get("references")) if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise ReadError("this JSON is no list of works", where=path, todo="Export your library as CSL JSON.")
    works, warnings = [], []
    for number, item in enumerate(items, 1):
        if isinstance(item, dict) and (item.get("title") or item.get("author") or item.get("id")):
            works.append(read_csl_item(item))
        else:
            warnings.append(f"{path}: item {number} is no work and was left out.")
    return works, warnings


def _once(
    works: Sequence[Reference], warnings: Sequence[str], path: Path
) -> tuple[tuple[Reference, ...], tuple[str, ...]]:
    """Each key once: the first entry stands."""
    found: dict[str, Reference] = {}
    told = list(warnings)
    for work in works:
        if work.key in found:
            told.append(f"{path}: the key {work.key!r} is given twice; the first entry counts.")
        else:
            found[work.key] = work
    return tuple(found.values()), tuple(told)
