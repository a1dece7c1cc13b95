"""The report as Markdown: CommonMark with pipe tables, which pandoc, GitHub and most editors read."""

from __future__ import annotations

from debatemap.report.claims import claims
from debatemap.report.material import Material
from debatemap.report.methods import methods, unresolved
from debatemap.report.summary import figure, scholars, summary
from debatemap.report.words import plain

_PARTS = (
    ("The debate", summary),
    ("", figure),
    ("Scholars", scholars),
    ("Claims", claims),
    ("Methods", methods),
    ("Unresolved", unresolved),
)


def report_markdown(material: Material) -> str:
    """The whole report. The same material gives the same text."""
    parts = [f"# {plain(material.debate.title)}"]
    for title, part in _PARTS:
        found = list(part(material))
        if found:
            parts += [f"## {title}", *found] if title else found
    return "\n\n".join(parts) + "\n"
