"""The order in which the activities of a log usually happen: phases for people who have none."""

import numpy as np

from journey.numbers.log.coded import CodedLog


def usual_order(log: CodedLog) -> tuple[str, ...]:
    """The activities by the median of their places within the cases that have them: how many of the case's events come
    before the activity's first. Ties go to the activity with more cases, then to the smaller name."""
    place = np.arange(log.events) - log.starts[log.case]
    found = []
    for code, name in enumerate(log.activity.names):
        rows = np.flatnonzero(log.activity.codes == code)
        if len(rows):
            first = rows[np.flatnonzero(np.diff(log.case[rows], prepend=-1))]
            found.append((float(np.median(place[first])), -len(first), name))
    return tuple(name for _, _, name in sorted(found))
