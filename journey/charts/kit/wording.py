"""Phrases that several charts share: counted cases, rates, and rates with their intervals."""

from journey.model import Language
from journey.numbers import Interval
from journey.texts import number, percent, text


def counted(noun: str, count: int, language: Language) -> str:
    """A number with its noun; `noun` is a table of the charts' texts with one and many."""
    return text(f"charts.{noun}.{'one' if count == 1 else 'many'}", language, count=number(count, language))


def counted_cases(count: int, language: Language) -> str:
    """A number of cases with its word."""
    return counted("cases", count, language)


def cases_of(count: int, share: float, language: Language) -> str:
    """A number of cases and which share that is."""
    return f"{counted_cases(count, language)} · {short_rate(share, language)}"


def rate(share: float, language: Language) -> str:
    """A share as a percentage with one decimal, two where it would else be shown as nothing."""
    return percent(share, language, 2 if 0 < share < 0.001 else 1)


def short_rate(share: float, language: Language) -> str:
    """A share as a whole percentage; decimals only where few per cent would else be blurred."""
    return rate(share, language) if 0 < share < 0.0995 else percent(share, language)


def spread(interval: Interval, language: Language) -> str:
    """An interval of rates in whole per cent."""
    low, high = (percent(end, language) for end in interval)
    return text("charts.funnel.interval", language, low=low, high=high)
