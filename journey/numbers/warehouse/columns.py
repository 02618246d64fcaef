"""What a table's columns probably are, guessed from their names and types."""

from collections.abc import Mapping

import ibis.expr.types as ir

from journey.numbers.reading import ColumnLook, Role, TimeFormat
from journey.numbers.reading.columns.roles import guessed_roles, order_columns
from journey.numbers.warehouse.events import EventColumns


def guessed_columns(table: ir.Table) -> dict[str, str]:
    """Role → column name, for a person to confirm; nothing is read from the table."""
    return dict(guessed_roles(_looks(table)))


def found_order(table: ir.Table, columns: Mapping[str, str]) -> tuple[str, ...]:
    """The columns whose names and types say that they order events of one time; `columns`: role → column name."""
    return order_columns(_looks(table), columns)


def event_columns(columns: Mapping[str, str], order: tuple[str, ...]) -> tuple[EventColumns, tuple[str, ...]]:
    """Columns by their role as a log in a database takes them, and those that it can be split by. KeyError without case,
    time or activity."""
    found = EventColumns(
        columns[Role.CASE],
        columns[Role.TIME],
        columns[Role.ACTIVITY],
        columns.get(Role.REVENUE),
        columns.get(Role.COST),
        order,
    )
    return found, tuple(columns[role] for role in (Role.SEGMENT,) if role in columns)


def _looks(table: ir.Table) -> list[ColumnLook]:
    return [
        ColumnLook(name, 1.0, 2, TimeFormat.ISO if kind.is_temporal() else None, number=kind.is_numeric())
        for name, kind in table.schema().items()
    ]
