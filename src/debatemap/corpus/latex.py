"""LaTeX sources made ready for pandoc: included files put in, \\bibitem entries made paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from debatemap.corpus.plain import decode

_INCLUDE = re.compile(
    r"^(?P<before>[^%\n]*?)\\(?:input|include|subfile)\s*\{(?P<name>[\w./ -]+)\}", re.MULTILINE
)
_LIST = re.compile(
    r"\\begin\{thebibliography\}\s*(?:\{[^}]*\})?(?P<body>.*?)\\end\{thebibliography\}", re.DOTALL
)
_ITEM = re.compile(r"\\bibitem\s*(?:\[(?:[^\[\]{}]|\{[^{}]*\})*\])?\s*\{(?P<key>[^}]+)\}")


def prepare_latex(path: Path) -> str:
    r"""The source of a LaTeX paper as one text.

    Files that it includes from its own folder are put in their places. Each \bibitem, of which pandoc
    would lose the key, becomes a paragraph under the heading "References" that begins with an anchor
    "ref-<key>". Raises ReadError when a file's encoding is unknown.
    """
    text = _with_files(path, frozenset())
    return _LIST.sub(lambda found: _paragraphs(found["body"]), text)


def _with_files(path: Path, above: frozenset[Path]) -> str:
    """The text of a file with what it includes; `above`: the files it is included from."""
    text = decode(path.read_bytes(), path)
    above |= {path.resolve()}
    folder = path.parent.resolve()

    def included(found: re.Match[str]) -> str:
        name = found["name"].strip()
        for candidate in ((folder / name).resolve(), (folder / f"{name}.tex").resolve()):
            is_own = candidate.is_relative_to(folder) and candidate.suffix == ".tex"
            if is_own and candidate.is_file() and candidate not in above:
                return found["before"] + _with_files(candidate, above)
        return found["before"]

    return _INCLUDE.sub(included, text)


def _paragraphs(body: str) -> str:
    r"""A list of \bibitem entries as a section of anchored paragraphs."""
    parts = _ITEM.split(body)
    found = ["\\section*{References}"]
    for key, entry in zip(parts[1::2], parts[2::2], strict=True):
        printed = " ".join(entry.replace("\\newblock", " ").split())
        found.append(f"\\hypertarget{{ref-{key}}}{{}} {printed}")
    return "\n\n".join([*found, ""])
