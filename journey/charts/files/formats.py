"""Charts as files: PNG, SVG and PDF bytes, light on white paper."""

import math
from typing import Literal

from journey.charts.kit.canvas import LayeredChart, plain

Ending = Literal["png", "svg", "pdf"]
ENDINGS: tuple[Ending, ...] = ("png", "svg", "pdf")
SHARPNESS = 2.0
"""Pixels of a PNG for each pixel of the screen: what a good screen and a sheet of A3 can show."""
SHARPER = 4.0
"""The same for large prints and for cutting a part out."""

MOST_PIXELS = 40e6
"""A larger PNG is refused by many programs and telephones; a very large map gets fewer pixels, and is for SVG or PDF."""


def chart_file(
    chart: LayeredChart, ending: Ending, *, sharpness: float = SHARPNESS, title: str = "", alt: str = ""
) -> bytes:
    """A chart of this package as a file. PNG has `sharpness` pixels for each of the screen's. SVG has words as text, in the fonts of
    whoever opens it; PDF has text in Source Sans, and outlines where another script needs them; it is called `title`, and says `alt` to who cannot see it."""
    from journey.charts.files import typeset
    from journey.charts.files.page import page_drawing
    from journey.charts.files.svg import Letters, svg

    if ending == "svg":
        return svg(plain(chart), letters_as=Letters.WORDS).encode()
    drawing = page_drawing(chart)
    if ending == "pdf":
        return typeset.pdf(drawing, title, alt or title)
    sharpest = math.sqrt(MOST_PIXELS / (drawing["width"] * drawing["height"]))
    return typeset.png(drawing, min(sharpness, sharpest))


def svg_as_png(picture: str, width: float, height: float, sharpness: float = SHARPNESS) -> bytes:
    """A finished SVG of this size in pixels as PNG."""
    from journey.charts.files import typeset

    return typeset.png({"svg": picture, "width": width, "height": height, "words": []}, sharpness)


def for_page(chart: LayeredChart) -> str:
    """A chart as the SVG that a page of a PDF takes in: text in Source Sans, outlines where another script needs them, no
    ground of its own."""
    from journey.charts.files.svg import Letters, svg

    return svg(plain(chart), letters_as=Letters.USUAL_WORDS, background="none")
