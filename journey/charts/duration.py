"""How long something took, in words: the largest unit that gives at least one, with a decimal below ten."""

from journey.model import Language
from journey.texts import number, text

_UNITS = (("second", 1, 60), ("minute", 60, 60), ("hour", 3_600, 24), ("day", 86_400, 14), ("week", 604_800, 9),
          ("month", 2_629_800, 24))  # fmt: skip
"""A unit's name, its seconds, and from how many on the next larger one is used; a month is a twelfth of 365.25 days."""
_YEAR = 31_557_600


def duration(seconds: float, language: Language) -> str:
    """A span of time in seconds as people say it: 45 min, 3 days, 2,5 Wochen. Below zero counts as zero."""
    for unit, size, limit in _UNITS:
        if (rounded := _rounded(max(0.0, seconds) / size)) < limit:
            return _words(unit, rounded, language)
    return _words("year", _rounded(seconds / _YEAR), language)


def _rounded(value: float) -> float:
    """One decimal below ten, none from ten on."""
    return round(value, 1) if round(value, 1) < 10 else round(value)


def _words(unit: str, value: float, language: Language) -> str:
    form = "one" if value == 1 else "many"
    return text(f"charts.duration.{unit}.{form}", language, count=number(value, language))
