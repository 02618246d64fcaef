"""A look at columns: how full they are, how many values they have, and what these are: times, clocks, numbers, people."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.numbers.reading.columns.amounts import is_amount, is_client
from journey.numbers.reading.columns.persons import are_people
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.calendar_words import has_words, says_no_day
from journey.numbers.reading.times.clocks import clock_of
from journey.numbers.reading.times.compact_times import COMPACT, fits_too
from journey.numbers.reading.times.formats import (
    BEGINS_AS_DATE,
    ENOUGH_NUMBERS,
    TimeGuess,
    is_clock,
    is_clock_of_excel,
    is_no_date,
    named_guess,
    time_guess,
)
from journey.numbers.reading.times.periods import first_day
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time
from journey.numbers.reading.times.zones import zone_of

_LONGEST = 100
"""Longer cells are neither times nor numbers."""

_OF_ZEROS = frozenset("01239")
"""What a calendar's zero or end begins with."""
_JUDGED, _SOME_DAYS = 300, 2
"""So many cells of the sample tell what a column holds; how often values repeat is counted in all of it."""
_CLOCKS = lazy_re(r"uhrzeit|zeit|clock|(?:^|[^a-z])(?:[a-z]?time|um|erzet|aezet|cputm)(?:[^a-z]|$)", re.IGNORECASE)
_HOURS = lazy_re(r"(?:start |event |ereignis)?(?:hour|stunde)(?: of (?:the )?day)?", re.IGNORECASE)
_HOUR = lazy_re(r"[01]?\d|2[0-3]")
_ZONES = lazy_re(r"zone|(?:^|[^a-z])tz(?:[^a-z]|$)", re.IGNORECASE)
_A_CLOCK = lazy_re(r"\d:\d|\d\s?(?:Uhr|[AaPp]\.?[Mm])|\d{8}[T ]?\d{4,6}|^\d{9,12}$|^\d{5,6}[T ]\d{4}|\d[.h]\d\d\s?Uhr")
_ZERO = lazy_re(r"0+(?:[:.]0+)*")
_MIDNIGHT = lazy_re(r"[ T]00?:00(?::00(?:[.,]0+)?)?$")
_WITH_CLOCK = frozenset(form for form in TimeFormat if form.name.startswith("EPOCH"))
_MOST_CELLS = 200_000
_ORDERS = frozenset((TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST))
_MARKED = lazy_re(r"\d{1,2}([/-])\d{1,2}\1\d{2}")
_NOTHING = frozenset(
    ("null", "\\n", "nan", "none", "n/a", "#n/a", "<na>", "[]", "-", "–", "--", "—", "---", "k. a.", "k.a.")
)


@dataclass(frozen=True)
class ColumnLook:
    """A column as its sample shows it. `filled`: share of rows with a value; a calendar's zero is none. `distinct`:
    different values in the sample; `repeats`: some stand in several rows. `time`: the format that reads its values as
    times, None where none does; `ambiguous`: day first and month first read it equally well, so a person must choose;
    `day_only`: its times have no clock. `if_named`: the format that reads it where a person calls it a time. `clock`,
    `zone`: times of day alone, names of zones. `number`: its values read as numbers; `whole`: without a decimal mark.
    `people`: it holds addresses, names or telephone numbers."""

    name: str
    filled: float
    distinct: int
    time: TimeFormat | None = None
    ambiguous: bool = False
    number: bool = False
    repeats: bool = True
    day_only: bool = False
    if_named: TimeFormat | None = None
    clock: bool = False
    zone: bool = False
    whole: bool = False
    people: bool = False


