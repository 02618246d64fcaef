"""What the counts say: funnels, intervals, pasted numbers. Plain values in, frozen values out."""

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
from journey.numbers.pasted import PastedCounts, PastedProblem, Trouble, parse_counts, whole_number

__all__ = [
    "FEW_PEOPLE",
    "WIDE_INTERVAL",
    "BadCounts",
    "Funnel",
    "Interval",
    "PastedCounts",
    "PastedProblem",
    "Quartiles",
    "Stage",
    "Trouble",
    "funnel",
    "newest_funnel",
    "parse_counts",
    "periods",
    "whole_number",
    "wilson",
    "with_all_phases",
]
