"""Every type of column that PostgreSQL and DuckDB have, as a case, an activity, a time, an amount and an order: counted, or
refused with a sentence."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pytest

from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.reading.outcome import SkippedKind
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.events import EventColumns, warehouse_counts
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnels
from tests.numbers.warehouse.logs import revenue
from tests.postgres import Server

Values = tuple[str, str]
NUMBERS, LETTERS, DAYS = ("1", "2"), ("'a'", "'b'"), ("'2026-01-01'", "'2026-01-02'")
IDS = ("'00000000-0000-0000-0000-000000000001'", "'00000000-0000-0000-0000-000000000002'")

POSTGRES: Mapping[str, Values] = {
    **dict.fromkeys(("smallint", "integer", "bigint", "numeric", "numeric(10, 2)", "real", "double precision", "price"), NUMBERS),
    "money": ("'1'", "'2'"),
    "boolean": ("true", "false"),
    **dict.fromkeys(("text", "varchar(9)", "char(9)", "name", "bytea", "step", "text[]"), LETTERS) | {"text[]": ("'{a}'", "'{b}'")},
    "uuid": IDS,
    **dict.fromkeys(("date", "timestamp", "timestamptz", "timestamp(0)", "happening"), DAYS),
    **dict.fromkeys(("time", "timetz"), ("'10:00'", "'11:00'")),
    "interval": ("'1 day'", "'2 days'"),
    **dict.fromkeys(("json", "jsonb"), ("'\"a\"'", "'\"b\"'")),
    "inet": ("'192.0.2.1'", "'192.0.2.2'"),
}  # fmt: skip
DUCKDB: Mapping[str, Values] = {
    **dict.fromkeys(("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "UBIGINT", "UHUGEINT", "BIGNUM"), NUMBERS),
    **dict.fromkeys(("FLOAT", "DOUBLE", "DECIMAL(18,3)", "DECIMAL(38,10)"), NUMBERS),
    "BOOLEAN": ("true", "false"),
    **dict.fromkeys(("VARCHAR", "BLOB", "ENUM ('a', 'b')"), LETTERS),
    "UUID": IDS,
    **dict.fromkeys(("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMPTZ"), DAYS),
    "TIME": ("'10:00'", "'11:00'"),
    "INTERVAL": ("INTERVAL 1 DAY", "INTERVAL 2 DAY"),
    "JSON": ("'\"a\"'", "'\"b\"'"),
    "STRUCT(a INTEGER)": ("{'a': 1}", "{'a': 2}"),
    "VARCHAR[]": ("['a']", "['b']"),
}  # fmt: skip
HOLDS_AMOUNTS = (NUMBERS, ("'1'", "'2'"))
OF_TEXT = {"text", "varchar(9)", "char(9)", "name", "step", "VARCHAR", "ENUM ('a', 'b')", "happening"}
"""These hold anything: what is no number in them is no amount."""
ROWS = ((1, "2026-01-01", "visit", 0), (1, "2026-01-02", "order", 1), (2, "2026-01-01", "visit", 1), (3, "2026-01-01", "visit", None))  # fmt: skip


def _filled(execute: Callable[[str], object], kinds: Mapping[str, Values]) -> None:
    """A table with a column of each kind; the third case has no value in any."""
    columns = ", ".join(f"c{place} {kind}" for place, kind in enumerate(kinds))
    execute(f"CREATE TABLE kinds (who integer, happened timestamp, what varchar, {columns})")
    for who, when, what, chosen in ROWS:
        cells = ", ".join("NULL" if chosen is None else values[chosen] for values in kinds.values())
        execute(f"INSERT INTO kinds VALUES ({who}, '{when}', '{what}', {cells})")


@pytest.fixture(scope="module")
def in_postgres(postgres: Server) -> Iterator[Any]:
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        for made in ("SCHEMA all_kinds", "TYPE all_kinds.step AS ENUM ('a', 'b')", "DOMAIN all_kinds.price AS numeric(9, 2)", "DOMAIN all_kinds.happening AS timestamptz"):  # fmt: skip
            connection.execute(f"CREATE {made}")
        connection.execute("SET search_path = all_kinds")
        _filled(connection.execute, POSTGRES)
        yield table(connect(postgres.url()), "all_kinds.kinds")
        connection.execute("DROP SCHEMA all_kinds CASCADE")


@pytest.fixture(scope="module")
def in_duckdb_file(tmp_path_factory: pytest.TempPathFactory) -> Any:
    file = tmp_path_factory.mktemp("kinds") / "kinds.duckdb"
    with duckdb.connect(str(file)) as connection:
        _filled(connection.execute, DUCKDB)
    return table(connect(f"duckdb://{file}"), "kinds")


def _is_counted(kinds: Any, column: str, kind: str, values: Values) -> None:
    case = warehouse_counts(kinds, EventColumns(column, "happened", "what"))
    assert (case.cases, case.events, sum(case.skipped.values())) == (2, 3, 1)
    activity = warehouse_counts(kinds, EventColumns("who", "happened", column))
    assert (len(activity.activities), activity.events) == (2, 3)
    plain = WarehouseLog(kinds, EventColumns("who", "happened", "what"), ("a", "b"), {"visit": "a", "order": "b"})
    assert len(warehouse_funnels(plain, {"a": "A", "b": "B"}, FunnelQuery(), column)) == 3
    if values is DAYS:
        assert _or_none(kinds, EventColumns("who", column, "what")) == 3
        assert _or_none(kinds, EventColumns("who", "happened", "what", order=(column,))) == 4
    if values in HOLDS_AMOUNTS:
        assert revenue(kinds, column) == [3, 2]
        assert _or_none(kinds, EventColumns("who", "happened", "what", order=(column,))) == 4
    elif kind in OF_TEXT:
        assert revenue(kinds, column) == [0, 0]
    else:
        with pytest.raises(NotInWarehouse, match="amounts"):
            revenue(kinds, column)


def _or_none(kinds: Any, columns: EventColumns) -> int | None:
    try:
        return warehouse_counts(kinds, columns).events
    except NotInWarehouse:
        return None


@pytest.mark.parametrize(("place", "kind"), list(enumerate(POSTGRES)), ids=list(POSTGRES))
@pytest.mark.postgres
def test_a_column_of_postgresql(in_postgres: Any, place: int, kind: str) -> None:
    _is_counted(in_postgres, f"c{place}", kind, POSTGRES[kind])


@pytest.mark.parametrize(("place", "kind"), list(enumerate(DUCKDB)), ids=list(DUCKDB))
def test_a_column_of_duckdb(in_duckdb_file: Any, place: int, kind: str) -> None:
    _is_counted(in_duckdb_file, f"c{place}", kind, DUCKDB[kind])


@pytest.mark.parametrize("value", ["'NaN'", "'Infinity'", "'-Infinity'"])
def test_what_is_no_finite_amount_is_none(tmp_path: Path, value: str) -> None:
    with duckdb.connect(str(tmp_path / "odd.duckdb")) as connection:
        connection.execute(
            "CREATE TABLE kinds (who INTEGER, happened TIMESTAMP, what VARCHAR, amount DOUBLE, words VARCHAR)"
        )
        connection.execute(
            f"INSERT INTO kinds VALUES (1, '2026-01-01', 'visit', {value}::DOUBLE, {value}), (1, '2026-01-02', 'order', 5, ' 7.5 ')"
        )
    kinds = table(connect(f"duckdb://{tmp_path}/odd.duckdb"), "kinds")
    assert (revenue(kinds, "amount"), revenue(kinds, "words")) == ([0, 5], [0, 7.5])


@pytest.mark.parametrize(
    ("kind", "lost"),
    [("BIGINT", "-9223372036854775808"), ("BIGINT", "9223372036854775807"), ("UBIGINT", "18446744073709551615")],
)
def test_a_number_too_large_for_a_time_is_one_row_that_cannot_be_read(tmp_path: Path, kind: str, lost: str) -> None:
    with duckdb.connect(str(tmp_path / "large.duckdb")) as connection:
        connection.execute(f"CREATE TABLE kinds (who INTEGER, happened {kind}, what VARCHAR)")
        connection.execute(f"INSERT INTO kinds VALUES (1, 1767225600, 'visit'), (1, {lost}, 'order')")
    counts = warehouse_counts(
        table(connect(f"duckdb://{tmp_path}/large.duckdb"), "kinds"), EventColumns("who", "happened", "what")
    )
    assert (counts.events, counts.skipped) == (1, {SkippedKind.UNREADABLE_TIME: 1})


def _json_is_its_text(kinds: Any) -> None:
    counts = warehouse_counts(kinds, EventColumns("who", "happened", "what"))
    assert [activity.name for activity in counts.activities] == ["visit", '{"a":1}']
    assert (counts.cases, counts.skipped) == (1, {SkippedKind.NO_CASE: 1, SkippedKind.NO_ACTIVITY: 1})


JSON_ROWS = """('"a"', '2026-01-01', '"visit"'), ('"a"', '2026-01-02', '{"a":1}'), ('"a"', '2026-01-03', 'null'), ('null', '2026-01-04', '"visit"')"""


def test_a_text_in_json_is_that_text_and_null_is_none(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "json.duckdb")) as connection:
        connection.execute("CREATE TABLE kinds (who JSON, happened TIMESTAMP, what JSON)")
        connection.execute(f"INSERT INTO kinds VALUES {JSON_ROWS}")
    _json_is_its_text(table(connect(f"duckdb://{tmp_path}/json.duckdb"), "kinds"))


@pytest.mark.postgres
def test_domains_and_json_of_postgresql(postgres: Server) -> None:
    """A domain is what it is made of: numbers as times, an enumeration as a case, an empty text as none."""
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        for made in (
            "SCHEMA domains",
            "TYPE domains.step AS ENUM ('a', 'b')",
            "DOMAIN domains.own_step AS domains.step",
            "DOMAIN domains.seconds AS bigint",
            "DOMAIN domains.words AS text",
            "TABLE domains.log (who domains.own_step, happened domains.seconds, what domains.words, words domains.words)",
            "TABLE domains.as_json (who jsonb, happened timestamp, what json)",
            "TABLE domains.amounts (who int, happened timestamp, what text, amount numeric)",
        ):
            connection.execute(f"CREATE {made}")
        connection.execute(
            "INSERT INTO domains.log VALUES ('a', 1767225600, 'visit', ''), ('a', 1767312000, 'order', 'x'), ('b', 1767225600, 'visit', 'y')"
        )
        connection.execute(f"INSERT INTO domains.as_json VALUES {JSON_ROWS}")
        log = table(connect(postgres.url()), "domains.log")
        counts = warehouse_counts(log, EventColumns("who", "happened", "what"))
        assert (counts.cases, counts.events, counts.skipped) == (2, 3, {})
        plain = WarehouseLog(log, EventColumns("who", "happened", "what"), ("a", "b"), {"visit": "a", "order": "b"})
        assert len(warehouse_funnels(plain, {"a": "A", "b": "B"}, FunnelQuery(), "who")) == 2
        assert warehouse_counts(log, EventColumns("words", "happened", "what")).skipped == {SkippedKind.NO_CASE: 1}
        _json_is_its_text(table(connect(postgres.url()), "domains.as_json"))
        connection.execute(
            "INSERT INTO domains.amounts VALUES (1, '2026-01-01', 'visit', 1e400), (1, '2026-01-02', 'order', 7.5)"
        )
        assert revenue(table(connect(postgres.url()), "domains.amounts"), "amount") == [0, 7.5]
        connection.execute("DROP SCHEMA domains CASCADE")
