"""Charts as files: PNG, SVG and PDF, and on the pages of documents; the fonts that draw them."""

from journey.charts.files.fonts import can_draw, font_folders
from journey.charts.files.formats import ENDINGS, MOST_PIXELS, SHARPER, SHARPNESS, Ending, chart_file, for_page
from journey.charts.files.page import page_drawing

__all__ = [
    "ENDINGS",
    "MOST_PIXELS",
    "SHARPER",
    "SHARPNESS",
    "Ending",
    "can_draw",
    "chart_file",
    "font_folders",
    "for_page",
    "page_drawing",
]
