"""Touches: the contacts by channel that lead up to a conversion, or to nothing."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from journey.numbers.log.coded import NO_CODE, Codes, PhasedLog
from journey.numbers.log.firsts import NEVER, first_instants, place_of


class NoSuchColumn(ValueError):
    """The log has no attribute of this name."""


@dataclass(frozen=True, eq=False)
class Touches:
    """The touches of all cases, sorted by case and time: `case`, and `channel` as places in `channels`.

    `converted` (one a case): the case converts and has a touch. `untouched`: how many cases convert without any; no
    channel can be given those. `revenue` (one a case): the sum of the case's revenue over all its events, None where the
    log has no such amount."""

    channels: tuple[str, ...]
    case: NDArray[np.int32]
    channel: Codes
    converted: NDArray[np.bool_]
    untouched: int
    revenue: NDArray[np.float64] | None

    @property
    def conversions(self) -> int:
        """How many conversions there are to share out."""
        return int(np.count_nonzero(self.converted))

    @cached_property
    def numbers(self) -> NDArray[np.int64]:
        """How many touches each case has."""
        return np.bincount(self.case, minlength=len(self.converted))

    @cached_property
    def leading(self) -> NDArray[np.int64]:
        """The rows of the touches that lead to a conversion."""
        return np.flatnonzero(self.converted[self.case])


def touches(log: PhasedLog, target: str, channel: str = "channel", revenue: str = "revenue") -> Touches:
    """The touches towards the phase `target` (its id). A case converts with its first event of that phase. Its touches
    are its events (of any phase or none) that have a channel, up to and including the instant of the conversion; those
    of a case that does not convert are all of its events with a channel. PhaseNotInLog, NoSuchColumn."""
    if channel not in log.log.attributes:
        raise NoSuchColumn(channel)
    coded = log.log.attributes[channel]
    conversion = first_instants(log, place_of(log, target))
    row = np.flatnonzero((coded.codes != NO_CODE) & (log.log.instants <= conversion[log.log.case]))
    case = log.log.case[row]
    touched = np.zeros(log.log.cases, np.bool_)
    touched[case] = True
    converts = conversion != NEVER
    untouched = int(np.count_nonzero(converts & ~touched))
    return Touches(coded.names, case, coded.codes[row], converts & touched, untouched, _revenue(log, revenue))


def _revenue(log: PhasedLog, name: str) -> NDArray[np.float64] | None:
    amount = log.log.amounts.get(name)
    if amount is None:
        return None
    return np.bincount(log.log.case, np.nan_to_num(amount, nan=0.0), log.log.cases).astype(np.float64)
