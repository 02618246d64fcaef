"""Pivot tables with days for the names of columns. Where their cells say what happened, or other columns say it and the
cells how often, each filled cell is an event of that day; where they only count, or where the columns are called like
months without a year, weeks or quarters, nobody can be followed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from journey.lazy_re import lazy_re
from journey.model import Language
from journey.numbers.reading.columns.amounts import is_amount
from journey.numbers.reading.columns.looks import ColumnLook, looks, values_of
from journey.numbers.reading.columns.persons import are_people
from journey.numbers.reading.columns.role_names import name_rank
from journey.numbers.reading.columns.roles import guessed_roles
from journey.numbers.reading.plan import Role, TimeFormat
from journey.numbers.reading.times.calendar_words import DAYS, MONTHS
from journey.numbers.reading.times.formats import BEGINS_AS_DATE, time_guess
from journey.numbers.reading.times.periods import first_day, period_of, periods_among
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time
from journey.texts import month_first

_MONTH = (
    lazy_re(r"(?P<year>(?:19|20)\d\d)[-/. ](?P<month>\d{1,2})"),
    lazy_re(r"(?P<month>\d{1,2})[-/. ](?P<year>(?:19|20)\d\d)"),
    lazy_re(r"(?P<month>[^\W\d_]{3,9})\.?[-/ ']*(?P<year>(?:19|20)\d\d|\d\d)"),
    lazy_re(r"(?P<year>(?:19|20)\d\d)[-/ ]*(?P<month>[^\W\d_]{3,9})\.?"),
)
_FIRST_WORD = lazy_re(r"\s*(\d+|[^\W\d_]+)")
_NAMES_OF_DAYS = frozenset((*MONTHS, *DAYS))
_MARKS = frozenset(("x", "✓", "✔", "ja", "yes", "y", "j", "true", "wahr", "1"))
_NOTHING = lazy_re(r"[-–—/.,0 ]*|nein|no|n|false|falsch", re.IGNORECASE)
_YEARLY = frozenset(("week", "month"))
_AN_ID = lazy_re(r"\S*\d\S*")
_SURE, _MOST_STEPS, _LOOKED_AT, _FEWEST, _LONGEST = 0.5, 50, 300, 3, 40


class Pivot(NamedTuple):
    """A pivot table: the columns that are called like days, each with its day ("" where that is a period that names none),
    and what the others are. `is_counts`: its cells count, and nothing says whom.
    Where they do not and no day is named, the year is missing."""

    days: tuple[tuple[str, str], ...]
    roles: Mapping[str, str]
    is_counts: bool


def is_pivot_head(cells: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether cells are the head of a pivot table: days side by side in their order, as wide as what stands below, where
    something stands and no dates."""
    places = list(_days(cells, Language.EN))
    if len(places) < 2:
        return bool(_counted_periods(cells, below))
    filled = sum(bool(cell.strip()) for cell in cells)
    most = max((sum(bool(cell.strip()) for cell in row) for row in below[:_LOOKED_AT]), default=0)
    if most == 0 or filled + (len(places) >= _FEWEST) < most:
        return False
    values = [row[place].strip() for row in below[:_LOOKED_AT] for place in places if place < len(row)]
    return any(values) and not any(map(BEGINS_AS_DATE.match, values))


def pivot_of(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]], language: Language) -> Pivot | None:
    """The pivot table that a table is; None for any other."""
    names = [column.name for column in columns]
    days = _days(names, language)
    if not days and not any(column.time for column in columns) and (periods := _counted_periods(names, rows)):
        return Pivot(tuple((names[place], "") for place in periods), {}, True)
    if not days and not any(column.time for column in columns) and (periods := _told_periods(names, rows)):
        return Pivot(tuple((names[place], "") for place in periods), {}, False)
    others = [place for place in range(len(names)) if place not in days]
    if len(days) < 2 or not others or not is_pivot_head(names, rows):
        return None
    rest = filled_down([[row[place] for place in others] for row in rows], len(others) - 1)
    seen = looks([names[place] for place in others], rest, language)
    found = tuple((names[place], day) for place, day in days.items())
    values = [value for place in days for value in values_of(rows[:_LOOKED_AT], place) if happened(value)]
    roles = guessed_roles(seen, rest)
    roles.pop(Role.TIME, None)
    if _say_what(values):
        roles.pop(Role.ACTIVITY, None)
        return Pivot(found, roles, False)
    by_name = {column.name: column for column in seen}
    case, activity = (by_name.get(roles.get(role, "")) for role in (Role.CASE, Role.ACTIVITY))
    known = case is not None and activity is not None and case.repeats and _is_somebody(case, seen, rest)
    counted = all(is_amount(value) or value.casefold() in _MARKS for value in values)
    found = tuple((name, "" if _first_of_period(name) else day) for name, day in found)
    is_known = known and counted and all(day for _, day in found)
    return Pivot(found, roles if is_known else {}, not is_known)


