"""Funnels in any order: which phases a case has inside its window, and the instant when it had all of them."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import Times
from journey.numbers.log.counting import Counted, entered, first_per_case, together
from journey.numbers.log.question import Question
from journey.numbers.log.steps import NO_ROW, Cases, Flags, Rows, Steps, first_of_each


class _Starts(NamedTuple):
    """`row` is the event at which a start's window begins; `complete` the microsecond when it had all phases so far;
    `live` tells whether it counted at the phase before, `fresh` whether it has not entered yet."""

    row: Rows
    complete: Times
    live: Flags
    fresh: Flags

    def only(self, which: Flags | NDArray[np.int64]) -> "_Starts":
        return _Starts(self.row[which], self.complete[which], self.live[which], self.fresh[which])


def in_any_order(
    steps: Steps, question: Question, window: int | None, within: Flags | None
) -> tuple[dict[int, Counted], Cases]:
    """For each place of a phase who counts there, and the cases that entered at all. `window` in microseconds."""
    starts = _starts(steps, question, within)
    counts: dict[int, Counted] = {}
    everybody: list[Cases] = []
    for place, following in zip(steps.required, (*steps.required[1:], None), strict=True):
        has, first = _has(steps, window, starts, _first(steps, question, starts, place))
        came, new = has & starts.live, has & starts.fresh
        complete = np.where(has, np.maximum(starts.complete, first), starts.complete)
        came_at, new_at = np.flatnonzero(came), np.flatnonzero(new)
        waits = complete[came_at] - starts.complete[came_at]
        arrived = first_per_case(Counted(steps.case[starts.row[came_at]], complete[came_at], waits))
        fresh = first_per_case(entered(steps.case[starts.row[new_at]], complete[new_at]))
        everybody.append(fresh.cases)
        counts[place] = together(arrived, fresh)
        still = starts.fresh & ~new if question.open else np.zeros_like(new)
        starts = _Starts(starts.row, complete, came | new, still).only(came | new | still)
        for optional in range(place + 1, following or place):
            counts[optional] = _seen(steps, window, starts, optional)
    cases = np.sort(np.concatenate(everybody), kind="stable")
    return counts, cases[first_of_each(cases)]


def _starts(steps: Steps, question: Question, within: Flags | None) -> _Starts:
    """One start for each case, or with new starts allowed one for each instant."""
    # Without a window no later start of a closed funnel has more phases than the first.
    if question.reentry and (question.open or question.window is not None):
        rows = steps.entering
        case, time = steps.case[rows], steps.time[rows]
        rows = rows[np.append(True, (case[1:] != case[:-1]) | (time[1:] != time[:-1]))[: len(rows)]]
    else:
        rows = steps.first_entering
    if within is not None:
        rows = rows[within[steps.case[rows]]]
    least = np.full(len(rows), np.iinfo(np.int64).min)
    return _Starts(rows, least, np.zeros(len(rows), np.bool_), np.ones(len(rows), np.bool_))


def _first(steps: Steps, question: Question, starts: _Starts, place: int) -> Rows:
    """The first event of a required phase from each start on."""
    cases = steps.case[starts.row]
    return steps.at_or_after(starts.row, cases, place) if question.reentry else steps.first[place][cases]


def _has(steps: Steps, window: int | None, starts: _Starts, first: Rows) -> tuple[Flags, Times]:
    """Whether each start has the event `first` inside its window, and when."""
    time = steps.time[first]
    has = first != NO_ROW
    if window is not None:
        has &= time - steps.time[starts.row] <= window
    return has, time


def _seen(steps: Steps, window: int | None, starts: _Starts, place: int) -> Counted:
    counting = starts.only(np.flatnonzero(starts.live))
    cases = steps.case[counting.row]
    first = steps.at_or_after(steps.first_at_instant(counting.row), cases, place)
    has, time = _has(steps, window, counting, first)
    at = np.flatnonzero(has)
    times = np.maximum(counting.complete, time)[at]
    return first_per_case(Counted(cases[at], times, times - counting.complete[at]))
