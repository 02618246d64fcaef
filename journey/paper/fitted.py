"""Words for a room of fixed size, in lines and at a size that are chosen before anything is set: setting has nothing to try."""

from collections.abc import Sequence
from typing import Any

from journey.charts.kit.text_fit import wrap

_POINTS = 72 / 25.4
_FIRST, _NEXT = 0.75, 1.15
"""How high a first line and how far below it the next one is, in font sizes, in any font."""


def fitted(words: str, width: float, height: float, sizes: Sequence[float], *, bold: bool = False) -> dict[str, Any]:
    """Words in a room in millimetres: their lines, and the first of these sizes in points at which all of them fit; where none
    does, the last."""
    for size in sizes:
        lines = wrap(words, width * _POINTS, size=size, bold=bold)
        if (_FIRST + _NEXT * (len(lines) - 1)) * size <= height * _POINTS:
            break
    return {"lines": "\n".join(lines), "size": size}
