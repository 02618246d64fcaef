"""Some cases of a log as a log of their own, so that every answer can be asked of a segment."""

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import Coded, CodedLog, PhasedLog


def selected(log: CodedLog, within: NDArray[np.bool_]) -> CodedLog:
    """The cases for which `within` (one a case) is true, numbered anew in the same order; all names stay."""
    keep = np.flatnonzero(within[log.case])
    return CodedLog(
        _numbers(within)[log.case[keep]],
        log.time[keep],
        Coded(log.activity.codes[keep], log.activity.names),
        {name: Coded(column.codes[keep], column.names) for name, column in log.attributes.items()},
        {name: amount[keep] for name, amount in log.amounts.items()},
        log.pseudonyms[within] if len(log.pseudonyms) else log.pseudonyms,
        None if log.instant is None else log.instant[keep],
    )


def selected_phased(log: PhasedLog, within: NDArray[np.bool_]) -> PhasedLog:
    """The same for a log seen through phases."""
    keep = np.flatnonzero(within[log.case])
    event = (np.cumsum(within[log.log.case]) - 1)[log.event[keep]]
    case = _numbers(within)[log.case[keep]]
    return PhasedLog(selected(log.log, within), log.phases, case, log.time[keep], log.phase[keep], event)


def _numbers(within: NDArray[np.bool_]) -> NDArray[np.int32]:
    return np.cumsum(within, dtype=np.int32) - np.int32(1)
