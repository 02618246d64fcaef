"""A log that was read from a file: the kernels of journey.numbers.log answer."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from journey.numbers.funnel import Funnel
from journey.numbers.log.coded import CodedLog, PhasedLog, phased
from journey.numbers.log.doubt import cases_in_doubt
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.measured import log_funnel, log_funnels
from journey.numbers.log.periods import Unit
from journey.numbers.log.tally import Tally, first_and_last_day, tally
from journey.numbers.log.trends import funnel_by_period
from journey.numbers.log_source import BY_MONTH, LogSize, PhaseView
from journey.numbers.reading.outcome import LogReading
from journey.numbers.reading.takings import WORDS


@dataclass(frozen=True, eq=False)
class ReadLog:
    """A LogSource whose events are here. Of the views only the last one is remembered: they change with the matching."""

    reading: LogReading
    _phased: dict[Hashable, PhasedLog] = field(default_factory=dict, repr=False)

    @property
    def size(self) -> LogSize:
        """Cases, events, activities, and rows that were left out with their lines."""
        log = self.reading.log
        words = self.reading.uncounted.get(WORDS, 0)
        return LogSize(log.cases, log.events, len(log.activity.names), self.reading.skipped, unread_amounts=words)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """The activities, the most cases first."""
        return tally(self.reading.log)

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The days of the first and the last event."""
        return first_and_last_day(self.reading.log)

    @property
    def currency(self) -> str:
        """The file's one currency, or the most frequent one, which alone counts."""
        return self.reading.plan.takings.currency

    @property
    def zone(self) -> str:
        """The file's own zone."""
        return self.reading.plan.zone

    @property
    def whose(self) -> str:
        """What the plan says."""
        return self.reading.plan.whose

    @property
    def attributes(self) -> tuple[str, ...]:
        """The attributes that were read, and the month."""
        return (*self.reading.log.attributes, BY_MONTH)

    @property
    def coded(self) -> CodedLog:
        """The events."""
        return self.reading.log

    def phased(self, view: PhaseView) -> PhasedLog:
        """The events that belong to a phase."""
        if view.key not in self._phased:
            self._phased.clear()
            self._phased[view.key] = phased(self.reading.log, view.phases, view.phase_of)
        return self._phased[view.key]

    def funnel(self, view: PhaseView, query: FunnelQuery) -> Funnel:
        """The funnel of all cases."""
        return log_funnel(self.phased(view), view.names, query)

    def funnels(self, view: PhaseView, query: FunnelQuery, by: str) -> dict[str, Funnel]:
        """The funnel of each value, or of the cases that entered in each month."""
        log = self.phased(view)
        if by == BY_MONTH:
            months = funnel_by_period(log, view.names, query, Unit.MONTH)
            return {month.start.isoformat()[:7]: month.funnel for month in months}
        return log_funnels(log, view.names, query, self.reading.log.of_case[by])

    def in_doubt(self, view: PhaseView, query: FunnelQuery) -> int:
        """The cases that hang on an unknown order."""
        return cases_in_doubt(self.phased(view), query)
