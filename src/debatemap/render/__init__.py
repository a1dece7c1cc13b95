"""Argument graphs and positions to pictures and pages."""

from debatemap.render.axis import lay_axis
from debatemap.render.cast import choose_cast
from debatemap.render.choice import Choice
from debatemap.render.engine import render_dot
from debatemap.render.formats import FORMATS, draw_picture
from debatemap.render.page import draw_page
from debatemap.render.theme import SIZES, THEMES
from debatemap.render.views import VIEWS, lay_view, view_svg
from debatemap.render.write import draw_map, replace_file

__all__ = [
    "FORMATS",
    "SIZES",
    "THEMES",
    "VIEWS",
    "Choice",
    "choose_cast",
    "draw_map",
    "draw_page",
    "draw_picture",
    "lay_axis",
    "lay_view",
    "render_dot",
    "replace_file",
    "view_svg",
]
