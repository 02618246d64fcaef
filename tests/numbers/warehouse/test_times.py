"""Every kind of time column gives the same microseconds, in every engine that runs here (Spark has its own test)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import pyarrow as pa
import pytest

from journey.numbers.log.funnel_query import FunnelQuery
from journey.numbers.warehouse.connection import connect, table
from journey.numbers.warehouse.doubt import warehouse_cases_in_doubt
from journey.numbers.warehouse.errors import NotInWarehouse
from journey.numbers.warehouse.events import EventColumns, warehouse_counts
from journey.numbers.warehouse.funnel import WarehouseLog, warehouse_funnel, warehouse_funnels
from journey.numbers.warehouse.times import micros
from tests.numbers.warehouse.engines import duckdb_file
from tests.numbers.warehouse.times import EXPECTED, KINDS, arrow_times, found
from tests.postgres import Server


@pytest.fixture(scope="module")
def duckdb_times(tmp_path_factory: pytest.TempPathFactory) -> Any:
    columns = arrow_times()
    columns["words"] = pa.array(["yesterday", "1.3.2026"])
    columns["yes"] = pa.array([True, False])
    file = duckdb_file(tmp_path_factory.mktemp("times") / "times.duckdb", times=pa.table(columns))
    return table(connect(f"duckdb://{file}"), "times")


@pytest.fixture(scope="module")
def postgres_times(postgres: Server) -> Any:
    kinds = ", ".join(f"{name} {kind}" for name, (_, kind, _, _) in KINDS.items())
    values = [value for _, _, value, _ in KINDS.values()]
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute(f"CREATE TABLE times ({kinds}, words text, wrong text)")
        marks = ", ".join(["%s"] * len(values))
        connection.execute(f"INSERT INTO times VALUES ({marks}, 'yesterday', '2026-02-31')", values)
        connection.execute("INSERT INTO times DEFAULT VALUES")
    return table(connect(postgres.url()), "times")


def test_duckdb_reads_times(duckdb_times: Any) -> None:
    assert found(duckdb_times, *KINDS) == EXPECTED


@pytest.mark.postgres
def test_postgresql_reads_times(postgres_times: Any) -> None:
    assert found(postgres_times, *KINDS) == EXPECTED


def test_text_that_is_no_time_is_none(duckdb_times: Any) -> None:
    assert found(duckdb_times, "words") == {"words": [None, None]}


@pytest.mark.postgres
def test_a_day_that_cannot_be_is_none_in_postgresql(postgres_times: Any) -> None:
    assert found(postgres_times, "words", "wrong") == {"words": [None, None], "wrong": [None, None]}


@pytest.mark.postgres
def test_postgresql_reads_days_of_the_calendar_alone(postgres: Server) -> None:
    days = ["2028-02-29", "2000-02-29", "2026-12-31T23:59:59.5+05:30"]
    none = ["2026-02-29", "2100-02-29", "2026-04-31", "2026-01-01 24:30", "2026-13-01", "2026-00-10"]
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE written (words text, nth integer)")
        for nth, words in enumerate([*days, *none]):
            connection.execute("INSERT INTO written VALUES (%s, %s)", (words, nth))
    read = found(table(connect(postgres.url()), "written").order_by("nth"), "words")["words"]
    assert [time is not None for time in read] == [True] * len(days) + [False] * len(none)


def test_a_column_of_truths_holds_no_times(duckdb_times: Any) -> None:
    with pytest.raises(NotInWarehouse, match="“yes”"):
        found(duckdb_times, "yes")


def test_trino_is_not_asked_for_times_in_text(duckdb_times: Any) -> None:
    with pytest.raises(NotInWarehouse, match="view"):
        micros(duckdb_times.iso, "trino")


@pytest.mark.parametrize("kind", ["timestamp", "timestamptz", "date"])
@pytest.mark.postgres
def test_a_time_that_never_comes_is_none_in_postgresql(postgres: Server, kind: str) -> None:
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS never_{kind} AS SELECT 'infinity'::{kind} AS late, '-infinity'::{kind} AS early"
        )
    assert found(table(connect(postgres.url()), f"never_{kind}"), "late", "early") == {"late": [None], "early": [None]}


def test_a_time_that_never_comes_is_none_in_duckdb(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "never.duckdb")) as connection:
        connection.execute("CREATE TABLE never AS SELECT 'infinity'::TIMESTAMP AS late, '-infinity'::DATE AS early")
    assert found(table(connect(f"duckdb://{tmp_path}/never.duckdb"), "never"), "late", "early") == {
        "late": [None],
        "early": [None],
    }


def _enumerated(url: str, execute: Callable[[str], object]) -> None:
    execute("CREATE TYPE step AS ENUM ('visit', 'order')")
    execute("CREATE TABLE steps (who step, what step, part step, happened timestamp)")
    execute(
        "INSERT INTO steps VALUES ('visit', 'visit', 'order', '2026-01-01'), ('visit', 'order', NULL, '2026-01-02'), (NULL, 'order', NULL, '2026-01-03')"
    )
    steps, columns = table(connect(url), "steps"), EventColumns("who", "happened", "what")
    counts = warehouse_counts(steps, columns)
    assert ({one.name: one.events for one in counts.activities}, counts.cases, sum(counts.skipped.values())) == (
        {"visit": 1, "order": 1},
        1,
        1,
    )
    log = WarehouseLog(steps, columns, ("a", "b"), {"visit": "a", "order": "b"})
    assert [stage.count for stage in warehouse_funnel(log, {"a": "A", "b": "B"}, FunnelQuery()).stages] == [1, 1]
    assert warehouse_cases_in_doubt(log, FunnelQuery()) == 0
    assert set(warehouse_funnels(log, {"a": "A", "b": "B"}, FunnelQuery(), "part")) == {"order"}


@pytest.mark.postgres
def test_enumerated_columns_are_text_in_postgresql(postgres: Server) -> None:
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        _enumerated(postgres.url(), connection.execute)


def test_enumerated_columns_are_text_in_duckdb(tmp_path: Path) -> None:
    def execute(sql: str) -> None:
        with duckdb.connect(str(tmp_path / "steps.duckdb")) as connection:
            connection.execute(sql)

    _enumerated(f"duckdb://{tmp_path}/steps.duckdb", execute)


def test_cases_with_two_phases_at_one_instant_are_counted(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "ties.duckdb")) as connection:
        connection.execute("CREATE TABLE ties (who INTEGER, what TEXT, happened TIMESTAMP)")
        connection.execute(
            "INSERT INTO ties VALUES (1, 'a', '2026-01-01'), (1, 'b', '2026-01-01'), (2, 'a', '2026-01-01'), (2, 'a', '2026-01-01'), (3, 'a', '2026-01-01'), (3, 'c', '2026-01-01')"
        )
    ties = table(connect(f"duckdb://{tmp_path}/ties.duckdb"), "ties")
    log = WarehouseLog(ties, EventColumns("who", "happened", "what"), ("a", "b"), {"a": "a", "b": "b"})
    assert warehouse_cases_in_doubt(log, FunnelQuery()) == 1
