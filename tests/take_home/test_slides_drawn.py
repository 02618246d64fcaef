"""Slides as LibreOffice draws them: with another program's lines every text still stands in the box that was measured for it."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from journey.model import Language, Workshop
from journey.take_home.slides import write_slides
from tests.builders import a_workshop
from tests.paper.reading import bare
from tests.take_home import decks
from tests.take_home.extremes import sixty
from tests.take_home.test_slides_afterwards import many
from tools import office

pytestmark = pytest.mark.office

_HIGHER = 1.5
"""By so many points a letter may stand out of its box: they are measured as high as their line."""

TextBox = tuple[str, float, float, float, float]
"""Words, and left, top, right and bottom of their box in points."""


def test_every_text_stands_in_its_box_where_another_program_draws_it(tmp_path: Path) -> None:
    if "impress" in office.missing():
        reason = "impress is not installed: python -m tools.office"
        assert os.environ.get("CI") != "true", reason
        pytest.skip(reason)
    data = write_slides(_crowded(), Language.DE)
    slides = decks.slides(data)
    with pypdfium2.PdfDocument(_as_pdf(data, tmp_path)) as file:
        assert len(file) == len(slides)
        for number, (slide, page) in enumerate(zip(slides, file, strict=True), start=1):
            drawn, (_, height) = page.get_textpage(), page.get_size()
            for said, left, top, right, bottom in _boxes(slide):
                words = said.replace("‹#›", str(number))
                box = (left - 1, height - bottom - _HIGHER, right + 1, height - top + _HIGHER)
                assert _read(words) in _read(drawn.get_text_bounded(*box)), (number, words[:80])


def _crowded() -> Workshop:
    """Few of everything with the longest names and notes there can be, and priorities that share places."""
    whole, rated = sixty(), many()
    few = {"touchpoints": whole.touchpoints[7:11], "personas": whole.personas, "goals": whole.goals, "models": whole.models,
           "actions": whole.actions[:3], "opportunities": rated.opportunities[:14], "priorities": rated.priorities[:14]}  # fmt: skip
    return a_workshop(frame=whole.frame, **few)


def _read(words: str) -> str:
    """Words bare, without the marks that another font draws or that nobody typed."""
    return re.sub("[•◆]", "", bare(words))


def _boxes(slide: Any) -> Iterator[TextBox]:
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text:
            left, top = shape.left.pt, shape.top.pt
            yield shape.text_frame.text, left, top, left + shape.width.pt, top + shape.height.pt
        if shape.has_table:
            yield from _cells(shape)


def _cells(shape: Any) -> Iterator[TextBox]:
    top = shape.top.pt
    for row in shape.table.rows:
        left = shape.left.pt
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            yield cell.text, left, top, left + column.width.pt, top + row.height.pt
            left += column.width.pt
        top += row.height.pt


def _as_pdf(data: bytes, folder: Path) -> Path:
    source = folder / "deck.pptx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return source.with_suffix(".pdf")
