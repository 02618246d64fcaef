"""When each case first had each phase."""

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import PhasedLog, Times
from journey.numbers.log.runs import begins

NEVER = np.iinfo(np.int64).max
"""The time of what did not happen: later than everything."""


class PhaseNotInLog(ValueError):
    """The log is not seen through a phase of this id."""


def place_of(log: PhasedLog, phase: str) -> int:
    """A phase's place in the journey, from 0. PhaseNotInLog where it is none of the log's."""
    if phase not in log.phases:
        raise PhaseNotInLog(phase)
    return log.phases.index(phase)


def first_times(log: PhasedLog, place: int) -> Times:
    """For every case of the log (also those without any phase) the time of its first event of a phase; NEVER without."""
    rows = log.rows_of(place)
    case, time = log.case[rows], log.time[rows]
    row = np.flatnonzero(begins(case))
    first = np.full(log.log.cases, NEVER)
    first[case[row]] = time[row]
    return first


def cases_with(log: PhasedLog, phase: str) -> int:
    """How many cases have an event of a phase, whatever came before. PhaseNotInLog."""
    return int(np.count_nonzero(first_times(log, place_of(log, phase)) != NEVER))


def first_instants(log: PhasedLog, place: int) -> NDArray[np.int64]:
    """The same as instants of the log, which also tell apart events at one time whose order is known."""
    rows = log.rows_of(place)
    case, instant = log.case[rows], log.instant[rows]
    row = np.flatnonzero(begins(case))
    first = np.full(log.log.cases, NEVER)
    first[case[row]] = instant[row]
    return first


def all_first_instants(log: PhasedLog) -> NDArray[np.int64]:
    """The first instants of all phases: one row a phase, one column a case."""
    rows = [first_instants(log, place) for place in range(len(log.phases))]
    return np.stack(rows) if rows else np.empty((0, log.log.cases), np.int64)