def happened(cell: str) -> bool:
    """Whether a cell of a pivot table says that something happened: it is neither empty, nor a zero, nor a dash."""
    return _NOTHING.fullmatch(cell.strip()) is None


def filled_down(rows: Iterable[Sequence[str]], count: int) -> list[list[str]]:
    """Rows whose first `count` cells stand for those below them that are empty: a pivot table writes a label once."""
    above = [""] * count
    found = []
    for row in rows:
        above = [cell or before for cell, before in zip(row[:count], above, strict=True)]
        found.append([*above, *row[count:]])
    return found


def _counted_periods(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The places of heads that are months, weeks and the like beside others, where nothing but numbers stands below."""
    places = periods_among(heads)
    below = [row[place].strip() for row in rows[:_LOOKED_AT] for place in places if place < len(row)]
    counts = [value for value in below if happened(value)]
    if not counts or len(places) == len(heads) or not all(map(is_amount, counts)):
        return ()
    return () if all(map(period_of, counts)) else places


def _told_periods(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The places of heads that are weeks or months of no year, where words for what happened stand below."""
    places = periods_among(heads)
    if len(places) in (0, len(heads)) or {(period_of(heads[place]) or ("",))[0] for place in places} - _YEARLY:
        return ()
    values = [value for place in places for value in values_of(rows[:_LOOKED_AT], place) if happened(value)]
    return places if _say_what(values) else ()


def _is_somebody(case: ColumnLook, columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column names customers: it is called so, or holds people or ids, and not countries or steps."""
    values = values_of(rows[:_LOOKED_AT], [column.name for column in columns].index(case.name))
    ids = sum(_AN_ID.fullmatch(value) is not None for value in values)
    return case.people or name_rank(Role.CASE, case) > 0 or ids > _SURE * len(values)


def _say_what(values: Sequence[str]) -> bool:
    """Whether cells are words for what happened, and neither counts nor marks nor people nor ids."""
    if not values or are_people("", values):
        return False
    plain = sum(is_amount(value) or value.casefold() in _MARKS or bool(_AN_ID.fullmatch(value)) for value in values)
    return plain <= (1 - _SURE) * len(values) and len(set(values)) <= min(_MOST_STEPS, max(2, _SURE * len(values)))


def _days(heads: Sequence[str], language: Language) -> dict[int, str]:
    """The places of heads that are days or months, side by side and in their order, each with its (first) day; nothing
    where there is no such row of them."""
    dated = {place: " ".join(head.split()) for place, head in enumerate(heads) if _may_be_day(head)}
    if len(dated) < 2:
        return {}
    guess = time_guess("", list(dated.values()), language)
    orders = [TimeFormat.DAY_FIRST, TimeFormat.MONTH_FIRST]
    if guess and not guess.ambiguous:
        orders = [guess.format]
    elif month_first(language):
        orders.reverse()
    for form in orders:
        days = {place: day for place, head in dated.items() if (day := _day(head, form))}
        between = [head for head in heads[min(days, default=0) : max(days, default=0)] if head.strip()]
        in_order = {one < other for one, other in pairwise(days.values())}
        if len(days) > 1 and len(in_order) == 1 and len(set(days.values())) == len(days) == len(between) + 1:
            return days
    return {}


def _may_be_day(head: str) -> bool:
    """Whether a head begins as days do: with a digit, a month or a weekday."""
    if _first_of_period(head):
        return True
    found = _FIRST_WORD.match(head) if len(head) <= _LONGEST else None
    return found is not None and (found[1].isdecimal() or found[1].casefold() in _NAMES_OF_DAYS)


def _first_of_period(head: str) -> str | None:
    """The first day of a week or quarter that names its year."""
    kind, _ = period_of(head) or ("", ())
    day = first_day(head) if kind in ("week", "quarter") else None
    return day.isoformat() if day else None


def _day(head: str, form: TimeFormat) -> str | None:
    if first := _first_of_period(head):
        return first
    for pattern in _MONTH:
        if found := pattern.fullmatch(head):
            month = int(found["month"]) if found["month"].isdecimal() else MONTHS.get(found["month"].casefold(), 0)
            year = int(found["year"]) + (2000 if len(found["year"]) < 4 else 0)
            return f"{year}-{month:02}-01" if 1 <= month <= 12 else None
    time = worded_time(head, form)
    if time <= IMPOSSIBLE:
        return None
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=time)).strftime("%Y-%m-%d %H:%M:%S")
