"""Charts as files: PNG, SVG and PDF."""

from journey.charts.files.formats import ENDINGS, MOST_PIXELS, SHARPNESS, Ending, chart_file, png

__all__ = ["ENDINGS", "MOST_PIXELS", "SHARPNESS", "Ending", "chart_file", "png"]
