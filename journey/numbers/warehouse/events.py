"""A table seen as events: which columns are what, which rows can be used, what the log holds. Nothing leaves the database
but counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import ibis
import ibis.expr.types as ir

from journey.numbers.log.tally import Tally
from journey.numbers.reading.outcome import SkippedKind
from journey.numbers.warehouse.errors import NoSuchTable
from journey.numbers.warehouse.running import rows_of
from journey.numbers.warehouse.times import SECOND, micros

MOST_ACTIVITIES = 2_000
"""Only so many activities come back by name, those of most cases first; of the others the number of events."""


@dataclass(frozen=True)
class EventColumns:
    """The names of a table's columns by what they say. Revenue and cost are numbers, each optional."""

    case: str
    time: str
    activity: str
    revenue: str | None = None
    cost: str | None = None

    @property
    def amounts(self) -> dict[str, str]:
        """The columns with numbers by the name of the amount."""
        named = {"revenue": self.revenue, "cost": self.cost}
        return {name: column for name, column in named.items() if column is not None}


@dataclass(frozen=True)
class WarehouseCounts:
    """What a table holds: usable `events` of `cases`; rows left out by the first reason that holds (UNREADABLE_ROW never
    does); `activities`, the most cases first, then by name; `unnamed_events`, those of the activities beyond
    MOST_ACTIVITIES."""

    events: int
    cases: int
    activities: tuple[Tally, ...]
    skipped: Mapping[SkippedKind, int] = field(default_factory=dict)
    unnamed_events: int = 0

    def unmatched(self, phase_of: Mapping[str, str]) -> dict[str, int]:
        """The events of each activity that has no phase, in the order of `activities`."""
        return {one.name: one.events for one in self.activities if one.name not in phase_of}


def warehouse_counts(table: ir.Table, columns: EventColumns, *, today: date | None = None) -> WarehouseCounts:
    """Events, cases and activities of a table, exactly, and what cannot be used. `today` (UTC) is the machine's date
    where it is not given: times after the end of the next year cannot be. NoSuchTable for a missing column,
    NotInWarehouse for a time column that cannot be read, QueryFailed."""
    engine = table.get_backend().name
    marked = _marked(table, columns, engine, None, today)
    kinds = {row["reason"]: row["rows"] for row in rows_of(marked.group_by("reason").agg(rows=marked.count()))}
    listed = rows_of(_activities(marked))
    cases = rows_of(_usable(marked).select("case").distinct().agg(cases=ibis._.count()))[0]["cases"]
    found = sorted((Tally(row["activity"], row["events"], row["cases"]) for row in listed), key=_most_cases_first)
    events = kinds.get(None, 0)
    return WarehouseCounts(
        events,
        cases,
        tuple(found),
        {kind: kinds[kind.value] for kind in SkippedKind if kind.value in kinds},
        events - sum(one.events for one in found),
    )


def usable_events(
    table: ir.Table, columns: EventColumns, engine: str, *, by: str | None = None, today: date | None = None
) -> ir.Table:
    """The events that can be used: `case` as the table has it, `time` in microseconds, `activity`, the amounts that
    there are, and `segment` (text, NULL where empty) if there is a `by`."""
    return _usable(_marked(table, columns, engine, by, today))


def _usable(marked: ir.Table) -> ir.Table:
    return marked.filter(marked.reason.isnull()).drop("reason")


def _activities(marked: ir.Table) -> ir.Table:
    per_case = _usable(marked).group_by("activity", "case").agg(events=ibis._.count())
    activities = per_case.group_by("activity").agg(events=ibis._.events.sum().cast("int64"), cases=ibis._.count())
    return activities.order_by(ibis.desc("cases"), "activity").limit(MOST_ACTIVITIES)


def _marked(table: ir.Table, columns: EventColumns, engine: str, by: str | None, today: date | None) -> ir.Table:
    """Every row, with the `reason` why it cannot be used, NULL where it can."""
    _must_have(table, [columns.case, columns.time, columns.activity, *columns.amounts.values(), *([by] if by else [])])
    picked = {
        "case": table[columns.case],
        "time": micros(table[columns.time], engine),
        "activity": _text(table[columns.activity]),
        **{name: table[column].cast("float64") for name, column in columns.amounts.items()},
        **({"segment": _text(table[by])} if by else {}),
    }
    rows = table.select(**picked)
    reason = ibis.cases(
        (_is_empty(rows["case"]), SkippedKind.NO_CASE.value),
        (_is_empty(rows.activity), SkippedKind.NO_ACTIVITY.value),
        (rows.time.isnull(), SkippedKind.UNREADABLE_TIME.value),
        ((rows.time < 0) | (rows.time >= _too_late(today)), SkippedKind.IMPOSSIBLE_DATE.value),
        else_=None,
    )
    marked = rows.mutate(reason=reason)
    return marked.mutate(segment=ibis.ifelse(_is_empty(marked.segment), None, marked.segment)) if by else marked


def _must_have(table: ir.Table, names: Sequence[str]) -> None:
    for name in names:
        if name not in table.columns:
            raise NoSuchTable("column", column=name, columns=", ".join(table.columns))


def _text(column: ir.Column) -> ir.StringColumn:
    return column if column.type().is_string() else column.cast("string")


def _is_empty(column: ir.Column) -> ir.BooleanValue:
    return column.isnull() | (column.strip() == "") if column.type().is_string() else column.isnull()


def _too_late(today: date | None) -> int:
    year = (today or datetime.now(UTC).date()).year
    return int(datetime(year + 2, 1, 1, tzinfo=UTC).timestamp()) * SECOND


def _most_cases_first(one: Tally) -> tuple[int, str]:
    return -one.cases, one.name
