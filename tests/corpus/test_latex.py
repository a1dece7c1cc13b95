"""LaTeX papers to Documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.corpus import read_document
from debatemap.model import Document, Name

Read = Callable[..., Document]

PAPER = r"""\documentclass{article}
\usepackage{natbib}
\title{Councils and critics\thanks{For all.}}
\author{Ada King\\University of Utopia \and Bo Li}
\date{March 2019}
\begin{document}
\maketitle
\begin{abstract}In short, \emph{councils} educate.\end{abstract}
\section{Introduction}
Mill says so \citep[see][54]{mill}. ``Indeed'', \citet{dahl} said\footnote{Says \citeauthor{mill} (\citeyear{mill}).}
it \citep{unknown}.
\begin{quote}A school it is. \citep[p.~55]{mill}\end{quote}
\begin{equation} x = y \end{equation}
\begin{thebibliography}{9}
\bibitem[Mill(1861)]{mill} Mill, J.~S. (1861). \newblock \emph{Considerations}. London: Parker.
\bibitem[{Dahl et~al.(1961)}]{dahl} Dahl, R. (1961). \emph{Who governs?} New Haven: Yale University Press.
\end{thebibliography}
\end{document}
"""


def test_bibitems(read: Read) -> None:
    """Keys are spelled out from the paper's own list; formulas set apart are dropped."""
    document = read(PAPER, "paper.tex")
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("abstract", "In short, councils educate."),
        ("heading", "Introduction"),
        (
            "paragraph",
            "Mill says so (see Mill, 1861: 54). “Indeed”, Dahl (1961) said it (@unknown).",
        ),
        ("quotation", "A school it is. (Mill, 1861: 55)"),
        ("footnote", "Says Mill (1861)."),
    ]
    assert (document.title, document.year) == ("Councils and critics", "2019")
    assert document.authors == (Name("King", "Ada"), Name("Li", "Bo"))
    assert [(work.key, work.title) for work in document.references] == [
        ("mill-1861", "Considerations"),
        ("dahl-1961", "Who governs?"),
    ]
    links = [(link.span.of(document.text), link.keys, link.locator) for link in document.links]
    assert links[:3] == [
        ("see Mill, 1861: 54", ("mill-1861",), "54"),
        ("Dahl (1961)", ("dahl-1961",), ""),
        ("Mill, 1861: 55", ("mill-1861",), "55"),
    ]


def test_included_files(tmp_path: Path) -> None:
    """Chapters in the same folder are put in; files elsewhere and circles are not followed."""
    (tmp_path / "one.tex").write_text("One. \\input{main}")
    (tmp_path.parent / "out.tex").write_text("Outside.")
    main = tmp_path / "main.tex"
    main.write_text(
        "\\documentclass{article}\\begin{document}\n\\include{one}\n\n\\input{../out}\n"
        "% \\input{one}\n\nTwo.\n\\end{document}"
    )
    text = read_document(main).text
    assert "Two." in text
    assert "One." in text
    assert "Outside" not in text


@pytest.mark.parametrize(
    ("command", "printed"),
    [
        (r"\citep[54]{mill}", "(Mill, 1861: 54)"),
        (r"\citet{mill}", "Mill (1861)"),
        (r"\citealp{mill}", "Mill, 1861"),
        (r"\citeyear{mill}", "1861"),
        (r"\citeauthor{mill}", "Mill"),
        (r"\citeyearpar{mill}", "(1861)"),
        (r"\citep{mill,dahl}", "(Mill, 1861; Dahl, 1961)"),
        (r"\parencite[see][chap. 3]{mill}", "(see Mill, 1861, chap. 3)"),
        (r"\textcite{mill}", "Mill (1861)"),
        (r"\cite{nobody}", "(@nobody)"),
    ],
)
def test_commands(read: Read, command: str, printed: str) -> None:
    """natbib's and biblatex's commands, each as it would be printed."""
    start, end = PAPER.index("Mill says so"), PAPER.index("\\begin{quote}")
    document = read(PAPER[:start] + f"It is {command}.\n" + PAPER[end:], "paper.tex")
    assert document.blocks[2].span.of(document.text) == f"It is {printed}."
