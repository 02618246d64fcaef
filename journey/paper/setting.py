"""Sets pages: a layout and plain values in, PDF out. Typst sets them; what people typed reaches it as values, never as its
language, so that nothing typed is an order. Its files name no other, and nothing is fetched."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import typst

from journey.charts.files import font_folders
from journey.charts.kit.text_fit import RIGHT_TO_LEFT
from journey.model import Language
from journey.palette import ALARM, BLUE, LIGHT, OCHRE
from journey.paper.glance import beside
from journey.paper.signs import beyond_ascii, drawable

A4 = (297.0, 210.0)
GLANCE = 900
"""A sheet in landscape has so many pixels at a glance."""
_LAYOUTS = Path(__file__).parent / "layouts"
_ROOT = _LAYOUTS.parents[1]
"""No layout reads anything outside of it; charts bring one of their own."""
_TAGGED = "ua-1"
"""PDF/UA-1: tagged for screen readers, every picture with words, every text in a font that comes along."""
_PLAIN = "1.7"
"""Tagged all the same."""
_COLOURS = {
    **{name: getattr(LIGHT, name) for name in ("text", "quiet", "line", "lane")},
    "main": BLUE,
    "alarm": ALARM,
    "star": OCHRE,
}


def pdf(
    layout: str,
    language: Language,
    made_on: date,
    *,
    drawings: Sequence[bytes] = (),
    glance: bool = False,
    **given: Any,
) -> bytes:
    """A PDF in one of the layouts (the name of a file in `layouts/`), of values that JSON can hold. One that takes other PDFs
    in (`drawings`) is tagged as well, but cannot promise the standard. At a `glance`: a small picture of its pages, as PNG; whoever asks
    for it leaves out most of them."""
    values = {**given, "language": language.value, "colours": _COLOURS, "glance": glance}
    written = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    beyond = beyond_ascii(written)
    from_right = any(map(RIGHT_TO_LEFT.match, beyond))
    when = datetime.combine(made_on, time(12), UTC)
    taken = {f"drawing-{place}": str(list(drawn)) for place, drawn in enumerate(drawings)}
    compiler = _compiler(layout, {"given": drawable(written, beyond), "from_right": str(from_right), **taken})
    if glance:
        return beside(_pictures(compiler, given.get("paper", A4)[0]))
    if drawings:
        return _compiled(compiler, when, _PLAIN)
    try:
        return _compiled(compiler, when, _TAGGED)
    except typst.TypstError as error:
        if not error.message.startswith("PDF/UA-1"):
            raise
        return _compiled(compiler, when, _PLAIN)  # somebody typed what the standard forbids


def _compiler(layout: str, inputs: Mapping[str, str]) -> typst.Compiler:
    return typst.Compiler(
        str(_LAYOUTS / f"{layout}.typ"), root=str(_ROOT), font_paths=_fonts(), sys_inputs=dict(inputs)
    )


def _compiled(compiler: typst.Compiler, when: datetime, standard: Any) -> bytes:
    made = compiler.compile(format="pdf", pdf_standards=[standard], timestamp=when)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no file")
    return made


def _pictures(compiler: typst.Compiler, width: float) -> list[bytes]:
    """Every page as PNG, one of this width in millimetres so many pixels wide."""
    made = compiler.compile(format="png", ppi=GLANCE * 25.4 / width)
    return made if isinstance(made, list) else [made] if made else []


@cache
def _fonts() -> typst.Fonts:
    """The fonts that pictures are drawn with, so that both have the same letters."""
    folders = [str(folder) for folder in font_folders()]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
