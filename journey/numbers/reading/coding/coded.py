"""From scanned rows to the coded log: bad rows out, names sorted, events in order."""

import os
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.at_once import at_once
from journey.numbers.log.coded import NO_CODE, Coded, CodedLog, Codes
from journey.numbers.reading.coding.articles import added_up
from journey.numbers.reading.coding.ordering import in_order, source_order
from journey.numbers.reading.coding.scan import ColumnNames, Scanned
from journey.numbers.reading.columns.persons import masked
from journey.numbers.reading.files.source import NOTHING
from journey.numbers.reading.outcome import SHOWN_LINES, SkippedKind
from journey.numbers.reading.times.formats import FAR, zero_spans
from journey.numbers.reading.times.worded import EMPTY, UNREADABLE

FAULTS = (SkippedKind.NO_CASE, SkippedKind.NO_ACTIVITY, SkippedKind.UNREADABLE_TIME, SkippedKind.IMPOSSIBLE_DATE)
"""Of several faults of a row the first in this order is counted."""

_FINE, _NOTHING = 0, len(FAULTS) + 1
_ZEROS, _QUARTER = zero_spans(), 900_000_000
_FIRST_TIME = _ZEROS[-1][1]
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


@dataclass(frozen=True)
class Fault:
    """Rows with one fault: how many, and the places (from 0) of the first few."""

    kind: SkippedKind
    count: int
    first: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class _Events:
    """Events in the order of the file; `row`: the row of each, a slice where every row is one; `which`: for rows with
    several dates the place of each event's column."""

    row: NDArray[np.int64] | slice
    time: NDArray[np.int64]
    activity: Codes
    which: NDArray[np.int64] | None = None


def coded(
    rows: Scanned,
    milestones: int,
    today: date,
    *,
    conditional: bool = False,
    articles: bool = False,
    planned: Collection[int] = (),
    ahead: bool = False,
    summed: Collection[str] = (),
) -> tuple[CodedLog, tuple[Fault, ...]]:
    """The log, and the faults of what was left out. The first `milestones` happenings have an activity of their own: the
    same one at the same instant in the same case counts once. A row of several happenings loses only the faulty ones and
    is counted once; its amounts stand with the last of its events. `conditional`: a row may hold no event at all;
    `planned`: the places of milestones that have not happened where they lie after all others, unless they count `ahead`; `articles`: what happened is
    an article, so that an order's total counts once for all of them; `summed`: amounts that are articles' own, of which
    those of events that count once are added up."""
    cleaned = {name: _cleaned(names) for name, names in rows.names.items()}
    activities = [cleaned[""][0][codes] for codes in rows.activities]
    several = len(rows.times) > 1 or milestones > 0 or conditional
    pairs = zip(rows.times, activities, strict=True)
    wrong = [_wrong(rows.key, time, activity, several, _end(today)) for time, activity in pairs]
    for place, (each, time) in enumerate(zip(wrong[:milestones], rows.times, strict=False)):
        if not (ahead and place in planned):
            each[(each == _FINE) & (time >= _tomorrow(today))] = _NOTHING
    _without_plans(rows.times[:milestones], wrong, () if ahead else planned)
    faults = _faults(wrong)
    events = (
        _several(rows.times, activities, wrong) if several else _single(rows.times[0], activities[0], wrong[0], faults)
    )
    order, case = in_order(rows.key[events.row], events.time)
    which = events.which if len(rows.times) > 1 else None
    order, instant = source_order(order, case, events.time, events.row, columns=rows.order, which=which)
    sums: dict[str, NDArray[np.float64]] = {}
    if milestones:
        constant = np.concatenate([activity[:1] for activity in activities[:milestones]])
        when, what_happened = events.time[order], events.activity[order]
        kept = _first_of_each(case, when, what_happened, constant)
        for amount in summed if len(kept) < len(order) else ():
            own = _amounts(rows.amounts[amount].take(_rows(events, order)), _last_of_row(events)[order])
            sums[amount] = added_up(own, case, when, what_happened, kept)
        order, case = order[kept], case[kept]
        instant = None if instant is None else instant[kept]
    row = _rows(events, order)
    last = _last_of_row(events)[order] if several else None
    every_name = not faults and not several

    for amount, key in rows.once.items():
        what = np.zeros(len(key), np.int8) if articles else rows.activities[0]
        _only_once(rows.amounts[amount], key, rows.times[0], what)
    of_rows = [*rows.attributes.values(), *rows.amounts.values()]
    time, activity, *columns = _taken(
        [(events.time, order), (events.activity, order), *((values, row) for values in of_rows)]
    )
    codes = dict(zip(rows.attributes, columns, strict=False))
    values = dict(zip(rows.amounts, columns[len(codes) :], strict=True))
    log = CodedLog(
        case,
        time,
        _coded(activity, cleaned[""][1], every_name),
        {name: _coded(cleaned[name][0][each], cleaned[name][1], every_name) for name, each in codes.items()},
        {name: _amounts(each, last) for name, each in values.items()} | sums,
        _pseudonyms(case),
        instant,
    )
    return log, faults


