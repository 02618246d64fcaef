"""What the counts say: funnels and intervals. Plain values in, frozen values out."""

from journey.numbers.funnel import (
    FEW_PEOPLE,
    WIDE_INTERVAL,
    Funnel,
    Quartiles,
    Stage,
    funnel,
    newest_funnel,
    periods,
    with_all_phases,
)
from journey.numbers.interval import BadCounts, Interval, wilson

__all__ = [
    "FEW_PEOPLE",
    "WIDE_INTERVAL",
    "BadCounts",
    "Funnel",
    "Interval",
    "Quartiles",
    "Stage",
    "funnel",
    "newest_funnel",
    "periods",
    "wilson",
    "with_all_phases",
]
