"""Trends: the funnel period by period, and cohorts by first contact. The log's last event is its "now"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from journey.numbers.funnel import Funnel
from journey.numbers.log.coded import NO_CODE, Coded, PhasedLog, Times
from journey.numbers.log.firsts import NEVER, first_times, place_of
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.grouped import MICROSECONDS
from journey.numbers.log.measured import log_funnel, log_funnels
from journey.numbers.log.periods import Unit, begins_at, first_day, is_over, numbers_of
from journey.numbers.log.reach import reached
from journey.numbers.log.runs import begins
from journey.numbers.log.wall_clock import wall


@dataclass(frozen=True)
class PeriodFunnel:
    """The funnel of the cases that entered in the period beginning on `start`. `complete`: the period is over.
    `window_over`: its cases have had their whole conversion window, so that the funnel will not rise any more; None
    without a window: then later periods always had less time than earlier ones. `unripe`: the ids of the phases for which
    its cases had less time, after the period's end, than three quarters of all who got there needed step by step."""

    start: date
    funnel: Funnel
    complete: bool
    window_over: bool | None
    unripe: frozenset[str] = field(default=frozenset())


@dataclass(frozen=True)
class Cohort:
    """The `cases` whose first contact lies in the period beginning on `start`. `reached[n]`: how many of them had come
    to the target phase by the end of the n-th period after; None where that period lies behind the log's end. The cell
    of the period in which the log ends may still rise: `complete` counts the cells before it."""

    start: date
    cases: int
    reached: tuple[int | None, ...]
    complete: int

    @property
    def shares(self) -> tuple[float | None, ...]:
        """Reached as shares of the cohort; None also for a cohort without cases."""
        return tuple(None if count is None or not self.cases else count / self.cases for count in self.reached)


def funnel_by_period(
    log: PhasedLog, names: Mapping[str, str], query: FunnelQuery, unit: Unit
) -> tuple[PeriodFunnel, ...]:
    """One funnel for each week or month, from the first in which a case entered to the one in which the log ends, also
    where nobody entered. A case belongs whole to the period (in the log's zone) of the event with which it entered the funnel; with
    several starts, of the first. So the periods' counts add up to the whole funnel's. BadFunnelQuery as in `reached`."""
    entry = _entries(log, query)
    case = np.flatnonzero(entry != NEVER)
    if not len(case):
        return ()
    number = numbers_of(wall(log.log, entry[case]), unit)
    first, end = int(number.min()), _end(log)
    last = int(numbers_of(np.array([end]), unit)[0])
    present, place = np.unique(number, return_inverse=True)
    codes = np.full(log.log.cases, NO_CODE, np.int32)
    codes[case] = place
    days = [first_day(period, unit) for period in present.tolist()]
    funnels = log_funnels(log, names, query, Coded(codes, tuple(day.isoformat() for day in days)))
    empty = log_funnel(log, names, query, np.zeros(log.log.cases, np.bool_))
    needed = _time_needed(log_funnel(log, names, query))
    found = []
    for period in range(first, last + 1):
        start = first_day(period, unit)
        over = _window_over(period, unit, query, len(log.phases), end)
        left = (end - begins_at(period + 1, unit)) / MICROSECONDS
        unripe = frozenset(phase for phase, seconds in needed.items() if left < seconds)
        found.append(
            PeriodFunnel(start, funnels.get(start.isoformat(), empty), is_over(period, unit, end), over, unripe)
        )
    return tuple(found)


def cohorts(log: PhasedLog, target: str, unit: Unit, most: int = 12) -> tuple[Cohort, ...]:
    """For the cases of each week or month of first contact how many had reached the phase `target` by the end of the
    same period, of the next one, and so on up to `most` periods later.

    First contact is the case's first event of any phase; the target counts with its first event, in whatever order.
    Periods are those of the calendar, in the log's zone: whoever comes on the last day of a month and reaches the target on the
    next day does so one period later. Cohorts run from the first contact of all to the period in which the log ends.
    Source: the usual cohort table; its details are the app's own. PhaseNotInLog."""
    reach = first_times(log, place_of(log, target))
    row = np.flatnonzero(begins(log.case))
    if not len(row):
        return ()
    end = _end(log)
    last = int(numbers_of(np.array([end]), unit)[0])
    contact, came = numbers_of(wall(log.log, log.time[row]), unit), reach[log.case[row]]
    first = int(contact.min())
    cohort = contact - first
    hit = np.flatnonzero(came != NEVER)
    lag = numbers_of(wall(log.log, came[hit]), unit) - contact[hit]
    rows, width = last - first + 1, min(most, last - first) + 1
    sizes = np.bincount(cohort, minlength=rows)
    soon = lag < width
    table = (
        np.bincount(cohort[hit][soon] * width + lag[soon], minlength=rows * width).reshape(rows, width).cumsum(axis=1)
    )
    ended = rows if is_over(last, unit, end) else rows - 1
    return tuple(
        Cohort(
            first_day(first + place, unit),
            int(sizes[place]),
            tuple(count if place + later < rows else None for later, count in enumerate(table[place].tolist())),
            min(max(ended - place, 0), width),
        )
        for place in range(rows)
    )


def _end(log: PhasedLog) -> int:
    """The log's end, as the clocks of its zone show it."""
    return int(wall(log.log, log.log.time.max(keepdims=True))[0])


def _entries(log: PhasedLog, query: FunnelQuery) -> Times:
    """When each case of the log entered the funnel; NEVER where it did not."""
    reach = reached(log, query)
    entry = np.full(log.log.cases, NEVER)
    for place in reach.required:
        entered = np.flatnonzero(reach.waits[place] < 0)
        case = reach.cases[place][entered]
        entry[case] = np.minimum(entry[case], reach.times[place][entered])
    return entry


def _time_needed(whole: Funnel) -> dict[str, float]:
    """Within how many seconds of their entry three quarters of those who took each step have come to a phase, the steps'
    upper quartiles added; phases that nobody has come to need what the phase before needs."""
    needed, total = {}, 0.0
    for stage in whole.counted:
        if stage.previous and not stage.optional:
            total += stage.wait.high if stage.wait else 0.0
            needed[stage.phase_id] = total
    return needed


def _window_over(period: int, unit: Unit, query: FunnelQuery, phases: int, end: int) -> bool | None:
    if query.window is None:
        return None
    by_step = query.window_start is WindowStart.STEP and query.order is not Order.ANY
    steps = max(len(query.required(phases)) - 1, 1) if by_step else 1
    return is_over(period, unit, end, query.window // timedelta(microseconds=1) * steps)