def _rows(events: _Events, order: NDArray[np.int64]) -> NDArray[np.int64]:
    return order if isinstance(events.row, slice) else events.row[order]


def _without_plans(times: list[NDArray[Any]], wrong: list[NDArray[np.uint8]], planned: Collection[int]) -> None:
    """Mark as nothing what is planned for later than the newest time of all that is not planned."""
    known = [time[wrong[place] == _FINE] for place, time in enumerate(times) if place not in planned]
    newest = max((int(time.max()) for time in known if len(time)), default=None)
    for place in planned if newest is not None else ():
        wrong[place][(wrong[place] == _FINE) & (times[place] > newest)] = _NOTHING


def _taken(columns: list[tuple[NDArray[Any], NDArray[np.int64]]]) -> list[NDArray[Any]]:
    """Of each column the values at its places."""
    return at_once(lambda column: column[0].take(column[1]), columns, len(columns[0][1]))


def _single(time: NDArray[Any], activity: NDArray[Any], wrong: NDArray[Any], faults: tuple[Fault, ...]) -> _Events:
    if not faults:
        return _Events(slice(None), time, activity)
    row = np.flatnonzero(wrong == _FINE)
    return _Events(row, time[row], activity[row])


def _several(times: list[NDArray[Any]], activities: list[NDArray[Any]], wrong: list[NDArray[Any]]) -> _Events:
    row, which = np.nonzero(np.column_stack(wrong) == _FINE)
    return _Events(row, np.column_stack(times)[row, which], np.column_stack(activities)[row, which], which)


def _wrong(
    key: NDArray[np.uint64], time: NDArray[np.int64], activity: Codes, several: bool, end: int
) -> NDArray[np.uint8]:
    """For each row _FINE, a fault's number (from 1), or _NOTHING where no date says that anything happened."""
    wrong = np.zeros(len(key), np.uint8)
    if len(key) and time.min() > _FIRST_TIME and time.max() < end and activity.min() != NO_CODE and key.min() > 0:
        return wrong
    time = _without_zeros(time)
    wrong[(time < 0) | (time >= end)] = 1 + FAULTS.index(SkippedKind.IMPOSSIBLE_DATE)
    wrong[(time == UNREADABLE) | (time == EMPTY)] = 1 + FAULTS.index(SkippedKind.UNREADABLE_TIME)
    wrong[activity == NO_CODE] = 1 + FAULTS.index(SkippedKind.NO_ACTIVITY)
    wrong[key == 0] = 1 + FAULTS.index(SkippedKind.NO_CASE)
    if several:
        wrong[(time == EMPTY) & (key != 0)] = _NOTHING
    return wrong


def _without_zeros(time: NDArray[np.int64]) -> NDArray[np.int64]:
    """The times, EMPTY where one is the zero or the end of a calendar, which means that there is no date."""
    nothing = time >= FAR
    for first, last in _ZEROS:
        nothing |= (time >= first) & (time <= last) & (time % _QUARTER == 0)
    return np.where(nothing, EMPTY, time) if nothing.any() else time


