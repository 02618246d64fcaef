"""The funnel of an event log: what is reached, as stages with rates, times, revenue and cost."""

from collections.abc import Mapping
from itertools import accumulate

import numpy as np

from journey.numbers.funnel import Funnel
from journey.numbers.log.amounts import Groups, amounts
from journey.numbers.log.coded import NO_CODE, Coded, PhasedLog
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.reach import Reach, reached
from journey.numbers.log.runs import Flags
from journey.numbers.log.spread import quartiles
from journey.numbers.log.stages import Figures, stages_of


def log_funnel(log: PhasedLog, names: Mapping[str, str], query: FunnelQuery, within: Flags | None = None) -> Funnel:
    """The funnel of a log by the definitions of FunnelQuery. `names`: phase id → name. `within`: one bool a case, restricts
    to these cases. BadFunnelQuery as in `reached`.

    A stage's conversion from the previous one, its drop-off and its Wilson interval are about the cases that `continued`
    from the required stage before, as shares of those that counted there, so that no rate is above 1 in an open funnel.
    The conversion from the start is the share of all cases that entered the funnel anywhere. `wait` has the quartiles of
    the seconds since the event that counted before. Revenue and cost are of all events of the phase of the counted
    cases, also of repeated ones and those outside the window."""
    reach = reached(log, query, within)
    return _funnels(log, names, reach, Groups(np.zeros(log.log.cases, np.int8), 1))[0]


def log_funnels(
    log: PhasedLog, names: Mapping[str, str], query: FunnelQuery, by: Coded, within: Flags | None = None
) -> dict[str, Funnel]:
    """The same for each value that cases have, in the order of the values' names, last those without a value as "".
    `by`: one code a case (CodedLog.of_case)."""
    values = (*by.names, "")
    codes = by.codes.astype(np.int16 if len(values) < 2**15 else np.int32)  # sorting 16 bits is linear
    groups = Groups(np.where(codes == NO_CODE, len(by.names), codes), len(values))
    present = np.bincount(groups.of_case if within is None else groups.of_case[within], minlength=groups.many)
    funnels = _funnels(log, names, reached(log, query, within), groups)
    return {value: funnels[group] for group, value in enumerate(values) if present[group]}


def _funnels(log: PhasedLog, names: Mapping[str, str], reach: Reach, groups: Groups) -> list[Funnel]:
    entered = np.bincount(groups.of_case[reach.entered], minlength=groups.many).tolist()
    figures = [_figures(log, reach, place, groups) for place in range(len(log.phases))]
    return [
        Funnel(stages_of(log.phases, names, reach.required, [each[group] for each in figures], entered[group]))
        for group in range(groups.many)
    ]


def _figures(log: PhasedLog, reach: Reach, place: int, groups: Groups) -> list[Figures]:
    """The figures of one phase, one a group."""
    cases, waits = reach.cases[place], reach.waits[place]
    group = groups.of_case[cases]
    counts = np.bincount(group, minlength=groups.many).tolist()
    came = np.flatnonzero(waits >= 0)
    waits, group = waits[came], group[came]
    continued = np.bincount(group, minlength=groups.many).tolist()
    if groups.many > 1:
        waits = waits[np.argsort(group, kind="stable")]
    sums = {name: amounts(log, name, place, cases, groups) for name in log.log.amounts}
    ends = accumulate(continued)
    return [
        Figures(
            counts[each],
            continued[each],
            quartiles(waits[end - continued[each] : end]),
            {name: sums[name][each] for name in sums},
        )
        for each, end in enumerate(ends)
    ]
