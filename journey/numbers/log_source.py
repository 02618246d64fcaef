"""Logs behind one contract: one that was read here and one that stays in its database answer the same questions. Whoever
asks knows no more of a log than this, and asks it what it can do."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from journey.numbers.funnel import Funnel
    from journey.numbers.log.coded import CodedLog, PhasedLog
    from journey.numbers.log.funnel_query import FunnelQuery
    from journey.numbers.log.tally import Tally
    from journey.numbers.reading.outcome import Skipped
    from journey.phases import PhaseModel

BY_MONTH = "month"
"""The attribute of a log that can tell in which calendar month a case entered the funnel; its values look like
2026-01. A column of that name is not asked for."""


@dataclass(frozen=True, eq=False)
class PhaseView:
    """Through which phases a log is seen: the `names` of the phases by id, in journey order, and the phase (its id) of
    every activity that belongs to one."""

    names: Mapping[str, str]
    phase_of: Mapping[str, str]

    @classmethod
    def of_seen(cls, model: "PhaseModel", phase_of: Mapping[str, str]) -> Self:
        """Through the phases of a model that some activity belongs to. The others cannot be measured: a funnel passes
        over them, as over phases without a typed count."""
        seen = set(phase_of.values())
        return cls({phase.id: phase.name for phase in model.phases if phase.id in seen}, phase_of)

    @property
    def phases(self) -> tuple[str, ...]:
        """The ids of the phases in journey order."""
        return tuple(self.names)

    @cached_property
    def key(self) -> Hashable:
        """What a log seen through these phases depends on; their names are not part of it."""
        return self.phases, frozenset(self.phase_of.items())


@dataclass(frozen=True)
class LogSize:
    """How large a log is, and what of it cannot be used. `unnamed_events` are those of activities that are too many to be
    named; `unread_amounts` the cells that hold something else than an amount, which adds nothing; `unclear_decimal` the mark by which a
    database's amounts were read that could have either ("" for none)."""

    cases: int
    events: int
    activities: int
    skipped: "tuple[Skipped, ...]" = ()
    unnamed_events: int = 0
    unread_amounts: int = 0
    unclear_decimal: str = ""

    @property
    def skipped_rows(self) -> int:
        """How many rows were left out."""
        return sum(each.count for each in self.skipped)


class LogSource(Protocol):
    """An event log that can be asked. Where it is a database, an answer may raise WarehouseError."""

    @property
    def size(self) -> LogSize:
        """Its cases, events and activities."""
        ...

    @property
    def tallies(self) -> "tuple[Tally, ...]":
        """Its activities with their events and cases, the most cases first, then by name."""
        ...

    @property
    def days(self) -> tuple[date, date] | None:
        """The days of the first and the last event, in the zone that its source names; None without any."""
        ...

    @property
    def currency(self) -> str:
        """What its amounts are in; "" where its source does not say."""
        ...

    @property
    def zone(self) -> str:
        """The zone that its source names for its times: an offset, a region or UTC; "" for none."""
        ...

    @property
    def whose(self) -> str:
        """What a case is where it is no customer, see LogPlan."""
        ...

    @property
    def attributes(self) -> tuple[str, ...]:
        """What its funnel can be split by."""
        ...

    @property
    def coded(self) -> "CodedLog | None":
        """Its events, for whatever follows single cases (paths, channels, trends, waits); None where they stay elsewhere and
        only counts can be had."""
        ...

    def phased(self, view: PhaseView) -> "PhasedLog | None":
        """The same seen through phases."""
        ...

    def funnel(self, view: PhaseView, query: "FunnelQuery") -> "Funnel":
        """The funnel of the view's phases. BadFunnelQuery where it has no answer."""
        ...

    def funnels(self, view: PhaseView, query: "FunnelQuery", by: str) -> "dict[str, Funnel]":
        """The same for each value of one of the `attributes`, by name, last the cases without a value as ""."""
        ...

    def in_doubt(self, view: PhaseView, query: "FunnelQuery") -> int:
        """How many cases hang on an order inside an instant that the log does not give."""
        ...
