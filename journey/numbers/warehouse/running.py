"""Sends one expression to the database and brings its rows back."""

from typing import Any

import ibis.expr.types as ir

from journey.numbers.warehouse.errors import QueryFailed
from journey.numbers.warehouse.reason import reason


def rows_of(expression: ir.Table) -> list[dict[str, Any]]:
    """The rows of an expression, run where its table is. QueryFailed with the database's own reason."""
    try:
        rows: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    except Exception as error:  # noqa: BLE001 - every driver has errors of its own
        raise QueryFailed("query", reason=reason(error)) from None
    return rows
