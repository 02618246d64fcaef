"""What a shorter wait before one phase does to the journeys of a log: their length, and who arrives in time."""

from dataclasses import replace
from datetime import timedelta

import numpy as np

from journey.numbers.delays import Shortened, shortened
from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.reach import reached


def shorter_wait(log: PhasedLog, query: FunnelQuery, phase: str, by: timedelta) -> Shortened | None:
    """What follows when the step into `phase` takes everybody `by` less, see `shortened`: all later events move up.
    Counted are the cases that took the step and reach the last phase by the question without its window and without
    new starts: who was too late for the window may now be in time. None where there are none, or where the phase is the
    first, optional, or none of the log's. Source: the app's own definition."""
    reach = reached(log, replace(query, window=None, reentry=False))
    place = log.phases.index(phase) if phase in log.phases else 0
    if place == 0 or place not in reach.required:
        return None
    elapsed, step = np.zeros(log.log.cases, np.int64), np.full(log.log.cases, -1, np.int64)
    for stage in reach.required:
        elapsed[reach.cases[stage]] += np.maximum(reach.waits[stage], 0)
    step[reach.cases[place]] = reach.waits[place]
    goal = reach.cases[reach.required[-1]]
    return shortened(step[goal], by, window=query.window, elapsed=elapsed[goal])
