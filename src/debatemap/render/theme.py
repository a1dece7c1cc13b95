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


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in points. `axis`: from pole to pole; `label`: room right of the supporting pole."""

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


NORMAL = Sizes()