def looks(
    names: Sequence[str],
    rows: Sequence[Sequence[str]],
    language: Language,
    more: Sequence[Sequence[str]] = (),
    *,
    by_periods: bool = False,
) -> tuple[ColumnLook, ...]:
    """A look at each column of the first rows; `more` rows from elsewhere only help to read times and numbers. `by_periods`:
    months, quarters and weeks are times too."""
    most = max(_MOST_CELLS // max(len(names), 1), 20)
    judged = min(most, _JUDGED)
    first, others = rows[:most], more[:most]
    found = tuple(
        _look(
            name,
            values_of(first, place),
            len(first),
            values_of(others, place),
            language,
            judged=judged,
            by_periods=by_periods,
        )
        for place, name in enumerate(names)
    )
    found = _as_proven(found, first)
    proven = {column.time for column in found if column.time in COMPACT}
    return _with_compact(found, first[:judged], *proven) if len(proven) == 1 else found


def holds_some_days(column: ColumnLook, rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a column that holds no times has days in some of its cells."""
    if column.time or column.clock or column.number:
        return False
    days = (value for value in values_of(rows[:_JUDGED], place) if BEGINS_AS_DATE.match(value))
    return sum(worded_time(value, TimeFormat.DAY_FIRST) > IMPOSSIBLE for value in days) >= _SOME_DAYS


def _as_proven(columns: tuple[ColumnLook, ...], rows: Sequence[Sequence[str]]) -> tuple[ColumnLook, ...]:
    """The columns, with dates of which nothing tells day from month read as the others of the file that are written with the
    same mark, where those prove one order."""
    if not any(column.ambiguous for column in columns):
        return columns
    marks = [_mark(values_of(rows, place)) if column.time in _ORDERS else "" for place, column in enumerate(columns)]
    proven: dict[str, set[TimeFormat | None]] = {}
    for mark, column in zip(marks, columns, strict=True):
        if mark and not column.ambiguous:
            proven.setdefault(mark, set()).add(column.time)
    return tuple(
        replace(column, time=next(iter(proven[mark])), ambiguous=False)
        if column.ambiguous and len(proven.get(mark, ())) == 1
        else column
        for mark, column in zip(marks, columns, strict=True)
    )


def _mark(values: Sequence[str]) -> str:
    """The mark between day and month of most of the first values; "" where there is none."""
    found = Counter(match[1] for value in values[:_JUDGED] if (match := _MARKED.match(value)))
    return found.most_common(1)[0][0] if found else ""


def _with_compact(
    columns: tuple[ColumnLook, ...], rows: Sequence[Sequence[str]], form: TimeFormat | None
) -> tuple[ColumnLook, ...]:
    """The columns, with those as times that could be dates in two orders alone, of which another column proves one."""
    values = {column.name: values_of(rows, place) for place, column in enumerate(columns) if column.number}
    return tuple(
        replace(column, time=form, if_named=None, clock=False, day_only=not _most(_has_clock, values[column.name]))
        if form and not column.time and column.number and fits_too(values[column.name], form, column.name)
        else column
        for column in columns
    )


def values_of(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """The values of a column: stripped, and without those that mean that there is none."""
    cells = [row[place] for row in rows]
    values = {cell: cell.strip() for cell in set(cells)}
    values = {cell: value for cell, value in values.items() if value and not _is_nothing(value)}
    return [values[cell] for cell in cells if cell in values]


def each_value(rows: Sequence[Sequence[str]], place: int) -> Iterator[str]:
    """The same one by one, for who may need the first few only."""
    found = (row[place].strip() for row in rows)
    return (value for value in found if value and not _is_nothing(value))


def _is_nothing(value: str) -> bool:
    if value[0] in _OF_ZEROS and len(value) > 7:
        return is_no_date(value)
    return len(value) < 6 and value.casefold() in _NOTHING


def _look(
    name: str,
    values: Sequence[str],
    rows: int,
    more: Sequence[str],
    language: Language,
    *,
    judged: int,
    by_periods: bool,
) -> ColumnLook:
    if not values and not more:
        return ColumnLook(name, 0.0, 0)
    short = [value if len(value) <= _LONGEST else "…" for value in (*values[:judged], *more)]
    if _are_days_with_gaps(short):
        values, short = ([value for value in each if not _is_none(value)] for each in (values, short))
    no_times = bool(short) and (_most(is_clock_of_excel, short) or _most(is_client, short))
    guess = None if no_times else time_guess(name, short, language)
    if by_periods and guess is None and _are_periods(short):
        guess = TimeGuess(TimeFormat.PERIODS)
    is_number = bool(short) and _most(is_amount, short)
    clock = (
        guess is None
        and bool(short)
        and (
            _most(is_clock, short)
            or (_CLOCKS.search(name) and _most(_is_bare_clock, short))
            or (_HOURS.fullmatch(name.strip()) and all(map(_HOUR.fullmatch, short)))
        )
    )
    different = len(set(values))
    return ColumnLook(
        name,
        len(values) / rows if rows else 0.0,
        different,
        guess.format if guess else None,
        guess.ambiguous if guess else False,
        is_number,
        different < len(values),
        guess is not None and guess.format not in _WITH_CLOCK and not _most(_has_clock, short),
        None if guess or no_times else named_guess(short),
        bool(clock),
        guess is None and not clock and bool(short) and bool(_ZONES.search(name)) and _most(_is_zone, short),
        is_number and all(value.lstrip("+-").isdecimal() for value in short),
        guess is None and not clock and are_people(name, short),
    )


def _are_days_with_gaps(values: Sequence[str]) -> bool:
    """Whether values are dates, but for some that say that there is none."""
    days = gaps = False
    for value in values:
        if BEGINS_AS_DATE.match(value) and not _ZERO.fullmatch(value):
            days = True
        elif _is_none(value):
            gaps = True
        elif value[-1].isdigit() and has_words(value):
            days = True
        else:
            return False
    return days and gaps


def _is_none(value: str) -> bool:
    """Whether a cell among dates says that there is none."""
    return _ZERO.fullmatch(value) is not None or says_no_day(value)


def _is_bare_clock(value: str) -> bool:
    return clock_of(value) is not None


def _are_periods(values: Sequence[str]) -> bool:
    periods = [value for value in values if not _is_none(value)]
    return bool(periods) and _most(_is_period, periods)


def _is_period(value: str) -> bool:
    return first_day(value) is not None


def _is_zone(value: str) -> bool:
    return zone_of(value) is not None


def _has_clock(value: str) -> bool:
    return _A_CLOCK.search(value) is not None and _MIDNIGHT.search(value) is None


def _most(holds: Callable[[str], bool], values: Sequence[str]) -> bool:
    """Whether something holds of nearly all values; of a column of something else the first few tell."""
    left = len(values)
    for value in values:
        if not holds(value):
            left -= 1
            if left < ENOUGH_NUMBERS * len(values):
                return False
    return True
