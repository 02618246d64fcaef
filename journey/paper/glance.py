"""Pages at a glance: a few of them beside each other as one small picture."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageOps

from journey.palette import LIGHT

_HIGH, _APART, _EDGE = 460, 14, LIGHT.line
"""How high a picture of several pages is and how far apart they are, in pixels; the colour of their edges."""
_MOST, _ALONE = 3, (900, 640)
"""So many pages at most; how large a page alone may be."""


def beside(pages: Sequence[bytes]) -> bytes:
    """PNG pages as one PNG: the first few of them, equally high."""
    shown = [ImageOps.expand(Image.open(BytesIO(page)).convert("RGB"), 1, _EDGE) for page in pages[:_MOST]]
    if len(shown) == 1:
        shown[0].thumbnail(_ALONE)
    else:
        shown = [
            page.resize((round(page.width * _HIGH / page.height), _HIGH), Image.Resampling.LANCZOS) for page in shown
        ]
    size = sum(page.width for page in shown) + _APART * (len(shown) - 1), max(page.height for page in shown)
    picture, left = Image.new("RGBA", size), 0
    for page in shown:
        picture.paste(page, (left, 0))
        left += page.width + _APART
    made = BytesIO()
    picture.save(made, "PNG", optimize=True)
    return made.getvalue()
