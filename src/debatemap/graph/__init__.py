"""Claims, relations and works to one argument graph, and what stands up in it."""

from debatemap.graph.acceptability import acceptability, undefeated
from debatemap.graph.build import build_graph, idle_rows
from debatemap.graph.override import match_claims, override_extracted
from debatemap.graph.semantics import Edge, grounded_extension, strengths

__all__ = [
    "Edge",
    "acceptability",
    "build_graph",
    "grounded_extension",
    "idle_rows",
    "match_claims",
    "override_extracted",
    "strengths",
    "undefeated",
]
