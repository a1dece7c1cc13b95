"""The pictures in the dark: on the page, each of their colours has a counterpart for a dark ground."""

from __future__ import annotations

from dataclasses import asdict

from debatemap.render.marks import PALE
from debatemap.render.theme import DARK, SCREEN, Theme, mix


def picture_style() -> str:
    """CSS rules, one a colour, that hold for whatever the pictures draw, now or later.

    A colour written into the svg as an attribute yields to any rule; `light-dark` follows the page's
    colour scheme.
    """
    pairs = dict(zip(_colours(SCREEN), _colours(DARK), strict=True))
    rules = [
        f'#field [{what}="{light}"] {{ {what}: light-dark({light}, {dark}); }}'
        for light, dark in pairs.items()
        for what in ("fill", "stroke")
    ]
    return "\n".join(rules) + "\n"


def _colours(theme: Theme) -> list[str]:
    pale = [mix(colour, theme.paper, PALE) for colour in (theme.supports, theme.attacks)]
    return [*asdict(theme).values(), *pale]
