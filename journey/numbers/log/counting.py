"""Who counts at a phase: one case, time and wait each, by ascending case."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import Times
from journey.numbers.log.rows import Cases, first_of_each

ENTERED = -1
"""Stands for the wait of a case that entered the funnel here."""


class Counted(NamedTuple):
    """The cases that count at a phase; the microsecond of the event (in any order the instant) that counted; the
    microseconds since the one that counted at the required phase before, ENTERED where the case entered here."""

    cases: Cases
    times: Times
    waits: NDArray[np.int64]


NOBODY = Counted(np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.int64))


def entered(cases: Cases, times: Times) -> Counted:
    """Cases that entered here."""
    return Counted(cases, times, np.full(len(cases), ENTERED, np.int64))


def first_per_case(several: Counted) -> Counted:
    """Of several starts of one case the first."""
    first = first_of_each(several.cases)
    return several if len(first) == len(several.cases) else _taken(several, first)


def together(came: Counted, new: Counted) -> Counted:
    """Cases that came from the phase before, and of those that entered here the others."""
    if not len(came.cases) or not len(new.cases):
        return came if len(came.cases) else new
    new = _taken(new, np.flatnonzero(~np.isin(new.cases, came.cases, kind="table")))
    both = joined([came, new])
    return _taken(both, np.argsort(both.cases, kind="stable"))


def joined(parts: Sequence[Counted]) -> Counted:
    """Several one after the other."""
    every = [NOBODY, *parts]
    return Counted(
        np.concatenate([each.cases for each in every]),
        np.concatenate([each.times for each in every]),
        np.concatenate([each.waits for each in every]),
    )


def _taken(counted: Counted, at: NDArray[np.int64]) -> Counted:
    return Counted(counted.cases[at], counted.times[at], counted.waits[at])
