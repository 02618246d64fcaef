"""What the kernels know of a log before anybody asks: for each event the next one that would count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.at_once import at_once
from journey.numbers.log.coded import PhasedLog, Times
from journey.numbers.log.rows import NO_ROW, Cases, Rows, first_of_each, next_instant, ties
from journey.numbers.log.runs import Flags

EVENTS_AT_A_TIME = 2**17
"""A long log is worked through in parts, so that what is needed on the way stays small."""

FEW_ROWS = 16
"""Searching one row costs as much as counting through so many."""


@dataclass(frozen=True, eq=False)
class Steps:
    """The steps between the `required` ones of so many `phases` in a log of so many `cases`. What each question needs
    of them is worked out when it is first asked, and kept."""

    required: tuple[int, ...]
    phases: int
    cases: int
    case: Cases
    time: Times
    instant: NDArray[np.int64]
    phase: NDArray[np.int8]

    def rows_of(self, place: int) -> Rows:
        """The events of a phase."""
        return np.flatnonzero(self.phase == place).astype(np.int32)

    def entering(self) -> Rows:
        """The events of required phases."""
        if self._all_required:
            return np.arange(len(self.case), dtype=np.int32)
        return np.flatnonzero(np.isin(self.phase, self.required)).astype(np.int32)

    @cached_property
    def first_entering(self) -> Rows:
        """Each case's first event of a required phase; of several at one instant the earliest phase."""
        if self._all_required:
            return first_of_each(self.case).astype(np.int32)
        rows = self.entering()
        return rows[first_of_each(self.case[rows])]

    @cached_property
    def first_starting(self) -> Rows:
        """Each case's first event of the first phase."""
        rows = self.rows_of(self.required[0])
        return rows[first_of_each(self.case[rows])]

    @cached_property
    def first(self) -> tuple[Rows, ...]:
        """For each phase one row a case: the first event of that phase, or NO_ROW."""
        found = tuple(np.full(self.cases, NO_ROW, np.int32) for _ in range(self.phases))
        for place in range(self.phases):
            rows = self.rows_of(place)
            rows = rows[first_of_each(self.case[rows])]
            found[place][self.case[rows]] = rows
        return found

    @cached_property
    def following(self) -> Rows:
        """For each event of a required phase the first event of the next required phase that is strictly later."""
        return self._next(dict(pairwise(self.required)))

    @cached_property
    def optional(self) -> tuple[Rows, ...]:
        """The same as `following` for optional phases: the n-th of these has, for events of a required phase, the first
        strictly later event of the n-th optional phase after it."""
        after = [range(here + 1, there) for here, there in pairwise(self.required)]
        most = max((len(places) for places in after), default=0)
        return tuple(
            self._next({places.start - 1: places[nth] for places in after if nth < len(places)}) for nth in range(most)
        )

    @cached_property
    def direct(self) -> Flags:
        """Whether no event of another required phase lies strictly between an event and its `following` one."""
        return np.concatenate([np.empty(0, np.bool_), *at_once(lambda part: part[1]._direct(), self.parts())])

    def parts(self) -> Iterator[tuple[int, "Steps"]]:
        """The same log in parts, none of which cuts a case, and the row with which each begins. Case numbers stay."""
        low = 0
        while low < len(self.case):
            last = self.case[min(low + EVENTS_AT_A_TIME, len(self.case)) - 1]
            high = int(np.searchsorted(self.case, last, side="right"))
            part = slice(low, high)
            yield (
                low,
                replace(
                    self,
                    case=self.case[part],
                    time=self.time[part],
                    instant=self.instant[part],
                    phase=self.phase[part],
                ),
            )
            low = high

    def at_or_after(self, rows: Rows, cases: Cases, place: int) -> Rows:
        """The first event of the phase at `place` from each row on, as long as it belongs to the given case."""
        targets = self.rows_of(place)
        if not len(targets):
            return np.full(len(rows), NO_ROW, np.int32)
        at = self._so_many_before(rows, place, targets)
        found: Rows = targets.take(at, mode="clip")
        np.putmask(found, (at == len(targets)) | (self.case[found] != cases), NO_ROW)
        return found

    def first_at_instant(self, rows: Rows) -> Rows:
        """The first event, of whatever phase, at the instant of each row."""
        begins = np.append(True, ~ties(self.case, self.instant))[: len(self.case)]
        return np.flatnonzero(begins).astype(np.int32)[np.cumsum(begins, dtype=np.int32)[rows] - 1]

    @property
    def _all_required(self) -> bool:
        return len(self.required) == self.phases

    def _so_many_before(self, rows: Rows, place: int, targets: Rows) -> NDArray[np.signedinteger[Any]]:
        """How many events of a phase come before each row."""
        if len(rows) * FEW_ROWS < len(self.case):
            return np.searchsorted(targets, rows)
        counts = np.zeros(len(self.case) + 1, np.int32)
        np.cumsum(self.phase == place, dtype=np.int32, out=counts[1:])
        return counts[rows]

    def _next(self, target: dict[int, int]) -> Rows:
        """For each event of the phases that have a target the first strictly later event of the target's phase."""
        found = np.full(len(self.case), NO_ROW, np.int32)

        def find(begin_and_part: tuple[int, "Steps"]) -> None:
            low, part = begin_and_part
            later = next_instant(part.case, part.instant)
            for here, there in target.items():
                rows = part.rows_of(here)
                onward = part.at_or_after(later[rows], part.case[rows], there)
                found[low + rows] = np.where(onward == NO_ROW, NO_ROW, onward + np.int32(low))

        at_once(find, self.parts())
        return found

    def _direct(self) -> Flags:
        """It is direct where the first event of another phase after it happens at the very instant of the next one."""
        row = slice(None) if self._all_required else self.entering()
        case, instant, phase, following = self.case[row], self.instant[row], self.phase[row], self.following[row]
        later = next_instant(case, instant)
        turns = np.flatnonzero(phase[1:] != phase[:-1]).astype(np.int32) + np.int32(1)
        direct = np.zeros(len(case), np.bool_)
        for place in self.required[:-1]:
            at = np.flatnonzero((phase == place) & (following != NO_ROW))
            other = later[at]
            repeated = np.flatnonzero(phase[other] == place)
            other[repeated] = turns[np.searchsorted(turns, other[repeated], side="right")]
            direct[at] = instant[other] == self.instant[following[at]]
        found = np.zeros(len(self.case), np.bool_)
        found[row] = direct
        return found


def steps_of(log: PhasedLog, required: Sequence[int]) -> Steps:
    """The steps of a log, kept as long as the log is, for the latest choice of required phases."""
    kept = _KEPT.get(log)
    if kept is None or kept.required != tuple(required):
        kept = Steps(tuple(required), len(log.phases), log.log.cases, log.case, log.time, log.instant, log.phase)
        _KEPT[log] = kept
    return kept


_KEPT: WeakKeyDictionary[PhasedLog, Steps] = WeakKeyDictionary()
