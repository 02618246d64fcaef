"""The coded log: an event log as small integers, sorted by case and time. Read once, it answers every question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

NO_CODE = -1
"""Stands where an event has no value."""

Codes = NDArray[np.signedinteger[Any]]
Times = NDArray[np.int64]
"""Microseconds since 1970-01-01 00:00 UTC; times without an offset in the file are taken as if they were UTC."""


@dataclass(frozen=True, eq=False)
class Coded:
    """A column with few different values: one code an event into `names`, NO_CODE where it is empty. Names are sorted,
    so that the smaller code is the smaller name."""

    codes: Codes
    names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class CodedLog:
    """An event log. Events are sorted by case, then time, then the order that its source gives them inside an instant,
    then their order in the file.

    `case` (int32) numbers the cases from 0 without gaps; `time` is int64 microseconds; `activity.names` are the
    activities as the file writes them. `attributes` holds further columns by name ("channel", "campaign", "segment"),
    `amounts` numbers by name ("cost", "revenue"; float64, NaN where empty). `pseudonyms` (uint64, one a case) are keyed
    hashes of the case ids: nothing of the ids themselves is kept.

    `instant` (int64, ascending inside each case) says which events of a case are later than which: where it is equal,
    nobody knows. None: as `time` says, so that of events at one time none is later than the other. `zone`: the zone that the
    source names for its times, see LogPlan; days and months are those of its clocks."""

    case: NDArray[np.int32]
    time: Times
    activity: Coded
    attributes: Mapping[str, Coded] = field(default_factory=dict)
    amounts: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)
    pseudonyms: NDArray[np.uint64] = field(default_factory=lambda: np.empty(0, np.uint64))
    instant: NDArray[np.int64] | None = None
    zone: str = ""

    @property
    def instants(self) -> NDArray[np.int64]:
        """What tells earlier events of a case from later ones."""
        return self.time if self.instant is None else self.instant

    @property
    def events(self) -> int:
        """How many events there are."""
        return len(self.time)

    @cached_property
    def cases(self) -> int:
        """How many cases there are."""
        return int(self.case[-1]) + 1 if len(self.case) else 0

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where each case's events begin; one more at the end, so that case c has events starts[c]:starts[c + 1]."""
        return np.searchsorted(self.case, np.arange(self.cases + 1))

    @cached_property
    def of_case(self) -> dict[str, Coded]:
        """Each attribute as one value a case: the case's first value in time; among values at the same instant the
        smallest name. So every case belongs to one segment, and segments add up."""
        return {name: Coded(_first_value(self, coded.codes), coded.names) for name, coded in self.attributes.items()}


@dataclass(frozen=True, eq=False)
class PhasedLog:
    """The events of a log that belong to a phase, sorted by case, then instant, then phase. `event` is an event's place in
    the log; `phase` (int8) its phase's place in `phases` (phase ids in journey order)."""

    log: CodedLog
    phases: tuple[str, ...]
    case: NDArray[np.int32]
    time: Times
    phase: NDArray[np.int8]
    event: NDArray[np.int32]

    @cached_property
    def instant(self) -> NDArray[np.int64]:
        """What tells earlier events of a case from later ones, see CodedLog."""
        return self.time if self.log.instant is None else self.log.instant[self.event]

    def rows_of(self, place: int) -> NDArray[np.int32]:
        """The rows of a phase's events: their places in this log, ascending."""
        return np.flatnonzero(self.phase == place).astype(np.int32)


def phased(log: CodedLog, phases: Sequence[str], phase_of: Mapping[str, str]) -> PhasedLog:
    """The log seen through phases: `phase_of` gives an activity's phase id; activities without one are left out."""
    place = {phase: position for position, phase in enumerate(phases)}
    table = np.array([place.get(phase_of.get(name, ""), NO_CODE) for name in log.activity.names] + [NO_CODE], np.int8)
    phase = table[log.activity.codes]
    event = np.flatnonzero(phase != NO_CODE).astype(np.int32)
    case, time, phase = log.case[event], log.time[event], phase[event]
    _sort_ties(case, time if log.instant is None else log.instant[event], phase, event)
    return PhasedLog(log, tuple(phases), case, time, phase, event)


def _sort_ties(
    case: NDArray[np.int32], time: NDArray[np.int64], phase: NDArray[np.int8], event: NDArray[np.int32]
) -> None:
    """Puts the events of a case at one instant in the order of their phases."""
    tied = (case[1:] == case[:-1]) & (time[1:] == time[:-1])
    if np.any(tied & (phase[1:] < phase[:-1])):
        at = np.flatnonzero(np.append(tied, False) | np.insert(tied, 0, False))
        order = at[np.lexsort((phase[at], time[at], case[at]))]
        phase[at], event[at] = phase[order], event[order]


def _first_value(log: CodedLog, codes: Codes) -> Codes:
    found = np.full(log.cases, NO_CODE, codes.dtype)
    case, time, value = log.case, log.time, codes
    if np.any(codes == NO_CODE):
        filled = np.flatnonzero(codes != NO_CODE)
        case, time, value = case[filled], time[filled], codes[filled]
    first = np.flatnonzero(np.append(True, case[1:] != case[:-1])[: len(case)])
    found[case[first]] = value[first]
    second = np.minimum(first + 1, len(case) - 1)
    tied = first[(second > first) & (case[second] == case[first]) & (time[second] == time[first])]
    if len(tied):
        instant = np.full(log.cases, np.iinfo(np.int64).min)
        instant[case[tied]] = time[tied]
        at = np.flatnonzero(instant[case] == time)
        np.minimum.at(found, case[at], value[at])
    return found
