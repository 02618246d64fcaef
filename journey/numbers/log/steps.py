"""What the kernels know of a log before anybody asks: for each event the next one that would count.

Events are named by their row in the PhasedLog, so that one comparison of rows compares case and time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import PhasedLog, Times

NO_ROW = -1
"""Stands where there is no event."""

Rows = NDArray[np.int32]
Cases = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Steps:
    """The steps between the `required` phases of a log. `rows` has the rows of every phase's events, `cases` is the
    number of cases. What follows from them is worked out when it is first needed, and kept."""

    required: tuple[int, ...]
    cases: int
    case: Cases
    time: Times
    phase: NDArray[np.int8]
    rows: tuple[Rows, ...]

    @cached_property
    def entering(self) -> Rows:
        """The rows of all events of required phases."""
        if len(self.required) == len(self.rows):
            return np.arange(len(self.case), dtype=np.int32)
        return np.flatnonzero(np.isin(self.phase, self.required)).astype(np.int32)

    @cached_property
    def first_entering(self) -> Rows:
        """Each case's first event of a required phase; of several at one instant the earliest phase."""
        return self.entering[first_of_each(self.case[self.entering])]

    @cached_property
    def first_starting(self) -> Rows:
        """Each case's first event of the first phase."""
        rows = self.rows[self.required[0]]
        return rows[first_of_each(self.case[rows])]

    @cached_property
    def first(self) -> tuple[Rows, ...]:
        """For each phase one row a case: the first event of that phase, or NO_ROW."""
        return tuple(self._first(rows) for rows in self.rows)

    @cached_property
    def following(self) -> Rows:
        """For each event of a required phase the first event of the next required phase that is strictly later."""
        return self._next(dict(zip(self.required, self.required[1:], strict=False)))

    @cached_property
    def direct(self) -> Flags:
        """Whether no event of another required phase lies strictly between an event and its `following` one: whether
        the first event of another phase after it happens at the very instant of that one."""
        row = self.entering
        case, time, phase = self.case[row], self.time[row], self.phase[row]
        end = len(row)
        later = _next_instant(case, time)
        turns = np.append(np.flatnonzero(phase[1:] != phase[:-1]) + 1, end).astype(np.int32)
        other = later.copy()
        inside = np.flatnonzero(later < end)
        same = inside[phase[later[inside]] == phase[inside]]
        other[same] = turns[np.searchsorted(turns, later[same], side="right")]
        found = np.zeros(len(self.case), np.bool_)
        follows = np.flatnonzero(self.following[row] != NO_ROW)
        found[row[follows]] = time[other[follows]] == self.time[self.following[row[follows]]]
        return found

    @cached_property
    def optional(self) -> tuple[Rows, ...]:
        """The same as `following` for optional phases: the n-th of these has, for events of a required phase, the first
        strictly later event of the n-th optional phase after it."""
        after = [range(here + 1, there) for here, there in zip(self.required, self.required[1:], strict=False)]
        return tuple(
            self._next({places.start - 1: places[n] for places in after if n < len(places)})
            for n in range(max((len(places) for places in after), default=0))
        )

    def _first(self, rows: Rows) -> Rows:
        found = np.full(self.cases, NO_ROW, np.int32)
        firsts = rows[first_of_each(self.case[rows])]
        found[self.case[firsts]] = firsts
        return found

    def _next(self, target: dict[int, int]) -> Rows:
        found = np.full(len(self.case), NO_ROW, np.int32)
        later = _next_instant(self.case, self.time)
        for here, there in target.items():
            rows = self.rows[here]
            found[rows] = self.at_or_after(later[rows], self.case[rows], there)
        return found

    def first_at_instant(self, rows: Rows) -> Rows:
        """The first event, of whatever phase, at the instant of each row."""
        begins = np.flatnonzero(_next_instant(self.case, self.time)[:-1] == np.arange(1, len(self.case))) + 1
        begins = np.insert(begins, 0, 0)
        return begins[np.searchsorted(begins, rows, side="right") - 1].astype(np.int32)

    def at_or_after(self, rows: Rows, cases: Cases, place: int) -> Rows:
        """The first event of the phase at `place` from each row on, as long as it belongs to the given case."""
        targets = self.rows[place]
        if not len(targets):
            return np.full(len(rows), NO_ROW, np.int32)
        at = np.searchsorted(targets, rows)
        found: Rows = targets.take(at, mode="clip")
        found[(at == len(targets)) | (self.case[found] != cases)] = NO_ROW
        return found


def steps_of(log: PhasedLog, required: Sequence[int]) -> Steps:
    """The steps of a log, kept as long as the log is, for the latest choice of required phases."""
    kept = _KEPT.get(log)
    if kept is None or kept.required != tuple(required):
        kept = Steps(tuple(required), log.log.cases, log.case, log.time, log.phase, log.rows)
        _KEPT[log] = kept
    return kept


def first_of_each(cases: Cases) -> NDArray[np.int64]:
    """Where each case begins in an ascending sequence of cases."""
    begins = np.ones(len(cases), np.bool_)
    np.not_equal(cases[1:], cases[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def _next_instant(case: Cases, time: Times) -> Rows:
    """For each event the row of the first one that is later, or of another case."""
    later = np.arange(1, len(case) + 1, dtype=np.int32)
    tied = (case[1:] == case[:-1]) & (time[1:] == time[:-1])
    if np.any(tied):
        ends = np.append(np.flatnonzero(~tied) + 1, len(case)).astype(np.int32)
        before = np.flatnonzero(tied).astype(np.int32)
        later[before] = ends[np.searchsorted(ends, before, side="right")]
    return later


_KEPT: WeakKeyDictionary[PhasedLog, Steps] = WeakKeyDictionary()
