"""Where each priority's mark stands on the plane: effort to the right, value upwards, marks of the same place side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from journey.palette import BLUE, GREEN, RUST, SLATE
from journey.priorities import MIDDLE, Quadrant, Weighed, numbered

TOP, BAND, CELL, CELLS = 24.0, 26.0, 76.0, 5
"""The head's margin, the room of a quarter's name above and below the cells, and the height of a cell."""
HEIGHT = CELL * CELLS
RADIUS, APART = 11.0, 26.0
BOTTOM = TOP + BAND + HEIGHT + BAND
EDGE = ceil(MIDDLE) - 1
"""The cells of little effort."""


COLOURS: Mapping[Quadrant, str] = {
    Quadrant.QUICK_WIN: GREEN, Quadrant.BIG_BET: BLUE, Quadrant.FILL_IN: SLATE, Quadrant.MONEY_PIT: RUST,
}  # fmt: skip


@dataclass(frozen=True)
class PlacedMark:
    """A mark: its number, its middle as a share of the width and in pixels, and how many pixels it is moved to the right."""

    number: int
    weighed: Weighed
    x: float
    y: float
    dx: float


def y_of(value: float) -> float:
    """The height of a value."""
    return TOP + BAND + (CELLS + 0.5 - value) / CELLS * HEIGHT


def x_of(effort: float) -> float:
    """The middle of an effort's column, as a share of the width."""
    return (effort - 0.5) / CELLS


def placed(rated: Sequence[Weighed]) -> tuple[PlacedMark, ...]:
    """Every mark of the plane. Those that would touch stand in rows of two, on their side of the line between much and
    little value."""
    strips: dict[tuple[int, bool], list[tuple[int, Weighed]]] = {}
    for number, one in numbered(rated):
        strips.setdefault((one.effort or 0, (one.value or 0) >= MIDDLE), []).append((number, one))
    return tuple(mark for (_, is_high), strip in strips.items() for mark in _strip(strip, is_high))


def _strip(strip: Sequence[tuple[int, Weighed]], is_high: bool) -> list[PlacedMark]:
    """The marks of an effort on one side of the line, from the highest value down."""
    rows: list[list[tuple[int, Weighed]]] = []
    heights: list[float] = []
    for number, one in strip:
        y = y_of(one.value or 0)
        if rows and len(rows[-1]) == 1 and y - heights[-1] < APART:
            rows[-1].append((number, one))
        else:
            rows.append([(number, one)])
            heights.append(max(y, heights[-1] + APART) if heights else y)
    line = y_of(MIDDLE)
    top, low = (y_of(CELLS + 0.5), line) if is_high else (line, y_of(0.5))
    shifted = _within(heights, top + RADIUS + 2, low - RADIUS - 2)
    return [
        PlacedMark(number, one, x_of(one.effort or 0), y, 0.0 if len(row) == 1 else (place - 0.5) * APART)
        for row, y in zip(rows, shifted, strict=True)
        for place, (number, one) in enumerate(row)
    ]


def _within(heights: Sequence[float], top: float, low: float) -> list[float]:
    """Rows moved between two heights, in their order; closer together where they are too many."""
    apart = min(APART, (low - top) / max(1, len(heights) - 1))
    found, floor = [], low
    for y in reversed(heights):
        found.append(min(y, floor))
        floor = found[-1] - apart
    found.reverse()
    if found and found[0] < top:
        found[0] = top
        for place in range(1, len(found)):
            found[place] = max(found[place], found[place - 1] + apart)
    return found
