"""debatemap report: what a run found, for a literature review or its appendix."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from debatemap.atomic import write_atomically
from debatemap.cli.options import ProjectDir, project_of
from debatemap.cli.reporting import draw_figure, gather
from debatemap.cli.results import refuse_if_changed
from debatemap.cli.terminal import put, shown
from debatemap.errors import DebatemapError
from debatemap.report import FORMATS, convert, report_markdown


def report(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...", help="What to write: .md, .html, .docx or .pdf; else outputs/report.md."
        ),
    ] = None,
    *,
    directory: ProjectDir = None,
) -> None:
    """Write the last run up, for a literature review or its appendix.

    The debate in a paragraph, the axis with a caption, a table of the scholars with their positions, every
    claim with its quotation, page and who reports it, a paragraph of methods (papers, coders, reliability,
    versions), and what was left unresolved. A pdf is made by typst (pip install 'debatemap[pdf]') or a
    LaTeX.

    \b
    Examples:
      debatemap report
      debatemap report appendix.docx appendix.pdf
    """
    project = project_of(directory)
    wanted = files or [project.outputs / "report.md"]
    for file in wanted:
        if file.suffix.lower().lstrip(".") not in FORMATS:
            raise DebatemapError(
                f"“{file.suffix}” is no format of a report" if file.suffix else "this name has no ending",
                where=file,
                todo=f"End it with {', '.join('.' + name for name in FORMATS[:-1])} or .{FORMATS[-1]}",
            )
    material = gather(project)
    refuse_if_changed(project)
    for file in wanted:
        to = file.suffix.lower().lstrip(".")
        if to == "md":
            # The others take the figure in; Markdown has it beside.
            figure = draw_figure(project, to, file.parent, f"{file.stem}-axis")
            text = report_markdown(replace(material, figure=figure.name))
            put(f"wrote {shown(figure)}", whole_lines=True)
            write_atomically(file, text.encode())
        else:
            with TemporaryDirectory() as folder:
                figure = draw_figure(project, to, Path(folder), "axis")
                text = report_markdown(replace(material, figure=figure.as_posix()))
                write_atomically(file, convert(text, to, title=project.debate.title))
        put(f"wrote {shown(file)}", whole_lines=True)
