"""Phases that cases pass over, turn back from or come back to. Shares are of cases, never of events."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journey.numbers.interval import Interval, wilson
from journey.numbers.log.coded import PhasedLog
from journey.numbers.log.firsts import NEVER, all_first_instants, place_of
from journey.numbers.log.runs import begins
from journey.numbers.log.trail import collapsed, phase_trail


@dataclass(frozen=True)
class Skip:
    """How many of the `cases` that got further did so without a phase (its id). `at_once`: those of the `skipped` that
    have an event of the phase at the very instant at which they got further; in a log that only knows days these may be
    no skips at all."""

    phase: str
    cases: int
    skipped: int
    at_once: int

    @property
    def share(self) -> float | None:
        """Skipped of cases; None without cases."""
        return self.skipped / self.cases if self.cases else None

    @property
    def interval(self) -> Interval:
        """Wilson's interval of the share."""
        return wilson(self.skipped, self.cases)


@dataclass(frozen=True)
class Turns:
    """What the cases with an event of a phase did: `turned_back`: directly after an event of this phase they had one of
    an earlier phase; `reentered`: they came back to it after another phase."""

    phase: str
    cases: int
    turned_back: int
    reentered: int

    @property
    def turned_back_share(self) -> float | None:
        """Turned back of cases; None without cases."""
        return self.turned_back / self.cases if self.cases else None

    @property
    def reentered_share(self) -> float | None:
        """Re-entered of cases; None without cases."""
        return self.reentered / self.cases if self.cases else None


@dataclass(frozen=True)
class JumpBack:
    """How many cases went directly from a phase to one before it in the journey."""

    source: str
    target: str
    cases: int


def skips(log: PhasedLog) -> tuple[Skip, ...]:
    """For each phase but the last, in journey order, how many cases skip it: of the cases with an event of any later
    phase those without an event of this phase strictly before their first event of a later one. Strictly, as in the
    ordered funnel: what happens at the same instant does not come before. Phases done late, after a later phase, count
    as skipped. Source: the app's own definition of article A's "skipped phases"."""
    first = all_first_instants(log)
    later = np.minimum.accumulate(first[::-1])[::-1]
    return tuple(_skip(phase, first[place], later[place + 1]) for place, phase in enumerate(log.phases[:-1]))


def skipped_before(log: PhasedLog, before: str) -> tuple[Skip, ...]:
    """Article A's question: which phases are skipped most before a sale (`before`: the id of the sale's phase)? For each
    phase in front of it, of the cases with an event of `before`, those without an event of the phase strictly before
    their first one. The largest share first, then in journey order. PhaseNotInLog where the log has no such phase."""
    first, place = all_first_instants(log), place_of(log, before)
    found = [_skip(phase, first[earlier], first[place]) for earlier, phase in enumerate(log.phases[:place])]
    return tuple(sorted(found, key=lambda skip: -skip.skipped))


def turns(log: PhasedLog) -> tuple[Turns, ...]:
    """For each phase, in journey order, how many of its cases turn back from it and come back to it. Events of no phase
    do not count as a phase in between; events at the same instant stand in journey order, so none of them turns back."""
    runs = collapsed(phase_trail(log))
    step = runs.steps
    back = step[runs.label[step + 1] < runs.label[step]]
    return tuple(
        Turns(
            phase,
            _different(runs.case[runs.label == place]),
            _different(runs.case[back[runs.label[back] == place]]),
            _repeated(runs.case[runs.label == place]),
        )
        for place, phase in enumerate(log.phases)
    )


def jumps_back(log: PhasedLog) -> tuple[JumpBack, ...]:
    """From which phase to which earlier one cases jump back: an event of the earlier phase directly after one of the
    later phase. Most cases first, then in journey order; pairs that never occur are left out."""
    runs = collapsed(phase_trail(log))
    step = runs.steps
    source, target, case = runs.label[step], runs.label[step + 1], runs.case[step]
    found = []
    for later in range(len(log.phases)):
        for earlier in range(later):
            cases = _different(case[(source == later) & (target == earlier)])
            found.append(JumpBack(log.phases[later], log.phases[earlier], cases))
    return tuple(sorted((jump for jump in found if jump.cases), key=lambda jump: -jump.cases))


def _skip(phase: str, first: NDArray[np.int64], later: NDArray[np.int64]) -> Skip:
    further = later != NEVER
    skipped = further & (first >= later)
    return Skip(phase, int(further.sum()), int(skipped.sum()), int((skipped & (first == later)).sum()))


def _different(case: NDArray[np.int32]) -> int:
    """How many different cases there are among sorted ones."""
    return int(np.count_nonzero(begins(case)))


def _repeated(case: NDArray[np.int32]) -> int:
    return _different(case[1:][case[1:] == case[:-1]])
