"""A log that stays in its database: every answer is worked out there, only figures come back."""

from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from journey.numbers.funnel import Funnel
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.log.tally import Tally
from journey.numbers.log_source import LogSize, PhaseView
from journey.numbers.reading.outcome import Skipped
from journey.numbers.warehouse.doubt import warehouse_cases_in_doubt
from journey.numbers.warehouse.events import EventColumns, WarehouseCounts, warehouse_counts, with_commas
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel, warehouse_funnels


@dataclass(frozen=True, eq=False)
class StoredLog:
    """A LogSource of which nothing is here but what `counts` says of its table. `attributes` are columns; `unclear`: as of
    LogSize."""

    table: ir.Table
    columns: EventColumns
    counts: WarehouseCounts
    attributes: tuple[str, ...] = ()
    unclear: str = ""

    @property
    def size(self) -> LogSize:
        """Cases, events and activities as they were counted; rows left out have no lines."""
        found = self.counts
        skipped = tuple(Skipped(kind, count) for kind, count in found.skipped.items())
        return LogSize(
            found.cases,
            found.events,
            len(found.activities),
            skipped,
            found.unnamed_events,
            found.unread_amounts,
            self.unclear,
        )

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The activities that came back by name."""
        return self.counts.activities

    @property
    def days(self) -> tuple[date, date] | None:
        """The days of the first and the last event as they were counted."""
        return self.counts.days

    @property
    def currency(self) -> str:
        """Unknown: of a table only the named columns are asked."""
        return ""

    @property
    def zone(self) -> str:
        """Figures of days are UTC's, as the database has them."""
        return ""

    @property
    def whose(self) -> str:
        """Unknown too."""
        return ""

    @property
    def coded(self) -> None:
        """Nothing: the events stay where they are."""

    def phased(self, view: PhaseView) -> None:
        """Nothing either."""

    def funnel(self, view: PhaseView, query: FunnelQuery) -> Funnel:
        """One query, one row back."""
        return warehouse_funnel(self._seen(view), view.names, query)

    def funnels(self, view: PhaseView, query: FunnelQuery, by: str) -> dict[str, Funnel]:
        """One query, one row back for each value of a column."""
        return warehouse_funnels(self._seen(view), view.names, query, by)

    def in_doubt(self, view: PhaseView, query: FunnelQuery) -> int:
        """A query, and a second one where events share an instant."""
        return warehouse_cases_in_doubt(self._seen(view), query)

    def _seen(self, view: PhaseView) -> WarehouseLog:
        return WarehouseLog(self.table, self.columns, view.phases, view.phase_of)


def stored_log(table: ir.Table, columns: EventColumns, attributes: tuple[str, ...] = ()) -> StoredLog:
    """The log in a table, counted there. Errors as of `warehouse_counts`."""
    columns, unclear = with_commas(table, columns)
    return StoredLog(table, columns, warehouse_counts(table, columns), attributes, unclear)
