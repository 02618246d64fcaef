"""The order in which the activities of a log usually happen: phases for people who have none."""

from collections.abc import Sequence

import numpy as np

from journey.numbers.log.coded import CodedLog
from journey.numbers.log.rows import ties


def usual_order(log: CodedLog, given: Sequence[str] = ()) -> tuple[str, ...]:
    """The activities by the median of their places within the cases that have them: how many of the case's events come
    before the activity's first; of events at one instant none comes before the other, unless the source gives their
    order. Ties go to the one that comes first in `given`, then to the activity with more cases, then to the smaller
    name."""
    rank = {name: place for place, name in reversed(list(enumerate(given)))}
    new = np.append(True, ~ties(log.case, log.instants))[: log.events]
    first_there = np.flatnonzero(new)[np.cumsum(new) - 1]
    place = first_there - log.starts[log.case]
    found = []
    for code, name in enumerate(log.activity.names):
        rows = np.flatnonzero(log.activity.codes == code)
        if len(rows):
            first = rows[np.flatnonzero(np.diff(log.case[rows], prepend=-1))]
            found.append((float(np.median(place[first])), rank.get(name, len(rank)), -len(first), name))
    return tuple(name for *_, name in sorted(found))
