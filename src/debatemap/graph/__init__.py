"""Claims, relations and works to one argument graph."""

from debatemap.graph.build import build_graph

__all__ = ["build_graph"]
