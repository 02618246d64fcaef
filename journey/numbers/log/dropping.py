"""What people did directly after the last stage that they reached."""

from dataclasses import dataclass

import numpy as np

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.grouped import MICROSECONDS, grouped
from journey.numbers.log.reach import Reach
from journey.numbers.log.runs import begins
from journey.numbers.log.trail import activity_trail


@dataclass(frozen=True)
class NextActivity:
    """An activity that was the next one of so many `cases`, with its median time after the event that counted."""

    activity: str
    cases: int
    median_seconds: float


@dataclass(frozen=True)
class AfterDropping:
    """Of the cases that counted at a phase (its id), `dropped` never counted at the next; `next` is what they did
    directly afterwards (most cases first, then by name), `nothing` how many did nothing more."""

    phase: str
    dropped: int
    nothing: int
    next: tuple[NextActivity, ...]


def after_dropping(log: PhasedLog, reach: Reach, place: int) -> AfterDropping:
    """What the cases that counted at a place of the journey and not at the next required one did directly after: the
    first event of the whole log, of any phase or none, strictly later than the event that counted; of several at that
    instant, the first of the file. It may well be one of the next phase, too late for the window or out of the order
    that was asked for. At the last stage these are all of its cases. Source: the app's own definition."""
    onward = next((stage for stage in reach.required if stage > place), None)
    stays = np.ones(len(reach.cases[place]), np.bool_)
    if onward is not None:
        stays = ~np.isin(reach.cases[place], reach.cases[onward], assume_unique=True)
    case, counted = reach.cases[place][stays], reach.times[place][stays]
    since = np.full(log.log.cases, np.iinfo(np.int64).max)
    since[case] = counted
    trail = activity_trail(log.log)
    later = np.flatnonzero(trail.time > since[trail.case])
    first = later[begins(trail.case[later])]
    waits = grouped(trail.label[first], trail.time[first] - since[trail.case[first]])
    columns = zip(waits.keys.tolist(), waits.sizes.tolist(), (waits.medians / MICROSECONDS).tolist(), strict=True)
    found = [NextActivity(trail.labels[code], cases, seconds) for code, cases, seconds in columns]
    ranked = sorted(found, key=lambda following: (-following.cases, following.activity))
    return AfterDropping(log.phases[place], len(case), len(case) - len(first), tuple(ranked))
