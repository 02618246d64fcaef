"""A scale of shares along the width: gridlines, and their percentages above."""

from collections.abc import Sequence

from journey.charts.kit.canvas import Datum, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.model import Language
from journey.palette import ink
from journey.texts import percent

HIGH = 17
"""The room of the percentages above the gridlines."""


def gridlines(ranges: Sequence[tuple[float, float]], dark: bool) -> list[Datum]:
    """Lines at each quarter of the width, in each range from top to bottom."""
    colour = ink(dark).line
    return [
        rule_datum((quarter / 4, top), (quarter / 4, bottom), colour, width=1 if quarter % 4 else 1.5)
        for top, bottom in ranges
        for quarter in range(5)
    ]


def percentages(y: float, language: Language, dark: bool, end: float = 1.0) -> list[Datum]:
    """The percentages at start, half and end of the width, their tops at y."""
    digits = 0 if end >= 0.1 else 1
    return [
        {**text_datum(block(percent(share * end, language, digits), 0, y, 60, size=12), ink(dark).quiet, align=align),
         "x": share}
        for share, align in ((0, "left"), (0.5, "center"), (1, "right"))
    ]  # fmt: skip


def round_above(largest: float) -> float:
    """The next round number from 1 on, for the end of a scale of counts."""
    power = 1.0
    while power * 10 < largest:
        power *= 10
    return next((power * step for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if power * step >= largest), power * 10)
