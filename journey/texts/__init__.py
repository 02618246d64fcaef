"""What the interface says, in each language: words by key, and numbers, days and spans as people write them. Language is
always an argument."""

from journey.texts.notation import (
    NotANumber,
    day,
    day_pattern,
    decimal_comma,
    duration,
    duration_range,
    moment,
    money,
    month_first,
    number,
    percent,
    period,
    read_number,
    signed_points,
    typed_number,
    typed_percent,
)
from journey.texts.words import MissingText, catalogue, choice, has, text, told_apart

__all__ = [
    "MissingText",
    "NotANumber",
    "catalogue",
    "choice",
    "day",
    "day_pattern",
    "decimal_comma",
    "duration",
    "duration_range",
    "has",
    "moment",
    "money",
    "month_first",
    "number",
    "percent",
    "period",
    "read_number",
    "signed_points",
    "text",
    "told_apart",
    "typed_number",
    "typed_percent",
]
