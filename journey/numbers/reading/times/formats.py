"""How a column writes its times, decided on a sample of its values. time_sql.py reads whole columns the same way."""

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.calendar_words import has_words, weekday_of
from journey.numbers.reading.times.clocks import clock_of
from journey.numbers.reading.times.compact_times import compact_guess
from journey.numbers.reading.times.worded import EMPTY, UNREADABLE, worded_time
from journey.texts import month_first

ENOUGH, ENOUGH_NUMBERS = 0.5, 0.8
"""A column holds times when so many of its filled cells read as dates, or as numbers that may be times."""

_CLOCK = r"(?:,?[ T]+\d{1,2}(?::\d{2}){0,2}(?:[.,]\d+)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|Uhr|[+-]\d{2}:?(?:\d{2})?))?)?"
_YEAR_FIRST = lazy_re(
    rf"(?:1[89]|2\d)\d\d(?:[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK})|(?:1[89]|20)\d\d[01]\d[0-3]\d(?:T?\d{{4,6}}Z?|\.0)?"
)
_DATE_HOUR = lazy_re(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])")
"""Day and hour, as Google Analytics writes them (dateHour): a number of seconds would lie years ahead."""
_THREE = lazy_re(
    rf"(?=\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d|\d\d[/-]\d{{1,2}}[/-]\d(?!\d))(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{1,2}}){_CLOCK}"
)
"""Only a day behind the year has one digit in the last place."""
_BARE = lazy_re(r"(\d{1,2})(\d{2})((?:19|20)\d{2})(?:[T ]?\d{4}(?:\d{2})?|[T ]+\d{1,2}:.*)?")
"""Day, month and year without marks, in one order or the other; an eighth digit may have been a zero."""
_INSIDE = lazy_re(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_NUMBER = lazy_re(r"[-+]?\d+(?:[.,]\d+)?(?:[eE]\+?\d+)?")
_AMOUNT = lazy_re(r"[-+(]?[€$£]?\s?\d[\d.,'’ \u00a0\u202f]*\s?[€$£%)-]?")
_DIGIT = lazy_re(r"\d")
_HALF_OF_DAY = lazy_re(r"[AaPp]\.?[Mm]\.?")
_NAMES = lazy_re(r"dat|zeit|time|stamp|\bat\b|_at$|_ts$|^ts$|tag|day|when|wann|created|updated", re.IGNORECASE)
_EPOCHS = (
    (TimeFormat.EPOCH_SECONDS, 1e0),
    (TimeFormat.EPOCH_MILLISECONDS, 1e3),
    (TimeFormat.EPOCH_MICROSECONDS, 1e6),
    (TimeFormat.EPOCH_NANOSECONDS, 1e9),
)
_EARLIEST, _LATEST = 788_918_400, 2_208_988_800
"""Bare numbers are taken for times from 1995 to 2040 only."""
_FIRST_DAY, _LAST_DAY = 34_700, 51_502
_FIRST_YEAR, _LAST_YEAR = 1995, 2040
_DIGITS, _PROVEN = 8, 0.95
"""So many cells must be dates of those years where there are no marks."""

_NO_DATE = lazy_re(
    r"(?:0000[-/.]?00[-/.]?00|0?0[-/.]0?0[-/.](?:00)?00|(?:9999|2999|0001|1601|1753|1970|1899|1900)[-/.]\d\d?[-/.]\d\d?|0?0/00|"
    r"\d\d?[-/.]\d\d?[-/.](?:9999|2999|0001|1601|1753|1970|1899|1900)|9999\d{4}|00000000)(?:\D.*)?"
)
BEGINS_AS_DATE = lazy_re(r"\d{4}-\d\d?-\d\d?|\d\d?([./-])\d\d?\1\d\d")
_CLOCK_OF_EXCEL = lazy_re(r"(?:1899-12-3[01]|1900-01-0[01])[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?")
_DAY = 86_400_000_000
_SLACK = 14 * _DAY // 24
_ZERO_DAYS = tuple(
    (date(*day) - date(1970, 1, 1)).days * _DAY
    for day in ((1, 1, 1), (1601, 1, 1), (1753, 1, 1), (1899, 12, 30), (1899, 12, 31), (1900, 1, 1), (1970, 1, 1))
)
FAR = (date(2999, 12, 30) - date(1970, 1, 1)).days * _DAY
"""From here on, a time is a calendar's end: it says "no date"."""


class TimeGuess(NamedTuple):
    """The format that reads a column. `ambiguous`: nothing in the sample tells day from month."""

    format: TimeFormat
    ambiguous: bool = False


def zero_spans() -> tuple[tuple[int, int], ...]:
    """The spans, in microseconds since 1970, in which a whole hour means "no date": a calendar's zero in any zone."""
    return tuple((day - _SLACK, day + _SLACK) for day in _ZERO_DAYS)


def is_no_date(value: str) -> bool:
    """Whether a cell is a calendar's zero or end, which programs write where there is no date."""
    if _begins_with_our_year(value) or not _NO_DATE.fullmatch(value) or is_clock_of_excel(value):
        return False
    time = worded_time(value, TimeFormat.DAY_FIRST)
    if time == EMPTY or time >= FAR:
        return True
    return any(first <= time <= last for first, last in zero_spans())


def _begins_with_our_year(value: str) -> bool:
    """Whether a cell begins with 20 and a digit, as nearly all times do, and then is no zero."""
    return value.startswith("20") and value[2:3].isdigit()


def is_clock_of_excel(value: str) -> bool:
    """Whether a cell is a clock that stands, as in spreadsheets, at the calendar's first day."""
    return _CLOCK_OF_EXCEL.fullmatch(value) is not None and not value.endswith(("00:00:00", "T00:00"))


def time_guess(name: str, values: Sequence[str], language: Language) -> TimeGuess | None:
    """The format of a column's values (some of them, stripped, without empty ones); None where they are no times.
    Dots mean day first. With slashes or dashes a number above 12 tells, or a weekday; where neither does, the guess is
    ambiguous and follows the language (AM and PM mean month first)."""
    if not any(map(_DIGIT.search, values)):
        return None
    years = sum(_YEAR_FIRST.fullmatch(value) is not None for value in values)
    threes = [found for value in values if (found := _THREE.fullmatch(value))]
    if years + len(threes) >= ENOUGH * len(values):
        return _order(threes, language) if threes else TimeGuess(TimeFormat.ISO)
    if (bare := _bare(name, values, language)) is not None:
        return bare
    if compact := compact_guess(values, bool(_NAMES.search(name)), name):
        return TimeGuess(compact)
    if _NAMES.search(name) and all(map(_DATE_HOUR.fullmatch, values)):
        return TimeGuess(TimeFormat.ISO)
    numbers = [float(value.replace(",", ".")) for value in values if _NUMBER.fullmatch(value)]
    needed = ENOUGH_NUMBERS * len(values)
    if len(numbers) >= needed:
        return _counted([number for number in numbers if number], ENOUGH_NUMBERS, bool(_NAMES.search(name)))
    return _worded(values, language)


def is_bare(value: str) -> bool:
    """Whether a cell may be day, month and year without marks between them."""
    return _BARE.fullmatch(value) is not None


def named_guess(values: Sequence[str]) -> TimeFormat | None:
    """The format of a column that a person calls a time, where its values alone did not say so: days from Excel."""
    numbers = [float(value.replace(",", ".")) for value in values if _NUMBER.fullmatch(value)]
    if not values or len(numbers) < ENOUGH_NUMBERS * len(values):
        return None
    guess = _counted([number for number in numbers if number], ENOUGH_NUMBERS, True)
    return guess.format if guess else None


def is_clock(value: str) -> bool:
    """Whether a cell is a time of day alone, as people and programs write it with a mark in it."""
    return is_clock_of_excel(value) or (
        any(mark in value for mark in ":.hH ") and clock_of(value) is not None and not _AMOUNT.fullmatch(value)
    )


def looks_like_a_value(cell: str) -> bool:
    """Whether a cell is a number or a time: then it stands in no header."""
    cell = cell.strip()
    if _AMOUNT.fullmatch(cell) or _YEAR_FIRST.fullmatch(cell) or _THREE.fullmatch(cell) or clock_of(cell):
        return True
    return any(letter.isdigit() for letter in cell) and worded_time(cell, TimeFormat.DAY_FIRST) > EMPTY + 2


def _order(threes: list[re.Match[str]], language: Language) -> TimeGuess | None:
    if _year_leads(threes):
        return TimeGuess(TimeFormat.YEAR_FIRST_SHORT)
    if any(len(found[4]) < 2 for found in threes):
        return None
    day = sum(int(found[1]) > 12 for found in threes)
    month = sum(int(found[3]) > 12 for found in threes)
    if day != month:
        return TimeGuess(TimeFormat.DAY_FIRST if day > month else TimeFormat.MONTH_FIRST)
    if sum(found[2] == "." for found in threes) > len(threes) / 2:
        return TimeGuess(TimeFormat.DAY_FIRST)
    american = month_first(language) or any(_HALF_OF_DAY.search(found[0]) for found in threes)
    return TimeGuess(TimeFormat.MONTH_FIRST if american else TimeFormat.DAY_FIRST, ambiguous=True)


def _bare(name: str, values: Sequence[str], language: Language) -> TimeGuess | None:
    """The order of dates like 31122026; None where they are numbers. The year of YYYYMMDD stands where no month of ours can,
    so only day and month are to be told apart. Running numbers change in the year alone, unless they are called a time."""
    found = [match for value in values if (match := _BARE.fullmatch(value))]
    if len(found) < _PROVEN * len(values) or max(len(value) for value in values) < _DIGITS:
        return None
    orders = {TimeFormat.DAY_FIRST: (1, 2), TimeFormat.MONTH_FIRST: (2, 1)}
    fits = {
        form: sum(_is_date(match[day], match[month], match[3]) for match in found)
        for form, (day, month) in orders.items()
    }
    best = max(fits, key=lambda form: fits[form])
    days, years = {(match[1], match[2]) for match in found}, {match[3] for match in found}
    if fits[best] < _PROVEN * len(values) or not (_NAMES.search(name) or len(days) >= len(years)):
        return None
    ambiguous = len(set(fits.values())) == 1
    return TimeGuess(TimeFormat.MONTH_FIRST if ambiguous and month_first(language) else best, ambiguous)


def _is_date(day: str, month: str, year: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and _FIRST_YEAR <= int(year) < _LAST_YEAR


def _year_leads(threes: list[re.Match[str]]) -> bool:
    """Whether years of two digits stand in front: 26-01-31. A number can be a year up to next year's, or from 70 on; of
    two that both can be, the year is the one that differs less."""
    if any(len(found[1]) < 2 or len(found[4]) > 2 for found in threes):
        return False
    first, last = [int(found[1]) for found in threes], [int(found[4]) for found in threes]
    newest = (datetime.now(UTC).year + 1) % 100

    def no_years(numbers: list[int]) -> int:
        return sum(newest < number < 70 for number in numbers)

    def no_days(numbers: list[int]) -> int:
        return sum(not 1 <= number <= 31 for number in numbers)

    ahead, behind = no_years(first) + no_days(last), no_years(last) + no_days(first)
    if any(len(found[4]) < 2 for found in threes):
        return ahead == 0
    if ahead != behind:
        return ahead < behind
    return len(set(first)) < len(set(last))


def _counted(numbers: list[float], share: float, named: bool) -> TimeGuess | None:
    """The format of numbers; 0 stands for no time and has been taken out."""
    needed = max(share * len(numbers), 1)
    for form, unit in _EPOCHS:
        if sum(_EARLIEST * unit <= number < _LATEST * unit for number in numbers) >= needed:
            return TimeGuess(form)
    days = sum(_FIRST_DAY <= number < _LAST_DAY for number in numbers)
    return TimeGuess(TimeFormat.EXCEL_DAYS) if named and days >= needed else None


def _worded(values: Sequence[str], language: Language) -> TimeGuess | None:
    """The format of values that are times for people only. Where they name no month, what stands around the date does
    not matter, and its numbers tell which comes first; a weekday that fits one order only tells it too."""
    times, may_miss = list[str](), (1 - ENOUGH) * len(values)
    for place, value in enumerate(values):
        if _is_time(value):
            times.append(value)
        elif place + 1 - len(times) > may_miss:
            return None
    if sum(map(has_words, times)) > len(times) / 2:
        return TimeGuess(TimeFormat.WORDS)
    threes = [found for value in times if (found := _INSIDE.search(value))]
    if len(threes) < len(times) / 2:
        return TimeGuess(TimeFormat.ISO)
    guess = _order(threes, language)
    fits = {
        form: sum(_fits_weekday(value, form) for value in times)
        for form in (TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST)
    }
    best = max(fits, key=lambda form: fits[form])
    return TimeGuess(best) if len(set(fits.values())) > 1 else guess


def _is_time(value: str) -> bool:
    if not _DIGIT.search(value):
        return False
    time = worded_time(value, TimeFormat.DAY_FIRST)  # what is no time at all is none in the other order either
    return time > EMPTY + 2 or (time != UNREADABLE and worded_time(value, TimeFormat.MONTH_FIRST) > EMPTY + 2)


def _fits_weekday(value: str, form: TimeFormat) -> bool:
    weekday, time = weekday_of(value), worded_time(value, form)
    return weekday is not None and time > EMPTY + 2 and (time // _DAY + 3) % 7 == weekday
