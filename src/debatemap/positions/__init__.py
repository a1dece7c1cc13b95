"""Argument graphs to positions between the poles."""

from debatemap.positions.place import place_scholars

__all__ = ["place_scholars"]
