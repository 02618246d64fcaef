"""What if a step took less time: typical times, and who would still make it within the window."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.numbers.comparison import Portion
from journey.numbers.funnel import Quartiles
from journey.numbers.log.spread import quartiles

Micros = NDArray[np.integer[Any]]
"""Microseconds, one value a case."""

_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Shortened:
    """A step that takes everybody less time, and nobody less than none. `before` and `after` are its times;
    `journey_before` and `journey_after` the times from entry to goal, None where only the step was given. `on_time_before`
    and `on_time_after`: of these people, those within the window; None without one."""

    before: Quartiles
    after: Quartiles
    journey_before: Quartiles | None = None
    journey_after: Quartiles | None = None
    on_time_before: Portion | None = None
    on_time_after: Portion | None = None

    @property
    def factor(self) -> float | None:
        """By how much more people are on time (1.0: none more), to be put into a Change; None without a window, and where
        nobody was on time."""
        if self.on_time_before is None or self.on_time_after is None or not self.on_time_before.successes:
            return None
        return self.on_time_after.successes / self.on_time_before.successes


def shortened(
    waits: Micros, by: timedelta, *, window: timedelta | None = None, elapsed: Micros | None = None
) -> Shortened | None:
    """What follows when a step takes everybody `by` less. `waits` are the times that the step took, of all who took it
    at any time (Reach.waits of a question without a window; -1, entered here, is passed over); `elapsed`, for the same
    cases, the times from entry to the goal. The window is about `elapsed` where it is given, else about the step alone.

    That everybody gains the same time, as far as they waited at all, is an assumption, and so is that the people who
    gave up would still give up: only those who took longer than the window are won. None where nobody waited."""
    taken = waits >= 0
    step, gain = waits[taken], np.minimum(waits[taken], by // _MICROSECOND)
    whole = None if elapsed is None else elapsed[taken]
    before, after = _spread(step), _spread(step - gain)
    if before is None or after is None:
        return None
    judged = step if whole is None else whole
    return Shortened(
        before,
        after,
        None if whole is None else _spread(whole),
        None if whole is None else _spread(whole - gain),
        None if window is None else _on_time(judged, window),
        None if window is None else _on_time(judged - gain, window),
    )


def _spread(times: Micros) -> Quartiles | None:
    return quartiles(np.array(times, np.int64))


def _on_time(times: Micros, window: timedelta) -> Portion:
    return Portion(int(np.count_nonzero(times <= window // _MICROSECOND)), len(times))
