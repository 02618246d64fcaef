"""The log of market and behaviour on a course of time: which events fall into it, and where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journey.lazy_re import lazy_re
from journey.model import MarketEvent
from journey.numbers.reading.times.calendar_words import MONTHS

_YEAR = lazy_re(r"(\d{4})")
_MONTH = lazy_re(r"(\d{4})-(\d{1,2})|(\d{1,2})/(\d{4})")
_NAMED_MONTH = lazy_re(r"([^\W\d_]+)\.? (\d{4})")
_QUARTER = lazy_re(r"(\d{4})[ -]?Q([1-4])|Q([1-4])[ /-]?(\d{4})", re.IGNORECASE)


@dataclass(frozen=True)
class PlacedEvent:
    """An event on a course of periods: `place` counts them from 0, broken where it happened between their middles."""

    place: float
    event: MarketEvent


def dated(events: Iterable[MarketEvent]) -> tuple[MarketEvent, ...]:
    """The events that have a day, the earliest first."""
    return tuple(sorted((each for each in events if each.day), key=lambda each: (each.day, each.rank, each.id)))


def say_when(periods: Sequence[str]) -> bool:
    """Whether the names of all periods (oldest first) say when they are, one after the other."""
    starts = [start for name in periods if (start := _start(name))]
    return len(starts) == len(periods) and starts == sorted(set(starts))


def placed_events(events: Iterable[MarketEvent], periods: Sequence[str]) -> tuple[PlacedEvent, ...]:
    """The events that fall into these periods (their names, oldest first), by day. None where the names do not say when they
    are, as those that people type freely. A point of a course stands for the middle of its period."""
    starts = [start for name in periods if (start := _start(name))]
    if not starts or not say_when(periods):
        return ()
    ends = [*starts[1:], _after(starts, periods[-1])]
    return tuple(
        PlacedEvent(min(max(place + (day - start) / (end - start) - 0.5, 0), len(starts) - 1), event)
        for event in dated(events)
        if (day := event.day)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
        if start <= day < end
    )


def _start(name: str) -> date | None:
    """The first day of a period by its name: an ISO day, a month (also by its name), a quarter or a year."""
    try:
        return date.fromisoformat(name) if len(name) == 10 else _first_day(name.strip())
    except ValueError:
        return None


def _first_day(name: str) -> date | None:
    if found := _YEAR.fullmatch(name):
        return date(int(found[1]), 1, 1)
    if found := _QUARTER.fullmatch(name):
        return date(int(found[1] or found[4]), 3 * int(found[2] or found[3]) - 2, 1)
    if found := _MONTH.fullmatch(name):
        return date(int(found[1] or found[4]), int(found[2] or found[3]), 1)
    if (found := _NAMED_MONTH.fullmatch(name)) and (month := MONTHS.get(found[1].casefold())):
        return date(int(found[2]), month, 1)
    return None


def _after(starts: Sequence[date], last: str) -> date:
    """The first day that no longer belongs to the last period, which is as long as the one before, else as its name says."""
    days = (starts[-1] - starts[-2]).days if len(starts) > 1 else 0
    if days:
        months = next((count for count in (1, 3, 12) if abs(days - count * 30.4) < 4 * count**0.2), 0)
    else:
        months = 12 if _YEAR.fullmatch(last) else 3 if _QUARTER.fullmatch(last) else 1
    if not months or starts[-1].day != 1:
        return starts[-1] + timedelta(days=days or 31)
    years, month = divmod(starts[-1].month - 1 + months, 12)
    return date(starts[-1].year + years, month + 1, 1)
