"""Every kind of column with amounts as numbers of double precision."""

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.written_amounts import is_written, written

_MOST = 1e300
_MOST_DECIMAL = 10**18
_MONEY = dt.Decimal(19, 4)
"""What Ibis takes PostgreSQL's money for, which becomes a double only by way of another decimal."""


def amount(column: ir.Column, engine: str, decimal: str = ".") -> ir.FloatingColumn:
    """The amounts of a column, NULL where there is none: also for text that is no number, for NaN and infinity, as in files.
    `decimal`: the mark that text has. NotInWarehouse for columns that hold something else."""
    kind = column.type()
    if is_written(column):
        found = written(column, decimal)
    elif kind.is_numeric() and not kind.is_boolean():
        is_money = engine == "postgres" and kind.copy(nullable=True) == _MONEY
        if kind.is_decimal() and not is_money:  # one that no double holds would stop the whole answer
            column = ibis.ifelse((column > -_MOST_DECIMAL) & (column < _MOST_DECIMAL), column, None)
        found = (column.cast(dt.Decimal(38, 4)) if is_money else column).cast("float64")
    else:
        raise NotInWarehouse("amount_type", column=column.get_name(), type=str(kind))
    return ibis.ifelse(found.abs() < _MOST, found, None)
