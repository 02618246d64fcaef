"""A drawing as PNG or PDF, set by Typst: it draws each letter once, where a renderer of SVG draws every word anew."""

import json
import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from journey.charts.files.fonts import FAMILY, FOLDER
from journey.charts.files.page import PageDrawing

if TYPE_CHECKING:
    import typst

_LAYOUT, _EMPTY = (Path(__file__).with_name(f"{name}.typ") for name in ("alone", "empty"))
_KEPT_FOR = 10
"""So many sheets later Typst forgets every pixel that a sheet was drawn with (wheel 0.15.2, which has no other way to say so)."""
_MANY_PIXELS = 1e6
_POINTS, _METRES = 72, 0.0254  # of an inch
_HEADER = 8 + 25  # bytes of a PNG: its mark, and the first chunk


def png(drawing: PageDrawing, sharpness: float) -> bytes:
    """A drawing as PNG with so many pixels for each of its own, which says how large that is on paper: a pixel of the drawing is a
    point."""
    made = _set(_LAYOUT, _given(drawing), "png", sharpness * _POINTS)
    if drawing["width"] * drawing["height"] * sharpness**2 > _MANY_PIXELS:
        for _ in range(_KEPT_FOR):
            _set(_EMPTY, {}, "pdf")
    return made[:_HEADER] + _size_on_paper(sharpness * _POINTS) + made[_HEADER:]


def pdf(drawing: PageDrawing, title: str = "", alt: str = "") -> bytes:
    """A drawing as a page of its own, a pixel a point; what it is called, and what it says to who cannot see it."""
    return _set(_LAYOUT, _given(drawing, title, alt), "pdf")


def _given(drawing: PageDrawing, title: str = "", alt: str = "") -> dict[str, str]:
    return {"chart": json.dumps(drawing, ensure_ascii=False), "family": FAMILY, "title": title, "alt": alt}


def _set(layout: Path, given: dict[str, str], ending: Literal["png", "pdf"], ppi: float | None = None) -> bytes:
    import typst

    compiler = typst.Compiler(str(layout), root=str(layout.parent), font_paths=_fonts(), sys_inputs=given)
    made = compiler.compile(format=ending, ppi=ppi)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single page")
    return made


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


def _size_on_paper(ppi: float) -> bytes:
    """The chunk of a PNG that says how many pixels a metre has (PNG, third edition, 11.3.4.3)."""
    metre = round(ppi / _METRES)
    said = b"pHYs" + struct.pack(">IIB", metre, metre, 1)
    return struct.pack(">I", len(said) - 4) + said + struct.pack(">I", crc32(said))
