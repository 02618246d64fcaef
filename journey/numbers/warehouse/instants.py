"""Which events of a case are later than which: an instant is a time and, where a column says so, a place inside it.

Both are packed into one whole number, so that a comparison of numbers compares instants: microseconds since 1970 times
PLACES, plus the place. Without a column for the order an instant is the time itself.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.texts import number

_BITS = 11
PLACES = 1 << _BITS
"""So many events of a case can follow each other inside a microsecond; of those beyond nobody knows the order."""


def ordering(column: ir.Column) -> ir.Column:
    """A column by whose values events of one time follow each other: numbers and times as they are, text as the numbers
    that it holds; what is empty or no number comes last. NotInWarehouse for other columns."""
    kind = column.type()
    if kind.is_string() or kind.is_unknown():
        return number(column)
    if (kind.is_numeric() and not kind.is_boolean()) or kind.is_timestamp() or kind.is_date():
        return column
    raise NotInWarehouse("order_type", column=column.get_name(), type=str(kind))


def packed(events: ir.Table, orders: Sequence[str]) -> ir.Table:
    """Events (case, time) with their `instant`: those at one time by the columns `orders`, the first of which counts most;
    equal values share their instant."""
    by = [ibis.asc(events[name], nulls_first=False) for name in orders]
    place = ibis.dense_rank().over(group_by=["case", "time"], order_by=by).cast("int64")
    return events.mutate(instant=events.time * PLACES + ibis.least(place, PLACES - 1))


def unpacked(instant: ir.Value) -> ir.Value:
    """The microseconds of a packed instant."""
    return instant >> _BITS
