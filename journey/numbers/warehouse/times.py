"""Every kind of time column as microseconds since 1970-01-01 00:00 UTC, in each engine's own functions.

Times without an offset are taken as if they were UTC, as in files.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import ibis
import ibis.expr.types as ir

from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.texts import number, text

UTC = "timestamp('UTC')"
SECOND = 1_000_000
_SECONDS_BELOW, _MILLISECONDS_BELOW, _MICROSECONDS_BELOW = 10**11, 10**14, 10**17
"""Numbers this large would be seconds beyond the year 5138, and so on."""
_DAY = (
    r"(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))"
    r"|(\d{2}(0[48]|[2468][048]|[13579][26])|2000)-02-29)"
)
_ISO = rf"^\s*{_DAY}([ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?\s*(Z|[+-](0\d|1[0-5])(:?[0-5]\d)?)?\s*$"
"""Of what PostgreSQL reads only this: a day that cannot be would stop its whole answer."""


def micros(column: ir.Column, engine: str) -> ir.IntegerColumn:
    """The times of a column as whole microseconds, NULL where there is none. Dates are midnight; numbers count seconds,
    milliseconds or microseconds since 1970, whichever their size makes plausible; text is read as ISO 8601.
    NotInWarehouse for other columns, and for text where the engine cannot read it."""
    kind = column.type()
    if kind.is_numeric() and not kind.is_boolean():
        return _from_number(column)
    if "USERDEFINED" in str(kind):  # in PostgreSQL a domain, whatever it is made of
        return ibis.coalesce(_from_number(number(column)), _from_text(text(column), engine))
    if kind.is_string():
        return _from_text(text(column), engine)
    if kind.is_timestamp() or kind.is_date():
        return _from_instant(column, engine)
    raise NotInWarehouse("time_type", column=column.get_name(), type=str(kind))


def _from_number(column: ir.NumericColumn) -> ir.IntegerColumn:
    whole = column.type().is_integer()
    limit = int(_MICROSECONDS_BELOW)
    # Beyond these a cast or a product would overflow, and one row would stop the whole answer.
    column = ibis.ifelse((column > -limit) & (column < limit), column, None)
    # Decimals would overflow, or have no precision at all; a double holds every microsecond of our times.
    column = column.cast("int64" if whole else "float64")
    size = column.abs()
    scaled = ibis.cases(
        (size < _SECONDS_BELOW, column * SECOND),
        (size < _MILLISECONDS_BELOW, column * 1_000),
        (size < _MICROSECONDS_BELOW, column),
        else_=None,
    )
    return (scaled if whole else scaled.round()).cast("int64")


def _from_instant(column: ir.Column, engine: str) -> ir.IntegerColumn:
    if engine in {"postgres", "duckdb"}:
        column = ibis.ifelse(_isfinite(column), column, None)
    if engine == "postgres":
        return column.cast("timestamp").delta(ibis.literal(datetime(1970, 1, 1), "timestamp"), unit="microsecond")
    if engine == "clickhouse":
        return _clickhouse_micros(column.cast("timestamp('UTC', 6)"))
    if engine in {"pyspark", "databricks", "bigquery"}:
        return _unix_micros(column.cast(UTC))
    instant = column.cast("timestamp") if column.type().is_date() else column
    if engine == "snowflake":
        return _date_part("epoch_microsecond", instant)
    if engine == "trino":  # its date_diff knows no microseconds; a double holds them exactly until the year 2255
        return (_to_unixtime(instant) * float(SECOND)).round().cast("int64")
    return _epoch_us(instant)


def _from_text(column: ir.StringColumn, engine: str) -> ir.IntegerColumn:
    if engine == "postgres":
        column = ibis.ifelse(column.re_search(_ISO), column, None)
        return _from_instant(column.cast(UTC), engine)
    if engine == "clickhouse":
        return _clickhouse_micros(_clickhouse_parsed(column, 6, "UTC"))
    if engine == "snowflake":
        return _from_instant(_snowflake_parsed(column), engine)
    if engine == "trino":
        raise NotInWarehouse("time_text", column=column.get_name())
    return _from_instant(column.try_cast(UTC), engine)


def _function(name: str, like: Callable[..., Any], takes: tuple[Any, ...], gives: Any) -> Callable[..., Any]:
    """A function that the engine has and Ibis does not, with as many arguments as `like`."""
    found: Callable[..., Any] = ibis.udf.scalar.builtin(like, name=name, signature=(takes, gives))
    return found


def _of_one(first: Any) -> Any: ...


def _of_two(first: Any, second: Any) -> Any: ...


def _of_three(first: Any, second: Any, third: Any) -> Any: ...


_isfinite = _function("isfinite", _of_one, (UTC,), "boolean")
_epoch_us = _function("epoch_us", _of_one, (UTC,), "int64")
_unix_micros = _function("unix_micros", _of_one, (UTC,), "int64")
_to_unixtime = _function("to_unixtime", _of_one, (UTC,), "float64")
_date_part = _function("date_part", _of_two, ("string", UTC), "int64")
_clickhouse_micros = _function("toUnixTimestamp64Micro", _of_one, (UTC,), "int64")
_clickhouse_parsed = _function("parseDateTime64BestEffortOrNull", _of_three, ("string", "int64", "string"), UTC)
_snowflake_parsed = _function("try_to_timestamp_tz", _of_one, ("string",), UTC)
