"""Decks read back by the library that PowerPoint files are mostly read with, and measured anew with a real font."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import font_source_sans_pro
from PIL import ImageFont
from pptx import Presentation

LIBERATION = Path("/usr/share/fonts/truetype/liberation")
"""A font of Arial's measures; where it is missing, the bundled one, which is narrower."""


def slides(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def texts(data: bytes) -> Iterator[str]:
    """Every paragraph of every shape, and every note."""
    for slide in slides(data):
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)
            if shape.has_table:
                yield from (cell.text for row in shape.table.rows for cell in row.cells)
        if slide.has_notes_slide:
            yield from slide.notes_slide.notes_text_frame.text.splitlines()


@cache
def font(bold: bool) -> Any:
    name = LIBERATION / f"LiberationSans-{'Bold' if bold else 'Regular'}.ttf"
    bundled = Path(font_source_sans_pro.font_directory) / f"SourceSansPro-{'Bold' if bold else 'Regular'}.otf"
    return ImageFont.truetype(str(name if name.exists() else bundled), 100)


def too_high(shape: Any) -> float:
    """By how many points the words of a shape stand out of its box; 0 where they fit."""
    frame, corner = shape.text_frame, 2 * _corner(shape)
    width = shape.width.pt - frame.margin_left.pt - frame.margin_right.pt - corner
    needed = sum(_height(paragraph, width) for paragraph in frame.paragraphs)
    room = shape.height.pt - frame.margin_top.pt - frame.margin_bottom.pt - corner
    return float(max(0.0, needed - room))


def _corner(shape: Any) -> float:
    """By how many points round corners push the words of a shape inwards on each side."""
    if not shape._element.xpath(".//a:prstGeom[@prst='roundRect']"):
        return 0.0
    told = shape._element.xpath(".//a:gd[@name='adj']/@fmla")
    share = float(told[0].removeprefix("val ")) / 100_000 if told else 1 / 6
    return float(share * min(shape.width.pt, shape.height.pt) * (1 - 0.5**0.5))


def rows_too_high(table: Any) -> float:
    """By how many points the words of a table's cells stand out of their rows at most; 0 where all fit."""
    found = [0.0]
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            width = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
            needed = sum(_height(paragraph, width) for paragraph in cell.text_frame.paragraphs)
            found.append(needed + cell.margin_top.pt + cell.margin_bottom.pt - row.height.pt)
    return max(found)


def _height(paragraph: Any, width: float) -> float:
    if not paragraph.runs:
        return 0.0
    look = paragraph.runs[0].font
    size: float = look.size.pt
    indent = int(paragraph._p.pPr.get("marL", 0)) / 12_700 if paragraph._p.pPr is not None else 0
    measured = font(bool(look.bold))
    lines, used = 1, 0.0
    space = measured.getlength(" ") * size / 100
    for word in paragraph.text.split(" "):
        wide = measured.getlength(word) * size / 100
        if used and used + space + wide > width - indent:
            lines, used = lines + 1, 0.0
        while wide > width - indent:
            lines, wide = lines + 1, wide - (width - indent)
        used += wide + (space if used else 0)
    before = paragraph.space_before.pt if paragraph.space_before is not None else 0
    return float(lines * size * 1.149 + before)
