"""Charts as files: PNG, SVG and PDF bytes, light on white paper."""

import math
import re
from functools import cache
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

_POINTS = 72  # of the renderer's inch
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"')


def chart_file(chart: LayeredChart, ending: Ending, *, sharpness: float = SHARPNESS) -> bytes:
    """A chart of this package as a file. PNG has `sharpness` pixels for each of the screen's, and each word as outlines; SVG has words as text, in the
    fonts of whoever opens it; PDF has text in Source Sans, and outlines where another script needs them."""
    import vl_convert

    from journey.charts.files.svg import Letters, svg

    found = plain(chart)
    if ending == "svg":
        return svg(found, letters_as=Letters.WORDS).encode()
    if ending == "png":
        return png(svg(found, letters_as=Letters.OUTLINES), sharpness)
    _fonts_known()
    made = vl_convert.svg_to_pdf(svg(found, letters_as=Letters.USUAL_WORDS))
    return made


def for_page(chart: LayeredChart) -> str:
    """A chart as the SVG that a page of a PDF takes in: text in Source Sans, outlines where another script needs them, no
    ground of its own."""
    from journey.charts.files.svg import Letters, svg

    return svg(plain(chart), letters_as=Letters.USUAL_WORDS, background="none")


def png(picture: str, sharpness: float = SHARPNESS) -> bytes:
    """A finished SVG as PNG."""
    import vl_convert

    size = _SIZE.search(picture)
    area = float(size[1]) * float(size[2]) if size else 0.0
    held = min(sharpness, math.sqrt(MOST_PIXELS / area)) if area else sharpness
    made: bytes = vl_convert.svg_to_png(picture, ppi=held * _POINTS)
    return made


@cache
def _fonts_known() -> None:
    """Once: the renderer knows the fonts of this machine, but not those of a Python package."""
    import vl_convert

    from journey.charts.files.fonts import FOLDER

    vl_convert.register_font_directory(str(FOLDER))
