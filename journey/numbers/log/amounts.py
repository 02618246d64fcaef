"""Revenue and cost of phases: sums over all events of a phase of the cases that count there."""

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.rows import Cases, first_of_each


class Groups(NamedTuple):
    """Groups of cases: one group a case of the log, from 0, and how many groups there are."""

    of_case: NDArray[np.signedinteger[Any]]
    many: int


class _Sums(NamedTuple):
    """What each case with an amount has in one phase, by ascending case."""

    cases: Cases
    sums: NDArray[np.float64]


def amounts(log: PhasedLog, name: str, place: int, cases: Cases, groups: Groups) -> list[float]:
    """For each group the sum of an amount ("revenue", "cost") over the events that the given cases have in the phase at
    `place`. Events without the amount add nothing."""
    paid = _sums(log, name, place)
    counting = np.zeros(log.log.cases, np.bool_)
    counting[cases] = True
    at = np.flatnonzero(counting[paid.cases])
    sums = np.bincount(groups.of_case[paid.cases[at]], paid.sums[at], groups.many)
    return [float(each) for each in sums]


def _sums(log: PhasedLog, name: str, place: int) -> _Sums:
    kept = _KEPT.setdefault(log, {})
    if (name, place) not in kept:
        rows = log.rows_of(place)
        values = np.nan_to_num(log.log.amounts[name][log.event[rows]], nan=0.0)
        filled = np.flatnonzero(values)
        cases, values = log.case[rows[filled]], values[filled]
        first = first_of_each(cases)
        sums = np.add.reduceat(values, first) if len(first) else values
        kept[name, place] = _Sums(cases[first], sums)
    return kept[name, place]


_KEPT: WeakKeyDictionary[PhasedLog, dict[tuple[str, int], _Sums]] = WeakKeyDictionary()
