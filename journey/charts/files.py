"""Charts as files: PNG, SVG and PDF bytes, light on white paper."""

from functools import cache
from typing import Literal

import altair as alt

from journey.charts.canvas import spec

Ending = Literal["png", "svg", "pdf"]
ENDINGS: tuple[Ending, ...] = ("png", "svg", "pdf")
PPI = 200


def chart_file(chart: alt.Chart | alt.LayerChart, ending: Ending) -> bytes:
    """A chart of this package as a file. PNG has 200 pixels an inch, each word as outlines; SVG has words as text, in the
    fonts of whoever opens it; PDF has text in Source Sans, and outlines where another script needs them."""
    import vl_convert

    from journey.charts.svg import Letters, svg

    found = spec(chart)
    if ending == "svg":
        return svg(found, letters_as=Letters.WORDS).encode()
    if ending == "png":
        made: bytes = vl_convert.svg_to_png(svg(found, letters_as=Letters.OUTLINES), ppi=PPI)
        return made
    _fonts_known()
    made = vl_convert.svg_to_pdf(svg(found, letters_as=Letters.USUAL_WORDS))
    return made


@cache
def _fonts_known() -> None:
    """Once: the renderer knows the fonts of this machine, but not those of a Python package."""
    import vl_convert

    from journey.charts.fonts import FOLDER

    vl_convert.register_font_directory(str(FOLDER))
