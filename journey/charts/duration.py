"""How long something took, in words: the largest unit that gives at least one, with a decimal below ten."""

from journey.model import Language
from journey.texts import number, text

_UNITS = (("second", 1, 60), ("minute", 60, 60), ("hour", 3_600, 24), ("day", 86_400, 14), ("week", 604_800, 9),
          ("month", 2_629_800, 24))  # fmt: skip
"""A unit's name, its seconds, and from how many on the next larger one is used; a month is a twelfth of 365.25 days."""
_YEAR = 31_557_600


def duration(seconds: float, language: Language) -> str:
    """A span of time in seconds as people say it: 45 min, 3 days, 2,5 Wochen. Below zero counts as zero."""
    unit, value = _told(seconds)
    return _words(unit, number(value, language), language, one=value == 1)


def duration_range(low: float, high: float, language: Language) -> str:
    """From one span in seconds to another, the unit only once where it is the same: 1 – 5 days, 20 min – 3 hours."""
    (unit, least), (other, most) = _told(low), _told(high)
    if unit != other:
        return f"{duration(low, language)} – {duration(high, language)}"
    both = number(least, language) if least == most else f"{number(least, language)} – {number(most, language)}"
    return _words(unit, both, language, one=least == most == 1)


def _told(seconds: float) -> tuple[str, float]:
    """The unit and how many of it."""
    for unit, size, limit in _UNITS:
        if (rounded := _rounded(max(0.0, seconds) / size)) < limit:
            return unit, rounded
    return "year", _rounded(seconds / _YEAR)


def _rounded(value: float) -> float:
    """One decimal below ten, none from ten on."""
    return round(value, 1) if round(value, 1) < 10 else round(value)


def _words(unit: str, count: str, language: Language, *, one: bool) -> str:
    return text(f"charts.duration.{unit}.{'one' if one else 'many'}", language, count=count)
