"""Columns as plain text, and the numbers that text holds."""

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir

_UNWRAP = {"postgres", "duckdb"}
_NUMBER = r"^\s*[+-]?\d+(\.\d+)?\s*$"


def text(column: ir.Column) -> ir.StringColumn:
    """A column as text."""
    kind = column.type()
    return plain(column) if kind.is_string() or kind.is_json() else column.cast("string")


def plain(column: ir.Column) -> ir.Column:
    """A column of text, of an enumeration, of JSON or of a type of the database's own as plain text, others as they are: Ibis
    calls enumerated types text too, and none of these can be compared with any text. A cast of what is text already costs
    nothing. JSON's null is none, and a JSON text has no quotes where Ibis can take them off."""
    kind = column.type()
    if kind.is_json():
        words = column.cast("string").nullif("null")
        return ibis.coalesce(column.str, words) if column.get_backend().name in _UNWRAP else words
    return column.cast(dt.String(nullable=False)) if kind.is_string() or kind.is_unknown() else column


def number(column: ir.Column) -> ir.FloatingColumn:
    """The numbers that a column's text holds, NULL for everything else."""
    words = text(column)
    return ibis.ifelse(words.re_search(_NUMBER), words.strip(), None).cast("float64")
