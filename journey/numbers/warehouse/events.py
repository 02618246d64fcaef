"""A table seen as events: which columns are what, which rows can be used, what the log holds. Nothing leaves the database
but counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import ibis
import ibis.expr.types as ir

from journey.numbers.log.tally import Tally, day_of
from journey.numbers.reading.outcome import SkippedKind
from journey.numbers.warehouse.amounts import amount
from journey.numbers.warehouse.errors import NoSuchTable
from journey.numbers.warehouse.instants import ordering, packed
from journey.numbers.warehouse.running import rows_of
from journey.numbers.warehouse.texts import plain, text
from journey.numbers.warehouse.times import SECOND, micros
from journey.numbers.warehouse.written_amounts import is_written, marks_of, says_something

MOST_ACTIVITIES = 2_000
"""Only so many activities come back by name, those of most cases first; of the others the number of events."""


@dataclass(frozen=True)
class EventColumns:
    """The names of a table's columns by what they say. Revenue and cost are amounts, each optional. `order`: columns that say
    which of the events at one time came first; the first of them counts most. `commas`: columns of amounts that are text
    with a decimal comma."""

    case: str
    time: str
    activity: str
    revenue: str | None = None
    cost: str | None = None
    order: tuple[str, ...] = ()
    commas: frozenset[str] = frozenset()

    @property
    def amounts(self) -> dict[str, str]:
        """The columns with numbers by the name of the amount."""
        named = {"revenue": self.revenue, "cost": self.cost}
        return {name: column for name, column in named.items() if column is not None}

    def decimal_of(self, column: str) -> str:
        """The decimal mark of a column of amounts."""
        return "," if column in self.commas else "."

    @property
    def orders(self) -> tuple[str, ...]:
        """The names under which `usable_events` has the columns of the order."""
        return tuple(f"order_{nth}" for nth in range(len(self.order)))


@dataclass(frozen=True)
class WarehouseCounts:
    """What a table holds: usable `events` of `cases`; rows left out by the first reason that holds (UNREADABLE_ROW never
    does); `activities`, the most cases first, then by name; `unnamed_events`, those of the activities beyond
    MOST_ACTIVITIES; the `days` (UTC) of the first and the last event, None without any; `unread_amounts`, the texts of
    usable rows that stand for an amount and are none."""

    events: int
    cases: int
    activities: tuple[Tally, ...]
    skipped: Mapping[SkippedKind, int] = field(default_factory=dict)
    unnamed_events: int = 0
    days: tuple[date, date] | None = None
    unread_amounts: int = 0


def warehouse_counts(table: ir.Table, columns: EventColumns, *, today: date | None = None) -> WarehouseCounts:
    """Events, cases and activities of a table, exactly, and what cannot be used. `today` (UTC) is the machine's date
    where it is not given: times after the end of the next year cannot be. NoSuchTable for a missing column,
    NotInWarehouse for a time column that cannot be read, QueryFailed."""
    rows = _picked(table, columns, table.get_backend().name)
    usable = _usable(rows, today)
    kinds = {row["reason"]: row["rows"] for row in rows_of(_reasons(rows, today))}
    found = [Tally(row["activity"], row["events"], row["cases"]) for row in rows_of(_activities(usable))]
    [row] = rows_of(_extent(usable))
    events = kinds.get(None, 0)
    return WarehouseCounts(
        events,
        row["cases"],
        tuple(sorted(found, key=_most_cases_first)),
        {kind: kinds[kind.value] for kind in SkippedKind if kind.value in kinds},
        events - sum(one.events for one in found),
        (day_of(row["first"]), day_of(row["last"])) if events else None,
        _unread_amounts(table, columns, today),
    )


def with_commas(table: ir.Table, columns: EventColumns) -> tuple[EventColumns, str]:
    """The columns, with what the database says of the amounts that are text: which are written with a decimal comma; and the
    mark by which one is read that could have either, "" for none. QueryFailed."""
    names = [name for name in columns.amounts.values() if name in table.columns and is_written(table[name])]
    marks = {name: marks_of(table[name]) for name in names}
    commas = frozenset(name for name, found in marks.items() if found.decimal() == ",")
    unclear = next((found.decimal() for found in marks.values() if found.unclear), "")
    return replace(columns, commas=commas), unclear


def usable_events(
    table: ir.Table, columns: EventColumns, engine: str, *, by: str | None = None, today: date | None = None
) -> ir.Table:
    """The events that can be used: `case` as the table has it, `time` in microseconds, `instant` (see instants), `activity`,
    the amounts that there are, and `segment` (text, NULL where empty) if there is a `by`."""
    rows = _usable(_picked(table, columns, engine, by), today)
    rows = rows.mutate(segment=rows.segment.nullif("")) if by else rows
    orders = columns.orders
    return packed(rows, orders) if orders else rows.mutate(instant=rows.time)


def _usable(rows: ir.Table, today: date | None) -> ir.Table:
    return rows.filter(
        _is_filled(rows["case"]), _is_filled(rows.activity), rows.time >= 0, rows.time < _too_late(today)
    )


def _unread_amounts(table: ir.Table, columns: EventColumns, today: date | None) -> int:
    names = [name for name in columns.amounts.values() if is_written(table[name])]
    if not names:
        return 0
    engine = table.get_backend().name
    read = {name: amount(table[name], engine, columns.decimal_of(name)) for name in names}
    unread = [ibis.ifelse(says_something(table[name]) & read[name].isnull(), 1, 0) for name in names]
    rows = _usable(table.select(**_events(table, columns, engine), unread=sum(unread[1:], unread[0])), today)
    [row] = rows_of(rows.agg(unread=rows.unread.sum()))
    return int(row["unread"] or 0)


def _reasons(rows: ir.Table, today: date | None) -> ir.Table:
    """How many `rows` cannot be used for which `reason`; NULL counts those that can."""
    reason = ibis.cases(
        (~_is_filled(rows["case"]), SkippedKind.NO_CASE.value),
        (~_is_filled(rows.activity), SkippedKind.NO_ACTIVITY.value),
        (rows.time.isnull(), SkippedKind.UNREADABLE_TIME.value),
        ((rows.time < 0) | (rows.time >= _too_late(today)), SkippedKind.IMPOSSIBLE_DATE.value),
        else_=None,
    )
    marked = rows.select(reason=reason)
    return marked.group_by("reason").agg(rows=marked.count())


def _extent(events: ir.Table) -> ir.Table:
    """One row: how many cases there are, and the microseconds of the first and the last event."""
    per_case = events.group_by("case").agg(first=ibis._.time.min(), last=ibis._.time.max())
    return per_case.agg(cases=ibis._.count(), first=ibis._.first.min(), last=ibis._.last.max())


def _activities(events: ir.Table) -> ir.Table:
    per_case = events.group_by("activity", "case").agg(events=ibis._.count())
    activities = per_case.group_by("activity").agg(events=ibis._.events.sum().cast("int64"), cases=ibis._.count())
    return activities.order_by(ibis.desc("cases"), "activity").limit(MOST_ACTIVITIES)


def _picked(table: ir.Table, columns: EventColumns, engine: str, by: str | None = None) -> ir.Table:
    _must_have(
        table,
        [
            columns.case,
            columns.time,
            columns.activity,
            *columns.amounts.values(),
            *columns.order,
            *([by] if by else []),
        ],
    )
    return table.select(
        **_events(table, columns, engine),
        **{name: amount(table[column], engine, columns.decimal_of(column)) for name, column in columns.amounts.items()},
        **{name: ordering(table[column]) for name, column in zip(columns.orders, columns.order, strict=True)},
        **({"segment": text(table[by])} if by else {}),
    )


def _events(table: ir.Table, columns: EventColumns, engine: str) -> dict[str, ir.Value]:
    return {
        "case": plain(table[columns.case]),
        "time": micros(table[columns.time], engine),
        "activity": text(table[columns.activity]),
    }


def _must_have(table: ir.Table, names: Sequence[str]) -> None:
    for name in names:
        if name not in table.columns:
            raise NoSuchTable("column", column=name, columns=", ".join(table.columns))


def _is_filled(column: ir.Column) -> ir.BooleanValue:
    """Texts are not trimmed: that would take longer than all the rest."""
    return column.notnull() & (column != "") if column.type().is_string() else column.notnull()


def _too_late(today: date | None) -> int:
    year = (today or datetime.now(UTC).date()).year
    return int(datetime(year + 2, 1, 1, tzinfo=UTC).timestamp()) * SECOND


def _most_cases_first(one: Tally) -> tuple[int, str]:
    return -one.cases, one.name
