"""Where open cases are sitting now, how long, and which phase is stuck. Times are UTC, spans seconds."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.numbers.funnel import Quartiles
from journey.numbers.log.coded import PhasedLog, Times
from journey.numbers.log.firsts import NEVER, first_times, place_of
from journey.numbers.log.grouped import MICROSECONDS
from journey.numbers.log.runs import begins, ends
from journey.numbers.log.spread import quartiles

DAY = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

FEW_WENT_ON = 10
"""With fewer cases that went on from a phase nobody can say how long that usually takes (the app's own rule)."""


@dataclass(frozen=True)
class WaitingPhase:
    """The open cases that sit in a phase now: how many, and the quartiles of how long (None without any).

    `went_on`: cases that went on from here; `usual`: the quartiles of how long that took (None with fewer than
    FEW_WENT_ON). `longer`: open cases that have waited longer than the usual median; `overdue`: longer than the usual
    upper quartile (both None where nothing is usual)."""

    phase: str
    cases: int
    waited: Quartiles | None
    went_on: int
    usual: Quartiles | None
    longer: int | None
    overdue: int | None


class OpenCase(NamedTuple):
    """A row of the stuck list: the case's pseudonym (16 hexadecimal digits), its phase's id, since when it sits there
    (UTC), how many days that is, and whether it is overdue (None where nothing is usual)."""

    case: str
    phase: str
    since: datetime
    days: float
    overdue: bool | None


@dataclass(frozen=True, eq=False)
class Waiting:
    """The phases that open cases can sit in, in journey order, as of `now`; and the open cases behind them: their
    numbers in the log, the places of their phases, and since when."""

    log: PhasedLog
    now: datetime
    phases: tuple[WaitingPhase, ...]
    case: NDArray[np.int32]
    place: NDArray[np.int64]
    since: Times

    @property
    def stuck(self) -> WaitingPhase | None:
        """The stuck phase: the one in which most cases are overdue, in people, not in percent, because that is where
        the most can be won back. Ties: the larger share of its open cases, then the earlier phase. None where nobody is
        overdue. Never the journey's first phase: whoever came there once and no further is a visitor and waits for
        nothing."""
        onward = self.phases[1:] if self.phases and self.phases[0].phase == self.log.phases[0] else self.phases
        late = [(phase.overdue, phase.overdue / phase.cases, phase) for phase in onward if phase.overdue]
        most = max(((overdue, share) for overdue, share, _ in late), default=None)
        return next((phase for overdue, share, phase in late if (overdue, share) == most), None)

    @property
    def came_once(self) -> WaitingPhase | None:
        """The journey's first phase, where it has cases that would be overdue in any other."""
        first = self.phases[0] if self.phases else None
        return first if first and first.phase == self.log.phases[0] and first.overdue else None

    def open_cases(self, most: int | None = None) -> tuple[OpenCase, ...]:
        """The stuck list, plain rows to export: the open cases, longest first (ties: in journey order, then as in the
        log); at most so many. A log without pseudonyms gives the cases' numbers."""
        order = np.lexsort((self.case, self.place, self.since))[:most]
        limits = {place: self._limit(phase) for place, phase in enumerate(self.log.phases)}
        now = microseconds(self.now)
        names = self.log.log.pseudonyms if len(self.log.log.pseudonyms) else np.arange(self.log.log.cases)
        columns = zip(
            names[self.case[order]].tolist(), self.place[order].tolist(), self.since[order].tolist(), strict=True
        )
        return tuple(_row(name, self.log.phases[place], since, now, limits[place]) for name, place, since in columns)

    def _limit(self, phase_id: str) -> float | None:
        usual = next((phase.usual for phase in self.phases if phase.phase == phase_id), None)
        return usual.high if usual else None


def waiting(log: PhasedLog, final: Collection[str] | None = None, now: datetime | None = None) -> Waiting:
    """Where the open cases are sitting as of `now` (a time without zone is UTC; None: the log's last event, of any
    phase or none); what happened later is left out.

    A case is open when it has an event of some phase, but none of a final one (`final`: phase ids; None: the journey's
    last phase). It sits in the phase of its last phase event (of several at that instant, the last in the journey),
    since that event. What is usual comes from the cases that went on: the first time that directly after an event of
    the phase they had one of a later phase, from the one event to the other. Quartiles are interpolated linearly.
    Source: the app's own definitions. PhaseNotInLog for a final phase that the log does not have."""
    end = microseconds(now) if now else int(log.log.time.max(initial=0))
    if now and log.log.events and end < log.log.time.max():
        log = _until(log, end)
    finals = {place_of(log, phase) for phase in (log.phases[-1:] if final is None else final)}
    done = np.zeros(log.log.cases, np.bool_)
    for place in finals:
        done |= first_times(log, place) != NEVER
    last = np.flatnonzero(ends(log.case))
    last = last[~done[log.case[last]]]
    case, sits, since = log.case[last], log.phase[last].astype(np.int64), log.time[last]
    phases = [_phase(log, here, end - since[sits == here]) for here in range(len(log.phases)) if here not in finals]
    return Waiting(log, _moment(end), tuple(phases), case, sits, since)


def microseconds(moment: datetime) -> int:
    """A moment as the logs count it; without a zone it is UTC."""
    return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - _EPOCH) // timedelta(microseconds=1)


def _phase(log: PhasedLog, place: int, waits: Times) -> WaitingPhase:
    usual_waits = _going_on(log, place)
    usual = quartiles(usual_waits) if len(usual_waits) >= FEW_WENT_ON else None
    seconds = waits / MICROSECONDS
    return WaitingPhase(
        log.phases[place],
        len(waits),
        quartiles(waits),
        len(usual_waits),
        usual,
        None if usual is None else int(np.count_nonzero(seconds > usual.median)),
        None if usual is None else int(np.count_nonzero(seconds > usual.high)),
    )


def _going_on(log: PhasedLog, place: int) -> Times:
    """How long the cases that went on from a phase took, each for its first time."""
    here = np.flatnonzero(log.phase[:-1] == place)
    onward = here[(log.case[here + 1] == log.case[here]) & (log.phase[here + 1] > place)]
    first = onward[begins(log.case[onward])]
    waits: Times = log.time[first + 1] - log.time[first]
    return waits


def _until(log: PhasedLog, end: int) -> PhasedLog:
    keep = np.flatnonzero(log.time <= end)
    return PhasedLog(log.log, log.phases, log.case[keep], log.time[keep], log.phase[keep], log.event[keep])


def _row(name: int, phase: str, since: int, now: int, limit: float | None) -> OpenCase:
    seconds = (now - since) / MICROSECONDS
    return OpenCase(f"{name:016x}", phase, _moment(since), seconds / DAY, None if limit is None else seconds > limit)


def _moment(time: int) -> datetime:
    return _EPOCH + timedelta(microseconds=time)
