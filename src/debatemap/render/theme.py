"""Colours and sizes of the pictures.

The colours are those of Okabe and Ito (Color Universal Design, 2008), which people with any kind of
colour vision tell apart; the two sides differ in lightness as well, for a grey printer, and the two
kinds of relation in line style.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """Six-digit colours (the drawing program takes no others)."""

    paper: str = "#ffffff"
    ink: str = "#1f2328"
    faint: str = "#57606a"
    rule: str = "#dde3e9"
    middle: str = "#bcc6cf"
    against: str = "#e69f00"
    against_line: str = "#8f5f00"
    against_tint: str = "#fdf6e7"
    favour: str = "#0072b2"
    favour_line: str = "#00507d"
    favour_tint: str = "#ebf4fa"
    interval: str = "#b4bdc7"
    interval_wide: str = "#d2d8de"
    supports: str = "#009e73"
    attacks: str = "#d55e00"


SCREEN = Theme()
PRINT = Theme(
    ink="#000000",
    faint="#404040",
    rule="#d9d9d9",
    middle="#a6a6a6",
    against="#c4c4c4",
    against_line="#1a1a1a",
    against_tint="#ffffff",
    favour="#404040",
    favour_line="#000000",
    favour_tint="#f3f3f3",
    interval="#a3a3a3",
    interval_wide="#cfcfcf",
    supports="#1a1a1a",
    attacks="#595959",
)
"""Greys alone: light and dark instead of two colours, so that a grey printer changes nothing."""
DARK = Theme(
    paper="#14181d",
    ink="#eef1f4",
    faint="#a4afba",
    rule="#2c343d",
    middle="#55616d",
    against="#e69f00",
    against_line="#f7c65c",
    against_tint="#221e15",
    favour="#3d94d6",
    favour_line="#a5d8f6",
    favour_tint="#152029",
    interval="#6b7783",
    interval_wide="#444e58",
    supports="#2bc79a",
    attacks="#f58a3c",
)
THEMES = {"screen": SCREEN, "print": PRINT, "dark": DARK}


def mix(colour: str, other: str, share: float) -> str:
    """A colour with a share of another in it, 0 to 1.

    >>> mix("#000000", "#ffffff", 0.5)
    '#808080'
    """
    parts = (
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02x}" for part in parts)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in points. `axis`: from pole to pole; `label`: room right of the supporting pole.

    With `width` the whole picture is exactly so wide, and the axis takes what is left; `millimetres` is
    that width in print. `scale` shrinks the spaces between lines and marks; `gist`: lines of a scholar's
    claim below the name.
    """

    axis: float = 620
    label: float = 290
    margin: float = 24
    title: float = 19
    head: float = 13
    name: float = 12.5
    small: float = 9.5
    track: float = 7
    smallest_dot: float = 6
    largest_dot: float = 17
    scale: float = 1.0
    gist: int = 2
    width: float = 0
    millimetres: float = 0


NORMAL = Sizes()
PAGE = Sizes(
    label=120,
    margin=4,
    title=11.5,
    head=9,
    name=8.5,
    small=7,
    track=4.5,
    smallest_dot=3.5,
    largest_dot=10,
    scale=0.72,
    gist=1,
    width=482,
    millimetres=170,
)
"""A figure over the whole width of a journal's page: no letter under 7 points."""
COLUMN = Sizes(
    label=80,
    margin=3,
    title=9.5,
    head=8.5,
    name=7.5,
    small=6.5,
    track=3.5,
    smallest_dot=3,
    largest_dot=7,
    scale=0.66,
    gist=0,
    width=241,
    millimetres=85,
)
"""A figure as wide as one column: no letter under 6.5 points; what scholars say is left out."""
SIZES = {"screen": NORMAL, "170mm": PAGE, "85mm": COLUMN}
