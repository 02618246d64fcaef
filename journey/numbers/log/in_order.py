"""Ordered and strict funnels: runs that go from event to event, each start of a case one run, by ascending row."""

from typing import NamedTuple

import numpy as np

from journey.numbers.log.counting import NOBODY, Counted, entered, together
from journey.numbers.log.funnel_query import FunnelQuery, Order, WindowStart
from journey.numbers.log.rows import NO_ROW, Rows, first_of_each
from journey.numbers.log.runs import Flags
from journey.numbers.log.steps import Steps


class _Runs(NamedTuple):
    """`row` is the event that counted last, `began` the one at which the window began."""

    row: Rows
    began: Rows


_NO_ROWS = np.empty(0, np.int32)


def in_order(steps: Steps, query: FunnelQuery, window: int | None, within: Flags | None) -> dict[int, Counted]:
    """For each place of a phase who counts there. `window` in microseconds."""
    counts: dict[int, Counted] = {}
    came, before = _Runs(_NO_ROWS, _NO_ROWS), _NO_ROWS
    begun = _starts(steps, query, window, within)
    for place, following in zip(steps.required, (*steps.required[1:], None), strict=True):
        new = begun.get(place, _NO_ROWS)
        counts[place] = together(_counted(steps, came.row, before), _entered(steps, new))
        runs = _all_runs(query, came, new)
        onward = _onward(steps, query, window, runs)
        for nth, optional in enumerate(range(place + 1, following or place)):
            counts[optional] = _seen(steps, window, runs, onward, steps.optional[nth])
        keep = np.flatnonzero(onward != NO_ROW)
        before, row = runs.row[keep], onward[keep]
        each_step = window is None or query.window_start is WindowStart.STEP
        came = _Runs(row, row if each_step else runs.began[keep])
    return counts


def _starts(steps: Steps, query: FunnelQuery, window: int | None, within: Flags | None) -> dict[int, Rows]:
    """For each place of a phase the events with which cases enter there."""
    first = steps.required[0]
    best = query.order is Order.STRICT and not query.reentry
    # Without a window no later start goes further than the first, but it may end at an optional phase.
    later_matter = query.open or query.order is Order.STRICT or window is not None or bool(query.optional)
    if query.reentry and later_matter:
        places = steps.required if query.open else (first,)
        return {place: _within(steps, steps.rows_of(place), within) for place in places}
    if query.open:
        rows = steps.entering() if best else steps.first_entering
    else:
        rows = steps.rows_of(first) if best else steps.first_starting
    rows = _within(steps, rows, within)
    if best:
        rows = _best(steps, query, window, rows)
    if not query.open:
        return {first: rows}
    phase = steps.phase[rows]
    return {place: rows[np.flatnonzero(phase == place)] for place in steps.required}


def _within(steps: Steps, rows: Rows, within: Flags | None) -> Rows:
    return rows if within is None else rows[np.flatnonzero(within[steps.case[rows]])]


def _best(steps: Steps, query: FunnelQuery, window: int | None, starts: Rows) -> Rows:
    """Of each case's starts the first of those with the longest run."""
    if not len(starts):
        return starts
    length = np.ones(len(starts), np.int8)
    alive, runs = np.arange(len(starts)), _Runs(starts, starts)
    while len(alive):
        onward = _onward(steps, query, window, runs)
        keep = np.flatnonzero(onward != NO_ROW)
        alive, row = alive[keep], onward[keep]
        length[alive] += 1
        runs = _Runs(row, row if query.window_start is WindowStart.STEP else runs.began[keep])
    cases = steps.case[starts]
    begins = first_of_each(cases)
    longest = np.repeat(np.maximum.reduceat(length, begins), np.diff(begins, append=len(starts)))
    best = np.flatnonzero(length == longest)
    chosen: Rows = starts[best[first_of_each(cases[best])]]
    return chosen


def _all_runs(query: FunnelQuery, came: _Runs, begun: Rows) -> _Runs:
    """The runs at one phase. Where several runs of a case meet in one event, the last to begin outlives the others."""
    if not len(came.row) or (query.open and query.reentry):
        return _Runs(begun, begun)
    if not len(begun):
        if not query.reentry:
            return came
        last = np.flatnonzero(np.append(came.row[1:] != came.row[:-1], True))
        return _Runs(came.row[last], came.began[last])
    row, began = np.concatenate([came.row, begun]), np.concatenate([came.began, begun])
    order = np.argsort(row, kind="stable")
    return _Runs(row[order], began[order])


def _onward(steps: Steps, query: FunnelQuery, window: int | None, runs: _Runs) -> Rows:
    """The event with which each run goes on, NO_ROW where it ends."""
    onward = steps.following[runs.row]
    if query.order is Order.STRICT:
        np.putmask(onward, ~steps.direct[runs.row], NO_ROW)
    if window is not None:
        np.putmask(onward, steps.time[onward] - steps.time[runs.began] > window, NO_ROW)
    return onward


def _seen(steps: Steps, window: int | None, runs: _Runs, onward: Rows, next_optional: Rows) -> Counted:
    seen = next_optional[runs.row]
    holds = seen != NO_ROW
    holds &= (onward == NO_ROW) | (steps.instant[seen] < steps.instant[onward])
    if window is not None:
        holds &= steps.time[seen] - steps.time[runs.began] <= window
    at = np.flatnonzero(holds)
    return _counted(steps, seen[at], runs.row[at])


def _counted(steps: Steps, rows: Rows, before: Rows) -> Counted:
    if not len(rows):
        return NOBODY
    cases = steps.case[rows]
    first = first_of_each(cases)
    if len(first) < len(rows):
        cases, rows, before = cases[first], rows[first], before[first]
    times = steps.time[rows]
    return Counted(cases, times, times - steps.time[before])


def _entered(steps: Steps, rows: Rows) -> Counted:
    cases = steps.case[rows]
    first = first_of_each(cases)
    return entered(cases[first], steps.time[rows[first]])
