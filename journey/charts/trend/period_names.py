"""How periods are called: dates as weeks or months, quarters in short, all other names as they are."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import period, text

_QUARTER = lazy_re(r"(\d{4})[-/ ]?[Qq]([1-4])")


def period_names(names: Sequence[str], language: Language) -> tuple[str, ...]:
    """The words for periods. Quarters alone are written so that several stand beside each other on a phone. Where all names are ISO dates, those of Mondays are weeks and those of firsts are months
    (of days that are both, what fits all of them); other dates and other names are called as everywhere."""
    quarters = [found for name in names if (found := _QUARTER.fullmatch(name.strip()))]
    if quarters and len(quarters) == len(names):
        return tuple(text("charts.period.quarter", language, number=each[2], year=each[1]) for each in quarters)
    try:
        days = [date.fromisoformat(name) for name in names]
    except ValueError:
        return tuple(period(name, language) for name in names)
    if all(day.day == 1 for day in days):
        return tuple(text("charts.period.month", language, month=f"{day.month:02}", year=day.year) for day in days)
    if all(day.isoweekday() == 1 for day in days):
        weeks = (day.isocalendar() for day in days)
        return tuple(text("charts.period.week", language, week=week.week, year=week.year) for week in weeks)
    return tuple(period(name, language) for name in names)


def shown_places(count: int, most: int = 4) -> tuple[int, ...]:
    """Which of so many periods get a label: at equal distances, the last among them, and not more than `most`."""
    step = max(1, ceil(count / most))
    return tuple(range((count - 1) % step, count, step))
