"""The query that reads a table for a plan: ids as keyed hashes, times as microseconds, known names as small codes."""

import os

# ruff: noqa: S608 - names and literals are quoted, everything else is our own
from math import nan
from typing import Any, NamedTuple

from journey.numbers.reading.coding.brought import brought_sql, fits_sql
from journey.numbers.reading.columns.amounts import UNREAD, amount_sql, native_amount_sql
from journey.numbers.reading.files.engine import quoted
from journey.numbers.reading.files.source import LogTable, SqlCell
from journey.numbers.reading.plan import AMOUNTS, LogPlan, Role, TimeFormat
from journey.numbers.reading.shapes.apart import joined
from journey.numbers.reading.shapes.calls import outside_cells
from journey.numbers.reading.shapes.stand_ins import filled_up_cells
from journey.numbers.reading.times.sql import fast_time_sql, native_time_sql
from journey.numbers.reading.times.worded import EMPTY

FIRST_ROWS, MOST_NAMES = 100_000, 20_000
"""Names are known from so many rows; a column with more of them is not worth it."""

OF_EVENTS = (Role.CASE, Role.TIME, Role.ACTIVITY, Role.CLOCK, Role.ZONE)
_SPACES = "E' \\t\\r\\n\u00a0'"


class Happening(NamedTuple):
    """A column with a time, and the activity that it stands for: a column's, or else a constant."""

    time: str
    activity_column: str = ""
    activity: str = ""
    given: tuple[str, str] | None = None


class TimeColumn(NamedTuple):
    """Microseconds under `alias`, EMPTY for none; what the fast expression could not read under its `late` name."""

    alias: str
    form: str


class NameColumn(NamedTuple):
    """Codes into `known` under `alias`, their number for none; other names as text under the `late` name. `attribute` is ""
    for activities."""

    alias: str
    attribute: str
    column: str
    known: tuple[str, ...]


class Query(NamedTuple):
    """The query, and what its columns hold besides the key and the line."""

    sql: str
    happenings: tuple[Happening, ...]
    times: tuple[TimeColumn, ...]
    names: tuple[NameColumn, ...]
    amounts: tuple[tuple[str, str], ...]
    order: tuple[str, ...]
    once: tuple[tuple[str, str], ...]
    has_line: bool


KEY, LINE = "key", "line"


def late(alias: str) -> str:
    """The column with the texts that a column's fast expression left over."""
    return f"{alias}_late"


def happenings(plan: LogPlan) -> tuple[Happening, ...]:
    """What can happen in one row of a plan's file."""
    if not plan.milestones:
        time, activity = plan.columns[Role.TIME], "" if plan.every_row else plan.columns[Role.ACTIVITY]
        return (Happening(time, activity, plan.every_row, plan.given.get("")),)
    return tuple(
        Happening(column, activity=activity, given=plan.given.get(activity)) for column, activity in plan.milestones
    )


def query_of(connection: Any, source: LogTable, plan: LogPlan) -> Query:
    """The query for a plan. Makes a type of each coded column's first names, so that DuckDB codes them in its scan.

    Case ids become DuckDB's hash of a random key and the id: 64 bits, enough to tell ten million cases apart with a
    chance of two falling together of 3 in a million. The hash is no cryptography and never leaves the reading."""
    happened = happenings(plan)
    source = source._replace(cells=outside_cells(plan, filled_up_cells(plan, source.cells)))
    inner = [f"{_case(source, plan)} AS {KEY}"]
    outer = [f"CASE WHEN {KEY} IS NULL THEN 0 ELSE hash({quoted(os.urandom(8).hex())} || {KEY}) END AS {KEY}"]
    times, names, amounts = [], [], []
    for place, happening in enumerate(happened):
        times.append(TimeColumn(f"t{place}", plan.times.get(happening.time, TimeFormat.ISO)))
        cell = _of_orders(joined(plan, source.cells, happening.time), source, plan)
        _add_time(inner, outer, times[-1], _given(cell, source, plan, happening.given))
        if happening.activity_column:
            names.append(_named(connection, source, f"a{place}", "", happening.activity_column))
    for place, (attribute, column) in enumerate(plan.columns.items()):
        if attribute in AMOUNTS:
            amounts.append((f"m{place}", attribute))
            inner.append(f"{_taken(source, plan, attribute, column)} AS m{place}")
            outer.append(f"m{place}")
        elif attribute not in OF_EVENTS:
            names.append(_named(connection, source, f"n{place}", attribute, column))
    for place, column in enumerate(plan.order):
        inner.append(f"{_amount(source.cells[column], plan.decimal)} AS o{place}")
        outer.append(f"o{place}")
    once = []
    for place, (attribute, column) in enumerate(plan.once.items()):
        if attribute in plan.columns:
            once.append((f"u{place}", attribute))
            inner.append(f"{_trimmed(source.cells[column])} AS u{place}")
            outer.append(f"CASE WHEN u{place} IS NULL THEN 0 ELSE hash(u{place}) END AS u{place}")
    for name in names:
        _add_name(inner, outer, name, source.cells[name.column])
    if source.line:
        inner.append(f"{source.line} AS {LINE}")
        outer.append(LINE)
    sql = f"SELECT {', '.join(outer)} FROM (SELECT {', '.join(inner)} FROM {source.table})"
    order = tuple(f"o{place}" for place in range(len(plan.order)))
    return Query(sql, happened, tuple(times), tuple(names), tuple(amounts), order, tuple(once), bool(source.line))