def _only_once(
    amounts: NDArray[np.float64], order: NDArray[np.uint64], time: NDArray[np.int64], activity: Codes
) -> None:
    """Empty an order's total on all of its rows but the first of each time, activity and amount."""
    at = np.flatnonzero((order != 0) & np.isfinite(amounts))
    sorting = np.lexsort((at, amounts[at], activity[at], time[at], order[at]))
    at = at[sorting]
    again = np.ones(max(len(at) - 1, 0), bool)
    for values in (order, time, activity, amounts):
        again &= values[at][1:] == values[at][:-1]
    amounts[at[1:][again]] = np.nan


def _tomorrow(today: date) -> int:
    """The end of tomorrow: a date later than that, in whatever zone, has not come yet."""
    return (today - date(1970, 1, 1)).days * 86_400_000_000 + 2 * 86_400_000_000


def _end(today: date) -> int:
    """The end of next year."""
    return (date(today.year + 2, 1, 1) - date(1970, 1, 1)).days * 86_400_000_000


def _faults(wrong: list[NDArray[np.uint8]]) -> tuple[Fault, ...]:
    worst = wrong[0] if len(wrong) == 1 else np.minimum.reduce([np.where(one == _FINE, _NOTHING, one) for one in wrong])
    if not worst.any():
        return ()
    found = []
    for number, kind in enumerate(FAULTS, 1):
        rows = np.flatnonzero(worst == number)
        if len(rows):
            found.append(Fault(kind, len(rows), tuple(rows[:SHOWN_LINES].tolist())))
    return tuple(found)


def _cleaned(names: ColumnNames) -> tuple[Codes, tuple[str, ...]]:
    """What each code becomes (NO_CODE stays: it reads the last entry), and the sorted names: NFC, without spaces around
    them, control characters as spaces, addresses of people made unreadable."""
    tidy = [masked(unicodedata.normalize("NFC", name.translate(_CONTROLS)).strip()) for name in names.codes]
    final = tuple(sorted({name for name in tidy if name not in NOTHING}))
    place = {name: code for code, name in enumerate(final)}
    return np.array([*(place.get(name, NO_CODE) for name in tidy), NO_CODE], _smallest(final)), final


def _coded(codes: Codes, names: tuple[str, ...], every_name: bool) -> Coded:
    """A column in the smallest integers that hold it, with those names only that occur."""
    if not every_name:
        used = np.bincount(codes[codes != NO_CODE], minlength=len(names)) > 0
        table = np.append(np.where(used, np.cumsum(used) - 1, NO_CODE), NO_CODE)
        codes, names = table[codes], tuple(name for name, kept in zip(names, used, strict=True) if kept)
    return Coded(codes.astype(_smallest(names), copy=False), names)


def _smallest(names: tuple[str, ...]) -> Any:
    return np.int8 if len(names) < 1 << 7 else np.int16 if len(names) < 1 << 15 else np.int32


def _first_of_each(
    case: NDArray[np.int32], time: NDArray[np.int64], activity: Codes, constant: Codes
) -> NDArray[np.int64]:
    order = np.lexsort((activity, time, case))
    same = (case[order][1:] == case[order][:-1]) & (time[order][1:] == time[order][:-1])
    same &= (activity[order][1:] == activity[order][:-1]) & np.isin(activity[order][1:], constant)
    return np.sort(order[np.append(True, ~same)]) if len(order) else order


def _last_of_row(events: _Events) -> NDArray[np.bool_]:
    """Which event is the last in time of its row."""
    row = events.row
    assert not isinstance(row, slice)  # noqa: S101 - rows of several happenings are listed
    order = np.lexsort((events.time, row))
    last = np.zeros(len(order), bool)
    last[order[np.append(row[order][1:] != row[order][:-1], True)]] = True
    return last


def _amounts(values: NDArray[np.float64], last: NDArray[np.bool_] | None) -> NDArray[np.float64]:
    """Amounts of events; what is no finite number, or stands with another event of its row, is NaN."""
    bad = ~np.isfinite(values)
    values[bad if last is None else bad | ~last] = np.nan
    return values


def _pseudonyms(case: NDArray[np.int32]) -> NDArray[np.uint64]:
    """A random number for each case: what a keyed hash is to somebody without the key, and there is no key to lose."""
    cases = int(case[-1]) + 1 if len(case) else 0
    return np.frombuffer(os.urandom(8 * cases), np.uint64)
