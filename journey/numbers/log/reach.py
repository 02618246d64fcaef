"""Which cases of a log reach which phase, when, and after what wait: the answer of all funnel kernels."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.any_order import in_any_order
from journey.numbers.log.coded import PhasedLog, Times
from journey.numbers.log.funnel_query import FunnelQuery, Order
from journey.numbers.log.in_order import in_order
from journey.numbers.log.rows import Cases
from journey.numbers.log.runs import Flags
from journey.numbers.log.steps import steps_of

_LONGEST = int(np.iinfo(np.int64).max)


@dataclass(frozen=True, eq=False)
class Reach:
    """Who counts where. Of the phase at place k `cases[k]` are the cases that count there, ascending; `times[k]` the
    microseconds of the events that counted (in any order: of the instants when all phases so far had come);
    `waits[k]` the microseconds since the one that counted at the required phase before in the same run, -1 where the
    case entered here. `entered` are the cases that entered the funnel anywhere; `required` the places of the phases
    that are not optional."""

    cases: tuple[Cases, ...]
    times: tuple[Times, ...]
    waits: tuple[NDArray[np.int64], ...]
    entered: Cases
    required: tuple[int, ...]


def reached(log: PhasedLog, query: FunnelQuery, within: Flags | None = None) -> Reach:
    """Which cases reach which phase by the definitions of FunnelQuery. `within`: one bool a case of the log, restricts to
    these cases. BadFunnelQuery for a negative window and for optional places that the phases do not allow."""
    required = query.required(len(log.phases))
    if not required:
        return Reach((), (), (), np.empty(0, np.int32), ())
    window = None if query.window is None else min(query.window // timedelta(microseconds=1), _LONGEST)
    kernel = in_any_order if query.order is Order.ANY else in_order
    counts = kernel(steps_of(log, required), query, window, within)
    places = [counts[place] for place in range(len(log.phases))]
    return Reach(
        tuple(place.cases for place in places),
        tuple(place.times for place in places),
        tuple(place.waits for place in places),
        places[0].cases if not query.open else _anywhere([counts[place].cases for place in required], log.log.cases),
        required,
    )


def _anywhere(cases: Sequence[Cases], count: int) -> Cases:
    found = np.zeros(count, np.bool_)
    for each in cases:
        found[each] = True
    return np.flatnonzero(found).astype(np.int32)