def _taken(source: LogTable, plan: LogPlan, role: str, column: str) -> str:
    """An amount, of revenue what it brought; UNREAD for what is none."""
    amount = _amount(source.cells[column], plan.decimal, UNREAD)
    if role != Role.REVENUE or not plan.takings.columns:
        return amount
    for times in plan.takings.times[1:]:
        pieces = _amount(source.cells[times], plan.decimal)
        amount = f"CASE WHEN {amount} = {UNREAD} THEN {UNREAD} ELSE {amount} * {pieces} END"
    less = [_amount(source.cells[name], plan.decimal) for name in plan.takings.less]
    return brought_sql(amount, less, plan.takings, source.cells)


def _of_orders(cell: SqlCell, source: LogTable, plan: LogPlan) -> SqlCell:
    """The time of an order, where every row is one and none was called off."""
    if not plan.no_orders:
        return cell
    void = " OR ".join(fits_sql(source.cells[column], pattern) for column, pattern in plan.no_orders)
    return SqlCell(f"CASE WHEN NOT ({void}) THEN {cell.sql} END", cell.is_text, cell.is_time, cell.is_number)


def _case(source: LogTable, plan: LogPlan) -> str:
    """Whose a row is, of refunds who got them."""
    case = _trimmed(source.cells[plan.columns[Role.CASE]])
    if plan.paid_back:
        case = f"CASE WHEN {_is_refund(source, plan)} THEN {_trimmed(source.cells[plan.paid_back[2]])} ELSE {case} END"
    return f"lower({case})" if plan.folds_letters else case


def _is_refund(source: LogTable, plan: LogPlan) -> str:
    column, pattern = plan.given[""]
    refund = fits_sql(source.cells[plan.paid_back[0]], plan.paid_back[1])
    return f"({refund} AND NOT {fits_sql(source.cells[column], pattern)})"


def _given(cell: SqlCell, source: LogTable, plan: LogPlan, given: tuple[str, str] | None) -> SqlCell:
    """A time only where another column says that it came about."""
    if given is None:
        return cell
    not_found, pattern = given[1].startswith("!"), given[1].removeprefix("!")
    text = f"coalesce(lower({_as_text(source.cells[given[0]])}), '')"
    holds = f"{'NOT ' * not_found}regexp_matches({text}, {quoted(pattern)})"
    if plan.paid_back:
        holds = f"({holds} OR {_is_refund(source, plan)})"
    return SqlCell(f"CASE WHEN {holds} THEN {cell.sql} END", cell.is_text, cell.is_time, cell.is_number)


def _trimmed(cell: SqlCell) -> str:
    """An id without spaces around it, NULL where nothing is left. Trimming is dear and rarely needed."""
    text = cell.sql if cell.is_text else f"CAST({cell.sql} AS VARCHAR)"
    spaced = " OR ".join(f"{text} LIKE {pattern}" for pattern in ("'% '", "E'%\\t'", "'%\u00a0'", "'\u00a0%'"))
    return f"CASE WHEN {text} < '!' OR {spaced} THEN nullif(trim({text}, {_SPACES}), '') ELSE {text} END"


def _add_time(inner: list[str], outer: list[str], column: TimeColumn, cell: SqlCell) -> None:
    fast = native_time_sql(cell.sql) if cell.is_time else fast_time_sql(_as_text(cell), column.form)
    inner.append(f"{fast} AS {column.alias}")
    outer.append(f"coalesce({column.alias}, {EMPTY}) AS {column.alias}")
    if not cell.is_time:
        inner.append(f"{_as_text(cell)} AS {late(column.alias)}")
        outer.append(f"CASE WHEN {column.alias} IS NULL THEN {late(column.alias)} END AS {late(column.alias)}")


def _named(connection: Any, source: LogTable, alias: str, attribute: str, column: str) -> NameColumn:
    known: tuple[str, ...] = ()
    if source.again:
        cell = _as_text(source.cells[column])
        first = f"SELECT {cell} AS name FROM {source.table} LIMIT {FIRST_ROWS}"
        connection.execute(
            f"CREATE TEMP TABLE first_{alias} AS SELECT DISTINCT name FROM ({first}) WHERE name IS NOT NULL"
        )
        known = tuple(name for (name,) in connection.execute(f"FROM first_{alias} ORDER BY name").fetchall())
        if 0 < len(known) <= MOST_NAMES:
            connection.execute(f"CREATE TYPE kind_{alias} AS ENUM (SELECT name FROM first_{alias} ORDER BY name)")
        else:
            known = ()
        connection.execute(f"DROP TABLE first_{alias}")
    return NameColumn(alias, attribute, column, known)


def _add_name(inner: list[str], outer: list[str], column: NameColumn, cell: SqlCell) -> None:
    rest = late(column.alias)
    inner.append(f"{_as_text(cell)} AS {rest}")
    if column.known:
        inner.append(f"try_cast({_as_text(cell)} AS kind_{column.alias}) AS {column.alias}")
        outer += [
            f"coalesce(enum_code({column.alias})::INTEGER, {len(column.known)}) AS {column.alias}",
            f"CASE WHEN {column.alias} IS NULL THEN {rest} END AS {rest}",
        ]
    else:
        outer.append(rest)


def _amount(cell: SqlCell, decimal: str, strange: float = nan) -> str:
    return native_amount_sql(cell.sql) if cell.is_number else amount_sql(_as_text(cell), decimal, strange=strange)


def _as_text(cell: SqlCell) -> str:
    return cell.sql if cell.is_text else f"CAST({cell.sql} AS VARCHAR)"
