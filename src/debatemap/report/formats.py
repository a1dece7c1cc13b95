"""Markdown to html, docx and pdf, by the pandoc that comes with this package."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec

import pypandoc

from debatemap.errors import DebatemapError

FORMATS = ("md", "html", "docx", "pdf")
READER = "commonmark+pipe_tables+implicit_figures"
ENGINES = ("typst", "xelatex", "lualatex", "tectonic", "pdflatex")
"""Programs that make a pdf, when the typst package is not installed; the first one found is used."""
SECONDS = 300
_PAGE = """---
papersize: a4
margin: {x: 22mm, top: 18mm, bottom: 20mm}
geometry: [a4paper, margin=22mm]
---

"""
"""For typst and LaTeX: room for a figure 170 mm wide and its caption on one page."""
_STYLE = """<style>
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
img { max-width: 100%; }
figcaption { font-size: 0.9rem; }
table { border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid #ccc; }
</style>"""


def convert(markdown: str, to: str, *, title: str) -> bytes:
    """The report in one of FORMATS but Markdown; its figure is named by its whole path.

    Raises DebatemapError when pandoc fails, or when there is nothing here that makes a pdf.
    """
    about = [f"--metadata=pagetitle:{title}", "--metadata=lang:en"]
    if to == "html":
        head = f"--variable=header-includes:{_STYLE}"
        return _pandoc(markdown, "html5", "--standalone", "--embed-resources", head, *about)
    if to == "docx":
        return _pandoc(markdown, "docx", *about)
    return _pdf(markdown, *about)


def _pdf(markdown: str, *about: str) -> bytes:
    markdown, reader = _PAGE + markdown, f"{READER}+yaml_metadata_block"
    if find_spec("typst"):
        import typst  # noqa: PLC0415 - an extra

        source = _pandoc(markdown, "typst", "--standalone", *about, reader=reader)
        try:
            return typst.compile(source, root="/")  # type: ignore[type-var] # its stub names bytes
        except typst.TypstError as error:
            raise DebatemapError(f"typst could not make the pdf: {_first_line(str(error))}") from error
    engine = next((name for name in ENGINES if shutil.which(name)), None)
    if engine is None:
        raise DebatemapError(
            "nothing here makes a pdf",
            todo="Install one: pip install 'debatemap[pdf]' (typst), or a LaTeX with xelatex",
        )
    return _pandoc(markdown, "pdf", f"--pdf-engine={engine}", *about, reader=reader)


def _pandoc(markdown: str, to: str, *options: str, reader: str = READER) -> bytes:
    command = [
        str(pypandoc.get_pandoc_path()),
        f"--from={reader}",
        f"--to={to}",
        "--output=-",
        "--wrap=none",
        *options,
    ]
    done = subprocess.run(command, input=markdown.encode(), capture_output=True, timeout=SECONDS, check=False)
    if done.returncode:
        raise DebatemapError(f"pandoc could not make the {to}: {_first_line(done.stderr.decode())}")
    return done.stdout


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "no reason given")
