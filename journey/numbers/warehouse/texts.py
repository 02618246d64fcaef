"""Columns as plain text, and the numbers that text holds."""

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

_NUMBER = r"^\s*[+-]?\d+(\.\d+)?\s*$"


def text(column: ir.Column) -> ir.StringColumn:
    """A column as text."""
    return plain(column) if column.type().is_string() else column.cast("string")


def plain(column: ir.Column) -> ir.Column:
    """A column of text, of an enumeration or of JSON as plain text, others as they are: Ibis calls enumerated types text too,
    and neither these nor JSON can be compared with any text. A cast of what is text already costs nothing."""
    kind = column.type()
    if kind.is_json():
        return column.cast("string")
    return column.cast(dt.String(nullable=False)) if kind.is_string() else column


def number(column: ir.Column) -> ir.FloatingColumn:
    """The numbers that a column's text holds, NULL for everything else."""
    words = text(column)
    return ibis.ifelse(words.re_search(_NUMBER), words.strip(), None).cast("float64")
