"""The order in which the activities of a log usually happen: phases for people who have none."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.rows import ties

_APART = 0.1
"""Of an activity's cases so many may also have another one that counts as another way."""


def usual_order(log: CodedLog) -> tuple[str, ...]:
    """The activities by the median of their places within the cases that have them: how many of the case's events come
    before the activity's first; of events at one instant none comes before the other, unless the source gives their
    order. Ties go to the activity with more cases, then to the smaller name. Of two neighbours that hardly share a case,
    as a cancellation and a delivery do, the one with more cases comes first."""
    firsts = _all_firsts(log)
    new = np.append(True, ~ties(log.case, log.instants))[: log.events]
    first_there = np.flatnonzero(new)[np.cumsum(new) - 1]
    place = first_there - log.starts[log.case]
    medians = {name: float(np.median(place[first])) for name, first in firsts.items()}
    return _ways_apart(log, sorted(firsts, key=lambda name: (medians[name], -len(firsts[name]), name)), firsts)


def course(log: CodedLog, given: Sequence[str]) -> tuple[str, ...]:
    """The activities in an order that was given, as by the columns of a sheet, unless the cases know better: one that comes
    before another in most of the cases that have both stands before it. Others follow in their usual order."""
    firsts = _all_firsts(log)
    found: list[str] = []
    for name in dict.fromkeys(given):
        if name in firsts:
            later = [place for place, other in enumerate(found) if _comes_before(log, firsts[name], firsts[other])]
            found.insert(min(later, default=len(found)), name)
    return _ways_apart(log, [*found, *(name for name in usual_order(log) if name not in found)], firsts)


def _all_firsts(log: CodedLog) -> dict[str, NDArray[np.int64]]:
    """For each activity that happens the rows in which each case has it for the first time."""
    found = {}
    for code, name in enumerate(log.activity.names):
        rows = np.flatnonzero(log.activity.codes == code)
        if len(rows):
            found[name] = rows[np.flatnonzero(np.diff(log.case[rows], prepend=-1))]
    return found


def _ways_apart(log: CodedLog, names: list[str], firsts: Mapping[str, NDArray[np.int64]]) -> tuple[str, ...]:
    """The names, of neighbours on ways apart the one that more cases went first."""
    for end in range(len(names) - 1, 0, -1):
        for place in range(end):
            one, other = firsts[names[place]], firsts[names[place + 1]]
            if len(other) > len(one):
                shared = len(np.intersect1d(log.case[one], log.case[other], assume_unique=True))
                if shared <= _APART * len(one):
                    names[place : place + 2] = reversed(names[place : place + 2])
    return tuple(names)


def _comes_before(log: CodedLog, one: NDArray[np.int64], other: NDArray[np.int64]) -> bool:
    """Whether the first rows of an activity come before those of another in most of the cases that have both."""
    _, mine, theirs = np.intersect1d(log.case[one], log.case[other], assume_unique=True, return_indices=True)
    here, there = log.instants[one[mine]], log.instants[other[theirs]]
    return int((here < there).sum()) > int((here > there).sum())
