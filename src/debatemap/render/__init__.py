"""Argument graphs and positions to pictures and pages."""

from debatemap.render.axis import lay_axis
from debatemap.render.cast import choose_cast
from debatemap.render.engine import render_dot
from debatemap.render.page import draw_page
from debatemap.render.write import write_map

__all__ = ["choose_cast", "draw_page", "lay_axis", "render_dot", "write_map"]
