"""Argument graphs to positions between the poles."""

from debatemap.positions.explain import Pull, explain
from debatemap.positions.framing import Framing, compare_framing
from debatemap.positions.place import place_scholars
from debatemap.positions.seen import place_by_paper
from debatemap.positions.sensitivity import Shift, sensitivity

__all__ = [
    "Framing",
    "Pull",
    "Shift",
    "compare_framing",
    "explain",
    "place_by_paper",
    "place_scholars",
    "sensitivity",
]
