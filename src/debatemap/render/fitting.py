"""How many edges fit beside a picture: those for which there is no room are named, not cut silently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from debatemap.render.rows import Link


class Laid(Protocol):
    """What was laid out: `left` is the room that its edges take."""

    @property
    def left(self) -> float: ...  # noqa: D102 - said above


L = TypeVar("L", bound=Laid)


def fit_left(
    links: Sequence[Link], lay: Callable[[Sequence[Link], float], L], *, least: float, most: float
) -> tuple[L, float, list[Link]]:
    """What `lay` makes of as many links as fit, the room to the left of it, and the links that do not fit.

    `lay(links, left)` places everything when `left` points are kept for the edges; it may turn out that
    they take more. Where they would take more than `most`, those said least often are left out.
    """
    ranked = sorted(range(len(links)), key=lambda n: (links[n].kind != "move", -len(links[n].relations), n))
    kept, left = len(links), least
    while True:
        laid = lay([links[n] for n in sorted(ranked[:kept])], left)
        if laid.left <= left:
            return laid, left, [links[n] for n in sorted(ranked[kept:])]
        if laid.left > most:
            # The narrower the picture, the more room the edges need beside it: begin anew with fewer.
            kept, left = max(0, min(kept - 1, int(kept * 0.9))), least
        else:
            left = laid.left
