"""How many cases hang on an order that the log does not give: events at one instant of which nobody knows which came first."""

from dataclasses import replace

import numpy as np

from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.reach import reached
from journey.numbers.log.rows import ties
from journey.numbers.log.runs import Flags


def cases_in_doubt(log: PhasedLog, query: FunnelQuery, within: Flags | None = None) -> int:
    """The cases that would count at other phases if their events at one instant had followed each other in journey order;
    without a known order none of them counts after the other. 0 where the source gives the order, or no two phases of a
    case share an instant. Source: the app's own definition."""
    tied = ties(log.case, log.instant)
    if not np.any(tied & (log.phase[1:] != log.phase[:-1])):
        return 0
    instant = np.zeros(log.log.events, np.int64)
    instant[log.event] = np.arange(len(log.event))
    hopeful = PhasedLog(replace(log.log, instant=instant), log.phases, log.case, log.time, log.phase, log.event)
    pairs = zip(reached(log, query, within).cases, reached(hopeful, query, within).cases, strict=True)
    other = np.zeros(log.log.cases, np.bool_)
    for here, there in pairs:
        other[np.setxor1d(here, there, assume_unique=True)] = True
    return int(np.count_nonzero(other))
