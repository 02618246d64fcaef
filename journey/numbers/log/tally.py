"""What is in a log, before any question: how often each activity occurs, in how many cases, and from when to when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np

from journey.numbers.log.coded import NO_CODE, CodedLog
from journey.numbers.log.wall_clock import wall


@dataclass(frozen=True)
class Tally:
    """An activity (or a group of them) with its events and the cases that have at least one."""

    name: str
    events: int
    cases: int


def tally(log: CodedLog, group_of: Mapping[str, str] | None = None) -> tuple[Tally, ...]:
    """Every activity's events and cases, the most cases first, then by name. With `group_of` (activity -> group, such as
    a touchpoint's id) the groups are counted instead, a case once a group, and other activities are left out."""
    groups = {name: name for name in log.activity.names} if group_of is None else group_of
    names = sorted({groups[name] for name in log.activity.names if name in groups})
    place = {name: number for number, name in enumerate(names)}
    table = np.array([place.get(groups.get(name, ""), NO_CODE) for name in log.activity.names] + [NO_CODE], np.int32)
    codes = table[log.activity.codes]
    found = []
    for number, name in enumerate(names):
        cases = log.case[codes == number]
        different = int(np.count_nonzero(np.diff(cases))) + 1 if len(cases) else 0
        found.append(Tally(name, len(cases), different))
    return tuple(sorted(found, key=lambda one: (-one.cases, one.name)))


def first_and_last_day(log: CodedLog) -> tuple[date, date] | None:
    """The days of the first and the last event, in the log's zone; None for an empty log."""
    if not log.events:
        return None
    first, last = wall(log, np.array([log.time.min(), log.time.max()])).tolist()
    return day_of(first), day_of(last)


def day_of(microseconds: int) -> date:
    """The day (UTC) of an instant, in microseconds since 1970."""
    return datetime.fromtimestamp(microseconds / 1e6, UTC).date()
