"""The funnel of a log that stays in its database: the same figures as of a log that was read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from journey.numbers.funnel import Funnel
from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.warehouse.asked import Asked, activities_of
from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.events import EventColumns, usable_events
from journey.numbers.warehouse.figures import all_figures, figures_by_segment
from journey.numbers.warehouse.reached import reached
from journey.numbers.warehouse.running import rows_of
from journey.numbers.warehouse.stages import stages

MOST_SEGMENTS = 500
"""A column with more values than this names people or moments, not segments: nothing of it is brought back."""


@dataclass(frozen=True, eq=False)
class WarehouseLog:
    """A table seen through phases: what its `columns` say, `phase_of` an activity (its phase's id), and the `phases` (ids)
    in journey order. `today` (UTC) is the machine's date where it is not given: times after the end of the next year
    cannot be."""

    table: ir.Table
    columns: EventColumns
    phases: tuple[str, ...]
    phase_of: Mapping[str, str]
    today: date | None = None


def warehouse_funnel(log: WarehouseLog, names: Mapping[str, str], query: FunnelQuery) -> Funnel:
    """The funnel of a table by the definitions of FunnelQuery, as log_funnel would give it for the same events: one query,
    one row back. `names`: phase id → name. On engines that are not `exact` the quartiles of the waits are approximate.
    NoSuchTable for a missing column, NotInWarehouse, QueryFailed; BadFunnelQuery as in log_funnel."""
    if not log.phases:
        return Funnel(())
    [row] = rows_of(funnel_expression(log, query, log.table.get_backend().name))
    return Funnel(stages(row, log.phases, names, query))


def warehouse_funnels(log: WarehouseLog, names: Mapping[str, str], query: FunnelQuery, by: str) -> dict[str, Funnel]:
    """The same for each value that cases have in the column `by`, as log_funnels would give it: by name, last those
    without a value as "". A case has its first value in time, of several at that instant the smallest (in the order of
    the database's texts). NotInWarehouse also for more than MOST_SEGMENTS values."""
    if not log.phases:
        return {}
    expression = funnel_expression(log, query, log.table.get_backend().name, by)
    rows = rows_of(expression.limit(MOST_SEGMENTS + 2))
    if len(rows) > MOST_SEGMENTS + 1:
        raise NotInWarehouse("segments", column=by, most=str(MOST_SEGMENTS))
    rows.sort(key=lambda row: (row["segment"] == "", row["segment"]))
    return {row["segment"]: Funnel(stages(row, log.phases, names, query)) for row in rows}


def funnel_expression(log: WarehouseLog, query: FunnelQuery, engine: str, by: str | None = None) -> ir.Table:
    """What is sent to the database, for the engine with this name: one row of figures, or one a segment."""
    asked = asked_of(log, query, engine, by)
    found, amounts = reached(asked), tuple(log.columns.amounts)
    return figures_by_segment(asked, found, engine, amounts) if by else all_figures(asked, found, engine, amounts)


def asked_of(log: WarehouseLog, query: FunnelQuery, engine: str, by: str | None = None) -> Asked:
    """The question put to the usable events of a table."""
    events = usable_events(log.table, log.columns, engine, by=by, today=log.today)
    return Asked(events, activities_of(log.phase_of, log.phases), query, bool(log.columns.order))
