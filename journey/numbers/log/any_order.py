"""Funnels in any order: which phases a case has inside its window, and the instant when it had all of them."""

from typing import NamedTuple

import numpy as np

from journey.numbers.log.coded import Times
from journey.numbers.log.counting import Counted, entered, first_per_case, joined, together
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.rows import NO_ROW, Cases, Rows, ties
from journey.numbers.log.runs import Flags
from journey.numbers.log.steps import Steps


class _Starts(NamedTuple):
    """`row` is the event at which a start's window begins; `complete` the microsecond when it had all phases so far;
    `live` tells whether it counted at the phase before, `fresh` whether it has not entered yet."""

    row: Rows
    case: Cases
    time: Times
    complete: Times
    live: Flags
    fresh: Flags

    def only(self, which: Flags) -> "_Starts":
        if np.all(which):
            return self
        at = np.flatnonzero(which)
        return _Starts(self.row[at], self.case[at], self.time[at], self.complete[at], self.live[at], self.fresh[at])


def in_any_order(steps: Steps, query: FunnelQuery, window: int | None, within: Flags | None) -> dict[int, Counted]:
    """For each place of a phase who counts there. `window` in microseconds."""
    if not query.reentry:
        return _reached(steps, query, window, within)
    # Every instant starts anew: part by part, or they would fill the memory.
    parts = [_reached(part, query, window, within) for _, part in steps.parts()]
    return {place: joined([counts[place] for counts in parts]) for place in range(steps.phases)}


def _reached(steps: Steps, query: FunnelQuery, window: int | None, within: Flags | None) -> dict[int, Counted]:
    starts = _starts(steps, query, within)
    counts: dict[int, Counted] = {}
    for place, following in zip(steps.required, (*steps.required[1:], None), strict=True):
        has, first = _has(steps, window, starts, _first(steps, query, starts, place))
        came, new = has & starts.live, has & starts.fresh
        complete = np.where(has, np.maximum(starts.complete, first), starts.complete)
        counts[place] = together(_counted(starts, came, complete), _entered(starts, new, complete))
        still = starts.fresh & ~new if query.open else np.zeros_like(new)
        counting = came | new
        starts = starts._replace(complete=complete, live=counting, fresh=still).only(counting | still)
        for optional in range(place + 1, following or place):
            counts[optional] = _seen(steps, window, starts, optional)
    return counts


def _starts(steps: Steps, query: FunnelQuery, within: Flags | None) -> _Starts:
    """One start for each case, or with new starts allowed one for each instant."""
    # Without a window no later start of a closed funnel has more phases than the first.
    if query.reentry and (query.open or query.window is not None):
        rows = steps.entering()
        case, instant = steps.case[rows], steps.instant[rows]
        rows = rows[np.flatnonzero(np.append(True, ~ties(case, instant))[: len(rows)])]
    else:
        rows = steps.first_entering
    if within is not None:
        rows = rows[np.flatnonzero(within[steps.case[rows]])]
    least = np.full(len(rows), np.iinfo(np.int64).min)
    nowhere, fresh = np.zeros(len(rows), np.bool_), np.ones(len(rows), np.bool_)
    return _Starts(rows, steps.case[rows], steps.time[rows], least, nowhere, fresh)


def _first(steps: Steps, query: FunnelQuery, starts: _Starts, place: int) -> Rows:
    """The first event of a required phase from each start on."""
    if query.reentry:
        return steps.at_or_after(starts.row, starts.case, place)
    return steps.first[place][starts.case]


def _has(steps: Steps, window: int | None, starts: _Starts, first: Rows) -> tuple[Flags, Times]:
    """Whether each start has the event `first` inside its window, and when."""
    time = steps.time[first]
    has = first != NO_ROW
    if window is not None:
        has &= time - starts.time <= window
    return has, time


def _seen(steps: Steps, window: int | None, starts: _Starts, place: int) -> Counted:
    counting = starts.only(starts.live)
    first = steps.at_or_after(steps.first_at_instant(counting.row), counting.case, place)
    has, time = _has(steps, window, counting, first)
    return _counted(counting, has, np.maximum(counting.complete, time))


def _counted(starts: _Starts, which: Flags, complete: Times) -> Counted:
    at = np.flatnonzero(which)
    times = complete[at]
    return first_per_case(Counted(starts.case[at], times, times - starts.complete[at]))


def _entered(starts: _Starts, which: Flags, complete: Times) -> Counted:
    at = np.flatnonzero(which)
    return first_per_case(entered(starts.case[at], complete[at]))
