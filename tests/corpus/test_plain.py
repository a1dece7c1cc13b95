"""Plain text to Documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from debatemap.corpus import key_of
from debatemap.corpus.plain import decode
from debatemap.model import Document

Read = Callable[..., Document]

PROSE = (
    "Many have written of councils, and most hold that they teach those who sit in them what no school can "
    "teach. Others doubt it."
)
CASES = [
    pytest.param(
        "One\nline.\n\nTwo.\n", [("paragraph", "One line."), ("paragraph", "Two.")], id="blank lines"
    ),
    pytest.param(
        "Do councils educate?\n\nAda King\n\nINTRODUCTION\n\nThey do.\n\n2. Doubts of others\n\nThey do not.\n",
        [
            ("heading", "Do councils educate?"),
            ("other", "Ada King"),
            ("heading", "INTRODUCTION"),
            ("paragraph", "They do."),
            ("heading", "2. Doubts of others"),
            ("paragraph", "They do not."),
        ],
        id="headings by their look",
    ),
    pytest.param(
        "\n\n".join(
            (
                "Do councils educate?",
                "Ada King",
                f"Abstract\n\n{PROSE}",
                "Keywords\n\nCouncils, schools, Prussia",
                f"Introduction\n\n{PROSE}",
                f"Councils as schools\n\nThe Prussian case\n\n{PROSE}",
                f"Three things speak for it:\n\nThe age of councils\n\n{PROSE}",
                f"(1) A council is a school\n\n{PROSE}",
                f"councils of old\n\n{PROSE}",
                f"Write to ada@example.org\n\n{PROSE}",
                f"Notes\n\nSee King on councils\n\n{PROSE}",
            )
        ),
        [
            ("heading", "Do councils educate?"),
            ("other", "Ada King"),
            ("heading", "Abstract"),
            ("abstract", PROSE),
            ("other", "Keywords"),
            ("other", "Councils, schools, Prussia"),
            ("heading", "Introduction"),
            ("paragraph", PROSE),
            ("heading", "Councils as schools"),
            ("heading", "The Prussian case"),
            ("paragraph", PROSE),
            ("paragraph", "Three things speak for it:"),
            ("paragraph", "The age of councils"),
            ("paragraph", PROSE),
            ("paragraph", "(1) A council is a school"),
            ("paragraph", PROSE),
            ("paragraph", "councils of old"),
            ("paragraph", PROSE),
            ("paragraph", "Write to ada@example.org"),
            ("paragraph", PROSE),
            ("heading", "Notes"),
            ("paragraph", "See King on councils"),
            ("paragraph", PROSE),
        ],
        id="headings by their place",
    ),
    pytest.param(
        "Meadows rich in species, species-rich ones, keep their cover, and the move-\nment of sheep helps species-\n"
        "rich swards.\n",
        [
            (
                "paragraph",
                "Meadows rich in species, species-rich ones, keep their cover, and the movement of sheep helps "
                "species-rich swards.",
            )
        ],
        id="hyphens at the end of a line",
    ),
    pytest.param("> They\n> do.\n", [("quotation", "They do.")], id="marked quotation"),
    pytest.param(
        "They do.\n\nReferences\n\nMill JS (1861) Considerations. London: Parker.\n",
        [("paragraph", "They do.")],
        id="reference list cut off",
    ),
    pytest.param(
        "\n".join(["  Councils are old and many have written of them at length."] * 12),
        [("paragraph", "Councils are old and many have written of them at length.")] * 12,
        id="indents where no line is blank",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_blocks(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    document = read(text, "note.txt")
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Text editors' encodings give the same text."""
    assert decode("Café – “no”\r\n".encode(encoding), Path("a.txt")) == "Café – “no”\n"


@pytest.mark.parametrize(
    ("name", "key"), [("Lee & Shen (2011a).pdf", "lee-shen-2011a"), ("论文.md", "paper"), ("x.tei.xml", "x")]
)
def test_key_of_a_file(name: str, key: str) -> None:
    assert key_of(Path(name)) == key
