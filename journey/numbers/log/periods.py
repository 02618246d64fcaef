"""Calendar weeks and months, of times as a zone's clocks show them. A period's number counts from 1970, so that neighbours differ by one."""

from datetime import date
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import Times

_DAY = 86_400_000_000
_FIRST_DAY = date(1970, 1, 1).toordinal()
_THURSDAY = 3
"""1970 began on a Thursday, three days after a Monday."""


class Unit(StrEnum):
    """ISO weeks, from Monday to Sunday, or calendar months."""

    WEEK = "week"
    MONTH = "month"


def numbers_of(times: Times, unit: Unit) -> NDArray[np.int64]:
    """The number of the period that each time lies in."""
    if unit is Unit.WEEK:
        return (times // _DAY + _THURSDAY) // 7
    return times.view("datetime64[us]").astype("datetime64[M]").astype(np.int64)


def first_day(number: int, unit: Unit) -> date:
    """The day on which a period begins."""
    if unit is Unit.WEEK:
        return date.fromordinal(_FIRST_DAY + 7 * number - _THURSDAY)
    return date(1970 + number // 12, number % 12 + 1, 1)


def begins_at(number: int, unit: Unit) -> int:
    """When a period begins, in microseconds since 1970."""
    return (first_day(number, unit).toordinal() - _FIRST_DAY) * _DAY


def is_over(number: int, unit: Unit, end: int, longer: int = 0) -> bool:
    """Whether a log that ends at this time tells the whole period, and `longer` (all in microseconds) after it: it ends
    so much after the period's last day, or later. By days, because many logs know no more."""
    last_day = first_day(number + 1, unit).toordinal() - 1 - _FIRST_DAY
    return last_day * _DAY + longer <= end // _DAY * _DAY
