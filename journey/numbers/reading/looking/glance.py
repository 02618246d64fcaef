"""The first events as a plan would read them from the rows of a preview, for people to look at before the reading."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from journey.numbers.reading.columns.persons import masked
from journey.numbers.reading.looking.suggestion import Preview
from journey.numbers.reading.plan import LogPlan, Role, TimeFormat
from journey.numbers.reading.shapes.pivot import happened
from journey.numbers.reading.times.calendar_words import says_no_day
from journey.numbers.reading.times.clocks import clock_of
from journey.numbers.reading.times.formats import is_no_date
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time

_UNITS = {
    TimeFormat.EPOCH_SECONDS: 1e6,
    TimeFormat.EPOCH_MILLISECONDS: 1e3,
    TimeFormat.EPOCH_MICROSECONDS: 1.0,
    TimeFormat.EPOCH_NANOSECONDS: 1e-3,
}
_DAY, _DAY_ZERO = 86_400_000_000, 25_569


class Glimpse(NamedTuple):
    """An event: the row (from 1) of the preview that it comes from, its microseconds since 1970 (None where its time
    cannot be read) and what happened ("" where nothing says so)."""

    row: int
    time: int | None
    activity: str


def first_events(preview: Preview, plan: LogPlan, most: int = 10) -> tuple[Glimpse, ...]:
    """The events of the first rows, in the order of the rows and within a row of the columns."""
    found: list[Glimpse] = []
    for number, cells in enumerate(preview.rows, 1):
        row = dict(zip(plan.names, (cell.strip() for cell in cells), strict=False))
        row |= {column: _first(row, (column, *others)) for column, others in plan.instead.items()}
        found += [Glimpse(number, time, masked(activity)) for time, activity in _of_row(row, plan)]
        if len(found) >= most:
            break
    return tuple(found[:most])


def _of_row(row: Mapping[str, str], plan: LogPlan) -> list[tuple[int | None, str]]:
    if plan.pairs:
        pairs = ((time, next((row[name] for name in options if row.get(name)), "")) for time, *options in plan.pairs)
        return [(_time(row, time, plan), activity) for time, activity in pairs if row.get(time)]
    if plan.days:
        what = plan.columns.get(Role.ACTIVITY, "")
        filled = [(day, row.get(column, "")) for column, day in plan.days if happened(row.get(column, ""))]
        return [(worded_time(day, TimeFormat.ISO), row[what] if what else cell) for day, cell in filled]
    if plan.milestones:
        dated = [(column, activity) for column, activity in plan.milestones if _holds(row, plan.given.get(activity))]
        return [(_time(row, column, plan), activity) for column, activity in dated if _is_filled(row.get(column, ""))]
    is_back = bool(plan.paid_back) and _holds(row, (plan.paid_back[0], plan.paid_back[1]))
    if not (is_back or _holds(row, plan.given.get(""))) or any(_holds(row, pair) for pair in plan.no_orders):
        return []
    activity = plan.every_row or row.get(plan.columns[Role.ACTIVITY], "")
    return [(_time(row, plan.columns[Role.TIME], plan), activity)]


def _first(row: Mapping[str, str], names: Sequence[str]) -> str:
    return next((cell for name in names if (cell := row.get(name, ""))), "")


def _holds(row: Mapping[str, str], given: tuple[str, str] | None) -> bool:
    if given is None:
        return True
    found = re.search(given[1].removeprefix("!"), row.get(given[0], "").lower()) is not None
    return found is not given[1].startswith("!")


def _is_filled(cell: str) -> bool:
    return bool(cell) and not is_no_date(cell) and not says_no_day(cell)


def _time(row: Mapping[str, str], column: str, plan: LogPlan) -> int | None:
    form = plan.times.get(column, TimeFormat.ISO)
    text = row.get(column, "")
    if form in _UNITS or form == TimeFormat.EXCEL_DAYS:
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            return None
        return (
            round((number - _DAY_ZERO) * _DAY)
            if form == TimeFormat.EXCEL_DAYS
            else int(number * _UNITS[TimeFormat(form)])
        )
    others = [row.get(name, "") for name in plan.beside.get(column, ())]
    if others:
        text = _with_others(text, others)
    time = worded_time(text, form)
    return time if time > IMPOSSIBLE else None


def _with_others(day: str, others: Sequence[str]) -> str:
    """A day with its clock and zone."""
    clock = clock_of(others[0]) or (f"{others[0]}:00" if re.fullmatch(r"\d{1,2}", others[0]) else others[0])
    return " ".join(part for part in (re.sub(r"[ T]00?:00(:00)?$", "", day), clock, *others[1:]) if part)
