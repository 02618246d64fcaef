"""A scale of time spans along the width that grows in multiples, from minutes to years."""

from collections.abc import Iterable
from math import log

from journey.charts.kit.canvas import Datum, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.palette import ink
from journey.texts import duration

_TICKS = (60, 600, 3_600, 21_600, 86_400, 604_800, 2_419_200, 7_889_400, 31_557_600, 94_672_800, 315_576_000)
"""A minute, ten, an hour, six, a day, a week, four, three months, a year, three, ten."""
PHONE = 300
"""The width of a phone's scale, on which no two labels may touch."""


class TimeScale:
    """Places spans (in seconds) between the ticks around the shortest and the longest."""

    def __init__(self, spans: Iterable[float]) -> None:
        known = list(spans)
        shortest, longest = min(known, default=3_600.0), max(known, default=86_400.0)
        below = [tick for tick in _TICKS if tick <= shortest]
        above = [tick for tick in _TICKS if tick >= longest]
        low, high = (below or _TICKS)[-1 if below else 0], (above or _TICKS)[0 if above else -1]
        if low == high:
            low, high = _TICKS[max(0, _TICKS.index(low) - 1)], _TICKS[min(len(_TICKS) - 1, _TICKS.index(high) + 1)]
        self.ticks = tuple(tick for tick in _TICKS if low <= tick <= high)

    def x(self, seconds: float) -> float:
        """Where a span stands, as a share of the width; spans outside stand at the ends."""
        low, high = log(self.ticks[0]), log(self.ticks[-1])
        return min(1.0, max(0.0, (log(max(seconds, 1e-9)) - low) / (high - low)))

    def gridlines(self, ranges: Iterable[tuple[float, float]], dark: bool) -> list[Datum]:
        """A line at each tick, in each range from top to bottom."""
        return [
            rule_datum((round(self.x(tick), 4), top), (round(self.x(tick), 4), bottom), ink(dark).line)
            for top, bottom in ranges
            for tick in self.ticks
        ]

    def labels(self, y: float, language: Language, dark: bool) -> list[Datum]:
        """The ticks' names, their tops at y; the ends always, of those between as many as fit a phone."""
        found: list[tuple[float, float, Datum]] = []
        for tick in dict.fromkeys((self.ticks[0], self.ticks[-1], *self.ticks[1:-1])):
            words, x = duration(tick, language), self.x(tick)
            wide = measure(words, 12) + 8
            align = {self.ticks[0]: "left", self.ticks[-1]: "right"}.get(tick, "center")
            left = x * PHONE - {"left": 0.0, "right": wide, "center": wide / 2}[align]
            if all(left + wide <= start or end <= left for start, end, _ in found):
                datum = text_datum(block(words, 0, y, wide, size=12), ink(dark).quiet, align=align)
                found.append((left, left + wide, {**datum, "x": round(x, 4)}))
        return [datum for _, _, datum in found]
