"""Numbers, days and spans as people write them. How a language writes them is data (`notation.toml`), so that another
language needs no code."""

import re
from datetime import date, datetime
from functools import cache
from math import inf, isfinite

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts.words import text

# 1234.5 or 1234,5; then 1.234,5 and 1,234.5. A zero begins no group of thousands: 0.125 is an eighth in every language.
_UNGROUPED = lazy_re(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?")
_POINTS = lazy_re(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = lazy_re(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")

_QUARTER = lazy_re(r"(\d{4})[-/ ]?[Qq]([1-4])")
_MONTH = lazy_re(r"(\d{4})-(0[1-9]|1[0-2])")
_ISO_DAY = lazy_re(r"\b\d{4}-\d{2}-\d{2}\b")

_UNITS = (("second", 1, 60), ("minute", 60, 60), ("hour", 3_600, 24), ("day", 86_400, 14), ("week", 604_800, 9),
          ("month", 2_629_800, 24))  # fmt: skip
"""A unit's name, its seconds, and from how many on the next larger one is used; a month is a twelfth of 365.25 days."""
_YEAR = 31_557_600
_UP = 1 + 1e-14
"""Carries a half over to where it is rounded up, and nothing else that anybody sees."""


class NotANumber(ValueError):
    """The text is no finite number in either notation."""


def number(value: float, language: Language, digits: int | None = None) -> str:
    """A number with marks between its thousands: 1.234,5 in German, 1,234.5 in English. `digits` fixes the decimals; half of
    one is rounded up, as one does by hand: 66.25 is 66.3."""
    shown = f"{value * _UP:,.{digits}f}" if digits is not None else f"{value:,.15g}"
    return shown.translate(_marks(language))


def typed_number(value: float, language: Language) -> str:
    """A number as one types it, without marks between its thousands: 1234,5; `read_number` gives it back."""
    return f"{value:.15g}".translate(_marks(language))


def read_number(typed: str, language: Language) -> float | None:
    """The number in a text, with comma or point as the decimal mark and perhaps a percent sign; None for nothing.
    NotANumber for other words. 1.234 is a thousand where the language has points between thousands."""
    if not typed.strip():
        return None
    bare = re.sub(r"\s", "", typed).replace("−", "-").removesuffix("%")
    mine, other = (_POINTS, _COMMAS) if decimal_comma(language) else (_COMMAS, _POINTS)
    if mine.fullmatch(bare) or (other.fullmatch(bare) and not _UNGROUPED.fullmatch(bare)):
        bare = bare.replace("." if _POINTS.fullmatch(bare) else ",", "")
    read = float(bare.replace(",", ".")) if _UNGROUPED.fullmatch(bare) else inf
    if not isfinite(read):
        raise NotANumber(typed)
    return read


def decimal_comma(language: Language) -> bool:
    """Whether a comma stands before the decimals."""
    return text("notation.number", language)[-2] == ","


def signed_points(points: int | None) -> str:
    """A difference of scores with its sign, "0" for none and "–" where one of the two is missing."""
    if points is None:
        return "–"
    return "0" if not points else f"{'+' if points > 0 else '−'}{abs(points)}"


def percent(share: float, language: Language, digits: int = 0) -> str:
    """A share of 1 as a percentage: 12,5 % in German (with a narrow space), 12.5% in English."""
    return text("notation.percent", language, number=number(share * 100, language, digits))


def typed_percent(percents: float, language: Language) -> str:
    """Percents as somebody typed them, with no digit more or less: 60,5 %."""
    return text("notation.percent", language, number=number(percents, language))


def money(value: float, currency: str, language: Language, digits: int | None = None) -> str:
    """An amount with its currency, which no line break parts: 5.200 EUR (with a narrow space), and 5.200 without one."""
    amount = number(value, language, digits)
    return text("notation.money", language, number=amount, currency=currency) if currency else amount


def day(value: date, language: Language) -> str:
    """A day: 05.03.2026 in German, 2026-03-05 in English."""
    return _filled(day_pattern(language), value)


def day_pattern(language: Language) -> str:
    """How a day is written, in the letters DD, MM and YYYY that calendars of browsers and (in lower case) cells take."""
    return text("notation.day", language)


def month_first(language: Language) -> bool:
    """Whether the month comes first in days with slashes, such as 3/5/2026."""
    return text("notation.slashed_day", language).startswith("MM")


def moment(when: datetime, language: Language, *, seconds: bool = False) -> str:
    """A day and the time of day, in the time zone of `when`: 05.03.2026, 14:30."""
    time = f"{when:%H:%M:%S}" if seconds else f"{when:%H:%M}"
    return text("notation.moment", language, day=day(when, language), time=time)


def period(name: str, language: Language) -> str:
    """A period as people read it: 2026-Q2 is "2. Quartal 2026" in German, 2026-04 the month 04/2026, and the days of
    2026-04-01 – 2026-09-30 are written as days. Other names stay as they are."""
    if quarter := _QUARTER.fullmatch(name.strip()):
        return text("notation.quarter", language, number=quarter[2], year=quarter[1])
    if month := _MONTH.fullmatch(name.strip()):
        return text("charts.period.month", language, month=month[2], year=month[1])
    return _ISO_DAY.sub(lambda found: _day_of(found[0], language), name)


def _day_of(iso: str, language: Language) -> str:
    try:
        return day(date.fromisoformat(iso), language)
    except ValueError:
        return iso


def duration(seconds: float, language: Language) -> str:
    """A span of time in seconds, in the largest unit that gives at least one, with a decimal below ten: 45 min, 3 days,
    2.5 weeks. Below zero counts as zero."""
    unit, value = _largest_unit(seconds)
    return _words(unit, number(value, language), language, one=value == 1)


def duration_range(low: float, high: float, language: Language) -> str:
    """From one span in seconds to another, the unit only once where it is the same: 1 – 5 days, 20 min – 3 hours."""
    (unit, least), (other, most) = _largest_unit(low), _largest_unit(high)
    if unit != other:
        return f"{duration(low, language)} – {duration(high, language)}"
    both = number(least, language) if least == most else f"{number(least, language)} – {number(most, language)}"
    return _words(unit, both, language, one=least == most == 1)


@cache
def _marks(language: Language) -> dict[int, str]:
    """From the marks of Python's numbers to those of the language, read off its example, such as 1.234,5."""
    example = text("notation.number", language)
    return str.maketrans({",": example[1], ".": example[-2]})


def _filled(pattern: str, value: date) -> str:
    parts = (("YYYY", f"{value.year:04}"), ("MM", f"{value.month:02}"), ("DD", f"{value.day:02}"))
    for letters, digits in parts:
        pattern = pattern.replace(letters, digits)
    return pattern


def _largest_unit(seconds: float) -> tuple[str, float]:
    """The largest unit of which there is at least one, and how many."""
    for unit, size, limit in _UNITS:
        if (rounded := _rounded(max(0.0, seconds) / size)) < limit:
            return unit, rounded
    return "year", _rounded(seconds / _YEAR)


def _rounded(value: float) -> float:
    """One decimal below ten, none from ten on."""
    return round(value, 1) if round(value, 1) < 10 else round(value)


def _words(unit: str, count: str, language: Language, *, one: bool) -> str:
    return text(f"notation.duration.{unit}.{'one' if one else 'many'}", language, count=count)
