"""Ordered and strict funnels: runs that go from event to event, each start of a case one run, by ascending row."""

from typing import NamedTuple

import numpy as np

from journey.numbers.log.counting import NOBODY, Counted, entered, first_per_case, together
from journey.numbers.log.question import Order, Question, WindowStart
from journey.numbers.log.steps import NO_ROW, Cases, Flags, Rows, Steps, first_of_each


class _Runs(NamedTuple):
    """`row` is the event that counted last, `began` the one at which the window began."""

    row: Rows
    began: Rows


_NO_ROWS = np.empty(0, np.int32)


def in_order(
    steps: Steps, question: Question, window: int | None, within: Flags | None
) -> tuple[dict[int, Counted], Cases]:
    """For each place of a phase who counts there, and the cases that entered at all. `window` in microseconds."""
    starts = _starts(steps, question, window, within)
    counts: dict[int, Counted] = {}
    came, before = _Runs(_NO_ROWS, _NO_ROWS), _NO_ROWS
    for place, following in zip(steps.required, (*steps.required[1:], None), strict=True):
        begun = _begun(steps, question, starts, place)
        counts[place] = together(_counted(steps, came.row, before), _entered(steps, begun))
        runs = _all_runs(question, came, begun)
        onward = _onward(steps, question, window, runs)
        for nth, optional in enumerate(range(place + 1, following or place)):
            counts[optional] = _seen(steps, window, runs, onward, steps.optional[nth])
        keep = np.flatnonzero(onward != NO_ROW)
        before, row = runs.row[keep], onward[keep]
        each_step = window is None or question.window_start is WindowStart.STEP
        came = _Runs(row, row if each_step else runs.began[keep])
    cases = steps.case[starts]
    return counts, cases[first_of_each(cases)]


def _starts(steps: Steps, question: Question, window: int | None, within: Flags | None) -> Rows:
    strict = question.order is Order.STRICT
    if question.open:
        every = strict or question.reentry
        starts = steps.entering if every else steps.first_entering
    else:
        # Without a window no later start goes further than the first, but it may end at an optional phase.
        every = strict or (question.reentry and (window is not None or bool(question.optional)))
        starts = steps.rows[steps.required[0]] if every else steps.first_starting
    if within is not None:
        starts = starts[np.flatnonzero(within[steps.case[starts]])]
    return _best(steps, question, window, starts) if strict and not question.reentry else starts


def _best(steps: Steps, question: Question, window: int | None, starts: Rows) -> Rows:
    """Of each case's starts the first of those with the longest run."""
    if not len(starts):
        return starts
    length = np.ones(len(starts), np.int8)
    alive, runs = np.arange(len(starts)), _Runs(starts, starts)
    while len(alive):
        onward = _onward(steps, question, window, runs)
        keep = np.flatnonzero(onward != NO_ROW)
        alive, row = alive[keep], onward[keep]
        length[alive] += 1
        runs = _Runs(row, row if question.window_start is WindowStart.STEP else runs.began[keep])
    cases = steps.case[starts]
    begins = first_of_each(cases)
    longest = np.repeat(np.maximum.reduceat(length, begins), np.diff(begins, append=len(starts)))
    best = np.flatnonzero(length == longest)
    chosen: Rows = starts[best[first_of_each(cases[best])]]
    return chosen


def _begun(steps: Steps, question: Question, starts: Rows, place: int) -> Rows:
    if question.open:
        return starts[np.flatnonzero(steps.phase[starts] == place)]
    return starts if place == steps.required[0] else _NO_ROWS


def _all_runs(question: Question, came: _Runs, begun: Rows) -> _Runs:
    """The runs at one phase. Where several runs of a case meet in one event, the last to begin outlives the others."""
    if not len(came.row) or (question.open and question.reentry):
        return _Runs(begun, begun)
    if not len(begun):
        if not question.reentry:
            return came
        last = np.flatnonzero(np.append(came.row[1:] != came.row[:-1], True))
        return _Runs(came.row[last], came.began[last])
    row, began = np.concatenate([came.row, begun]), np.concatenate([came.began, begun])
    order = np.argsort(row, kind="stable")
    return _Runs(row[order], began[order])


def _onward(steps: Steps, question: Question, window: int | None, runs: _Runs) -> Rows:
    """The event with which each run goes on, NO_ROW where it ends."""
    onward = steps.following[runs.row]
    if question.order is Order.STRICT:
        onward[~steps.direct[runs.row]] = NO_ROW
    if window is not None:
        onward[steps.time[onward] - steps.time[runs.began] > window] = NO_ROW
    return onward


def _seen(steps: Steps, window: int | None, runs: _Runs, onward: Rows, next_optional: Rows) -> Counted:
    seen = next_optional[runs.row]
    holds = seen != NO_ROW
    holds &= (onward == NO_ROW) | (steps.time[seen] < steps.time[onward])
    if window is not None:
        holds &= steps.time[seen] - steps.time[runs.began] <= window
    return _counted(steps, seen[holds], runs.row[holds])


def _counted(steps: Steps, rows: Rows, before: Rows) -> Counted:
    times = steps.time[rows]
    return first_per_case(Counted(steps.case[rows], times, times - steps.time[before])) if len(rows) else NOBODY


def _entered(steps: Steps, rows: Rows) -> Counted:
    return first_per_case(entered(steps.case[rows], steps.time[rows]))
