"""Events by their row in a PhasedLog: rows ascend by case, instant and phase, so one comparison of rows compares all."""

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.runs import Flags

NO_ROW = -1
"""Stands where there is no event."""

Rows = NDArray[np.int32]
Cases = NDArray[np.int32]
Instants = NDArray[np.int64]
"""What tells earlier events of a case from later ones: times, or numbers where an order inside them is known."""


def first_of_each(cases: Cases) -> NDArray[np.int64]:
    """Where each case begins in an ascending sequence of cases."""
    begins = np.ones(len(cases), np.bool_)
    np.not_equal(cases[1:], cases[:-1], out=begins[1:])
    return np.flatnonzero(begins)


def ties(case: Cases, instant: Instants) -> Flags:
    """Whether each event but the first is of the same case and instant as the one before it."""
    tied: Flags = (case[1:] == case[:-1]) & (instant[1:] == instant[:-1])
    return tied


def next_instant(case: Cases, instant: Instants) -> Rows:
    """For each event the row of the first one that is later, or of another case."""
    later = np.arange(1, len(case) + 1, dtype=np.int32)
    tied = np.flatnonzero(ties(case, instant)).astype(np.int32)
    if len(tied):
        last = np.append(np.flatnonzero(np.diff(tied) != 1), len(tied) - 1)
        later[tied] = np.repeat(tied[last], np.diff(last, prepend=-1)) + 2
    return later
