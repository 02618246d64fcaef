"""The least that Typst needs for a printed file: the same headings, words, cells and pictures, and as many shapes of its own, tagged by
the same standard, in its own looks (`plain_pages.typ`). It knows before what to say and where the map has what."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typst

from journey.model import Language, Workshop
from journey.paper import setting

_SHAPE = re.compile(r"<(?:rect|path|line|circle|image) ")
_LAYOUT = Path(__file__).with_suffix(".typ")
Pages = tuple[str, dict[str, Any]]
"""A layout's name and the values that it sets."""


def pages_of(write: Callable[[Workshop, Language], bytes], workshop: Workshop) -> list[Pages]:
    """What a printed file is set of: one layout, or first what it takes in."""
    found: list[Pages] = []
    made = setting._compiler

    def noted(layout: str, inputs: dict[str, str]) -> typst.Compiler:
        found.append((layout, _counted(json.loads(inputs["given"]))))
        return made(layout, inputs)

    with patch.object(setting, "_compiler", noted):
        write(workshop, Language.EN)
    return found


def _counted(value: Any) -> Any:
    """The values with the number of shapes in place of each drawing of a chart."""
    if isinstance(value, list):
        return [_counted(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "svg" in value and "words" in value:
        return {**value, "svg": "", "shapes": len(_SHAPE.findall(value["svg"]))}
    return {name: _counted(each) for name, each in value.items()}


def plain_pages(pages: list[Pages], fresh: str) -> bytes:
    """The file in Typst's own looks. `fresh` makes its title another one: Typst remembers what it has set."""
    made = b""
    for layout, given in pages:
        given["title"] = fresh
        standard: Any = "1.7" if layout == "wall" else "ua-1"
        inputs = {"given": json.dumps(given, ensure_ascii=False), "layout": layout, "whole": str(list(made))}
        compiler = typst.Compiler(str(_LAYOUT), font_paths=setting._fonts(), sys_inputs=inputs)
        done = compiler.compile(format="pdf", pdf_standards=[standard])
        assert isinstance(done, bytes)  # noqa: S101 (the wheel says less than it does)
        made = done
    return made
